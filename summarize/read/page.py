"""A web page as saved: trafilatura finds the text of the article, its body tells the headings.

1. The page says title, outlet, author, date, address and language (page_meta); what it does not
   say is what trafilatura finds, but never a date that only stands somewhere in the text.
2. What nobody sees who looks at the page is taken out of it (hidden.py).
3. One that stands in the way of an article is named (walls.py).
4. `head` elements are headings; paragraphs, list items and quotes are paragraphs, and of a table
   the cells that are sentences.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from types import ModuleType
from typing import TYPE_CHECKING

from summarize.read import hidden, page_meta, pointers, walls
from summarize.read.clean import line, unseen
from summarize.read.draft import Block, Field, Found
from summarize.read.unwrap import paragraphs
from summarize.text import words

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]
    from trafilatura.settings import Document

# A cell with fewer words is a figure or a label, which says nothing without its table.
CELL_WORDS = 8
# The largest of 91 real pages has 1,600; time grows with the square, 5.6 s at 100,000 empty ones.
MOST_ELEMENTS = 50_000

# libxml2 stops at a zero byte, and does not take a declaration of the encoding in a str.
_UNREADABLE = re.compile(r"\x00|^\s*<\?xml[^>]{0,200}\?>")
_LINES = re.compile(r"[\r\n]+")
# Words of a date line that trafilatura takes along with a name.
_AFTER_NAME = re.compile(
    r"\s(?:published|updated|posted|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b.*$",
    re.IGNORECASE,
)
_CUTS = {"body", "div", "p", "head", "list", "item", "quote", "code", "table", "row", "cell"}


def found(text: str, now: datetime) -> Found:
    """Blocks and fields of a page; no blocks where it has no article."""
    trafilatura = _library()
    tree = trafilatura.load_html(_UNREADABLE.sub("", text))
    if tree is None or sum(1 for _ in islice(tree.iter(), MOST_ELEMENTS)) == MOST_ELEMENTS:
        return Found((), {})
    known, of_itself = page_meta.read(tree), walls.said(tree)
    removed = Counter(hidden.remove(tree))
    heads = [line(head.text_content()) for head in tree.iter("h1")]
    said = trafilatura.extract_metadata(
        tree,
        date_config={
            "original_date": True,
            "extensive_search": False,
            "max_date": now.date().isoformat(),
        },
        extensive=False,
    )
    shown = walls.shown(tree)
    hidden.drop_scripts(tree)
    pointers.remove(tree, known["url"].value if "url" in known else "")
    document = trafilatura.bare_extraction(tree, include_comments=False)
    if document is None or isinstance(document, dict):
        return Found((), known, removed, wall=walls.kind(of_itself, shown, "") or "")
    for name, field in _metadata(said).items():
        known.setdefault(name, field)
    if title := known.get("title"):
        outlet = known.get("outlet")
        short = page_meta.headline(title.value, outlet.value if outlet else None, heads)
        known["title"] = Field(short, title.origin)
    removed += unseen("".join(document.body.itertext()))
    blocks = tuple(_blocks(document.body))
    main = "\n\n".join(block.text for block in blocks)
    return Found(blocks, known, removed, wall=walls.kind(of_itself, shown, main) or "")


def _library() -> ModuleType:
    """trafilatura takes 0.5 s to import: only where there is a page. It logs what we report."""
    import trafilatura

    for name in ("trafilatura", "htmldate", "courlan"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
    return trafilatura


def _metadata(document: Document) -> dict[str, Field]:
    author = _AFTER_NAME.sub("", document.author or "")
    found = {"title": document.title, "author": author, "published": document.date}
    return {name: Field(value, "page") for name, value in found.items() if value}


def _blocks(body: _Element) -> Iterator[Block]:
    """The blocks of trafilatura's body in order: text is cut where an element of `_CUTS` is."""
    from lxml import etree  # type: ignore[import-untyped]

    gathered: list[str] = []
    inside = [body]
    for event, element in etree.iterwalk(body, events=("start", "end")):
        cut = element.tag in _CUTS
        if cut:
            yield from _made("".join(gathered), inside[-1])
            gathered = []
        if event == "start":
            if cut:
                inside.append(element)
            gathered.append("\n" if element.tag == "lb" else _one_line(element.text))
        else:
            if cut:
                inside.pop()
            gathered.append(_one_line(element.tail))


def _made(text: str, element: _Element) -> Iterator[Block]:
    """The blocks that text inside `element` makes; a break (`br`) may part paragraphs."""
    if element.tag == "head":
        if heading := line(text):
            yield Block(heading, int((element.get("rend") or "h2")[1:] or 2))
    elif element.tag != "cell" or words.count(text) >= CELL_WORDS:
        yield from (Block(part) for part in paragraphs(text))


def _one_line(text: str | None) -> str:
    return _LINES.sub(" ", text or "")
