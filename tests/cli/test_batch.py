"""`--batch` and `summarize batch`, against a real server that has a Batch API."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from summarize.store import Store
from tests.cli.conftest import Ran, Run

SERVER = Path(__file__).resolve().parents[2] / "benchmarks" / "batch_server.py"
DAM = (
    "The Karrow Dam failed on Monday night, and the flood reached two towns in the valley within "
    "half an hour. The governor said that rescuers brought 340 people to safety. The highway to "
    "the coast is closed until the bridge has been checked by engineers."
)
PATIENCE = 60.0  # seconds for a subprocess on a busy machine

Ask = Callable[..., Ran]


class Served:
    """A server in a process of its own."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url

    def _at(self, path: str) -> str:
        return self.base_url.removesuffix("/v1") + path

    @property
    def told(self) -> dict[str, Any]:
        """What was asked of it so far."""
        with urlopen(self._at("/batches")) as answer:
            told: dict[str, Any] = json.load(answer)
        return told

    def release(self) -> None:
        """Let all batches end, those to come too."""
        with urlopen(Request(self._at("/release?all=1"), method="POST")):
            pass

    def wait_for_batches(self, number: int) -> None:
        deadline = time.monotonic() + PATIENCE
        while len(self.told["ids"]) < number:
            assert time.monotonic() < deadline
            time.sleep(0.05)


@pytest.fixture
def serve() -> Iterator[Callable[..., Served]]:
    """`serve(**batching)`: a server that behaves as `benchmarks/batch_server.py` can."""
    with ExitStack() as stack:

        def start(**batching: object) -> Served:
            process = stack.enter_context(
                subprocess.Popen(
                    [
                        *(sys.executable, str(SERVER)),
                        *(
                            f"--{name.replace('_', '-')}={value}"
                            for name, value in batching.items()
                        ),
                    ],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            stack.callback(process.terminate)
            assert process.stdout is not None
            return Served(process.stdout.readline().strip())

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


def test_the_report_is_the_same_as_without_batches(
    ask: Ask, run: Run, serve: Callable[..., Served], pile: Path
) -> None:
    server = serve()
    plain = run(*command(server, pile, store="other.db"))
    expected = without_method()

    ran = ask(server)

    assert (plain.code, ran.code) == (0, 0), ran.err
    assert without_method() == expected
    assert server.told["sizes"] == [3, 1, 1]  # articles, the story of two origins, the overview


def test_a_second_run_sends_nothing(ask: Ask, serve: Callable[..., Served]) -> None:
    server = serve()
    ask(server)

    ran = ask(server)

    assert ran.code == 0
    assert report()["method"]["calls"] == 0
    assert len(server.told["ids"]) == 3


def test_what_failed_is_sent_again_in_the_next_batch(
    ask: Ask, serve: Callable[..., Served]
) -> None:
    server = serve(busy=2)

    ran = ask(server)

    assert ran.code == 0, ran.err
    assert server.told["sizes"] == [3, 2, 1, 1]
    assert server.told["paid_again"] == 0


def test_what_an_expired_batch_did_not_answer_is_sent_again(
    ask: Ask, serve: Callable[..., Served]
) -> None:
    server = serve(runs=1)

    ran = ask(server)

    assert ran.code == 0, ran.err
    assert server.told["states"][0] == "expired"
    assert server.told["sizes"] == [3, 2, 1, 1]
    assert server.told["paid_again"] == 0


def test_a_bad_reply_is_asked_for_once_more(ask: Ask, serve: Callable[..., Served]) -> None:
    server = serve(reply="null", bad_first=1)

    ran = ask(server)

    assert ran.code in {0, 3}
    assert server.told["sizes"][:2] == [3, 3]


def test_a_server_that_knows_no_schema_is_asked_otherwise(
    ask: Ask, serve: Callable[..., Served]
) -> None:
    server = serve(form="json_object")

    ran = ask(server)

    assert ran.code == 0, ran.err
    assert server.told["sizes"] == [3, 1, 2, 1, 1]  # one finds out, the others follow


def test_a_killed_run_goes_on_and_nothing_is_paid_again(
    ask: Ask, serve: Callable[..., Served], pile: Path
) -> None:
    server = serve(hold=True)
    process = started(server, pile)
    process.kill()
    process.communicate()
    later()
    server.release()

    ran = ask(server)

    assert ran.code == 0, ran.err
    assert "batch batch_1 is open: it is waited for, and nothing is sent again" in ran.err
    assert server.told["sizes"] == [3, 1, 1]
    assert server.told["paid_again"] == 0


def test_ctrl_c_leaves_the_batch_open_and_the_next_run_goes_on(
    ask: Ask, serve: Callable[..., Served], pile: Path
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
    assert server.told["sizes"] == [3, 1, 1]


def test_what_was_collected_meanwhile_is_used(
    ask: Ask, run: Run, serve: Callable[..., Served], pile: Path
) -> None:
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
    assert server.told["sizes"] == [3, 1, 1]


def test_a_batch_can_be_cancelled_and_the_next_run_sends_what_it_lacks(
    ask: Ask, run: Run, serve: Callable[..., Served], pile: Path
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
    assert server.told["sizes"] == [3, 2, 1, 1]


def test_the_list_has_state_and_cost(
    ask: Ask, run: Run, serve: Callable[..., Served], pile: Path
) -> None:
    assert "there is no store at" in run("batch", "list", "--store", "a.db").out
    server = serve()
    ask(server, "--price", "1000,2000")

    listed = run("batch", "list", "--store", "a.db").out.splitlines()

    assert len(listed) == 3
    assert listed[0].startswith("batch_1  completed  3/3 requests, ")
    assert f" USD, test-model at {server.base_url}" in listed[0]


def test_a_batch_costs_half(ask: Ask, run: Run, serve: Callable[..., Served], pile: Path) -> None:
    server = serve()
    run(*command(server, pile, "--price", "10,20", store="other.db"))
    full = report()["method"]["cost_usd"]

    ask(server, "--price", "10,20")

    assert report()["method"]["cost_usd"] == pytest.approx(full / 2)


def test_a_budget_is_kept_in_batches(ask: Ask, serve: Callable[..., Served]) -> None:
    ran = ask(serve(), "--budget", "0.005", "--price", "1,2")

    assert ran.code == 3
    assert 0 < report()["method"]["cost_usd"] <= 0.005


def test_a_dry_run_shows_the_price_and_the_time_of_batches(
    ask: Ask, run: Run, serve: Callable[..., Served], pile: Path
) -> None:
    server = serve()
    given = ("--price", "100,200", "--dry-run")
    full = run(*command(server, pile, *given)).out

    shown = ask(server, *given).out

    assert _usd(shown) == pytest.approx(_usd(full) / 2, abs=1e-4)
    assert "time       up to 24 hours for each step" in shown
    assert server.told["files"] == 0


def _usd(plan: str) -> float:
    [line] = [one for one in plan.splitlines() if one.startswith("cost")]
    return float(line.split("at most ")[1].split(" ")[0])


def test_a_server_without_a_batch_api_is_a_usage_error(
    ask: Ask, serve: Callable[..., Served]
) -> None:
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


def test_a_judge_alone_may_be_asked_in_batches(
    run: Run, pile: Path, serve: Callable[..., Served]
) -> None:
    ran = run(
        *("brief", str(pile), "--batch", "--judge", "test-model", "-o", "r.json"),
        *("--base-url", serve().base_url),
    )

    assert ran.code == 0, ran.err


@pytest.mark.parametrize("batch", ["batch_9", "batch_1"])
def test_a_batch_that_is_not_open_cannot_be_cancelled(
    ask: Ask, run: Run, serve: Callable[..., Served], batch: str
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


def test_a_batch_that_was_never_made_is_forgotten(
    ask: Ask, run: Run, serve: Callable[..., Served]
) -> None:
    ask(serve())
    with Store.open(Path("a.db")) as store:
        store.write("UPDATE batches SET batch = NULL, file = NULL, state = 'sending'")

    ran = run("batch", "collect", "--store", "a.db")

    assert ran.out.count("never made") == 3
    assert run("batch", "list", "--store", "a.db").out == "no batch was sent\n"
