"""Does one passage, alone, say what a claim says?

1. A near-copy does: all but a few of its words in the same order, the same numbers and dates.
2. So does a passage that has every number and date of the claim, enough of its names and enough
   of its content words, and denies nothing that the claim does not deny (nor the reverse).
Languages are not bridged here: stems of two languages share little, so the answer is no.
"""

from __future__ import annotations

from itertools import pairwise

from summarize.check.facts import Facts

# Measured with benchmarks/carry.py on 196 pairs of sentences labelled by hand: precision 0.93,
# recall 0.52. A wrong "3 origins" is worse than a missed one, so precision was bought with recall.
COPY = 0.85  # share of the words of the longer sentence that stand in the other
COPY_RUNS = 0.7  # and share of its pairs of neighbouring words: who rewrites changes the order
COPY_WORDS = 6  # fewer words than this are alike by chance
CONTENT = 0.65  # share of the claim's content words that the passage has
CONTENT_WORDS = 4  # and at least so many of them
NAMES = 0.5  # share of the words of the claim's names


def near_copy(one: Facts, other: Facts) -> bool:
    """Whether two sentences are one text, give or take a few words."""
    if one.order == other.order:
        return bool(one.order)
    longest = max(len(one.words), len(other.words))
    if longest < COPY_WORDS or len(one.words & other.words) < COPY * longest:
        return False
    pairs, others = set(pairwise(one.order)), set(pairwise(other.order))
    return len(pairs & others) >= COPY_RUNS * max(len(pairs), len(others)) and (
        (one.negated, one.numbers, one.dates) == (other.negated, other.numbers, other.dates)
    )


def carries(passage: Facts, claim: Facts) -> bool:
    """Whether `passage` alone says what `claim` says."""
    if near_copy(passage, claim):
        return True
    shared = len(passage.words & claim.words)
    return (
        shared >= max(CONTENT_WORDS, CONTENT * len(claim.words))
        and claim.numbers <= passage.numbers
        and claim.dates <= passage.dates
        and claim.negated == passage.negated
        and len(claim.names & passage.names) >= NAMES * len(claim.names)
    )
