"""Reading what a batch has put out."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import Busy, Refused
from summarize.models.batch_fetch import outcomes_in, patiently
from summarize.models.batch_store import Outcome


def lines(*made: object) -> bytes:
    return b"".join(json.dumps(one).encode() + b"\n" for one in made)


def test_lines_are_read_by_the_ids_of_their_requests() -> None:
    content = lines(
        {"custom_id": "b", "response": {"status_code": 200, "body": {"x": 1}}, "error": None},
        {"custom_id": "a", "response": {"status_code": 429, "body": {"error": {}}}, "error": None},
    )

    assert outcomes_in(content) == {"a": Outcome(429, {"error": {}}), "b": Outcome(200, {"x": 1})}


@pytest.mark.parametrize("code", ["batch_expired", "batch_cancelled"])
def test_a_request_that_was_not_run_has_no_status(code: str) -> None:
    line = {"custom_id": "a", "response": None, "error": {"code": code, "message": "not run"}}

    assert outcomes_in(lines(line)) == {"a": Outcome(0)}


def test_an_error_without_an_answer_is_a_failure_of_the_server() -> None:
    line = {"custom_id": "a", "response": None, "error": {"code": "x", "message": "it broke"}}

    assert outcomes_in(lines(line))["a"].status == 500


@given(st.binary(max_size=200))
def test_what_is_no_line_is_left_out(junk: bytes) -> None:
    good = lines({"custom_id": "a", "response": {"status_code": 200, "body": {}}})

    assert outcomes_in(good + junk.replace(b"custom_id", b"")) == {"a": Outcome(200, {})}


async def test_what_may_pass_is_tried_again_and_what_will_not_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("summarize.models.batch_fetch.PAUSES", (0.0, 0.0))
    tried: list[str] = []

    async def busy() -> str:
        tried.append("busy")
        if len(tried) < 3:
            raise Busy("not now")
        return "done"

    async def refused() -> None:
        tried.append("refused")
        raise Refused("no")

    assert await patiently(busy) == "done"
    with pytest.raises(Refused):
        await patiently(refused)
    assert tried == ["busy", "busy", "busy", "refused"]
