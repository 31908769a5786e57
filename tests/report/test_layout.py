"""How the words of a page are shared among its stories."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from summarize.report.assemble import settle
from summarize.report.desk import open_desk
from summarize.report.layout import Layout, is_single, lay_out, says_more
from summarize.report.story_view import view_story
from summarize.reported import Report
from summarize.text.words import count

Many = Callable[[Sequence[int]], Report]
LINE = 4 + 17  # words of a headline and a bottom line in the stories of `many`
REST = 4 * 17  # words of the other claims of one of them


def laid_out(report: Report, words: int) -> Layout:
    desk = open_desk(settle(report))
    views = [view_story(desk, story, place) for place, story in enumerate(desk.report.stories)]
    return lay_out(views, [is_single(story) for story in desk.report.stories], words)


def shape(layout: Layout) -> tuple[list[int], int, int, int]:
    """Claims of each story told at length; stories in one line; stories and claims left out."""
    told = [len(view.claims) for view in layout.stories]
    return told, len(layout.also), layout.stories_left, layout.claims_left


def test_with_room_for_all_nothing_is_left_out(many: Many) -> None:
    assert shape(laid_out(many([3, 2, 1]), 1_500)) == ([4, 4, 4], 0, 0, 0)


def test_stories_are_filled_in_order_and_the_starved_ones_get_one_line(many: Many) -> None:
    layout = laid_out(many([2, 2, 2, 2]), 4 * LINE + REST + 2 * 17)
    assert shape(layout) == ([4, 2], 2, 0, 2 + 4 + 4)


def test_the_first_story_is_told_even_without_any_room(many: Many) -> None:
    assert shape(laid_out(many([2, 2, 2]), 1)) == ([0], 0, 2, 4)


def test_what_does_not_fit_at_all_is_counted(many: Many) -> None:
    layout = laid_out(many([2] * 5), 3 * LINE)
    assert shape(layout) == ([0], 2, 2, 12)


def test_a_single_story_beyond_the_first_six_gets_one_line(many: Many) -> None:
    layout = laid_out(many([2, 2, 1, 1, 1, 1, 1, 2]), 1_500)
    assert [view.anchor for view in layout.also] == ["s7"]
    assert [view.anchor for view in layout.stories] == ["s1", "s2", "s3", "s4", "s5", "s6", "s8"]


def test_many_stories_leave_room_to_tell_the_first_ones(many: Many) -> None:
    layout = laid_out(many([2] * 200), 1_500)
    told = [len(view.claims) for view in layout.stories]
    assert told[:6] == [4] * 6
    assert layout.stories_left == 200 - len(layout.stories) - len(layout.also)


@pytest.mark.parametrize("words", [100, 300, 700, 900])
def test_the_body_keeps_to_its_words(many: Many, words: int) -> None:
    layout = laid_out(many([3, 2, 2] + [1] * 30), words)
    views = [*layout.stories, *layout.also]
    printed = sum(count(view.headline.text) for view in views)
    printed += sum(count(view.bottom_line.text) for view in views if view.bottom_line)
    printed += sum(count(claim.text) for view in layout.stories for claim in view.claims)
    assert words - LINE - 17 < printed <= words


def test_room_that_the_stories_do_not_use_goes_to_more_of_them(many: Many) -> None:
    report = many([2] * 30)
    bare = tuple(replace(story, brief=replace(story.brief, claims=())) for story in report.stories)
    layout = laid_out(replace(report, stories=bare), 20 * LINE)
    assert shape(layout) == ([0] * 10, 10, 10, 0)


def test_no_story_is_lost(many: Many) -> None:
    for words in (50, 500, 5_000):
        layout = laid_out(many([2] * 9 + [1] * 40), words)
        assert len(layout.stories) + len(layout.also) + layout.stories_left == 49


def test_a_report_without_stories_has_nothing_to_lay_out(many: Many) -> None:
    assert shape(laid_out(many([]), 1_500)) == ([], 0, 0, 0)


@pytest.mark.parametrize(
    ("headline", "says"),
    [("Dam fails above Ostrel", False), ("Government under pressure after night of floods", True)],
)
def test_a_headline_is_repeated_only_if_it_says_something_else(headline: str, says: bool) -> None:
    assert says_more(headline, "The Varno dam above Ostrel failed on Tuesday.", "en") is says
