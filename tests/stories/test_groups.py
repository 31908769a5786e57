from __future__ import annotations

import hashlib
import random
from datetime import UTC, date, datetime, timedelta

import pytest

from summarize.article import Article
from summarize.stories.groups import group
from summarize.stories.origins import find_origins, make_origin
from summarize.stories.story import Story
from summarize.stories.times import DECAY_DAYS, time_decay
from tests.stories.texts import (
    DAM,
    DAM_LATER,
    GOVERNOR_TAX,
    HARBOUR,
    HARBOUR_AGAIN,
    SAME_PRESS_CONFERENCE,
    article,
)

TUESDAY = date(2026, 3, 10)
PILE = [
    article("dam", DAM, title="Karrow dam breaks"),
    article("dam copy", "PORT ELLIS - " + DAM, title="Flood - report", outlet="Vale Ledger"),
    article("dam press", SAME_PRESS_CONFERENCE, title="26 dead below Karrow dam"),
    article("dam later", DAM_LATER, title="Cracks in dam were known", published=date(2026, 3, 12)),
    article("ship", HARBOUR, title="Ship aground off Port Ellis"),
    article("ship too", HARBOUR_AGAIN, title="Tugs fail to free ship at Port Ellis"),
    article("tax", GOVERNOR_TAX, title="Governor signs tax on vacant houses"),
]


def stories(articles: list[Article]) -> list[list[str]]:
    return keys(group(find_origins(articles)))


def keys(found: tuple[Story, ...]) -> list[list[str]]:
    return [sorted(one.key for one in story.articles) for story in found]


def hex12(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def test_no_origin_gives_no_story() -> None:
    assert (group([]), group([], "one"), group([], "each")) == ((), (), ())


def test_an_article_alone_is_a_story() -> None:
    assert stories([PILE[0]]) == [["dam"]]


def test_a_pile_falls_into_its_stories_the_largest_first() -> None:
    assert stories(PILE) == [
        ["dam", "dam copy", "dam later", "dam press"],
        ["ship", "ship too"],
        ["tax"],
    ]


def test_two_stories_about_one_person_on_one_day_stay_apart() -> None:
    assert sorted(stories([PILE[0], PILE[6]])) == [["dam"], ["tax"]]


def test_a_pile_of_two_articles_can_be_one_story() -> None:
    assert stories([PILE[4], PILE[5]]) == [["ship", "ship too"]]


def test_one_story_over_three_days_stays_together() -> None:
    assert stories([PILE[0], PILE[2], PILE[3]]) == [["dam", "dam later", "dam press"]]


def test_the_order_of_the_pile_does_not_matter() -> None:
    expected = group(find_origins(PILE))
    for seed in range(5):
        shuffled = random.Random(seed).sample(PILE, len(PILE))
        assert group(tuple(reversed(find_origins(shuffled)))) == expected


def test_what_lies_months_apart_is_not_one_story() -> None:
    later = article("late", HARBOUR_AGAIN, published=date(2026, 6, 10))
    assert stories([PILE[4], later]) == [["late"], ["ship"]]


def test_two_events_of_one_kind_told_in_like_words_are_two_stories() -> None:
    told = (
        "A river burst its banks near {0} on Tuesday and flooded the lower town of {0}. The "
        "governor, {1}, said that {2} people were killed. Trains from {0} to {3} do not run, and "
        "{1} called for boats."
    )
    events = [("Karrow", "Quill", 26, "Dunmore"), ("Orlan", "Brevik", 41, "Wexcombe")]
    pile = [
        article(f"{event[0]} {n}", told.format(*event) + tail, title=f"Flood at {event[0]}")
        for event in events
        for n, tail in enumerate(("", " Bakers gave bread to whoever came by on foot all day."))
    ]
    apart = group([make_origin([one]) for one in pile])
    assert sorted(keys(apart)) == [["Karrow 0", "Karrow 1"], ["Orlan 0", "Orlan 1"]]


def test_an_article_that_touches_two_stories_does_not_make_them_one() -> None:
    heads = [text.split("\n\n")[0] for text in (DAM, HARBOUR, GOVERNOR_TAX)]
    found = stories([*PILE, article("round-up", "\n\n".join(heads), title="Today in brief")])
    dam, ship = (next(s for s in found if key in s) for key in ("dam press", "ship too"))
    assert dam != ship


def test_without_decay_dates_do_not_matter() -> None:
    later = article("late", HARBOUR_AGAIN, published=date(2026, 6, 10))
    found = group(find_origins([PILE[4], later]), decay=False)
    assert keys(found) == [["late", "ship"]]


def test_an_article_without_a_date_is_grouped_by_its_words_alone() -> None:
    undated = article("undated", HARBOUR_AGAIN, published=None)
    assert stories([PILE[4], undated]) == [["ship", "undated"]]


def test_a_copy_tells_the_date_of_a_lead_that_has_none() -> None:
    lead = article("lead", HARBOUR_AGAIN + "\n\nMore is to come.", published=None)
    copy = article("copy", HARBOUR_AGAIN, published=date(2026, 6, 10))
    assert len(stories([PILE[4], lead, copy])) == 2


def test_one_makes_a_single_story_and_keeps_the_origins() -> None:
    (story,) = group(find_origins(PILE), "one")
    assert (len(story.origins), len(story.articles)) == (6, 7)


def test_each_leaves_every_article_alone_copies_too() -> None:
    found = group(find_origins(PILE), "each")
    assert sorted(keys(found)) == sorted([one.key] for one in PILE)
    assert {len(story.origins) for story in found} == {1}


def test_each_names_every_origin_by_its_own_article() -> None:
    found = group(find_origins(PILE[:2]), "each")
    assert {story.origins[0].name for story in found} == {"Harbor Gazette", "Vale Ledger"}


def test_a_story_has_the_id_of_its_earliest_article() -> None:
    first = article("first", HARBOUR_AGAIN, published=date(2026, 3, 9))
    undated = article("a", HARBOUR + " Rain fell.", published=None)
    (story,) = group(find_origins([PILE[4], first, undated]))
    assert story.id == hex12("first")


def test_two_stories_under_one_key_get_two_ids() -> None:
    found = group(find_origins([article("same", DAM), article("same", HARBOUR)]))
    assert {story.id for story in found} == {hex12("same"), hex12("same\n2")}


def test_origins_of_a_story_stand_earliest_first() -> None:
    story = group(find_origins(PILE))[0]
    assert [origin.lead.key for origin in story.origins][-1] == "dam later"


def test_among_stories_of_one_size_the_newest_comes_first() -> None:
    old = article("old", DAM, published=TUESDAY)
    new = article("new", HARBOUR, published=datetime(2026, 3, 11, 7, tzinfo=UTC))
    undated = article("undated", GOVERNOR_TAX, published=None)
    assert stories([undated, old, new]) == [["new"], ["old"], ["undated"]]


@pytest.mark.parametrize(("one", "other"), [(None, 1.0), (1.0, None), (None, None), (3.0, 3.0)])
def test_time_takes_nothing_without_a_date_or_on_one_day(
    one: float | None, other: float | None
) -> None:
    assert time_decay(one, other) == 1


def test_time_takes_the_same_in_both_directions() -> None:
    assert time_decay(0, DECAY_DAYS) == time_decay(DECAY_DAYS, 0) == pytest.approx(0.3679, abs=1e-4)


def test_a_week_of_many_small_stories_is_kept_apart() -> None:
    chance = random.Random(1)
    words = [f"name{number}" for number in range(4_000)]
    articles = []
    for event in range(120):
        own = chance.sample(words, 40)
        for paper in range(3):
            text = " ".join(chance.sample(own, 30) + chance.sample(words, 20))
            day = TUESDAY + timedelta(event % 7)
            articles.append(article(f"{event}-{paper}", text, title=own[0], published=day))
    found = group(find_origins(articles))
    assert [len(story.articles) for story in found] == [3] * 120
