"""Whole sentences packed into chunks: as few as can be, cut where a section begins, even in size.

1. Taking as much as fits, from the right, gives the least number of chunks, and how early each cut
   may come; how late, says what fits into the chunk before it.
2. Each cut goes to a border that lies between, else anywhere between, as near as can be to an even
   share of what is left.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from itertools import accumulate


def pack(sizes: Sequence[int], budget: int, borders: Collection[int] = ()) -> list[range]:
    """Ranges that tile `range(len(sizes))`, each of at most `budget`, as few as possible.

    An item larger than the budget stands alone. `borders` are indices at which a section begins.
    Sizes are not negative. Raises ValueError for a budget that is not positive.
    """
    if budget <= 0:
        raise ValueError(f"a budget is positive, not {budget}")
    before = list(accumulate(sizes, initial=0))
    earliest = [len(sizes) - cut for cut in reversed(_greedy(sizes[::-1], budget))]
    liked = sorted(borders)
    chunks: list[range] = []
    start = 0
    for number, low in enumerate(earliest[1:], 1):
        places = range(max(low, start + 1), _reach(sizes, before, start, budget) + 1)
        share = (before[-1] - before[start]) / (len(earliest) - number)
        cut = _cut(before, places, before[start] + share, liked)
        chunks.append(range(start, cut))
        start = cut
    return chunks


def _greedy(sizes: Sequence[int], budget: int) -> list[int]:
    """0, then where each chunk ends when as much as fits is taken."""
    ends = [0]
    filled = 0
    for index, size in enumerate(sizes):
        if filled + size > budget and index > ends[-1]:
            ends.append(index)
            filled = 0
        filled += size
    return [*ends, len(sizes)] if sizes else ends


def _reach(sizes: Sequence[int], before: Sequence[int], start: int, budget: int) -> int:
    """The last place at which a chunk that begins at `start` can end."""
    if sizes[start] > budget:
        return start + 1
    return bisect_right(before, before[start] + budget) - 1


def _cut(before: Sequence[int], places: range, aim: float, liked: Sequence[int]) -> int:
    """The place whose sum is nearest to `aim`; a liked one if there is any."""
    found = liked[bisect_left(liked, places.start) : bisect_right(liked, places[-1])]
    if found:
        return min(found, key=lambda place: abs(before[place] - aim))
    near = bisect_left(before, aim, places.start, places.stop)
    return min(
        (place for place in (near - 1, near) if place in places),
        key=lambda place: abs(before[place] - aim),
    )
