"""Differences between sources and changes since yesterday, on a made world of which all is known.

    python benchmarks/changes.py [--show] [SEED ...]

Each world has 84 events over 3 days (`planted.py`), told day by day by the built-in writer in the
real pipeline; every second one is mixed, a third of its articles in two other languages. Found is
what was planted and told; false is what was told and is not so, planted or not.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from planted import DAYS, NOW, Language, World, make

from summarize.claims import Claim
from summarize.compare.changes import course
from summarize.edition import Course, Previous
from summarize.local.writer import Local
from summarize.pipeline import Options, run
from summarize.reported import Report
from summarize.stories.story import Origin, Story

SEEDS = (1, 2, 3, 4)
MIXED: Mapping[int, tuple[Language, ...]] = {0: ("ar", "zh"), 1: ("fr", "es")}
LENGTH = 300


@dataclass
class Tally:
    """What was planted, found and told, by kind; a line for each that is missed or false."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

@dataclass
class Telling:
    story: Story
    brief: object

def edition(world: World, day: int) -> Report:
    options = Options("daily", now=NOW)
    return asyncio.run(run(world.days[day], (), Local(LENGTH), options))

def follow(report: Report, earlier: Report, failed=()) -> tuple[Course, Report]:
    articles = {a.id: a for a in report.articles}
    told = [Telling(Story(s.id, tuple(Origin(n, tuple(articles[i] for i in ids)) for n, ids in s.origins)), s.brief) for s in report.stories]
    found = course(told, earlier, Previous(1, earlier.as_of), failed=failed)
    stories = tuple(replace(s, id=found.lives[s.id].id) for s in report.stories)
    return found, replace(report, stories=stories)


class Truth:
    def __init__(self, world: World) -> None:
        self.world = world
        self.fact_of = {}
        for (event, name), texts in world.facts.items():
            for article, text in texts.items():
                self.fact_of[article, text] = (event, name)
        self.day_of = {a.id: d for d, arts in enumerate(world.days) for a in arts}
        self.outlet = {a.id: a.outlet for arts in world.days for a in arts}

    def facts(self, claim: Claim | None) -> set:
        out = set()
        for q in claim.quotes[:1] if claim else ():
            for (a, text), f in self.fact_of.items():
                if a == q.article and (text in q.text or q.text in text):
                    out.add(f)
        return out


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("seeds", nargs="*", type=int, default=SEEDS)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--english", action="store_true")
    given = parser.parse_args()
    for seed in given.seeds or SEEDS:
        world = make(seed, mixed=() if seed % 2 == 1 else MIXED[seed // 2 % 2])
        tally = Tally()
        truth = Truth(world)
        reports = []
        for day in range(DAYS):
            report = edition(world, day)
            differ(world, truth, day, report, tally)
            if reports:
                c, report = follow(report, reports[-1])
                changed(world, truth, day, c, tally)
            reports.append(report)
        for k in sorted({*tally.planted, *tally.told}):
            print(seed, k, "planted", tally.planted[k], "found", tally.found[k], "told", tally.told[k], "false", tally.false[k])
        if given.show:
            print("\n".join(tally.lines))
    return 0

def differ(world, truth, day, report, tally):
    got = []
    for s in report.stories:
        for d in s.brief.differ:
            fs = [truth.facts(side) for side in d.sides]
            got.append((fs, d))
            tally.told["differ"] += 1
            common = set.intersection(*fs) if fs else set()
            ok = False
            for event, name in common:
                if any(p.plant == "differ" and p.event == event and p.fact == name and p.day <= day for p in world.planted): ok = True
            if not ok:
                tally.false["differ"] += 1
                tally.lines.append("FALSE differ " + " | ".join(x.text for x in d.sides))
    for p in world.planted:
        if p.plant == "differ" and p.day == day:
            tally.planted["differ"] += 1
            if any((p.event, p.fact) in set.union(*fs) for fs, d in got):
                tally.found["differ"] += 1
            else:
                tally.lines.append("MISSED differ " + p.event + " " + " | ".join(t for a, t in world.facts[p.event, p.fact].items() if truth.day_of[a] == day))

def changed(world, truth, day, c, tally):
    hit = set()
    for ch in c.changes:
        tally.told[ch.kind] += 1
        b, a = truth.facts(ch.before), truth.facts(ch.after)
        ok = judged(world, truth, day, ch, b, a, hit)
        if not ok:
            tally.false[ch.kind] += 1
            tally.lines.append(f"FALSE {ch.kind} {ch.before and ch.before.text} -> {ch.after and ch.after.text}")
    for p in world.planted:
        if p.day == day and p.plant in ("new", "revised", "reversed", "dropped"):
            tally.planted[p.plant] += 1
            if (p.plant, p.event, p.fact) in hit: tally.found[p.plant] += 1
            else:
                name = {"reversed": "flip"}.get(p.plant, p.fact)
                tally.lines.append(f"MISSED {p.plant} {p.event}: " + " | ".join(f"{truth.day_of[x]}:{t}" for n in {p.fact, name} for x, t in world.facts.get((p.event, n), {}).items() if truth.day_of[x] in (day-1, day)))

def judged(world, truth, day, ch, b, a, hit):
    if ch.kind == "new":
        ok = False
        for event, name in a:
            if any(p.plant == "new" and (p.event, p.fact) == (event, name) and p.day == day for p in world.planted): hit.add(("new", event, name))
            before = [x for x in world.facts[event, name] if truth.day_of[x] < day]
            if not before or name.startswith("filler"): ok = True
            if name in "nm" and ch.kind == "new":
                ok = ok or any(p.plant == "revised" and (p.event, p.fact) == (event, name) and p.day == day for p in world.planted)
        return ok
    want = {"revised": "revised", "reversed": "reversed", "dropped": "dropped"}[ch.kind]
    for p in world.planted:
        if p.plant == want and p.day == day:
            if want == "reversed":
                if (p.event, "outcome") in b and (p.event, "flip") in a: hit.add((want, p.event, p.fact)); return True
            elif want == "revised":
                if (p.event, p.fact) in a and (p.event, p.fact) in b: hit.add((want, p.event, p.fact)); return True
            elif (p.event, p.fact) in b: hit.add((want, p.event, p.fact)); return True
    if want == "dropped":
        for event, name in b:
            now = [x for x in world.facts[event, name] if truth.day_of[x] == day]
            told = [x for x in world.facts[event, name] if truth.day_of[x] == day - 1]
            wrote = {truth.outlet[x] for x in truth.day_of if truth.day_of[x] == day and world.event_of[x] == event}
            if not now and len({truth.outlet[x] for x in told} & wrote) >= 2: return True
    return False

if __name__ == "__main__":
    sys.exit(main())
