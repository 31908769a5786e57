"""Where labels of a picture go so that none covers another, at the width of a phone.

Pictures are drawn in per cent of their width and in pixels of height: so they fill the column, and
their letters keep their size on every screen.
"""

from __future__ import annotations

from collections.abc import Sequence

NARROW = 300  # pixels: a picture on a phone 360 pixels wide, its margins taken off
EDGE = 3.0  # per cent on either side, so that a dot at the end is whole


def placed(value: float, low: float, high: float) -> float:
    """Where a value stands between two others, in per cent of the width."""
    share = (value - low) / (high - low) if high > low else 0.5
    return round(EDGE + share * (100 - 2 * EDGE), 2)


def rows(spans: Sequence[tuple[float, float]]) -> list[int]:
    """For each span (from, to, in per cent), in order, the first row in which it is free."""
    taken: list[list[tuple[float, float]]] = []
    found = []
    for start, end in spans:
        row = next(
            (n for n, one in enumerate(taken) if all(end <= a or b <= start for a, b in one)),
            len(taken),
        )
        if row == len(taken):
            taken.append([])
        taken[row].append((start, end))
        found.append(row)
    return found


def per_cent(pixels: float) -> float:
    """So many pixels in per cent of the narrowest picture."""
    return 100 * pixels / NARROW
