"""Requests that go out together, against a server that has a Batch API."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from batch_server import Batching, BatchServer
from model_server import Behaviour

from summarize.errors import (
    Busy,
    Cancelled,
    KeyRefused,
    ModelError,
    NoBatches,
    Refused,
    ServerFailed,
    Stopped,
    StoreError,
    TooLong,
    Unreachable,
)
from summarize.models.batch_files import Sizes
from summarize.models.batch_store import Sents
from summarize.models.batch_waiting import Batch
from summarize.models.request import Reply, Request
from summarize.models.switch import Switch
from summarize.store import Store
from tests.models.asking import SENTENCES, request
from tests.models.batching import SOON, in_batches, sents

FEW = [request(f"part {n}") for n in range(4)]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "answers.db"


@pytest.fixture(autouse=True)
def _tried_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.models.batch_fetch.PAUSES", (0.01, 0.01, 0.01))


async def ask(batch: Batch, requests: Sequence[Request] = FEW) -> list[Reply | BaseException]:
    return await asyncio.gather(*map(batch.ask, requests), return_exceptions=True)


async def error_of(server: BatchServer, kept: Path) -> ModelError:
    async with server, in_batches(server, kept) as batch:
        with pytest.raises(ModelError) as raised:
            await batch.ask(request())
    return raised.value


async def until_sent(server: BatchServer, batches: int = 1) -> None:
    """Until so many batches are at the server."""
    while len(server.batches) < batches:
        await asyncio.sleep(0.01)


async def left_open(server: BatchServer, kept: Path) -> None:
    """Ask in a program that ends while its batch is open."""
    async with in_batches(server, kept, broken=True) as batch:
        asking = asyncio.create_task(ask(batch))
        while not batch.open or batch.open[0].batch is None:
            await asyncio.sleep(0.01)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)


async def test_what_is_asked_together_goes_out_together(kept: Path) -> None:
    async with BatchServer(Batching()) as server, in_batches(server, kept) as batch:
        replies = await ask(batch)

    assert server.sizes == [4]
    for reply in replies:
        assert isinstance(reply, Reply)
        assert json.loads(reply.text)["bottom_line"]["text"] == SENTENCES[0]


async def test_each_gets_its_own_answer_though_they_come_in_another_order(kept: Path) -> None:
    asked = [request(f"about {n}") for n in range(3)]
    async with BatchServer(Batching()) as server, in_batches(server, kept) as batch:
        alone = [await batch.desk.api.ask(one) for one in asked]
        assert await ask(batch, asked) == alone


async def test_who_asks_the_same_meanwhile_shares_the_answer(kept: Path) -> None:
    async with BatchServer(Batching()) as server, in_batches(server, kept) as batch:
        first, second = await ask(batch, [request(), request()])

    assert first == second
    assert server.sizes == [1]


async def test_who_asks_the_same_later_gets_another_answer(kept: Path) -> None:
    async with BatchServer(Batching()) as server, in_batches(server, kept) as batch:
        await ask(batch, [request()])
        await ask(batch, [request()])

    assert server.sizes == [1, 1]


async def test_no_file_has_more_lines_than_it_may(kept: Path) -> None:
    async with (
        BatchServer(Batching(requests=3)) as server,
        in_batches(server, kept, sizes=Sizes(requests=3)) as batch,
    ):
        replies = await ask(batch, [request(f"part {n}") for n in range(7)])

    assert not [one for one in replies if isinstance(one, BaseException)]
    assert sorted(server.sizes) == [1, 3, 3]


async def test_no_file_has_more_bytes_than_it_may(kept: Path) -> None:
    async with (
        BatchServer(Batching(bytes=5_000)) as server,
        in_batches(server, kept, sizes=Sizes(bytes=5_000)) as batch,
    ):
        replies = await ask(batch)

    assert not [one for one in replies if isinstance(one, BaseException)]
    assert len(server.sizes) > 1
    assert max(map(len, server.files.values())) <= 5_000


async def test_too_many_tokens_at_once_go_in_parts_one_after_the_other(kept: Path) -> None:
    asked = [request(f"part {n}", prompt_tokens=1_000) for n in range(4)]
    async with BatchServer(Batching(tokens=1_000)) as server, in_batches(server, kept) as batch:
        replies = await ask(batch, asked)

    assert not [one for one in replies if isinstance(one, BaseException)]
    assert sum(server.sizes) == 4
    assert len(server.sizes) > 1


async def test_a_single_request_with_too_many_tokens_is_busy(kept: Path) -> None:
    assert isinstance(await error_of(BatchServer(Batching(tokens=1)), kept), Busy)


@pytest.mark.parametrize(
    ("behaviour", "kind"),
    [
        (Behaviour(context=1), TooLong),
        (Behaviour(status=500), ServerFailed),
        (Behaviour(status=401), KeyRefused),
        (Behaviour(form="words"), Refused),
        (Behaviour(reply="error inside"), ServerFailed),
    ],
    ids=["too long", "failed", "key", "form", "error inside"],
)
async def test_a_line_fails_as_the_request_would_alone(
    kept: Path, behaviour: Behaviour, kind: type[ModelError]
) -> None:
    assert isinstance(await error_of(BatchServer(Batching(), behaviour), kept), kind)


async def test_what_an_expired_batch_did_not_run_has_failed_and_may_be_asked_again(
    kept: Path,
) -> None:
    async with BatchServer(Batching(runs=3)) as server, in_batches(server, kept) as batch:
        replies = await ask(batch)
        [failed] = [one for one in replies if isinstance(one, ServerFailed)]
        again = await batch.ask(FEW[-1])

    assert "batch_1 ended (expired)" in str(failed)
    assert isinstance(again, Reply)
    assert server.sizes == [4, 1]


async def test_a_batch_that_failed_says_why(kept: Path) -> None:
    error = await error_of(BatchServer(Batching(fails="empty_file")), kept)

    assert isinstance(error, Refused)
    assert "batch batch_1 failed: The batch is refused: empty_file" in str(error)


async def test_a_cancelled_batch_ends_the_asking(kept: Path) -> None:
    async with BatchServer(Batching(hold=True)) as server, in_batches(server, kept) as batch:
        asking = asyncio.create_task(ask(batch))
        await until_sent(server)
        await batch.desk.api.cancel("batch_1")
        replies = await asking

    assert [type(one) for one in replies] == [Reply, Cancelled, Cancelled, Cancelled]


@pytest.mark.parametrize("status", [404, 405, 501])
async def test_a_server_without_a_batch_api_is_named(kept: Path, status: int) -> None:
    error = await error_of(BatchServer(Batching(none=status)), kept)

    assert isinstance(error, NoBatches)
    assert "has no Batch API" in str(error)
    assert sents(kept) == []


async def test_a_server_that_is_away_is_tried_again_by_whoever_asks(kept: Path) -> None:
    server = BatchServer(Batching())
    async with server:
        pass
    async with in_batches(server, kept) as batch:
        with pytest.raises(Unreachable):
            await batch.ask(request())
        assert batch.open == []


async def test_a_batch_that_was_made_though_the_answer_was_lost_is_found(kept: Path) -> None:
    async with BatchServer(Batching(lost=1)) as server, in_batches(server, kept) as batch:
        replies = await ask(batch)

    assert not [one for one in replies if isinstance(one, BaseException)]
    assert server.sizes == [4]


async def test_an_open_batch_of_an_earlier_program_is_waited_for(kept: Path) -> None:
    async with BatchServer(Batching(hold=True)) as server:
        await left_open(server, kept)
        said: list[str] = []
        async with in_batches(server, kept, say=said.append) as batch:
            asking = asyncio.create_task(ask(batch, FEW[:2]))
            while not said:
                await asyncio.sleep(0.01)
            others = asyncio.create_task(ask(batch, FEW[2:]))
            await asyncio.sleep(0.05)
            server.release()
            replies = await asking + await others

    assert not [one for one in replies if isinstance(one, BaseException)]
    assert server.sizes == [4]
    assert said[0] == "batch batch_1 is open: it is waited for, and nothing is sent again"


async def test_what_another_program_fetched_is_used(kept: Path) -> None:
    async with BatchServer(Batching(hold=True)) as server:
        await left_open(server, kept)
        server.release()
        async with in_batches(server, kept) as other:
            [sent] = other.desk.sents.all()
            await other.desk.collect(sent, await other.desk.look(sent))
        async with in_batches(server, kept) as batch:
            replies = await ask(batch)

    assert not [one for one in replies if isinstance(one, BaseException)]
    assert server.sizes == [4]


async def test_with_fresh_only_what_is_open_is_used(kept: Path) -> None:
    async with BatchServer(Batching()) as server:
        async with in_batches(server, kept, broken=True) as batch:
            await ask(batch)
        async with in_batches(server, kept, fresh=True) as batch:
            await ask(batch)

    assert server.sizes == [4, 4]


async def test_what_a_broken_run_got_is_not_paid_again(kept: Path) -> None:
    async with BatchServer(Batching()) as server:
        async with in_batches(server, kept, broken=True) as batch:
            first = await ask(batch)
        async with in_batches(server, kept) as batch:
            assert await ask(batch) == first

    assert server.sizes == [4]


async def test_what_a_run_has_used_to_its_end_is_asked_again(kept: Path) -> None:
    async with BatchServer(Batching()) as server:
        for _ in range(2):
            async with in_batches(server, kept) as batch:
                await ask(batch)

    assert server.sizes == [4, 4]


async def test_a_program_that_ended_before_its_batch_was_made_sends_it(kept: Path) -> None:
    async with BatchServer(Batching(hold=True)) as server:
        await left_open(server, kept)
        server.batches.clear()
        server.sizes.clear()
        with_no_id(kept)
        async with in_batches(server, kept) as batch:
            asking = asyncio.create_task(ask(batch))
            await until_sent(server)
            server.release()
            await asking

    assert server.sizes == [4]
    assert len(sents(kept)) == 1


async def test_a_program_that_ended_before_it_knew_of_its_batch_finds_it(kept: Path) -> None:
    async with BatchServer(Batching(hold=True)) as server:
        await left_open(server, kept)
        with_no_id(kept)
        server.release()
        async with in_batches(server, kept) as batch:
            replies = await ask(batch)

    assert not [one for one in replies if isinstance(one, BaseException)]
    assert server.sizes == [4]


def with_no_id(kept: Path) -> None:
    """As if the program had ended before the server's answer came."""
    with Store.open(kept) as store:
        store.write("UPDATE batches SET batch = NULL, state = 'sending'")


async def test_lines_of_a_batch_that_was_never_noted_are_sent(kept: Path) -> None:
    async with BatchServer(Batching(hold=True)) as server:
        await left_open(server, kept)
        with Store.open(kept) as store:
            store.write("DELETE FROM batches")
        server.release(to_come=True)
        async with in_batches(server, kept) as batch:
            await ask(batch)

    assert server.sizes == [4, 4]


async def test_a_person_who_stops_leaves_the_batch_open(kept: Path) -> None:
    switch = Switch()
    async with BatchServer(Batching(hold=True)) as server, in_batches(server, kept) as batch:
        batch.listen(switch)
        asking = asyncio.create_task(ask(batch))
        while not batch.open or batch.open[0].batch is None:
            await asyncio.sleep(0.01)
        reason = Stopped("the run was interrupted")
        switch.turn_off(reason)

        assert await asking == [reason] * 4
        assert [one.called for one in batch.open] == ["batch_1"]
        await batch.close(reason)
    assert [one.state for one in sents(kept)] == ["in_progress"]


async def test_who_waits_to_be_sent_is_sent_away_too(kept: Path) -> None:
    switch = Switch()
    async with (
        BatchServer(Batching()) as server,
        in_batches(server, kept, settled_seconds=0.2) as batch,
    ):
        batch.listen(switch)
        asking = asyncio.create_task(ask(batch))
        await asyncio.sleep(0.05)
        switch.turn_off(Stopped("the run was interrupted"))
        replies = await asking
        await asyncio.sleep(0.3)

    assert [type(one) for one in replies] == [Stopped] * 4
    assert (server.sizes, list(batch.open)) == ([], [])


async def test_a_server_that_is_away_for_a_while_is_waited_for(kept: Path) -> None:
    async with BatchServer(Batching(hold=True)) as server, in_batches(server, kept) as batch:
        server.away = 3
        asking = asyncio.create_task(ask(batch))
        await until_sent(server)
        server.release()
        replies = await asking

    assert not [one for one in replies if isinstance(one, BaseException)]
    assert server.away == 0


async def test_a_server_that_stays_away_is_given_up_and_its_batch_stays_open(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarize.models.batch_waiting.OUT_OF_REACH", 0.0)
    async with BatchServer(Batching(hold=True)) as server, in_batches(server, kept) as batch:
        server.away = 1_000
        replies = await ask(batch)
        assert [type(one) for one in replies] == [ServerFailed] * 4
        assert [one.called for one in batch.open] == ["batch_1"]
        with pytest.raises(ServerFailed):  # and nobody waits for it again
            await batch.ask(FEW[0])


async def test_what_cannot_be_noted_is_not_sent(kept: Path) -> None:
    async with BatchServer(Batching()) as server, in_batches(server, kept) as batch:
        batch.desk.sents._store.close()
        with pytest.raises(Stopped, match="no batch can be noted"):
            await batch.ask(request())

    assert server.files == {}


async def test_a_batch_that_cannot_be_noted_any_more_ends_the_waiting(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreError("the disk is full")

    monkeypatch.setattr(Sents, "settle", full)
    async with BatchServer(Batching()) as server, in_batches(server, kept) as batch:
        with pytest.raises(Stopped, match="the disk is full"):
            await batch.ask(request())


async def test_what_was_sent_and_came_back_is_said(kept: Path) -> None:
    said: list[str] = []
    async with (
        BatchServer(Batching()) as server,
        in_batches(server, kept, say=said.append, poll_seconds=SOON) as batch,
    ):
        await ask(batch)

    assert said[0].startswith("batch batch_1: 4 requests sent to 127.0.0.1:")
    assert said[1] == "batch batch_1 completed: 4 of 4 came back"
