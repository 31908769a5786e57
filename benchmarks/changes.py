"""Differences between sources and changes since yesterday, on a made world of which all is known.

    python benchmarks/changes.py [--show]

Each world has 84 events over 3 days (`planted.py`), told day by day by the built-in writer in the
real pipeline: two worlds in English, one with Arabic and Chinese and one with French and Spanish
outlets. `model` is the same with `Scripted` replies (`scripted_world.py`). `found` is the share of
what was planted that is told; `true` the share of what is told that is so, planted or not. Beside
the pipeline's own stories stands the same with the stories given (`--group one` for each event):
what grouping costs is the difference. `--show` lists what is missed and what is false.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import scripted_world
from floors import short_of
from measure import machine
from planted import NOW, Language, Planting, World
from scripted_world import Author, writer

from summarize.article import Article
from summarize.claims import Claim, StoryBrief
from summarize.compare.changes import course
from summarize.edition import Change, Course, Previous
from summarize.local.writer import Local
from summarize.pipeline import Options, run
from summarize.reported import Report
from summarize.stories.groups import How
from summarize.stories.lineage import earlier_stories
from summarize.stories.story import Story

WORLDS: tuple[tuple[int, tuple[Language, ...]], ...] = (
    (1, ()),
    (2, ()),
    (3, ("ar", "zh")),
    (4, ("fr", "es")),
)
LENGTH = 300  # words of a story's brief
CHANGES = ("new", "revised", "reversed", "dropped")

# An event and the name of a fact of it.
Fact = tuple[str, str]


@dataclass(frozen=True)
class Telling:
    """A story of a report and its brief."""

    story: Story
    brief: StoryBrief


@dataclass
class Tally:
    """What was planted, found of it, told and false, by kind; a line for each that is wrong."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def plant(self, kind: str, found: bool, what: str) -> None:
        """Count one planted thing."""
        self.planted[kind] += 1
        self.found[kind] += found
        if not found:
            self.wrong.append(f"missed {kind}: {what}")

    def tell(self, kind: str, true: bool, what: str) -> None:
        """Count one thing that is told."""
        self.told[kind] += 1
        self.false[kind] += not true
        if not true:
            self.wrong.append(f"false {kind}: {what}")

    def share(self, kinds: Sequence[str]) -> tuple[float, float]:
        """Found of what was planted and true of what is told, in per cent."""
        planted, found = (sum(c[kind] for kind in kinds) for c in (self.planted, self.found))
        told, false = (sum(c[kind] for kind in kinds) for c in (self.told, self.false))
        return 100 * found / max(planted, 1), 100 * (1 - false / max(told, 1))


class Truth:
    """What is so in a world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.event_of = world.event_of
        self.day_of = {a.id: day for day, articles in enumerate(world.days) for a in articles}
        self.outlet_of = {a.id: a.outlet for articles in world.days for a in articles}
        self._told: dict[str, list[tuple[str, Fact]]] = {}
        for fact, sentences in world.facts.items():
            for article, sentence in sentences.items():
                self._told.setdefault(article, []).append((sentence, fact))

    def fact(self, claim: Claim | None) -> Fact | None:
        """The fact that a passage of a claim states."""
        for quote in claim.quotes[:1] if claim else ():
            for sentence, fact in self._told.get(quote.article, ()):
                if sentence in quote.text or quote.text in sentence:
                    return fact
        return None

    def planted(self, day: int, *plants: str) -> Iterator[Planting]:
        """What was planted on a day."""
        return (one for one in self._world.planted if one.day == day and one.plant in plants)

    def _outlets(self, fact: Fact, day: int) -> set[str]:
        """Who tells a fact on a day."""
        told = self._world.facts.get(fact, {})
        return {self.outlet_of[article] for article in told if self.day_of[article] == day}

    def differs(self, facts: Sequence[Fact | None]) -> bool:
        """Whether the sides of a difference are of one figure of which there are two values."""
        [fact, *others] = dict.fromkeys(facts)
        planted = (one for one in self._world.planted if one.plant == "differ")
        return not others and any((one.event, one.fact) == fact for one in planted)

    def so(self, change: Change, day: int) -> bool:
        """Whether a change is one, planted or not."""
        before, after = self.fact(change.before), self.fact(change.after)
        if change.kind == "new":
            return after is not None and self._is_new(after, day)
        if change.kind == "dropped":
            return before is not None and self._is_dropped(before, day)
        if before is None or after is None or before[0] != after[0]:
            return False
        turned = before[1] == "outcome" and after[1] == "flip"
        figure = before[1] == after[1] and self._is_revised(before, day)
        return turned if change.kind == "reversed" else figure

    def _is_new(self, fact: Fact, day: int) -> bool:
        """What is said by the way is in other words each time; a figure is new with its value."""
        if fact[1].startswith("filler") or self._is_revised(fact, day):
            return True
        return not any(self._outlets(fact, earlier) for earlier in range(day))

    def _is_revised(self, fact: Fact, day: int) -> bool:
        return any((one.event, one.fact) == fact for one in self.planted(day, "revised"))

    def _is_dropped(self, fact: Fact, day: int) -> bool:
        earlier = max((d for d in range(day) if self._outlets(fact, d)), default=None)
        if earlier is None or self._outlets(fact, day) or fact[1].startswith("filler"):
            return False
        return len(self._outlets(fact, earlier) & self._outlets((fact[0], "lead"), day)) > 1


def edition(articles: Sequence[Article], how: How, author: Author | None = None) -> Report:
    """The report of a day by the built-in writer, or by the model that the author answers for."""
    options = Options("daily", now=NOW, group=how)
    return asyncio.run(run(articles, (), writer(author) if author else Local(LENGTH), options))


def follow(report: Report, earlier: Report) -> tuple[Course, Report]:
    """How a report goes on, and the same report with the ids that its stories keep."""
    briefs = {story.id: story.brief for story in report.stories}
    told = [Telling(story, briefs[story.id]) for story in earlier_stories(report)]
    found = course(told, earlier, Previous(None, earlier.as_of))
    stories = tuple(replace(s, id=found.lives[s.id].id) for s in report.stories)
    return found, replace(report, stories=stories)


def tell(
    truth: Truth,
    piles: Sequence[Sequence[Article]],
    how: How,
    tally: Tally,
    author: Author | None = None,
) -> None:
    """The days of a pile, one after the other."""
    earlier: Report | None = None
    for day, articles in enumerate(piles):
        if not articles:
            continue
        events = {truth.event_of[article.id] for article in articles}
        report = edition(articles, how, author)
        count_differences(truth, day, report, tally, events)
        if earlier is not None:
            found, report = follow(report, earlier)
            count_changes(truth, day, found.changes, tally, events)
        earlier = report


def count_differences(
    truth: Truth, day: int, report: Report, tally: Tally, events: set[str]
) -> None:
    seen: set[Fact | None] = set()
    for story in report.stories:
        for difference in story.brief.differ:
            facts = [truth.fact(side) for side in difference.sides]
            said = " | ".join(side.text for side in difference.sides)
            tally.tell("differ", truth.differs(facts), said)
            seen |= set(facts)
    for one in truth.planted(day, "differ"):
        if one.event in events:
            tally.plant("differ", (one.event, one.fact) in seen, f"{one.event} {one.values}")


def count_changes(
    truth: Truth, day: int, changes: Sequence[Change], tally: Tally, events: set[str]
) -> None:
    hits: set[tuple[str, Fact | None]] = set()
    for change in changes:
        so = truth.so(change, day)
        both = [claim.text for claim in (change.before, change.after) if claim]
        tally.tell(change.kind, so, " -> ".join(both))
        if so:
            hits.add((change.kind, truth.fact(change.before or change.after)))
    for one in truth.planted(day, *CHANGES):
        if one.event in events:
            found = (one.plant, (one.event, one.fact)) in hits
            tally.plant(one.plant, found, f"{one.event} {one.fact}, day {day}")


def print_tally(name: str, tally: Tally) -> dict[str, float]:
    figures: dict[str, float] = {}
    for kind, kinds in (
        ("differ", ("differ",)),
        ("changes", CHANGES),
        *((k, (k,)) for k in CHANGES),
    ):
        found, true = tally.share(kinds)
        planted, told = (sum(c[k] for k in kinds) for c in (tally.planted, tally.told))
        print(f"| {name} | {kind} | {planted} | {found:.1f} | {told} | {true:.1f} |")
        figures |= {f"{kind}.found": found, f"{kind}.true": true}
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--show", action="store_true", help="list what is missed and what is false")
    given = parser.parse_args()
    tallies = {"pipeline": Tally(), "model": Tally(), "stories given": Tally()}
    for seed, mixed in WORLDS:
        world, author = scripted_world.make(seed, mixed)
        truth = Truth(world)
        tell(truth, world.days, "auto", tallies["model"], author)
        tell(truth, world.days, "auto", tallies["pipeline"])
        for event in dict.fromkeys(world.event_of.values()):
            piles = [[a for a in day if world.event_of[a.id] == event] for day in world.days]
            tell(truth, piles, "one", tallies["stories given"])
    print(f"\n{machine()}\n\n| stories | kind | planted | found % | told | true % |")
    print("|---|---|---|---|---|---|")
    figures: dict[str, float] = {}
    for name, tally in tallies.items():
        key = name.replace(" ", "_")
        figures |= {f"{key}.{kind}": n for kind, n in print_tally(name, tally).items()}
    if given.show:
        print("\n".join(f"{name}: {line}" for name, t in tallies.items() for line in t.wrong))
    return short_of("changes", figures)


if __name__ == "__main__":
    sys.exit(main())
