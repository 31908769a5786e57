"""A dry run: nobody is asked, answers on disk are used."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.errors import NotAsked
from summarize.models.dry import Dry
from summarize.models.request import Message, Request
from summarize.models.shapes import RepairReply
from summarize.store import Store, StoredAnswer

HERE, MODEL = "http://127.0.0.1:1/v1", "test-model"
BODY = '{"text": "The dam burst.", "cites": [1]}'


def asked(content: str = "The Karrow Dam burst.") -> Request:
    return Request("repair", (Message("user", content),), RepairReply, label="a test")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "answers.db") as opened:
        yield opened


def keep(store: Store, request: Request, text: str) -> None:
    reply = json.dumps({"text": text, "finish": "stop"})
    answer = StoredAnswer(request.template, MODEL, HERE, request.hash, reply)
    store.keep(request.key(HERE, MODEL), answer)


async def test_what_has_no_answer_is_noted_and_not_asked() -> None:
    dry = Dry(None, HERE, MODEL)

    with pytest.raises(NotAsked):
        await dry.ask(asked())
    assert list(dry.planned.values()) == [asked()]


async def test_the_same_question_is_planned_once() -> None:
    dry = Dry(None, HERE, MODEL)

    for _ in range(2):
        with pytest.raises(NotAsked):
            await dry.ask(asked())
    assert len(dry.planned) == 1


async def test_an_answer_on_disk_is_used(store: Store) -> None:
    keep(store, asked(), BODY)
    dry = Dry(store, HERE, MODEL)

    assert (await dry.ask(asked())).text == BODY
    assert (dry.reused, dry.planned) == ([asked()], {})


async def test_an_answer_of_another_shape_is_asked_for(store: Store) -> None:
    keep(store, asked(), '{"answer": "a railway line"}')

    with pytest.raises(NotAsked):
        await Dry(store, HERE, MODEL).ask(asked())


async def test_fresh_plans_what_is_on_disk_too(store: Store) -> None:
    keep(store, asked(), BODY)

    with pytest.raises(NotAsked):
        await Dry(store, HERE, MODEL, fresh=True).ask(asked())


async def test_an_answer_of_another_model_is_none(store: Store) -> None:
    keep(store, asked(), BODY)

    with pytest.raises(NotAsked):
        await Dry(store, HERE, "other-model").ask(asked())
