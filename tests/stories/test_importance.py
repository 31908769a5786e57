from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from summarize.article import Article, Declared
from summarize.stories.importance import by_importance
from summarize.stories.story import Origin, Story
from tests.builders import article

AS_OF = date(2026, 3, 12)


def told(name: str, *articles: Article) -> Story:
    return Story(name, tuple(Origin(one.outlet, (one,)) for one in articles))


def names(*stories: Story, as_of: date | None = AS_OF) -> list[str]:
    return [story.id for story in by_importance(stories, as_of=as_of)]


def on(day: int, outlet: str = "A") -> Article:
    return article("Text.", outlet=outlet, published=date(2026, 3, day))


def test_a_story_of_more_origins_comes_first() -> None:
    assert names(told("one", on(12)), told("two", on(12), on(12, "B"))) == ["two", "one"]


def test_an_old_story_fades() -> None:
    assert names(told("old", on(1), on(1, "B")), told("new", on(12))) == ["new", "old"]


def test_without_dates_that_matter_it_does_not() -> None:
    stories = (told("old", on(1), on(1, "B")), told("new", on(12)))

    assert names(*stories, as_of=None) == ["old", "new"]


def test_a_story_without_a_date_weighs_less_than_one_of_today() -> None:
    undated = told("undated", article("Text.", published=None))

    assert names(undated, told("new", on(12))) == ["new", "undated"]


def test_a_date_in_the_future_makes_no_news_and_leaves_the_others_their_order() -> None:
    wrong = told("wrong", article("Text.", published=date(2126, 1, 1)))
    stories = (wrong, told("two", on(11), on(11, "B")), told("one", on(12)))

    assert names(*stories) == ["two", "one", "wrong"]


def test_a_story_without_a_date_weighs_less_than_the_typical_one() -> None:
    undated = told("undated", article("Text.", published=None))
    stories = (undated, told("new", on(12)), told("old", on(2)), told("older", on(1)))

    assert names(*stories) == ["new", "old", "older", "undated"]


def test_of_stories_that_are_as_new_the_one_that_counts_something_comes_first() -> None:
    counts = told("counts", article("29 people died.", published=date(2026, 3, 12)))

    assert names(told("a", on(12)), counts) == ["counts", "a"]


@pytest.mark.parametrize(("grade", "order"), [("A", ["graded", "a"]), ("E", ["a", "graded"])])
def test_a_trusted_source_makes_a_story_weigh_more(grade: str, order: list[str]) -> None:
    graded = told("graded", replace(on(12), declared=Declared(reliability=grade)))

    assert names(told("a", on(12)), graded) == order


@pytest.mark.parametrize(("weight", "order"), [(2.0, ["told", "a"]), (0.5, ["a", "told"])])
def test_a_weightier_source_makes_a_story_weigh_more(weight: float, order: list[str]) -> None:
    one = told("told", on(12))
    weights = {one.articles[0].id: weight}

    found = by_importance([told("a", on(12, "B")), one], as_of=date(2026, 3, 12), weights=weights)

    assert [story.id for story in found] == order
