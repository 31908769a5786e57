"""Which sentences to keep: greedy coverage of weighted word pairs within a budget of words.

1. What a sentence says are the pairs of its neighbouring words, stop words among them.
2. `ranker.py` weighs each pair and gives each sentence a factor.
3. Take the sentence with the greatest weight of pairs not yet covered, times its factor, divided by
   a power of its length; skip one whose content words are mostly covered already.
4. Go on with what still fits, until nothing does.

Method: maximum coverage with a knapsack, after Gillick and Favre (2009), "A scalable global model
for summarization", and Lin and Bilmes (2010) for the length scaling of the greedy step. Swapping
chosen sentences for others until the covered weight is greatest fills the budget better, and was
worse by 1 to 2 points of ROUGE-2 on the NeuS set: what is chosen first carries the brief.

`weigh` weighs single words too, for choosing a bottom line, a headline or quotations.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

# Measured in benchmarks/quality.md.
LENGTH = 0.7  # 0 favours long sentences, 1 dense ones
USUAL = 15  # words; a shorter sentence gains nothing by being short
COVERED = 0.8  # share of a sentence's words that may be covered before it is a repetition

PAIR = 1.0  # in `weigh`, weight of a pair of words beside that of a word
WORD = 0.4
POWER = 3.0  # how strongly repetition across documents counts

_END = re.compile(r"[.!?…。！？؟۔।][\"”’»›」』)\]]*$")
_MARK = re.compile('["“”„«»「」『』]')

Pair = tuple[str, str]
Concept = str | Pair


@dataclass(frozen=True)
class Candidate:
    """A sentence that may be chosen: its words, its place, its length.

    `document` is the number of its document, `position` its number among that one's sentences,
    `tokens` are its folded words and `terms` the stems of those that carry content, `words` is its
    length in words, `language` a code of two letters. `ended` says that it ends with a full stop or
    the like, `quoted` that it has a quotation mark; `weight` is a factor of the caller (1 is none).
    `needs` is the index of the candidate that says whom this one means: it is chosen after that one
    only. One whose `needs` is its own index is never chosen, for that sentence is missing.
    """

    document: int
    position: int
    tokens: tuple[str, ...]
    terms: tuple[str, ...]
    words: int
    language: str = ""
    ended: bool = True
    quoted: bool = False
    weight: float = 1.0
    needs: int | None = None

    @cached_property
    def concepts(self) -> frozenset[Concept]:
        """Content words and pairs of neighbouring ones."""
        return frozenset([*self.terms, *pairwise(self.terms)])


def form(text: str) -> tuple[bool, bool]:
    """`ended` and `quoted` of a sentence."""
    return bool(_END.search(text)), bool(_MARK.search(text))


@dataclass(frozen=True, slots=True)
class Values:
    """The weight of each pair (0 to 1), and of each candidate its pairs and a factor (around 1)."""

    weights: Sequence[float]
    pairs: Sequence[Sequence[int]]
    factors: Sequence[float]


def weigh(candidates: Iterable[Candidate]) -> dict[Concept, float]:
    """The weight of each concept: the cube of how much the candidates' documents say it.

    That is the sum, over documents, of the root of the number of its sentences that hold it: what
    several documents repeat weighs most.
    """
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


def select(candidates: Sequence[Candidate], budget: int, values: Values) -> list[int]:
    """Indices of the chosen candidates, in order of choice, within `budget` words.

    `values` are those of `ranker.rank` for these candidates. The gain of a sentence can only fall
    while others are chosen, so that a stale value in the heap is an upper bound and only the top
    needs to be valued again (Minoux 1978).
    """
    chosen: list[int] = []
    weights = list(values.weights)  # 0 once covered
    said: set[str] = set()
    left = budget

    def gain(index: int) -> float:
        one = candidates[index]
        fresh = sum(map(weights.__getitem__, values.pairs[index]))
        return float(fresh * values.factors[index] * one.weight / max(one.words, USUAL) ** LENGTH)

    waiting = _waiting(candidates)
    late = {index for those in waiting.values() for index in those}
    heap = [(-gain(index), index) for index in range(len(candidates)) if index not in late]
    heapq.heapify(heap)
    while heap:
        _, index = heapq.heappop(heap)
        candidate = candidates[index]
        if candidate.words > left or _repeats(candidate, said):
            continue  # for good: what is left only shrinks, what is said only grows
        now = gain(index)
        if heap and now < -heap[0][0]:
            heapq.heappush(heap, (-now, index))
        elif now > 0.0:
            chosen.append(index)
            for pair in values.pairs[index]:
                weights[pair] = 0.0
            said.update(candidate.terms)
            left -= candidate.words
            for one in waiting.get(index, ()):
                heapq.heappush(heap, (-gain(one), one))
    return chosen


def _waiting(candidates: Sequence[Candidate]) -> dict[int, list[int]]:
    """For each candidate those that may be chosen only after it."""
    waiting: dict[int, list[int]] = {}
    for index, one in enumerate(candidates):
        if one.needs is not None:
            waiting.setdefault(one.needs, []).append(index)
    return waiting


def _repeats(candidate: Candidate, said: set[str]) -> bool:
    distinct = set(candidate.terms)
    return bool(distinct) and len(distinct & said) / len(distinct) > COVERED
