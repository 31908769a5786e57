"""Quality of the built-in selection beside leads, peers and an oracle: one table, one run.

    python benchmarks/quality.py [--set NAME]... [--clusters N] [--ours]

ROUGE-1/2/L F1 (stemmed) with 95 % bootstrap intervals, whole sentences, equal budgets, the same
sentences for all; `over lead` is the mean of what a system has more of ROUGE-1 / ROUGE-2 than the
lead with redundancy filter on the same clusters, with the lower ends of its intervals. `Multi-News
unseen` are the clusters that `train_ranker.py` did not learn from. `written` is the brief as the
writer gives it, after sentences that do not stand alone were left out. Reads the open summaries of
the data folder; peers need `pip install --group bench`.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from clusters import Cluster, clusters
from floors import short_of
from measure import data, machine
from rouge import interval, scorer
from selectors_of import Choose, first_article, lead, oracle, ours, peers

from summarize.local.story import brief_story
from summarize.stories.story import Origin, Story
from summarize.text.words import count


@dataclass(frozen=True, slots=True)
class Set:
    """A set of clusters: file, language, words of a brief, whether only what was not trained on."""

    name: str
    file: str
    language: str
    words: int
    unseen: bool = False


SETS = (
    Set("Multi-News", "multinews", "en", 230),
    Set("Multi-News unseen", "multinews", "en", 230, True),
    Set("NeuS val", "neus_val", "en", 55),
    Set("Vietnamese", "vietnamese", "vi", 170),
)
LEADS: dict[str, Choose] = {
    "lead, filtered": lead,
    "first article": first_article,
    "summarize": ours,
}
ARTICLE = 120  # words of the brief of a single article
Scores = list[tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Measured:
    """What one system scored on each cluster, its cpu time and words a cluster."""

    scores: Scores
    ms: float
    words: float


def main() -> int:
    """Print the tables; 1 where a figure is below its floor."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    names = [one.file for one in SETS]
    options.add_argument("--set", action="append", choices=sorted(set(names)), help="only this set")
    options.add_argument("--clusters", type=int, help="only the first N of each set")
    options.add_argument("--ours", action="store_true", help="without peers and oracle")
    given = options.parse_args()
    try:
        scorer("en")
    except ImportError:
        print("skipped: rouge-score is not installed (pip install --group bench)")
        return 0
    folder = data()
    if folder is None:
        return 0
    print(f"{machine()}\n")
    systems = dict(LEADS)
    if not given.ours:
        systems |= {**peers(), "oracle": oracle}
    print("| set | system | R1 | R2 | RL | over lead R1 / R2 | words | cpu ms |")
    print("|---|---|---|---|---|---|---|---|")
    figures: dict[str, float] = {}
    for one in SETS:
        if one.file not in (given.set or names):
            continue
        found = clusters(folder, one.file, one.language)[one.unseen :: 1 + one.unseen]
        found = [cluster for cluster in found[: given.clusters] if cluster.candidates]
        # What was measured on all of a set need not be measured on half of it.
        these = {name: systems[name] for name in (LEADS if one.unseen else systems)}
        if found:
            figures |= _table(one, found, these)
    figures["briefs_a_second"] = _speed(clusters(folder, "multinews", "en"))
    print(f"\nBriefs of single articles, selection only: {figures['briefs_a_second']:.0f} a second")
    whole = not (given.set or given.clusters or given.ours)
    return short_of("quality", figures) if whole else 0


def _table(one: Set, found: Sequence[Cluster], systems: dict[str, Choose]) -> dict[str, float]:
    measured: dict[str, Measured] = {}
    for name, choose in systems.items():
        measured[name] = _measure(one, found, choose)
        print(f"| {one.name} | {name} | {_cells(measured[name], measured)} |", flush=True)
    written = _written(one, found)
    print(f"| {one.name} | summarize, written | {_cells(written, measured)} |", flush=True)
    mine = measured.pop("summarize")
    base = measured["lead, filtered"]
    key = one.name.casefold().replace(" ", "_").replace("-", "")
    best = [max(_mean(m, k) for n, m in measured.items() if n != "oracle") for k in (0, 1)]
    sumy = [m.ms for name, m in measured.items() if name.startswith("sumy")]
    return {
        f"{key}.r1": _mean(mine, 0),
        f"{key}.r2": _mean(mine, 1),
        f"{key}.written_r2": _mean(written, 1),
        f"{key}.over_lead_r1": interval(_over(mine, base, 0))[0],
        f"{key}.over_lead_r2": interval(_over(mine, base, 1))[0],
        f"{key}.over_best_r1": _mean(mine, 0) - best[0],
        f"{key}.over_best_r2": _mean(mine, 1) - best[1],
        f"{key}.times_faster": min(sumy, default=0.0) / mine.ms,
    }


def _measure(one: Set, found: Sequence[Cluster], choose: Choose) -> Measured:
    score, scores, words, spent = scorer(one.language), [], 0, 0.0
    for cluster in found:
        started = time.process_time()
        chosen = choose(cluster, one.words)
        spent += time.process_time() - started
        words += sum(cluster.candidates[i].words for i in chosen)
        scores.append(score(cluster.summary, " ".join(cluster.sentences[i] for i in chosen)))
    return Measured(scores, spent * 1000 / len(found), words / len(found))


def _written(one: Set, found: Sequence[Cluster]) -> Measured:
    score, scores, words, spent = scorer(one.language), [], 0, 0.0
    for cluster in found:
        story = Story("s", tuple(Origin(article.key, (article,)) for article in cluster.articles))
        started = time.process_time()
        claims = [claim.text for claim in brief_story(story, one.words).claims]
        spent += time.process_time() - started
        words += sum(map(count, claims))
        scores.append(score(cluster.summary, " ".join(claims)))
    return Measured(scores, spent * 1000 / len(found), words / len(found))


def _speed(found: Sequence[Cluster]) -> float:
    """Briefs of single articles of Multi-News in a second of cpu, sentences and words given."""
    alone = [
        replace(cluster, candidates=[c for c in cluster.candidates if c.document == number])
        for cluster in found
        for number in range(len(cluster.articles))
    ]
    started = time.process_time()
    for one in alone:
        ours(one, ARTICLE)
    return len(alone) / max(time.process_time() - started, 1e-9)


def _cells(one: Measured, measured: dict[str, Measured]) -> str:
    cells = []
    for kind in range(3):
        low, high = interval([row[kind] for row in one.scores])
        cells.append(f"{_mean(one, kind):.1f} [{low:.1f}, {high:.1f}]")
    over = [_over(one, measured["lead, filtered"], kind) for kind in (0, 1)]
    ends = " / ".join(f"{statistics.fmean(o):+.1f} (> {interval(o)[0]:+.1f})" for o in over)
    return " | ".join([*cells, ends, f"{one.words:.0f}", f"{one.ms:.2f}"])


def _mean(one: Measured, kind: int) -> float:
    return statistics.fmean(row[kind] for row in one.scores)


def _over(one: Measured, base: Measured, kind: int) -> list[float]:
    return [a[kind] - b[kind] for a, b in zip(one.scores, base.scores, strict=True)]


if __name__ == "__main__":
    sys.exit(main())
