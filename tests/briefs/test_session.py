"""What a session opens and bounds, before anything is asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from summarize.briefs.session import Asked, Session, open_session
from summarize.settings import Settings
from summarize.stories.story import Story
from tests.builders import article, story

MILLION = 1_000_000  # tokens, of which the prompt costs 1 USD and the reply 2
STORIES = [
    story(article(f"Gauge {n} rose by {n} metres on Monday.", title=f"River {n}"))
    for n in range(300)
]


def session(tmp_path: Path, budget: float | None, *, overview: bool = True) -> Session:
    asked = Asked(
        Settings({}),
        name="test-model",
        language="en",
        length=120,
        overview=overview,
        base_url="http://127.0.0.1:1/v1",
        context=200_000,
        budget=budget,
        price="1,2",
        store=tmp_path / "answers.db",
    )
    return open_session(asked, None, lambda _: None)


async def reserved(opened: Session, stories: Sequence[Story] = STORIES) -> float:
    async with opened:
        (await opened.writer()).begin(stories)
    return opened.nest.budget.caps.reserve_usd


async def test_what_the_overview_of_these_stories_may_cost_is_kept_back(tmp_path: Path) -> None:
    few = await reserved(session(tmp_path, budget=10.0), STORIES[:3])
    many = await reserved(session(tmp_path, budget=10.0))

    assert 0 < few < (8_192 + 2 * 1_500) / MILLION < many < 200_000 / MILLION


async def test_no_more_than_a_quarter_of_a_budget_is_kept_back(tmp_path: Path) -> None:
    assert await reserved(session(tmp_path, budget=0.001)) == 0.001 / 4


@pytest.mark.parametrize(("budget", "overview"), [(None, True), (10.0, False)])
async def test_nothing_is_kept_back_without_a_budget_or_an_overview(
    tmp_path: Path, budget: float | None, overview: bool
) -> None:
    assert await reserved(session(tmp_path, budget, overview=overview)) == 0.0
