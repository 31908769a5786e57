"""A report checked again from its own file: quotes are their spans, claims what they are marked.

1. Each article and its text have the id and the digest that they were given.
2. Each quote, wherever it stands, is the span of its article that it says it is.
3. Each claim has the id of its text and its first passages, and is the same wherever it stands.
4. Each claim is judged again, and so is each gap: none is marked better than it is.
5. A headline is a source's title or a claim of its story, or begins like one.
6. What stands beside claims is held against its evidence (recheck_beside.py).
Where texts were not kept, spans of these articles cannot be checked, and claims are judged from
their quotes alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.article import Quote
from summarize.check import check
from summarize.check.analytic import lint
from summarize.claims import Brief, Claim, Figure, StoryBrief, claim_id, make_claim
from summarize.report.causes import VERDICTS, findings, shown
from summarize.report.escape import fold
from summarize.report.reading import Loaded
from summarize.report.recheck_beside import Fault, beside
from summarize.report.walk import (
    claims_of_brief,
    claims_of_changes,
    claims_of_overview,
    claims_of_story,
)
from summarize.reported import Report


@dataclass(frozen=True, slots=True)
class Rechecked:
    """How many distinct claims were judged and quotes compared, and what does not hold.

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
    faults.extend(desk.misnamed())
    faults.extend(desk.twice())
    judged = [claim for claim in desk.claims.values() if all(map(desk.holds, claim.quotes))]
    for claim in judged:
        faults.extend(desk.misjudged(claim))
    faults.extend(desk.untold())
    faults.extend(desk.headlines())
    faults.extend(beside(loaded))
    kept = [q for q in spans.values() if q.article not in loaded.without_text]
    without = {q.article for q in spans.values()} & loaded.without_text
    found = tuple(dict.fromkeys(faults))
    return Rechecked(len(judged), len(kept), len(without), found, tuple(desk.warnings()))


def claim_lines(name: str, loaded: Loaded) -> Iterator[str]:
    """`FILE: ID: supported: text`, with why where it is not, for each distinct claim."""
    for claim in {claim.id: claim for claim in _claims(loaded.report)}.values():
        why = "".join(f": {line}" for line in ["; ".join(findings(claim.verdict.findings))] if line)
        yield f"{name}: {claim.id}: {VERDICTS[claim.verdict.status]}: {shown(claim.text)}{why}"


_WORTH = {"unsupported": 0, "unchecked": 1, "supported": 2}


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

    def misnamed(self) -> Iterator[Fault]:
        """An id is over the passages a writer cited, behind which those of other origins stand.

        Where none was cited it is over one that was shown, which is not known any more.
        """
        for claim in self._every:
            cited = (claim.quotes[:n] for n in range(1, len(claim.quotes) + 1))
            if claim.quotes and claim.id not in {claim_id(claim.text, some) for some in cited}:
                yield Fault(claim.id, f"claim “{claim.text}”", "is not what this id was given to")

    def misjudged(self, claim: Claim) -> Iterator[Fault]:
        """A claim all of whose quotes could be proved: a wrong one is a finding by itself."""
        again = check(claim, self._articles).verdict
        if _WORTH[again.status] < _WORTH[claim.verdict.status]:
            why = "; ".join(findings(again.findings))
            marked = f"marked {VERDICTS[claim.verdict.status]}"
            yield Fault(claim.id, marked, f"is {VERDICTS[again.status]}: {why}")

    def untold(self) -> Iterator[Fault]:
        """Gaps that their passages do not tell of; one that stays open may have none."""
        report = self._loaded.report
        for gap in (*report.gaps, *report.overview.gaps):
            claim = make_claim(gap.text, gap.quotes, report.language, 1)
            cites = gap.quotes or gap.kind == "announced"
            again = check(claim, self._articles).verdict
            if cites and all(map(self.holds, gap.quotes)) and again.status == "unsupported":
                why = "; ".join(findings(again.findings))
                yield Fault(f"gap “{gap.text}”", "its text", f"is not supported: {why}")

    def holds(self, quote: Quote) -> bool:
        """Whether a quote is its span, as far as that can be known."""
        return not any(self.wrong_span("", quote))

    def headlines(self) -> Iterator[Fault]:
        report = self._loaded.report
        for story in report.stories:
            # A story keeps its headline, whose article may be one of an earlier edition.
            articles = (*story.articles, *(report.editions if story.mark != "NEW" else ()))
            yield from self._headline(f"story {story.id}", story.brief, articles)
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
    yield from claims_of_changes(report.changes)


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
