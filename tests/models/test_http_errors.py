from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import (
    Busy,
    Filtered,
    KeyRefused,
    ModelError,
    NoCredit,
    NoSuchModel,
    Refused,
    ServerFailed,
    TooLong,
)
from summarize.models.http_errors import LONGEST, Asked, error_for, wait

ASKED = Asked("models.example", "m-1")


def _error(status: int, answer: object, asked: Asked = ASKED) -> ModelError:
    return error_for(status, {}, answer, asked)


def _worded(message: str, code: str | None = None) -> dict[str, object]:
    return {"error": {"message": message, "code": code}}


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, Refused), (401, KeyRefused), (402, NoCredit), (403, KeyRefused), (404, NoSuchModel),
        (405, NoSuchModel), (304, NoSuchModel), (408, ServerFailed), (409, ServerFailed),
        (413, TooLong), (418, Refused), (422, Refused), (429, Busy), (500, ServerFailed),
        (529, ServerFailed),
    ],
)  # fmt: skip
def test_a_status_without_words_has_its_error(status: int, kind: type[ModelError]) -> None:
    assert type(_error(status, "")) is kind


@pytest.mark.parametrize(
    "message",
    [
        "This model's maximum context length is 8192 tokens. However, you requested 9000 tokens.",
        "the request exceeds the available context size, try increasing it",
        "Requested tokens (9000) exceed context window of 512",
        "the input length exceeds the context length",
        "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).",
        "prompt is too long: 210000 tokens > 200000 maximum",
        "The input (9000 tokens) is longer than the model's context length (8192 tokens).",
        "Input is too long for requested model.",
        "`inputs` must have less than 1024 tokens. Given: 2000",
        "However, the model is loaded with context length of only 4096 tokens",
        "Please reduce the length of the messages or completion.",
    ],
)
def test_every_server_s_words_for_a_long_prompt_are_known(message: str) -> None:
    assert type(_error(400, _worded(message))) is TooLong


def test_a_request_above_the_minute_s_quota_is_too_long_and_not_busy() -> None:
    said = "Request too large for m-1 on tokens per min (TPM): Limit 30000, Requested 50000."
    assert type(_error(429, _worded(said))) is TooLong


@pytest.mark.parametrize(
    ("status", "answer", "kind"),
    [
        (429, _worded("You exceeded your current quota", "insufficient_quota"), NoCredit),
        (429, [{"error": {"code": 429, "message": "You exceeded your current quota"}}], Busy),
        (400, _worded("API key not valid. Please pass a valid API key."), KeyRefused),
        (400, _worded("Incorrect API key provided: ab***"), KeyRefused),
        (400, _worded("m-1 is not a valid model ID"), NoSuchModel),
        (400, _worded("Model Not Exist"), NoSuchModel),
        (400, _worded("filtered", "content_filter"), Filtered),
        (400, {"detail": "Unsupported parameter: 'temperature'"}, Refused),
        (400, {"error": "a plain string"}, Refused),
    ],
)
def test_words_and_codes_go_before_the_status(
    status: int, answer: object, kind: type[ModelError]
) -> None:
    assert type(_error(status, answer)) is kind


def test_a_refusal_keeps_what_the_server_said_beyond_its_line() -> None:
    error = _error(400, _worded("x" * 500 + " 'temperature' is not supported"))
    assert isinstance(error, Refused)
    assert "temperature" in error.said
    assert "temperature" not in str(error)


def test_the_line_names_host_model_status_and_words() -> None:
    line = str(_error(404, _worded("The model `m-1` does not exist")))
    assert line.startswith("models.example (m-1): 404 The model `m-1` does not exist; ")
    assert "summarize models" in line


@given(st.one_of(st.text(), st.recursive(st.none() | st.text(), lambda a: st.lists(a, max_size=3) |
    st.dictionaries(st.sampled_from(["error", "message", "code", "detail"]), a, max_size=3))),
    st.sampled_from([400, 401, 404, 429, 500]))  # fmt: skip
def test_whatever_a_server_says_is_one_printable_line(answer: object, status: int) -> None:
    line = str(_error(status, answer))
    assert line.isprintable()
    assert len(line) < LONGEST + 200


def test_a_key_that_the_server_says_again_is_taken_out() -> None:
    asked = Asked("h", "m", lambda said: said.replace("sk-canary", "[key]"))
    for said in ("bad sk-canary", "x" * (LONGEST - 3) + "sk-canary"):
        error = _error(401, _worded(said), asked)
        assert "canary" not in str(error) + repr(error)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after": "-2"}, 0.0),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after-ms": "250", "retry-after": "1"}, 0.25),
        ({"retry-after": "Wed, 01 Jan 2020 00:00:00 GMT"}, 0.0),
        ({"retry-after": "Wed, 01 Jan 2020 00:00:00 -0000"}, 0.0),
    ],
)
def test_the_wait_a_server_asks_for_is_read(headers: dict[str, str], seconds: float | None) -> None:
    assert wait(headers) == seconds


def test_a_date_to_wait_for_is_seconds_from_now() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    assert 3_500 < (wait({"retry-after": later}) or 0) <= 3_600
