"""Fields that a template adds to the reply: `[[field]]` in its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, get_args

from summarize.errors import TemplateFault, known_are

FieldType = Literal["text", "list", "choice", "number"]
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
# What the shipped replies hold, so that a field of one template never meets it in another.
TAKEN = frozenset({
    "bottom_line", "claims", "differ", "gaps", "headline", "highlights", "quotations", "timeline",
    "where", "who",
})  # fmt: skip
_KINDS: Mapping[str, tuple[type, str]] = {
    "type": (str, "a text"),
    "description": (str, "a text"),
    "cited": (bool, "true or false"),
    "max_words": (int, "a whole number"),
    "choices": (list, "a list of texts"),
}
_BOUNDED = ("text", "list")  # types whose words can be counted


@dataclass(frozen=True)
class Field:
    """One field: what is asked for, in which form, and whether each statement must cite.

    `choices` are the values of a `choice`; `max_words` bounds a text, or each entry of a list.
    """

    name: str
    type: FieldType = "text"
    description: str = ""
    cited: bool = False
    max_words: int | None = None
    choices: tuple[str, ...] = ()

    @property
    def shape(self) -> str:
        """How the reply holds it, in the words of a prompt."""
        entry = '{"text", "cites"}' if self.cited else "a text"
        if self.type == "choice":
            return "one of " + ", ".join(f'"{choice}"' for choice in self.choices)
        if self.type == "number":
            return "a number, or null"
        length = f"of at most {self.max_words} words" if self.max_words else ""
        own = "" if self.cited else "in your own words"
        if self.type == "list":
            said = (f"a list of {entry}", f"each {length}" if length else "", own)
            return ", ".join(filter(None, said)) + "; [] where there is none"
        return ", ".join(filter(None, (f"{entry} {length}".strip(), own)))


def joined(first: Sequence[Field], more: Sequence[Field]) -> tuple[Field, ...]:
    """The fields of both, each name once: where both have it, it is that of `more`."""
    return tuple({field.name: field for field in (*first, *more)}.values())


def read_fields(said: Sequence[Any], path: Path, lines: Sequence[int] = ()) -> tuple[Field, ...]:
    """All `[[field]]` of a file. TemplateFault names the file and what is wrong.

    `lines` are those in which they begin, where they are known.
    """
    found: dict[str, Field] = {}
    known = len(lines) == len(said)
    for number, entry in enumerate(said):
        place = f"{path}:{lines[number]}" if known else f"{path}"
        field = read_field(entry, place)
        if field.name in found:
            raise TemplateFault(
                f"{place}: [[field]] {field.name} stands there twice", hint="give one another name"
            )
        found[field.name] = field
    return tuple(found.values())


def read_field(said: Any, place: str) -> Field:
    """One `[[field]]`. TemplateFault names its `place` and what is wrong."""
    name = said.get("name") if isinstance(said, dict) else None
    hint = 'write name = "impact": a-z, 0-9 and _'
    if name is None:
        raise TemplateFault(f"{place}: [[field]]: name is missing", hint=hint)
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise TemplateFault(f"{place}: [[field]] {name!r} is no name", hint=hint)
    if name in TAKEN:
        raise TemplateFault(
            f"{place}: [[field]] {name}: the reply has this name already", hint="give it another"
        )
    for why, hint in _faults(said):
        raise TemplateFault(f"{place}: [[field]] {name}: {why}", hint=hint)
    return Field(**{**said, "choices": tuple(said.get("choices", ()))})


def _faults(said: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What is wrong with a field that has a name, and what to do about it."""
    keys = [one.name for one in fields(Field)]
    for key in sorted(said.keys() - set(keys)):
        yield f"unknown key {key!r}", known_are(key, keys)
    for key, (kind, words) in _KINDS.items():
        if key in said and type(said[key]) is not kind:
            yield f"{key} must be {words}", ""
    shape = said.get("type", "text")
    if shape not in get_args(FieldType):
        yield f"type {shape!r} is not known", known_are(shape, get_args(FieldType))
    yield from _choice_faults(shape, said.get("choices", []))
    yield from _form_faults(shape, said)


def _form_faults(shape: str, said: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if shape not in _BOUNDED and said.get("cited"):
        yield f"a {shape} cannot be cited", 'use type = "text"'
    if shape not in _BOUNDED and "max_words" in said:
        yield f"a {shape} has no max_words", "take it out"
    if said.get("max_words", 1) < 1:
        yield "max_words must be at least 1", ""


def _choice_faults(shape: str, choices: list[Any]) -> Iterator[tuple[str, str]]:
    if (shape == "choice") != bool(choices) or not all(isinstance(c, str) for c in choices):
        yield "choices, a list of texts, go with type choice", 'write choices = ["low", "high"]'
    elif len({" ".join(c.split()).casefold() for c in choices} - {""}) < len(choices):
        yield "each of the choices must be another text, and none empty", ""
    elif len(choices) == 1:
        yield "there is one choice only", 'write at least two, as choices = ["low", "high"]'
