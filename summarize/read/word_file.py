"""Word files (.docx): headings, paragraphs, and tables a row a paragraph.

Footnotes, comments, headers and footers are other parts of the file: they are never glued into a
sentence. Text that Word does not show (hidden, deleted) is left out.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarize.read import titles
from summarize.read.clean import line, unseen
from summarize.read.draft import FEWEST_WORDS, Block, Document, Draft, Field, Found
from summarize.reported import Skipped

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import Table
    from docx.text.paragraph import Paragraph

LARGEST = 50_000_000  # bytes of the file; pictures make large ones
LARGEST_INSIDE = 200_000_000  # bytes decompressed: a bomb says so in its list of parts, or breaks
LARGEST_XML = 40_000_000  # bytes of one part: lxml takes ten times that
MOST_PARTS = 5_000
CELL_BORDER = " | "

_HEADING = re.compile(r"(?:heading|titre|überschrift|título|заголовок)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titel|titre|título)$", re.IGNORECASE)
_NO_AUTHOR = re.compile(
    r"(?:microsoft|office|python-docx|user|admin|administrator|owner|author|windows|unknown|pc\b)"
    r"[\w\s.-]*",
    re.IGNORECASE,
)


def drafts(document: Document) -> Iterator[Draft | Skipped]:
    """The one article of a Word file, or one line why it is none."""
    name = document.place.name
    data = document.stream.read(LARGEST + 1)
    if why := _unfit(data):
        yield Skipped(name, why)
        return
    word = _opened(data)
    if word is None:
        yield Skipped(name, "not a readable Word file")
        return
    yield Draft(_found(word, name), document.place, FEWEST_WORDS)


def _unfit(data: bytes) -> str | None:
    """Why bytes are no Word file that can be read, before anything is unpacked."""
    if len(data) > LARGEST:
        return "larger than 50 MB"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "a Word file that is encrypted, or of an old form"
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "not a Word file"
    sizes = [part.file_size for part in parts]
    xml = [part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))]
    large = sum(sizes) > LARGEST_INSIDE or max(xml, default=0) > LARGEST_XML
    return "too large inside" if large or len(parts) > MOST_PARTS else None


def _opened(data: bytes) -> Word | None:
    """The document; None for any of the ways in which a package can be broken."""
    import zlib

    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError  # type: ignore[import-untyped]

    broken = (OpcError, LxmlError, zipfile.BadZipFile, zlib.error, KeyError, ValueError,
              AttributeError, OSError, EOFError, RuntimeError, NotImplementedError)  # fmt: skip
    try:
        return docx.Document(io.BytesIO(data))
    except broken:
        return None


def _found(word: Word, name: str) -> Found:
    blocks = list(_blocks(word))
    fields: dict[str, Field] = {}
    written = line(word.core_properties.title or "")
    top = next((block for block in blocks if block.level == 1), None)
    if titles.believable(written, name.rpartition("/")[2]):
        fields["title"] = Field(written, "Word properties")
    elif top:
        fields["title"] = Field(top.text, "first heading")
    author = line(word.core_properties.author or "")
    if author and not _NO_AUTHOR.fullmatch(author):
        fields["author"] = Field(author, "Word properties")
    text = "".join(block.text for block in blocks)
    shown = tuple(Block(line(block.text), block.level) for block in blocks if line(block.text))
    return Found(shown, fields, unseen(text))


def _blocks(word: Word) -> Iterator[Block]:
    from docx.text.paragraph import Paragraph

    for part in word.iter_inner_content():
        if isinstance(part, Paragraph):
            if text := _text(part):
                yield Block(text, _level(part))
        else:
            yield from _table_rows(part)


def _table_rows(table: Table) -> Iterator[Block]:
    """Each row as one paragraph; a cell that spans several columns once."""
    for row in table.rows:
        cells = dict.fromkeys(cell._tc for cell in row.cells)
        texts = (" ".join(line("".join(t.text or "" for t in tc.iter(_T))).split()) for tc in cells)
        if said := CELL_BORDER.join(filter(None, texts)):
            yield Block(said)


_T = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def _text(paragraph: Paragraph) -> str:
    """What is shown of a paragraph: text of hyperlinks too, none that is hidden."""
    parts = []
    for inner in paragraph.iter_inner_content():
        runs = inner.runs if hasattr(inner, "runs") else [inner]
        parts += [run.text for run in runs if not run.font.hidden]
    return " ".join("".join(parts).split())


def _level(paragraph: Paragraph) -> int:
    """The level of a heading by its style, 0 for text; a title is the first."""
    style = paragraph.style
    name = (style.name if style is not None else None) or ""
    if _TITLE.fullmatch(name):
        return 1
    match = _HEADING.match(name)
    return min(6, int(match[1]) or 1) if match else 0
