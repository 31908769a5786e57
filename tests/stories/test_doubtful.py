"""Where the linkage is not sure, and what an answer to that changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from summarize.article import Article
from summarize.stories.doubtful import SURE, UNSURE, Doubts, Pair, Settled
from summarize.stories.groups import SAME_STORY, doubtful, group
from summarize.stories.origins import find_origins
from tests.stories.texts import DAM, DAM_LATER, HARBOUR, HARBOUR_AGAIN, article

FIRST = article("dam", DAM, title="Karrow dam breaks")
# So many days later that the words alone would join it, and so many that they would not.
NEAR = article("near", DAM_LATER, title="Cracks in dam were known", published=date(2026, 3, 13))
FAR = article("far", DAM_LATER, title="Cracks in dam were known", published=date(2026, 3, 14))
SHIPS = (
    article("ship", HARBOUR, title="Ship aground off Port Ellis"),
    article("ship too", HARBOUR_AGAIN, title="Tugs fail to free ship at Port Ellis"),
)


def likeness(_one: int, _other: int) -> float:
    return 0.1


def doubts(settled: Settled, *articles: Article) -> Doubts:
    return Doubts(articles or (FIRST, NEAR, *SHIPS), likeness, SAME_STORY, settled)


def stories(pile: Sequence[Article], said: bool | None) -> list[list[str]]:
    origins = find_origins(pile)
    settled = {pair.key: said for pair in doubtful(origins)} if said is not None else {}
    found = group(origins, "model", settled=settled)
    return sorted(sorted(one.key for one in story.articles) for story in found)


def test_far_from_the_threshold_nothing_is_doubtful() -> None:
    assert doubtful(find_origins([FIRST, *SHIPS])) == ()


@pytest.mark.parametrize("later", [NEAR, FAR])
def test_near_the_threshold_a_pair_is_in_doubt_on_either_side(later: Article) -> None:
    [pair] = doubtful(find_origins([FIRST, later, *SHIPS]))

    assert pair.key == {FIRST.id, later.id}
    assert UNSURE <= pair.likeness < SURE


@pytest.mark.parametrize("later", [NEAR, FAR])
def test_the_answer_decides(later: Article) -> None:
    assert stories([FIRST, later], True) == [["dam", later.key]]
    assert stories([FIRST, later], False) == [["dam"], [later.key]]


def test_without_an_answer_the_stories_are_those_without_a_model() -> None:
    for pile in ([FIRST, NEAR], [FIRST, FAR]):
        found = group(find_origins(pile))
        assert stories(pile, None) == sorted(
            sorted(one.key for one in story.articles) for story in found
        )


def test_an_answer_does_not_part_what_is_sure() -> None:
    pair = frozenset(one.id for one in SHIPS)

    assert len(group(find_origins(SHIPS), "model", settled={pair: False})) == 1


def test_an_answer_counts_only_where_a_model_is_to_settle() -> None:
    pair = frozenset((FIRST.id, NEAR.id))

    assert len(group(find_origins([FIRST, NEAR]), "auto", settled={pair: False})) == 1


def test_the_most_doubtful_pair_comes_first() -> None:
    pairs = doubtful(find_origins([FIRST, NEAR, FAR]))

    away = [abs(pair.likeness - SAME_STORY) for pair in pairs]
    assert away == sorted(away)


def test_of_two_clusters_the_two_articles_that_are_most_alike_are_asked_about() -> None:
    made = Doubts(
        (FIRST, NEAR, *SHIPS), lambda a, b: 0.3 if {a, b} == {1, 3} else 0.05, SAME_STORY, {}
    )

    made.joins([3, 2], [0, 1], 0.1)

    assert list(made.pairs.values()) == [Pair(NEAR, SHIPS[1], 0.1)]


def test_several_answers_on_two_clusters_decide_by_majority() -> None:
    yes, no = frozenset((FIRST.id, SHIPS[0].id)), frozenset((FIRST.id, SHIPS[1].id))
    other = frozenset((NEAR.id, SHIPS[0].id))

    assert not doubts({yes: True, no: False, other: False}).joins([0, 1], [2, 3], 0.19)
    assert doubts({yes: True, no: False, other: True}).joins([0, 1], [2, 3], 0.09)


def test_answers_that_are_even_leave_it_to_the_words() -> None:
    yes, no = frozenset((FIRST.id, SHIPS[0].id)), frozenset((FIRST.id, SHIPS[1].id))
    made = doubts({yes: True, no: False})

    assert (made.joins([0, 1], [2, 3], 0.16), made.joins([0, 1], [2, 3], 0.14)) == (True, False)
    assert made.pairs == {}
