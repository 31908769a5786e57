"""The same story yesterday: which story of today goes on which of the earlier edition.

1. A story that has an article of an earlier one, or a new version of it, goes on it.
2. So does one whose leads are near to those of an earlier one: the similarity of grouping (TF-IDF
   cosine × time decay, average linkage), between articles of one language where there are such.
3. Of several earlier stories the oldest gives its id; of several stories of today that go on one,
   the largest keeps its id.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from summarize.article import Article
from summarize.reported import Report, StoryReport
from summarize.stories.copies import body_sentences, candidate_pairs, is_copy
from summarize.stories.groups import SAME_STORY
from summarize.stories.named import named
from summarize.stories.neighbours import near_pairs
from summarize.stories.story import Origin, Story
from summarize.stories.times import days, first_published, time_decay
from summarize.stories.twins import Twins
from summarize.stories.vectors import cosine, tf_idf

# Of its nearest story another is at least so near, or it is another event of the kind. On the made
# worlds of benchmarks/changes.py it takes out 19 of 29 wrong links and no right one; not swept.
RIVAL = 0.6
SHARED = math.inf  # the similarity of two stories that have an article in common

# By number of today's story and of the earlier one.
Links = Mapping[tuple[int, int], float]


@dataclass(frozen=True)
class Line:
    """How one story of today goes on.

    `id` is that of the oldest earlier story it is the heir of, else its own; `earlier` are all
    that it goes on, that of its id first, then the oldest; `continues` the ids of those whose id it
    has not. `origins_total` counts the origins over all editions.
    """

    id: str
    earlier: tuple[Story, ...] = ()
    continues: tuple[str, ...] = ()
    origins_total: int = 0

    @property
    def goes_on(self) -> bool:
        """Whether the earlier edition told it."""
        return bool(self.earlier)


def lineage(stories: Sequence[Story], earlier: Report) -> dict[str, Line]:
    """The line of each of today's stories, by its id as of today; no two lines have one id."""
    before = earlier_stories(earlier)
    links = _links(stories, before)
    heirs = _heirs(stories, links)
    lines: dict[str, Line] = {}
    taken = {before[old].id for old in heirs}
    told = {story.id: story for story in earlier.stories}
    for place, story in enumerate(stories):
        linked = sorted((old for new, old in links if new == place), key=lambda o: _age(before[o]))
        own = [old for old in linked if heirs[old] == place]
        id_ = before[own[0]].id if own else _free(story.id, taken)
        taken.add(id_)
        order = [*own, *(old for old in linked if old not in own)]
        lines[story.id] = Line(
            id_,
            tuple(before[old] for old in order),
            tuple(before[old].id for old in order if before[old].id != id_),
            _total(story, [(before[old], told[before[old].id]) for old in order]),
        )
    return lines


def earlier_stories(report: Report) -> tuple[Story, ...]:
    """The stories of a report that was read back, with those of their articles that it holds."""
    articles = {article.id: article for article in report.articles}
    found = []
    for story in report.stories:
        carried = (
            (name, [articles[a] for a in ids if a in articles]) for name, ids in story.origins
        )
        origins = tuple(Origin(name, tuple(carriers)) for name, carriers in carried if carriers)
        if origins:
            found.append(Story(story.id, origins))
    return tuple(found)


def _links(stories: Sequence[Story], before: Sequence[Story]) -> Links:
    """Which stories go on which, and how near they are."""
    leads = [
        (place, lead) for place, story in enumerate((*stories, *before)) for lead in story.leads
    ]
    names = named([lead for _, lead in leads])
    vectors = tf_idf([lead for _, lead in leads], names)
    twins = Twins(names)
    moments = [days(lead) for _, lead in leads]

    def weight(one: int, other: int) -> float:
        return time_decay(moments[one], moments[other]) * twins.weight(one, other)

    today = len(stories)
    own = sum(len(story.leads) for story in stories)
    pairs_near = near_pairs(vectors, SAME_STORY, weight, across=own)
    near = {(leads[one][0], leads[other][0]) for one, other, _ in pairs_near}
    of: dict[int, list[int]] = defaultdict(list)
    for number, (place, _) in enumerate(leads):
        of[place].append(number)
    links: dict[tuple[int, int], float] = {}
    for new, old in sorted(near):
        pairs = [(one, other) for one in of[new] for other in of[old]]
        alike = [p for p in pairs if leads[p[0]][1].language == leads[p[1]][1].language] or pairs
        mean = sum(cosine(vectors[a], vectors[b]) * weight(a, b) for a, b in alike) / len(alike)
        if mean >= SAME_STORY:
            links[new, old - today] = mean
    return {**_outstanding(links), **_shared(stories, before)}


def _outstanding(links: Links) -> Links:
    """The links that are not far below another of the same story of today, or earlier one."""
    best_new: dict[int, float] = {}
    best_old: dict[int, float] = {}
    for (new, old), near in links.items():
        best_new[new] = max(near, best_new.get(new, near))
        best_old[old] = max(near, best_old.get(old, near))
    return {
        (new, old): near
        for (new, old), near in links.items()
        if near >= RIVAL * max(best_new[new], best_old[old])
    }


def _shared(stories: Sequence[Story], before: Sequence[Story]) -> Links:
    holds = {_page(article): old for old, story in enumerate(before) for article in story.articles}
    return {
        (new, holds[_page(article)]): SHARED
        for new, story in enumerate(stories)
        for article in story.articles
        if _page(article) in holds
    }


def _page(article: Article) -> str:
    """What tells an article again: its address, whatever became of its text, else its id."""
    return article.key if article.url else article.id


def _heirs(stories: Sequence[Story], links: Links) -> dict[int, int]:
    """Of each earlier story that goes on, the story of today that keeps its id: the largest."""
    best: dict[int, tuple[tuple[int, int, float, int], int]] = {}
    for (new, old), near in links.items():
        size = (len(stories[new].origins), len(stories[new].articles), near, -new)
        if old not in best or size > best[old][0]:
            best[old] = size, new
    return {old: new for old, (_, new) in best.items()}


def _age(story: Story) -> tuple[float, str, str]:
    return min(first_published(article) for article in story.articles)


def _free(id_: str, taken: set[str]) -> str:
    """`id_`, or another where an earlier story that lives on elsewhere has it."""
    found, count = id_, 1
    while found in taken:
        count += 1
        found = hashlib.sha256(f"{id_}\n{count}".encode()).hexdigest()[:12]
    return found


def _total(story: Story, earlier: Sequence[tuple[Story, StoryReport]]) -> int:
    """The origins of the earlier stories, and those of today that are none of theirs again."""
    known = {article.id: article for old, _ in earlier for article in old.articles}
    families = {origin.family for old, _ in earlier for origin in old.origins} - {None}
    before = sum(told.origins_total or old.independent for old, told in earlier)
    fresh = [article for article in story.articles if article.id not in known]
    if not fresh:
        return before
    copies = _copies(fresh, list(known.values()))
    again = {
        witness
        for witness, origin in zip(story.witnesses, story.origins, strict=True)
        if origin.family in families
        or any(article.id in known or article.id in copies for article in origin.articles)
    }
    return before + len({*story.witnesses} - again)


def _copies(fresh: Sequence[Article], known: Sequence[Article]) -> set[str]:
    """The ids of the articles that carry a text which was known."""
    articles = [*known, *fresh]
    sentences = cache(lambda index: body_sentences(articles[index]))
    found: set[int] = set()
    for one, other in candidate_pairs(articles):
        across = one < len(known) <= other and other not in found
        if across and is_copy(sentences(one), sentences(other)):
            found.add(other)
    return {articles[index].id for index in found}
