"""The nouns of what a writer makes: claims, and the briefs that hold them.

Field names are those of report.json, so that the file can be read beside this page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from summarize.article import Quote

Status = Literal["supported", "unsupported", "unchecked"]
Mark = Literal["NEW", "UPDATED", "REVISED"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the check found in a claim: which item (`text`), and `why` it does not hold."""

    kind: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a claim is in its passages, and what spoke against it."""

    status: Status
    findings: tuple[Finding, ...] = ()


UNCHECKED = Verdict("unchecked")


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a second judge, a model, says of a claim: kept beside the verdict, not in its place."""

    model: str
    verdict: Status
    why: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of a brief and its evidence.

    `id` is stable for the same text on the same first passages, wherever and whenever it is made.
    `origins` counts the distinct origins among the quotes that carry the claim alone; `rank` is 1
    for the most important claim of its story.
    """

    id: str
    text: str
    quotes: tuple[Quote, ...]
    language: str
    rank: int
    verdict: Verdict = UNCHECKED
    origins: int = 0
    judge: Opinion | None = None

    @property
    def is_quote(self) -> bool:
        """Whether it is one of its quotes as it stands, white space aside."""
        spaced = " ".join(self.text.split())
        return any(" ".join(quote.text.split()) == spaced for quote in self.quotes)

    @property
    def disputed(self) -> bool:
        """Whether one of the two, check and second judge, finds fault where the other does not."""
        second = self.judge.verdict if self.judge else "unchecked"
        if second == "unchecked" or second == self.verdict.status:
            return False
        return "unsupported" in {second, self.verdict.status}


@dataclass(frozen=True, slots=True)
class Quotation(Claim):
    """A claim that is somebody's own words: `speaker` as the article names them, if it does."""

    speaker: str | None = None


def claim_id(text: str, quotes: Sequence[Quote]) -> str:
    """12 hex digits over the text and the spans a writer cited, before others are added."""
    spans = "|".join(f"{quote.article}:{quote.start}-{quote.end}" for quote in quotes)
    return hashlib.sha256(f"{text}\n{spans}".encode("utf-8", "surrogatepass")).hexdigest()[:12]


def make_claim(text: str, quotes: Sequence[Quote], language: str, rank: int) -> Claim:
    """A claim as a writer proposes it: not yet checked, its origins not yet counted."""
    return Claim(claim_id(text, quotes), text, tuple(quotes), language, rank)


def verbatim(quote: Quote, language: str, rank: int) -> Claim:
    """A claim that is its own passage, word for word: supported."""
    return replace(make_claim(quote.text, [quote], language, rank), verdict=Verdict("supported"))


@dataclass(frozen=True, slots=True)
class Writer:
    """Who wrote a part: built-in selection or a model; `why` if it was not the one asked for."""

    kind: Literal["extractive", "model"]
    model: str | None = None
    why: str | None = None


EXTRACTIVE = Writer("extractive")


@dataclass(frozen=True, slots=True)
class Call:
    """A question whose reply a part was made of.

    `template` is the name of its prompt and `hash` that of its files, `request` what a script names
    it by, `key` where the store keeps the answer (empty where none is kept).
    """

    template: str
    hash: str
    request: str
    key: str


@dataclass(frozen=True, slots=True)
class Value:
    """One value that sources give for a figure: a number or a range, its wording, its evidence."""

    value: float | tuple[float, float]
    text: str
    as_of: date | None
    origins: int
    quotes: tuple[Quote, ...]
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """What is counted (`what`), in which `unit`, and every value that was given for it."""

    what: str
    unit: str | None
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A dated claim of a timeline. `date` is an ISO day, month or year, as exact as the text is."""

    date: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Agreement:
    """A claim that `origins` (two or more) independent origins carry."""

    claim: Claim
    origins: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What sources say differently: one claim for each side, from different origins."""

    about: str
    sides: tuple[Claim, ...]


# A claim or claims where the field is cited, else a plain value; None where it was left empty.
Said = Claim | tuple[Claim, ...] | str | tuple[str, ...] | float | None


@dataclass(frozen=True, slots=True)
class Extra:
    """What was answered to the field `name` that a template adds to the shipped reply."""

    name: str
    value: Said

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims, in order; none where it is not cited."""
        values = self.value if isinstance(self.value, tuple) else (self.value,)
        return tuple(value for value in values if isinstance(value, Claim))

    @property
    def plain(self) -> tuple[str, ...]:
        """Its values that are no claims, in words."""
        values = self.value if isinstance(self.value, tuple) else (self.value,)
        plain = (value for value in values if isinstance(value, str | float))
        return tuple(value if isinstance(value, str) else f"{value:.15g}" for value in plain)

    def with_claims(self, found: Mapping[str, Claim | None]) -> Extra:
        """The same with what became of its claims, by their ids before; without those of None."""
        if not self.claims:
            return self
        kept = tuple(new for claim in self.claims if (new := found[claim.id]) is not None)
        if isinstance(self.value, tuple):
            return Extra(self.name, kept)
        return Extra(self.name, kept[0] if kept else None)


def claims_in(extra: Sequence[Extra]) -> tuple[Claim, ...]:
    """The claims of all fields, in order."""
    return tuple(claim for one in extra for claim in one.claims)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a long article: its heading, and the claims taken from it."""

    heading: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What one article says."""

    article: str
    writer: Writer
    headline: str
    bottom_line: Claim | None
    claims: tuple[Claim, ...]
    who: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    when: tuple[date, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    sections: tuple[Section, ...] = ()
    calls: tuple[Call, ...] = ()
    extra: tuple[Extra, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryBrief:
    """What the origins of one story say together.

    A writer gives headline, bottom line, claims, who, where, quotations and may propose events of
    `timeline` and `differ`; `compare/` decides on these and counts the rest. `only` are the ids of
    those in `single_source` that no other origin says anything like: of the others it is only known
    that no passage was found to carry them.
    """

    story: str
    writer: Writer
    headline: str
    bottom_line: Claim | None
    claims: tuple[Claim, ...]
    who: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    timeline: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    agree: tuple[Agreement, ...] = ()
    differ: tuple[Difference, ...] = ()
    single_source: tuple[Claim, ...] = ()
    only: tuple[str, ...] = ()
    mode: str = "sentences"
    calls: tuple[Call, ...] = ()
    extra: tuple[Extra, ...] = ()


@dataclass(frozen=True, slots=True)
class Highlight:
    """A claim for the head of the report, and the story it leads to."""

    story: str
    claim: Claim
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """What sources announce for a later date, or leave open."""

    text: str
    kind: Literal["announced", "open"]
    date: date | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """What matters over all stories."""

    writer: Writer
    bottom_line: tuple[Claim, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    gaps: tuple[Gap, ...] = ()
    calls: tuple[Call, ...] = ()
    extra: tuple[Extra, ...] = ()
