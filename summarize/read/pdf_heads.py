"""Lines of a printed document that are no text of it: heads, numbers, contents, references."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from summarize.read import pdf_words
from summarize.read.draft import Sheet
from summarize.read.pdf_layout import Line

ZONE = 3  # rows from the top and from the bottom in which heads and feet stand
GAP = 1.4  # times the usual distance of rows: a head stands apart from the text
OUTERMOST = 12.0  # points from the first or last row
FEWEST_PAGES = 2  # a head runs from here on
LARGER = 1.08  # times the size of the text: a heading
LONGEST_LIST = 12  # lines after the heading in which works show themselves
SHARE_OF_WORKS = 0.3  # of these lines; a work takes two or three of them

_NUMBERS = regex.compile(r"\d+|\b[ivxlc]{1,7}\b", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Leaf:
    """The lines of one page in reading order."""

    sheet: Sheet
    lines: tuple[Line, ...]


def without(leaves: Sequence[Leaf]) -> list[Leaf]:
    """The pages without running heads, page numbers, tables of contents, lists of references."""
    size = body_size(leaves)
    edges = [_edge(leaf, size) for leaf in leaves]
    running = _running(leaves, edges)
    kept = []
    for leaf, edge in zip(leaves, edges, strict=True):
        lines = (
            line
            for line in leaf.lines
            if not (
                (_key(line) in running and (id(line) in edge or _is_outermost(line, leaf)))
                or (pdf_words.is_page_number(line.text) and _is_outermost(line, leaf))
                or pdf_words.is_of_contents(line.text)
            )
        )
        kept.append(Leaf(leaf.sheet, tuple(lines)))
    return list(_unreferenced(kept, size))


def body_size(leaves: Sequence[Leaf]) -> float:
    """The size of letters that most of the text has."""
    sizes: Counter[float] = Counter()
    for leaf in leaves:
        for line in leaf.lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _edge(leaf: Leaf, size: float) -> set[int]:
    """Lines that may be of a head or foot, by `id`: in the zone, and apart from the text.

    Apart are rows with a gap between them and the text, and those in letters of another size.
    """
    heights = sorted({round(line.y) for line in leaf.lines}, reverse=True)
    steps = sorted(upper - lower for upper, lower in pairwise(heights))
    usual = steps[len(steps) // 2] if steps else 0
    apart = {*_outer(heights, usual), *_outer(heights[::-1], usual)}
    zone = {*heights[:ZONE], *heights[-ZONE:]}
    return {
        id(line)
        for line in leaf.lines
        if round(line.y) in apart or (round(line.y) in zone and line.size != size)
    }


def _outer(heights: Sequence[int], usual: float) -> Sequence[int]:
    """The rows before the first gap, as far as the zone goes."""
    for number, (outer, inner) in enumerate(pairwise(heights[: ZONE + 1]), 1):
        if abs(outer - inner) > GAP * usual:
            return heights[:number]
    return ()


def _is_outermost(line: Line, leaf: Leaf) -> bool:
    """Whether a line is at the very top or bottom; the zone's other rows may be of a table."""
    outer = (max(other.y for other in leaf.lines), min(other.y for other in leaf.lines))
    return any(abs(line.y - y) < OUTERMOST for y in outer)


def _key(line: Line) -> tuple[str, float]:
    """A head by what it says, whatever its numbers are; the title of a page is larger."""
    return _NUMBERS.sub("#", line.text.casefold()), line.size


def _running(leaves: Sequence[Leaf], edges: Sequence[set[int]]) -> set[tuple[str, float]]:
    """What stands at the edge of several pages."""
    pages: dict[tuple[str, float], set[int]] = defaultdict(set)
    for leaf, edge in zip(leaves, edges, strict=True):
        for line in leaf.lines:
            if id(line) in edge:
                pages[_key(line)].add(leaf.sheet.number)
    return {key for key, on in pages.items() if len(on) >= FEWEST_PAGES}


def _unreferenced(leaves: Sequence[Leaf], size: float) -> Iterator[Leaf]:
    """Without what stands between the heading of references and the next heading like it."""
    following = [line for leaf in leaves for line in leaf.lines]
    place, inside, style = 0, False, (0.0, False)
    for leaf in leaves:
        kept = []
        for line in leaf.lines:
            place += 1
            if inside and _ends(line, style, size):
                inside = False
            if pdf_words.is_references(line.text) and _has_works(following[place:]):
                inside, style = True, (line.size, line.is_bold)
            if not inside:
                kept.append(line)
        yield Leaf(leaf.sheet, tuple(kept))


def _ends(line: Line, style: tuple[float, bool], size: float) -> bool:
    """A heading of the same look as that of the list, or one of what comes after such lists."""
    stands_out = line.size >= LARGER * size or line.is_bold
    same = (line.size, line.is_bold) == style and stands_out and not pdf_words.is_work(line.text)
    return same or pdf_words.comes_after(line.text)


def _has_works(lines: Sequence[Line]) -> bool:
    looked = lines[:LONGEST_LIST]
    works = sum(pdf_words.is_work(line.text) for line in looked)
    return bool(looked) and works >= SHARE_OF_WORKS * len(looked)
