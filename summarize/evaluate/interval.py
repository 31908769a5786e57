"""How far a ratio over stories would move had other stories come: the bootstrap.

Stories are drawn again, with replacement, as many as there are; the ratio of the sums is taken of
each draw, and the interval holds the middle of these values. Two variants are held against each
other on the same draws, since a story that is hard is hard for both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from random import Random
from statistics import NormalDist

DRAWS = 2_000
SEED = 1  # the same pile always gives the same interval
LEVEL = 0.95
# With fewer stories no interval is given. In a simulation of claims over 400 piles of stories, an
# interval of 95 % held the true share in 88 % with 4 stories, 91 % with 5 and 93 % with 8 or more,
# and called noise a difference in 6 %, 3 % and 5 %.
FEWEST = 5

Pairs = Sequence[tuple[int, int]]  # part and whole of each story


@dataclass(frozen=True, slots=True)
class Measured:
    """A ratio or a difference; `low` and `high` are None where there are too few stories."""

    value: float
    low: float | None = None
    high: float | None = None

    @property
    def is_clear(self) -> bool:
        """Whether zero lies outside the interval."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


def ratio(pairs: Pairs) -> Measured | None:
    """The ratio over all stories; None where there is nothing to count."""
    telling = [pair for pair in pairs if pair[1]]
    if not telling:
        return None
    value = _ratio(telling)
    draws = _draws(len(telling))
    return _measured(value, [_ratio([telling[n] for n in draw]) for draw in draws], len(telling))


def difference(first: Pairs, other: Pairs) -> Measured | None:
    """How much more the ratio of `other` is, over the same stories as `first`."""
    both = [(one, two) for one, two in zip(first, other, strict=True) if one[1] or two[1]]
    ones, twos = [one for one, _ in both], [two for _, two in both]
    if not (sum(whole for _, whole in ones) and sum(whole for _, whole in twos)):
        return None
    found = []
    for draw in _draws(len(both)):
        one, two = [ones[n] for n in draw], [twos[n] for n in draw]
        if any(whole for _, whole in one) and any(whole for _, whole in two):
            found.append(_ratio(two) - _ratio(one))
    return _measured(_ratio(twos) - _ratio(ones), found, len(both))


def _ratio(pairs: Pairs) -> float:
    return sum(part for part, _ in pairs) / sum(whole for _, whole in pairs)


def _measured(value: float, found: Sequence[float], stories: int) -> Measured:
    if stories < FEWEST:
        return Measured(value)
    ordered = sorted(found)
    beyond = int(_tail(stories) * len(ordered))
    return Measured(value, ordered[beyond], ordered[-1 - beyond])


@cache
def _draws(stories: int) -> Sequence[Sequence[int]]:
    if stories < FEWEST:
        return ()
    random = Random(SEED)
    return [random.choices(range(stories), k=stories) for _ in range(DRAWS)]


def _tail(stories: int) -> float:
    """The share of draws beyond each end of the interval.

    Plain percentiles are too narrow with few stories; these are expanded as Student's t is against
    the normal distribution (Hesterberg 2015). t is taken by its expansion in 1 / `free`.
    """
    normal, free = NormalDist(), stories - 1
    z = normal.inv_cdf((1 + LEVEL) / 2)
    t = z + (z**3 + z) / (4 * free) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * free**2)
    t += (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * free**3)
    return normal.cdf(-sqrt(stories / free) * t)
