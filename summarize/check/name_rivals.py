"""Which name stands in the passage where the claim has another one?

The words around a name are its place. Two sentences that tell one thing share such words, on the
same sides and about as far off: the more of them, the surer it is the same place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.check.name_forms import Passage, is_named, passage_from
from summarize.check.name_reading import Name, Reading

OTHER_SIDE = 0.5  # what a shared word counts on the other side of the name
# Before a name that says where something is; in each language.
_WHERE = frozenset(["at", "au", "em", "en", "in", "na", "near", "no", "tai"])

Span = tuple[int, int]  # the first word, and the one after the last
Shared = Sequence[tuple[Sequence[int], Sequence[int]]]  # places of one word, here and there
Beside = Sequence[tuple[Sequence[int], Sequence[int]]]  # how far off it is here, and places there


@dataclass(frozen=True, slots=True)
class Places:
    """A claim beside its passage.

    `strangers` are the names of the passage that the claim does not know, by sentence, with the
    words that this sentence shares with the claim.
    """

    claim: Reading
    passage: Passage
    strangers: tuple[tuple[Shared, Sequence[Name]], ...]


def places_of(claim: Reading, passage: Passage) -> Places:
    """The claim laid beside its passage."""
    known = _known(claim, passage)
    strangers = []
    for reading in passage.readings:
        names = [name for name in reading.names if _is_strange(name, known, passage)]
        if names:
            strangers.append((_shared(claim, reading), names))
    return Places(claim, passage, tuple(strangers))


def _is_strange(name: Name, known: frozenset[str], passage: Passage) -> bool:
    return known.isdisjoint(name.keys) and not (name.lone and name.keys[0] in passage.small)


def rival(places: Places, name: Name, at_least: float, *, above_own: bool = False) -> str:
    """The name of the passage, not of the claim, that fits best, if so well; else "".

    `above_own` asks that it fits by so much better than the name itself does where the passage has
    it. A fit is 1 for each shared word that stands beside both.
    """
    fitting = sorted(_fitting(places, name, at_least), key=lambda pair: -pair[0])
    if fitting and above_own:
        least = at_least + _own(places, name)
        fitting = [pair for pair in fitting if pair[0] >= least]
    if not fitting:
        return ""
    claim = passage_from([places.claim])
    return next((other.text for _, other in fitting if not is_named(other, claim)), "")


def _own(places: Places, name: Name) -> float:
    """How well the name fits where the passage itself has it."""
    best = 0.0
    for reading in places.passage.readings:
        beside = _beside(_shared(places.claim, reading), name)
        for span in _occurrences(reading, name):
            best = max(best, _fit(beside, span))
    return best


def is_aside(places: Places, name: Name) -> bool:
    """Whether it only says where, while the passage says of nothing else where it is."""
    return _says_where(places.claim, name) and not any(
        _says_where(reading, other) and places.claim.places.keys().isdisjoint(other.keys)
        for reading in places.passage.readings
        for other in reading.names
    )


def _says_where(sentence: Reading, name: Name) -> bool:
    before = [word.key for word in sentence.words[max(0, name.first - 2) : name.first]]
    return bool(before) and (before[-1] in _WHERE or (before[-1] == "the" and before[0] in _WHERE))


def _known(claim: Reading, passage: Passage) -> frozenset[str]:
    """The words of the claim, and those the passage joins to them: "Ana" to "Reyes"."""
    known = set(claim.places)
    for reading in passage.readings:
        for name in reading.names:
            if not known.isdisjoint(name.keys):
                known.update(name.keys)
    return frozenset(known)


def _shared(claim: Reading, sentence: Reading) -> Shared:
    both = claim.stems.keys() & sentence.stems.keys()
    return [(claim.stems[stem], sentence.stems[stem]) for stem in both]


def _occurrences(reading: Reading, name: Name) -> Iterator[Span]:
    """Where words of the name stand, with the whole name around them."""
    for key in name.keys:
        for place in reading.places.get(key, ()):
            around = (n for n in reading.names if n.first <= place < n.last)
            yield next(((n.first, n.last) for n in around), (place, place + 1))


def _fitting(places: Places, name: Name, at_least: float) -> Iterator[tuple[float, Name]]:
    for shared, names in places.strangers:
        if len(shared) < at_least:  # no word counts more than 1
            continue
        beside = _beside(shared, name)
        if sum(_most(steps) for steps, _ in beside) < at_least:
            continue
        for other in names:
            if _may_stand_for(other, name):
                fit = _fit(beside, (other.first, other.last))
                if fit >= at_least:
                    yield fit, other


def _may_stand_for(other: Name, name: Name) -> bool:
    """A country only for a country, and "Ana's" not for "Ana": it goes with the word after it.

    Nor what the name is short for: "Federal Reserve" for "Fed".
    """
    if other.possessive and not name.possessive:
        return False
    if len(name.keys) == 1 and other.keys[0].startswith(name.keys[0]):
        return False
    return bool(other.countries) == bool(name.countries)


def _beside(shared: Shared, name: Name) -> Beside:
    """The shared words by how far they are from the name in the claim, without those in it."""
    span = (name.first, name.last)
    steps = [([_step(place, span) for place in here], there) for here, there in shared]
    return [pair for pair in steps if any(pair[0])]


def _most(steps: Sequence[int]) -> float:
    """What a word at these distances counts at most."""
    return 1 / min(abs(step) for step in steps if step)


def _fit(beside: Beside, other: Span) -> float:
    """How well a name at `other` fits: the shared words, each by how near to both names it is."""
    total = 0.0
    for steps, there in beside:
        best = 0.0
        for place in there:
            two = _step(place, other)
            for one in steps if two else ():
                # By the longer way, so that no place fits better than the one that was copied.
                near = 1 / max(abs(one), abs(two)) if one else 0.0
                best = max(best, near if (one < 0) == (two < 0) else near * OTHER_SIDE)
        total += best
    return total


def _step(place: int, name: Span) -> int:
    """How many words off, negative before the name; 0 inside it."""
    first, last = name
    if place < first:
        return place - first
    return 0 if place < last else place - last + 1
