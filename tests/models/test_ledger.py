from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from summarize.errors import Busy, Stopped, StoreError
from summarize.models.ledger import Ledger
from summarize.models.limits import Limits
from summarize.models.request import Message, Model, Reply, Request, Usage
from summarize.models.shapes import OverviewReply, RepairReply
from summarize.models.switch import Switch
from summarize.store import Store

USAGE = Usage(900, 300, 80)
ENDPOINT = "http://127.0.0.1:1/v1"


def request(content: str = "The Karrow Dam burst.") -> Request:
    return Request("repair", (Message("user", content),), RepairReply, label="a test")


class Paid:
    """A model that counts its calls, and replies once it is let."""

    def __init__(self) -> None:
        self.calls = 0
        self.let = asyncio.Event()
        self.let.set()
        self.error: Exception | None = None

    async def ask(self, _request: Request) -> Reply:
        self.calls += 1
        call = self.calls
        await self.let.wait()
        if self.error is not None:
            raise self.error
        return Reply(f'{{"text": "reply {call}", "cites": [1]}}', "stop", USAGE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, patience=1) as opened:
        yield opened


def ledger(inner: Model, store: Store | None, **more: Any) -> Ledger:
    given: dict[str, Any] = {"endpoint": ENDPOINT, "model": "small", "poll_seconds": 0.005}
    return Ledger(inner, store, **given | more)


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not true():
            await asyncio.sleep(0.001)


async def test_a_reply_is_paid_once_and_reused_by_the_next_run(store: Store) -> None:
    paid = Paid()
    first = await ledger(paid, store).ask(request())
    run = ledger(paid, store)
    second = await run.ask(request())

    assert (paid.calls, first.reused, second.reused) == (1, False, True)
    assert (second.text, second.finish, second.usage) == (first.text, "stop", USAGE)
    assert run.reused == 1


async def test_what_is_kept_says_what_it_was_and_cost(store: Store) -> None:
    run = ledger(Paid(), store, price=lambda usage: usage.output / 1000)
    await run.ask(request())

    kept = store.answer(request().key(ENDPOINT, "small"))
    assert kept is not None
    assert (kept.template, kept.model, kept.endpoint) == ("repair", "small", ENDPOINT)
    assert (kept.request, kept.cost_usd, kept.cached) == (request().hash, 0.08, 300)


async def test_unknown_usage_stays_unknown(store: Store) -> None:
    class Silent(Paid):
        async def ask(self, request: Request) -> Reply:
            return Reply((await super().ask(request)).text)

    paid = Silent()
    await ledger(paid, store).ask(request())
    run = ledger(paid, store)

    assert (await run.ask(request())).usage is None


@pytest.mark.parametrize("other", [{"model": "large"}, {"endpoint": "http://127.0.0.1:2/v1"}])
async def test_another_model_or_server_is_another_answer(
    store: Store, other: dict[str, str]
) -> None:
    paid = Paid()
    await ledger(paid, store).ask(request())
    await ledger(paid, store, **other).ask(request())

    assert paid.calls == 2


async def test_fresh_pays_again_but_once(store: Store) -> None:
    paid = Paid()
    await ledger(paid, store).ask(request())
    run = ledger(paid, store, fresh=True)
    replies = [await run.ask(request()) for _ in range(2)]

    assert [(reply.text[10:17], reply.reused) for reply in replies] == [
        ("reply 2", False),
        ("reply 2", True),
    ]


async def test_an_answer_that_does_not_fit_any_more_is_asked_again(store: Store) -> None:
    paid = Paid()
    await ledger(paid, store).ask(request())
    key = request().key(ENDPOINT, "small")
    kept = store.answer(key)
    assert kept is not None
    other = Request("repair", request().messages, OverviewReply, label="a test")
    store.keep(other.key(ENDPOINT, "small"), kept)

    assert not (await ledger(paid, store).ask(other)).reused


@pytest.mark.parametrize("stored", [True, False])
async def test_those_who_ask_the_same_at_once_share_one_call(store: Store, stored: bool) -> None:
    paid = Paid()
    run = ledger(paid, store if stored else None)
    replies = await asyncio.gather(*(run.ask(request()) for _ in range(20)))

    assert paid.calls == 1
    assert sorted(reply.reused for reply in replies) == [False] + [True] * 19
    assert run.reused == 19


async def test_no_more_are_asked_than_are_in_flight_or_not_yet_on_disk(store: Store) -> None:
    paid = Paid()
    run = ledger(Limits(paid, Switch(), concurrency=4), store)
    let, keep = threading.Event(), store.keep
    store.keep = lambda *answer: (let.wait(20), keep(*answer))[1]  # type: ignore[method-assign]
    asking = [asyncio.create_task(run.ask(request(str(n)))) for n in range(5)]
    await until(lambda: paid.calls == 4)
    await asyncio.sleep(0.05)
    unwritten = paid.calls
    let.set()
    await asyncio.gather(*asking)

    assert (unwritten, paid.calls) == (4, 5)


async def test_without_a_store_a_question_is_still_asked_once() -> None:
    paid = Paid()
    run = ledger(paid, None)
    await run.ask(request())

    assert (await run.ask(request())).reused
    assert paid.calls == 1


async def test_an_error_reaches_all_who_share_the_call_and_is_not_kept(store: Store) -> None:
    paid = Paid()
    paid.error = Busy("not now")
    run = ledger(paid, store)
    ended = await asyncio.gather(*(run.ask(request()) for _ in range(3)), return_exceptions=True)
    assert ended == [paid.error] * 3

    paid.error = None
    assert not (await run.ask(request())).reused
    assert paid.calls == 2


async def test_after_an_error_the_key_is_free_for_others(store: Store) -> None:
    paid = Paid()
    paid.error = Busy("not now")
    with pytest.raises(Busy):
        await ledger(paid, store).ask(request())

    assert store.lease(request().key(ENDPOINT, "small"), "another", 60)


async def test_who_waits_takes_over_where_the_first_is_cancelled(store: Store) -> None:
    paid = Paid()
    paid.let.clear()
    run = ledger(paid, store)
    first = asyncio.create_task(run.ask(request()))
    second = asyncio.create_task(run.ask(request()))
    await until(lambda: paid.calls == 1)
    first.cancel()
    await until(lambda: paid.calls == 2)
    paid.let.set()

    assert not (await second).reused
    assert first.cancelled()


async def test_a_cancelled_waiter_leaves_the_others_alone(store: Store) -> None:
    paid = Paid()
    paid.let.clear()
    run = ledger(paid, store)
    first = asyncio.create_task(run.ask(request()))
    second = asyncio.create_task(run.ask(request()))
    await until(lambda: paid.calls == 1)
    second.cancel()
    paid.let.set()

    assert not (await first).reused
    assert paid.calls == 1


async def test_a_cancelled_call_leaves_no_lease(store: Store) -> None:
    paid = Paid()
    paid.let.clear()
    asking = asyncio.create_task(ledger(paid, store).ask(request()))
    await until(lambda: paid.calls == 1)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking

    assert store.lease(request().key(ENDPOINT, "small"), "another", 60)


@pytest.mark.parametrize("turns", range(8))
async def test_a_call_cancelled_at_any_time_leaves_no_lease(store: Store, turns: int) -> None:
    paid = Paid()
    paid.let.clear()
    asking = asyncio.create_task(ledger(paid, store).ask(request()))
    for _ in range(turns):
        await asyncio.sleep(0)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking

    assert store.lease(request().key(ENDPOINT, "small"), "another", 60)


async def test_what_another_is_asking_is_awaited(store: Store, path: Path) -> None:
    paid = Paid()
    paid.let.clear()
    mine = asyncio.create_task(ledger(paid, store).ask(request()))
    await until(lambda: paid.calls == 1)
    with Store.open(path) as theirs:
        waiting = asyncio.create_task(ledger(paid, theirs).ask(request()))
        await asyncio.sleep(0.05)
        paid.let.set()

        assert (await waiting).text == (await mine).text
    assert paid.calls == 1


async def test_a_lease_is_renewed_while_its_owner_lives(store: Store) -> None:
    paid = Paid()
    paid.let.clear()
    asking = asyncio.create_task(ledger(paid, store, lease_seconds=1.5).ask(request()))
    await until(lambda: paid.calls == 1)
    key = request().key(ENDPOINT, "small")
    for _ in range(20):
        await asyncio.sleep(0.1)
        assert not store.lease(key, "another", 0.1)
    paid.let.set()
    await asking


async def test_the_lease_of_an_owner_that_is_gone_is_taken_over(store: Store) -> None:
    paid = Paid()
    store.lease(request().key(ENDPOINT, "small"), "killed", 0.1)

    assert not (await ledger(paid, store).ask(request())).reused


async def test_who_waits_for_another_hears_that_asking_has_ended(store: Store) -> None:
    store.lease(request().key(ENDPOINT, "small"), "another", 60)
    switch = Switch()
    asking = asyncio.create_task(ledger(Paid(), store, switch=switch).ask(request()))
    await asyncio.sleep(0.02)
    switch.turn_off(Stopped("interrupted"))

    with pytest.raises(Stopped):
        await asking


async def test_a_store_that_fails_before_is_done_without(store: Store) -> None:
    store.close()
    paid = Paid()
    run = ledger(paid, store)

    assert not (await run.ask(request())).reused
    assert (await run.ask(request())).reused
    assert isinstance(run.trouble, StoreError)


async def test_a_paid_reply_is_not_lost_where_it_cannot_be_kept(store: Store) -> None:
    paid = Paid()
    paid.let.clear()
    run = ledger(paid, store)
    asking = asyncio.create_task(run.ask(request()))
    await until(lambda: paid.calls == 1)
    store.close()
    paid.let.set()

    assert (await asking).usage == USAGE
    assert "closed" in str(run.trouble)


async def test_an_error_is_told_where_the_store_fails_too(store: Store) -> None:
    paid = Paid()
    paid.error = Busy("not now")
    paid.let.clear()
    run = ledger(paid, store)
    asking = asyncio.create_task(run.ask(request()))
    await until(lambda: paid.calls == 1)
    store.close()
    paid.let.set()

    with pytest.raises(Busy):
        await asking
    assert isinstance(run.trouble, StoreError)


async def test_a_lease_that_cannot_be_renewed_ends_no_call(store: Store) -> None:
    paid = Paid()
    paid.let.clear()
    run = ledger(paid, store, lease_seconds=0.03)
    asking = asyncio.create_task(run.ask(request()))
    await until(lambda: paid.calls == 1)
    store.close()
    await until(lambda: run.trouble is not None)
    paid.let.set()

    assert not (await asking).reused


ASKER = """
import asyncio, sys
from pathlib import Path
from summarize.models.ledger import Ledger
from summarize.models.request import Message, Reply, Request
from summarize.models.shapes import RepairReply
from summarize.store import Store

class Slow:
    async def ask(self, request):
        said = request.messages[0].content
        with open(sys.argv[2], "a") as paid:
            paid.write(said + "\\n")
        await asyncio.sleep(float(sys.argv[3]))
        return Reply('{"text": "' + said + '", "cites": [1]}')

async def run():
    with Store.open(Path(sys.argv[1])) as store:
        ledger = Ledger(
            Slow(), store, endpoint="http://a", model="small", lease_seconds=float(sys.argv[4]),
            poll_seconds=0.01,
        )
        requests = [
            Request("repair", (Message("user", str(n)),), RepairReply, label="") for n in range(40)
        ]
        replies = await asyncio.gather(*(ledger.ask(request) for request in requests))
        assert all(f'"{n}"' in reply.text for n, reply in enumerate(replies))
        assert ledger.trouble is None

asyncio.run(run())
"""


def asker(path: Path, paid: Path, *, seconds: float, lease: float) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", ASKER, str(path), str(paid), str(seconds), str(lease)]
    return subprocess.Popen(command)


async def test_two_processes_pay_each_answer_once(path: Path, tmp_path: Path) -> None:
    paid = tmp_path / "paid"
    both = [asker(path, paid, seconds=0.2, lease=60) for _ in range(2)]

    assert [process.wait(60) for process in both] == [0, 0]
    assert sorted(map(int, paid.read_text(encoding="utf-8").split())) == list(range(40))


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
async def test_the_leases_of_a_killed_process_block_nobody(path: Path, tmp_path: Path) -> None:
    lost, paid = tmp_path / "lost", tmp_path / "paid"
    killed = asker(path, lost, seconds=60, lease=1.5)
    await until(lambda: lost.exists() and len(lost.read_text(encoding="utf-8").split()) == 40)
    other = asker(path, paid, seconds=0, lease=60)
    killed.send_signal(signal.SIGKILL)
    killed.wait(60)

    assert other.wait(60) == 0
    assert sorted(map(int, paid.read_text(encoding="utf-8").split())) == list(range(40))
