from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.compare.differ import differences
from summarize.compare.figures import rows
from summarize.compare.statements import statements
from tests.builders import story
from tests.editions import WEDNESDAY, by

DAM = "The Karrow Dam burst above Lindmere."


def sides(*articles: Article) -> list[set[str]]:
    said = statements(story(*articles))
    return [{side.text for side in d.sides} for d in differences(rows(said), said, 1)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It holds for 24 days.", "The truce is to last 14 days."),
        ("They ask for 3 million crowns.", "The hackers demand 2 million crowns."),
        ("Some 62 percent of the vote went to him.", "With 39 percent of the vote he won."),
    ],
)
def test_figures_that_are_counted_in_quite_other_words_differ(one: str, other: str) -> None:
    assert sides(by("Courier", f"{DAM} {one}"), by("Gazette", f"{DAM} {other}")) == [{one, other}]


def test_figures_that_nobody_names_differ_on_the_words_in_common() -> None:
    said = statements(
        story(
            by("Courier", f"{DAM} In custody are 10 others."),
            by("Gazette", f"{DAM} 7 others were taken into custody."),
        )
    )

    assert [d.about for d in differences(rows(said), said, 1)] == ["custody"]


@pytest.mark.parametrize(("least", "count"), [(23, 1), (45, 0)])
def test_who_says_at_least_a_far_smaller_number_knows_another(least: int, count: int) -> None:
    lower = f"At least {least} people were killed in Lindmere."
    exact = "The flood in Lindmere killed 49 people."

    assert len(sides(by("Courier", f"{DAM} {lower}"), by("Gazette", f"{DAM} {exact}"))) == count


def test_a_figure_that_both_give_is_agreed_and_no_side() -> None:
    left, right = "It was 62 percent of the vote.", "The vote brought 39 percent."
    turnout = "Turnout in Lindmere was 71 percent."

    found = sides(by("Courier", f"{left} {turnout}"), by("Gazette", f"{right} {turnout}"))

    assert found == [{left, right}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It holds for 24 days.", "The walls are 14 metres high."),
        ("The rate is 81 percent.", "The rate was 93 percent in 2016."),
        ("Two crews searched Lindmere.", "Four crews searched Brask."),
        (
            "The governor of the province plans to move about $200 million from the housing fund.",
            "The council of the harbour wants to borrow $2.5 billion for a breakwater of stone.",
        ),
    ],
)
def test_figures_of_other_things_do_not_differ(one: str, other: str) -> None:
    assert sides(by("Courier", f"{DAM} {one}"), by("Gazette", f"{DAM} {other}")) == []


def test_two_figures_equally_near_are_told_apart_by_none() -> None:
    one = by("Courier", f"{DAM} It lasts 24 days.")
    other = by("Gazette", f"{DAM} It lasts 14 days. It lasts 9 days.")

    assert sides(one, other) == []


def test_articles_that_name_nothing_in_common_are_not_compared() -> None:
    one = by("Courier", "Anton Brevik of Kelvora said: it holds for 24 days.")
    other = by("Gazette", "Rosa Belmonte of Dunmarsk said: the truce is to last 14 days.")

    assert sides(one, other) == []


def test_figures_of_different_days_do_not_differ() -> None:
    one = by("Courier", f"{DAM} It holds for 24 days.")
    other = by("Gazette", f"{DAM} The truce is to last 14 days.", published=WEDNESDAY)

    assert sides(one, other) == []


def test_in_two_languages_the_only_figures_that_are_not_agreed_differ() -> None:
    english = by("Courier", "The shelter took in 430 people. Rescuers counted 12 dead.")
    arabic = by("الفجر", "استقبل الملجأ 430 شخصا. أحصت فرق الإنقاذ 17 قتيلا.", language="ar")

    assert sides(english, arabic) == [{"Rescuers counted 12 dead.", "أحصت فرق الإنقاذ 17 قتيلا."}]


def test_in_two_languages_nothing_is_said_where_nothing_is_agreed_or_values_are_far_apart() -> None:
    english = by("Courier", "Rescuers counted 12 dead.")
    agreed = by("Courier", "The shelter took in 430 people. Rescuers counted 12 dead.")
    arabic = by("الفجر", "أحصت فرق الإنقاذ 17 قتيلا.", language="ar")
    far = by("الفجر", "استقبل الملجأ 430 شخصا. جمع السكان 9000 كيس.", language="ar")

    assert sides(english, arabic) == []
    assert sides(agreed, far) == []
