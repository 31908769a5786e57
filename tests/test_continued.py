from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from summarize.claims import EXTRACTIVE, Overview, StoryBrief, Writer, verbatim
from summarize.continued import compared, failed_outlets, go_on
from summarize.edition import Numbered, Previous
from summarize.report.assemble import settle
from summarize.reported import Method, Report, Skipped, StoryReport
from summarize.stories.story import Story
from summarize.told import Told
from tests.builders import article, story

YESTERDAY = date(2026, 3, 9)
GAZETTE = article(
    "The Karrow Dam burst on Monday night. Rescuers brought 340 people to safety by boat.",
    title="Karrow Dam bursts",
    published=YESTERDAY,
)
COURIER = article(
    "The Karrow Dam burst on Monday night, and 340 people were brought to safety by boat.",
    title="Hundreds rescued after the Karrow Dam bursts",
    outlet="Vessen Courier",
    published=YESTERDAY,
)
TODAY = article(
    "Rescuers brought 412 people to safety by boat after the Karrow Dam burst on Monday night. "
    "An inquiry into the Karrow Dam opens in Lindmere on Friday.",
    title="Inquiry into the Karrow Dam",
)
HASHES = {"story": "aa", "report/situation.md.j2": "bb"}


def told(one: Story, headline: str) -> Told:
    first = one.articles[0]
    sentence = first.statements[0]
    claim = verbatim(first.quote(sentence.start, sentence.end), "en", 1)
    brief = StoryBrief(one.id, EXTRACTIVE, headline, claim, (claim,))
    return Told(one, brief, (), ())


def report(*stories: Told, as_of: date, writer: Writer = EXTRACTIVE) -> Report:
    entries = tuple(
        StoryReport(
            id=one.story.id,
            articles=tuple(a.id for a in one.story.articles),
            origins=tuple((o.name, tuple(a.id for a in o.articles)) for o in one.story.origins),
            brief=one.brief,
        )
        for one in stories
    )
    return settle(
        Report(
            kind="daily",
            title="Daily brief",
            as_of=as_of,
            period=(as_of, as_of),
            language="en",
            overview=Overview(EXTRACTIVE),
            stories=entries,
            briefs=(),
            articles=tuple(a for one in stories for a in one.story.articles),
            key_figures=(),
            gaps=(),
            skipped=(),
            withheld=(),
            method=Method(writer, HASHES, None, 0.1),
            numbered=Numbered(3),
        )
    )


FIRST = Story("first", story(GAZETTE, COURIER).origins)
EARLIER = report(told(FIRST, GAZETTE.title), as_of=YESTERDAY)
PREVIOUS = Previous(3, YESTERDAY)
NOW = told(Story("today", story(TODAY).origins), TODAY.title)


def test_a_report_of_the_same_writer_is_compared_word_by_word() -> None:
    assert compared(EARLIER, EXTRACTIVE, {"story": "aa"}, "en") == PREVIOUS


@pytest.mark.parametrize(
    ("writer", "templates", "language"),
    [
        (Writer("model", "small"), {}, "en"),
        (EXTRACTIVE, {"story": "other"}, "en"),
        (EXTRACTIVE, {}, "fr"),
    ],
)
def test_another_writer_template_or_language_is_compared_by_values(
    writer: Writer, templates: dict[str, str], language: str
) -> None:
    assert compared(EARLIER, writer, templates, language).by_values


def test_a_report_without_number_is_compared_too() -> None:
    found = compared(replace(EARLIER, numbered=None), EXTRACTIVE, {}, "en")

    assert found == Previous(None, YESTERDAY)


def test_the_story_has_the_id_of_the_earlier_one_everywhere() -> None:
    going = go_on([NOW], EARLIER, PREVIOUS)
    today = report(NOW, as_of=date(2026, 3, 10))

    made = going.settled(today)

    assert [(one.id, one.brief.story) for one in made.stories] == [("first", "first")]
    assert {change.story for change in made.changes} == {"first"}


def test_earlier_articles_are_carried_with_their_edition() -> None:
    made = go_on([NOW], EARLIER, PREVIOUS).settled(report(NOW, as_of=date(2026, 3, 10)))

    assert {made.editions[a.id] for a in made.articles if a.id != TODAY.id} == {3}
    assert made.own_articles == (TODAY,)


def test_an_article_carried_twice_keeps_its_first_edition() -> None:
    earlier = replace(EARLIER, editions={GAZETTE.id: 1})

    made = go_on([NOW], earlier, PREVIOUS).settled(report(NOW, as_of=date(2026, 3, 10)))

    assert made.editions.get(GAZETTE.id, 1) == 1


def test_a_partial_report_says_of_nothing_that_it_is_reported_no_more() -> None:
    today = replace(report(NOW, as_of=date(2026, 3, 10)), partial=True)

    made = go_on([NOW], EARLIER, PREVIOUS).settled(today)

    assert "dropped" not in {change.kind for change in made.changes}


def test_a_story_that_there_was_no_room_for_is_not_said_to_be_quiet() -> None:
    other = story(article("A bat was found in the Sable Hills by its call.", title="New bat"))
    rest = told(Story("bat", other.origins), "New bat")

    assert go_on([rest], EARLIER, PREVIOUS).course.quiet == {"first": GAZETTE.title}
    assert not go_on([rest], EARLIER, PREVIOUS, beyond=[NOW.story]).course.quiet


@pytest.mark.parametrize(
    "source", ["news/Harbor Gazette", "news/gazette/dam.md"], ids=["folder", "file"]
)
def test_an_outlet_whose_input_was_skipped_counts_as_failed(source: str) -> None:
    known = replace(GAZETTE, path="gazette/dam.md")
    earlier = replace(EARLIER, articles=(known, COURIER))

    failed = set(failed_outlets(earlier, [Skipped(source, "not readable")]))

    assert failed == {"Harbor Gazette"}


def test_a_headline_that_no_source_has_gives_way_to_todays() -> None:
    earlier = replace(EARLIER, articles=tuple(replace(a, title="Else") for a in EARLIER.articles))

    [life] = go_on([NOW], earlier, PREVIOUS).course.lives.values()

    assert (life.headline, life.was) == (TODAY.title, GAZETTE.title)


def test_a_story_with_nothing_new_is_old() -> None:
    again = told(FIRST, GAZETTE.title)

    going = go_on([again], EARLIER, PREVIOUS)

    assert going.is_old(FIRST)
    assert not go_on([NOW], EARLIER, PREVIOUS).is_old(NOW.story)


@pytest.mark.parametrize(
    ("address", "failed"),
    [
        ("https://gazette.example/feed", ["Valley Gazette"]),
        ("https://feeds.gazette.example/world", ["Valley Gazette"]),
        ("https://courier.example/feed", []),
        ("", []),
    ],
)
def test_an_outlet_whose_feed_was_not_read_has_failed(address: str, failed: list[str]) -> None:
    one = replace(GAZETTE, outlet="Valley Gazette", url="https://www.gazette.example/dam")
    earlier = report(told(story(one), "Karrow Dam bursts"), as_of=YESTERDAY)

    found = failed_outlets(earlier, [Skipped("Gazette, world", "dns", address)])

    assert list(found) == failed
