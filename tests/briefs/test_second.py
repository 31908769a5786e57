"""A second judge beside a writer: what it shares with it, and what it has of its own."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarize.briefs.second import Second, open_second
from summarize.briefs.session import Asked, open_session
from summarize.claims import Claim, make_claim
from summarize.errors import UsageError
from summarize.settings import Settings
from tests.builders import article

DAM = article("The dam burst on Monday night. Two towns were flooded.")
ARTICLES = {DAM.id: DAM}
WRITTEN = make_claim("A dam broke on Monday.", [DAM.quote(0, 30)], "en", 1)
VERBATIM = make_claim("The dam burst on Monday night.", [DAM.quote(0, 30)], "en", 2)
BARE = make_claim("A dam broke.", [], "en", 3)
REPLY = {
    "template": "judge",
    "reply": {"verdicts": [{"claim": 1, "why": "it says so", "verdict": "supported"}]},
}


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:
    monkeypatch.chdir(tmp_path)
    Path("j.jsonl").write_text(json.dumps(REPLY), encoding="utf-8")
    Path("w.jsonl").write_text("", encoding="utf-8")
    return Asked(Settings({}), "scripted:w.jsonl", "en", 120, store=tmp_path / "answers.db")


async def judged(second: Second, *claims: Claim) -> dict[str, str]:
    async with second.session:
        found = await second.judge(claims, ARTICLES)
    return {id_: opinion.verdict for id_, opinion in found.items()}


async def test_it_is_asked_about_claims_in_other_words_than_their_passages(asked: Asked) -> None:
    second = open_second(asked, "scripted:j.jsonl", None, lambda _: None)

    assert await judged(second, VERBATIM, BARE, WRITTEN) == {WRITTEN.id: "supported"}
    assert second.account.calls == 1
    assert list(second.account.templates) == ["judge.md.j2"]


async def test_where_there_is_nothing_to_judge_nobody_is_asked(asked: Asked) -> None:
    said: list[str] = []
    second = open_second(asked, "scripted:j.jsonl", None, said.append)

    assert await judged(second, VERBATIM, BARE) == {}
    assert said == ["--judge has nothing to do: each claim is its own passage, word for word"]
    assert second.account.templates == {}


async def test_an_interrupt_before_it_was_asked_leaves_its_opinions_out(asked: Asked) -> None:
    said: list[str] = []
    writer = open_session(asked, None, said.append)
    second = open_second(asked, "scripted:j.jsonl", writer, said.append)
    for session in (writer, second.session):
        session.interrupt()

    async with writer:
        assert await judged(second, WRITTEN) == {}

    assert second.account.missing == ("the second opinion on 1 claim: the run was interrupted",)
    assert said == ["the run was interrupted"]


async def test_it_shares_the_store_of_the_writer(asked: Asked) -> None:
    writer = open_session(asked, None, lambda _: None)
    second = open_second(asked, "scripted:j.jsonl", writer, lambda _: None)

    assert second.session.store is writer.store


@pytest.mark.parametrize(
    ("tables", "url"),
    [
        ({}, "http://127.0.0.1:1/v1"),
        ({"profile": {"second": {"model": "m-2"}}}, "http://127.0.0.1:1/v1"),
        ({"profile": {"second": {"base_url": "http://127.0.0.1:2/v1"}}}, "http://127.0.0.1:2/v1"),
    ],
)
def test_what_is_said_for_all_models_gives_way_to_its_own_profile(
    asked: Asked, tables: dict[str, Any], url: str
) -> None:
    asked = replace(asked, settings=Settings({}, None, tables), base_url="http://127.0.0.1:1/v1")

    second = open_second(replace(asked, dry_run=True), "second", None, lambda _: None)

    assert second.session.choice.base_url == url


def test_the_price_of_its_model_in_the_settings_goes_before_the_option(asked: Asked) -> None:
    settings = Settings({}, None, {"models": {"m-2": {"price": [7.0, 8.0]}}})
    asked = replace(asked, settings=settings, price="1,2", dry_run=True)

    price = open_second(asked, "m-2", None, lambda _: None).session.price

    assert price is not None
    assert price.input == 7.0


def test_the_built_in_writer_is_no_judge(asked: Asked) -> None:
    with pytest.raises(UsageError, match="--judge local"):
        open_second(asked, "local", None, lambda _: None)
