"""A report checked again from its own file: quotes are their spans, supported claims supported.

1. The text of each article is the one that was read when the report was made.
2. Each quote, wherever it stands, is the span of its article that it says it is.
3. Each claim that is marked supported is supported when it is judged again.
4. A claim id means the same content wherever it stands.
5. A headline is a source's title or a claim of its story, or begins like one.
Where texts were not kept, spans of these articles cannot be checked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.article import Quote
from summarize.check import check
from summarize.check.analytic import lint
from summarize.claims import Brief, Claim, Figure, StoryBrief
from summarize.report.causes import VERDICTS, findings, shown
from summarize.report.escape import fold
from summarize.report.reading import Loaded
from summarize.report.walk import claims_of_brief, claims_of_overview, claims_of_story
from summarize.reported import Report


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not hold: `of` is a claim's id or the name of another part."""

    of: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Rechecked:
    """How many distinct claims and quotes were looked at, and what does not hold.

    `warnings` are about the language of claims that are not their passages word for word.
    `without_text` is how many cited articles have no text in the file; no quote of them is counted.
    """

    claims: int
    quotes: int
    without_text: int
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...] = ()


def recheck(loaded: Loaded) -> Rechecked:
    """Everything of a report that its own file can prove or disprove."""
    desk = _Desk(loaded)
    faults = list(desk.altered())
    spans: dict[tuple[str, int, int, str], Quote] = {}
    for of, quotes in desk.evidence:
        for quote in quotes:
            spans[quote.article, quote.start, quote.end, quote.text] = quote
            faults.extend(desk.wrong_span(of, quote))
    faults.extend(desk.twice())
    faults.extend(desk.not_supported())
    faults.extend(desk.headlines())
    kept = [q for q in spans.values() if q.article not in loaded.without_text]
    without = {q.article for q in spans.values()} & loaded.without_text
    found = tuple(dict.fromkeys(faults))
    return Rechecked(len(desk.claims), len(kept), len(without), found, tuple(desk.warnings()))


def claim_lines(name: str, loaded: Loaded) -> Iterator[str]:
    """`FILE: ID: supported: text`, with why where it is not, for each distinct claim."""
    for claim in {claim.id: claim for claim in _claims(loaded.report)}.values():
        why = "".join(f": {line}" for line in ["; ".join(findings(claim.verdict.findings))] if line)
        yield f"{name}: {claim.id}: {VERDICTS[claim.verdict.status]}: {shown(claim.text)}{why}"


class _Desk:
    """A report, its claims in the order of the page, and all evidence with what it is of."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._articles = {article.id: article for article in loaded.report.articles}
        self._every = list(_claims(loaded.report))
        self.claims: dict[str, Claim] = {}
        for claim in self._every:
            self.claims.setdefault(claim.id, claim)
        self.evidence = [(claim.id, claim.quotes) for claim in self._every]
        self.evidence += _figures(loaded.report)
        self.evidence += [(f"gap “{gap.text}”", gap.quotes) for gap in loaded.report.gaps]
        self.evidence += [(f"gap “{gap.text}”", gap.quotes) for gap in loaded.report.overview.gaps]

    def warnings(self) -> Iterator[Fault]:
        for claim in self.claims.values():
            warned = () if claim.is_quote else lint(claim.text, claim.language)
            if warned:
                yield Fault(claim.id, f"claim “{claim.text}”", "; ".join(findings(warned)))

    def altered(self) -> Iterator[Fault]:
        for article in self._loaded.report.articles:
            if article.id in self._loaded.altered:
                why = "is not the text that was read when the report was made"
                yield Fault(f"article {article.id}", f"text of “{article.title}”", why)

    def wrong_span(self, of: str, quote: Quote) -> Iterator[Fault]:
        what = f"quote “{quote.text}”"
        article = self._articles.get(quote.article)
        if article is None:
            yield Fault(of, what, f"there is no article {quote.article} in the report")
            return
        reads = article.text[quote.start : quote.end]
        if reads != quote.text and quote.article not in self._loaded.without_text:
            span = f"{quote.start}:{quote.end} of article {quote.article}"
            yield Fault(of, what, f"{span} reads “{reads}”")

    def twice(self) -> Iterator[Fault]:
        for claim in self._every:
            first = self.claims[claim.id]
            if _content(claim) != _content(first):
                why = f"the claim of this id is “{first.text}” elsewhere, or has other evidence"
                yield Fault(claim.id, f"claim “{claim.text}”", why)

    def not_supported(self) -> Iterator[Fault]:
        """Only claims all of whose quotes could be proved: a wrong one is a finding by itself."""
        for claim in self.claims.values():
            if claim.verdict.status == "supported" and all(map(self._holds, claim.quotes)):
                again = check(claim, self._articles).verdict
                if again.status != "supported":
                    why = "; ".join(findings(again.findings))
                    yield Fault(claim.id, "marked supported", f"is {VERDICTS[again.status]}: {why}")

    def _holds(self, quote: Quote) -> bool:
        kept = quote.article not in self._loaded.without_text
        return kept and not any(self.wrong_span("", quote))

    def headlines(self) -> Iterator[Fault]:
        report = self._loaded.report
        for story in report.stories:
            yield from self._headline(f"story {story.id}", story.brief, story.articles)
        for brief in report.briefs:
            yield from self._headline(f"brief {brief.article}", brief, (brief.article,))

    def _headline(
        self, of: str, brief: Brief | StoryBrief, articles: Sequence[str]
    ) -> Iterator[Fault]:
        known = (self._articles[article] for article in articles if article in self._articles)
        claims = claims_of_brief(brief) if isinstance(brief, Brief) else claims_of_story(brief)
        texts = [*(article.title for article in known), *(claim.text for claim in claims)]
        if brief.headline and not any(_begins(brief.headline, text) for text in texts):
            why = "is neither the title of a source nor a claim"
            yield Fault(of, f"headline “{brief.headline}”", why)


def _begins(headline: str, text: str) -> bool:
    """Whether `headline` is `text`, or the whole words that it begins with."""
    short = fold(headline).casefold().rstrip("…").rstrip(" .,;:–—")
    whole = fold(text).casefold()
    return whole.startswith(short) and not whole[len(short) : len(short) + 1].isalnum()


def _content(claim: Claim) -> tuple[object, ...]:
    return claim.text, claim.language, claim.quotes, claim.origins, claim.verdict.status


def _claims(report: Report) -> Iterator[Claim]:
    yield from claims_of_overview(report.overview)
    for story in report.stories:
        yield from claims_of_story(story.brief)
    for brief in report.briefs:
        yield from claims_of_brief(brief)
    yield from (entry.claim for entry in report.withheld)


def _figures(report: Report) -> list[tuple[str, tuple[Quote, ...]]]:
    """The evidence of each value of each figure."""
    groups: list[Sequence[Figure]] = [report.key_figures]
    groups += [story.brief.figures for story in report.stories]
    groups += [brief.figures for brief in report.briefs]
    return [
        (f"figure “{figure.what}”", value.quotes)
        for figures in groups
        for figure in figures
        for value in figure.values
    ]
