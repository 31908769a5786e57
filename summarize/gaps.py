"""What is still to come, and what the sources of the stories shown leave open.

1. What they announce for a later day, as a writer found it.
2. What they announced for a day that has passed, of which nothing is reported.
3. Per story: figures that differ, what the sources themselves say is not known, and a bottom line
   that one of many origins tells alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from summarize.article import Article, Quote
from summarize.claims import Difference, Figure, Gap, StoryBrief, Value
from summarize.compare.changes import Telling
from summarize.compare.dropped import Elsewhere
from summarize.compare.retold import facts_of
from summarize.compare.statements import Statement
from summarize.continued import failed_outlets
from summarize.report.escape import fold
from summarize.report.labels import Labels, labels_for
from summarize.reported import Report, Skipped
from summarize.stories.shared_names import share_a_name
from summarize.stories.story import Story
from summarize.text.patterns import search
from summarize.text.standalone import is_whole, stands_alone
from summarize.text.unknown_words import HINTS, UNKNOWN

OPEN = 5  # lines of what is left open, in a report
A_STORY = 2  # of one story
# Independent origins of a story whose bottom line one alone tells. Of 31 stories of 40 events of
# AllSides all five such lines were of two origins: one began with a remark, not with the news.
SEVERAL = 3


@dataclass(frozen=True)
class Day:
    """The edition that is made: its day, language, stories (the most important first).

    `articles` are all that were read, also of stories that are not told; `skipped` is what could
    not be.
    """

    as_of: date
    language: str
    told: Sequence[Telling]
    articles: Sequence[Article]
    skipped: Sequence[Skipped] = ()


def gaps_of(announced: Sequence[Gap], day: Day, earlier: Report | None) -> tuple[Gap, ...]:
    """What is to come, by date (what has none comes last), then what is open, `OPEN` at most."""
    coming = [gap for gap in announced if gap.date is None or gap.date >= day.as_of]
    coming.sort(key=lambda gap: gap.date or date.max)
    labels = labels_for(day.language)
    return (*coming, *islice(_open(day, earlier, labels), OPEN))


def _open(day: Day, earlier: Report | None, labels: Labels) -> Iterator[Gap]:
    if earlier is not None:
        yield from _overdue(day, earlier, labels)
    for one in day.told:
        yield from islice(_of_story(one.story, one.brief, labels), A_STORY)


def _of_story(story: Story, brief: StoryBrief, labels: Labels) -> Iterator[Gap]:
    yield from islice(_differing(brief, labels), 1)
    yield from (Gap(quotes[0].text, "open", None, quotes) for quotes in unknowns(story))
    bottom = brief.bottom_line
    if bottom and bottom.id in brief.only and story.independent >= SEVERAL:
        yield Gap(labels.say("open_alone", text=bottom.text), "open", None, bottom.quotes)


def _differing(brief: StoryBrief, labels: Labels) -> Iterator[Gap]:
    """Figures of which sources give different values: one that is known by its values."""
    for difference in brief.differ:
        figure = next((f for f in brief.figures if fold(f.what) == fold(difference.about)), None)
        values = _values(difference, figure) if figure else []
        if len(values) > 1:
            given = " / ".join(value.text for value in values)
            text = labels.say("open_differ", what=difference.about, values=given)
            yield Gap(text, "open", None, tuple(value.quotes[0] for value in values))


def _values(difference: Difference, figure: Figure) -> list[Value]:
    places = {_place(quote) for side in difference.sides for quote in side.quotes}
    return [v for v in figure.values if v.quotes and places & set(map(_place, v.quotes))]


def _place(quote: Quote) -> tuple[str, int]:
    return quote.article, quote.start


def unknowns(story: Story) -> Iterator[tuple[Quote, ...]]:
    """What the newest articles say is not known: of each such thing all passages, the best first.

    What an article of an earlier day did not know may be known by now.
    """
    newest = max((article.day for article in story.articles if article.day), default=None)
    said = [
        Statement(lead, sentence.start, sentence.end, number, number, witness)
        for number, (lead, witness) in enumerate(zip(story.leads, story.witnesses, strict=True))
        if lead.day in (None, newest) and _may_tell(lead)
        for sentence in lead.statements
        if _is_unknown(lead.text[sentence.start : sentence.end], lead.language)
    ]
    groups = sorted(facts_of(said), key=lambda group: -len({one.witness for one in group}))
    yield from (tuple(one.quote for one in group) for group in groups)


def _may_tell(article: Article) -> bool:
    folded = article.text.casefold()
    return any(hint in folded for hint in HINTS.get(article.language, ()))


def _is_unknown(text: str, language: str) -> bool:
    found = (search(f"(?i){pattern}", text) for pattern in UNKNOWN[language])
    places = [match.start() for match in found if match]
    # "It is not clear whether ..." leans on nothing, though it begins as if it did.
    return bool(places) and is_whole(text) and (0 in places or stands_alone(text, language))


def _overdue(day: Day, earlier: Report, labels: Labels) -> Iterator[Gap]:
    """What was announced for a day that is over, by outlets that wrote again but not of that."""
    known = {article.id: article for article in earlier.articles if article.text}
    failed = set(failed_outlets(earlier, day.skipped))
    outlets = {article.outlet for article in day.articles} - failed
    elsewhere = Elsewhere(day.articles)
    for gap in earlier.gaps:
        if gap.kind != "announced" or gap.date is None or not gap.date < day.as_of:
            continue
        said = [Statement(known[q.article], q.start, q.end, 0, 0, 0)
                for q in gap.quotes if q.article in known]  # fmt: skip
        heard = {one.article.outlet for one in said} <= outlets and len(said) == len(gap.quotes)
        if said and heard and not any(_is_told(one, day.articles, elsewhere) for one in said):
            yield Gap(labels.say("open_overdue", text=gap.text), "open", gap.date, gap.quotes)


def _is_told(said: Statement, articles: Sequence[Article], elsewhere: Elsewhere) -> bool:
    """Whether anything of today may tell it; of another language that cannot be seen."""
    foreign = (a for a in articles if a.language != said.article.language)
    return elsewhere.tells(said) or any(share_a_name(a, said.article) for a in foreign)
