"""Claims, their evidence and figures as they stand in a report.json (DESIGN §5)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from summarize.claims import Status


class Part(BaseModel):
    """A part of a claim or figure."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class LocatorFile(Part):
    """Where a person finds a quote."""

    page: str | None = None
    paragraph: int | None = None
    heading: str | None = None
    sheet: int | None = None


class QuoteFile(Part):
    """Evidence: offsets are Unicode code points of the article's text."""

    article: str
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    text: str
    locator: LocatorFile = LocatorFile()
    translation: str | None = None


class FindingFile(Part):
    """What the check found in a claim."""

    kind: str
    text: str
    why: str


class OpinionFile(Part):
    """What a second judge says."""

    model: str
    verdict: Status
    why: str


class ClaimFile(Part):
    """CLAIM, and of a quotation also its speaker."""

    id: str
    text: str
    quotes: list[QuoteFile]
    origins: int
    rank: int
    language: str
    verdict: Status
    findings: list[FindingFile] = []
    judge: OpinionFile | None = None
    override: dict[str, Any] | None = None


class QuotationFile(ClaimFile):
    """QUOTATION: a claim that is somebody's own words."""

    speaker: str | None = None


# What was answered to the fields that a template adds, by name: claims, or plain values.
ExtraFile = dict[
    str,
    Annotated[
        ClaimFile | list[ClaimFile] | list[str] | str | float | None,
        Field(union_mode="left_to_right"),
    ],
]


class ValueFile(Part):
    """One value of a figure: a number, a range, or null for one that JSON cannot hold."""

    value: float | tuple[float | None, float | None] | None
    text: str
    as_of: date | None = None
    superseded: bool = False
    origins: int
    quotes: list[QuoteFile]


class FigureFile(Part):
    """FIGURE: what is counted, and every value that was given for it."""

    what: str
    unit: str | None
    values: list[ValueFile]
