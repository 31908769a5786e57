from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from summarize import asleep
from summarize.asleep import with_asleep
from summarize.claims import Writer
from summarize.compare.changes import course
from summarize.edition import Previous
from summarize.report.assemble import settle
from summarize.report.json_file import to_json
from summarize.reported import Report
from tests.builders import TUESDAY
from tests.editions import Told, by, edition, told

DAM = by(
    "Gazette",
    "The Karrow Dam burst on Monday night above Lindmere. Rescuers in Lindmere brought 340 people "
    "to safety by boat. Governor Ilse Varn ordered the Karrow Dam to be rebuilt.",
)
CUP = by(
    "Courier", "Wanderers won the cup in Port Halden. Captain Oda Brill scored in Port Halden."
)
STRIKE = by("Gazette", "Ferry crews in Wexmoor went on strike. No ferry leaves Wexmoor this week.")
LATER = by(
    "Courier",
    "The Karrow Dam burst on Monday night above Lindmere, and boats brought 340 people to safety. "
    "Governor Ilse Varn will see the Karrow Dam near Lindmere. Prosecutors charged the builder "
    "Bruno Teck with taking 9 bribes.",
    published=TUESDAY + timedelta(days=2),
)


def day(number: int, *stories: Told) -> Report:
    return settle(edition(*stories, as_of=TUESDAY + timedelta(days=number)))


def ids(report: Report) -> list[str]:
    return [story.id for story in report.stories]


FIRST = day(0, told("dam", DAM))
LAST = day(1, told("cup", CUP))


def test_a_story_that_the_last_edition_did_not_tell_is_asleep_in_it() -> None:
    found = with_asleep(LAST, [(4, to_json(FIRST))])

    assert ids(found) == ["cup", "dam"]
    assert [found.is_asleep(story) for story in found.stories] == [False, True]
    assert found.editions == {DAM.id: 4}
    assert found.own_articles == LAST.own_articles


def test_a_story_that_comes_back_keeps_its_id_and_is_not_new() -> None:
    found = with_asleep(LAST, [(1, to_json(FIRST))])

    went_on = course([told("back", LATER)], found, Previous(2, LAST.as_of))

    life = went_on.lives["back"]
    assert (life.id, life.mark, life.origins_total) == ("dam", "UPDATED", 2)
    told_now = [change.after.text for change in went_on.changes if change.after]
    assert any("Bruno Teck" in text for text in told_now)
    assert not any("340" in text for text in told_now)


def test_nothing_is_said_again_of_a_story_that_sleeps_on() -> None:
    found = with_asleep(LAST, [(1, to_json(FIRST))])

    quiet = course([told("cup", CUP)], found, Previous(2, LAST.as_of)).quiet

    assert quiet == {}


def test_the_last_edition_that_told_a_story_is_the_one_it_is_compared_with() -> None:
    older = replace(FIRST, stories=(replace(FIRST.stories[0], id="cup"),))
    again = day(0, told("strike", STRIKE))

    found = with_asleep(LAST, [(2, to_json(again)), (1, to_json(older))])

    assert ids(found) == ["cup", "strike"]


def test_a_story_that_went_into_another_does_not_sleep() -> None:
    heir = replace(LAST, stories=(replace(LAST.stories[0], continues=("dam",)),))

    assert ids(with_asleep(heir, [(1, to_json(FIRST))])) == ["cup"]


def test_a_story_whose_article_another_tells_by_now_does_not_sleep() -> None:
    moved = day(1, told("other", DAM))

    assert ids(with_asleep(moved, [(1, to_json(FIRST))])) == ["other"]


@pytest.mark.parametrize(
    "other",
    [
        replace(FIRST, language="fr"),
        replace(FIRST, method=replace(FIRST.method, writer=Writer("model", "some-model"))),
    ],
)
def test_what_was_told_by_other_means_is_not_compared(other: Report) -> None:
    assert with_asleep(LAST, [(1, to_json(other))]) == LAST


def test_of_many_stories_those_of_most_origins_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asleep, "ASLEEP", 1)
    both = day(0, told("strike", STRIKE), told("dam", DAM, LATER))
    oldest = day(-1, told("fair", by("Post", "A fair opened.", published=date(2026, 3, 9))))

    found = with_asleep(LAST, [(2, to_json(both)), (1, to_json(oldest))])

    assert ids(found) == ["cup", "dam"]
