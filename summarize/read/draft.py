"""What a reader makes of one document, before it is an article.

A reader (text, Markdown, page, record) gives `Found`: blocks and fields, as the document has them.
`Draft` adds where it stood. `finish.finish` makes the article of it, in one place for all readers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Field:
    """A value as written, and where it came from in words for a person ("meta", "first line").

    No value ("") means that what stood there could not be used; `origin` says why.
    """

    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (`level` 0) or a heading (`level` 1 to 6)."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in one document.

    `fields` has some of: title, outlet, author, url, published, language, via. `removed` counts
    what a reader could not have seen and was left out, by what hid it.
    """

    blocks: tuple[Block, ...]
    fields: Mapping[str, Field]
    removed: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document stands.

    `name` is what a person is shown, `relative` the path inside its SOURCE (None for standard
    input), `folder` the name of the folder it was met in while walking, `file` what to open.
    """

    name: str
    relative: str | None = None
    folder: str | None = None
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A found document at its place; it needs `least` words to be an article."""

    found: Found
    place: Place
    least: int
