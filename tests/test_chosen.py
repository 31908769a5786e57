"""Which stories are told, decided before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from summarize.article import Article
from summarize.chosen import Chosen, choose, coverage, joining
from summarize.local.writer import Local
from summarize.options import Options
from summarize.stories.doubtful import Pair, Settled
from tests.stories.test_doubtful import FIRST, NEAR
from tests.stories.texts import DAM, HARBOUR, NOW, article

PILE = (FIRST, NEAR, article("ship", HARBOUR, title="Ship aground off Port Ellis"))


@dataclass(frozen=True)
class Settler(Local):
    """Says no to every pair it is asked about."""

    asked: list[Pair] = field(default_factory=list)

    async def settle(self, pairs: Sequence[Pair]) -> Settled:
        self.asked.extend(pairs)
        return {pair.key: False for pair in pairs}


async def chosen(options: Options, writer: Local, pile: Sequence[Article] = PILE) -> Chosen:
    return await choose(coverage(pile, options), writer, options)


async def test_each_article_of_an_article_report_is_alone_in_the_order_given() -> None:
    found = await chosen(Options("article", NOW), Local(100))

    assert [story.articles for story in found.stories] == [(one,) for one in PILE]


async def test_top_keeps_the_first_and_counts_what_it_leaves_out() -> None:
    found = await chosen(Options("daily", NOW, top=1), Local(100))

    assert [len(found.stories), len(found.beyond)] == [1, 1]
    assert found.excluded == {"--top 1": sum(len(story.articles) for story in found.beyond)}


async def test_a_model_is_asked_about_doubtful_pairs_only() -> None:
    writer = Settler(100)

    found = await chosen(Options("daily", NOW, group="model"), writer)

    assert [pair.key for pair in writer.asked] == [{FIRST.id, NEAR.id}]
    assert len(found.stories) == 3


@pytest.mark.parametrize("kind", ["daily", "article"])
async def test_nobody_is_asked_unless_a_model_is_to_settle(kind: str) -> None:
    writer = Settler(100)

    await chosen(Options(kind, NOW), writer)  # type: ignore[arg-type]

    assert writer.asked == []


def test_stories_are_joined_only_where_they_are_found() -> None:
    given = Options("daily", NOW, group="one"), Options("article", NOW)

    covered = coverage([article("dam", DAM)], given[0])
    assert [joining(Chosen((), {}), covered, options) for options in given] == [None, None]
