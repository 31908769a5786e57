"""What a report template sees: plain frozen data, already worded, nothing left to decide.

Texts are raw; the environment escapes each when it is printed. `anchor` is the name of a place in
the document (`s3`), `marks` are citation marks without their brackets (`3a`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from summarize.report.told import Told

# The parts of a page between its head and its sources.
Block = Literal[
    "fields", "glance", "stories", "also", "corrections", "quiet", "left_out", "figures", "gaps"
]


@dataclass(frozen=True, slots=True)
class Cited:
    """A text with its citation marks, what stands before it (`lead`) and remarks after it.

    `told` is the claim that it prints, where it prints one.
    """

    text: str
    marks: tuple[str, ...]
    notes: tuple[str, ...] = ()
    lead: str = ""
    told: Told | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class LeftOut(Cited):
    """A withheld claim: why, one line for each cause, and the passages that it cites."""

    why: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a place in the document."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class HighlightLine:
    """A highlight: its mark (NEW …, or empty), its sentence, the way to its story."""

    mark: str
    cited: Cited
    link: Link | None


@dataclass(frozen=True, slots=True)
class GapLine(Cited):
    """What is to come or left open, dated by its `lead`, and the way to its story."""

    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """What the previous edition said otherwise: `before`, then `after`.

    With `about` both are values of what it names, else sentences.
    """

    about: str
    before: Cited
    after: Cited
    link: Link | None


@dataclass(frozen=True, slots=True)
class Row:
    """A story in the table of stories."""

    headline: Link
    origins: int
    outlets: int
    latest: str


@dataclass(frozen=True, slots=True)
class Differing:
    """What sources differ on; `quoted` where the sides are sentences and not bare values."""

    about: str
    sides: tuple[Cited, ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field that a prompt adds: its name, its values, and a `note` where no passage is cited.

    A value without text stands on the page already; `one_a_line` has each in a line of its own.
    """

    name: str
    values: tuple[Cited, ...]
    note: str
    one_a_line: bool


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story as it is printed. `number` counts the stories of the page from 1."""

    anchor: str
    number: int
    headline: Cited
    facts: str
    bottom_line: Cited | None
    differ: tuple[Differing, ...]
    claims: tuple[Cited, ...]
    timeline: tuple[Cited, ...]
    quotations: tuple[Cited, ...]
    fields: tuple[FieldView, ...]
    dropped: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in one line: the headline only where it says something else."""

    anchor: str
    headline: str
    cited: Cited


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure: the values that were overtaken, those that stand, and as of when."""

    what: str
    before: tuple[Cited, ...]
    values: tuple[Cited, ...]
    as_of: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A cited passage: its mark, its words in quotation marks, its place (`¶ 12`, or empty)."""

    mark: str
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Source:
    """A cited article. `url` is http(s) or empty; `carriers` are the outlets with the same text.

    `full` are the paragraphs of its text, where the texts are wanted.
    """

    number: int
    title: str
    facts: str
    url: str
    carriers: str
    passages: tuple[Passage, ...]
    full: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """The articles whose passages the page cites, and one line for all the others."""

    cited: tuple[Source, ...]
    others: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """How the report was made: statements, withheld claims, and the inputs that were skipped.

    Without `lines` it is not to be printed.
    """

    lines: tuple[str, ...]
    withheld: tuple[LeftOut, ...]
    skipped: str
    inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The first lines of a report, which fit one screen.

    `marking` says how far the report may go, `imprint` who makes it; each may be empty.
    """

    title: str
    status: str
    incomplete: str
    note: str
    bottom_line: tuple[Cited, ...]
    highlights: tuple[HighlightLine, ...]
    corrections: tuple[Changed, ...] = ()
    marking: str = ""
    imprint: str = ""


@dataclass(frozen=True, slots=True)
class SituationPage:
    """A daily report or a brief of many articles.

    `order` is that of its parts; with `mermaid` timelines are diagrams. `corrections` are those for
    which the head has no room, `quiet` names the stories of the previous edition of which nothing
    was reported.
    """

    order: tuple[Block, ...]

    label: Mapping[str, str]
    head: Head
    fields: tuple[FieldView, ...]
    glance: tuple[Row, ...]
    stories: tuple[StoryView, ...]
    also: tuple[StoryLine, ...]
    corrections: tuple[Changed, ...]
    quiet: str
    left_out: str
    figures: tuple[FigureRow, ...]
    gaps: tuple[GapLine, ...]
    sources: Sources
    method: MethodView
    mermaid: bool = False


@dataclass(frozen=True, slots=True)
class SectionView:
    """The claims taken from one part of a long article."""

    heading: str
    claims: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class BriefView:
    """What one article says. `headline` is empty where the page's title says it already."""

    anchor: str
    headline: str
    facts: str
    url: str
    bottom_line: Cited | None
    claims: tuple[Cited, ...]
    sections: tuple[SectionView, ...]
    named: tuple[tuple[str, str], ...]
    figures: tuple[FigureRow, ...]
    quotations: tuple[Cited, ...]
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Briefs of single articles, in the order they were given."""

    label: Mapping[str, str]
    head: Head
    briefs: tuple[BriefView, ...]
    left_out: str
    sources: Sources
    method: MethodView


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A claim to look at: its story, what was found, and the passages that it cites.

    `views` are what check and second judge say of it, where there is a second judge.
    """

    id: str
    text: str
    story: str
    views: tuple[str, ...]
    findings: tuple[str, ...]
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Claims on which check and second judge differ; others not supported, or unchecked."""

    label: Mapping[str, str]
    title: str
    status: str
    disputed: tuple[Reviewed, ...]
    unsupported: tuple[Reviewed, ...]
    unchecked: tuple[Reviewed, ...]
