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
OUTLETS = ("Harbor Gazette", "Vessen Courier", "Radio Tavrenia")
EVENTS = {
    "Karrow Dam bursts": (
        "The Karrow Dam burst on Monday night and flooded two towns in the Lind valley.",
        "Governor Hedda Marwick said rescuers in boats had saved 340 people from their roofs.",
        "After the Karrow Dam failed, the coastal highway was closed by water and mud.",
        "Engineers had warned of cracks in the Karrow Dam for years, Marwick admitted.",
        "Schools in Lindmere shelter families whom the flood below the dam drove out.",
        "The Karrow reservoir lost 60 million litres within an hour of the breach.",
        "Power was still out in the Lind valley and drinking water came by lorry from Wexmoor.",
        "An inquiry into the Karrow Dam and its owner is to begin on 16 March 2026 in the capital.",
        "Farmers below the Karrow Dam counted drowned cattle and asked for seed before the spring.",
        "The flood tore away a railway bridge near Lindmere, so trains end at Wexmoor.",
        "Marwick flew over the broken dam and promised every flooded household 5,000 crowns.",
        "Soldiers with pumps are clearing the cellars of the Lindmere hospital below the dam.",
    ),
    "Ostrel Bank fails": (
        "Ostrel Bank stopped all payments on Monday after savers withdrew 2.5 billion crowns.",
        "The finance ministry named an administrator, Ivo Renn, for the insolvent Ostrel Bank.",
        "Shares of rival lenders fell by 9 percent when Ostrel Bank shut its branches.",
        "Deposits at Ostrel Bank of up to 100,000 crowns are insured, the ministry said.",
        "Renn said bad property loans had ruined the lender's balance sheet.",
        "Queues formed outside the Ostrel branches before counters were locked.",
        "Prosecutors searched the head office of Ostrel Bank and carried out boxes of loan files.",
        "The central bank promised credit to every lender that Ostrel Bank owes money to this week.",
        "Small firms with accounts at Ostrel Bank said that wages for April could not be paid.",
        "A buyer for the healthy branches of Ostrel Bank could be named within weeks.",
        "Savers will get their insured money from Ostrel Bank through other lenders, Renn said.",
        "Police guard the vaults of Ostrel Bank while the administrator counts what is left.",
    ),
    "Ferry Tamsin sinks": (
        "The ferry Tamsin sank in the Halden strait on Monday with 212 passengers aboard.",
        "Coast guard captain Sela Oduya said fishing vessels picked up 198 survivors.",
        "Divers found the Tamsin lying on her side at a depth of 48 metres.",
        "The bow door of the ferry had been repaired in January, its owner said.",
        "Relatives of the missing passengers waited at the terminal in Port Halden.",
        "Oduya ordered a search of the strait by two helicopters.",
        "A cook from the ferry Tamsin said water came over the car deck within four minutes.",
        "The transport ministry grounded both sister ships of the Tamsin until their doors are tested.",
        "Fog and a strong current in the Halden strait had delayed the divers until noon.",
        "Passengers of the Tamsin told of children who were handed from raft to raft.",
        "Oduya will report on the sinking of the Tamsin to parliament on 20 March 2026.",
        "An oil slick from the ferry Tamsin drifts towards the beaches of Port Halden.",
    ),
    "Miners strike at Brenn": (
        "Miners at the Brenn copper pit walked out on Monday and demanded 12 percent more pay.",
        "Union leader Tomas Gale said 3,100 workers had joined the strike at Brenn.",
        "The owner of the copper pit offered 4 percent and called the walkout unlawful.",
        "Copper prices rose to a record as smelters ran short of Brenn ore.",
        "Gale refused a mediator whom the labour court had proposed.",
        "Night shifts at the pit were cancelled until further notice.",
        "Shopkeepers near the Brenn pit gave bread to miners who stood at the gate all night.",
        "The government said that it would not send soldiers to the copper pit at Brenn.",
        "Miners at two other pits of the owner vote on joining the Brenn strike next week.",
        "The Brenn strike is the first at a copper pit in the region for eleven years.",
        "Without pay, miners at Brenn live from a union fund that lasts for six weeks.",
        "The owner says that each day of the Brenn strike costs it 2 million crowns.",
    ),
}


@dataclass
class Drill:
    """What became of one drill: calls counted by prompt, and its faults."""

    kind: str
    recorded: int = 0
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


def write_pile(folder: Path) -> None:
    """Twelve articles: four events, each told by three outlets from other sentences."""
    folder.mkdir()
    for title, told in EVENTS.items():
        for place, outlet in enumerate(OUTLETS):
            text = " ".join(told[place :: len(OUTLETS)])
            head = f"---\noutlet: {outlet}\ndate: 2026-03-1{place}\n---\n"
            path = folder / f"{title.split()[0]}-{place}.md"
            path.write_text(f"{head}\n# {title}: {outlet}\n\n{text}\n", encoding="utf-8")


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


async def killed(process: Any, server: ModelServer, random: Random, calls: int) -> int:
    """Kill a run at a random point of its asking; how many requests had arrived in all."""
    asked, later = random.randint(1, calls), random.uniform(0, 1.5 * SECONDS)
    while server.stats.requests < asked and process.returncode is None:
        await asyncio.sleep(0.002)
    await asyncio.sleep(later)
    if process.returncode is None:
        process.send_signal(signal.SIGKILL)
    await process.communicate()
    while server.stats.in_flight:  # until the server has seen it too
        await asyncio.sleep(0.01)
    return len(server.stats.bodies)


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
        arrived = await killed(first, server, random, place.calls)
        recorded = on_disk(store, age_leases=True)
        out.unlink(missing_ok=True)
        await ended(await start(place, store, server, out), drill)
        hashes = asked(server.stats.bodies)
    before, after = hashes[:arrived], hashes[arrived:]
    drill.recorded = len(recorded)
    drill.in_flight = len(set(before) - recorded)
    drill.again = len(hashes) - len(set(hashes))
    drill.again_though_recorded = len(recorded & set(after))
    judge(drill, hashes, place)
    check_report(out, place, drill)
    return drill


async def two_at_once(place: Place, seed: int, *, kill: bool) -> Drill:
    """Two runs on one store, of which the first may be killed."""
    drill = Drill("two at once, one killed" if kill else "two at once")
    store, random = place.folder / f"{seed}.db", Random(seed)
    outs = [place.folder / f"{seed}-{n}.json" for n in (1, 2)]
    async with ModelServer(Behaviour(seconds=SECONDS), keep=True) as server:
        first, second = [await start(place, store, server, out) for out in outs]
        recorded, arrived = set[str](), 0
        if kill:
            asked_for, later = random.randint(1, place.calls), random.uniform(0, 1.5 * SECONDS)
            while server.stats.requests < asked_for and first.returncode is None:
                await asyncio.sleep(0.002)
            await asyncio.sleep(later)
            recorded = on_disk(store, age_leases=False)
            arrived = len(server.stats.bodies)
            if first.returncode is None:
                first.send_signal(signal.SIGKILL)
            await first.communicate()
        else:
            await ended(first, drill)
        await ended(second, drill)
        hashes = asked(server.stats.bodies)
    drill.recorded = len(recorded)
    drill.in_flight = len(set(hashes[:arrived]) - recorded)
    drill.again = len(hashes) - len(set(hashes))
    drill.again_though_recorded = len(recorded & set(hashes[arrived:]))
    judge(drill, hashes, place, most=CONCURRENCY if kill else 0)
    for out in outs[kill:]:
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

    async def pair(seed: int, *, kill: bool) -> Drill:
        async with waiting if kill else gate:
            return await two_at_once(place, seed, kill=kill)

    found = list(await asyncio.gather(*map(once, range(drills))))
    pairs = [pair(drills + n, kill=n % 2 == 1) for n in range(2 * PAIRS)]
    return found + list(await asyncio.gather(*pairs))


def table(drills: list[Drill]) -> None:
    """A line for each kind of drill, and one for each fault."""
    print(
        "drills | kind | recorded at the kill | in flight | paid again | though recorded | faults"
    )
    for kind, count in Counter(drill.kind for drill in drills).items():
        of = [drill for drill in drills if drill.kind == kind]
        most = max(drill.again for drill in of)
        recorded = [drill.recorded for drill in of]
        print(
            f"{count} | {kind} | {min(recorded)}-{max(recorded)} | "
            f"{sum(drill.in_flight for drill in of)} (most {max(d.in_flight for d in of)}) | "
            f"{sum(drill.again for drill in of)} (most {most}) | "
            f"{sum(drill.again_though_recorded for drill in of)} | "
            f"{sum(len(drill.faults) for drill in of)}"
        )
    for number, drill in enumerate(drills):
        for fault in drill.faults:
            print(f"drill {number}, {drill.kind}: {fault}")


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
