"""Round-ups: are they known for what they are, and listed at the stories they touch?

    python benchmarks/round_ups.py

A round-up is made of the first sentences of articles that are taken out of the pile, one of each of
3 to 7 events near in time; the pile keeps the others. `long` ones have up to 4 sentences of each
event. The piles are AllSides thinned, BASIL (on three days) and the made worlds of `planted.py`.
Counted: the round-ups that are known, and what becomes of an event of theirs that the pile has
(`found`); the stories of other events at which they stand (`wrong`); articles that are taken for a
round-up and are none; the stories that hold articles of two events, and B-cubed F of all other
articles, without the round-ups and with them. SUMMARIZE_DATA, or ../shared/data.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from floors import short_of
from grouping import NOW, article_of, bcubed_and_pairwise
from measure import data, machine
from planted import make

from summarize.article import Article
from summarize.stories.groups import group
from summarize.stories.origins import find_origins
from summarize.stories.story import Story

Event = tuple[str, list[Article]]

SEEDS = (1, 2, 3)
EVENTS = (3, 7)  # of a round-up, at least and at most
SENTENCES, LONG = 2, 4  # of one event, at most
NEAR = 12  # a round-up takes its events from so many neighbours in time
THINNED = 2 / 3
FROM = 3  # an event of so many articles can spare one


@dataclass(frozen=True)
class Pile:
    """Articles, the event of each by id, and the events of each round-up by id."""

    articles: Sequence[Article]
    event_of: Mapping[str, str]
    round_ups: Mapping[str, set[str]]


@dataclass
class Counts:
    """What was found, added up over piles."""

    made: int = 0
    known: int = 0
    due: int = 0
    found: int = 0
    wrong: int = 0
    taken: int = 0
    articles: int = 0
    glued_before: int = 0
    glued: int = 0
    bcubed_before: float = 0.0
    bcubed: float = 0.0


def pile(events: Sequence[Event], seed: int, number: int, sentences: int, thin: bool) -> Pile:
    """The events with one article held back of each that can spare it, and round-ups of those."""
    chance = random.Random(seed)
    held: dict[str, Article] = {}
    articles: list[Article] = []
    event_of: dict[str, str] = {}
    for name, told in sorted(events, key=lambda event: str(event[1][0].day)):
        left = list(told)
        if len(left) >= FROM:
            held[name] = left.pop(chance.randrange(len(left)))
        if thin and chance.random() < THINNED:
            left = [chance.choice(left)]
        articles += left
        event_of |= {article.id: name for article in left}
    names = list(held)
    round_ups: dict[str, set[str]] = {}
    for n in range(number):
        place = chance.randrange(len(names))
        near = names[max(0, place - NEAR // 2) : place + NEAR // 2]
        chosen = chance.sample(near, min(len(near), chance.randint(*EVENTS)))
        items = [_head(held[one], chance.randint(1, sentences)) for one in chosen]
        latest = max(held[one].day or date.min for one in chosen)
        made = _round_up(n, items, latest)
        articles.append(made)
        round_ups[made.id] = set(chosen)
    return Pile(articles, event_of, round_ups)


def _head(article: Article, sentences: int) -> str:
    return " ".join(article.text[s.start : s.end] for s in article.statements[:sentences])


def _round_up(number: int, items: Sequence[str], day: date) -> Article:
    return Article(
        key=f"round-up {number}",
        title=("Morning briefing", "What to know today", "Evening news in brief")[number % 3],
        text="\n\n".join(items),
        retrieved=NOW,
        outlet=f"Briefer {number}",
        published=day,
        language="en",
    )


def count(pile: Pile, counts: Counts) -> None:
    stories = group(find_origins(pile.articles))
    without = [one for one in pile.articles if one.id not in pile.round_ups]
    before = group(find_origins(without))
    at: dict[str, set[str]] = {}
    for story in stories:
        event = _event(story, pile)
        for article in story.also_in:
            at.setdefault(article.id, set()).add(event)
    present = set(pile.event_of.values())
    for id_, events in pile.round_ups.items():
        told = at.get(id_, set())
        counts.due += len(events & present)
        counts.found += len(told & events)
        counts.wrong += len(told - events)
        counts.known += id_ in at
    counts.made += len(pile.round_ups)
    counts.taken += len(at.keys() - pile.round_ups.keys())
    counts.articles += len(without)
    counts.glued_before += _glued(before, pile)
    counts.glued += _glued(stories, pile)
    counts.bcubed_before += _bcubed(before, pile)
    counts.bcubed += _bcubed(stories, pile)


def _event(story: Story, pile: Pile) -> str:
    """The event of most of its articles; a round-up's own story has none."""
    known = [pile.event_of[a.id] for a in story.articles if a.id in pile.event_of]
    return max(known, key=known.count, default="")


def _glued(stories: Sequence[Story], pile: Pile) -> int:
    told = [{pile.event_of.get(a.id) for a in story.articles} - {None} for story in stories]
    return sum(len(events) > 1 for events in told)


def _bcubed(stories: Sequence[Story], pile: Pile) -> float:
    """An article that is taken for a round-up is a story of its own."""
    story_of = {article.id: story.id for story in stories for article in story.articles}
    gold, found = zip(
        *((event, story_of.get(id_, id_)) for id_, event in pile.event_of.items()), strict=True
    )
    return bcubed_and_pairwise(gold, found)[0]


def read_events(path: Path) -> list[Event]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        events = map(json.loads, lines)
        return [(event["id"], [article_of(one) for one in event["documents"]]) for event in events]


def on_three_days(events: Sequence[Event]) -> list[Event]:
    first = date(2018, 1, 1)
    return [
        (name, [replace(one, published=first + timedelta(number % 3)) for one in told])
        for number, (name, told) in enumerate(events)
    ]


def made_events(seed: int) -> list[Event]:
    world = make(seed)
    told: dict[str, list[Article]] = {}
    for day in world.days:
        for article in day:
            told.setdefault(world.event_of[article.id], []).append(article)
    return list(told.items())


def piles(folder: Path | None) -> dict[str, list[Pile]]:
    found: dict[str, list[Pile]] = {}
    for seed in SEEDS:
        kinds = [("made", made_events(seed), 10, False)]
        if folder is not None:
            basil = on_three_days(read_events(folder / "stories" / "basil.jsonl.gz"))
            allsides = read_events(folder / "stories" / "allsides.jsonl.gz")
            kinds += [("basil", basil, 8, False), ("allsides thinned", allsides, 20, True)]
        for name, events, number, thin in kinds:
            for added, sentences in (("", SENTENCES), (" long", LONG)):
                one = pile(events, seed, number, sentences, thin)
                found.setdefault(f"{name}{added}", []).append(one)
    return found


def main() -> int:
    print(f"{machine()}\n")
    print(
        "| pile | round-ups | known | events found | wrong | taken for one | glued | B-cubed F |\n"
        "|---|---|---|---|---|---|---|---|"
    )
    figures: dict[str, float] = {}
    for name, several in piles(data()).items():
        c = Counts()
        for one in several:
            count(one, c)
        key, n = name.replace(" ", "_"), len(several)
        figures[f"{key}.known"] = 100 * c.known / c.made
        figures[f"{key}.found"] = 100 * c.found / c.due
        figures[f"{key}.kept"] = 100 * (1 - c.taken / c.articles)
        print(
            f"| {name} | {c.made} | {c.known} | {c.found} of {c.due} | {c.wrong} "
            f"| {c.taken} of {c.articles} | {c.glued_before} → {c.glued} "
            f"| {c.bcubed_before / n:.1f} → {c.bcubed / n:.1f} |",
            flush=True,
        )
    return short_of("round_ups", figures) if data() else 0


if __name__ == "__main__":
    sys.exit(main())
