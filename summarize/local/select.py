"""Which sentences to keep: greedy coverage of weighted concepts within a budget of words.

1. The concepts of a sentence are its content words and the pairs of neighbouring ones.
2. A concept weighs the cube of how much its documents say it: the sum, over documents, of the root
   of the number of its sentences that hold it. What several documents repeat weighs most.
3. Take the sentence with the greatest weight of concepts not yet covered, times the decay of its
   place in its document, divided by its length; skip one whose words are mostly covered already.
4. Once a sentence is too long for what is left of the budget, only one nearly as good may fill it.

Method: maximum coverage with a knapsack, after Gillick and Favre (2009), "A scalable global model
for summarization", and Lin and Bilmes (2010) for the length scaling of the greedy step.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import fsum

# Measured with benchmarks/selection.py on the open half of Multi-News at 230 words, where these
# give ROUGE-1/2 46.0/14.8 and each lies on a plateau (halving or doubling it costs 0.1 to 1.0).
PAIR = 1.0  # weight of a pair of words beside that of a word
WORD = 0.4
POWER = 3.0  # how strongly repetition across documents counts
DECAY = 10.0  # sentences after which a place counts half
LENGTH = 1.0  # 0 favours long sentences, 1 dense ones
USUAL = 15  # words; a shorter sentence gains nothing by being short
FILL = 0.7  # gain, beside that of a better one that was too long, of what may fill the rest
COVERED = 0.65  # share of a sentence's words that may be covered before it is a repetition

Concept = str | tuple[str, str]


@dataclass(frozen=True)
class Candidate:
    """A sentence that may be chosen: its content words, its place, its length.

    `document` is the number of its document, `position` its number among that one's sentences,
    `words` its length in words (all of them), `weight` a factor of the caller (1 is neutral).
    """

    document: int
    position: int
    terms: tuple[str, ...]
    words: int
    weight: float = 1.0

    @cached_property
    def concepts(self) -> frozenset[Concept]:
        """Words and pairs of neighbouring words."""
        return frozenset([*self.terms, *pairwise(self.terms)])


def weigh(candidates: Iterable[Candidate]) -> dict[Concept, float]:
    """The weight of each concept over all documents of the candidates."""
    said = Counter(
        (candidate.document, concept) for candidate in candidates for concept in candidate.concepts
    )
    sums: dict[Concept, float] = {}
    for (_, concept), times in said.items():
        sums[concept] = sums.get(concept, 0.0) + times**0.5
    return {
        concept: (WORD if isinstance(concept, str) else PAIR) * total**POWER
        for concept, total in sums.items()
    }


def decay(position: int) -> float:
    """1 for the first sentence, a half after `DECAY` of them, and so on towards 0."""
    return DECAY / (DECAY + position)


def select(
    candidates: Sequence[Candidate],
    budget: int,
    weights: Mapping[Concept, float],
    first: Sequence[int] = (),
) -> list[int]:
    """Indices of the chosen candidates, in order of choice, within `budget` words.

    `first` are chosen already: they lead the result, and what they say is covered.
    The gain of a sentence can only fall while others are chosen, so that a stale value in the
    heap is an upper bound and only the top needs to be valued again (Minoux 1978).
    """
    chosen = list(first)
    covered = {concept for index in chosen for concept in candidates[index].concepts}
    left = budget - sum(candidates[index].words for index in chosen)
    heap = [
        (-_gain(candidate, weights, covered), index)
        for index, candidate in enumerate(candidates)
        if index not in chosen
    ]
    heapq.heapify(heap)
    least = 0.0
    while heap:
        _, index = heapq.heappop(heap)
        candidate = candidates[index]
        gain = _gain(candidate, weights, covered)
        if heap and gain < -heap[0][0]:
            heapq.heappush(heap, (-gain, index))
        elif gain <= least:
            break
        elif candidate.words > left:
            least = max(least, FILL * gain)
        elif not _repeats(candidate, covered):
            chosen.append(index)
            covered |= candidate.concepts
            left -= candidate.words
    return chosen


def _gain(candidate: Candidate, weights: Mapping[Concept, float], covered: set[Concept]) -> float:
    # A plain sum over a set would differ in its last digits from one run to the next.
    fresh = fsum(weights.get(concept, 0.0) for concept in candidate.concepts - covered)
    length: float = max(candidate.words, USUAL) ** LENGTH
    return fresh * candidate.weight * decay(candidate.position) / length


def _repeats(candidate: Candidate, covered: set[Concept]) -> bool:
    distinct = set(candidate.terms)
    return bool(distinct) and len(distinct & covered) / len(distinct) > COVERED
