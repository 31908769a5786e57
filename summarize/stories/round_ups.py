"""Round-ups and live blogs: one article that tells many events, told apart from a long report.

1. The paragraphs of a report have words in common, first of all those of its names. An article that
   falls into several parts that have none may be a round-up.
2. It is one where at least two of its parts are each near to another article, and those are not one
   story; more is asked where its title is that of a report.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from summarize.article import Article
from summarize.stories.components import Components
from summarize.stories.times import time_decay
from summarize.stories.vectors import HEAD, Space, Stems, Vector, cosine
from summarize.text.datelines import body_start
from summarize.text.words import content

# All tuned on round-ups of held-out AllSides articles (benchmarks/grouping.md).
# Paragraphs with so few content words belong to the next: a heading, a date line.
LEAST_WORDS = 6
# Two paragraphs with this cosine are of one part; 0.05 to 0.08 do as well.
SAME_PART = 0.06
# A round-up has at least so many parts, and none is more of it than this.
LEAST_PARTS = 3
LARGEST_PART = 0.5
# The cosine of a paragraph and an article, × time decay, at which it tells of the same event, where
# both have a name in common; 0.1 finds more, with twice as many wrong ones.
TOLD_IN = 0.12
# A name in more paragraphs of possible round-ups than this leads to none of them: it would cost
# time in a large pile, and says little.
COMMON = 25
# Two parts near to other articles make a round-up. Where any word of the title is in the text, as
# `Morning briefing` is not, it may be a report and its background: then three parts do, or two that
# leave so little.
TWO = 2
LEFT_BY_TWO = 1 / 3
# A round-up of which so much or more touches no story is also a story of its own: else nobody would
# tell the rest.
OWN_STORY = 0.5
# The paragraphs of a live blog that are looked at.
MOST_PARAGRAPHS = 60


@dataclass(frozen=True, slots=True)
class RoundUp:
    """An article, by its number, the articles that its parts touch, and how much of it none has.

    `apart` is the share of its content words that are in parts that touch no article.
    """

    number: int
    touches: frozenset[int]
    apart: float


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Its content words, as stems; `near` are the articles that tell of the same event."""

    words: tuple[str, ...]
    vector: Vector
    part: int
    near: dict[int, float] = field(default_factory=dict)


class _Suspect(NamedTuple):
    """An article that falls apart; `headline` where its title says anything of its text."""

    paragraphs: Sequence[_Paragraph]
    headline: bool


def round_ups(
    articles: Sequence[Article],
    names: Sequence[Mapping[str, int]],
    space: Space,
    moments: Sequence[float | None],
) -> list[RoundUp]:
    """Those of `articles` that are round-ups, as far as the pile shows it.

    `names` and `space` are those of the pile, `moments` the days of publication.
    """
    suspects = {}
    for number, (article, own, head) in enumerate(zip(articles, names, space.heads, strict=True)):
        if suspect := _suspect(article, own, head, space):
            suspects[number] = suspect
    if not suspects:
        return []
    _find_near(suspects, articles, names, space.vectors, moments)
    first = {one.number for one in _judge(suspects, frozenset())}
    return _judge(suspects, first) if first else []


def placed(
    stories: Sequence[Sequence[int]], found: Sequence[RoundUp]
) -> list[tuple[list[int], list[int]]]:
    """The members of each story, and the round-ups that touch on it.

    `stories` hold the numbers of all other articles. A round-up of one story alone is a member of
    it; one of none is a story of its own.
    """
    of = {member: place for place, members in enumerate(stories) for member in members}
    told: list[tuple[list[int], list[int]]] = [(list(members), []) for members in stories]
    for one in found:
        places = sorted({of[other] for other in one.touches if other in of})
        if len(places) == 1:
            told[places[0]][0].append(one.number)
            continue
        for place in places:
            told[place][1].append(one.number)
        if not places or one.apart >= OWN_STORY:
            told.append(([one.number], []))
    return told


def _suspect(
    article: Article, names: Mapping[str, int], head: Stems, space: Space
) -> _Suspect | None:
    """An article that falls apart; one that has a name as often as paragraphs is not looked at."""
    if len(head) < LEAST_PARTS or max(names.values(), default=0) >= len(head):
        return None
    paragraphs = list(_paragraphs(article, head))
    vectors = [space.vector(own) for own in paragraphs]
    parts = Components(len(vectors))
    for other, vector in enumerate(vectors):
        for one in range(other):
            if cosine(vectors[one], vector) >= SAME_PART:
                parts.join(one, other)
    roots = [parts.root(number) for number in range(len(vectors))]
    if not _falls_apart(roots, [len(own) for own in paragraphs]):
        return None
    told = [_Paragraph(*one) for one in zip(paragraphs, vectors, roots, strict=True)]
    title = set(content(article.title, article.language))
    return _Suspect(told, any(not title.isdisjoint(own) for own in paragraphs))


def _paragraphs(article: Article, head: Stems) -> Iterator[tuple[str, ...]]:
    """The stems of each paragraph; those that say little stand before the next.

    `head` has the first of them; the last one there may be cut.
    """
    told = list(head)
    if len(article.text) > HEAD:
        body = article.text[body_start(article.text) :].split("\n\n", MOST_PARAGRAPHS)
        rest = body[len(head) - 1 : MOST_PARAGRAPHS]
        told[-1:] = [content(paragraph, article.language) for paragraph in rest]
    kept: tuple[str, ...] = ()
    for own in told:
        kept += own
        if len(kept) >= LEAST_WORDS:
            yield kept
            kept = ()


def _falls_apart(parts: Sequence[int], words: Sequence[int]) -> bool:
    """Of the part and the words of each paragraph: whether they are many, and none the largest."""
    sizes: Counter[int] = Counter()
    for part, size in zip(parts, words, strict=True):
        sizes[part] += size
    return len(sizes) >= LEAST_PARTS and max(sizes.values()) <= LARGEST_PART * sizes.total()


def _find_near(
    suspects: Mapping[int, _Suspect],
    articles: Sequence[Article],
    names: Sequence[Collection[str]],
    vectors: Sequence[Vector],
    moments: Sequence[float | None],
) -> None:
    """Note at each paragraph which articles tell of the same, and how near they are."""
    stemmed = [
        frozenset(stem for name in own for stem in content(name, article.language))
        for article, own in zip(articles, names, strict=True)
    ]
    naming = _naming(suspects, frozenset().union(*stemmed))
    for other, article in enumerate(articles):
        found = {place for name in stemmed[other] for place in naming.get(name, ())}
        for number, place in found:
            if number == other or articles[number].language != article.language:
                continue
            paragraph = suspects[number].paragraphs[place]
            near = cosine(paragraph.vector, vectors[other])
            if near >= TOLD_IN:  # of few the days need be asked
                near *= time_decay(moments[number], moments[other])
            if near >= TOLD_IN:
                paragraph.near[other] = near


def _naming(
    suspects: Mapping[int, _Suspect], names: frozenset[str]
) -> Mapping[str, Sequence[tuple[int, int]]]:
    """The paragraphs of each name, by the number of their article and their place in it."""
    naming: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, suspect in suspects.items():
        for place, paragraph in enumerate(suspect.paragraphs):
            for name in names.intersection(paragraph.words):
                naming[name].append((number, place))
    return {name: places for name, places in naming.items() if len(places) <= COMMON}


def _judge(suspects: Mapping[int, _Suspect], known: Collection[int]) -> list[RoundUp]:
    """The round-ups among them; what is `known` for one is no event that another tells."""
    judged = (_judged(number, suspects, known) for number in suspects)
    return [one for one in judged if one is not None]


def _judged(
    number: int, suspects: Mapping[int, _Suspect], known: Collection[int]
) -> RoundUp | None:
    told, headline = suspects[number]
    reached: dict[int, set[int]] = defaultdict(set)
    for paragraph in told:
        for other in paragraph.near.keys() - known:
            reached[other].add(paragraph.part)
    # What falls apart itself, and is near to several parts, is rather a round-up not yet known.
    events = {o for o, parts in reached.items() if o not in suspects or len(parts) == 1}
    best = [_best(paragraph.near, events) for paragraph in told]
    parts = Components(len(told))
    firsts: dict[tuple[str, int], int] = {}
    for place, (paragraph, event) in enumerate(zip(told, best, strict=True)):
        parts.join(place, firsts.setdefault(("part", paragraph.part), place))
        if event is not None:
            parts.join(place, firsts.setdefault(("event", event), place))
    roots = [parts.root(place) for place in range(len(told))]
    if not _falls_apart(roots, [len(paragraph.words) for paragraph in told]):
        return None
    touching = {root for root, event in zip(roots, best, strict=True) if event is not None}
    apart = sum(len(p.words) for p, root in zip(told, roots, strict=True) if root not in touching)
    share = apart / sum(len(paragraph.words) for paragraph in told)
    if len(touching) < TWO or (headline and len(touching) == TWO and share > LEFT_BY_TWO):
        return None
    return RoundUp(number, frozenset(event for event in best if event is not None), share)


def _best(near: Mapping[int, float], events: Collection[int]) -> int | None:
    known = [other for other in near if other in events]
    return max(known, key=lambda other: (near[other], -other), default=None)
