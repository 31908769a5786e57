from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Literal

import pytest
from canary_server import EchoServer
from model_server import Behaviour, ModelServer

from summarize.errors import (
    Busy,
    CutShort,
    Declined,
    Disconnected,
    EmptyReply,
    Filtered,
    KeyRefused,
    ModelError,
    NoCredit,
    NoSuchModel,
    PromptCut,
    Refused,
    ServerFailed,
    TookTooLong,
    TooLong,
    Unreachable,
    UsageError,
)
from summarize.models.endpoint import Endpoint, Served
from tests.models.asking import SENTENCES, put, request

KEY = "sk-canary-0123456789"


@asynccontextmanager
async def asking(base_url: str, **options: Any) -> AsyncIterator[Endpoint]:
    endpoint = Endpoint("m-1", base_url=base_url, **{"key": KEY} | options)
    try:
        yield endpoint
    finally:
        await endpoint.close()


async def _raised(behaviour: Behaviour, **options: Any) -> ModelError:
    async with ModelServer(behaviour) as server, asking(server.base_url, **options) as endpoint:
        with pytest.raises(ModelError) as raised:
            await endpoint.ask(request())
    return raised.value


async def _sent(asked: Any, **options: Any) -> dict[str, Any]:
    async with ModelServer(keep=True) as server, asking(server.base_url, **options) as endpoint:
        await endpoint.ask(asked)
    return server.stats.bodies[0]


@asynccontextmanager
async def _raw_server(answer: bytes) -> AsyncIterator[str]:
    async def answered(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(answered, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"


async def test_a_reply_has_its_text_its_finish_and_its_usage() -> None:
    async with ModelServer(Behaviour(output_tokens=7)) as server, asking(server.base_url) as model:
        reply = await model.ask(request())
    assert json.loads(reply.text)["bottom_line"] == {"text": SENTENCES[0], "cites": [1]}
    assert (reply.finish, reply.usage and reply.usage.output, reply.reused) == ("stop", 7, False)


async def test_a_reply_without_usage_is_one() -> None:
    async with ModelServer(Behaviour(reply="no usage")) as server, asking(server.base_url) as model:
        assert (await model.ask(request())).usage is None


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, Refused),
        (401, KeyRefused),
        (402, NoCredit),
        (403, KeyRefused),
        (404, NoSuchModel),
        (408, ServerFailed),
        (429, Busy),
        ("insufficient_quota", NoCredit),
        (500, ServerFailed),
    ],
)
async def test_a_status_is_one_error_after_one_request(
    status: int | str, kind: type[ModelError]
) -> None:
    async with (
        ModelServer(Behaviour(status=status)) as server,
        asking(server.base_url) as model,
    ):
        with pytest.raises(kind):
            await model.ask(request())
        assert server.stats.requests == 1


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        ("length", CutShort),
        ("thought only", CutShort),
        ("filter", Filtered),
        ("refusal", Declined),
        ("null", EmptyReply),
        ("empty", EmptyReply),
        ("no choices", EmptyReply),
        ("not json", EmptyReply),
        ("error inside", ServerFailed),
    ],
)
async def test_a_reply_that_is_none_is_an_error(reply: str, kind: type[ModelError]) -> None:
    error = await _raised(Behaviour(reply=reply))
    assert type(error) is kind
    assert str(error).isprintable()


async def test_the_wait_that_a_busy_server_asks_for_is_kept() -> None:
    error = await _raised(Behaviour(admit=0, retry_after=3))
    assert isinstance(error, Busy)
    assert error.wait == 3


async def test_a_prompt_above_the_context_is_too_long() -> None:
    assert type(await _raised(Behaviour(context=5))) is TooLong


async def test_nobody_listening_is_unreachable() -> None:
    async with ModelServer() as server:
        base_url = server.base_url
    async with asking(base_url) as model:
        with pytest.raises(Unreachable, match=r"refused\); is the server running"):
            await model.ask(request())


async def test_a_server_without_tls_is_unreachable_by_https() -> None:
    async with (
        ModelServer() as server,
        asking(server.base_url.replace("http:", "https:")) as model,
    ):
        with pytest.raises(Unreachable, match="http, not https"):
            await model.ask(request())


async def test_a_broken_connection_is_disconnected() -> None:
    assert type(await _raised(Behaviour(resets=1))) is Disconnected


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"hello\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
    ],
)
async def test_an_answer_that_is_no_http_is_disconnected(answer: bytes) -> None:
    async with _raw_server(answer) as base_url, asking(base_url) as model:
        with pytest.raises(Disconnected):
            await model.ask(request())


@pytest.mark.parametrize(
    "behaviour", [Behaviour(hangs=1), Behaviour(drip=20)], ids=["never", "a byte at a time"]
)
async def test_the_deadline_ends_an_answer_that_does_not_come(behaviour: Behaviour) -> None:
    assert type(await _raised(behaviour, seconds=0.5)) is TookTooLong


@pytest.mark.parametrize(
    "answer",
    [
        "null", "[]", '"x"', "{}", '{"choices": null}', '{"choices": [null]}', '{"choices": [{}]}',
        '{"choices": [{"message": []}]}', '{"choices": [{"message": {"content": 3}}], "usage": 1}',
        '{"choices": [{"message": {"content": []}}], "usage": {"prompt_tokens": "many"}}',
        "[" * 50_000,
    ],
)  # fmt: skip
async def test_a_body_that_nobody_foresaw_is_an_empty_reply(answer: str) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(answer)}"
    async with _raw_server(f"{head}\r\n\r\n{answer}".encode()) as base_url, asking(base_url) as m:
        with pytest.raises(EmptyReply):
            await m.ask(request())


async def test_a_reply_in_parts_is_their_text() -> None:
    parts = [{"type": "thinking", "thinking": []}, {"type": "text", "text": "Good."}]
    answer = json.dumps({"choices": [{"message": {"content": parts}}]})
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(answer)}"
    async with _raw_server(f"{head}\r\n\r\n{answer}".encode()) as base_url, asking(base_url) as m:
        assert (await m.ask(request())).text == "Good."


async def test_a_page_instead_of_an_api_names_the_status_and_no_html() -> None:
    head = b"HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"
    async with _raw_server(head) as base_url, asking(base_url) as model:
        with pytest.raises(ServerFailed) as raised:
            await model.ask(request())
    assert "502" in str(raised.value)
    assert "html" not in str(raised.value)


async def test_the_words_of_a_server_that_does_not_answer_json_are_told() -> None:
    head = b"HTTP/1.1 500 No\r\nContent-Type: text/plain\r\nContent-Length: 7\r\n\r\non\x07fire"
    async with _raw_server(head) as base_url, asking(base_url) as model:
        with pytest.raises(ServerFailed, match="on�fire"):
            await model.ask(request())


async def test_the_key_is_in_no_error_and_no_attribute() -> None:
    async with ModelServer(Behaviour(status=401)) as server, asking(server.base_url) as model:
        with pytest.raises(KeyRefused) as raised:
            await model.ask(request())
        error = raised.value
        shown = f"{error} {error!r} {vars(error)} {model!r} {vars(model)}"
    assert "[key]" in shown
    assert "canary" not in shown
    assert error.__cause__ is None


async def test_a_key_that_a_server_says_again_is_taken_out_of_what_it_says() -> None:
    async with EchoServer(200, "content") as server, asking(server.base_url) as model:
        assert "The key of the desk is [key]." in (await model.ask(request())).text
        assert [one.name for one in await model.served()] == ["model-of-[key]"]


async def test_a_word_that_stands_for_a_key_stays_in_a_reply() -> None:
    async with EchoServer(200, "content") as server, asking(server.base_url, key="boat") as model:
        assert "The key of the desk is boat." in (await model.ask(request())).text


async def test_without_a_key_the_one_of_the_environment_is_not_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    async with ModelServer(Behaviour(status=401)) as server:
        endpoint = Endpoint("m-1", base_url=server.base_url)
        with pytest.raises(KeyRefused, match="provided: none"):
            await endpoint.ask(request())
        await endpoint.close()


@pytest.mark.parametrize("address", ["127.0.0.1:80/v1", "ftp://a/v1", "http://", "http://a:b/v1"])
def test_an_address_that_is_none_is_said_at_once(address: str) -> None:
    with pytest.raises(UsageError, match="--base-url"):
        Endpoint("m-1", base_url=address)


def test_a_key_with_other_characters_is_said_at_once_and_not_shown() -> None:
    with pytest.raises(UsageError) as raised:
        Endpoint("m-1", key="sk-cänary")
    assert "nary" not in str(raised.value)


def test_a_password_in_the_address_is_refused_and_not_told() -> None:
    with pytest.raises(UsageError, match="OPENAI_API_KEY") as raised:
        Endpoint("m-1", base_url="http://me:pass@models.example/v1")
    assert "pass" not in str(raised.value)


async def test_headers_are_told_of_replies_and_of_refusals() -> None:
    told: list[Mapping[str, str]] = []
    behaviour = Behaviour(headers={"X-RateLimit-Limit-Requests": "60"}, status=429, bad_first=1)
    async with ModelServer(behaviour) as server, asking(server.base_url, heard=told.append) as m:
        with pytest.raises(Busy):
            await m.ask(request())
        await m.ask(request())
    assert [one["x-ratelimit-limit-requests"] for one in told] == ["60", "60"]


async def test_a_schema_is_asked_for_strictly() -> None:
    body = await _sent(request(temperature=0.2, max_output=99))
    named = body["response_format"]["json_schema"]
    assert (named["name"], named["strict"], named["schema"]) == ("article", True, request().schema)
    assert (body["max_completion_tokens"], body["temperature"]) == (99, 0.2)
    assert [one["content"] for one in body["messages"]] == [
        message.content for message in request().messages
    ]


async def test_an_object_is_asked_for_with_the_schema_beside_it_and_in_words() -> None:
    body = await _sent(put(form="json_object", limit_name="max_tokens"))
    assert body["response_format"] == {"type": "json_object", "schema": request().schema}
    assert body["max_tokens"] == request().max_output
    system = body["messages"][0]["content"]
    assert system.startswith("You write briefs.\n\n")
    assert '"additionalProperties":false' in system


@pytest.mark.parametrize("form", ["words", "prose"])
async def test_the_lower_rungs_ask_in_words_only(form: Literal["words", "prose"]) -> None:
    body = await _sent(put(form=form))
    assert "response_format" not in body
    assert ("JSON Schema" in body["messages"][0]["content"]) == (form == "words")


async def test_the_words_make_a_system_message_where_there_is_none() -> None:
    asked = put(form="words")
    body = await _sent(request(messages=asked.messages[1:], sending=asked.sending))
    assert [one["role"] for one in body["messages"]] == ["system", "user"]


async def test_what_a_server_does_not_take_is_not_sent() -> None:
    without = frozenset({"temperature", "max_completion_tokens", "schema"})
    asked = request(temperature=0.2, sending=put(form="json_object", without=without).sending)
    body = await _sent(asked)
    assert not body.keys() & without
    assert body["response_format"] == {"type": "json_object"}


async def test_the_extra_body_is_sent() -> None:
    assert (await _sent(request(), extra_body={"top_k": 3}))["top_k"] == 3


async def test_half_a_character_is_sent_as_a_question_mark() -> None:
    body = await _sent(request("half \ud83d"))
    assert "half ?" in body["messages"][1]["content"]


async def test_a_server_that_reads_a_part_of_an_exactly_counted_prompt_is_noticed() -> None:
    behaviour = Behaviour(context=40, over="cut")
    async with ModelServer(behaviour) as server, asking(server.base_url, exact=True) as model:
        with pytest.raises(PromptCut, match="read 40 of about 61"):
            await model.ask(request(prompt_tokens=61))


async def test_an_estimate_above_the_truth_is_no_proof_of_a_cut() -> None:
    async with ModelServer() as server, asking(server.base_url) as model:
        assert (await model.ask(request(prompt_tokens=95))).text


async def test_an_estimated_prompt_that_was_read_to_a_small_part_is_noticed() -> None:
    behaviour = Behaviour(context=40, over="cut")
    async with ModelServer(behaviour) as server, asking(server.base_url) as model:
        with pytest.raises(PromptCut):
            await model.ask(request("long " * 200, prompt_tokens=400))


@pytest.mark.parametrize(("cut_at", "context"), [(2048, None), (1_900, 1_900)])
async def test_a_count_exactly_at_a_limit_is_a_cut(cut_at: int, context: int | None) -> None:
    behaviour = Behaviour(context=cut_at, over="cut")
    async with ModelServer(behaviour) as server, asking(server.base_url, context=context) as model:
        with pytest.raises(PromptCut, match=f"--context {cut_at}"):
            await model.ask(request("long " * 2_000, prompt_tokens=2_600))


@pytest.mark.parametrize("name", ["max_model_len", "context_length", "n_ctx"])
async def test_the_models_are_listed_with_their_context(
    name: Literal["max_model_len", "context_length", "n_ctx"],
) -> None:
    behaviour = Behaviour(models=("a", "b"), model_context=8_192, context_name=name)
    async with ModelServer(behaviour) as server, asking(server.base_url) as model:
        assert await model.served() == [Served("a", 8_192), Served("b", 8_192)]


async def test_a_server_that_says_no_context_has_none() -> None:
    async with ModelServer() as server, asking(server.base_url) as model:
        assert await model.served() == [Served("test-model")]


async def test_an_address_that_lists_no_models_is_said() -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
    async with _raw_server(answer) as base_url, asking(base_url) as model:
        with pytest.raises(EmptyReply, match="no list of models"):
            await model.served()


async def test_as_many_calls_as_allowed_are_in_flight_at_once() -> None:
    async with ModelServer(Behaviour(seconds=0.5)) as server:
        async with asking(server.base_url, concurrency=150) as model:
            await asyncio.gather(*(model.ask(request(str(n))) for n in range(150)))
        assert server.stats.most_in_flight > 100


async def test_closing_twice_or_unused_is_fine() -> None:
    async with ModelServer() as server:
        endpoint = Endpoint("m-1", base_url=server.base_url, key=KEY)
        await endpoint.close()
        await endpoint.ask(request())
        await endpoint.close()
        await endpoint.close()

        assert server.stats.requests == 1
