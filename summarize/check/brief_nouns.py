"""What is read in a brief that somebody wrote: statements, references, and what stands beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from summarize.check.brief_inline import Mark, Plain


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a statement and says something about it.

    The `date` it is of, the day `as of` which its row is told, the `speaker` of a quotation, how
    many `origins` carry it. `marks` are those of what it is about, where that is more than the
    statement.
    """

    kind: Literal["date", "as of", "speaker", "origins"]
    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """`read.text[start:end]` states something; in a table with words before it, or behind it."""

    read: Plain
    start: int
    end: int
    marks: tuple[Mark, ...]
    beside: tuple[Beside, ...] = ()
    label: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a page of this program holds beside statements, as patterns that are to match.

    `sections` are casefolded titles of sections without any; `blocks` match whole blocks of
    Markdown, `leads` what stands before a statement, `notes` what stands behind its citations, of
    which `origins` tells how many carry it (in a group), where in words, `worded` has the number.
    `titles` are those of its own headings.
    """

    sections: frozenset[str]
    blocks: str
    leads: str
    notes: str
    origins: str = r"(?!)"
    worded: Mapping[str, str] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the text: its plain words, the line (from 1) and place in the file, its marks.

    `end` is behind its last word; `marks` may stand after it. `beside` is what is said about it.
    """

    text: str
    line: int
    start: int
    end: int
    marks: tuple[Mark, ...] = ()
    beside: tuple[Beside, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """What a mark stands for, as the text lists it: plain words and web addresses.

    Its lines stand at `start:end` of the file.
    """

    name: str
    text: str
    line: int
    addresses: tuple[str, ...]
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class BriefText:
    """What a text states and cites.

    `anchors` are the places (start, end) of lines that make a mark a link within the page, by its
    name; `loose` the marks outside of statements; `passed` how many things of each kind were not
    looked at.
    """

    statements: tuple[Statement, ...]
    references: tuple[Reference, ...]
    anchors: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    loose: tuple[Mark, ...] = ()
    passed: Mapping[str, int] = field(default_factory=dict)
