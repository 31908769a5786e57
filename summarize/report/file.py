"""report.json as it stands in a file (DESIGN §5): what is read from it, and its JSON Schema.

Fields that are not known are ignored, and those added since the first edition have a default: an
old report can be read, and one of a newer edition too.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from summarize.article import Declared, Heading, Page
from summarize.claims import Call, Mark
from summarize.edition import ChangeKind
from summarize.report.claim_file import (
    ClaimFile,
    ExtraFile,
    FigureFile,
    QuotationFile,
    QuoteFile,
)
from summarize.reported import Kind, Unsupported

Day = date  # for fields that are called date themselves


class Part(BaseModel):
    """A part of the file."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class WriterFile(Part):
    """WRITER: selection or a model, and why if it was not the one asked for."""

    kind: Literal["extractive", "model"]
    model: str | None = None
    why: str | None = None


class OverviewFile(Part):
    """Who wrote the head of the report."""

    writer: WriterFile
    calls: list[Call] = []


class EventFile(Part):
    """A dated claim."""

    date: str
    claim: ClaimFile


class AgreementFile(Part):
    """A claim that several origins carry."""

    claim: ClaimFile
    origins: int


class DifferenceFile(Part):
    """What sources say differently."""

    about: str
    sides: list[ClaimFile]


class HighlightFile(Part):
    """A claim for the head of the report."""

    mark: Mark | None = None
    story: str
    claim: ClaimFile


class OriginFile(Part):
    """The articles that carry one text."""

    name: str
    articles: list[str]


class BriefFile(Part):
    """What the brief of an article and that of a story have in common."""

    writer: WriterFile
    calls: list[Call] = []
    headline: str
    bottom_line: ClaimFile | None = None
    claims: list[ClaimFile] = []
    who: list[str] = []
    where: list[str] = []
    figures: list[FigureFile] = []
    quotations: list[QuotationFile] = []
    extra: ExtraFile = {}


class SectionFile(Part):
    """A part of a long article and the ids of the claims taken from it."""

    heading: str
    claims: list[str]


class ArticleBriefFile(BriefFile):
    """An entry of `briefs`."""

    article: str
    when: list[date] = []
    sections: list[SectionFile] = []


class StoryFile(BriefFile):
    """An entry of `stories`."""

    id: str
    was: str | None = None
    mark: Mark | None = None
    mode: str = "sentences"
    articles: list[str]
    origins: list[OriginFile]
    also: list[str] = []
    timeline: list[EventFile] = []
    agree: list[AgreementFile] = []
    differ: list[DifferenceFile] = []
    single_source: list[ClaimFile] = []
    only: list[str] = []
    origins_total: int | None = None
    continues: list[str] = []
    new: list[str] = []


class ArticleFile(Part):
    """An article as it was read. `text` is null where texts were not kept.

    `edition` is the number of the earlier edition that had it, where only an earlier one had.
    """

    id: str
    key: str
    title: str
    outlet: str
    via: str | None = None
    author: str | None = None
    url: str | None = None
    path: str | None = None
    published: Annotated[date | datetime | None, Field(union_mode="left_to_right")] = None
    retrieved: datetime
    language: str
    sha256: str
    text: str | None = None
    edition: Annotated[int | None, Field(ge=0)] = None
    headings: list[Heading] = []
    declared: Declared | None = None
    removed: dict[str, int] = {}
    pages: list[Page] = []
    doi: str | None = None
    citekey: str | None = None


class GapFile(Part):
    """What is announced or open."""

    text: str
    kind: Literal["announced", "open"]
    date: Day | None = None
    quotes: list[QuoteFile]


class SkippedFile(Part):
    """An input that could not be an article."""

    source: str
    reason: str


class WithheldFile(Part):
    """A claim that was left out, and the story and perhaps the article it was written for."""

    story: str
    article: str | None = None
    claim: ClaimFile


class TokensFile(Part):
    """What was used of a model."""

    input: int = 0
    cached: int = 0
    output: int = 0
    exact: bool = True


class MethodFile(Part):
    """How the report was made."""

    writer: WriterFile
    templates: dict[str, str] = {}
    config: str | None = None
    context: int | None = None
    calls: int = 0
    reused: int = 0
    tokens: TokensFile = TokensFile()
    cost_usd: float | None = None
    seconds: float = 0.0
    unsupported: Unsupported = "withhold"
    edits: list[str] = []
    repairs: dict[str, list[Call]] = {}
    notes: list[str] = []


class PeriodFile(Part):
    """The days that the articles are of."""

    first: date | None = Field(None, alias="from")
    last: date | None = Field(None, alias="to")


class PreviousFile(Part):
    """The edition that the report was compared with."""

    number: int | None = None
    as_of: date
    by_values: bool = False


class ChangeFile(Part):
    """What is different in a story since the previous edition."""

    kind: ChangeKind
    story: str
    before: ClaimFile | None = None
    after: ClaimFile | None = None


class QuietFile(Part):
    """A story of the previous edition of which nothing was reported."""

    story: str
    headline: str


class HeaderFile(Part):
    """What stands under the title, of the settings: null where nothing is said."""

    producer: str | None = None
    contact: str | None = None
    marking: str | None = None
    next_report: str | None = None


class CountsFile(Part):
    """How many claims the report says that it holds."""

    supported: int
    unchecked: int
    withheld: int


class ReportFile(Part):
    """report.json."""

    schema_: Literal[1] = Field(alias="schema")
    kind: Kind
    series: str = "default"
    number: Annotated[int | None, Field(ge=1)] = None
    revision: Annotated[int | None, Field(ge=0)] = None
    title: str
    header: HeaderFile = HeaderFile()
    as_of: date
    period: PeriodFile
    language: str
    previous: PreviousFile | None = None
    partial: bool = False
    missing: list[str] = []
    counts: CountsFile | None = Field(None, alias="claims")
    overview: OverviewFile | None = None
    bottom_line: list[ClaimFile] = []
    highlights: list[HighlightFile] = []
    key_figures: list[FigureFile] = []
    changes: list[ChangeFile] = []
    stories: list[StoryFile] = []
    quiet: list[QuietFile] = []
    briefs: list[ArticleBriefFile] = []
    articles: list[ArticleFile]
    gaps: list[GapFile] = []
    skipped: list[SkippedFile] = []
    excluded: dict[str, int] = {}
    withheld: list[WithheldFile] = []
    extra: ExtraFile = {}
    method: MethodFile
