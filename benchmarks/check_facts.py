"""Each kind of check: false alarms on right sentences, and broken facts that it finds.

    python benchmarks/check_facts.py [--kind NAME] [--examples KIND [--count N]]

`facts_corpus.py` says which sentences are right and which passage each is compared with,
`broken_facts.py` how one fact of a sentence is broken. One run has one setting: every check sees
every sentence. A sentence with a finding is a false alarm; a broken fact is found when there is a
finding that the unbroken sentence did not have. Doubts count for neither and stand apart.

`--kind` (several times, if need be) measures these checks only; one that is not in `LOOKS` yet is
given as MODULE:FUNCTION. `--examples` prints the false alarms of a check (its name), or the misses
of a break (its name), with passage and findings. Exit code 1 when a figure falls short of its floor
in `floors.json`.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from broken_facts import RULES, Broken, broken
from facts_corpus import MAIN, OTHERS, Item, read_articles, right_sentences
from floors import short_of
from looks import add_option, chosen
from measure import data, machine

from summarize.check.sides import Look, Looked, Side

ALL = "all together"
Answers = Mapping[str, Looked]  # by kind of check


@dataclass(frozen=True)
class Right:
    """A right sentence, what each check says, and seconds for all: at first sight and again."""

    item: Item
    answers: Answers
    cold: float
    warm: float


@dataclass(frozen=True)
class Tried:
    """A broken sentence, what each check says of it, and what was said of the unbroken one."""

    broken: Broken
    answers: Answers
    before: Answers

    def found_by(self, checks: Sequence[str]) -> bool:
        """Whether one of the checks has a finding that the unbroken sentence did not have."""
        return any(set(self.answers[c].findings) - set(self.before[c].findings) for c in checks)

    def doubted_only(self, checks: Sequence[str]) -> bool:
        """Whether there is a new doubt, and no new finding."""
        new = any(set(self.answers[c].doubts) - set(self.before[c].doubts) for c in checks)
        return new and not self.found_by(checks)


def main() -> int:
    """Print the tables, or examples."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    add_option(parser)
    parser.add_argument("--examples", metavar="KIND", help="print false alarms or misses")
    parser.add_argument("--count", type=int, default=20, help="how many examples")
    asked = parser.parse_args()
    folder = data()
    if folder is None or not (folder / "facts").is_dir():
        print("Skipped: the folder facts of the data is needed.", file=sys.stderr)
        return 0
    looks = chosen(parser, asked.kind)
    articles = read_articles(folder / "facts")
    items = right_sentences(folder / "facts", articles)
    made = [broken([i for i in items if i.set in s], articles.values()) for s in (MAIN, OTHERS)]
    right = [look_at(item, looks) for item in items]
    before = {each.item: each.answers for each in right}
    tried = [[_try(each, looks, before[each.item]) for each in some] for some in made]
    if asked.examples:
        print_examples(asked.examples, right, tried[0], asked.count)
        return 0
    figures = print_tables(right, tried, [*looks])
    return 0 if asked.kind else short_of("check_facts", figures)


def look_at(item: Item, looks: Mapping[str, Look]) -> Right:
    """The answers of all checks, and how long they took."""
    started = time.process_time()
    answers = _answers(item.claim, item.passage, looks)
    half = time.process_time()
    _answers(item.claim, item.passage, looks)
    return Right(item, answers, half - started, time.process_time() - half)


def _answers(claim: Side, passage: Sequence[Side], looks: Mapping[str, Look]) -> Answers:
    return {name: look(claim, passage) for name, look in looks.items()}


def _try(each: Broken, looks: Mapping[str, Look], before: Answers) -> Tried:
    claim = Side(each.text, each.item.claim.language, each.item.claim.day)
    return Tried(each, _answers(claim, each.item.passage, looks), before)


def print_tables(
    right: Sequence[Right], tried: Sequence[Sequence[Tried]], checks: Sequence[str]
) -> dict[str, float]:
    """Three tables; the figures that have floors, by name, in per cent."""
    print(machine())
    figures: dict[str, float] = {}
    for sets in (MAIN, MAIN[:1], MAIN[1:], OTHERS[:1], OTHERS[1:]):
        some = [each for each in right if each.item.set in sets]
        alarms = print_alarms(" + ".join(sets), some, checks)
        figures = figures or alarms
    for name, some_tried in zip((" + ".join(MAIN), " + ".join(OTHERS)), tried, strict=True):
        found = print_found(name, some_tried, checks)
        figures = {**found, **figures}
    print_times(right)
    return figures


def print_alarms(name: str, right: Sequence[Right], checks: Sequence[str]) -> dict[str, float]:
    """One row for each check, and one for all; the shares without a false alarm, in per cent."""
    print(f"\nFalse alarms, {name}: {len(right)} right sentences\n")
    print("| check | items | false | % of items | sentences | % of sentences | doubted |")
    print("|---|---|---|---|---|---|---|")
    figures: dict[str, float] = {}
    for label, group in [*((check, [check]) for check in checks), (ALL, [*checks])]:
        items = sum(each.answers[check].items for each in right for check in group)
        false = sum(len(each.answers[check].findings) for each in right for check in group)
        alarmed = sum(any(each.answers[c].findings for c in group) for each in right)
        doubted = sum(any(each.answers[c].doubts for c in group) for each in right)
        wrong, alarms = 100 * false / max(items, 1), _percent(alarmed, right)
        print(
            f"| {label} | {items} | {false} | {wrong:.2f} | {alarmed} | {alarms:.2f} | {doubted} |"
        )
        figures = {"right_items": 100 - wrong, "right_sentences": 100 - alarms}
    return figures


def print_found(name: str, tried: Sequence[Tried], checks: Sequence[str]) -> dict[str, float]:
    """One row for each kind of break: how many are found by all checks, and by each alone."""
    print(f"\nBroken facts found, {name}, % (doubted: not found, but not supported)\n")
    print("| " + " | ".join(["broken", "n", "all", "doubted", *checks]) + " |")
    print("|---|---|---|---" + "|---" * len(checks) + "|")
    figures = {}
    for kind in RULES:
        some = [each for each in tried if each.broken.kind == kind]
        _print_row(kind, some, checks)
        figures[kind.replace(" ", "_")] = _percent(sum(t.found_by(checks) for t in some), some)
        if kind.startswith("other"):
            for near, where in ((False, "not in"), (True, "in")):
                part = [each for each in some if each.broken.near is near]
                _print_row(f"{kind}, {where} the passage", part, checks)
    return figures


def _print_row(label: str, tried: Sequence[Tried], checks: Sequence[str]) -> None:
    together = _percent(sum(t.found_by(checks) for t in tried), tried)
    doubted = _percent(sum(t.doubted_only(checks) for t in tried), tried)
    alone = [f"{_percent(sum(t.found_by([c]) for t in tried), tried):.1f}" for c in checks]
    cells = " | ".join([str(len(tried)), f"{together:.1f}", f"{doubted:.1f}", *alone])
    print(f"| {label} | {cells} |")


def _percent(count: int, of: Sequence[object]) -> float:
    return 100 * count / max(len(of), 1)


def print_times(right: Sequence[Right]) -> None:
    """Cpu milliseconds for one claim, all checks."""
    print("\nms cpu a claim, all checks (first call apart, it loads what is loaded once)\n")
    print("| caches | first call | median | 95th percentile |")
    print("|---|---|---|---|")
    for label, times in (
        ("cold", [each.cold * 1000 for each in right]),
        ("warm", [each.warm * 1000 for each in right]),
    ):
        late = statistics.quantiles(times[1:], n=20)[-1]
        print(f"| {label} | {times[0]:.1f} | {statistics.median(times[1:]):.3f} | {late:.3f} |")


def print_examples(kind: str, right: Sequence[Right], tried: Sequence[Tried], count: int) -> None:
    """False alarms of a check, or misses of a break; both where one name is used for both."""
    alarms = [each for each in right if kind in each.answers and each.answers[kind].findings]
    for each in alarms[:count]:
        _print_example(f"{each.item.set} {each.item.id}", each.item, each.item.claim.text)
        for finding in each.answers[kind].findings:
            print(f"  FINDS {finding.kind}: {finding.text!r}: {finding.why}")
    checks = [*right[0].answers]
    missed = [t for t in tried if t.broken.kind == kind and not t.found_by(checks)]
    for miss in missed[:count]:
        _print_example(f"MISSED {miss.broken.change}", miss.broken.item, miss.broken.text)
        for check in checks:
            for doubt in miss.answers[check].doubts:
                print(f"  DOUBTS {doubt.kind}: {doubt.text!r}: {doubt.why}")
    print(f"\n{len(alarms)} sentences with false alarms, {len(missed)} broken facts missed")


def _print_example(head: str, item: Item, text: str) -> None:
    print(f"\n## {head}\n  CLAIM {text}")
    for side in item.passage:
        print(f"  | {side.text}")


if __name__ == "__main__":
    sys.exit(main())
