from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Article
from summarize.claims import EXTRACTIVE, Brief, Claim
from summarize.stories import round_ups
from summarize.stories.groups import group, join_after_brief
from summarize.stories.origins import find_origins
from summarize.stories.round_ups import RoundUp, placed
from summarize.stories.story import Story
from tests.stories.texts import (
    DAM,
    HARBOUR,
    HARBOUR_AGAIN,
    SAME_PRESS_CONFERENCE,
    article,
)

MUSEUM = (
    "Thieves took nine clocks from the Orlan museum before dawn on Tuesday.\n\n"
    "A guard of the Orlan museum, Tilda Brevik, found the window broken. Police in Orlan look for "
    "a grey van.\n\nThe clocks were lent by a collector from Sarn."
)
PILE = (
    article("dam", DAM, title="Karrow dam breaks"),
    article("dam press", SAME_PRESS_CONFERENCE, title="26 dead below Karrow dam"),
    article("ship", HARBOUR, title="Ship aground off Port Ellis"),
    article("ship too", HARBOUR_AGAIN, title="Tugs fail to free ship at Port Ellis"),
    article("museum", MUSEUM, title="Clocks stolen from Orlan museum"),
)
ITEMS = {
    "dam": "The Karrow dam broke above Dunmore and 26 people drowned, Governor Mara Quill said.",
    "ship": "Tugs failed to move the container ship Brenna, blocking the harbour of Port Ellis.",
    "museum": "Nine clocks are gone from the Orlan museum; police look for the thieves' grey van.",
    "snow": "Snow falls in the hills tonight, with frost in gardens towards the morning.",
    "bread": "Bakers bring a dark loaf back that their grandmothers made of barley.",
    "race": "Cyclists cross the high pass on Friday, eighty kilometres uphill against the wind.",
    "choir": "A choir of pensioners sings old sailors' songs on Sunday, and tickets are free.",
}


def round_up(*items: str, key: str = "round-up", outlet: str = "Valley Ledger") -> Article:
    text = "\n\n".join(ITEMS[item] for item in items)
    return article(key, text, title="Morning briefing", outlet=outlet)


def grouped(*articles: Article) -> tuple[Story, ...]:
    return group(find_origins(articles))


def touched(stories: Sequence[Story], key: str = "round-up") -> set[str]:
    """The first article of each story that the round-up touches."""
    return {story.articles[0].key for story in stories if key in {a.key for a in story.also_in}}


def members(stories: Sequence[Story]) -> set[str]:
    return {one.key for story in stories for one in story.articles}


def test_a_round_up_stands_at_each_story_that_it_touches_and_is_in_none() -> None:
    found = grouped(*PILE, round_up("dam", "ship", "museum"))

    assert touched(found) == {"dam", "ship", "museum"}
    assert "round-up" not in members(found)


def test_a_round_up_changes_nothing_of_the_stories() -> None:
    without = grouped(*PILE)
    found = grouped(*PILE, round_up("dam", "ship", "museum"))

    assert [replace(story, also=()) for story in found] == list(without)


def test_two_of_a_kind_stand_at_the_same_stories() -> None:
    found = grouped(
        *PILE,
        round_up("dam", "ship", "museum"),
        round_up("museum", "snow", "ship", "dam", key="evening", outlet="Radio Dunmore"),
    )

    assert touched(found) == touched(found, "evening") == {"dam", "ship", "museum"}


def test_copies_of_a_round_up_all_stand_there() -> None:
    twice = round_up("dam", "ship", "museum"), round_up("dam", "ship", "museum", key="copy")
    found = grouped(*PILE, *twice)

    assert touched(found) == touched(found, "copy") == {"dam", "ship", "museum"}


def test_a_round_up_that_touches_no_story_is_a_story() -> None:
    found = grouped(*PILE, round_up("snow", "bread", "choir"))

    assert touched(found) == set()
    assert "round-up" in members(found)


def test_a_round_up_that_tells_mostly_what_nobody_else_does_is_a_story_too() -> None:
    found = grouped(*PILE, round_up(*ITEMS))

    assert touched(found) == {"dam", "ship", "museum"}
    assert "round-up" in members(found)


def test_two_parts_of_many_make_no_round_up() -> None:
    found = grouped(*PILE, round_up("dam", "ship", "snow", "bread", "choir"))

    assert touched(found) == set()


def test_a_long_report_on_one_event_is_no_round_up() -> None:
    long = article("long", f"{DAM}\n\n{SAME_PRESS_CONFERENCE}", title="All about the Karrow dam")
    found = grouped(*PILE, long)

    assert not any(story.also for story in found)


def test_items_of_few_words_belong_to_the_next() -> None:
    text = "\n\n".join(f"{name.title()}\n\n{ITEMS[name]}" for name in ("dam", "ship", "museum"))
    found = grouped(*PILE, article("round-up", text, title="Today"))

    assert touched(found) == {"dam", "ship", "museum"}


def test_a_round_up_of_a_year_later_touches_nothing() -> None:
    late = replace(round_up("dam", "ship", "museum"), published=date(2027, 3, 10))

    assert touched(grouped(*PILE, late)) == set()


def test_an_article_in_another_language_is_not_touched() -> None:
    foreign = [replace(one, language="nl") for one in PILE]

    assert touched(grouped(*foreign, round_up("dam", "ship", "museum"))) == set()


def test_a_name_in_too_many_paragraphs_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(round_ups, "COMMON", 0)

    assert touched(grouped(*PILE, round_up("dam", "ship", "museum"))) == set()


def test_the_order_of_the_pile_does_not_matter() -> None:
    pile = [*PILE, round_up("dam", "ship", "museum", "snow")]
    expected = grouped(*pile)
    for seed in range(3):
        assert grouped(*random.Random(seed).sample(pile, len(pile))) == expected


@pytest.mark.parametrize("how", ["one", "each"])
def test_only_where_stories_are_found_there_are_round_ups(how: str) -> None:
    origins = find_origins([*PILE, round_up("dam", "ship", "museum")])
    found = group(origins, how)  # type: ignore[arg-type]

    assert "round-up" in members(found)


def test_stories_joined_after_their_briefs_keep_their_round_ups() -> None:
    arabic = article("sarn", "فتح السوق أبوابه صباح اليوم أمام التجار.", language="ar")
    said = Claim("c1", "The market of Sarn opened its gates to traders.", (), "en", 1)
    brief = Brief(arabic.id, EXTRACTIVE, "Market opens", None, (said,))
    before = grouped(*PILE, arabic, round_up(*ITEMS))

    found = join_after_brief(before, {arabic.id: brief})

    assert found == before
    assert touched(found) == {"dam", "ship", "museum"}


def test_a_round_up_of_one_story_alone_is_a_member_of_it() -> None:
    assert placed([[0, 1], [2]], [RoundUp(3, frozenset({0, 1}), 0.2)]) == [
        ([0, 1, 3], []),
        ([2], []),
    ]


def test_what_touches_only_another_round_up_is_a_story() -> None:
    found = [RoundUp(1, frozenset({2}), 0.2), RoundUp(2, frozenset({1}), 0.2)]

    assert placed([[0]], found) == [([0], []), ([1], []), ([2], [])]


@given(
    st.lists(st.tuples(st.frozensets(st.integers(0, 9), max_size=4), st.floats(0, 1)), max_size=5)
)
def test_every_article_is_in_a_story_or_at_one(told: list[tuple[frozenset[int], float]]) -> None:
    stories = [[0, 1, 2], [3], [4, 5], [6, 7, 8, 9]]
    found = [RoundUp(10 + n, touches, apart) for n, (touches, apart) in enumerate(told)]

    result = placed(stories, found)

    inside = [one for own, _ in result for one in own]
    assert len(inside) == len(set(inside))
    assert {*inside, *(o for _, also in result for o in also)} == set(range(10 + len(told)))
