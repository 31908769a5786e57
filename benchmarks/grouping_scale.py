"""Origins and stories of a week: seconds and memory, for piles that grow.

    python benchmarks/grouping_scale.py [--large] [ARTICLES ...]

The piles are made (`planted.py`, a new seed for every world, its days moved over a week, its names
changed, so that events stay as many as the articles allow); 10,000 articles, with `--large` 100,000
as well. Each is measured in a process of its own: the seconds of grouping alone, the peak of all.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from measure import machine
from planted import make

from summarize.article import Article
from summarize.stories.groups import group
from summarize.stories.origins import find_origins

SIZES = (2_500, 5_000, 10_000)
LARGE = 100_000
WEEK = 7
MIB = 1024  # ru_maxrss is in KiB
SYLLABLES = "ba ce do fu gi ha jo ke li mo nu pa que ro su ta ve wi xo za bre cla dro ste tri"


def pile(size: int) -> list[Article]:
    """So many articles of a week, worlds with names and words of their own."""
    articles: list[Article] = []
    seed = 0
    while len(articles) < size:
        articles.extend(_world(seed))
        seed += 1
    return articles[:size]


def _world(seed: int) -> Iterator[Article]:
    chance = random.Random(seed)
    moved = timedelta(days=chance.randrange(WEEK - 2))
    names: dict[str, str] = {}

    def renamed(text: str) -> str:
        return " ".join(_renamed(word, names, chance) for word in text.split(" "))

    for day in make(seed).days:
        for article in day:
            published = article.published
            assert isinstance(published, date)
            yield replace(
                article,
                key=f"{seed}/{article.key}",
                title=renamed(article.title),
                text="\n\n".join(renamed(part) for part in article.text.split("\n\n")),
                published=published + moved,
            )


def _renamed(word: str, names: dict[str, str], chance: random.Random) -> str:
    """A long word is one of this world alone half of the time: news of a week share the others."""
    bare = word.strip(".,:;")
    if len(bare) < 5 or not bare.isalpha():
        return word
    if bare not in names:
        made = "".join(chance.choices(SYLLABLES.split(), k=3))
        made = made.capitalize() if bare[0].isupper() else made
        names[bare] = made if chance.random() < 0.5 else bare
    return word.replace(bare, names[bare])


def measure(size: int) -> None:
    articles = pile(size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, cpu = time.perf_counter(), time.process_time()
    origins = find_origins(articles)
    between = time.process_time()
    stories = group(origins)
    wall, cpu, between = time.perf_counter() - wall, time.process_time() - cpu, between - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"| {size} | {len(origins)} | {len(stories)} | {wall:.1f} | {cpu:.1f} | {between:.1f} "
        f"| {before / MIB:.0f} | {peak / MIB:.0f} |",
        flush=True,
    )


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("sizes", nargs="*", type=int)
    options.add_argument("--large", action="store_true", help=f"{LARGE:,} articles as well")
    options.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.one:
        measure(given.one)
        return 0
    print(f"{machine()}\n")
    print("| articles | origins | stories | wall s | cpu s | of these origins | MB before | MB |")
    print("|---|---|---|---|---|---|---|---|", flush=True)
    for size in given.sizes or (*SIZES, *((LARGE,) if given.large else ())):
        subprocess.run([sys.executable, __file__, "--one", str(size)], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
