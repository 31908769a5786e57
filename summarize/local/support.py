"""What several origins say weighs more than what one says.

Redundancy across origins is evidence. A passage gains with each other document that has a sentence
sharing `SHARED` of its content words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from summarize.local.passages import Passage

SHARED = 0.5  # of the content words of a passage
GAIN = 0.5  # of weight, for each document up to
COMMON = 200  # places; a word in more of them tells little, and looking at all would take long
MOST = 3  # documents: a story of forty outlets is not told by its one most copied sentence


def supported(documents: Sequence[Sequence[Passage]]) -> list[list[Passage]]:
    """The passages of each document, weighted by how many other documents say the same."""
    places: dict[str, list[tuple[int, int]]] = {}
    for number, document in enumerate(documents):
        for index, passage in enumerate(document):
            for term in set(passage.terms):
                places.setdefault(term, []).append((number, index))
    return [
        [
            replace(passage, weight=passage.weight * (1 + GAIN * _support(passage, number, places)))
            for passage in document
        ]
        for number, document in enumerate(documents)
    ]


def _support(passage: Passage, own: int, places: dict[str, list[tuple[int, int]]]) -> int:
    terms = {term for term in passage.terms if len(places[term]) <= COMMON}
    shared = Counter(place for term in terms for place in places[term] if place[0] != own)
    enough = SHARED * len(terms)
    numbers = {number for (number, _), times in shared.items() if times >= enough}
    return min(MOST, len(numbers))
