"""Why a claim stands in a report, or was withheld: all that its file knows of it, as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from summarize.article import Article, Quote
from summarize.claims import Call, Claim, Figure, Value
from summarize.report.citations import Citations, number_citations
from summarize.report.places import Part, Place, Placed, placed_claims
from summarize.report.reading import Loaded
from summarize.report.which import which

AROUND = 2  # sentences before and after a quote

# Of the text behind a quote: as it was read, not in the file, reads otherwise at that place.
Kept = Literal["kept", "not kept", "altered"]


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it is named beside a claim: its outlet, and a mark (`3a`) or its number."""

    outlet: str
    mark: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote of a claim with what stands around it.

    `mark` is empty where the page does not cite it, `article` None where the file has none of that
    id. `carriers` are the other articles of the same `origin`.
    """

    mark: str
    quote: Quote
    article: Article | None
    origin: str
    carriers: tuple[Source, ...]
    kept: Kept
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Given:
    """One value of a figure, and who gives it."""

    text: str
    as_of: date | None
    superseded: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure of which a value stands in a quote of the claim: every value that was given."""

    what: str
    unit: str | None
    values: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One claim: where it stands, on what, what else is said of its figures, who wrote it.

    `parts` are those it stands in, without such as repeat another's; `repairs` are the calls with
    which it was asked for once more.
    """

    claim: Claim
    places: tuple[Place, ...]
    passages: tuple[Passage, ...]
    figures: tuple[Counted, ...]
    parts: tuple[Part, ...]
    repairs: tuple[Call, ...]

    @property
    def calls(self) -> tuple[Call, ...]:
        """Everything that was asked for it, each once."""
        asked = (call for part in self.parts for call in part.calls)
        return tuple(dict.fromkeys((*asked, *self.repairs)))


@dataclass(frozen=True, slots=True)
class Explained:
    """The `claims` that are meant; where it is not clear which, `several`; else the `nearest`.

    `passage` is what a mark leads to that no claim cites: a value of a figure rests on it.
    """

    claims: tuple[Explanation, ...] = ()
    several: tuple[Placed, ...] = ()
    nearest: tuple[Placed, ...] = ()
    passage: Passage | None = None


def explain(loaded: Loaded, wanted: str) -> Explained:
    """What is known of the claims that `wanted` means: an id or its beginning, a mark, or words."""
    desk = _Desk(loaded)
    claims = {id_: placed.claim for id_, placed in desk.placed.items()}
    meant = which(claims, wanted, desk.citations)
    cited = desk.citations.quotes.get(wanted.strip().removeprefix("[").removesuffix("]"))
    if cited is not None and not meant.claims:
        return Explained(passage=desk.passage(cited))
    return Explained(
        tuple(desk.explanation(desk.placed[id_]) for id_ in meant.claims),
        tuple(desk.placed[id_] for id_ in meant.several),
        tuple(desk.placed[id_] for id_ in meant.nearest),
    )


class _Desk:
    """A report and what is looked up in it."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        report = loaded.report
        self._articles = {article.id: article for article in report.articles}
        self._numbers = {article.id: n for n, article in enumerate(report.articles, 1)}
        self._origins = {
            article: (name, articles)
            for story in reversed(report.stories)
            for name, articles in story.origins
            for article in articles
        }
        self.placed = placed_claims(report)
        self.citations: Citations = number_citations(report)

    def explanation(self, placed: Placed) -> Explanation:
        claim = placed.claim
        parts: dict[tuple[object, ...], Part] = {}
        for part in placed.parts:
            # A story of one origin is the brief of its article: the same calls made both.
            parts.setdefault((part.writer, part.calls), part)
        return Explanation(
            claim,
            placed.places,
            tuple(map(self.passage, claim.quotes)),
            tuple(self._figures(claim.quotes)),
            tuple(parts.values()),
            self._loaded.report.method.repairs.get(claim.id, ()),
        )

    def passage(self, quote: Quote) -> Passage:
        """A quote with what stands around it, and who has it."""
        article = self._articles.get(quote.article)
        kept = self._kept(quote, article)
        before, after = _around(article, quote) if article and kept == "kept" else ("", "")
        name, articles = self._origins.get(quote.article, ("", ()))
        carriers = tuple(
            Source(self._articles[id_].outlet, str(self._numbers[id_]))
            for id_ in articles
            if id_ != quote.article and id_ in self._articles
        )
        mark = self.citations.marks.get(quote.span, "")
        return Passage(mark, quote, article, name, carriers, kept, before, after)

    def _kept(self, quote: Quote, article: Article | None) -> Kept:
        if article is None or article.id in self._loaded.without_text:
            return "not kept"
        reads = article.text[quote.start : quote.end]
        return "kept" if reads and reads == quote.text else "altered"

    def _figures(self, quotes: Sequence[Quote]) -> Iterator[Counted]:
        report = self._loaded.report
        briefs = [story.brief for story in report.stories] or report.briefs
        every = [*(f for brief in briefs for f in brief.figures), *report.key_figures]
        for figure in dict.fromkeys(every):
            if any(_overlap(q, other) for q in quotes for other in _behind(figure)):
                values = tuple(self._given(value) for value in figure.values)
                yield Counted(figure.what, figure.unit, values)

    def _given(self, value: Value) -> Given:
        sources = dict.fromkeys(self._source(quote) for quote in value.quotes)
        return Given(value.text, value.as_of, value.superseded, tuple(sources))

    def _source(self, quote: Quote) -> Source:
        article = self._articles.get(quote.article)
        return Source(article.outlet if article else "", self.citations.marks.get(quote.span, ""))


def _behind(figure: Figure) -> Iterator[Quote]:
    for value in figure.values:
        yield from value.quotes


def _overlap(one: Quote, other: Quote) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _around(article: Article, quote: Quote) -> tuple[str, str]:
    """What stands before a quote and after it, from two sentences before to two after."""
    said = [sentence for sentence in article.sentences if not sentence.is_heading]
    own = [s for s in article.sentences if s.start < quote.end and quote.start < s.end]
    before = [s for s in said if s.end <= own[0].start][-AROUND:] or own
    after = [s for s in said if s.start >= own[-1].end][:AROUND] or own
    return article.text[before[0].start : quote.start], article.text[quote.end : after[-1].end]
