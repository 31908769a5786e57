"""Which name stands in the passage where the claim has another one?

The words around a name are its place. Two sentences that tell one thing share such words, on the
same sides and about as far off: the more of them, the surer it is the same place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.check.name_forms import Passage, is_named, passage_from
from summarize.check.name_reading import Name, Reading

_WHERE = frozenset(["at", "au", "em", "en", "in", "na", "near", "no", "tai"])  # in each language
OTHER_SIDE = 0.5  # what a shared word counts on the other side of the name


@dataclass(frozen=True, slots=True)
class Rival:
    """A name of the passage, and how well it fits into the place of the claim's (0: not)."""

    text: str
    fit: float


NOBODY = Rival("", 0.0)
Shared = Sequence[tuple[Sequence[int], Sequence[int]]]


class Places:
    """The places of a claim's names in its passage."""

    def __init__(self, claim: Reading, passage: Passage) -> None:
        self._claim = claim
        self._passage = passage
        self._shared = [_shared(claim, each) for each in passage.readings]
        self._known = _known(claim, passage)

    def support(self, name: Name) -> float:
        """How well the name fits where the passage itself has it."""
        found = 0.0
        for reading, shared in zip(self._passage.readings, self._shared, strict=True):
            for key in name.keys if shared else ():
                for place in reading.places.get(key, ()):
                    found = max(found, _fit(shared, (name.first, name.last), (place, place + 1)))
        return found

    def rival(self, name: Name, at_least: float) -> Rival:
        """The name in the passage, not in the claim, that fits best, if so well."""
        found = sorted(self._fits(name, at_least), key=lambda pair: -pair[0])
        for fit, other in found:
            if not is_named(other, passage_from([self._claim])):
                return Rival(other.text, fit)
        return NOBODY

    def is_aside(self, name: Name) -> bool:
        """Whether it only says where, and the passage says nowhere else where something is."""
        if not _says_where(self._claim, name):
            return False
        return not any(
            _says_where(reading, other) and self._claim.places.keys().isdisjoint(other.keys)
            for reading in self._passage.readings
            for other in reading.names
        )

    def _fits(self, name: Name, at_least: float) -> Iterator[tuple[float, Name]]:
        for reading, shared in zip(self._passage.readings, self._shared, strict=True):
            for other in reading.names:
                if self._may_stand_for(other, name):
                    span = (other.first, other.last)
                    fit = _fit(shared, (name.first, name.last), span)
                    if fit >= at_least:
                        yield fit, other

    def _may_stand_for(self, other: Name, name: Name) -> bool:
        if bool(other.countries) != bool(name.countries):
            return False
        if other.possessive and not name.possessive:
            return False
        if other.opens and other.keys[0] in self._passage.small:
            return False
        return self._known.isdisjoint(other.keys)


def _says_where(sentence: Reading, name: Name) -> bool:
    before = [word.key for word in sentence.words[max(0, name.first - 2) : name.first]]
    return bool(before) and (before[-1] in _WHERE or (before[-1] == "the" and before[0] in _WHERE))


def _known(claim: Reading, passage: Passage) -> frozenset[str]:
    """The words of the claim, and those those the passage joins to them: "Ana" to "Reyes"."""
    known = set(claim.places)
    for reading in passage.readings:
        for name in reading.names:
            if not known.isdisjoint(name.keys):
                known.update(name.keys)
    return frozenset(known)


def _shared(claim: Reading, sentence: Reading) -> Shared:
    both = claim.stems.keys() & sentence.stems.keys()
    return [(claim.stems[stem], sentence.stems[stem]) for stem in both]


def _fit(shared: Shared, name: tuple[int, int], other: tuple[int, int]) -> float:
    """The shared words, each by how near to both names it is; 1 for one beside both."""
    total = 0.0
    for here, there in shared:
        steps = [_step(place, name) for place in here]
        others = [_step(place, other) for place in there]
        total += max(_weight(one, two) for one in steps for two in others)
    return total


def _step(place: int, name: tuple[int, int]) -> int:
    """How many words off, negative before the name; 0 inside it."""
    first, last = name
    if place < first:
        return place - first
    return 0 if place < last else place - last + 1


def _weight(one: int, two: int) -> float:
    if not one or not two:
        return 0.0
    return 2 / (abs(one) + abs(two)) * (1 if (one < 0) == (two < 0) else OTHER_SIDE)
