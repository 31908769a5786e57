"""Figures of two sources that count the same thing in words too different for a common key.

Two articles about one event give much the same figures. What one gives and the other gives too is
agreed; of what is left, two figures belong together where they have a unit or a noun in common,
share enough of the words of the shorter statement, and are each other's nearest. A short statement
says little but the count ("It holds for 24 days", "The truce is to last 14 days"), so that the
unit is most of it; in a long one much else must be the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarize.compare.figures import Reading
from summarize.compare.retold import BRIEF, CUT, gist, words
from summarize.text.quantities import periods
from summarize.text.words import content

# Share of the words of the shorter statement, its unit and noun among them, where both are brief,
# and where not. Chosen on benchmarks/changes.py, the day pile and 200 stories of AllSides.
LIKE_BRIEF = 0.3
LIKE = 0.6
SHORT_TEXT = 100  # characters of a short statement in any language
FAR = 10.0  # times: two values farther apart count two things
FAR_OF_UNIT = 20.0  # the same within a language, where the unit may be all they share


@dataclass(frozen=True)
class Slot:
    """A figure and the words by which it is told what it counts."""

    reading: Reading

    @cached_property
    def kind(self) -> frozenset[str]:
        """Its unit, or the words for what is counted."""
        mention = self.reading.mention
        if mention.unit:
            return frozenset({mention.unit})
        noun = content(mention.what, self.reading.statement.article.language)
        return frozenset(word[:CUT] for word in (*mention.key, *noun))

    @cached_property
    def words(self) -> frozenset[str]:
        """The gist of its statement with its unit."""
        return words(self.reading.statement) | self.kind

    @cached_property
    def around(self) -> frozenset[str]:
        """The gist of its statement without the figure itself."""
        said, mention = self.reading.statement, self.reading.mention
        rest = f"{said.text[: mention.start]} {said.text[mention.end :]}"
        return gist(rest, said.article.language)

    @cached_property
    def when(self) -> frozenset[str]:
        """The months and years that its statement names."""
        said = self.reading.statement
        return frozenset(
            said.text[start:end] for start, end in periods(said.text, said.article.language)
        )

    @property
    def is_small(self) -> bool:
        """Whether it is a few, spelled out: sources count different twos and threes."""
        mention = self.reading.mention
        worded = self.reading.statement.text[mention.start : mention.end]
        return mention.unit is None and not any(map(str.isdigit, worded))

    @property
    def number(self) -> float | tuple[float, float]:
        """What it gives."""
        return self.reading.mention.value

    @property
    def value(self) -> object:
        """What it gives, with its unit."""
        return self.reading.mention.value, self.reading.mention.unit


def pairs(one: Sequence[Reading], other: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """The figures of two articles that count one thing and have two values."""
    if not one or not other:
        return
    slots, others = _slots(one), _slots(other)
    if one[0].language != other[0].language:
        yield from _across(slots, others)
        return
    agreed = {slot.value for slot in slots} & {slot.value for slot in others}
    left = [slot for slot in slots if slot.value not in agreed]
    right = [slot for slot in others if slot.value not in agreed]
    for slot in left:
        match = _nearest(slot, right)
        if match is not None and _nearest(match, left) is slot:
            yield slot.reading, match.reading


def _across(slots: Sequence[Slot], others: Sequence[Slot]) -> Iterator[tuple[Reading, Reading]]:
    """The only figure of its unit that each of two languages has alone, where another is agreed.

    Of words nothing can be seen: so both statements must be short, and the values not far apart.
    """
    agreed = {slot.number for slot in slots} & {slot.number for slot in others}
    left = [slot for slot in slots if slot.number not in agreed]
    right = [slot for slot in others if slot.number not in agreed]
    for slot in left:
        units = {slot.reading.mention.unit}
        if len(left) == len(right) == 1:
            units |= {None}
        same = [s for s in left if s.reading.mention.unit in units]
        match = [s for s in right if s.reading.mention.unit in units or None in units]
        if agreed and len(same) == len(match) == 1 and _of_a_size(slot, match[0]):
            yield slot.reading, match[0].reading


def _of_a_size(one: Slot, other: Slot) -> bool:
    if isinstance(one.number, tuple) or isinstance(other.number, tuple):
        return False
    short = all(len(slot.reading.statement.text) <= SHORT_TEXT for slot in (one, other))
    return short and not _is_far(one, other, FAR)


def _is_far(one: Slot, other: Slot, times: float) -> bool:
    if isinstance(one.number, tuple) or isinstance(other.number, tuple):
        return False
    low, high = sorted((abs(one.number), abs(other.number)))
    return high > times * low


def _slots(given: Sequence[Reading]) -> list[Slot]:
    """Those of which a statement has one of a kind."""
    slots = [slot for reading in given if not (slot := Slot(reading)).is_small]
    kinds = Counter((slot.reading.statement.start, word) for slot in slots for word in slot.kind)
    return [
        slot
        for slot in slots
        if all(kinds[slot.reading.statement.start, word] == 1 for word in slot.kind)
    ]


def _nearest(slot: Slot, others: Sequence[Slot]) -> Slot | None:
    """The one that is like it; None where two with other values are equally so."""
    likeness = [(_likeness(slot, other), place) for place, other in enumerate(others)]
    best = max(likeness, default=(0.0, 0))
    if not best[0]:
        return None
    found = others[best[1]]
    even = (others[p] for share, p in likeness if share == best[0])
    return found if all(other.value == found.value for other in even) else None


def _likeness(one: Slot, other: Slot) -> float:
    if not _of_a_kind(one, other) or one.when != other.when:
        return 0.0
    if one.reading.mention.unit and _is_far(one, other, FAR_OF_UNIT):
        return 0.0
    if max(len(one.words), len(other.words)) <= BRIEF:
        least = LIKE_BRIEF if one.kind and other.kind else LIKE
        return _share(one.words, other.words, least)
    if one.reading.mention.is_part or other.reading.mention.is_part:
        return 0.0
    return _share(one.around, other.around, LIKE)


def _share(words: frozenset[str], others: frozenset[str], least: float) -> float:
    share = len(words & others) / (min(len(words), len(others)) or 1)
    return share if share >= least else 0.0


def _of_a_kind(one: Slot, other: Slot) -> bool:
    """Whether units are equal, or nouns; where one has no noun, the words around it may have it."""
    if one.reading.mention.unit or other.reading.mention.unit:
        return one.kind == other.kind
    if one.kind and other.kind:
        return bool(one.kind & other.kind)
    return bool(one.words & other.words)
