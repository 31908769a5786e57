"""HTML without a page around it: the text of a feed item, of a mail, of a cell.

trafilatura looks for the article among navigation, and takes short texts for none; here all is
text, but for what nobody sees (hidden.py). Paragraphs know where they lead, for digests.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from summarize.read import hidden
from summarize.read.clean import line, unseen
from summarize.read.draft import Block
from summarize.read.urls import web_address
from summarize.text import words

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

MOST_ELEMENTS = 50_000  # as in a page: time grows with the square
# A cell with fewer words is a figure or a label, unless it is a link or stands out.
CELL_WORDS = 8

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CUTS = {
    *_HEADINGS, "address", "article", "aside", "blockquote", "body", "br", "caption", "center",
    "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "form", "header", "hr", "li", "main",
    "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_CELLS = {"td", "th"}
_STRONG = {"b", "strong"}
# libxml2 stops at a zero byte, and does not take a declaration of the encoding in a str.
_UNREADABLE = re.compile(r"\x00|^\s*<\?xml[^>]{0,200}\?>")
_MARKED_UP = re.compile(
    r"<(?:/?(?:p|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|table)\b|br\s*/?>)", re.I
)
_TAG = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph (`level` 0) or heading, and the first web address it leads to.

    `stands_out` says that all of it is a link, or in bold.
    """

    text: str
    level: int = 0
    link: str | None = None
    stands_out: bool = False


@dataclass(frozen=True, slots=True)
class Fragment:
    """The pieces in order, and what was removed because nobody sees it, by what hid it."""

    pieces: tuple[Piece, ...]
    removed: Mapping[str, int]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The pieces as the text of an article."""
        return tuple(Block(piece.text, piece.level) for piece in self.pieces)


def read(written: str) -> Fragment:
    """The pieces of HTML; none where it has too many elements, or nothing to read."""
    from lxml import etree  # type: ignore[import-untyped]
    from lxml.html import document_fromstring  # type: ignore[import-untyped]

    try:
        tree = document_fromstring(_UNREADABLE.sub("", written))
    except (etree.ParserError, ValueError):  # nothing in it
        return Fragment((), {})
    if sum(1 for _ in islice(tree.iter(), MOST_ELEMENTS)) == MOST_ELEMENTS:
        return Fragment((), {})
    removed = hidden.remove(tree)
    hidden.drop_scripts(tree)
    etree.strip_tags(tree, etree.Comment, etree.PI)
    body = tree.find("body")
    if body is None:
        return Fragment((), removed)
    counted = unseen("".join(body.itertext())) + Counter(removed)
    return Fragment(tuple(_pieces(body)), counted)


def is_html(text: str) -> bool:
    """Whether a text that may be either has elements of HTML in it."""
    return _MARKED_UP.search(text) is not None


def plain(text: str) -> str:
    """A line of text that may have elements and entities in it, as a title in a feed has."""
    unescaped = html.unescape(text)
    return line(html.unescape(_TAG.sub(" ", unescaped)) if "<" in unescaped else unescaped)


@dataclass(slots=True)
class _Gathered:
    """The text since the last border, and how much of it is a link or bold."""

    parts: list[str] = field(default_factory=list)
    marked: int = 0
    link: str | None = None

    def add(self, text: str | None, links: Sequence[str | None], strong: int) -> None:
        if text and (shown := "".join(text.split())):
            self.marked += len(shown) if links or strong else 0
            self.link = self.link or next(filter(None, links), None)
        self.parts.append(text or "")

    def piece(self, inside: Sequence[_Element]) -> Piece | None:
        text = line("".join(self.parts))
        if not text:
            return None
        stands_out = self.marked >= len("".join(text.split()))
        heading = next((e for e in reversed(inside) if e.tag in _HEADINGS), None)
        level = _HEADINGS[heading.tag] if heading is not None else 0
        block = next((e for e in reversed(inside) if e.tag in _CUTS), None)
        in_cell = block is not None and block.tag in _CELLS
        if in_cell and not level and not stands_out and words.count(text) < CELL_WORDS:
            return None
        return Piece(text, level, self.link, stands_out)


def _pieces(body: _Element) -> Iterator[Piece]:
    from lxml import etree

    gathered, inside = _Gathered(), [body]
    links: list[str | None] = []  # of the `a` that are open, None where one leads nowhere
    strong = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        starts = event == "start"
        if element.tag in _CUTS:
            if piece := gathered.piece(inside):
                yield piece
            gathered = _Gathered()
        strong += (1 if starts else -1) * (element.tag in _STRONG)
        if element.tag == "a":
            links = [*links, web_address(element.get("href") or "")] if starts else links[:-1]
        if starts:
            inside.append(element)
            gathered.add(element.text, links, strong)
        else:
            inside.pop()
            gathered.add(element.tail if element is not body else None, links, strong)
