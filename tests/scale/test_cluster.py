"""The same report on Ray as in one process: one local cluster for all tests of this module."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest

from summarize.checked import Rules
from summarize.cli import main
from summarize.engine import Step, Work
from summarize.errors import StoreError, SummarizeError, UsageError
from summarize.local.writer import Local
from summarize.scale.place import Where
from summarize.told import tell
from summarize.writer import BriefWriter
from tests.builders import article, story
from tests.conftest import Serve, Served

ray = pytest.importorskip("ray", reason="the extra summarize-news[ray] is not installed")

from summarize.scale.cluster import Cluster, Team  # noqa: E402 - they need Ray
from summarize.scale.connect import cluster  # noqa: E402

pytestmark = [pytest.mark.enable_socket, pytest.mark.filterwarnings("ignore")]

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DAY = EXAMPLES / "day-1"
KILLED_WITHIN = 60.0  # seconds
Make = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module", autouse=True)
def _cluster() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
        ray.init(
            "local", num_cpus=2, object_store_memory=100 * 2**20, include_dashboard=False,
            log_to_driver=False, logging_level="ERROR", _node_ip_address="127.0.0.1",
        )  # fmt: skip
        yield
        ray.shutdown()


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """`make(*options)`: the report, but for the times of it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("OPENAI_API_KEY", "none")

    def made(*options: str | Path) -> dict[str, Any]:
        out = tmp_path / "report.json"
        main(["daily", *map(str, options), "--no-history", "-q", "-o", str(out)])
        report: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        out.unlink()
        del report["method"]["seconds"]
        for one in report["articles"]:
            del one["retrieved"]
        return report

    return made


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A pile in two languages: what is French may tell a story that is told in English."""
    english = (
        "The Ostrel bridge closed on 9 March 2026 after engineers found {n} cracks in its deck, "
        "the harbour board said. Some 4,200 commuters take the ferry until repairs end in June. "
        "Mira Toland of the board said the work would cost 18 million crowns."
    )
    french = (
        "Le pont Ostrel a été fermé le 9 mars 2026 après la découverte de {n} fissures, a dit "
        "Mira Toland. Quelque 4 200 usagers prennent le bac jusqu'à la fin des travaux en juin. "
        "La réparation du tablier coûtera 18 millions de couronnes, selon la direction du port."
    )
    lines = [
        {"title": "Ostrel bridge closed", "outlet": "Coast Wire", "text": english.format(n=31)},
        {"title": "Cracks close bridge", "outlet": "Harbor Post", "text": english.format(n=34)},
        {"title": "Le pont Ostrel fermé", "outlet": "Le Phare", "text": french.format(n=31)},
        {"title": "Grain", "outlet": "Coast Wire", "text": "Grain prices fell 3 percent in Varrow "
         "on Tuesday, the exchange said. Farmers there expect 40,000 tonnes of barley."},
    ]  # fmt: skip
    pile = tmp_path / "mixed.jsonl"
    dated = (json.dumps({"date": "2026-03-10", **line}) for line in lines)
    pile.write_text("\n".join(dated), encoding="utf-8")
    return pile


def test_the_built_in_writer_gives_the_same_report(make: Make) -> None:
    assert make(DAY, "--on", "ray") == make(DAY)


def test_a_script_gives_the_same_report_with_the_same_account(make: Make) -> None:
    scripted = ("-m", f"scripted:{EXAMPLES / 'replies' / 'day-1.jsonl'}", "--store", "none")

    assert make(DAY, *scripted, "--on", "ray") == make(DAY, *scripted)


def _asking(server: Served, *more: str) -> tuple[str, ...]:
    return ("-m", "test-model", "--base-url", server.base_url, "--price", "1,2",
            "--context", "8192", *more)  # fmt: skip


def test_stories_joined_after_their_briefs_are_the_same_and_all_workers_keep_the_limit(
    make: Make, serve: Serve, mixed: Path
) -> None:
    server = serve(seconds=0.05)
    asking = _asking(server, "--store", "none", "--concurrency", "2")

    here = make(mixed, *asking)
    before = server.stats["prompts"]
    there = make(mixed, *asking, "--on", "ray")

    assert there == here
    assert sorted(server.stats["prompts"][len(before) :]) == sorted(before)
    assert server.stats["most_in_flight"] == 2


def test_a_killed_worker_costs_at_most_what_was_in_flight(
    make: Make, serve: Serve, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server = serve(seconds=0.2)
    here = make(DAY, *_asking(server, "--store", "none"))
    before = server.stats["prompts"]
    killed_after = len(before) + Random(10).randint(6, 16)
    killer = threading.Thread(target=_kill_one, args=(server, killed_after))
    killer.start()

    asking = _asking(server, "--store", str(tmp_path / "answers.db"), "--concurrency", "4")
    there = make(DAY, *asking, "--on", "ray")
    killer.join()

    for report in (here, there):  # an answer that nobody took may be on disk, or be asked anew
        for used in ("calls", "reused", "tokens", "cost_usd"):
            del report["method"][used]
    assert there == here
    asked = server.stats["prompts"][len(before) :]
    assert not capsys.readouterr().out
    assert set(asked) == set(before)
    assert len(asked) - len(set(asked)) <= 4


async def _each(step: Step[Any], works: Sequence[Work]) -> list[Any]:
    with cluster(Where(), Team(0, 120)) as engine:
        return await engine.each(step, works, Local(120), Rules(), lambda _done, _of: None)


async def test_stories_that_end_their_workers_end_the_run() -> None:
    async def deadly(_work: Work, _writer: BriefWriter, _rules: Rules) -> None:
        os._exit(1)

    with pytest.raises(SummarizeError, match="3 workers died while they told A title"):
        await _each(deadly, [Work(story(article("Grain fell.")))])


async def test_what_a_worker_raises_is_raised_here() -> None:
    async def failing(_work: Work, _writer: BriefWriter, _rules: Rules) -> None:
        raise StoreError("the store is full", hint="make room")

    with pytest.raises(StoreError, match="the store is full; make room"):
        await _each(failing, [Work(story(article("Grain fell.")))])


async def test_nothing_to_tell_needs_no_worker() -> None:
    assert await _each(tell, []) == []


def test_a_file_is_no_store_for_a_cluster_elsewhere(tmp_path: Path) -> None:
    team = Team(0, 120, store=tmp_path / "answers.db")

    with (
        pytest.raises(UsageError, match="give --store postgresql://"),
        cluster(Where("ray://head.example:10001"), team),
    ):
        raise AssertionError


def test_a_server_is_a_store_for_a_cluster_elsewhere() -> None:
    team = Team(0, 120, store="postgresql://db/news")
    with cluster(Where("ray://head.example:10001"), team) as engine:
        assert isinstance(engine, Cluster)


def _kill_one(server: Served, after: int) -> None:
    """SIGKILL to a worker once so many requests have come in."""
    until = time.monotonic() + KILLED_WITHIN
    while server.calls < after and time.monotonic() < until:
        time.sleep(0.02)
    named = ray.util.list_named_actors(all_namespaces=True)
    worker = next(one for one in named if one["name"].startswith("worker"))
    actor = ray.get_actor(worker["name"], worker["namespace"])
    os.kill(ray.get(actor.__ray_call__.remote(lambda _self: os.getpid())), signal.SIGKILL)
