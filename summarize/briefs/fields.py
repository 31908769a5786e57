"""The fields that a template adds: from a reply to what stands in a brief, and why one does not.

1. A field that the reply does not have, or has in another form, is left out.
2. A text of more words than it may have is left out, and so is such an entry of a list, and what is
   none of the choices.
3. A cited field is made of claims like all others, by the numbers that were shown.
4. Where parts were not merged by the model, lists are joined, and what all parts say alike stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count as numbers
from textwrap import shorten

import regex

from summarize.article import Quote
from summarize.briefs.replies import Notes, Unfit, claim_of, plain
from summarize.claims import Claim, Extra, Said
from summarize.models.fields import said_in
from summarize.models.request import Shape
from summarize.models.shapes import Cited
from summarize.templates.fields import Field
from summarize.text.words import count

LONGEST = 4_000  # characters of a text that is not cited, where max_words does not bound it
ENTRIES = 100  # of a list
_SHOWN = 60  # characters of a value that is no choice

NOT_THERE = "left out: the reply does not have it, or not in the form that was asked for"
NOT_MERGED = "left out: the parts of the text give it differently, and were not merged"


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered to the fields of a template, and what of it could not be used."""

    extra: tuple[Extra, ...] = ()
    unfit: tuple[Unfit, ...] = ()


def answers(reply: Shape, shown: Sequence[Quote], language: str, after: int) -> Answers:
    """The added fields of a reply; their claims rank behind the `after` others."""
    said = said_in(reply)
    ranks = numbers(after + 1)
    extra: list[Extra] = []
    unfit: list[Unfit] = []
    for field in reply.added:
        if field.name not in said:
            unfit.append(Unfit(field.name, NOT_THERE, NOT_THERE))
            continue
        value = said[field.name]
        values = value if isinstance(value, list) else [value]
        chosen = field.type == "choice"
        made = [plain(value, LONGEST)] if chosen else _made(values, shown, language, ranks)
        fitting: list[Said] = []
        for one in made:
            why = _why_unfit(field, one)
            fitting += [one] if why is None else []
            unfit += [why] if why is not None else []
        if field.type == "list":
            extra.append(Extra(field.name, tuple(_distinct(fitting))))  # type: ignore[arg-type] # all of a kind
        elif fitting or not any(one.field == field.name for one in unfit):
            extra.append(Extra(field.name, fitting[0] if fitting else None))
    return Answers(tuple(extra), tuple(unfit))


def _made(
    values: Sequence[object], shown: Sequence[Quote], language: str, ranks: Iterator[int]
) -> Iterator[Said]:
    """Each value as it stands in a brief; what says nothing is left out."""
    for value in values[:ENTRIES]:
        if isinstance(value, Cited):
            if claim := claim_of(value, shown, language, next(ranks)):
                yield claim
        elif isinstance(value, str):
            if regex.search(r"[\w\p{S}]", text := plain(value, LONGEST)):
                yield text
        elif isinstance(value, float):
            yield value


def _words(value: Said) -> int:
    if isinstance(value, Claim):
        return count(value.text)
    return count(value) if isinstance(value, str) else 0


def _why_unfit(field: Field, value: Said) -> Unfit | None:
    """Why a value is left out; None where it is not."""
    if field.type == "choice" and value not in {plain(one, LONGEST) for one in field.choices}:
        got = shorten(str(value), _SHOWN, placeholder=" …")
        why = f"left out: “{got}” is none of its choices ({', '.join(field.choices)})"
        return Unfit(field.name, why, "left out: none of its choices")
    words, most = _words(value), field.max_words
    if most is None or words <= most:
        return None
    entry = "an entry was " if field.type == "list" else ""
    why = f"{entry}left out: {words} words, at most {most} are asked for"
    return Unfit(field.name, why, f"{entry}left out: more than {most} words")


def _distinct(values: Iterable[Said]) -> Iterator[Said]:
    """Each text once."""
    seen = set()
    for value in values:
        said = value.text if isinstance(value, Claim) else value
        key = said.casefold() if isinstance(said, str) else said
        if key not in seen:
            seen.add(key)
            yield value


def beside(parts: Sequence[Notes]) -> Answers:
    """The fields of parts that the model did not merge."""
    extra: list[Extra] = []
    unfit = {one.field: one for part in parts for one in part.unfit}
    for name in dict.fromkeys(one.name for part in parts for one in part.extra):
        found = [one.value for part in parts for one in part.extra if one.name == name]
        lists = [value for value in found if isinstance(value, tuple)]
        if lists:
            joined = _distinct(entry for value in lists for entry in value)
            extra.append(Extra(name, tuple(joined)))  # type: ignore[arg-type] # all of a kind
            continue
        different = list(_distinct(value for value in found if value is not None))
        if len(different) > 1:
            unfit[name] = Unfit(name, NOT_MERGED, NOT_MERGED)
        else:
            extra.append(Extra(name, different[0] if different else None))
    return Answers(tuple(extra), tuple(unfit.values()))


def unfit_lines(unfit: Sequence[tuple[str, Unfit]]) -> tuple[str, ...]:
    """A line for each field and cause; of several, how many: `field impact of story “X”: …`.

    `unfit` names of each what it is of.
    """
    groups: dict[tuple[str, str], dict[str, str]] = {}
    for of, one in unfit:
        groups.setdefault((one.field, one.kind), {}).setdefault(of, one.why)
    return tuple(
        f"field {field} of {len(found)} briefs: {kind}"
        if len(found) > 1
        else f"field {field} of {next(iter(found))}: {next(iter(found.values()))}"
        for (field, kind), found in groups.items()
    )
