"""`--batch` and `summarize batch`, against a real server that has a Batch API."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from batch_server import Batching, BatchServer
from model_server import Behaviour

from summarize.store import Store
from tests.cli.conftest import Ran, Run

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "day-1"
GOOD = Behaviour()
DAM = (
    "The Karrow Dam failed on Monday night, and the flood reached two towns in the valley within "
    "half an hour. The governor said that rescuers brought 340 people to safety. The highway to "
    "the coast is closed until the bridge has been checked by engineers."
)
PATIENCE = 60.0  # seconds for a subprocess on a busy machine

Ask = Callable[..., Ran]


class Served:
    """A server in a thread of its own."""

    def __init__(self, batching: Batching, behaviour: Behaviour) -> None:
        self.server = BatchServer(batching, behaviour)
        self._loop = asyncio.new_event_loop()
        self._ended = asyncio.Event()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=[self._serve()])
        self._ready = threading.Event()

    async def _serve(self) -> None:
        async with self.server:
            self._ready.set()
            await self._ended.wait()

    def start(self) -> None:
        self._thread.start()
        assert self._ready.wait(PATIENCE)

    def end(self) -> None:
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join()
        self._loop.close()

    @property
    def base_url(self) -> str:
        return self.server.base_url

    @property
    def sizes(self) -> list[int]:
        """Lines of each batch."""
        return self.server.sizes

    @property
    def paid_again(self) -> int:
        """Answers that were given more than once."""
        return len(self.server.stats.prompts) - len(set(self.server.stats.prompts))

    def release(self) -> None:
        """Let all batches end, those to come too."""
        self.server.release(to_come=True)


Serve = Callable[..., Served]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """`serve(behaviour, **batching)`: a server that behaves so."""
    with ExitStack() as stack:

        def start(behaviour: Behaviour = GOOD, **batching: Any) -> Served:
            served = Served(Batching(**batching), behaviour)
            served.start()
            stack.callback(served.end)
            return served

        yield start


@pytest.fixture
def pile(news: Path) -> Path:
    """Two stories, one of them told by two outlets: 3 articles, a story and an overview."""
    (news / "dam2.md").write_text(
        f"---\noutlet: Vessen Courier\n---\n\n# Dam on the Karrow fails\n\n{DAM}", encoding="utf-8"
    )
    Path("summarize.toml").write_text("[batch]\npoll_seconds = 0.05\n", encoding="utf-8")
    return news


def command(server: Served, pile: Path, *more: str, store: str = "a.db") -> list[str]:
    given = ["-m", "test-model", "--base-url", server.base_url, "--store", store]
    return ["brief", str(pile), *given, "--context", "8192", "-o", "r.json", *more]


@pytest.fixture
def ask(run: Run, pile: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """`ask(server, *options)`: a brief of the pile in batches."""
    monkeypatch.setattr("summarize.briefs.batched.SETTLED", 0.2)

    def call(server: Served, *options: str, **more: str) -> Ran:
        return run(*command(server, pile, "--batch", *options, **more))

    return call


def report() -> dict[str, Any]:
    """The report, without what differs from run to run."""
    made: dict[str, Any] = json.loads(Path("r.json").read_text(encoding="utf-8"))
    for article in made["articles"]:
        del article["retrieved"]
    return made


def without_method() -> str:
    made = report()
    del made["method"]
    return json.dumps(made)


def started(server: Served, pile: Path) -> subprocess.Popen[str]:
    """The same command in a process of its own, which has sent its first batch."""
    args = [sys.executable, "-m", "summarize", *command(server, pile, "--batch")]
    process = subprocess.Popen(args, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    for line in process.stderr:
        if "sent to" in line:
            return process
    raise AssertionError("it ended before it had sent anything")


def later() -> None:
    """As if so much time had passed that the leases of the killed program are over."""
    with Store.open(Path("a.db")) as store:
        store.write("DELETE FROM leases")


@pytest.mark.usefixtures("ask")
def test_the_report_is_the_same_as_without_batches(run: Run, serve: Serve) -> None:
    server = serve()
    plain = run(*command(server, EXAMPLE, store="other.db"))
    expected = without_method()

    ran = run(*command(server, EXAMPLE, "--batch"))

    assert (plain.code, ran.code) == (0, 0), ran.err
    assert without_method() == expected
    assert server.sizes == [24, 5, 1]  # articles, stories of several origins, the overview


def test_a_second_run_sends_nothing(ask: Ask, serve: Serve) -> None:
    server = serve()
    ask(server)

    ran = ask(server)

    assert ran.code == 0
    assert report()["method"]["calls"] == 0
    assert len(server.sizes) == 3


def test_what_failed_is_sent_again_in_the_next_batch(ask: Ask, serve: Serve) -> None:
    server = serve(busy=2)

    ran = ask(server)

    assert ran.code == 0, ran.err
    assert server.sizes == [3, 2, 1, 1]
    assert server.paid_again == 0


def test_what_an_expired_batch_did_not_answer_is_sent_again(ask: Ask, serve: Serve) -> None:
    server = serve(runs=1)

    ran = ask(server)

    assert ran.code == 0, ran.err
    assert server.server.batches["batch_1"]["status"] == "expired"
    assert server.sizes == [3, 2, 1, 1]
    assert server.paid_again == 0


def test_a_bad_reply_is_asked_for_once_more(ask: Ask, serve: Serve) -> None:
    server = serve(Behaviour(reply="null", bad_first=1))

    ran = ask(server)

    assert ran.code in {0, 3}
    assert server.sizes[:2] == [3, 3]


def test_a_server_that_knows_no_schema_is_asked_otherwise(ask: Ask, serve: Serve) -> None:
    server = serve(Behaviour(form="json_object"))

    ran = ask(server)

    assert ran.code == 0, ran.err
    assert server.sizes == [3, 1, 2, 1, 1]  # one finds out, the others follow


def test_a_killed_run_goes_on_and_nothing_is_paid_again(ask: Ask, serve: Serve, pile: Path) -> None:
    server = serve(hold=True)
    process = started(server, pile)
    process.kill()
    process.communicate()
    later()
    server.release()

    ran = ask(server)

    assert ran.code == 0, ran.err
    assert "batch batch_1 is open: it is waited for, and nothing is sent again" in ran.err
    assert server.sizes == [3, 1, 1]
    assert server.paid_again == 0


def test_ctrl_c_leaves_the_batch_open_and_the_next_run_goes_on(
    ask: Ask, serve: Serve, pile: Path
) -> None:
    server = serve(hold=True)
    process = started(server, pile)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=PATIENCE)

    assert process.returncode == 3
    assert "no report yet: batch batch_1 is open; run the same command again" in said
    assert not Path("r.json").exists()
    server.release()
    assert ask(server).code == 0
    assert server.sizes == [3, 1, 1]


def test_a_server_that_stays_away_leaves_the_batch_open(
    ask: Ask, run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve()
    monkeypatch.setattr("summarize.models.batch_waiting.OUT_OF_REACH", 0.0)
    server.server.away = 1_000

    ran = ask(server, "-q")

    assert ran.code == 3
    assert "no report yet: batch batch_1 is open" in ran.err
    assert not Path("r.json").exists()
    assert "batch_1  in_progress  0/3" in run("batch", "list", "--store", "a.db").out


def test_what_was_collected_meanwhile_is_used(ask: Ask, run: Run, serve: Serve, pile: Path) -> None:
    server = serve(hold=True)
    process = started(server, pile)
    process.kill()
    process.communicate()
    later()
    still = run("batch", "collect", "--store", "a.db")
    server.release()

    fetched = run("batch", "collect", "--store", "a.db")
    nothing = run("batch", "collect", "--store", "a.db")

    assert "batch_1  in_progress  0/3 requests" in still.out
    assert "batch_1  completed  3/3 requests" in fetched.out
    assert nothing.out == "no batch is open\n"
    assert ask(server).code == 0
    assert server.sizes == [3, 1, 1]


def test_a_batch_can_be_cancelled_and_the_next_run_sends_what_it_lacks(
    ask: Ask, run: Run, serve: Serve, pile: Path
) -> None:
    server = serve(hold=True)
    process = started(server, pile)

    cancelled = run("batch", "cancel", "batch_1", "--store", "a.db")
    _, said = process.communicate(timeout=PATIENCE)

    assert "batch_1" in cancelled.out
    assert process.returncode == 3
    assert "batch batch_1 was cancelled" in said
    server.release()
    assert ask(server).code == 0
    assert server.sizes == [3, 2, 1, 1]


def test_the_list_has_state_and_cost(ask: Ask, run: Run, serve: Serve) -> None:
    assert "there is no store at" in run("batch", "list", "--store", "a.db").out
    server = serve()
    ask(server, "--price", "1000,2000")

    listed = run("batch", "list", "--store", "a.db").out.splitlines()

    assert len(listed) == 3
    assert listed[0].startswith("batch_1  completed  3/3 requests, ")
    assert f" USD, test-model at {server.base_url}" in listed[0]


def test_a_batch_costs_half(ask: Ask, run: Run, serve: Serve, pile: Path) -> None:
    server = serve()
    run(*command(server, pile, "--price", "10,20", store="other.db"))
    full = report()["method"]["cost_usd"]

    ask(server, "--price", "10,20")

    assert report()["method"]["cost_usd"] == pytest.approx(full / 2)


def test_a_budget_is_kept_in_batches(ask: Ask, serve: Serve) -> None:
    ran = ask(serve(), "--budget", "0.005", "--price", "1,2")

    assert ran.code == 3
    assert 0 < report()["method"]["cost_usd"] <= 0.005


def test_a_dry_run_shows_the_price_and_the_time_of_batches(
    ask: Ask, run: Run, serve: Serve, pile: Path
) -> None:
    server = serve()
    given = ("--price", "100,200", "--dry-run")
    full = run(*command(server, pile, *given)).out

    shown = ask(server, *given).out

    assert _usd(shown) == pytest.approx(_usd(full) / 2, abs=1e-4)
    assert "time       up to 24 hours for each step" in shown
    assert server.server.files == {}


def _usd(plan: str) -> float:
    [line] = [one for one in plan.splitlines() if one.startswith("cost")]
    return float(line.split("at most ")[1].split(" ")[0])


def test_a_server_without_a_batch_api_is_a_usage_error(ask: Ask, serve: Serve) -> None:
    ran = ask(serve(none=404))

    assert ran.code == 2
    assert "has no Batch API (404 Not Found); run without --batch" in ran.err
    assert not Path("r.json").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-m", "local"], "--batch: the built-in writer asks no model"),
        (["-m", "scripted:x.jsonl"], "--batch: a script has no Batch API"),
        (["-m", "m", "--base-url", "http://127.0.0.1:1/v1", "--store", "none"], "needs a store"),
    ],
)
def test_what_cannot_go_in_batches_is_a_usage_error(
    run: Run, pile: Path, options: list[str], said: str
) -> None:
    Path("x.jsonl").touch()

    ran = run("brief", str(pile), "--batch", *options)

    assert ran.code == 2
    assert said in ran.err


def test_a_judge_alone_may_be_asked_in_batches(run: Run, pile: Path, serve: Serve) -> None:
    ran = run(
        *("brief", str(pile), "--batch", "--judge", "test-model", "-o", "r.json"),
        *("--base-url", serve().base_url),
    )

    assert ran.code == 0, ran.err


@pytest.mark.parametrize("batch", ["batch_9", "batch_1"])
def test_a_batch_that_is_not_open_cannot_be_cancelled(
    ask: Ask, run: Run, serve: Serve, batch: str
) -> None:
    ask(serve())

    ran = run("batch", "cancel", batch, "--store", "a.db")

    assert ran.code == 2


@pytest.mark.parametrize("command", [["collect"], ["cancel", "batch_1"]])
def test_without_a_store_there_is_no_batch(run: Run, pile: Path, command: list[str]) -> None:
    ran = run("batch", *command, "--store", str(pile / "none.db"))

    assert ran.code == 0
    assert "there is no store" in ran.out
    assert not (pile / "none.db").exists()


def test_a_batch_that_was_never_made_is_forgotten(ask: Ask, run: Run, serve: Serve) -> None:
    ask(serve())
    with Store.open(Path("a.db")) as store:
        store.write("UPDATE batches SET batch = NULL, file = NULL, state = 'sending'")

    ran = run("batch", "collect", "--store", "a.db")

    assert ran.out.count("never made") == 3
    assert run("batch", "list", "--store", "a.db").out == "no batch was sent\n"
