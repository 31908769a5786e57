"""PDFs: the text in reading order, each paragraph with its pages, and what the file says of itself.

1. A file that cannot be opened, is encrypted, or has no text to read is named with its reason.
2. The pieces of each page with their places (pdf_fragments.py) are put in reading order
   (pdf_layout.py); running heads, page numbers and references go (pdf_heads.py); lines become
   headings and paragraphs (pdf_text.py).
3. The title is that of the file where a person gave it, else the largest heading of the first
   page; the date is one that stands alone near the top, else the file's own.
"""

from __future__ import annotations

import io
import logging
import struct
import time
import zlib
from collections.abc import Iterator, Sequence
from datetime import datetime

import regex
from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, PyPdfError

from summarize.read import doi, pdf_fragments, pdf_heads, pdf_layout, pdf_text, published, titles
from summarize.read.clean import line, unseen
from summarize.read.draft import (
    FEWEST_WORDS,
    Block,
    Document,
    Draft,
    Field,
    Found,
    Place,
    Sheet,
)
from summarize.read.finish import LONGEST_TEXT
from summarize.read.pdf_heads import Leaf
from summarize.reported import Skipped

LARGEST = 100_000_000  # bytes of a file; it is held in memory
MOST_PAGES = 5_000
SECONDS = 120  # for one file: 1,621 made pages with 2.8 million characters took 20 s cpu, 96 MB
FEWEST_LETTERS = 20  # a page, in the mean: fewer are stamps and numbers of a scan
UNREADABLE = 0.2  # of all signs: fonts that do not say which letters they draw
# Of one page: those that Chromium prints, where each letter has its place, have up to 32,000 parts
# of commands (benchmarks/made_pdfs.py); a bomb of 17 KB had 1.5 million, and took 39 s and 300 MB.
MOST_COMMANDS = 200_000
LARGEST_STREAM = 20_000_000  # bytes, decompressed
EARLIEST = 1993  # there were no PDFs before
DATED_WITHIN = 25  # lines from the top of the first page
PAGES_WITH_DOI = 2
MOST_NAMED = 20  # pages that could not be read

# What pypdf raises for broken files, beside errors of its own.
_BROKEN = (PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError,
           AssertionError, NotImplementedError, OSError, EOFError, RecursionError, struct.error,
           zlib.error)  # fmt: skip
_NO_LETTER = regex.compile(r"[\p{Cc}\p{Co}\p{Cn}\ufffd]|\(cid:\d+\)")
_LETTER = regex.compile(r"\p{L}")
_DATE_LABEL = regex.compile(
    r"^(?:(?:first\s+)?published|posted|issued|released|updated|date|dated|publié|publicado"
    r"|veröffentlicht|stand|datum|fecha)\b(?:\s+(?:on|online|le|el|am))?\s*:?\s*",
    regex.IGNORECASE,
)
_PLACE = regex.compile(r"^[\p{L}\s.'’-]{2,40},\s+(?=.*\d)")
_NO_AUTHOR = regex.compile(
    r"(?:admin\w*|user|owner|unknown|author|microsoft.*|adobe.*|acrobat.*|windows.*|root|default"
    r"|\(?anonymous\)?|.*\\.*|.*@.*|[\d\s._-]*)",
    regex.IGNORECASE,
)


def drafts(document: Document) -> Iterator[Draft | Skipped]:
    """The one article of a PDF, or one line why it is none."""
    logger = logging.getLogger("pypdf")
    if not logger.handlers:  # what it warns of is told here in one line, or is of no matter
        logger.addHandler(logging.NullHandler())
    data = document.stream.read(LARGEST + 1)
    place = document.place
    try:
        with apply_configuration(
            stream_parsing_work_maximum_count=MOST_COMMANDS,
            zlib_maximum_output_length=LARGEST_STREAM,
            lzw_maximum_output_length=LARGEST_STREAM,
            run_length_maximum_output_length=LARGEST_STREAM,
            array_based_stream_maximum_output_length=LARGEST_STREAM,
        ):
            read = _read(data, document)
    except pdf_fragments.TooSlow:
        read = f"takes longer than {SECONDS} seconds to read"
    except DependencyError:
        read = "encrypted"
    except _BROKEN:
        read = "not a readable PDF"
    yield Skipped(place.name, read) if isinstance(read, str) else Draft(read, place, FEWEST_WORDS)


def _read(data: bytes, document: Document) -> Found | str:
    if len(data) > LARGEST:
        return "larger than 100 MB"
    if not data.strip():
        return "empty"
    until = time.monotonic() + SECONDS
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return "encrypted: needs a password"
    count = len(reader.pages)
    if not 0 < count <= MOST_PAGES:
        return f"over {MOST_PAGES:,} pages" if count else "a PDF without pages"
    leaves = _leaves(reader, count, until)
    return _unreadable(leaves, count) or _found(reader, leaves, document, _lost(leaves, count))


def _lost(leaves: Sequence[Leaf], count: int) -> str:
    """Which pages could not be read, "" for none."""
    read = {leaf.sheet.number for leaf in leaves}
    numbers = [str(n) for n in range(1, count + 1) if n not in read]
    return f"not readable: {', '.join(numbers[:MOST_NAMED])}" if numbers else ""


def _unreadable(leaves: Sequence[Leaf], pages: int) -> str | None:
    """Why there is nothing to read, None where there is."""
    if not leaves:
        return "not a readable PDF"
    text = _text(leaves)
    if len(_LETTER.findall(text[:LONGEST_TEXT])) < FEWEST_LETTERS * pages:
        return "no text layer: needs OCR"
    if len(_NO_LETTER.findall(text)) > UNREADABLE * len(text):
        return "its fonts do not say which letters they draw: needs OCR"
    return None


def _text(leaves: Sequence[Leaf]) -> str:
    return "".join(line.text for leaf in leaves for line in leaf.lines)


def _leaves(reader: PdfReader, count: int, until: float) -> list[Leaf]:
    """The pages that can be read."""
    labels = _labels(reader, count)
    leaves: list[Leaf] = []
    length = 0
    for number in range(count):
        if time.monotonic() > until:  # what is broken is not timed by its text
            raise pdf_fragments.TooSlow
        try:
            pieces = pdf_fragments.fragments(reader.pages[number], until)
        except _BROKEN:
            continue
        lines = tuple(pdf_layout.lines(pieces))
        leaves.append(Leaf(Sheet(number + 1, labels[number]), lines))
        length += sum(len(line.text) for line in lines)
        if length > LONGEST_TEXT:  # it will be refused, as any text of this length
            break
    return leaves


def _labels(reader: PdfReader, count: int) -> Sequence[str | None]:
    """What the file says is printed for each page; None where it says nothing."""
    try:
        if "/PageLabels" not in reader.root_object:
            return [None] * count
        labels = [line(label) or None for label in reader.page_labels]
    except _BROKEN:
        labels = []
    return [*labels, *[None] * count][:count]


def _found(reader: PdfReader, leaves: Sequence[Leaf], document: Document, lost: str) -> Found:
    kept = pdf_heads.without(leaves)
    blocks = pdf_text.blocks(kept)
    fields = {
        "title": _title(reader, blocks, document.place),
        "author": _author(reader),
        "published": _published(reader, leaves, document.now),
        "doi": _doi(reader, leaves),
        "language": Field(_said(reader, "/Lang"), "meta"),
    }
    known = {name: field for name, field in fields.items() if field.value}
    if lost:
        known["pages"] = Field("", lost)
    return Found(blocks, known, unseen(_text(leaves)))


def _said(reader: PdfReader, name: str) -> str:
    try:
        return line(str(reader.root_object.get(name, "")))
    except _BROKEN:
        return ""


def _property(reader: PdfReader, name: str) -> str:
    """What the file's own properties say, "" for nothing that can be read."""
    try:
        said = reader.metadata
        return line(str(said.get(name) or "")) if said else ""
    except _BROKEN:
        return ""


def _title(reader: PdfReader, blocks: Sequence[Block], place: Place) -> Field:
    written = _property(reader, "/Title")
    if titles.believable(written, place.name.rpartition("/")[2]):
        return Field(written, "PDF properties")
    first = [block for block in blocks if block.level and block.sheets[0][1] == _first(blocks)]
    top = min(first, key=lambda block: block.level, default=None)
    return Field(top.text if top else "", "first heading")


def _first(blocks: Sequence[Block]) -> Sheet | None:
    return blocks[0].sheets[0][1] if blocks else None


def _author(reader: PdfReader) -> Field:
    author = _property(reader, "/Author")
    return Field("" if _NO_AUTHOR.fullmatch(author) else author, "PDF properties")


def _published(reader: PdfReader, leaves: Sequence[Leaf], now: datetime) -> Field:
    """A date that stands alone near the top; else when the file was made, if that may be."""
    for row in leaves[0].lines[:DATED_WITHIN]:
        for text in (_DATE_LABEL.sub("", row.text), _PLACE.sub("", row.text)):
            if published.parse(text.strip(" .()")):
                return Field(text.strip(" .()"), "first page")
    try:
        made = reader.metadata.creation_date if reader.metadata else None
    except _BROKEN:
        made = None
    may_be = made is not None and made.year >= EARLIEST and made.date() <= now.date()
    return Field(f"{made.date()}" if made and may_be else "", "PDF properties")


def _doi(reader: PdfReader, leaves: Sequence[Leaf]) -> Field:
    for name in ("/doi", "/DOI", "/WPS-ARTICLEDOI"):
        if bare := doi.bare(_property(reader, name)):
            return Field(bare, "PDF properties")
    lines = (row.text for leaf in leaves[:PAGES_WITH_DOI] for row in leaf.lines)
    return Field(doi.find("\n".join(lines)), "first pages")
