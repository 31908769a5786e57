"""The work that every peer does, and how it says what the work cost. Standard library only.

A runner imports this first, so that the time counted holds the import of its framework.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_STARTED = time.perf_counter()

MODEL = "test-model"
KEY = "none"
OUTPUT_TOKENS = 512
ARTICLE = "Summarize this news article, or this part of one, in three sentences.\n\n{text}"
MERGE = "Merge these summaries of the parts of one article into three sentences.\n\n{text}"
STORY = "Write one brief of the event that these summaries of articles tell.\n\n{text}"


@dataclass(frozen=True)
class Article:
    """One line of the file of articles."""

    id: str
    title: str
    outlet: str
    published: str
    text: str
    story: str

    @property
    def whole(self) -> str:
        """What a model is shown."""
        return f"{self.title}\n{self.outlet}, {self.published}\n\n{self.text}"


@dataclass(frozen=True)
class Work:
    """What is to be done, against which server, and where to say what it cost."""

    articles: tuple[Article, ...]
    base_url: str
    concurrency: int
    context: int
    out: Path

    @property
    def chunk_tokens(self) -> int:
        """Tokens of text in one call: the rest is for prompt, reply and a count that is off."""
        return self.context * 2 // 3

    @property
    def stories(self) -> dict[str, list[Article]]:
        """The articles of each story."""
        found: dict[str, list[Article]] = {}
        for article in self.articles:
            found.setdefault(article.story, []).append(article)
        return found


def asked() -> Work:
    """The work that the command line names."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--base-url", required=True)
    parser.add_argument("--concurrency", type=int, required=True)
    parser.add_argument("--context", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    said = parser.parse_args()
    with said.articles.open(encoding="utf-8") as lines:
        articles = tuple(Article(**json.loads(line)) for line in lines)
    return Work(articles, said.base_url, said.concurrency, said.context, said.out)


def tell(work: Work, summaries: int, steps: Sequence[int]) -> None:
    """Write what it cost: seconds, MB, the calls of each step as planned, what is missing.

    `summaries` counts articles and stories that have one.
    """
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, -1))
    unit = 1 if sys.platform == "darwin" else 1024
    cost = {
        "calls": sum(steps),
        "steps": list(steps),
        "wall": time.perf_counter() - _STARTED,
        "cpu": own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime,
        "max_rss_mb": own.ru_maxrss * unit / 1e6,
        "failed": len(work.articles) + len(work.stories) - summaries,
        "summaries": summaries,
    }
    work.out.write_text(json.dumps(cost), encoding="utf-8")
