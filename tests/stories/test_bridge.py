from __future__ import annotations

import random
from datetime import date

import pytest

from summarize.stories.bridge import bridged, landmarks, not_joined
from summarize.stories.groups import group
from summarize.stories.origins import find_origins
from tests.stories.texts import DAM, HARBOUR, article

FRENCH = article(
    "fr",
    "Le barrage de Karrow, au-dessus de Dunmore, a cédé mardi et fait 26 morts, selon Mara Quill. "
    "Jon Vale a perdu sa boulangerie.",
    title="Rupture du barrage de Karrow",
    language="fr",
)
ARABIC = article(
    "ar",
    "انهار سد كارو قرب دنمور يوم الثلاثاء وقتل 26 شخصا، حسبما قالت الحاكمة مارا كويل.",
    title="انهيار سد كارو",
    language="ar",
)
ELSEWHERE = article(
    "fr 2",
    "Une usine de Wexcombe ferme ses portes, a dit Rosa Stolz. Les 400 ouvriers attendent.",
    title="Fermeture d’une usine à Wexcombe",
    language="fr",
)
ENGLISH = article("dam", DAM, title="Karrow dam breaks")


def stories(*pile: object) -> list[list[str]]:
    found = group(find_origins(pile))  # type: ignore[arg-type]
    return sorted(sorted(one.key for one in story.articles) for story in found)


def test_an_article_in_another_language_joins_by_names_and_numbers() -> None:
    ship = article("ship", HARBOUR, title="Ship aground off Port Ellis")
    assert stories(ENGLISH, ship, FRENCH, ELSEWHERE) == [["dam", "fr"], ["fr 2"], ["ship"]]


def test_numbers_that_are_small_or_years_and_dates_near_publication_are_no_landmarks() -> None:
    one = article("a", "On 9 March 3 men and 26 dogs came; a vote is on 24 March 2026.")
    assert landmarks(one, {"vale"}) >= {"vale", "26", "2026-03-24"}
    assert not landmarks(one, ()) & {"3", "2026", "2026-03-09"}


def test_a_text_without_a_date_has_no_dates_that_need_one() -> None:
    one = article("a", "A vote is on 24 March.", published=None)
    assert not any(mark.startswith("2026") for mark in landmarks(one, ()))


def test_links_are_landmarks() -> None:
    one = article("a", "The report (https://example.org/report) is out.")
    assert "https://example.org/report" in landmarks(one, ())


MARKS = frozenset("abcdef")


def joined(
    languages: list[str], marks: list[frozenset[str]], moments: list[float | None]
) -> list[list[int]]:
    groups = [[number] for number in range(len(marks))]
    return bridged(groups, marks, languages, moments)


def test_groups_of_two_languages_with_the_same_marks_are_one() -> None:
    assert joined(["en", "fr"], [MARKS, MARKS], [1.0, 1.0]) == [[0, 1]]


@pytest.mark.parametrize(
    ("languages", "other", "moment"),
    [
        (["en", "en"], MARKS, 1.0),
        (["en", "fr"], frozenset("abuvwxyz"), 1.0),
        (["en", "fr"], frozenset("ab"), 1.0),
        (["en", "fr"], MARKS, 9.0),
    ],
)
def test_not_so_in_one_language_or_with_too_little_in_common_or_days_apart(
    languages: list[str], other: frozenset[str], moment: float
) -> None:
    assert joined(languages, [MARKS, other], [1.0, moment]) == [[0], [1]]


def test_of_one_language_the_nearest_group_alone_joins() -> None:
    found = joined(["en", "fr", "fr"], [MARKS, MARKS, MARKS - {"a"}], [None] * 3)
    assert found == [[0, 1], [2]]


def test_a_third_language_joins_only_what_it_is_near_to_on_average() -> None:
    marks = [MARKS | set("uvwx"), MARKS, MARKS]
    assert joined(["en", "fr", "ar"], marks, [1.0, 1.0, 1.0]) == [[0, 1, 2]]
    far = [frozenset("abcdefghij"), frozenset("abcdevwxyz"), frozenset("vwxyzmnopq")]
    assert len(joined(["en", "fr", "ar"], far, [1.0, 1.0, 1.0])) == 2


def test_the_order_of_the_pile_does_not_matter() -> None:
    pile = [ENGLISH, FRENCH, ELSEWHERE, ARABIC, article("ship", HARBOUR)]
    expected = stories(*pile)
    for seed in range(3):
        assert stories(*random.Random(seed).sample(pile, len(pile))) == expected


def test_what_no_bridge_joins_is_counted_by_language() -> None:
    found = group(find_origins([ENGLISH, article("ship", HARBOUR), FRENCH, ELSEWHERE]))
    assert not_joined(found) == {"fr": 1}


def test_in_a_pile_of_one_language_nothing_is_counted() -> None:
    found = group(find_origins([ENGLISH, article("ship", HARBOUR, published=date(2026, 3, 1))]))
    assert (not_joined(found), not_joined(())) == ({}, {})
