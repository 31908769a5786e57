"""Several briefs of the same stories side by side, as one HTML page that loads nothing.

`prompts/report/compare.html.j2` is the page, `compare.css.j2` its only style: the policy in its
head allows that style by its hash, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, replace

from markupsafe import escape

from summarize.report.escape import fold
from summarize.templates import SHIPPED, Folders, environment
from summarize.templates.reports import fill

PAGE = "report/compare.html.j2"
STYLE = "report/compare.css.j2"


@dataclass(frozen=True, slots=True)
class VariantLine:
    """A variant, and in words how it compares; `failed` where there is nothing of it."""

    letter: str
    name: str
    said: str
    failed: bool


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure of all variants."""

    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """How one figure of a variant differs from that of the first; `clear` where it is no noise."""

    label: str
    difference: str
    interval: str
    verdict: str
    clear: bool


@dataclass(frozen=True, slots=True)
class Against:
    """All differences of the variant `letter` to the one called `first`."""

    letter: str
    first: str
    lines: tuple[DifferenceLine, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is said in figures; `letters` are those of the columns of `figures`."""

    headline: str
    variants: tuple[VariantLine, ...]
    letters: tuple[str, ...]
    figures: tuple[FigureLine, ...]
    against: tuple[Against, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassageLine:
    """A cited passage of a story: the same number in each column, and where it stands."""

    number: int
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class SentenceLine:
    """A claim: who says it (a quotation), what was found by the check, and its passages."""

    text: str
    speaker: str
    status: str
    notes: tuple[str, ...]
    passages: tuple[PassageLine, ...]


@dataclass(frozen=True, slots=True)
class AddedLines:
    """A field that a template adds: what cites passages, and what is in the writer's own words."""

    title: str
    said: tuple[SentenceLine, ...]
    unsourced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldColumn:
    """A story as one variant tells it; `facts` counts the shared ones that it tells.

    `language` is that of its sentences, a code of two letters.
    """

    letter: str
    name: str
    language: str
    headline: str
    bottom_line: SentenceLine | None
    claims: tuple[SentenceLine, ...]
    quotations: tuple[SentenceLine, ...]
    fields: tuple[AddedLines, ...]
    withheld: tuple[SentenceLine, ...]
    facts: str
    words: int


@dataclass(frozen=True, slots=True)
class SharedLine:
    """A fact that several origins state, and the letters of the variants that tell it."""

    text: str
    origins: int
    told_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryLines:
    """One story: all columns, the facts several origins state, all passages that are cited."""

    anchor: str
    title: str
    about: str
    columns: tuple[ToldColumn, ...]
    shared: tuple[SharedLine, ...]
    passages: tuple[PassageLine, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """What the template may use as `page`."""

    title: str
    sheet: Sheet
    stories: tuple[StoryLines, ...]
    style_hash: str = ""


def to_compare_page(page: ComparePage, folders: Folders = SHIPPED) -> str:
    """The page as HTML, every text in it escaped. TemplateFault where it cannot be filled."""
    made = environment(_escape_html, {}, folders)
    style = fill(made, STYLE, page, {})
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return fill(made, PAGE, replace(page, style_hash=digest), {}).strip() + "\n"


def _escape_html(text: str) -> str:
    return str(escape(fold(text)))
