"""Quality of the built-in selection: ROUGE-1/2/L F1 (stemmed) beside the lead of the first article.

    python benchmarks/selection.py

Reads the open summaries of the data folder; needs `pip install --group bench`.
"""

from __future__ import annotations

import gzip
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from measure import data

from summarize.local.select import Candidate, select, weigh
from summarize.text.sentences import tile
from summarize.text.words import content, count

SETS = (
    ("Multi-News", "summaries/multinews.jsonl.gz", "en", 230),
    ("NeuS val", "summaries/neus_val.jsonl.gz", "en", 55),
    ("Vietnamese", "summaries/vietnamese.jsonl.gz", "vi", 170),
)


def main() -> int:
    """Print one table."""
    try:
        from rouge_score.rouge_scorer import RougeScorer
    except ImportError:
        print("skipped: rouge-score is not installed (pip install --group bench)")
        return 0
    folder = data()
    if folder is None:
        return 0
    print("| set | clusters | words | system | R1 | R2 | RL | cpu ms a cluster |")
    print("|---|---|---|---|---|---|---|---|")
    for name, file, language, words in SETS:
        path = folder / file
        if not path.is_file():
            print(f"skipped: no {file} in the data folder", file=sys.stderr)
            continue
        lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
        clusters = [json.loads(line) for line in lines]
        scorer = RougeScorer(["rouge1", "rouge2", "rougeL"], True, _Tokens(language))
        for system, pick in (("summarize", ours), ("lead of the first", lead)):
            cells = " | ".join(_scores(clusters, language, words, pick, scorer))
            print(f"| {name} | {len(clusters)} | {words} | {system} | {cells} |")
    return 0


class _Tokens:
    """rouge-score drops every letter that is not ASCII; these keep them."""

    def __init__(self, language: str) -> None:
        self.language = language

    def tokenize(self, text: str) -> list[str]:
        import regex
        from nltk.stem.porter import PorterStemmer

        words: list[str] = regex.findall(r"[\p{L}\p{M}\p{N}]+", text.lower())
        if self.language != "en":
            return words
        stem = PorterStemmer().stem
        return [stem(word) if len(word) > 3 else word for word in words]


def _scores(
    clusters: Iterable[Any],
    language: str,
    words: int,
    pick: Callable[..., Sequence[str]],
    scorer: Any,
) -> Iterable[str]:
    found: dict[str, list[float]] = {"rouge1": [], "rouge2": [], "rougeL": []}
    spent = 0.0
    for cluster in clusters:
        documents = [
            _candidates(i, d["text"], language) for i, d in enumerate(cluster["documents"])
        ]
        started = time.process_time()
        summary = " ".join(pick(documents, words))
        spent += time.process_time() - started
        for kind, score in scorer.score(cluster["summary"], summary).items():
            found[kind].append(score.fmeasure * 100)
    ms = spent / len(next(iter(found.values()))) * 1000
    return [*(f"{statistics.mean(values):.1f}" for values in found.values()), f"{ms:.1f}"]


def _candidates(number: int, text: str, language: str) -> list[tuple[Candidate, str]]:
    found: list[tuple[Candidate, str]] = []
    for start, end in tile(text, language):
        sentence = text[start:end].strip()
        length = count(sentence)
        if 5 <= length <= 70:
            terms = content(sentence, language)
            found.append((Candidate(number, len(found), terms, length), sentence))
    return found


def ours(documents: Sequence[Sequence[tuple[Candidate, str]]], words: int) -> list[str]:
    """The selection of the built-in writer."""
    flat = [pair for document in documents for pair in document]
    candidates = [candidate for candidate, _ in flat]
    return [flat[i][1] for i in select(candidates, words, weigh(candidates))]


def lead(documents: Sequence[Sequence[tuple[Candidate, str]]], words: int) -> list[str]:
    """The first sentences of the first document, as many as fit."""
    taken: list[str] = []
    for candidate, sentence in documents[0]:
        words -= candidate.words
        if words < 0:
            break
        taken.append(sentence)
    return taken


if __name__ == "__main__":
    sys.exit(main())
