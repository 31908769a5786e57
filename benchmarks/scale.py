"""Past one process: articles a second on Ray, the limits kept by all workers, workers killed.

    python benchmarks/scale.py [--articles 2000] [--local 1000 10000] [--only PART ...]

Articles are made (`grouping_scale.py`); where a model is asked, each is a story of its own.
`asking`: throughput against what the allowed concurrency can give, on a loopback server that takes
0.3 s a call. `rate`: how far the requests a minute of all workers pass their limit. `kills`:
SIGKILL to a worker at random moments; the headlines and claims are compared with those of a run in
one process, and what was paid again is counted. `local`: the built-in writer in one process, with
the seconds of its stages.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

from measure import ROOT, environment, machine, measure, serving

HERE = Path(__file__).resolve().parent
SERVICE = 0.3  # seconds of a call
KILLS = 3
PER_MINUTE = 1_200


@dataclass(frozen=True)
class Ran:
    """One run: its seconds, its report, and what the server saw of it."""

    wall: float
    report: Mapping[str, Any]
    seen: Mapping[str, Any]

    @property
    def asking(self) -> float:
        """Seconds from the first request to the last answer."""
        return float(self.seen["last_end"] - self.seen["first_start"])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parts = {"asking": asking, "rate": rate, "kills": kills, "local": local}
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--concurrency", type=int, default=16)
    parser.add_argument("--local", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--only", nargs="+", choices=parts, default=list(parts))
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    said = parser.parse_args()
    if said.size:
        stages(said.size)
        return
    print(f"{machine()}\n")
    for name in said.only:
        parts[name](said)


def pile(size: int, path: Path) -> Path:
    """So many articles of a week of invented news in a file."""
    from grouping_scale import pile as made

    with path.open("w", encoding="utf-8") as file:
        for one in made(size):
            line = {"title": one.title, "outlet": one.outlet, "date": str(one.published)}
            file.write(json.dumps(line | {"text": one.text}, ensure_ascii=False) + "\n")
    return path


def stats(base_url: str) -> dict[str, Any]:
    """What the server saw."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(f"{base_url.removesuffix('/v1')}/stats", timeout=10) as answer:
        seen: dict[str, Any] = json.load(answer)
    return seen


def run(size: int, *options: str, kills_after: tuple[int, ...] = ()) -> Ran:
    """`summarize daily` on so many articles; a worker is killed after so many requests, each."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serving("model_server.py", f"--seconds={SERVICE}") as base_url,
    ):
        out = Path(folder, "report.json")
        command = [
            sys.executable, "-m", "summarize", "daily", str(pile(size, Path(folder, "pile.jsonl"))),
            "--group", "each", "--no-history", "-q", "-o", str(out), "-m", "test-model",
            "--base-url", base_url, "--context", "8192", "--store", str(Path(folder, "a.db")),
            *options,
        ]  # fmt: skip
        started = time.perf_counter()
        with subprocess.Popen(command, cwd=ROOT, env=environment()) as process:
            for after in kills_after:
                while process.poll() is None and stats(base_url)["requests"] < after:
                    time.sleep(0.05)
                _kill_a_worker_of(process.pid)
            process.wait()
        wall = time.perf_counter() - started
        return Ran(wall, json.loads(out.read_text(encoding="utf-8")), stats(base_url))


def _kill_a_worker_of(pid: int) -> None:
    """SIGKILL to one of the workers that descend from a process."""
    parents, workers = {}, []
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            status = (entry / "stat").read_text(encoding="utf-8", errors="replace")
            parents[int(entry.name)] = int(status.rpartition(")")[2].split()[1])
            if (entry / "cmdline").read_bytes().startswith(b"ray::Worker"):
                workers.append(int(entry.name))

    def descends(one: int) -> bool:
        while one in parents and one != pid:
            one = parents[one]
        return one == pid

    found = [one for one in workers if descends(one)]
    if not found:
        raise SystemExit("there was no worker to kill")
    os.kill(random.choice(found), signal.SIGKILL)


def asking(said: argparse.Namespace) -> None:
    """Throughput on Ray against the ideal."""
    print(f"{said.articles} articles, {SERVICE} s a call, concurrency {said.concurrency}\n")
    print(
        "| engine | calls | in flight | wall s | asking s | ideal s | of ideal |\n|---|"
        + "---|" * 6
    )
    for engine, options in {"one process": [], "Ray": ["--on", "ray"]}.items():
        ran = run(said.articles, "--concurrency", str(said.concurrency), *options)
        ideal = ceil(ran.seen["requests"] / said.concurrency) * SERVICE
        print(
            f"| {engine} | {ran.seen['requests']} | {ran.seen['most_in_flight']} | {ran.wall:.1f} "
            f"| {ran.asking:.1f} | {ideal:.1f} | {ideal / ran.asking:.0%} |",
            flush=True,
        )


def rate(said: argparse.Namespace) -> None:
    """How far all workers together pass a limit of requests a minute."""
    size = min(said.articles, PER_MINUTE // 2)
    ran = run(size, "--requests-per-minute", str(PER_MINUTE), "--concurrency", "64", "--on", "ray")
    made = (ran.seen["requests"] - 1) / (ran.asking - SERVICE) * 60
    print(
        f"\nallowed {PER_MINUTE} requests a minute, made {made:.1f} ({made / PER_MINUTE - 1:+.2%})"
    )


def kills(said: argparse.Namespace) -> None:
    """Workers killed at random moments."""
    size = min(said.articles, 400)
    concurrency = ("--concurrency", str(said.concurrency))
    whole = run(size, *concurrency)
    for seed in range(KILLS):
        after = random.Random(seed).randrange(size // 10, size)
        ran = run(size, *concurrency, "--on", "ray", kills_after=(after,))
        same = _claims(ran.report) == _claims(whole.report)
        print(
            f"killed after {after} of {size} requests: {'the same' if same else 'OTHER'} stories, "
            f"{ran.seen['paid_again']} calls paid again of {said.concurrency} allowed in flight",
            flush=True,
        )


def _claims(report: Mapping[str, Any]) -> list[Any]:
    return [
        [one["headline"], [claim["text"] for claim in one["claims"]]] for one in report["stories"]
    ]


def local(said: argparse.Namespace) -> None:
    """The built-in writer in one process."""
    print(
        "\n| articles | wall s | articles/s | MB | group s | tell s | rest s |\n|---|" + "---|" * 6
    )
    for size in said.local:
        command = [sys.executable, str(Path(__file__)), "--size", str(size)]
        with tempfile.TemporaryDirectory() as folder:
            os.environ["SCALE_OUT"] = str(Path(folder, "stages.json"))
            used = measure(command)
            took = json.loads(Path(os.environ["SCALE_OUT"]).read_text(encoding="utf-8"))
        print(
            f"| {size} | {used.wall:.1f} | {size / sum(took):.0f} | {used.memory:.0f} | "
            + " | ".join(f"{seconds:.1f}" for seconds in took)
            + " |",
            flush=True,
        )


def stages(size: int) -> None:
    """Run the pipeline on so many articles; writes the seconds of grouping, telling, the rest."""
    from datetime import UTC, datetime

    from summarize.local.writer import Local
    from summarize.pipeline import Options
    from summarize.pipeline import run as run_pipeline
    from summarize.read import read

    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder:
        articles = read([str(pile(size, Path(folder, "pile.jsonl")))], now=now).articles
    ticks = [time.perf_counter()]

    def tick(_stage: str, _done: int, _of: int) -> None:
        ticks.append(time.perf_counter())

    options = Options("daily", now)
    asyncio.run(run_pipeline(articles, [], Local(120), options, tick))
    took = ticks[1] - ticks[0], ticks[-1] - ticks[1], time.perf_counter() - ticks[-1]
    Path(os.environ["SCALE_OUT"]).write_text(json.dumps(took), encoding="utf-8")


if __name__ == "__main__":
    main()
