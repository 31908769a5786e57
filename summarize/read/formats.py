"""Which reader a file is for: by its suffix, and by its bytes where the suffix says nothing."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from typing import BinaryIO

from summarize.ours import HEAD, is_ours
from summarize.read import charset, markdown_file, page, readers, records, split, text_file
from summarize.read.draft import (
    FEWEST_WORDS,
    FEWEST_WORDS_RECORD,
    Document,
    Draft,
    Found,
    Place,
)
from summarize.read.options import AS_USUAL, Reading
from summarize.read.walk import reason
from summarize.reported import Skipped

# No article is this large; a book is 1 MB. JSON Lines are read line by line and may be larger.
LARGEST = 20_000_000  # bytes
TOO_LARGE = "larger than 20 MB"
OURS = "a report of summarize"

MARKDOWN = {".md", ".markdown"}
PAGES = {".html", ".htm", ".xhtml"}
LINES = {".jsonl", ".ndjson"}
TEXTS = {*MARKDOWN, *PAGES, *LINES, ".json", ".txt"}
# Files that hold news, but in forms that have no reader here.
NOT_YET = {".doc", ".epub", ".mht", ".mhtml", ".odt", ".opml", ".rtf", ".xls", ".xlsx"}
# Text files that belong to something else than news.
NO_NEWS = {".bib", ".cfg", ".css", ".ini", ".js", ".log", ".py", ".sh", ".svg", ".toml", ".yaml",
           ".yml"}  # fmt: skip

_LOOKS_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_LOOKS_XML = re.compile(r"\s*<(?:\?xml|rss|feed|opml)\b", re.IGNORECASE)
_LOOKS_JSON_FEED = re.compile(r'\s*\{.{0,2000}?"https?:\\?/\\?/jsonfeed\.org', re.DOTALL)


def drafts(
    place: Place, now: datetime, stdin: BinaryIO | None, reading: Reading = AS_USUAL
) -> Iterator[Draft | Skipped]:
    """Everything that stands at one place, in order; `stdin` is read where it has no file."""
    if place.file is None:
        stream = stdin or getattr(sys.stdin, "buffer", None)
        yield from _standard_input(stream, place, now, reading)
        return
    suffix = suffix_of(place.file.name)
    if suffix in NOT_YET | NO_NEWS:
        kind = "are not read yet" if suffix in NOT_YET else "are not articles"
        yield Skipped(place.name, f"{suffix[1:]} files {kind}")
        return
    try:
        large = suffix not in LINES and suffix not in readers.READERS
        if large and place.file.stat().st_size > LARGEST:
            yield Skipped(place.name, TOO_LARGE)
            return
        with place.file.open("rb") as opened:
            if suffix in LINES and not charset.is_wide(opened.peek(2)):
                head = opened.peek(HEAD)[:HEAD].decode("utf-8", "replace")
                found = records.from_lines(_lines(opened))
                yield from [Skipped(place.name, OURS)] if is_ours(head) else _drafts(found, place)
            else:
                yield from of(Document(opened, place, now, reading), suffix)
    except OSError as error:
        yield Skipped(place.name, reason(error))


def suffix_of(name: str) -> str:
    """The suffix in lower case; that of a compressed archive with what it is of."""
    lower = name.lower()
    if lower.endswith(".warc.gz"):
        return ".warc.gz"
    stem, dot, end = lower.rpartition(".")
    return f".{end}" if dot and stem else ""


def of(document: Document, suffix: str) -> Iterator[Draft | Skipped]:
    """What stands in one document whose name ends in `suffix` ("" for none)."""
    if reader := readers.READERS.get(suffix):
        yield from reader(document)
    else:
        yield from _whole(document.stream.read(LARGEST + 1), suffix, document)


def _standard_input(
    stdin: BinaryIO | None, place: Place, now: datetime, reading: Reading
) -> Iterator[Draft | Skipped]:
    if stdin is None or stdin.closed:  # a program may be started without one
        yield Skipped(place.name, "not readable: closed")
        return
    try:
        yield from _stream(Document(stdin, place, now, reading))
    except OSError as error:
        yield Skipped(place.name, reason(error))


def _stream(document: Document) -> Iterator[Draft | Skipped]:
    """JSON Lines where the first line with something on it is an object, else one document."""
    stream = document.stream
    blank: list[bytes] = []
    head = b""
    for head in _lines(stream):
        if head.strip():
            break
        blank.append(head)
    if records.starts_object(head):
        found = records.from_lines(chain(blank, [head], _lines(stream)))
        yield from _drafts(found, document.place)
    else:
        yield from _whole(b"".join(blank) + head + stream.read(LARGEST + 1), "", document)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines, none longer than can be an article: the rest of a longer one is passed over."""
    while line := stream.readline(LARGEST + 1):
        yield line
        while line and not line.endswith(b"\n"):
            line = stream.readline(LARGEST)


def _whole(data: bytes, suffix: str, document: Document) -> Iterator[Draft | Skipped]:
    """One document, or a file of several."""
    name, again = document.place.name, replace(document, stream=io.BytesIO(data))
    if reader := _by_bytes(data, suffix):
        yield from reader(again)
        return
    text = _text(data, suffix)
    if isinstance(text, Refused):
        yield Skipped(name, text.reason)
    elif is_ours(text):
        yield Skipped(name, OURS)
    elif suffix == ".json" or suffix in LINES or (not suffix and records.is_document(text)):
        if _LOOKS_JSON_FEED.match(text):
            yield from readers.FEED(again)
        else:
            yield from _drafts(_json(text, suffix), document.place)
    elif suffix not in PAGES and _LOOKS_XML.match(text) and not _LOOKS_PAGE.match(text):
        yield from readers.FEED(again)
    else:
        yield from _texts(text, suffix, document)


def _by_bytes(data: bytes, suffix: str) -> readers.Reader | None:
    if len(data) > LARGEST:
        return None
    if data.startswith(b"%PDF-"):
        return readers.READERS[".pdf"]
    return None if suffix in TEXTS else readers.sniffed(data)


def _texts(text: str, suffix: str, document: Document) -> Iterator[Draft | Skipped]:
    """One text, or where the settings say how they are parted, several."""
    pattern = document.reading.split
    if pattern and suffix not in PAGES | MARKDOWN and (parts := split.parts(text, pattern)):
        yield from _drafts(parts, document.place)
    else:
        yield Draft(_found(text, suffix, document.now), document.place, FEWEST_WORDS)


@dataclass(frozen=True, slots=True)
class Refused:
    """Why bytes are no text."""

    reason: str


def _text(data: bytes, suffix: str) -> str | Refused:
    if len(data) > LARGEST:
        return Refused(TOO_LARGE)
    if not data.strip():
        return Refused("empty")
    if charset.looks_binary(data):
        return Refused("not text")
    label = charset.declared(data) if suffix in PAGES or data.lstrip()[:1] == b"<" else None
    text = charset.decode(data, label)
    return Refused("not decodable") if text is None else text


def _found(text: str, suffix: str, now: datetime) -> Found:
    if suffix in PAGES or (suffix not in MARKDOWN and _LOOKS_PAGE.match(text)):
        return page.found(text, now)
    return markdown_file.found(text) if suffix in MARKDOWN else text_file.found(text)


def _json(text: str, suffix: str) -> Iterator[records.Record]:
    if suffix in LINES:
        return records.from_lines(text.encode("utf-8", "replace").splitlines(keepends=True))
    return records.from_document(text)


def _drafts(found: Iterable[records.Record], place: Place) -> Iterator[Draft | Skipped]:
    """The records of a file; each stands at `file:line`."""
    for record in found:
        relative = f"{place.relative}:{record.number}" if place.relative else None
        spot = replace(place, name=f"{place.name}:{record.number}", relative=relative)
        if record.found is None:
            yield Skipped(spot.name, record.reason)
        else:
            yield Draft(record.found, spot, FEWEST_WORDS_RECORD)
