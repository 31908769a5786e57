"""Whether every quote of a report is the span of its article that it says it is.

    python benchmarks/quotes.py

Runs `summarize daily` on the day's pile and on both days of the example, and looks every quote of
report.json up: `article.text[start:end] == quote.text`.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measure import ROOT, data, machine

from summarize.cli import main as summarize


def main() -> int:
    """Print one table; 1 where a quote is not its span."""
    examples = ROOT / "examples"
    piles = {"day-1": examples / "day-1", "day-2": examples / "day-2"}
    folder = data()
    if folder is not None:
        piles["day"] = folder / "day"
    print(f"{machine()}\n\n| pile | articles | stories | claims | quotes | not their span |")
    print("|---|---|---|---|---|---|")
    wrong = 0
    with tempfile.TemporaryDirectory() as out:
        for name, pile in piles.items():
            report = Path(out) / f"{name}.json"
            summarize(["daily", str(pile), "-q", "-o", str(report)])
            wrong += _row(name, json.loads(report.read_text(encoding="utf-8")))
    return 1 if wrong else 0


def _row(name: str, report: dict[str, Any]) -> int:
    texts = {article["id"]: article["text"] for article in report["articles"]}
    quotes = list(_quotes(report))
    wrong = [q for q in quotes if texts[q["article"]][q["start"] : q["end"]] != q["text"]]
    claims = report["claims"]["supported"] + report["claims"]["unchecked"]
    sizes = f"{len(texts)} | {len(report['stories'])} | {claims} | {len(quotes)}"
    print(f"| {name} | {sizes} | {len(wrong)} |")
    return len(wrong)


def _quotes(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if {"article", "start", "end", "text"} <= part.keys():
            yield part
        for value in part.values():
            yield from _quotes(value)
    elif isinstance(part, list):
        for value in part:
            yield from _quotes(value)


if __name__ == "__main__":
    sys.exit(main())
