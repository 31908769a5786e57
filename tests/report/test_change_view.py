"""What changed since the previous edition, on the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from summarize.article import Article
from summarize.edition import Change, Numbered, Previous
from summarize.report.markdown import to_markdown
from summarize.reported import Report, StoryReport
from tests.report.conftest import article, claim

EARLIER = (
    "Twelve people were killed in Ostrel, the district office said. The road to Ostrel is "
    "closed.\n\nThe mayor of Ostrel was in the lower town on Tuesday."
)
SINCE = Previous(3, date(2026, 3, 10))


@pytest.fixture
def yesterday() -> Article:
    return article("spillway-fails", "Harbor Courier", 10, EARLIER)


@pytest.fixture
def second(daily: Report, dam: StoryReport, drive: StoryReport, yesterday: Article) -> Report:
    """The fourth edition: one story revised, the other with nothing new."""
    went_on = replace(
        dam,
        mark="REVISED",
        was="Spillway <fails>",
        origins_total=5,
        new=frozenset({dam.brief.claims[1].id}),
    )
    killed = claim(yesterday, "Twelve people were killed in Ostrel, the district office said.")
    changes = (
        Change("dropped", "dam1", claim(yesterday, "The mayor of Ostrel was in the lower town"
                                         " on Tuesday."), None),
        Change("reversed", "dam1", claim(yesterday, "The road to Ostrel is closed."),
               dam.brief.claims[2]),
        Change("revised", "dam1", killed, dam.brief.differ[0].sides[0]),
    )  # fmt: skip
    return replace(
        daily,
        numbered=Numbered(4, 1),
        previous=SINCE,
        stories=(went_on, drive),
        changes=changes,
        quiet={"x1": "Ferry strike ends"},
        articles=(*daily.articles, yesterday),
        editions={yesterday.id: 3},
    )


def test_the_title_has_the_number_of_the_edition(second: Report) -> None:
    assert to_markdown(second).splitlines()[0] == "# Daily brief No. 4.1"


def test_the_status_says_what_it_is_compared_with(second: Report) -> None:
    assert "compared with No. 3" in to_markdown(second).splitlines()[2]


def test_a_previous_report_without_a_number_is_named_by_its_day(second: Report) -> None:
    text = to_markdown(replace(second, previous=replace(SINCE, number=None)))

    assert "compared with 2026-03-10" in text


def test_a_revised_figure_is_told_by_its_two_values(second: Report) -> None:
    head = to_markdown(second).partition("## At a glance")[0]

    assert "people killed: Twelve [5a] → Twenty-six" in head


def test_a_reversal_is_told_by_both_sentences(second: Report) -> None:
    text = to_markdown(second)

    assert "The road to Ostrel is closed. [5b] → The reservoir had stood 2 metres" in text


def test_what_is_reported_no_longer_stands_in_its_story(second: Report) -> None:
    story = to_markdown(second).partition("### 1.")[2].partition("## ")[0]

    assert "**No longer reported**\n\n- The mayor of Ostrel was in the lower town" in story


def test_a_story_says_its_mark_its_former_headline_and_its_origins_in_all(second: Report) -> None:
    facts = to_markdown(second).partition("### 1.")[2].splitlines()[2]

    assert facts.startswith("*REVISED · ")
    assert "5 origins in all" in facts
    assert "formerly “Spillway \\<fails>”" in facts


def test_a_claim_that_no_earlier_article_carries_is_new(second: Report) -> None:
    story = to_markdown(second).partition("### 1.")[2]
    line = next(one for one in story.splitlines() if one.startswith("- More than"))

    assert line.endswith("(new)")


def test_a_story_with_nothing_new_is_one_line(second: Report) -> None:
    text = to_markdown(second)

    assert "### 2." not in text
    assert "(nothing new since No. 3)" in text.partition("## Also reported")[2]


def test_stories_of_which_nothing_was_reported_are_named(second: Report) -> None:
    assert "Not reported in these sources: Ferry strike ends." in to_markdown(second)


def test_an_article_of_an_earlier_edition_says_so(second: Report) -> None:
    assert "2026-03-10, from No. 3" in to_markdown(second).partition("## Sources")[2]


def test_corrections_beyond_the_head_have_a_section(second: Report) -> None:
    revised = second.changes[2]
    many = replace(second, changes=(revised,) * 5)

    text = to_markdown(many)

    head, _, rest = text.partition("## Further corrections")
    assert (head.count("→ Twenty-six"), rest.count("→ Twenty-six")) == (3, 2)


def test_a_comparison_by_values_is_explained(second: Report) -> None:
    by_values = replace(second, previous=replace(SINCE, by_values=True))

    assert "figures, names and dates only" in to_markdown(by_values)


def test_without_a_previous_edition_nothing_is_said_of_changes(daily: Report) -> None:
    text = to_markdown(daily)

    assert not any(word in text for word in ("compared with", "→ T", "NEW ·", "(new)", "No. "))
