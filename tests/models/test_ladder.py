from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager
from dataclasses import replace
from typing import Any, Literal

import pytest
from model_server import Behaviour, ModelServer

from summarize.errors import ModelError, Refused, ServerFailed, WrongLanguage, WrongShape
from summarize.models.endpoint import Endpoint
from summarize.models.ladder import Forgetful, Ladder
from summarize.models.limits import Limits
from summarize.models.request import Reply, Request
from summarize.models.switch import Switch
from tests.models.asking import SENTENCES, request

Form = Literal["json_schema", "json_object", "words", "ignores"]


@asynccontextmanager
async def climbing(
    behaviour: Behaviour, memory: Forgetful | None = None
) -> AsyncIterator[tuple[Ladder, ModelServer]]:
    async with ModelServer(behaviour, keep=True) as server:
        endpoint = Endpoint("m-1", base_url=server.base_url)
        yield Ladder(endpoint, memory or Forgetful()), server
        await endpoint.close()


class Answering:
    """A model whose reply to each request is made by a function."""

    def __init__(self, answer: Callable[[Request], str]) -> None:
        self._answer = answer
        self.asked: list[Request] = []

    async def ask(self, asked: Request) -> Reply:
        self.asked.append(asked)
        return Reply(self._answer(asked))

    @property
    def forms(self) -> list[str]:
        return [one.sending.form for one in self.asked]


class Slow(Answering):
    """Answers the request labelled "slow" only when it is told to."""

    def __init__(self, answer: Callable[[Request], str], told: asyncio.Event) -> None:
        super().__init__(answer)
        self._told = told

    async def ask(self, asked: Request) -> Reply:
        reply = await super().ask(asked)
        if asked.label == "slow":
            await self._told.wait()
        return reply


def _good() -> str:
    cited = {"text": "A bridge opened.", "cites": [1]}
    return json.dumps({"bottom_line": cited, "claims": [cited]})


def _refusing(said: str, when: Callable[[Request], bool]) -> Callable[[Request], str]:
    def answer(asked: Request) -> str:
        if when(asked):
            raise Refused(said, said=said)
        return _good()

    return answer


def _raising(error: ModelError) -> Callable[[Request], str]:
    def answer(_: Request) -> str:
        raise error

    return answer


@pytest.mark.parametrize(
    ("form", "requests"), [("json_schema", 1), ("json_object", 2), ("words", 3), ("ignores", 4)]
)
async def test_each_server_is_asked_on_the_best_rung_that_works(form: Form, requests: int) -> None:
    async with climbing(Behaviour(form=form)) as (ladder, server):
        reply = await ladder.ask(request())
        await ladder.ask(request("another"))
    assert json.loads(reply.text)["bottom_line"]["cites"] == [1]
    assert SENTENCES[0].rstrip(".") in reply.text
    assert server.stats.requests == requests + 1


async def test_a_server_that_fails_at_a_schema_is_asked_for_an_object() -> None:
    async with climbing(Behaviour(form="json_object", form_status=500)) as (ladder, server):
        await ladder.ask(request())
    assert [body["response_format"]["type"] for body in server.stats.bodies] == [
        "json_schema",
        "json_object",
    ]


async def test_a_server_that_fails_at_any_format_is_asked_in_words() -> None:
    async with climbing(Behaviour(form="words", form_status=500)) as (ladder, server):
        await ladder.ask(request())
        await ladder.ask(request("another"))
    forms = [body.get("response_format", {}).get("type") for body in server.stats.bodies]
    assert forms == ["json_schema", "json_object", None, None]


async def test_a_server_that_fails_in_words_too_is_not_asked_for_prose() -> None:
    model = Answering(_raising(ServerFailed("no")))
    with pytest.raises(ServerFailed):
        await Ladder(model, Forgetful()).ask(request())
    assert model.forms == ["json_schema", "json_object", "words"]


async def test_who_waits_for_another_to_climb_holds_no_place_that_it_needs() -> None:
    class Taking(Answering):
        async def ask(self, asked: Request) -> Reply:
            await asyncio.sleep(0.01)
            return await super().ask(asked)

    model = Taking(lambda asked: "no" if asked.sending.form == "json_schema" else _good())
    ladder = Ladder(Limits(model, Switch(), concurrency=1), Forgetful())

    async def ask() -> None:
        with ExitStack() as place:
            await ladder.ask(request(place=place))

    async with asyncio.timeout(5):
        await asyncio.gather(*(ask() for _ in range(3)))

    assert model.forms.count("json_object") == 3


@pytest.mark.parametrize("takes", ["max_completion_tokens", "max_tokens"])
async def test_the_output_limit_gets_the_name_that_the_server_takes(
    takes: Literal["max_completion_tokens", "max_tokens"],
) -> None:
    async with climbing(Behaviour(takes=takes)) as (ladder, server):
        await ladder.ask(request())
    assert takes in server.stats.bodies[-1]
    assert "response_format" in server.stats.bodies[-1]


async def test_everything_that_a_server_does_not_take_is_left_out() -> None:
    refuses = ("temperature", "max_tokens", "max_completion_tokens")
    async with climbing(Behaviour(refuses=refuses, form="json_object")) as (ladder, server):
        await ladder.ask(request(temperature=0.1))
    assert not server.stats.bodies[-1].keys() & set(refuses)
    assert server.stats.bodies[-1]["response_format"]["type"] == "json_object"


async def test_a_schema_beside_an_object_is_left_out_where_it_is_refused() -> None:
    model = Answering(
        _refusing(
            "Unknown parameter: 'response_format.schema'",
            lambda asked: (
                asked.sending.form == "json_schema" or "schema" not in asked.sending.without
            ),
        )
    )
    await Ladder(model, Forgetful()).ask(request())
    assert model.forms == ["json_schema", "json_object", "json_object"]


async def test_many_first_requests_do_not_climb_one_by_one() -> None:
    async with climbing(Behaviour(form="words", seconds=0.05)) as (ladder, server):
        await asyncio.gather(*(ladder.ask(request(str(n))) for n in range(32)))
    assert server.stats.statuses[400] == 32 + 1
    assert server.stats.statuses[200] == 32


async def test_what_worked_is_remembered_for_the_next_run() -> None:
    memory = Forgetful()
    behaviour = Behaviour(form="json_object", takes="max_tokens")
    async with climbing(behaviour, memory) as (ladder, _):
        await ladder.ask(request())
    async with climbing(behaviour, memory) as (ladder, server):
        await ladder.ask(request())
    assert server.stats.requests == 1


async def test_it_is_remembered_once_and_not_at_each_request() -> None:
    class Counting(Forgetful):
        times = 0

        async def remember(self, value: str) -> None:
            self.times += 1
            await super().remember(value)

    memory = Counting()
    ladder = Ladder(Answering(lambda _: _good()), memory)
    await ladder.ask(request())
    await ladder.ask(request())
    assert memory.times == 1


@pytest.mark.parametrize(
    "written",
    ["", "{", "[]", "3", "{}", '{"form": "song", "limit_name": "max_tokens", "without": []}',
     '{"form": "prose", "limit_name": "max_tokens", "without": 3}'],
)  # fmt: skip
async def test_a_memory_that_makes_no_sense_is_none(written: str) -> None:
    memory = Forgetful()
    await memory.remember(written)
    model = Answering(lambda _: _good())
    await Ladder(model, memory).ask(request())
    assert model.forms == ["json_schema"]


async def test_a_rung_that_has_worked_is_kept_after_a_bad_reply() -> None:
    model = Answering(lambda asked: "no object" if "bad" in asked.label else _good())
    ladder = Ladder(model, Forgetful())
    await ladder.ask(request())
    with pytest.raises(WrongShape):
        await ladder.ask(request(label="bad"))
    await ladder.ask(request())
    assert model.forms == ["json_schema"] * 3


async def test_a_rung_that_has_worked_is_kept_after_a_failure() -> None:
    failing = [False, True, False]

    def answer(_: Request) -> str:
        if failing.pop(0):
            raise ServerFailed("500")
        return _good()

    model = Answering(answer)
    ladder = Ladder(model, Forgetful())
    await ladder.ask(request())
    with pytest.raises(ServerFailed):
        await ladder.ask(request())
    await ladder.ask(request())
    assert model.forms == ["json_schema"] * 3


async def test_a_rung_that_has_worked_is_left_where_the_server_refuses_it() -> None:
    refusing = [False]
    model = Answering(
        _refusing(
            "Invalid schema for response_format",
            lambda asked: refusing[0] and asked.sending.form == "json_schema",
        )
    )
    ladder = Ladder(model, Forgetful())
    await ladder.ask(request())
    refusing[0] = True
    await ladder.ask(request())
    await ladder.ask(request())
    assert model.forms == ["json_schema", "json_schema", "json_object", "json_object"]


async def test_a_better_rung_that_works_after_all_is_taken_again() -> None:
    answered = asyncio.Event()

    class Slow(Answering):
        async def ask(self, asked: Request) -> Reply:
            reply = await super().ask(asked)
            if asked.label == "slow":
                await answered.wait()
            return reply

    model = Slow(
        lambda asked: (
            "no" if asked.label == "bad" and asked.sending.form == "json_schema" else _good()
        )
    )
    ladder = Ladder(model, Forgetful())
    slow = asyncio.create_task(ladder.ask(request(label="slow")))
    await asyncio.sleep(0)
    await ladder.ask(request(label="bad"))
    answered.set()
    await slow
    await ladder.ask(request())
    assert model.forms == ["json_schema", "json_schema", "json_object", "json_schema"]


async def test_what_was_left_out_stays_out_when_an_older_request_succeeds() -> None:
    answered = asyncio.Event()
    model = Slow(
        _refusing(
            "'temperature' is not supported",
            lambda asked: (
                asked.temperature is not None and "temperature" not in asked.sending.without
            ),
        ),
        answered,
    )
    ladder = Ladder(model, Forgetful())
    slow = asyncio.create_task(ladder.ask(request(label="slow")))
    await asyncio.sleep(0)
    await ladder.ask(request(temperature=0.1))
    answered.set()
    await slow
    await ladder.ask(request(temperature=0.1))
    assert len(model.asked) == 4


async def test_an_unexplained_refusal_is_raised_when_no_rung_helps() -> None:
    model = Answering(_refusing("no", lambda _: True))
    with pytest.raises(Refused):
        await Ladder(model, Forgetful()).ask(request())
    assert model.forms == ["json_schema", "json_object", "words", "prose"]


async def test_a_refusal_that_names_a_new_parameter_each_time_comes_to_an_end() -> None:
    said = "temperature max_tokens max_completion_tokens schema response_format"
    model = Answering(_refusing(said, lambda _: True))
    with pytest.raises(Refused):
        await Ladder(model, Forgetful()).ask(request())
    assert len(model.asked) == 7


@pytest.mark.parametrize(
    ("error", "asked"), [(Refused("no"), 3 * 4 + 5), (ServerFailed("no"), 3 * 3 + 5)]
)
async def test_after_some_climbs_in_vain_nobody_climbs(error: ModelError, asked: int) -> None:
    model = Answering(_raising(error))
    ladder = Ladder(model, Forgetful())
    for _ in range(8):
        with pytest.raises(type(error)):
            await ladder.ask(request())
    assert len(model.asked) == asked


async def test_who_waited_while_another_climbed_in_vain_gets_an_error_too() -> None:
    model = Answering(_raising(ServerFailed("no")))
    ladder = Ladder(model, Forgetful())
    given = await asyncio.gather(*(ladder.ask(request()) for _ in range(8)), return_exceptions=True)
    assert {type(one) for one in given} == {ServerFailed}


async def test_another_language_is_raised_and_no_reason_to_climb() -> None:
    async with climbing(Behaviour(reply="french")) as (ladder, server):
        with pytest.raises(WrongLanguage):
            await ladder.ask(request(language="en"))
    assert server.stats.requests == 1


@pytest.mark.parametrize("reply", ["fenced", "think", "prose around", "string cites"])
async def test_a_reply_that_can_be_read_needs_no_second_request(reply: str) -> None:
    async with climbing(Behaviour(reply=reply)) as (ladder, server):
        read = await ladder.ask(request())
    assert json.loads(read.text)["claims"][0]["cites"] == [2]
    assert server.stats.requests == 1


async def test_a_first_reply_of_the_wrong_shape_is_asked_for_more_clearly() -> None:
    model = Answering(lambda asked: "no" if asked.sending.form == "json_schema" else _good())
    await Ladder(model, Forgetful()).ask(request())
    assert model.forms == ["json_schema", "json_object"]


async def test_the_reply_keeps_its_usage() -> None:
    async with climbing(Behaviour(output_tokens=9)) as (ladder, _):
        reply = await ladder.ask(request())
    assert reply.usage is not None
    assert reply.usage.output == 9


async def test_what_the_caller_set_as_sending_does_not_matter() -> None:
    model = Answering(lambda _: _good())
    asked: Any = request()
    await Ladder(model, Forgetful()).ask(
        replace(asked, sending=replace(asked.sending, form="prose"))
    )
    assert model.forms == ["json_schema"]
