"""What is asked of a Batch API, and how its answers are read."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from batch_server import Batching, BatchServer

from summarize.errors import EmptyReply, NoBatches, Refused, ServerFailed, TooLong
from summarize.models.batch import Batches, Seen
from tests.models.asking import request

KEY = "sk-canary-0123456789"
LINES = b'{"custom_id": "a", "method": "POST", "url": "/v1/chat/completions", "body": {}}\n'


@pytest.fixture
async def server() -> AsyncIterator[BatchServer]:
    async with BatchServer(Batching(hold=True)) as opened:
        yield opened


@pytest.fixture
async def api(server: BatchServer) -> AsyncIterator[Batches]:
    opened = Batches("m-1", base_url=server.base_url, key=KEY)
    yield opened
    await opened.close()


async def test_a_file_goes_up_and_comes_down_as_it_is(api: Batches) -> None:
    file = await api.upload("requests.jsonl", LINES)

    assert await api.content(file) == LINES


async def test_a_batch_is_made_of_a_file_and_tells_how_it_stands(api: Batches) -> None:
    made = await api.create(await api.upload("requests.jsonl", LINES), {"summarize": "1"})

    seen = await api.seen(made.id)

    assert (seen.state, seen.total, seen.ended) == ("in_progress", 1, False)
    assert seen.created > 1_700_000_000


async def test_a_batch_is_found_by_its_file_on_a_later_page(
    api: Batches, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarize.models.batch.PAGE", 2)
    files = [await api.upload("requests.jsonl", LINES) for _ in range(5)]
    made = [await api.create(file, {}) for file in files]

    assert await api.made_of(files[0], made[0].created) == made[0]
    assert await api.made_of("file-of-nobody", made[0].created) is None


async def test_older_batches_are_not_looked_through(
    api: Batches, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarize.models.batch.PAGE", 1)
    files = [await api.upload("requests.jsonl", LINES) for _ in range(2)]
    made = [await api.create(file, {}) for file in files]

    assert await api.made_of(files[0], made[0].created + 100_000) is None


async def test_a_server_that_is_busy_with_files_has_a_batch_api() -> None:
    async with BatchServer(Batching(none=503)) as busy:
        api = Batches("m-1", base_url=busy.base_url, key=KEY)
        with pytest.raises(ServerFailed):
            await api.upload("requests.jsonl", LINES)
        await api.close()


async def test_a_server_without_one_is_told_by_its_host() -> None:
    async with BatchServer(Batching(none=404)) as none:
        api = Batches("m-1", base_url=none.base_url, key=KEY)
        with pytest.raises(NoBatches, match=r"127\.0\.0\.1:\d+ has no Batch API \(404 Not Found\)"):
            await api.upload("requests.jsonl", LINES)
        await api.close()
    assert NoBatches.exit_code == 2


async def test_an_answer_without_an_id_is_none(api: Batches) -> None:
    with pytest.raises(EmptyReply, match="no id of the batch"):
        api._seen([])


def test_why_a_batch_was_refused_is_said_without_the_key() -> None:
    api = Batches("m-1", base_url="http://127.0.0.1:1/v1", key=KEY)
    seen = Seen("batch_1", "failed", why=api._asked.short(f"the key {KEY} may not"))

    assert str(api.refused(seen)).startswith(
        "127.0.0.1:1 (m-1): 400 batch batch_1 failed: the key [key] may not;"
    )
    assert isinstance(api.refused(Seen("batch_1", "failed")), Refused)


def test_a_line_that_is_too_long_is_told_as_such() -> None:
    api = Batches("m-1", base_url="http://127.0.0.1:1/v1", key=KEY)
    said = {"error": {"message": "maximum context length is 8192 tokens", "code": None}}

    with pytest.raises(TooLong):
        api.outcome(request(), 400, said)
