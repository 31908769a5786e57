"""Learns the weights of the built-in writer's selection and writes `summarize/local/ranker.toml`.

    python benchmarks/train_ranker.py

Trains on the whole NeuS training set (briefs of some 60 words) and on every second cluster of the
open half of Multi-News (some 220 words), so that the other ones and NeuS val stay unseen. There is
no seed, for nothing is drawn by chance: the same data give the same file. Needs numpy
(`pip install --group bench`). The method stands at the head of `summarize/local/ranker.py`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from clusters import Cluster, clusters
from measure import ROOT, data

from summarize.local import ranker
from summarize.local.select import Pair
from summarize.text.words import tokens

FILE = ROOT / "summarize" / "local" / "ranker.toml"
# What to learn from: file, every which cluster, how much each counts. A pair of
# Multi-News counts nine times: there are 50 clusters of it, and 2,452 of NeuS.
SOURCES = (("neus_train", 1, 1.0), ("multinews", 2, 9.0))
HOLD_PAIRS = 3.0  # pull of the weights towards 0 (L2)
HOLD_SENTENCES = 5.0
LIKELY = 20.0  # log-odds beyond which nothing more is learned, and `exp` is safe
STEPS = 15  # of Newton's method; the weights stand still after ten
HEAD = """\
# What the built-in selection has learned, written by benchmarks/train_ranker.py; edit that, not
# this. Features are those of summarize/local/ranker.py.

# Log-odds that a pair of neighbouring words is in a summary.
"""
MIDDLE = """
# Log of the factor by which a sentence holds more of a summary than its pairs say.
"""
LEAD = """
# Sentences after which a sentence counts half, in languages whose news lean on their head more than
# those that were learned from. Vietnamese: best of 1, 2, 4, 8, 16 (benchmarks/quality.md).
[lead]
vi = 2.0
"""

Rows = list[tuple[float, ...]]


def main() -> int:
    """Write the weights; 0 also where there are no data."""
    try:
        import numpy as np
    except ImportError:
        print("skipped: numpy is not installed (pip install --group bench)")
        return 0
    folder = data()
    if folder is None:
        return 0
    found = list(_examples(folder))
    np.seterr(all="raise", under="ignore")
    pair = _train_pairs(np, found)
    sentence = _train_sentences(np, found, pair)
    lines = [HEAD + "[pair]", *_lines(ranker.PAIR_FEATURES, pair)]
    lines += [MIDDLE + "[sentence]", *_lines(ranker.SENTENCE_FEATURES, sentence)]
    FILE.write_text("\n".join(lines) + "\n" + LEAD, encoding="utf-8")
    print(f"wrote {FILE.name} from {len(found)} clusters")
    return 0


def _examples(folder: Path) -> Iterator[tuple[Cluster, float]]:
    for name, every, counts in SOURCES:
        for cluster in clusters(folder, name, "en")[::every]:
            if cluster.candidates:
                yield cluster, counts


def _lines(names: Sequence[str], weights: Iterable[float]) -> Iterator[str]:
    for name, weight in zip(names, weights, strict=True):
        yield f"{name} = {round(float(weight), 3)}"


def pair_rows(cluster: Cluster) -> Iterator[tuple[Pair, tuple[float, ...]]]:
    """Each pair with its features."""
    candidates = cluster.candidates
    found = ranker.survey(candidates)
    kind = ranker.kinds(candidates, cluster.titles)
    documents = len({candidate.document for candidate in candidates})
    for (left, right), seen in zip(found.pairs, found.seen, strict=True):
        of_kind = ranker.kind_features(kind[left], kind[right])
        yield (left, right), (*ranker.said_features(seen, documents), *of_kind)


def _train_pairs(np: Any, found: Sequence[tuple[Cluster, float]]) -> Any:
    rows, hits, counts = [], [], []
    for cluster, count in found:
        told = set(pairwise(tokens(cluster.summary)))
        for pair, row in pair_rows(cluster):
            rows.append(row)
            hits.append(float(pair in told))
            counts.append(count)
    return _newton(np, rows, hits, counts, HOLD_PAIRS, _logistic(np))


def _train_sentences(np: Any, found: Sequence[tuple[Cluster, float]], weights: Any) -> Any:
    rows: Rows = []
    hits, counts, expected = [], [], []
    for cluster, count in found:
        told = set(pairwise(tokens(cluster.summary)))
        pairs, features = zip(*pair_rows(cluster), strict=True)
        hit = np.array([pair in told for pair in pairs], float)
        likely = 1 / (1 + np.exp(-(np.array(features) @ weights)))
        survey = ranker.survey(cluster.candidates)
        of_sentences = ranker.sentence_features(cluster.candidates, survey)
        for own, row in zip(survey.of, of_sentences, strict=True):
            if own:
                rows.append(row)
                hits.append(float(hit[list(own)].sum()))
                counts.append(count)
                expected.append(float(likely[list(own)].sum()))
    return _newton(np, rows, hits, counts, HOLD_SENTENCES, _poisson(np, np.log(expected)))


def _logistic(np: Any) -> Callable[[Any], tuple[Any, Any]]:
    def mean_and_slope(score: Any) -> tuple[Any, Any]:
        mean = 1 / (1 + np.exp(-np.clip(score, -LIKELY, LIKELY)))
        return mean, mean * (1 - mean)

    return mean_and_slope


def _poisson(np: Any, offset: Any) -> Callable[[Any], tuple[Any, Any]]:
    def mean_and_slope(score: Any) -> tuple[Any, Any]:
        mean = np.exp(np.clip(score + offset, -LIKELY, LIKELY))
        return mean, mean

    return mean_and_slope


def _newton(
    np: Any,
    rows: Sequence[Sequence[float]],
    hits: Sequence[float],
    counts: Sequence[float],
    hold: float,
    mean_and_slope: Callable[[Any], tuple[Any, Any]],
) -> Any:
    """The weights of a generalised linear model, one for each column of `rows`."""
    x, y, w = np.array(rows), np.array(hits), np.array(counts)
    # Held towards 0 on the scale on which a feature varies; a column that never varies stays 0.
    scale = np.maximum(x.std(axis=0), 1e-6)
    scale[0] = 1.0
    x /= scale
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        mean, slope = mean_and_slope(x @ weights)
        bend = (x * (w * slope)[:, None]).T @ x + hold * np.eye(len(weights))
        weights -= np.linalg.solve(bend, x.T @ (w * (mean - y)) + hold * weights)
    return weights / scale


if __name__ == "__main__":
    sys.exit(main())
