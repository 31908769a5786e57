"""Two events of one kind, told in like words: told apart by whom and what they name."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

# A name that an article has twice is one that it is about.
CENTRAL = 2
# An article that names fewer says too little of whom it is about.
LEAST_NAMES = 3
# With more names in common, two articles are not told apart by the others.
MOST_SHARED = 1
# So much of what both are about, by weight of names, must stand in the other (on average of both)
# for their likeness to count in full (benchmarks/grouping.md; 0.3 to 0.5 give the same).
SHARED = 0.4


class Twins:
    """What the names of a pile leave of the likeness of two of its articles."""

    def __init__(self, names: Sequence[Mapping[str, int]]) -> None:
        self._names = names
        spread = Counter(name for own in names for name in own)
        rarity = {name: math.log((len(names) + 1) / times) for name, times in spread.items()}
        self._about = [
            {n: (1 + math.log(times)) * rarity[n] for n, times in own.items() if times >= CENTRAL}
            for own in names
        ]
        self._total = [sum(own.values()) for own in self._about]

    def weight(self, one: int, other: int) -> float:
        """1 where they name the same or too little, down to 0 where each is about others."""
        if min(len(self._names[one]), len(self._names[other])) < LEAST_NAMES:
            return 1.0
        if not self._about[one] or not self._about[other]:
            return 1.0
        if len(self._names[one].keys() & self._names[other].keys()) > MOST_SHARED:
            return 1.0
        shared = (self._found(one, other) + self._found(other, one)) / 2
        return min(1.0, shared / SHARED)

    def _found(self, one: int, other: int) -> float:
        """The share of what `one` is about that `other` names."""
        about = self._about[one]
        return sum(about[n] for n in about.keys() & self._names[other].keys()) / self._total[one]
