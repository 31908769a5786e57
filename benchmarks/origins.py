"""Origins on made copies: how many copies are found, how many articles are wrongly joined.

    python benchmarks/origins.py [--articles 200] [--copies 3] [--seed 1]

From each article copies are made as papers make them: another headline, another dateline, the last
paragraph gone, and a share of the sentences (0 to 40 %) dropped or lightly edited, in order. Beside
them stand other events of the same kinds in like words (`planted.py`), none of which is a copy of
another event's article. Pairs of carriers are counted. The data stay where they are:
SUMMARIZE_DATA, or ../shared/data beside the checkout.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from pathlib import Path

from floors import short_of
from measure import data, machine
from planted import make

from summarize.article import Article
from summarize.stories.origins import find_origins
from summarize.text.datelines import body_start

NOW = datetime(2026, 11, 23, tzinfo=UTC)
ARTICLES = 200
WORLDS = (1, 2, 3)
SHARES = (0.0, 0.1, 0.2, 0.3, 0.4)
DATELINES = ("", "PORT ELLIS - ", "(Newswire) - ", "QUILL BAY (AP) — ", "DUNMORE, Vale. — ")
FILES = ("summaries/multinews.jsonl.gz", "stories/basil.jsonl.gz")
# What an editor swaps.
SWAPS = {"said": "stated", "but": "though", "also": "too", "more": "further", "about": "around"}


def base_articles(folder: Path, most: int, seed: int) -> list[Article]:
    """Articles of ten sentences or more, no two of one text."""
    made = []
    for name in FILES:
        with gzip.open(folder / name, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                for place, document in enumerate(json.loads(line)["documents"]):
                    made.append(_article(f"{name}:{number}:{place}", document))
    long = [article for article in made if len(article.sentences) >= 10]
    random.Random(seed).shuffle(long)
    return [group.lead for group in find_origins(long[:most])]


def _article(key: str, document: dict[str, str]) -> Article:
    text = "\n\n".join(line.strip() for line in document["text"].split("\n") if line.strip())
    title = document.get("title") or ""
    return Article(key, title, text, NOW, published=date(2026, 11, 20), language="en")


def made_copy(article: Article, share: float, chance: random.Random, number: int) -> Article:
    """A copy that lost or changed `share` of its sentences."""
    start = body_start(article.text)
    paragraphs = article.text[start:].split("\n\n")
    if len(paragraphs) > 3 and chance.random() < 0.5:
        paragraphs.pop()
    kept = Article("", "", "\n\n".join(paragraphs), NOW, language="en")
    sentences = [kept.text[s.start : s.end] for s in kept.sentences]
    picked = set(chance.sample(range(len(sentences)), round(share * len(sentences))))
    text = "".join(
        sentence if index not in picked else _changed(sentence, chance)
        for index, sentence in enumerate(sentences)
    ).strip()
    return Article(
        key=f"{article.key}#{number}",
        title=chance.choice([article.title, article.title + " - report", "What we know so far"]),
        text=chance.choice(DATELINES) + text,
        retrieved=NOW,
        published=date(2026, 11, 20) + timedelta(number),
        language="en",
    )


def _changed(sentence: str, chance: random.Random) -> str:
    """Half of the time gone, else with some words cut, swapped or added."""
    if chance.random() < 0.5:
        return ""
    words = sentence.split(" ")
    words = [SWAPS.get(word, word) for word in words]
    for _ in range(max(1, len(words) // 12)):
        place = chance.randrange(len(words))
        words[place : place + 1] = [] if chance.random() < 0.5 else ["reportedly", words[place]]
    return " ".join(words) + ("" if sentence.endswith("\n\n") else " ")


def pairs(groups: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    for group in groups:
        yield from combinations(sorted(group), 2)


def measure(base: Sequence[Article], share: float, copies: int, seed: int) -> dict[str, float]:
    chance = random.Random(f"{seed} {share}")
    truth = [
        [article, *(made_copy(article, share, chance, n) for n in range(1, copies + 1))]
        for article in base
    ]
    articles = [article for group in truth for article in group]
    began = time.perf_counter()
    found = find_origins(articles)
    seconds = time.perf_counter() - began
    right = set(pairs([[a.key for a in group] for group in truth]))
    got = set(pairs([[a.key for a in origin.articles] for origin in found]))
    return {
        "share": share,
        "articles": len(articles),
        "precision": len(right & got) / len(got),
        "recall": len(right & got) / len(right),
        "seconds": seconds,
    }


def twins() -> tuple[int, int]:
    """How many pairs of the made worlds are called copies, and how many of them tell one event."""
    called = right = 0
    for seed in WORLDS:
        for mixed in ((), ("fr", "ar"), ("es", "zh")):
            world = make(seed, mixed=mixed)
            origins = find_origins([article for day in world.days for article in day])
            joined = list(pairs([[a.id for a in origin.articles] for origin in origins]))
            called += len(joined)
            right += sum(world.event_of[one] == world.event_of[other] for one, other in joined)
    return called, right


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--articles", type=int, default=ARTICLES)
    options.add_argument("--copies", type=int, default=3)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    called, right = twins()
    print(f"Made worlds: {called} pairs called copies, {called - right} of two events\n")
    folder = data()
    if folder is None:
        return 0
    base = base_articles(folder, given.articles, given.seed)
    print(f"{machine()}\n")
    print("| sentences dropped or edited | articles | precision | recall | seconds |")
    print("|---|---|---|---|---|")
    figures = {"made.precision": 1.0, "made.recall": 1.0, "twins.precision": right / called}
    for share in SHARES:
        row = measure(base, share, given.copies, given.seed)
        for name in ("precision", "recall"):
            figures[f"made.{name}"] = min(figures[f"made.{name}"], row[name])
        print(
            f"| {share:.0%} | {row['articles']} | {row['precision']:.4f} | {row['recall']:.4f} "
            f"| {row['seconds']:.1f} |"
        )
    return short_of("origins", figures) if given.articles == ARTICLES else 0


if __name__ == "__main__":
    sys.exit(main())
