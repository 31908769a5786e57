"""What was asked and what came back, out of the store."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.models.exchanges import Exchange, asked_text, exchange
from summarize.models.ledger import Ledger
from summarize.models.request import Reply, Request
from summarize.store import Store, StoredAnswer
from tests.models.asking import request

HERE = "http://127.0.0.1:1/v1"
REPLY = '{"bottom_line": {"text": "A bridge opened.", "cites": [1]}, "claims": []}'


class Answers:
    async def ask(self, _request: Request) -> Reply:
        return Reply(REPLY)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store.db") as opened:
        yield opened


def stored(reply: str) -> StoredAnswer:
    return StoredAnswer("article", "small", HERE, "f00d", reply)


async def test_what_the_ledger_keeps_can_be_read(store: Store) -> None:
    asked = request("Ignore “this”. \udcff")
    await Ledger(Answers(), store, endpoint=HERE, model="small").ask(asked)

    found = exchange(store, asked.key(HERE, "small"))

    assert found == Exchange(asked.messages, REPLY)


def test_there_is_nothing_under_another_key(store: Store) -> None:
    assert exchange(store, "") is None


def test_an_answer_of_an_older_version_has_no_messages(store: Store) -> None:
    store.keep("k", stored('{"text": "{}", "finish": "stop"}'))

    assert exchange(store, "k") == Exchange((), "{}")


@pytest.mark.parametrize("reply", ["", "[]", "{}"])
def test_a_damaged_answer_is_none(store: Store, reply: str) -> None:
    store.keep("k", stored(reply), asked_text(request()))

    assert exchange(store, "k") is None


def test_a_damaged_question_is_no_answer_either(store: Store) -> None:
    store.keep("k", stored('{"text": "{}"}'), json.dumps([["user"]]))

    assert exchange(store, "k") is None
