"""Which texts are copies of one another, whatever was dropped from them or lightly edited.

1. Candidates: MinHash with LSH bands over shingles of words (Broder 1997; rensa).
2. Proof: the share of one text, counted in words, whose sentences stand in the other as well,
   word for word or nearly. Two sentences that name others or give other numbers are no copies,
   however like their words: so two events of one kind are told in one paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from summarize.article import Article
from summarize.stories.particulars import Particulars, agree, particulars
from summarize.text.datelines import body_start
from summarize.text.words import tokens

if TYPE_CHECKING:
    from rensa import RMinHash

# Two copies that each lost other 40 % of their sentences share 0.43 of their shingles, less what
# was edited. 64 bands of 2 rows find 1 - (1 - j²)^64 of the pairs that share j: 99.8 % at 0.3, 93 %
# at 0.2; benchmarks/origins.md has the measured recall.
SHINGLE = 3  # words
PERMUTATIONS = 128
BANDS = 64
# A candidate below this estimate is not worth reading; the estimate errs by 0.04 (one sigma).
LEAST_ESTIMATE = 0.15
# Copies keep the order of sentences: the head of a long text tells whether it is one.
HEAD = 20_000  # characters
SENTENCES = 400  # of the same head

# One sentence is nearly the other: so much of the words of both together stand in both. Two words
# changed of 25 leave 0.85; two reporters at one press conference seldom pass 0.5.
NEAR_SENTENCE = 0.6
# One text is a copy of the other when so much of it stands in the other (benchmarks/origins.md).
COPIED = 0.5

_SEED = 1


@dataclass(frozen=True)
class Wording:
    """A sentence as it is compared: its words in order, and what it names and counts."""

    words: tuple[str, ...]
    particulars: Particulars

    @cached_property
    def bag(self) -> frozenset[str]:
        """Its words, each once."""
        return frozenset(self.words)


def wording(text: str, language: str) -> Wording:
    """How a sentence is worded."""
    words = tokens(text)
    return Wording(words, particulars(text, words, language))


def candidate_pairs(articles: Sequence[Article]) -> Iterator[tuple[int, int]]:
    """Index pairs `first < second` of articles that may be copies."""
    from rensa import RMinHashLSH

    index = RMinHashLSH(LEAST_ESTIMATE, PERMUTATIONS, BANDS)
    sketches: list[RMinHash] = []
    for second, article in enumerate(articles):
        sketch = _sketch(article)
        for first in sorted(index.query(sketch)):
            if sketches[first].jaccard(sketch) >= LEAST_ESTIMATE:
                yield first, second
        index.insert(second, sketch)
        sketches.append(sketch)


def is_copy(one: Sequence[Wording], other: Sequence[Wording]) -> bool:
    """Most of the shorter text stands in the other, sentence by sentence (`body_sentences`)."""
    return _most_in(one, other) or _most_in(other, one)


def body_sentences(article: Article) -> list[Wording]:
    """The words of the first sentences, byline and dateline left off, headings left out."""
    start = body_start(article.text)
    head = islice((s for s in article.sentences if not s.is_heading), SENTENCES)
    spans = ((max(s.start, start), s.end) for s in head)
    texts = (article.text[begin:end] for begin, end in spans if begin < end)
    worded = (wording(text, article.language) for text in texts)
    return [sentence for sentence in worded if sentence.words]


def _most_in(part: Sequence[Wording], whole: Sequence[Wording]) -> bool:
    """Whether `COPIED` of `part`, in words, is in sentences that `whole` has, nearly or exactly."""
    exact = {sentence.words for sentence in whole}
    known = frozenset[str]().union(*(sentence.bag for sentence in whole))
    total = sum(len(sentence.words) for sentence in part)
    found, left = 0, total
    for sentence in part:
        left -= len(sentence.words)
        # What is nearly a sentence of `whole` has so many of its words: a quick no for the others.
        likely = len(sentence.bag & known) >= NEAR_SENTENCE * len(sentence.bag)
        if sentence.words in exact or (likely and says(sentence, whole)):
            found += len(sentence.words)
        elif found + left < COPIED * total:
            return False
    return total > 0


def says(sentence: Wording, others: Sequence[Wording]) -> bool:
    """Whether one of `others` is nearly `sentence`, with no other name or number in its place."""
    return any(
        is_near(sentence.bag, other.bag) and agree(sentence.particulars, other.particulars)
        for other in others
    )


def is_near(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sentences, as sets of words, are nearly the same (Jaccard)."""
    small, large = len(one), len(other)
    if small > large:
        small, large = large, small
    if small < NEAR_SENTENCE * large:
        return False
    both = len(one & other)
    return both >= NEAR_SENTENCE * (small + large - both)


def _sketch(article: Article) -> RMinHash:
    from rensa import RMinHash

    start = body_start(article.text)
    words = tokens(article.text[start : start + HEAD]) or tokens(article.title)
    runs = zip(*(words[place:] for place in range(SHINGLE)), strict=False)
    sketch = RMinHash(PERMUTATIONS, _SEED)
    sketch.update(list(map(" ".join, runs)) or [" ".join(words)])
    return sketch
