"""Every bad reply and fault of the test server, at first and always: what becomes of the report?

    python benchmarks/bad_replies.py

Each case is `summarize daily` on three articles of one event (five calls). No case may end in a
traceback. A report is complete (exit 0) only where the model wrote all of it; else the exit code
is 3 and `missing` names what another wrote. What is bad at first only must end complete, but for
errors that end the asking. Prints a table and exits 1 on a fault.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measure import machine
from model_server import Behaviour, ModelServer

AT_ONCE = 3
WITHIN = 150.0  # seconds that a run may take
REPLIES = (
    *("length", "thought only", "filter", "refusal", "null", "empty", "fenced", "think"),
    *("prose around", "wrong shape", "broken", "prose", "string cites", "french", "huge"),
    *("brackets", "no usage", "no choices", "not json", "error inside"),
)
PASSING = (408, 409, 429, 500, 502, 503)
HOPELESS = (401, 402, 403, 404, "insufficient_quota")
REFUSALS = (400, 422)
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
        "The central bank promised credit to every lender that Ostrel Bank owes money to.",
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
        "The transport ministry grounded both sister ships of the Tamsin until they are tested.",
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


@dataclass(frozen=True)
class Case:
    """One behaviour of the server; `ends` is the exit code that it must have, None for 0 or 3."""

    name: str
    does: Behaviour
    ends: int | None = None


@dataclass(frozen=True)
class Ended:
    """How a run ended: its exit code, what it said, and the parts of its report by writer."""

    code: int | None
    said: str
    parts: Counter[str]
    missing: int
    calls: int
    seconds: float


def cases() -> list[Case]:
    """All of them."""
    made = []
    for reply in REPLIES:
        made.append(Case(f"{reply}, at first", Behaviour(reply=reply, bad_first=1), 0))
        made.append(Case(f"{reply}, always", Behaviour(reply=reply)))
    for status in (*PASSING, *REFUSALS, *HOPELESS):
        ends = None if status in REFUSALS else 3 if status in HOPELESS else 0
        made.append(Case(f"{status}, at first", Behaviour(status=status, bad_first=1), ends))
        if status != 429:  # who is told to wait for ever waits
            made.append(Case(f"{status}, always", Behaviour(status=status), 3))
    return made + _others()


def _others() -> list[Case]:
    return [
        Case("a third are 500s", Behaviour(errors=0.33)),
        Case("a third break off", Behaviour(resets=0.33)),
        Case("all break off", Behaviour(resets=1.0), 3),
        Case("longer prompts are refused", Behaviour(context=1_050)),
        Case("all prompts are refused", Behaviour(context=100), 3),
        Case("all prompts are cut", Behaviour(context=300, over="cut"), 3),
        Case("json_object only", Behaviour(form="json_object"), 0),
        Case("json_object only, else 500", Behaviour(form="json_object", form_status=500), 0),
        Case("no response_format", Behaviour(form="words"), 0),
        Case("no response_format, else 500", Behaviour(form="words", form_status=500), 0),
        Case("response_format is ignored", Behaviour(form="ignores"), 0),
        Case("max_tokens only", Behaviour(takes="max_tokens"), 0),
        Case("max_completion_tokens only", Behaviour(takes="max_completion_tokens"), 0),
        Case("no temperature", Behaviour(refuses=("temperature",)), 0),
        Case("no response_format by name", Behaviour(refuses=("response_format",)), 0),
    ]


def write_pile(folder: Path, events: Mapping[str, Sequence[str]] = EVENTS) -> None:
    """Each event told by three outlets from other sentences."""
    folder.mkdir()
    for title, told in events.items():
        for place, outlet in enumerate(OUTLETS):
            text = " ".join(told[place :: len(OUTLETS)])
            head = f"---\noutlet: {outlet}\ndate: 2026-03-1{place}\n---\n"
            path = folder / f"{title.split()[0]}-{place}.md"
            path.write_text(f"{head}\n# {title}: {outlet}\n\n{text}\n", encoding="utf-8")


async def run(case: Case, pile: Path, folder: Path) -> Ended:
    """One run of the command line against a server of its own."""
    folder.mkdir()
    out = folder / "r.json"
    started = time.monotonic()
    async with ModelServer(case.does) as server:
        command = [sys.executable, "-m", "summarize", "daily", str(pile), "-m", "test-model"]
        command += ["--base-url", server.base_url, "--context", "8192", "--store"]
        process = await asyncio.create_subprocess_exec(
            *command,
            *(str(folder / "answers.db"), "-o", str(out)),
            cwd=folder,
            env={**os.environ, "XDG_CONFIG_HOME": str(folder), "SUMMARIZE_OFFLINE": "1"},
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            _, err = await asyncio.wait_for(process.communicate(), WITHIN)
        except TimeoutError:
            process.kill()
            await process.wait()
            return Ended(None, "", Counter(), 0, server.stats.requests, WITHIN)
        calls = server.stats.requests
    report = json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}
    seconds = time.monotonic() - started
    missing = len(report.get("missing", ()))
    return Ended(process.returncode, err.decode(), _parts(report), missing, calls, seconds)


def _parts(report: dict[str, Any]) -> Counter[str]:
    """Briefs, and stories that are told by several articles, by who wrote them."""
    several = [one for one in report.get("stories", ()) if len(one["articles"]) > 1]
    kinds = Counter(one["writer"]["kind"] for one in (*report.get("briefs", ()), *several))
    kinds["in part"] = sum(
        one["writer"]["kind"] == "model" and one["writer"]["why"] is not None
        for one in (*report.get("briefs", ()), *several)
    )
    return kinds


def faults(case: Case, ended: Ended) -> list[str]:
    """What is wrong with how a case ended."""
    found = []
    if ended.code is None:
        found.append(f"no end within {WITHIN:.0f} s")
    elif ended.code not in {0, 3}:
        found.append(f"exit code {ended.code}")
    if case.ends is not None and ended.code != case.ends:
        found.append(f"exit code {ended.code}, not {case.ends}")
    if "Traceback" in ended.said:
        found.append("a traceback")
    if ended.code == 0 and (ended.missing or ended.parts["extractive"] or ended.parts["in part"]):
        found.append("called complete, and is not")
    if ended.code == 3 and not ended.missing:
        found.append("incomplete, and nothing is named as missing")
    return found


async def all_cases(folder: Path) -> list[Ended]:
    """All cases, a few at once."""
    pile = folder / "pile"
    title = next(iter(EVENTS))
    write_pile(pile, {title: EVENTS[title]})
    gate = asyncio.Semaphore(AT_ONCE)

    async def once(number: int, case: Case) -> Ended:
        async with gate:
            return await run(case, pile, folder / str(number))

    return await asyncio.gather(*(once(n, case) for n, case in enumerate(cases())))


def main() -> int:
    """All cases; 1 if there is a fault."""
    with tempfile.TemporaryDirectory(prefix="bad-replies-") as name:
        found = asyncio.run(all_cases(Path(name)))
    wrong = 0
    print(machine())
    print("case | exit | by the model | in part | by extraction | missing | calls | s | faults")
    for case, ended in zip(cases(), found, strict=True):
        said = faults(case, ended)
        wrong += len(said)
        parts = ended.parts
        row = (case.name, ended.code, parts["model"], parts["in part"], parts["extractive"])
        more = (ended.missing, ended.calls, f"{ended.seconds:.0f}", "; ".join(said) or "-")
        print(" | ".join(map(str, (*row, *more))))
    tracebacks = sum("Traceback" in ended.said for ended in found)
    print(f"{len(found)} cases, {tracebacks} tracebacks, {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
