"""One story as it is printed in full; `layout` shortens it to the room there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from summarize.article import Quote
from summarize.claims import Claim, Difference, Event, Figure, Value
from summarize.report.change_view import dropped
from summarize.report.credit import mark
from summarize.report.desk import Desk, cite, cite_value, marks, span_of_days
from summarize.report.escape import fold
from summarize.report.families import counted_once, story_of, witness_names
from summarize.report.field_view import view_fields
from summarize.report.view import Cited, Differing, StoryView
from summarize.reported import StoryReport

QUOTATIONS = 3  # of one story
TIMELINE_EVENTS = 3  # fewer, or all on one day, is no timeline (DESIGN §6)
TIMELINE_DAYS = 2
ALSO_IN = 3  # round-ups named at a story; more are counted


class Printed:
    """What stands on the page of a story already: no claim is printed twice."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._spans: list[tuple[str, int, int]] = []

    def add(self, claim: Claim) -> None:
        """Remember a claim that is printed."""
        self._ids.add(claim.id)
        self._spans.extend(quote.span for quote in claim.quotes[:1])

    def has(self, claim: Claim) -> bool:
        """Whether this claim, or one that rests on the same words, is printed already."""
        # In other words, a sentence may say something else of the same passage.
        verbatim = [quote for quote in claim.quotes[:1] if quote.text == claim.text]
        return claim.id in self._ids or any(map(self._overlaps, verbatim))

    def again(self, claim: Claim) -> bool:
        """Whether it is printed already; from now on it is."""
        had = self.has(claim)
        self.add(claim)
        return had

    def fresh(self, claims: Iterable[Claim]) -> list[Claim]:
        """Those that are not printed yet, in order; from now on they are."""
        chosen = []
        for claim in claims:
            if not self.has(claim):
                self.add(claim)
                chosen.append(claim)
        return chosen

    def _overlaps(self, quote: Quote) -> bool:
        return any(
            article == quote.article and start < quote.end and quote.start < end
            for article, start, end in self._spans
        )


def view_story(desk: Desk, story: StoryReport, place: int) -> StoryView:
    """Everything of a story that the page can hold; `place` is its index in the report."""
    brief = story.brief
    only = _only(desk, story)
    printed = Printed()
    bottom_line = None
    headline = Cited(brief.headline, ())
    if brief.bottom_line is not None:
        printed.add(brief.bottom_line)
        bottom_line = cite(desk, brief.bottom_line, only=only)
        if fold(brief.headline) == fold(bottom_line.text):
            headline, bottom_line = bottom_line, None
    fields = view_fields(desk, brief.extra, printed.again)
    differ = tuple(_differing(desk, brief.figures, d, printed) for d in brief.differ)
    ranked = sorted(brief.claims, key=lambda claim: claim.rank)
    claims = printed.fresh(ranked)
    timeline = _timeline(desk, brief.timeline, printed)
    said = printed.fresh(brief.quotations)[:QUOTATIONS]
    speakers = {quotation.id: quotation.speaker or "" for quotation in brief.quotations}
    return StoryView(
        anchor=f"s{place + 1}",
        number=place + 1,
        headline=headline,
        facts=_facts(desk, story),
        bottom_line=bottom_line,
        differ=differ,
        claims=tuple(_new(desk, story, claim, cite(desk, claim, only=only)) for claim in claims),
        timeline=timeline,
        quotations=tuple(cite(desk, claim, lead=speakers[claim.id]) for claim in said),
        fields=fields,
        dropped=dropped(desk, story),
    )


def _new(desk: Desk, story: StoryReport, claim: Claim, cited: Cited) -> Cited:
    """The claim, said to be new where the story itself is not."""
    is_news = claim.id in story.new and story.mark != "NEW"
    return replace(cited, notes=(*cited.notes, desk.labels.say("new"))) if is_news else cited


def outlets_of(desk: Desk, ids: Sequence[str]) -> list[str]:
    """The distinct outlets of some articles, in order of first appearance."""
    known = (desk.articles[article] for article in ids if article in desk.articles)
    return list(dict.fromkeys(article.outlet for article in known))


def _only(desk: Desk, story: StoryReport) -> dict[str, str]:
    """For each claim that one origin (or family) alone says anything of, its name."""
    if len(story.origins) < 2:
        return {}
    names = witness_names(story_of(story, desk.articles))
    return {
        claim.id: names[claim.quotes[0].article]
        for claim in story.brief.single_source
        if claim.id in story.brief.only and claim.quotes and claim.quotes[0].article in names
    }


def _facts(desk: Desk, story: StoryReport) -> str:
    """`5 articles, 3 origins, 5 outlets, 2026-03-10 to 2026-03-11`; one origin is named."""
    labels, told = desk.labels, story_of(story, desk.articles)
    outlets = outlets_of(desk, story.articles)
    days = {desk.articles[a].day for a in story.articles if a in desk.articles}
    dates = span_of_days(desk, [day for day in days if day is not None])
    if len(story.origins) != 1:
        counted = [
            labels.count("articles", len(story.articles)),
            labels.count("origins", told.independent),
            labels.count("outlets", len(outlets)),
        ]
        dates = ", ".join(filter(None, [*counted_once(desk, told), dates]))
    elif len(outlets) == 1:
        counted = [labels.say("one_origin", name=story.origins[0][0])]
    else:
        origin = labels.count("origins", 1)
        counted = [labels.count("outlets", len(outlets)), f"{origin} ({story.origins[0][0]})"]
    line = ", ".join([*counted, dates] if dates else counted)
    parts = [_mark(desk, story), line, *_life(desk, story), _also(desk, story)]
    parts.append(mark(desk, story.brief))
    return " · ".join(part for part in parts if part)


def _mark(desk: Desk, story: StoryReport) -> str:
    """What a story is since the previous edition."""
    return desk.labels.say(f"mark_{story.mark.lower()}") if story.mark else ""


def _life(desk: Desk, story: StoryReport) -> Iterator[str]:
    """How many origins a story has had over all editions, and what it was called before."""
    now = story_of(story, desk.articles).independent
    if story.origins_total and story.origins_total > now:
        yield desk.labels.say("origins_in_all", n=story.origins_total)
    if story.was:
        yield desk.labels.say("formerly", headline=story.was)


def _also(desk: Desk, story: StoryReport) -> str:
    """`also in Morning briefing (Valley Ledger)`: the first round-ups that touch on it."""
    known = [desk.articles[id_] for id_ in story.also if id_ in desk.articles]
    names = [f"{a.title} ({a.outlet})" if a.title else a.outlet for a in known[:ALSO_IN]]
    if not names:
        return ""
    more = [f"+{len(known) - ALSO_IN}"] if len(known) > ALSO_IN else []
    return desk.labels.say("also_in", names=", ".join([*names, *more]))


def _differing(
    desk: Desk, figures: Sequence[Figure], difference: Difference, printed: Printed
) -> Differing:
    """The sides as bare values where a figure of the story has them, else as sentences."""
    known = [v for f in figures if fold(f.what) == fold(difference.about) for v in f.values]
    values = [value for side in difference.sides if (value := _value_of(side, known))]
    if len(values) == len(difference.sides):
        sides = tuple(cite_value(desk, value) for value in values)
        return Differing(difference.about, sides, quoted=False)
    said = []
    for side in difference.sides:
        text = "" if printed.has(side) else side.text
        printed.add(side)
        said.append(Cited(text, marks(desk, side.quotes)))
    verbatim = all(
        any(quote.text == side.text for quote in side.quotes) for side in difference.sides
    )
    return Differing(difference.about, tuple(said), quoted=verbatim)


def _value_of(side: Claim, values: Sequence[Value]) -> Value | None:
    """The value that rests on the words of this side."""
    spans = {quote.span for quote in side.quotes[:1]}
    return next((v for v in values if not spans.isdisjoint(quote.span for quote in v.quotes)), None)


def _timeline(desk: Desk, events: Sequence[Event], printed: Printed) -> tuple[Cited, ...]:
    new = [event for event in events if not printed.has(event.claim)]
    if len(new) < TIMELINE_EVENTS or len({event.date for event in new}) < TIMELINE_DAYS:
        return ()
    kept = {claim.id for claim in printed.fresh(event.claim for event in new)}
    ordered = sorted((e for e in new if e.claim.id in kept), key=lambda event: event.date)
    return tuple(cite(desk, event.claim, lead=event.date) for event in ordered)
