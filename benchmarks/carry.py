"""How well `check.carries` says whether a passage states a claim: precision and recall.

    python benchmarks/carry.py [--grid]

`carry_pairs.jsonl` names pairs of sentences of the open story data (event, document, offsets) and
whether the second, alone, states what the first does, as a reader judged them. The pairs were
drawn evenly over bands of word overlap, so that the hard ones are as frequent as the easy ones.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

from measure import data, machine

from summarize.check import Facts, carry, facts

PAIRS = Path(__file__).with_name("carry_pairs.jsonl")


@dataclass(frozen=True)
class Pair:
    """A claim, a passage, and whether the passage states the claim."""

    claim: Facts
    passage: Facts
    carries: bool


def main() -> int:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--grid", action="store_true", help="try other thresholds")
    grid = parser.parse_args().grid
    folder = data()
    if folder is None:
        return 0
    pairs = read_pairs(folder / "stories")
    print(f"{machine()}\n\n{len(pairs)} pairs, {sum(pair.carries for pair in pairs)} carried\n")
    print("| content | words | names | precision | recall | F1 |")
    print("|---|---|---|---|---|---|")
    print(row(pairs))
    if grid:
        for content, words, names in product((0.4, 0.5, 0.6, 0.7), (3, 4, 5), (0.0, 0.5, 0.6, 1.0)):
            carry.CONTENT, carry.CONTENT_WORDS, carry.NAMES = content, words, names
            print(row(pairs))
    return 0


def read_pairs(folder: Path) -> list[Pair]:
    """The pairs, their sentences looked up in the data."""
    events: dict[tuple[str, str], Any] = {}
    for name in ("basil", "allsides"):
        packed = (folder / f"{name}.jsonl.gz").read_bytes()
        for line in gzip.decompress(packed).decode("utf-8").splitlines():
            event = json.loads(line)
            events[name, event["id"]] = event["documents"]
    pairs = []
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        documents = events[pair["set"], pair["event"]]
        claim, passage = (_facts(documents, pair[side]) for side in ("claim", "passage"))
        pairs.append(Pair(claim, passage, bool(pair["carries"])))
    return pairs


def _facts(documents: Any, place: list[int]) -> Facts:
    number, start, end = place
    document = documents[number]
    day = date.fromisoformat(document["date"][:10]) if document.get("date") else None
    return facts(document["text"][start:end], "en", day)


def row(pairs: list[Pair]) -> str:
    """The figures with the thresholds as they stand."""
    said = [(carry.carries(pair.passage, pair.claim), pair.carries) for pair in pairs]
    right = sum(ours and theirs for ours, theirs in said)
    claimed, true = sum(ours for ours, _ in said), sum(theirs for _, theirs in said)
    precision, recall = right / max(claimed, 1), right / max(true, 1)
    score = 2 * precision * recall / max(precision + recall, 1e-9)
    cells = (carry.CONTENT, carry.CONTENT_WORDS, carry.NAMES)
    return "| " + " | ".join(map(str, cells)) + f" | {precision:.2f} | {recall:.2f} | {score:.2f} |"


if __name__ == "__main__":
    sys.exit(main())
