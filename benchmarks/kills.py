"""Runs that are killed and run again: nothing that is on disk is paid twice, and the end is equal.

    python benchmarks/kills.py [DRILLS]

Each drill starts `summarize daily` on a small pile, kills it (SIGKILL) at a random point of its
asking, and runs it again to the end. What the killed run still held of leases is aged by their 20
seconds, so that the second run need not wait for them. Then pairs of runs share one store, and of
some pairs one is killed: there the leases are waited for. Prints a table and exits 1 on a fault.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from bad_replies import write_pile
from measure import machine
from model_server import Behaviour, ModelServer

from summarize.models.request import Message, Request, Shape
from summarize.models.shapes import ArticleReply, OverviewReply, StoryReply

DRILLS = 100
PAIRS = 4  # of runs on one store, and as many of which one is killed
AT_ONCE = 2
CONCURRENCY = 4
SECONDS = 0.1  # of service
WITHIN = 120.0  # seconds that a run may take
SHAPES: dict[str, type[Shape]] = {
    "article": ArticleReply,
    "story": StoryReply,
    "overview": OverviewReply,
}


@dataclass
class Drill:
    """What became of one drill: calls counted by prompt, and its faults.

    At the kill, `unwritten` calls were answered and not yet on disk, and `in_flight` not answered.
    """

    kind: str
    recorded: int = 0
    unwritten: int = 0
    in_flight: int = 0
    again: int = 0
    again_though_recorded: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass
class Place:
    """Where drills are run: the pile, the report of an undisturbed run, and its calls."""

    folder: Path
    pile: Path
    report: Any = None
    calls: int = 0


async def start(place: Place, store: Path, server: ModelServer, out: Path) -> Any:
    """A run of the command line, in a session of its own settings."""
    command = [sys.executable, "-m", "summarize", "daily", str(place.pile), "-m", "test-model"]
    command += ["--base-url", server.base_url, "--context", "8192", "--store", str(store)]
    command += ["--concurrency", str(CONCURRENCY), "-q", "-o", str(out)]
    here = {"HOME": str(place.folder), "XDG_CONFIG_HOME": str(place.folder)}
    return await asyncio.create_subprocess_exec(
        *command,
        cwd=place.folder,
        env={**os.environ, **here, "SUMMARIZE_OFFLINE": "1"},
        stderr=asyncio.subprocess.PIPE,
    )


async def ended(process: Any, drill: Drill) -> None:
    """Wait for a run to end well."""
    try:
        _, err = await asyncio.wait_for(process.communicate(), WITHIN)
    except TimeoutError:
        process.kill()
        await process.wait()
        drill.faults.append("a run did not end")
        return
    if process.returncode or b"Traceback" in err:
        drill.faults.append(f"a run ended with {process.returncode}: {err.decode()[-200:]!r}")


async def random_moment(run: Any, server: ModelServer, random: Random, calls: int) -> None:
    """Wait until somewhere in the asking of a run."""
    asked, later = random.randint(1, calls), random.uniform(0, 1.5 * SECONDS)
    while server.stats.requests < asked and run.returncode is None:
        await asyncio.sleep(0.002)
    await asyncio.sleep(later)


async def kill(run: Any) -> None:
    """End a run as a power cut does."""
    if run.returncode is None:
        run.send_signal(signal.SIGKILL)
    await run.communicate()


def asked(bodies: list[dict[str, Any]]) -> list[str]:
    """The hash of each request that arrived, as the store has it."""
    hashes = []
    for body in bodies:
        name = body["response_format"]["json_schema"]["name"]
        messages = tuple(Message(one["role"], one["content"]) for one in body["messages"])
        hashes.append(Request(name, messages, SHAPES[name], label="").hash)
    return hashes


def on_disk(store: Path, *, age_leases: bool) -> set[str]:
    """The requests whose answers are in the store; `age_leases` lets the leases run out."""
    if not store.exists():
        return set()
    with closing(sqlite3.connect(store, timeout=30)) as connection, connection:
        if age_leases:
            connection.execute("UPDATE leases SET expires = 0")
        return {row[0] for row in connection.execute("SELECT request FROM answers")}


def same(path: Path) -> Any:
    """A report without what tells of its making."""
    report = json.loads(path.read_text(encoding="utf-8"))
    del report["method"]
    for article in report["articles"]:
        del article["retrieved"]
    return report


def check_report(path: Path, place: Place, drill: Drill) -> None:
    """Hold a report against that of the undisturbed run."""
    if not path.exists():
        drill.faults.append("no report was written")
    elif same(path) != place.report:
        drill.faults.append("the report differs from that of an undisturbed run")


async def undisturbed(place: Place) -> None:
    """The run that the others are held against."""
    drill, out = Drill("undisturbed"), place.folder / "undisturbed.json"
    async with ModelServer(Behaviour(seconds=SECONDS), keep=True) as server:
        await ended(await start(place, place.folder / "undisturbed.db", server, out), drill)
        if drill.faults:
            raise SystemExit(f"the undisturbed run failed: {drill.faults[0]}")
        place.report, place.calls = same(out), server.stats.requests


async def kill_and_run_again(place: Place, seed: int) -> Drill:
    """One run that is killed, and the one after it."""
    drill, random = Drill("killed, run again"), Random(seed)
    store, out = place.folder / f"{seed}.db", place.folder / f"{seed}.json"
    async with ModelServer(Behaviour(seconds=SECONDS), keep=True) as server:
        first = await start(place, store, server, out)
        await random_moment(first, server, random, place.calls)
        await kill(first)
        while server.stats.in_flight:  # until the server has seen it too
            await asyncio.sleep(0.01)
        arrived, answered = len(server.stats.bodies), server.stats.statuses[200]
        recorded = on_disk(store, age_leases=True)
        out.unlink(missing_ok=True)
        await ended(await start(place, store, server, out), drill)
        hashes = asked(server.stats.bodies)
    drill.recorded = len(recorded)
    drill.unwritten, drill.in_flight = answered - len(recorded), arrived - answered
    drill.again = len(hashes) - len(set(hashes))
    drill.again_though_recorded = len(recorded & set(hashes[arrived:]))
    judge(drill, hashes, place)
    check_report(out, place, drill)
    return drill


async def two_at_once(place: Place, seed: int, *, one_dies: bool) -> Drill:
    """Two runs on one store, of which the first may be killed."""
    drill = Drill("two at once, one killed" if one_dies else "two at once")
    store, random = place.folder / f"{seed}.db", Random(seed)
    outs = [place.folder / f"{seed}-{n}.json" for n in (1, 2)]
    async with ModelServer(Behaviour(seconds=SECONDS), keep=True) as server:
        first, second = [await start(place, store, server, out) for out in outs]
        recorded, arrived, answered = set[str](), 0, 0
        if one_dies:
            await random_moment(first, server, random, place.calls)
            recorded = on_disk(store, age_leases=False)
            arrived, answered = len(server.stats.bodies), server.stats.statuses[200]
            await kill(first)
        else:
            await ended(first, drill)
        await ended(second, drill)
        hashes = asked(server.stats.bodies)
    drill.recorded = len(recorded)
    drill.unwritten, drill.in_flight = answered - len(recorded), arrived - answered
    drill.again = len(hashes) - len(set(hashes))
    drill.again_though_recorded = len(recorded & set(hashes[arrived:]))
    judge(drill, hashes, place, most=CONCURRENCY if one_dies else 0)
    for out in outs[one_dies:]:
        check_report(out, place, drill)
    return drill


def judge(drill: Drill, hashes: list[str], place: Place, most: int = CONCURRENCY) -> None:
    """Note what must not be."""
    if drill.again_though_recorded:
        drill.faults.append(f"{drill.again_though_recorded} paid again though recorded")
    if drill.again > most:
        drill.faults.append(f"{drill.again} paid again, at most {most} may be")
    if len(set(hashes)) != place.calls:
        drill.faults.append(f"{len(set(hashes))} prompts, the undisturbed run has {place.calls}")


async def all_drills(place: Place, drills: int) -> list[Drill]:
    """All of them, a few at once."""
    gate = asyncio.Semaphore(AT_ONCE)
    waiting = asyncio.Semaphore(PAIRS)  # these wait for leases most of their time

    async def once(seed: int) -> Drill:
        async with gate:
            return await kill_and_run_again(place, seed)

    async def pair(seed: int, *, one_dies: bool) -> Drill:
        async with waiting if one_dies else gate:
            return await two_at_once(place, seed, one_dies=one_dies)

    pairs = [pair(drills + n, one_dies=n % 2 == 1) for n in range(2 * PAIRS)]
    return list(await asyncio.gather(*map(once, range(drills)), *pairs))


def table(drills: list[Drill]) -> None:
    """A line for each kind of drill, and one for each fault."""
    print(
        "drills | kind | on disk at the kill | answered, not yet on disk | in flight | "
        "paid again | of these on disk | faults"
    )
    for kind, count in Counter(drill.kind for drill in drills).items():
        of = [drill for drill in drills if drill.kind == kind]
        recorded = [drill.recorded for drill in of]
        columns = (
            f"{min(recorded)}-{max(recorded)}",
            _sum([drill.unwritten for drill in of]),
            _sum([drill.in_flight for drill in of]),
            _sum([drill.again for drill in of]),
            _sum([drill.again_though_recorded for drill in of]),
        )
        faults = sum(len(drill.faults) for drill in of)
        print(" | ".join(map(str, (count, kind, *columns, faults))))
    for number, drill in enumerate(drills):
        for fault in drill.faults:
            print(f"drill {number}, {drill.kind}: {fault}")


def _sum(counts: list[int]) -> str:
    return f"{sum(counts)} (most {max(counts)})"


def main(drills: int) -> int:
    """All drills; 1 if there is a fault."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kills-") as name:
        place = Place(Path(name), Path(name) / "pile")
        write_pile(place.pile)
        asyncio.run(undisturbed(place))
        print(machine())
        stories, articles = len(place.report["stories"]), len(place.report["articles"])
        print(f"{articles} articles, {stories} stories, {place.calls} calls")
        found = asyncio.run(all_drills(place, drills))
    table(found)
    print(f"{time.monotonic() - started:.0f} s")
    return 1 if any(drill.faults for drill in found) else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else DRILLS))
