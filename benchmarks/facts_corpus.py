"""The sentences that the checks are measured on, and the passage each is compared with.

This was fixed before any check was tuned, and imports nothing of `check/`. The data are summaries
that models wrote, with the spans that people marked as errors, and their articles.

A sentence is *right* when no span touches it, neither an error nor a grey one (readers disagreed).
That holds for sentences of summaries with errors elsewhere too: the marks are by span in CLIFF and
FaithBench, and in SummEdits the span is the edit itself. A summary that is labelled wrong without
a place, or with a place that is not known, is left out. Two summaries of one article that share a
sentence give it once.

The passage is what a good citation would give: the two sentences of the article that share the
most different content words with the sentence (of equals the earlier one), and the neighbour on
each side of both, in the order of the article.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarize.check.sides import Side
from summarize.text.sentences import tile
from summarize.text.words import content

CITED = 2
LANGUAGE = "en"  # of all these data; none has a date
MAIN = ("cliff-cnndm", "faithbench")  # the sets that the aims are set for
OTHERS = ("cliff-xsum", "summedits-news")


@dataclass(frozen=True)
class Item:
    """A right sentence: its summary's set and id, its passage, and the text of its article."""

    set: str
    id: str
    claim: Side
    passage: tuple[Side, ...]
    article: str


def read_articles(folder: Path) -> dict[str, str]:
    """The text of each article by source id."""
    return {row["source_id"]: row["text"] for row in _rows(folder / "articles.jsonl.gz")}


def right_sentences(folder: Path, articles: dict[str, str]) -> list[Item]:
    """Every right sentence of all sets, in the order of the data."""
    split = {key: _sentences(text) for key, text in articles.items()}
    items: list[Item] = []
    seen: set[tuple[str, str]] = set()
    for row in _rows(folder / "summaries.jsonl.gz"):
        source = row["source_id"]
        for sentence in _right(row) if source in articles else ():
            if (source, sentence) not in seen:
                seen.add((source, sentence))
                passage = tuple(Side(text, LANGUAGE) for text in _cited(sentence, split[source]))
                claim = Side(sentence, LANGUAGE)
                items.append(Item(row["set"], row["id"], claim, passage, articles[source]))
    content.cache_clear()  # the checks are timed as they come: they find nothing prepared
    return items


def _rows(path: Path) -> list[dict[str, Any]]:
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _right(row: dict[str, Any]) -> list[str]:
    spans = [*row["error_spans"], *row["grey_spans"]]
    if None in spans or (row["label"] == 0 and not spans):
        return []
    text = row["summary"]
    right = []
    for start, end in tile(text, LANGUAGE):
        if not any(first < end and start < last for first, last in spans):
            right.append(text[start:end].strip())
    return [sentence for sentence in right if sentence]


def _sentences(text: str) -> list[str]:
    stripped = (text[start:end].strip() for start, end in tile(text, LANGUAGE))
    return [sentence for sentence in stripped if sentence]


def _cited(sentence: str, article: Sequence[str]) -> list[str]:
    """The sentences of the passage, in the order of the article."""
    words = set(content(sentence, LANGUAGE))
    shared = [len(words.intersection(content(each, LANGUAGE))) for each in article]
    best = sorted(range(len(article)), key=lambda place: -shared[place])[:CITED]
    near = {place + step for place in best for step in (-1, 0, 1)}
    return [article[place] for place in sorted(near) if 0 <= place < len(article)]
