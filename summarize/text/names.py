"""Who is named in an article, and where it happens.

No list of real persons is used. What a name is follows from the words beside it: a title or a
verb of speech makes a person, a word such as Ministry or Bank an organisation, "in" or "near" and
a list of countries a place. Scripts without capitals have no names here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import regex

from summarize.text.capitals import NameMention, names
from summarize.text.name_kinds import NameKind
from summarize.text.name_words import COUNTRIES, NO_NAMES

__all__ = ["NameMention", "WhoWhere", "names", "who_and_where"]

SHOWN = 6  # names of each kind
_OPENING = regex.compile(r"\W*(\p{Lu}[\p{L}\p{M}'’-]+)")
_DATELINE = regex.compile(
    r"\s*(\p{Lu}{2}[\p{Lu} .'’-]{1,30}?)(?:,\s[^—–()\d]{2,20})?\s(?:\([^)]{2,30}\)\s?)?"
    r"(?:[—–]|--|-\s)"
)


@dataclass(frozen=True, slots=True)
class WhoWhere:
    """Persons and organisations, and places, the most frequent first; each stands in the text."""

    who: tuple[str, ...]
    where: tuple[str, ...]


@dataclass
class _Tally:
    """How often a name occurs, where first, and as what."""

    first: int
    count: int = 0
    kinds: Counter[NameKind] = field(default_factory=Counter)


def who_and_where(sentences: Sequence[str], language: str) -> WhoWhere:
    """The names of an article or story, at most six of each kind."""
    tallies = _merged(_tallied(sentences, language))
    ranked = sorted(tallies, key=lambda name: (-tallies[name].count, tallies[name].first))
    kinds = {name: _kind(name, tallies) for name in ranked}
    who = [name for name in ranked if kinds[name] in ("person", "organisation")]
    where = [name for name in ranked if kinds[name] == "place"]
    return WhoWhere(tuple(who[:SHOWN]), tuple(where[:SHOWN]))


def _tallied(sentences: Sequence[str], language: str) -> dict[str, _Tally]:
    tallies: dict[str, _Tally] = {}
    for place, sentence in enumerate(sentences):
        for mention in _with_dateline(sentence, language):
            tally = tallies.setdefault(mention.text, _Tally(place))
            tally.count += 1
            tally.kinds[mention.kind] += 1
    for sentence in sentences:  # a capital at the head of a sentence counts where it is known
        opening = _OPENING.match(sentence)
        name = opening[1].removesuffix("'s").removesuffix("’s") if opening else ""
        known = name in tallies and name not in COUNTRIES
        if known and not any(mention.start <= 3 for mention in names(sentence, language)):
            tallies[name].count += 1
    return tallies


def _with_dateline(sentence: str, language: str) -> Iterator[NameMention]:
    dateline = _DATELINE.match(sentence)
    if dateline and dateline[1].casefold() not in NO_NAMES:
        yield NameMention(dateline.start(1), dateline.end(1), dateline[1], "place")
    for mention in names(sentence, language):
        if not dateline or mention.start >= dateline.end():
            yield mention


def _merged(tallies: Mapping[str, _Tally]) -> dict[str, _Tally]:
    """Names joined: first the ways to write one name, then a last name to its full form."""
    written = {name.casefold(): name for name in tallies if not name.isupper() or len(name) < 5}
    spelled = _joined(tallies, lambda name: _shorter(name, tallies, written))
    fulls: dict[str, list[str]] = {}
    for name in spelled:
        words = name.split()
        if 1 < len(words) < 4 and " of " not in name:
            fulls.setdefault(words[-1], []).append(name)
    return _joined(spelled, lambda name: _full(name, fulls.get(name, ()), spelled))


def _joined(tallies: Mapping[str, _Tally], target: Callable[[str], str]) -> dict[str, _Tally]:
    merged: dict[str, _Tally] = {}
    for name, tally in tallies.items():
        full = target(name)
        into = merged.setdefault(full, _Tally(tally.first))
        into.first = min(into.first, tally.first)
        into.count += tally.count
        into.kinds.update(tally.kinds)
        if full.endswith(f" {name}"):  # known by a last name alone: so people are
            into.kinds["person"] += 1
    return merged


def _shorter(name: str, tallies: Mapping[str, _Tally], written: Mapping[str, str]) -> str:
    """ "Ana Reyes" for "Add Ana Reyes", "Port Halden" for the "PORT HALDEN" of a dateline."""
    tail = name.partition(" ")[2]
    if " " in tail and tail in tallies:
        return tail
    return written.get(name.casefold(), name)


def _full(name: str, candidates: Sequence[str], tallies: Mapping[str, _Tally]) -> str:
    """The most frequent longer name that ends in `name`, unless it is a place by itself."""
    kinds = tallies[name].kinds
    if " " in name or name in COUNTRIES or kinds["place"] > kinds["person"]:
        return name
    fitting = [
        other
        for other in candidates
        if tallies[other].kinds["place"] + tallies[other].kinds["organisation"]
        <= tallies[other].count // 2
    ]
    return max(fitting, key=lambda other: tallies[other].count, default=name)


def _kind(name: str, tallies: Mapping[str, _Tally]) -> NameKind:
    kinds = tallies[name].kinds
    if name in COUNTRIES:
        return "place"
    order: tuple[NameKind, ...] = ("organisation", "person", "place")
    best = max(order, key=lambda kind: kinds[kind])
    return best if kinds[best] else "other"
