from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

import aiohttp
from model_server import Behaviour, ModelServer

from tests.models.asking import SENTENCES, request

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


async def _post(base_url: str, about: str = "") -> tuple[int, dict[str, object]]:
    messages = [{"role": one.role, "content": one.content} for one in request(about).messages]
    schema = {"type": "json_schema", "json_schema": {"name": "a", "schema": request().schema}}
    body = {"model": "m", "messages": messages, "response_format": schema}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{base_url}/chat/completions", json=body) as response,
    ):
        return response.status, await response.json()


async def test_it_answers_the_same_question_alike_and_quotes_what_was_shown() -> None:
    async with ModelServer() as server:
        (_, one), (_, other) = await _post(server.base_url), await _post(server.base_url)
    assert one == other
    assert SENTENCES[0] in json.dumps(one)


async def test_it_takes_no_more_at_once_than_it_admits() -> None:
    async with ModelServer(Behaviour(admit=2, seconds=0.2)) as server:
        given = await asyncio.gather(*(_post(server.base_url, str(n)) for n in range(6)))
        assert sorted(status for status, _ in given) == [200] * 2 + [429] * 4
        assert server.stats.most_in_flight == 2


async def test_it_takes_no_more_in_a_second_than_its_bucket_holds() -> None:
    async with ModelServer(Behaviour(per_second=1.0)) as server:
        given = await asyncio.gather(*(_post(server.base_url) for _ in range(3)))
    assert sorted(status for status, _ in given) == [200, 429, 429]


async def test_the_share_of_errors_depends_on_the_seed_alone() -> None:
    async def statuses(seed: int) -> list[int]:
        async with ModelServer(Behaviour(errors=0.5, seed=seed)) as server:
            return [(await _post(server.base_url, str(n)))[0] for n in range(12)]

    assert await statuses(1) == await statuses(1) != await statuses(2)


async def test_the_command_serves_until_its_input_ends() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(BENCHMARKS / "model_server.py"),
        "--model-context",
        "4096",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        base_url = (await process.stdout.readline()).decode().strip()
        status, _ = await _post(base_url)
        async with (
            aiohttp.ClientSession() as session,
            session.get(base_url.removesuffix("v1") + "stats") as response,
        ):
            stats = await response.json()
    finally:
        process.stdin.close()
        await process.wait()
    assert (status, stats["requests"], process.returncode) == (200, 1, 0)
