"""How long a whole `summarize daily` takes and how much memory, on a day's pile and on 1,000.

    python benchmarks/speed.py

The day is `day/` of the data for measuring. The 1,000 articles are the documents of Multi-News and
BASIL in full, filled up with the excerpts of AllSides, written as one JSONL file. The limits are
2.0 s and 250 MB for the day, 15 s and 500 MB for 1,000 articles.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from measure import data, machine, measure

RUNS = 3  # the best counts: the others were disturbed
SETS = ["summaries/multinews", "stories/basil", "stories/allsides"]
ARTICLES = 1_000


def documents(folder: Path) -> Iterator[dict[str, Any]]:
    """The documents of the sets in order, each with an address of its own."""
    for name in SETS:
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                for document in json.loads(line)["documents"]:
                    made_up = f"https://articles.test/{document['id']}"
                    yield document | {"url": document["url"] or made_up}


def write(folder: Path, target: Path, articles: int) -> None:
    """Write the first documents as JSONL, in the fields that `summarize` reads."""
    fields = {"title": "title", "text": "text", "date": "date", "source": "outlet", "url": "url"}
    with target.open("w", encoding="utf-8") as file:
        for document in islice(documents(folder), articles):
            record = {new: document[old] for old, new in fields.items() if document[old]}
            file.write(json.dumps(record) + "\n")


def row(name: str, source: Path, out: Path) -> str:
    """A line of the table: the fastest of a few runs, and the greatest memory."""
    outputs = ["-o", str(out / "brief.md"), "-o", str(out / "report.json"), "--quiet"]
    outputs += ["--store", str(out / "store.db")]
    command = [sys.executable, "-m", "summarize", "daily", str(source), *outputs]
    runs = [measure(command) for _ in range(RUNS)]
    best = min(runs, key=lambda run: run.wall)
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    count = f"{len(report['articles'])} | {len(report['stories'])}"
    memory = max(run.memory for run in runs)
    return f"| {name} | {count} | {best.wall:.2f} | {best.cpu:.2f} | {memory:.0f} |"


def main() -> None:
    """Print the table."""
    folder = data()
    if folder is None:
        return
    print(f"Whole processes, best of {RUNS} ({machine()})\n")
    print("| input | articles | stories | wall s | cpu s | peak MB |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        out = Path(name)
        print(row("a day's pile", folder / "day", out), flush=True)
        write(folder, out / "thousand.jsonl", ARTICLES)
        print(row("1,000 articles", out / "thousand.jsonl", out))


if __name__ == "__main__":
    main()
