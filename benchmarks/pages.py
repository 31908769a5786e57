"""Article text of real pages by the metric of their own set, ours beside trafilatura alone.

    python benchmarks/pages.py [--each]

The set is scrapinghub/article-extraction-benchmark: precision and recall are over the 4-word
shingles of each page, averaged over pages; F1 is of the two averages. `--each` prints the pages on
which ours is behind. Exit 1 where a figure is below its floor.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import statistics
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import trafilatura
from floors import short_of
from measure import data, machine

from summarize.read import finish, formats
from summarize.read.draft import Document, Draft, Place
from summarize.read.finish import Finished
from summarize.read.options import AS_USUAL

SHINGLE = 4  # words, as the set has it
WORD = re.compile(r"\w+")
NOW = datetime(2026, 1, 1, tzinfo=UTC)
# Of the set's own table, over all of its 181 pages.
PUBLISHED = {"trafilatura": 95.8, "newspaper4k": 94.9, "readability": 92.2}
BEHIND = 0.02  # F1 of one page below that of trafilatura, to be listed by --each


@dataclass(frozen=True)
class Score:
    """Precision and recall of one page, 0 to 1; precision is None where nothing was found."""

    precision: float | None
    recall: float

    @property
    def f1(self) -> float:
        """Of this page alone."""
        total = (self.precision or 0.0) + self.recall
        return 2 * (self.precision or 0.0) * self.recall / total if total else 0.0


def main(arguments: Sequence[str]) -> int:
    """Print one table."""
    folder = data()
    if folder is None or not (folder / "pages" / "ground-truth.json").is_file():
        print("Skipped: no pages in the data folder.")
        return 0
    truth = json.loads((folder / "pages" / "ground-truth.json").read_text(encoding="utf-8"))
    ours: list[Score] = []
    alone: list[Score] = []
    refused = []
    for name, said in truth.items():
        page = gzip.decompress((folder / "pages" / "html" / f"{name}.html.gz").read_bytes())
        read = _read(page, name)
        if read is None:
            refused.append(said["url"])
        ours.append(score(said["articleBody"], read or ""))
        text = trafilatura.extract(page.decode("utf-8"), include_comments=False)
        alone.append(score(said["articleBody"], text or ""))
        if "--each" in arguments and ours[-1].f1 < alone[-1].f1 - BEHIND:
            print(f"{ours[-1].f1:.3f} {alone[-1].f1:.3f} {name[:12]} {said['url']}")
    figures = _table(ours, alone)
    for url in refused:
        print(f"refused: {url}")
    figures["read"] = len(ours) - len(refused)
    return short_of("pages", figures)


def _read(page: bytes, name: str) -> str | None:
    """The text of its article without the headings, which the set does not count."""
    document = Document(io.BytesIO(page), Place(name), NOW, AS_USUAL)
    for draft in formats.of(document, ".html"):
        made = finish.finish(draft, {}, NOW) if isinstance(draft, Draft) else draft
        if isinstance(made, Finished):
            return made.article.text
        print(f"{name[:12]}: {made.reason}")
    return None


def score(truth: str, found: str) -> Score:
    """Precision and recall of `found` over the shingles of both."""
    true, ours = _shingles(truth), _shingles(found)
    both = sum((true & ours).values())
    precision = both / sum(ours.values()) if ours else None
    return Score(precision, both / sum(true.values()))


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    starts = range(max(1, len(words) - SHINGLE + 1))
    return Counter(shingle for at in starts if (shingle := tuple(words[at : at + SHINGLE])))


def _table(ours: Sequence[Score], alone: Sequence[Score]) -> dict[str, float]:
    print(f"{machine()}; {len(ours)} pages\n")
    print("| system | precision | recall | F1 | published F1 |")
    print("|---|---|---|---|---|")
    figures = {}
    rows = (("summarize", ours), (f"trafilatura {trafilatura.__version__} alone", alone))
    for name, scores in rows:
        precision, recall = _means(scores)
        f1 = 2 * precision * recall / (precision + recall)
        figures[name] = f1
        said = PUBLISHED.get(name.split()[0], "")
        print(f"| {name} | {precision:.1f} | {recall:.1f} | {f1:.1f} | {said} |")
    first, second = figures.values()
    return {"f1": first, "ahead": first - second}


def _means(scores: Iterable[Score]) -> tuple[float, float]:
    scores = list(scores)
    precisions = [one.precision for one in scores if one.precision is not None]
    return 100 * statistics.mean(precisions), 100 * statistics.mean(one.recall for one in scores)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
