"""What a reader makes of one document, before it is an article.

A reader (text, Markdown, page, record, mail, PDF) takes a `Document` and gives `Found`: blocks and
fields, as the document has them. `Draft` adds where it stood. `finish.finish` makes the article of
it, in one place for all readers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from summarize.read.options import Reading

FEWEST_WORDS = 40
FEWEST_WORDS_RECORD = 8  # a record was made as an article: a flash of one sentence counts


@dataclass(frozen=True, slots=True)
class Field:
    """A value as written, and where it came from in words for a person ("meta", "first line").

    No value ("") means that what stood there could not be used; `origin` says why.
    """

    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a document: its number, counted from 1, and what is printed for it."""

    number: int
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (`level` 0) or a heading (`level` 1 to 6).

    `sheets` says at which offset of the text which page begins; its text is clean and on one line.
    A block without them goes on with the page before it.
    """

    text: str
    level: int = 0
    sheets: tuple[tuple[int, Sheet], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in one document.

    `fields` has some of: title, outlet, author, url, published, language, via, doi, citekey.
    `removed` counts what a reader could not have seen and was left out, by what hid it. `key` is
    what a document itself says that it is (the Message-ID of a mail). `retrieved` (aware) is when
    it was got, where that is not now. `wall` is what a page is that stands in the way of an article
    ("paywall"), "" where it does not.
    """

    blocks: tuple[Block, ...]
    fields: Mapping[str, Field]
    removed: Mapping[str, int] = field(default_factory=dict)
    key: str | None = None
    retrieved: datetime | None = None
    wall: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document stands.

    `name` is what a person is shown, `relative` the path inside its SOURCE (None for standard
    input), `folder` the name of the folder it was met in while walking, `file` what to open; `spec`
    is a SOURCE that a reader of another package knows ("demo:…"), "" for all others.
    """

    name: str
    relative: str | None = None
    folder: str | None = None
    file: Path | None = None
    spec: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """Something to read: its bytes, where it stands, when (aware) and how it is read."""

    stream: BinaryIO
    place: Place
    now: datetime
    reading: Reading


@dataclass(frozen=True, slots=True)
class Draft:
    """A found document at its place; it needs `least` words to be an article."""

    found: Found
    place: Place
    least: int
