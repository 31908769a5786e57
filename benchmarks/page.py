"""What the page in a browser costs: time to make it, its size, and when a reader sees something.

    python benchmarks/page.py

The example of the package, then 500 stories of 5,000 articles: as a page of the usual length, and
with everything printed. First paint is that of Chromium on this machine, the median of three
openings. The limits: 0.5 s to make the page of the example, 1.5 s to first paint, 15 MB.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from large_report import large_report
from measure import ROOT, machine
from playwright.sync_api import Browser, sync_playwright

from summarize.cli import main as summarize
from summarize.report.desk import PRINTED, Printing
from summarize.report.html import to_html
from summarize.report.reading import load
from summarize.reported import Report

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
STORIES, ARTICLES = 500, 5_000
EVERYTHING = Printing(words=10_000_000)
OPENINGS = 3
PAINTED = """() => new Promise((done) => new PerformanceObserver((list) => {
  const seen = list.getEntriesByName("first-contentful-paint")[0];
  if (seen) done(seen.startTime / 1000);
}).observe({ type: "paint", buffered: true }))"""


def example(folder: Path) -> Report:
    """The report of `examples/day-1`, as `summarize render` reads it."""
    file = folder / "report.json"
    summarize(["daily", str(ROOT / "examples" / "day-1"), "-q", "--no-history", "-o", str(file)])
    return load(file).report


def seconds(work: Callable[[], object]) -> float:
    """The median time of three runs, after one that fills the caches."""
    work()
    taken = []
    for _ in range(3):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return median(taken)


def painted(browser: Browser, file: Path) -> float:
    """Seconds from the start of loading to the first paint with content."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(file.as_uri(), wait_until="commit")
    at = float(page.evaluate(PAINTED))
    page.close()
    return at


def main() -> None:
    """Print the table; without Chromium, without its last column."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large = large_report(STORIES, ARTICLES)
        cases = {
            "the example": (example(folder), PRINTED),
            "500 stories, usual length": (large, PRINTED),
            "500 stories, everything": (large, EVERYTHING),
        }
        made: dict[str, tuple[Path, float]] = {}
        for case, (report, printing) in cases.items():
            file = folder / f"{len(made)}.html"
            file.write_text(to_html(report, printing), encoding="utf-8")
            taken = seconds(partial(to_html, report, printing))
            made[case] = (file, taken)
        paints = _paints([file for file, _ in made.values()])
    print(f"Page ({machine()})\n")
    print("| report | made in s | MB | first paint s |\n|---|---|---|---|")
    for (case, (_, taken)), (size, paint) in zip(made.items(), paints, strict=True):
        print(f"| {case} | {taken:.2f} | {size:.2f} | {paint} |")


def _paints(files: list[Path]) -> list[tuple[float, str]]:
    sizes = [file.stat().st_size / 1e6 for file in files]
    if not CHROMIUM.exists():
        print(f"No first paint: {CHROMIUM} is not installed.")
        return [(size, "") for size in sizes]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        paints = [median(painted(browser, file) for _ in range(OPENINGS)) for file in files]
        browser.close()
    return [(size, f"{paint:.2f}") for size, paint in zip(sizes, paints, strict=True)]


if __name__ == "__main__":
    main()
