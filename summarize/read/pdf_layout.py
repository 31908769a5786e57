"""The lines of a PDF's page in the order in which a person reads them.

1. Pieces on one baseline are a row.
2. A column begins where many rows have a piece that starts there, with a gap before it.
3. A row that goes across the gap parts the page: what is above is read first, column by column.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from summarize.read.pdf_fragments import Fragment

SAME_ROW = 0.5  # of the size of letters: superscripts are off by 0.35, lines by 1.1 or more
SAME_START = 3.0  # points: the edge of a column
FEWEST_ROWS = 4  # that begin at the edge of a column
SHARE_OF_ROWS = 0.2  # of those between the first and the last of them
# A gap between columns is 1.2 ems or more in print, one between words 0.25 to 0.6.
GUTTER = 1.0  # ems
ESTIMATE = 0.12  # how far an estimated width may be off, of itself
NARROWEST = 0.2  # of the width of the text: a column of prose, not one of a table
WORD_GAP = 0.15  # ems
FEWEST_LETTERS = 12  # of a row in a column of prose, in the mean

_RTL = regex.compile(r"[\p{Arabic}\p{Hebrew}]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one column. `y` grows upwards; `left` and `right` are the edges of its column."""

    text: str
    x: float
    y: float
    end: float
    size: float
    is_bold: bool
    column: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class _Row:
    y: float
    pieces: tuple[Fragment, ...]  # from left to right


def lines(fragments: Sequence[Fragment]) -> list[Line]:
    """The lines of a page in reading order."""
    rows = _rows(fragments)
    if not rows:
        return []
    edges = _edges(rows)
    rights = [*(edge for edge in edges[1:]), max(f.end for f in fragments)]
    made: list[Line] = []
    band: dict[int, list[Line]] = defaultdict(list)
    for row in rows:
        for column, pieces in _parted(row, edges):
            left = edges[max(column, 0)]
            right = rights[-1] if column < 0 else rights[column]
            line = _line(pieces, column, left, right)
            if column < 0:
                made += _in_order(band)
                band.clear()
                made.append(line)
            else:
                band[column].append(line)
    return made + _in_order(band)


def _in_order(band: dict[int, list[Line]]) -> list[Line]:
    return [line for column in sorted(band) for line in band[column]]


def _rows(fragments: Iterable[Fragment]) -> list[_Row]:
    """From top to bottom."""
    gathered: list[list[Fragment]] = []
    for piece in sorted(fragments, key=lambda f: -f.y):
        first = gathered[-1][0] if gathered else piece
        if gathered and first.y - piece.y <= SAME_ROW * max(first.size, piece.size):
            gathered[-1].append(piece)
        else:
            gathered.append([piece])
    return [_Row(row[0].y, tuple(sorted(row, key=lambda f: f.x))) for row in gathered]


def _edges(rows: Sequence[_Row]) -> list[float]:
    """Where columns begin, from the left; one where the page has one column."""
    starts: dict[int, list[tuple[int, Fragment, Fragment | None]]] = defaultdict(list)
    for number, row in enumerate(rows):
        for at, piece in enumerate(row.pieces):
            before = row.pieces[at - 1] if at else None
            starts[round(piece.x / SAME_START)].append((number, piece, before))
    left = min(row.pieces[0].x for row in rows)
    width = max(piece.end for row in rows for piece in row.pieces) - left
    edges = [left]
    for bucket in sorted(starts):
        near = [*starts[bucket], *starts.get(bucket + 1, ())]
        edge = min(piece.x for _, piece, _ in near)
        if edge >= edges[-1] + NARROWEST * width and _is_edge(near, edge, rows, edges[-1]):
            edges.append(edge)
    return edges


def _is_edge(
    near: Sequence[tuple[int, Fragment, Fragment | None]],
    edge: float,
    rows: Sequence[_Row],
    left: float,
) -> bool:
    """Whether prose begins at `edge` in enough rows, and stands beside it up to there."""
    numbers = {number for number, _, _ in near}
    reach = max(numbers) - min(numbers) + 1
    if len(numbers) < max(FEWEST_ROWS, SHARE_OF_ROWS * reach):
        return False
    clear = sum(before is None or _is_apart(before, edge) for _, _, before in near)
    letters = sum(len(piece.text) for n in numbers for piece in rows[n].pieces if piece.x >= edge)
    top, bottom = rows[min(numbers)].y, rows[max(numbers)].y
    beside = [row for row in rows if bottom <= row.y <= top and row.pieces[0].x < edge - SAME_START]
    crossed = sum(_crosses(row, edge) for row in beside)
    said = sum(len(p.text) for row in beside for p in row.pieces if left - 1 <= p.x < edge)
    return (
        clear >= 0.8 * len(near)
        and letters >= FEWEST_LETTERS * len(numbers)
        and len(beside) >= FEWEST_ROWS
        and said >= FEWEST_LETTERS * len(beside)
        and crossed <= 0.3 * len(beside)
    )


def _is_apart(before: Fragment, edge: float) -> bool:
    return edge - before.end >= GUTTER * before.size - ESTIMATE * before.width


def _crosses(row: _Row, edge: float) -> bool:
    """Whether a row goes on over `edge` without the gap of a column."""
    left = [piece for piece in row.pieces if piece.x < edge - SAME_START]
    right = [piece for piece in row.pieces if piece.x >= edge - SAME_START]
    if not left:
        return False
    if right:
        starts_there = right[0].x <= edge + GUTTER * right[0].size * 3
        return not (starts_there and _is_apart(left[-1], right[0].x))
    return left[-1].end - ESTIMATE * left[-1].width > edge


def _parted(row: _Row, edges: Sequence[float]) -> Iterator[tuple[int, list[Fragment]]]:
    """The pieces of a row by column; -1 for a row over several columns."""
    if any(_crosses(row, edge) for edge in edges[1:]):
        yield (-1, list(row.pieces))
        return
    parts: dict[int, list[Fragment]] = defaultdict(list)
    for piece in row.pieces:
        column = sum(piece.x >= edge - SAME_START for edge in edges[1:])
        parts[column].append(piece)
    yield from parts.items()


def _line(pieces: Sequence[Fragment], column: int, left: float, right: float) -> Line:
    text = "".join(piece.text for piece in pieces)
    if len(_RTL.findall(text)) * 2 > len(text.replace(" ", "")):
        pieces = pieces[::-1]
    joined = pieces[0].text
    for before, piece in pairwise(pieces):
        joined += (" " if _needs_space(before, piece) else "") + piece.text
    main = max(pieces, key=lambda piece: len(piece.text))
    start, end = min(piece.x for piece in pieces), max(piece.end for piece in pieces)
    bold = all(piece.is_bold for piece in pieces)
    return Line(" ".join(joined.split()), start, main.y, end, main.size, bold, column, left, right)


def _needs_space(before: Fragment, piece: Fragment) -> bool:
    """Between neighbours pypdf has set the space that is meant; others are words of their own."""
    if piece.order == before.order + 1:
        return False
    gap = max(piece.x - before.end, before.x - piece.end)
    return gap > WORD_GAP * piece.size - ESTIMATE * before.width
