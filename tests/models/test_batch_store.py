"""Batches in the store, and what it knows of them after a program has ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from summarize.models.batch import Seen
from summarize.models.batch_store import Outcome, Sent, Sents
from summarize.models.request import Usage
from summarize.store import Store

SENT = Sent("http://127.0.0.1:1/v1", "m-1", "desk", total=3)
BODY = {
    "choices": [{"message": {"content": "ü"}, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 100, "completion_tokens": 20},
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "answers.db") as opened:
        yield opened


@pytest.fixture
def sents(store: Store) -> Sents:
    made = Sents(store)
    made.add(SENT, ["a", "b", "c"])
    return made


def usd(usage: Usage) -> float:
    return usage.input / 100


def test_a_batch_is_known_before_the_server_knows_it(sents: Sents) -> None:
    [sent] = sents.all()

    assert sent == SENT
    assert (sent.open, sent.called, sents.batch_of("a")) == (True, SENT.id, SENT.id)


def test_a_batch_is_found_by_either_id(sents: Sents) -> None:
    sents.saw(SENT.id, Seen("batch_1", "in_progress", done=1, total=3))

    found = sents.get("batch_1")
    assert found is not None
    assert found == sents.get(SENT.id)
    assert (found.state, found.done, found.called) == ("in_progress", 1, "batch_1")
    assert sents.get("batch_2") is None


def test_a_batch_has_ended_only_when_its_answers_are_kept(sents: Sents) -> None:
    sents.saw(SENT.id, Seen("batch_1", "completed", done=3, total=3))

    assert sents.all()[0].open


def test_what_came_back_is_kept_and_what_may_be_asked_again_is_forgotten(sents: Sents) -> None:
    outcomes = {"a": Outcome(200, BODY), "b": Outcome(429, {}), "c": Outcome(400, {"error": {}})}
    sents.settle(SENT.id, Seen("batch_1", "completed"), outcomes, usd)

    assert sents.outcome("a") == Outcome(200, BODY)
    assert sents.outcome("c") == Outcome(400, {"error": {}})
    assert sents.batch_of("b") is None
    [sent] = sents.all()
    assert (sent.state, sent.done, sent.cost_usd) == ("completed", 1, 1.0)


def test_a_cost_that_is_not_known_of_one_is_not_known(sents: Sents) -> None:
    outcomes = {"a": Outcome(200, BODY)}
    sents.settle(SENT.id, Seen("batch_1", "completed"), outcomes, lambda _usage: None)

    assert sents.all()[0].cost_usd is None


def test_an_open_line_has_no_outcome(sents: Sents) -> None:
    assert sents.outcome("a") is None
    assert sents.lines(SENT.id) == ["a", "b", "c"]


def test_a_line_that_is_sent_again_is_in_the_new_batch_only(sents: Sents) -> None:
    sents.settle(SENT.id, Seen("batch_1", "completed"), {"a": Outcome(200, BODY)}, usd)
    other = Sent("http://127.0.0.1:1/v1", "m-1", "desk", total=1)
    sents.add(other, ["a"])

    assert (sents.batch_of("a"), sents.outcome("a")) == (other.id, None)


def test_what_was_used_is_forgotten_and_what_is_open_is_not(sents: Sents) -> None:
    sents.settle(SENT.id, Seen("batch_1", "completed"), {"a": Outcome(200, BODY)}, usd)
    other = Sent("http://127.0.0.1:1/v1", "m-1", "desk", total=1)
    sents.add(other, ["b"])

    sents.used(["a", "b"])

    assert (sents.batch_of("a"), sents.batch_of("b")) == (None, other.id)


def test_a_batch_that_was_never_made_is_forgotten(sents: Sents) -> None:
    sents.drop(SENT.id)

    assert (sents.all(), sents.batch_of("a")) == ([], None)


def test_a_file_is_noted(sents: Sents) -> None:
    sents.uploaded(SENT.id, "file-1")

    assert sents.all()[0].file == "file-1"


def test_pruning_removes_old_batches_and_clearing_all(store: Store, sents: Sents) -> None:
    store.prune(timedelta(days=1))
    assert len(sents.all()) == 1

    store.write("UPDATE batches SET seen = 0")
    store.prune(timedelta(days=1))
    assert (sents.all(), sents.batch_of("a")) == ([], None)

    sents.add(SENT, ["a"])
    store.clear()
    assert (sents.all(), sents.batch_of("a")) == ([], None)


def test_an_older_store_gets_the_tables(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with Store.open(path) as opened:
        opened.write("DROP TABLE batches")
        opened.write("DROP TABLE batch_lines")
        opened.write("PRAGMA user_version = 6")
    with Store.open(path) as opened:
        assert Sents(opened).all() == []
