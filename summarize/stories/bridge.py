"""One event in several languages: joined by the names, numbers, dates and links that they share.

Each language is grouped by its words before. Then the groups of two languages are one story where
so much of what they name and count is the same; a wrong join is worse than a missed one. Names are
those of the pile in Latin letters, found in other scripts by their sound (`named`).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from summarize.article import Article
from summarize.stories.story import Story
from summarize.stories.times import time_decay
from summarize.stories.vectors import HEAD
from summarize.text.dates import YEARS, dates
from summarize.text.numerals import numbers

# The cosine of what two groups share, × time decay, at which they are one story: the middle of the
# plateau 0.4 … 0.5 of benchmarks/grouping.md.
SAME_EVENT = 0.4
# A person's two names and no more are no bridge: people do several things.
LEAST_SHARED = 3
# A smaller number is in too many texts.
LEAST_NUMBER = 10
# A date so near to publication is in every text of the day.
LEAST_DAYS = 2
# What stands in more groups than this joins none: in large piles such names cost time, and say
# nothing.
COMMON = 300

_LINK = re.compile(r"https?://[^\s<>()\"']+[^\s<>()\"'.,;:!?]")

Group = list[int]
Profile = Mapping[str, float]


def landmarks(article: Article, names: Collection[str]) -> frozenset[str]:
    """What the head of an article has in common with its translation; `names` as `named` has."""
    found = set(names)
    found.update(_LINK.findall(article.text[:HEAD]))
    spans = [(s.start, s.end) for s in article.sentences if s.start < HEAD]
    for text in [article.title, *(article.text[start:end] for start, end in spans)]:
        found.update(_numbers(text, article.language))
        found.update(_dates(text, article))
    return frozenset(found)


def _numbers(text: str, language: str) -> Iterator[str]:
    for number in numbers(text, language):
        if number.value >= LEAST_NUMBER and number.value not in YEARS:
            yield f"{number.value:.12g}"


def _dates(text: str, article: Article) -> Iterator[str]:
    if article.day is None:
        return
    for found in dates(text, article.language, article.day):
        if found.precision == "day" and abs((found.first - article.day).days) >= LEAST_DAYS:
            yield found.iso


def bridged(
    groups: Sequence[Group],
    marks: Sequence[frozenset[str]],
    languages: Sequence[str],
    moments: Sequence[float | None],
) -> list[Group]:
    """The groups, those of different languages that tell one event joined; members in order.

    `marks`, `languages` and `moments` (days) are those of each article by number. The nearest two
    are joined first; of one language a story has one group at most.
    """
    spoken = [frozenset(languages[item] for item in group) for group in groups]
    profiles = _profiles(groups, marks)
    first = [_first(group, moments) for group in groups]
    likeness = {
        (one, other): near * time_decay(first[one], first[other])
        for (one, other), near in _near(profiles, spoken)
    }
    stories = {number: [number] for number in range(len(groups))}
    story_of = list(range(len(groups)))
    for pair in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        one, other = sorted(story_of[number] for number in pair)
        if likeness[pair] < SAME_EVENT or one == other:
            continue
        if _is_one(stories[one], stories[other], likeness, spoken):
            for number in stories[other]:
                story_of[number] = one
            stories[one] += stories.pop(other)
    return [
        sorted(item for number in story for item in groups[number]) for story in stories.values()
    ]


def _is_one(
    one: Sequence[int],
    other: Sequence[int],
    likeness: Mapping[tuple[int, int], float],
    spoken: Sequence[frozenset[str]],
) -> bool:
    pairs = [(min(a, b), max(a, b)) for a in one for b in other]
    if any(spoken[a] & spoken[b] for a, b in pairs):
        return False
    return sum(likeness.get(pair, 0.0) for pair in pairs) / len(pairs) >= SAME_EVENT


def _profiles(groups: Sequence[Group], marks: Sequence[frozenset[str]]) -> list[Profile]:
    """What each group names and counts, each weighted by how few articles do."""
    spread = Counter(mark for own in marks for mark in own)
    weight = {m: 1 + math.log((len(marks) + 1) / (times + 1)) for m, times in spread.items()}
    profiles: list[Profile] = []
    for group in groups:
        found = {mark for item in group for mark in marks[item]}
        profiles.append({mark: weight[mark] for mark in sorted(found)})
    return profiles


def _near(
    profiles: Sequence[Profile], spoken: Sequence[frozenset[str]]
) -> Iterator[tuple[tuple[int, int], float]]:
    """Pairs of groups in different languages that share enough, and how much (cosine)."""
    holders: dict[str, list[int]] = defaultdict(list)
    totals = [sum(profile.values()) for profile in profiles]
    for other, profile in enumerate(profiles):
        shared: dict[int, float] = defaultdict(float)
        count: Counter[int] = Counter()
        for mark, weight in profile.items():
            if len(holders[mark]) < COMMON:
                for one in holders[mark]:
                    shared[one] += weight
                    count[one] += 1
            holders[mark].append(other)
        for one, weight in shared.items():
            if count[one] >= LEAST_SHARED and not spoken[one] & spoken[other]:
                yield (one, other), weight / math.sqrt(totals[one] * totals[other])


def _first(group: Group, moments: Sequence[float | None]) -> float | None:
    known = [moment for item in group if (moment := moments[item]) is not None]
    return min(known, default=None)


def not_joined(stories: Sequence[Story]) -> dict[str, int]:
    """By language, how many articles no bridge joins to a story told in another.

    Nothing is counted for the language that has most articles, nor in a pile of one language.
    """
    spoken = Counter(article.language for story in stories for article in story.articles)
    main = min(spoken, key=lambda code: (-spoken[code], code), default="")
    alone: Counter[str] = Counter()
    for story in stories:
        languages = [article.language for article in story.articles]
        if len(set(languages)) == 1 and main not in languages:
            alone.update(languages)
    return dict(sorted(alone.items()))
