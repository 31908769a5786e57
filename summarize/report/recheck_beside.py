"""What a report says beside its claims, held against its evidence again.

1. The values of a figure are read in its quotes, with its unit, and worded as there.
2. No claim and no figure has more origins than its story, those of one publisher counted once.
3. The day of an event, the speaker of a quotation and what sources differ about stand in what is
   cited; names of people and places stand in the articles.
4. The counts of claims are those of the claims that the file holds.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarize.article import Article, Quote
from summarize.check.brief_beside import date_finding, speaker_finding
from summarize.check.brief_nouns import Beside
from summarize.claims import Brief, Difference, Figure, Quotation, StoryBrief, Value
from summarize.report.escape import fold
from summarize.report.families import story_of
from summarize.report.reading import Loaded
from summarize.report.walk import claims_of_story, tally
from summarize.reported import StoryReport
from summarize.text.figures import figures
from summarize.text.quantities import quantities
from summarize.text.words import content

TOLD = 3  # values of the quotes that a finding names
ROUNDED = 1e-9  # relative: how much of a number is lost on its way through a file


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not hold: `of` is a claim's id or the name of another part."""

    of: str
    what: str
    why: str


def beside(loaded: Loaded) -> Iterator[Fault]:
    """Everything beside the claims that does not hold."""
    report = loaded.report
    desk = _Beside({article.id: article for article in report.articles}, loaded.without_text)
    yield from _counts(loaded)
    for story in report.stories:
        yield from desk.story(story)
    for brief in report.briefs:
        yield from desk.brief(f"brief {brief.article}", brief, (brief.article,))
    yield from desk.figures(report.key_figures)


def _counts(loaded: Loaded) -> Iterator[Fault]:
    counted = tally(loaded.report)
    for name, said in (loaded.counts or {}).items():
        if said != getattr(counted, name):
            yield Fault("claims", f"{said} {name}", f"the file holds {getattr(counted, name)}")


@dataclass(frozen=True)
class _Beside:
    """The articles by id, and those of which no text was kept."""

    articles: Mapping[str, Article]
    without_text: frozenset[str]

    def story(self, story: StoryReport) -> Iterator[Fault]:
        brief, of = story.brief, f"story {story.id}"
        yield from self.brief(of, brief, story.articles)
        yield from _origins(story, self.articles)
        for event in brief.timeline:
            if found := date_finding(Beside("date", event.date), event.claim.quotes, self.articles):
                yield Fault(event.claim.id, f"event of {event.date}", found.why)
        if brief.writer.kind == "extractive":  # a model says it in words of its own
            for difference in brief.differ:
                yield from self._about(of, difference)

    def brief(self, of: str, brief: Brief | StoryBrief, ids: Sequence[str]) -> Iterator[Fault]:
        """What the briefs of articles and of stories have in common."""
        yield from self.figures(brief.figures)
        for said in brief.quotations:
            yield from self._speaker(said)
        known = [one for id_ in ids if (one := self.articles.get(id_))]
        if self.without_text.isdisjoint(ids):
            words = fold(" ".join(f"{one.title} {one.text}" for one in known)).casefold()
            for name in (*brief.who, *brief.where):
                if fold(name).casefold() not in words:
                    yield Fault(of, f"name “{name}”", "stands in none of its articles")

    def figures(self, found: Iterable[Figure]) -> Iterator[Fault]:
        for figure in found:
            for value in figure.values:
                yield from self._value(figure, value)

    def _value(self, figure: Figure, value: Value) -> Iterator[Fault]:
        read = [
            mention
            for quote in value.quotes
            for mention in figures(quote.text, self._language(quote))
        ]
        of, what = f"figure “{figure.what}”", f"value “{value.text}”"
        if not any(m.unit == figure.unit and _same(m.value, value.value) for m in read):
            listed = ", ".join(dict.fromkeys(_number(mention.value) for mention in read[:TOLD]))
            yield Fault(
                of, f"{what} ({_number(value.value)})", f"its quotes say {listed or 'none'}"
            )
        elif not any(self._worded(quote, value) for quote in value.quotes):
            yield Fault(of, what, f"is not {_number(value.value)}")

    def _worded(self, quote: Quote, value: Value) -> bool:
        """Whether a value is worded as in a quote, or in other words for the same number."""
        worded = quantities(value.text, self._language(quote))
        return value.text in quote.text or any(_same(q.value, value.value) for q in worded)

    def _language(self, quote: Quote) -> str:
        article = self.articles.get(quote.article)
        return article.language if article else ""

    def _speaker(self, said: Quotation) -> Iterator[Fault]:
        kept = self.without_text.isdisjoint(quote.article for quote in said.quotes)
        if said.speaker and kept:
            found = speaker_finding(said.speaker, said.quotes, self.articles)
            if found:
                yield Fault(said.id, f"speaker “{said.speaker}”", found.why)

    def _about(self, of: str, difference: Difference) -> Iterator[Fault]:
        quotes = [quote for side in difference.sides for quote in side.quotes]
        known = {word for quote in quotes for word in content(quote.text, self._language(quote))}
        wanted = {w for quote in quotes for w in content(difference.about, self._language(quote))}
        if wanted and known.isdisjoint(wanted):
            yield Fault(of, f"differ about “{difference.about}”", "its sides do not speak of it")


def _origins(story: StoryReport, articles: Mapping[str, Article]) -> Iterator[Fault]:
    brief, most = story.brief, story_of(story, articles).independent
    counted: list[tuple[str, int, int]] = [
        (claim.id, claim.origins, min(most, len(claim.quotes))) for claim in claims_of_story(brief)
    ]
    counted += [(a.claim.id, a.origins, a.claim.origins) for a in brief.agree]
    counted += [(f"figure “{f.what}”", v.origins, most) for f in brief.figures for v in f.values]
    for of, said, allowed in counted:
        if said > allowed:
            yield Fault(of, f"{said} origins", f"there are {allowed} at most")


def _same(one: float | tuple[float, float], other: float | tuple[float, float]) -> bool:
    ends = (_ends(one), _ends(other))
    return all(a == b or math.isclose(a, b, rel_tol=ROUNDED) for a, b in zip(*ends, strict=True))


def _ends(value: float | tuple[float, float]) -> tuple[float, float]:
    return value if isinstance(value, tuple) else (value, value)


def _number(value: float | tuple[float, float]) -> str:
    return "–".join(f"{end:,.15g}" for end in dict.fromkeys(_ends(value)))
