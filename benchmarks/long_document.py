"""A document of 200,000 words as a whole process: seconds, memory, and what of it is told.

    python benchmarks/long_document.py

The document is made: 20 headings with made reports under each, no sentence twice. The claims of
its brief are counted by the third of the document that they stand in; without headings too.
Limits: 4 s, 300 MB, claims from each third.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from pathlib import Path

from measure import machine, measure

WORDS = 200_000
HEADINGS = 20
SECONDS = 4.0
MEGABYTES = 300.0
PLACES = "Lindmere Brask Wexmoor Dunmarrow Corrin Sandhythe Halden Ravel Vessen Tavren".split()  # noqa: SIM905
THINGS = "bridge school harbour mill reservoir clinic railway market library quarry".split()  # noqa: SIM905
PEOPLE = "engineers teachers farmers inspectors nurses drivers traders wardens".split()  # noqa: SIM905
ACTS = (
    "repaired", "closed", "visited", "measured", "rebuilt", "sold", "opened", "painted", "fenced",
)  # fmt: skip
WHYS = (
    "after a dry spring", "because money ran short", "to the surprise of the council",
    "while the river was low", "as the law of that year asked", "for a fee of {n} lorins",
    "in spite of {n} complaints", "with help from {n} volunteers",
)  # fmt: skip


def main() -> int:
    """Print one table; 1 where a limit is broken."""
    print(f"{machine()}\n")
    print("| document | words | s | MB | claims in each third |\n|---|---|---|---|---|")
    broken = False
    for name, headed in (("20 headings", True), ("no headings", False)):
        with tempfile.TemporaryDirectory(prefix="long-document-") as folder:
            source, made = Path(folder, "report.md"), Path(folder, "brief.json")
            text = document(headed)
            source.write_text(text, encoding="utf-8")
            command = [sys.executable, "-m", "summarize", "article", str(source), "-q"]
            cost = measure([*command, "-o", str(made)])
            thirds = _thirds(json.loads(made.read_text(encoding="utf-8")))
        words = len(text.split())
        print(f"| {name} | {words:,} | {cost.wall:.1f} | {cost.memory:.0f} | {thirds} |")
        broken |= cost.wall > SECONDS or cost.memory > MEGABYTES or 0 in thirds
    return int(broken)


def document(headed: bool) -> str:
    """Made reports of `WORDS` words; the same at every call."""
    chance = random.Random(7)
    parts = ["# A history of the works of Tavrenia\n"]
    words = 0
    for number in range(HEADINGS):
        if headed:
            parts.append(f"## Part {number + 1}: the {chance.choice(THINGS)} of {number + 1801}\n")
        while words < WORDS * (number + 1) / HEADINGS:
            paragraph = " ".join(_sentence(chance) for _ in range(6))
            words += len(paragraph.split())
            parts.append(paragraph + "\n")
    return "\n".join(parts)


def _sentence(chance: random.Random) -> str:
    why = chance.choice(WHYS).format(n=chance.randrange(100, 9_000))
    return (
        f"In {chance.randrange(1800, 2020)} the {chance.choice(PEOPLE)} of {chance.choice(PLACES)} "
        f"{chance.choice(ACTS)} {chance.randrange(2, 90)} parts of the {chance.choice(THINGS)} at "
        f"{chance.choice(PLACES)} {why}."
    )


def _thirds(report: dict[str, list[dict[str, object]]]) -> list[int]:
    brief, article = report["briefs"][0], report["articles"][0]
    long = len(str(article["text"])) + 1
    found = [0, 0, 0]
    claims = brief["claims"]
    assert isinstance(claims, list)
    for claim in claims:
        found[3 * claim["quotes"][0]["start"] // long] += 1
    return found


if __name__ == "__main__":
    sys.exit(main())
