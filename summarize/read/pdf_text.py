"""From the lines of a printed document to its headings and paragraphs.

1. A line in larger letters, or a short one in bold, is a heading; the largest are of level 1.
2. A paragraph ends at a gap, before an indented line, after a short line that ends a sentence, and
   where letters change their size; it goes on over columns and pages.
3. Small print at the foot of a page waits until the paragraph above it has ended.
4. A hyphen at the end of a line goes, unless the document has the word with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex

from summarize.read.clean import line as one_line
from summarize.read.draft import Block, Sheet
from summarize.read.pdf_heads import LARGER, Leaf, body_size
from summarize.read.pdf_layout import Line

SMALL = 0.9  # times the size of the text: notes, captions
GAP = 1.6  # times the usual distance of lines: a paragraph ends
INDENT = 0.8  # ems
SHORT = 0.85  # of the width of a column: a line that ends before is the last of its paragraph
LONGEST_HEADING = 25  # words
MOST_LEVELS = 6
USUAL_LEADING = 1.2  # times the size, where a page has one line only

_ENDED = regex.compile(r"[.!?…。！？।؟۔:;][\"'”’»)\]]*\d{0,2}$")
_SENTENCE = regex.compile(r"[.。।۔;,]$")
_ITEM = regex.compile(r"(?:[•▪◦‣·–—*-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_HYPHEN = regex.compile(r"(?<=(\p{L}{2,}))[-\u2010]$")
_SOFT = regex.compile(r"\u00ad$")  # at the end of a line it is seen
_STARTS_LOW = regex.compile(r"\p{Ll}+")
_HYPHENED = regex.compile(r"\p{L}+(?:[-\u2010]\p{L}+)+")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}，。、！？]")


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together, each with its page."""

    level: int = 0
    lines: list[tuple[Line, Sheet]] = field(default_factory=list)


def blocks(leaves: Sequence[Leaf]) -> tuple[Block, ...]:
    """The headings and paragraphs of a document, each with the pages it is on."""
    hyphened = {
        word.casefold()
        for leaf in leaves
        for line in leaf.lines
        for word in _HYPHENED.findall(line.text)
    }
    made = (_block(paragraph, hyphened) for paragraph in _paragraphs(leaves))
    return tuple(block for block in made if block.text)


def _paragraphs(leaves: Sequence[Leaf]) -> Iterator[_Paragraph]:
    size = body_size(leaves)
    levels = _levels(leaves, size)
    open_, waiting = _Paragraph(), _Paragraph()
    notes: list[_Paragraph] = []
    for leaf in leaves:
        leading = _leading(leaf)
        for line in leaf.lines:
            level = levels.get(line.size, MOST_LEVELS) if _is_heading(line, size) else 0
            if not level and line.size <= SMALL * size and open_.lines and not open_.level:
                if waiting.lines and _begins(waiting, line, leading):
                    notes.append(waiting)
                    waiting = _Paragraph()
                waiting.lines.append((line, leaf.sheet))
                continue
            if open_.lines and (level != open_.level or _begins(open_, line, leading)):
                yield from (open_, *notes, waiting)
                open_, waiting, notes = _Paragraph(), _Paragraph(), []
            open_.level = level
            open_.lines.append((line, leaf.sheet))
    yield from (open_, *notes, waiting)


def _levels(leaves: Sequence[Leaf], size: float) -> dict[float, int]:
    """The level of a heading by the size of its letters."""
    sizes = {line.size for leaf in leaves for line in leaf.lines if _is_heading(line, size)}
    ordered = sorted(sizes, reverse=True)
    return {size: min(number, MOST_LEVELS) for number, size in enumerate(ordered, 1)}


def _is_heading(line: Line, size: float) -> bool:
    if len(line.text.split()) > LONGEST_HEADING or not any(map(str.isalpha, line.text)):
        return False
    if line.size >= LARGER * size:
        return True
    return line.is_bold and line.size > SMALL * size and not _SENTENCE.search(line.text)


def _leading(leaf: Leaf) -> float:
    """The usual distance of two lines on a page, in points."""
    pairs = zip(leaf.lines, leaf.lines[1:], strict=False)
    steps = sorted(a.y - b.y for a, b in pairs if a.column == b.column and a.y > b.y)
    if steps:
        return steps[len(steps) // 3]  # gaps between paragraphs are among the larger ones
    return USUAL_LEADING * max((line.size for line in leaf.lines), default=0.0)


def _begins(paragraph: _Paragraph, line: Line, leading: float) -> bool:
    """Whether `line` begins a new paragraph after those of `paragraph`."""
    last, _ = paragraph.lines[-1]
    if paragraph.level:
        return line.size != last.size or last.y - line.y > GAP * max(leading, line.size)
    if _ITEM.match(line.text) or abs(last.size - line.size) > (1 - SMALL) * last.size:
        return True
    step = last.y - line.y
    below = step > 0 and last.column == line.column
    ended = _ENDED.search(last.text) is not None
    if below and step > GAP * leading:
        return True
    if not ended:
        return False
    indented = line.x - line.left >= INDENT * line.size
    hanging = indented and last.x - last.left >= INDENT * last.size
    return (indented and not hanging) or _is_short(last)


def _is_short(line: Line) -> bool:
    return line.end - line.left < SHORT * (line.right - line.left)


def _block(paragraph: _Paragraph, hyphened: set[str]) -> Block:
    """The lines as one text, and where in it each page begins."""
    text = ""
    sheets: list[tuple[int, Sheet]] = []
    for line, sheet in paragraph.lines:
        added = one_line(
            line.text.replace("\u00ad", "-") if line.text.endswith("\u00ad") else line.text
        )
        if not added:
            continue
        text = _ready(text, added, hyphened)
        if not sheets or sheets[-1][1] != sheet:
            sheets.append((len(text), sheet))
        text += added
    return Block(one_line(text), paragraph.level, tuple(sheets))


def _ready(text: str, added: str, hyphened: set[str]) -> str:
    """`text` so that `added` can follow it: with a space, or without the hyphen at its end."""
    if not text:
        return text
    match, low = _HYPHEN.search(text), _STARTS_LOW.match(added)
    if match:
        word = f"{match[1]}-{low[0]}".casefold() if low else ""
        return text[:-1] if low and word not in hyphened else text
    seamless = _UNSPACED.match(text[-1]) and _UNSPACED.match(added[0])
    return text if seamless or text.endswith(("-", "/")) else f"{text} "
