"""A long document in parts that are briefed one by one: the whole is covered, not its head."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from summarize.article import Article
from summarize.local.passages import Passage

LONG = 3_000  # words; a longer document is briefed part by part
PART = 25  # words of the brief for each part at least: about one sentence
FEWEST = 3
MOST = 12


def is_long(found: Sequence[Passage]) -> bool:
    """Whether the passages of a document are so many that it is briefed part by part."""
    return sum(passage.words for passage in found) >= LONG


def parts(article: Article, found: Sequence[Passage], length: int) -> list[list[int]]:
    """The places of `found` in at most `MOST` runs that cover all of them, in order.

    A run is what stands under one heading, or under several where there are more of them. Where
    there are none, runs have about as many words each: `FEWEST` or, in a brief of `length` words
    that allows it, more.
    """
    under = [
        list(run) for _, run in groupby(range(len(found)), lambda i: _start(article, found[i]))
    ]
    if 1 < len(under) <= MOST:
        return under
    if len(under) > MOST:
        return _even(found, under, MOST)
    most = max(FEWEST, min(MOST, length // PART))
    return _even(found, [[place] for place in range(len(found))], most)


def under_headings(
    article: Article, found: Sequence[Passage], places: Sequence[int]
) -> list[tuple[str, list[int]]]:
    """The chosen places by the heading that they stand under, in order; [] without headings."""
    if not article.headings:
        return []
    runs = groupby(sorted(places), lambda place: _start(article, found[place]))
    return [(_title(article, start), list(run)) for start, run in runs]


def _even(found: Sequence[Passage], pieces: Sequence[list[int]], most: int) -> list[list[int]]:
    """Whole pieces joined into `most` runs of about the same number of words."""
    total = sum(passage.words for passage in found)
    made: list[list[int]] = [[] for _ in range(most)]
    before = 0
    for piece in pieces:
        made[min(most - 1, before * most // max(total, 1))] += piece
        before += sum(found[place].words for place in piece)
    return [run for run in made if run]


def _start(article: Article, passage: Passage) -> int:
    heading = article.heading(passage.start)
    return heading.start if heading else -1


def _title(article: Article, start: int) -> str:
    heading = article.heading(start) if start >= 0 else None
    return article.text[heading.start : heading.end].strip() if heading else article.title
