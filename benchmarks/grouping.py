"""Grouping against events that are known: B-cubed F and pairwise F.

    python benchmarks/grouping.py [--grid]

`day` is the pile of one day (26 documents, read as a user's would be), `examples` the shipped pile.
AllSides and BASIL are events of two or three articles; `thinned` is the mean of three draws in
which two thirds of the events keep one article, as piles really come. `made` are the worlds of
`planted.py`: 84 events over three days, three of each kind in like words; mixed ones have a third
of their articles in two other languages, and are grouped once more after a brief in English of each
foreign article, as a model would give it (`after briefs`), and through the whole pipeline with
`Scripted` replies (`by model`). `--grid` prints the figures
for other thresholds and decays beside the ones in use. The data stay where they are:
SUMMARIZE_DATA, or ../shared/data beside the checkout.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import briefed
import scripted_world
from floors import short_of
from measure import ROOT, data, machine
from planted import Language, make

from summarize.article import Article
from summarize.claims import Brief
from summarize.pipeline import Options, run
from summarize.read import read
from summarize.stories import groups, times
from summarize.stories.origins import find_origins
from summarize.stories.story import Origin

NOW = datetime(2026, 11, 23, tzinfo=UTC)
DRAWS = 3
SEEDS = (1, 2, 3, 4)
MIXED: tuple[tuple[Language, Language], ...] = (("fr", "ar"), ("es", "zh"))
THRESHOLDS = (0.11, 0.13, 0.14, 0.15, 0.16, 0.17, 0.19, 0.22)
DECAYS = (3.0, 4.0, 5.0, 7.0)

# Origins to be grouped, and the event of each article by article id.
Pile = tuple[tuple[Origin, ...], dict[str, str]]
Scores = tuple[float, float]


def bcubed_and_pairwise(gold: Sequence[str], found: Sequence[str]) -> Scores:
    """B-cubed F (Bagga and Baldwin 1998) and pairwise F, in per cent."""
    events, stories, both = Counter(gold), Counter(found), Counter(zip(gold, found, strict=True))
    precision = sum(n * n / stories[story] for (_, story), n in both.items()) / len(gold)
    recall = sum(n * n / events[event] for (event, _), n in both.items()) / len(gold)
    right, made, due = (sum(n * (n - 1) // 2 for n in c.values()) for c in (both, stories, events))
    bcubed = 200 * precision * recall / (precision + recall)
    return bcubed, 200 * right / (made + due) if made + due else 100.0


def score(pile: Pile, briefs: Mapping[str, Brief] | None = None) -> Scores:
    origins, events = pile
    stories = groups.group(origins)
    if briefs is not None:
        stories = groups.join_after_brief(stories, briefs)
    found = [(events[article.id], story.id) for story in stories for article in story.articles]
    return bcubed_and_pairwise([event for event, _ in found], [story for _, story in found])


def events_of(path: Path, keep: Callable[[], bool] = lambda: True, seed: int = 0) -> Pile:
    """A set of events as one pile; where `keep` says no, one article of the event is left."""
    chance, articles, events = random.Random(seed), [], {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            event = json.loads(line)
            documents = event["documents"] if keep() else [chance.choice(event["documents"])]
            for document in documents:
                article = article_of(document)
                articles.append(article)
                events[article.id] = event["id"]
    return find_origins(articles), events


def article_of(document: dict[str, str]) -> Article:
    when = document["date"]
    published = datetime.fromisoformat(when) if "T" in when else date.fromisoformat(when)
    return Article(
        key=document["id"],
        title=document["title"],
        text=document["text"].replace("\n", "\n\n"),
        retrieved=NOW,
        outlet=document["source"],
        published=published,
        language="en",
    )


def thinned(path: Path, seed: int) -> Pile:
    chance = random.Random(seed)
    return events_of(path, lambda: chance.random() > 2 / 3, seed)


def day_pile(folder: Path) -> Pile:
    """The day's pile; the event of an article is that of the BASIL article with its title."""
    titles = {}
    with gzip.open(folder / "stories" / "basil.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            event = json.loads(line)
            for document in event["documents"]:
                titles[_plain(document["title"])] = event["id"]
    articles = read([str(folder / "day")], now=NOW).articles
    events = {a.id: titles.get(_plain(a.title.removesuffix(" - report")), a.key) for a in articles}
    return find_origins(articles), events


def _plain(title: str) -> str:
    return "".join(letter for letter in title.casefold() if letter.isalnum())


def example_pile() -> Pile:
    """Both days of the shipped example; a French article in an English story is not expected."""
    truth = json.loads((ROOT / "examples" / "truth.json").read_text(encoding="utf-8"))
    event_of = {}
    for day in ("day-1", "day-2"):
        for number, story in enumerate(truth[day]["stories"]):
            event_of.update({f"{day}/{name}": f"{day} {number}" for name in story})
    # The stories that go on, in the order of truth.json.
    continued = {"day-2 0": "day-1 0", "day-2 1": "day-1 1", "day-2 2": "day-1 2"}
    events, articles = {}, []
    for day in ("day-1", "day-2"):
        for article in read([str(ROOT / "examples" / day)], now=NOW).articles:
            path = Path(article.path or article.key)
            event = event_of[f"{day}/{path.name}"]
            events[article.id] = continued.get(event, event)
            articles.append(article)
    return find_origins(articles), events


def piles(folder: Path) -> dict[str, list[Pile]]:
    found = {"day": [day_pile(folder)], "examples": [example_pile()]}
    for name in ("allsides", "basil"):
        path = folder / "stories" / f"{name}.jsonl.gz"
        found[name] = [events_of(path)]
        found[f"{name} thinned"] = [thinned(path, seed) for seed in range(1, DRAWS + 1)]
    return found


def made_scores() -> dict[str, Scores]:
    """The mean over all seeds on the made worlds, by languages, before and after the briefs."""
    found: dict[str, list[Scores]] = {}
    for seed in SEEDS:
        world = make(seed)
        articles = [article for day in world.days for article in day]
        found.setdefault("made en", []).append(
            score((find_origins(articles), dict(world.event_of)))
        )
        for mixed in MIXED:
            world, briefs = briefed.make(seed, mixed)
            articles = [article for day in world.days for article in day]
            pile = find_origins(articles), dict(world.event_of)
            name = f"made en {' '.join(mixed)}"
            found.setdefault(name, []).append(score(pile))
            found.setdefault(f"{name} after briefs", []).append(score(pile, briefs))
            found.setdefault(f"{name} by model", []).append(piped(seed, mixed))
    return {name: _mean(scores) for name, scores in found.items()}


def piped(seed: int, mixed: tuple[Language, Language]) -> Scores:
    """The stories of the whole pipeline, with `Scripted` replies for the model that writes."""
    world, author = scripted_world.make(seed, mixed)
    articles = [article for day in world.days for article in day]
    options = Options("daily", now=NOW)
    report = asyncio.run(run(articles, (), scripted_world.writer(author), options))
    found = [(world.event_of[id_], story.id) for story in report.stories for id_ in story.articles]
    return bcubed_and_pairwise([event for event, _ in found], [story for _, story in found])


def _mean(scores: Sequence[Scores]) -> Scores:
    return sum(b for b, _ in scores) / len(scores), sum(p for _, p in scores) / len(scores)


def mean_score(draws: Sequence[Pile]) -> Scores:
    return _mean([score(pile) for pile in draws])


def print_made() -> dict[str, float]:
    """The table of the made worlds; the figures by the names of their floors."""
    figures = {}
    print("| made world | B-cubed F | pairwise F |")
    print("|---|---|---|")
    for name, (bcubed, pairwise) in made_scores().items():
        print(f"| {name} | {bcubed:.1f} | {pairwise:.1f} |", flush=True)
        figures[f"{name.replace(' ', '_')}.bcubed_f"] = bcubed
    print()
    return figures


def print_scores(found: dict[str, list[Pile]]) -> dict[str, float]:
    figures: dict[str, float] = {}
    print("| pile | articles | origins | stories | B-cubed F | pairwise F |")
    print("|---|---|---|---|---|---|")
    for name, draws in found.items():
        origins, events = draws[0]
        bcubed, pairwise = mean_score(draws)
        stories = len(groups.group(origins))
        key = name.replace(" ", "_")
        figures |= {
            f"{key}.bcubed_f": bcubed,
            f"{key}.pairwise_f": pairwise,
            f"{key}.stories": stories,
        }
        print(
            f"| {name} | {len(events)} | {len(origins)} | {stories} "
            f"| {bcubed:.1f} | {pairwise:.1f} |"
        )
    carried = sum(len(origin.articles) >= 3 for origin in found["day"][0][0])
    print(f"\nOrigins of the day's pile with three or more carriers: {carried}\n")
    figures["day.three_carriers"] = carried
    return figures


def print_grid(found: dict[str, list[Pile]]) -> None:
    """B-cubed F / pairwise F for every decay and threshold."""
    print("| days | threshold | " + " | ".join(found) + " |")
    print("|---|---|" + "---|" * len(found))
    for decay, threshold in product(DECAYS, THRESHOLDS):
        times.DECAY_DAYS, groups.SAME_STORY = decay, threshold
        scores = [mean_score(draws) for draws in found.values()]
        cells = " | ".join(f"{bcubed:.1f} / {pairwise:.1f}" for bcubed, pairwise in scores)
        print(f"| {decay:g} | {threshold} | {cells} |", flush=True)


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--grid", action="store_true", help="other thresholds and decays as well")
    given = options.parse_args()
    print(f"{machine()}\n")
    figures = print_made()
    folder = data()
    if folder is None:
        return 0
    found = piles(folder)
    figures |= print_scores(found)
    if given.grid:
        print_grid(found)
    return short_of("grouping", figures)


if __name__ == "__main__":
    sys.exit(main())
