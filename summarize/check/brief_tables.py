"""The rows of a table that cite, as pieces to check.

1. A cell with marks holds a piece for each run of them (`26 [2a] / 31 [6d]`).
2. Where the marks have a cell for themselves, the other cells of the row are one piece.
3. A cell that is an ISO date is no piece: it says of which day the row is.
4. The first cell names what is counted, where it has no marks: "Killed: 26" in another's table,
   "26 people killed" in our own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summarize.check.brief_blocks import Table
from summarize.check.brief_inline import Plain, plain
from summarize.check.brief_leads import found_in, groups
from summarize.check.brief_nouns import Beside, Piece
from summarize.text.patterns import fullmatch, search

_DAY = r"\d{4}-\d\d-\d\d"
_BETWEEN = r"\s*[/→]?\s*"


def cited_rows(table: Table, outlets: frozenset[str], notes: str) -> Iterator[list[Piece]]:
    """The pieces of each row that cites; `notes` match what stands behind marks in our own page."""
    for row in table:
        cells = [plain(cell, outlets) for cell in row]
        marks = tuple(mark for cell in cells for mark in cell.marks)
        days = [cell.text for cell in cells if fullmatch(_DAY, cell.text.strip())]
        pieces = list(_pieces(cells, notes)) if marks else []
        if pieces and days:
            beside = tuple(Beside("as of", day.strip(), marks) for day in days)
            pieces[0] = replace(pieces[0], beside=beside)
        if pieces:
            yield pieces


def _pieces(cells: list[Plain], notes: str) -> Iterator[Piece]:
    said = [cell for cell in cells if not fullmatch(_DAY, cell.text.strip())]
    alone = [cell for cell in said if cell.marks and not search(r"[\p{L}\p{N}]", cell.text)]
    if alone:
        rest = [cell for cell in said if cell not in alone and cell.text.strip()]
        label = "".join(f"{cell.text.strip()}: " for cell in rest[:-1])
        marks = tuple(mark for cell in said for mark in cell.marks)
        if rest:
            yield Piece(rest[-1], 0, len(rest[-1].text), marks, label=label)
        return
    first = cells[0]
    what = "" if first.marks else first.text.strip()
    label, behind = ("", f" {what}") if notes or not what else (f"{what}: ", "")
    for cell in (cell for cell in said if cell.marks):
        last = 0
        for group in groups(cell):
            start = last + len(found_in(rf"(?:{notes}){_BETWEEN}", cell.text[last:]))
            yield Piece(cell, start, group[0].at, tuple(group), label=label, what=behind)
            last = group[-1].at
