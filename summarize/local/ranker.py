"""What each sentence would bring to a brief: learned weights of word pairs and of places.

1. A pair of neighbouring words weighs how likely it is that a person's summary has it (logistic
   regression): by how many documents and sentences have it, how early, in a title.
2. A sentence has a factor: how much more, or less, of its pairs is found in summaries than their
   weights say (Poisson regression): by its place and length, whether it ends as a sentence does,
   quotes somebody, and says what other documents say.

`ranker.toml` holds the weights, written by `benchmarks/train_ranker.py`. Method: supervised
bigram weights after Li, Qian and Liu (2013), "Using supervised bigram-based ILP for extractive
summarization".
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import exp, log, log1p
from operator import mul

from summarize.local.select import Candidate, Pair, Values
from summarize.text.stopwords import STOPWORDS

PAIR_FEATURES = (
    "one", "documents", "share", "repeated", "sentences", "place", "presence",
    "title", "stop", "stops", "number",
)  # fmt: skip
SENTENCE_FEATURES = (
    "one", "place", "first", "depth", "length", "shared", "shared_place", "ended", "quoted",
)  # fmt: skip
TITLE, STOP, NUMBER, KINDS = 1, 2, 4, 8  # what a word can be, as bits
AFTER_DIGITS = ":"  # a folded word before it begins with a digit


# How the documents say a pair: the number of the last one looked at, how many say it, in how many
# sentences, its first place, and the sum over documents of 1 / (1 + its first place there).
# A plain tuple, made for each repetition of a pair: named ones took a third of the time of all.
Seen = tuple[int, int, int, int, float]


@dataclass(frozen=True, slots=True)
class Survey:
    """The pairs of some candidates, how each is said, and which ones each candidate has."""

    pairs: Sequence[Pair]
    seen: Sequence[Seen]
    of: Sequence[Sequence[int]]


def rank(candidates: Sequence[Candidate], titles: Iterable[str] = ()) -> Values:
    """The values of candidates; `titles` are the folded words of their documents' titles."""
    weights = _weights()
    found = survey(candidates)
    pairs = _pair_weights(found, kinds(candidates, titles), _documents(candidates))
    factors = [
        exp(sum(map(mul, weights.sentence, row))) * _lead(candidate, weights.lead)
        for candidate, row in zip(candidates, sentence_features(candidates, found), strict=True)
    ]
    return Values(pairs, found.of, factors)


def survey(candidates: Sequence[Candidate]) -> Survey:
    """How the documents of the candidates say each pair of neighbouring words."""
    number: dict[Pair, int] = {}
    seen: list[Seen] = []
    of: list[Sequence[int]] = [()] * len(candidates)
    for index in sorted(range(len(candidates)), key=lambda i: _place(candidates[i])):
        document, place = _place(candidates[index])
        presence = 1 / (1 + place)
        new = (document, 1, 1, place, presence)
        own: list[int] = []
        for pair in dict.fromkeys(pairwise(candidates[index].tokens)):
            known = number.get(pair)
            if known is None:
                known = number[pair] = len(seen)
                seen.append(new)  # the same one for all: most pairs are in one sentence only
            else:
                last, documents, sentences, first, before = seen[known]
                if last == document:
                    seen[known] = (document, documents, sentences + 1, first, before)
                else:
                    first, before = min(first, place), before + presence
                    seen[known] = (document, documents + 1, sentences + 1, first, before)
            own.append(known)
        of[index] = own
    return Survey(tuple(number), seen, of)


def _place(candidate: Candidate) -> tuple[int, int]:
    return candidate.document, candidate.position


def kinds(candidates: Iterable[Candidate], titles: Iterable[str]) -> dict[str, int]:
    """For each word of the candidates whether it is of a title, a stop word, a number."""
    languages = {candidate.language for candidate in candidates}
    stop = frozenset[str]().union(*(STOPWORDS.get(one, ()) for one in languages))
    found = dict.fromkeys(set[str]().union(*[candidate.tokens for candidate in candidates]), 0)
    numbers = {word for word in found if word < AFTER_DIGITS}
    for kind, those in ((TITLE, {*titles}), (STOP, stop), (NUMBER, numbers)):
        for word in those & found.keys():
            found[word] |= kind
    return found


def _documents(candidates: Iterable[Candidate]) -> int:
    return len({candidate.document for candidate in candidates})


def said_features(seen: Seen, documents: int) -> tuple[float, ...]:
    """The first of `PAIR_FEATURES`: how a pair is said, where there are so many documents."""
    _, said_by, sentences, first, presence = seen
    return (
        1.0,
        log(said_by),
        said_by / documents,
        float(said_by > 1),
        log(sentences),
        log1p(first),
        log(presence),
    )


def kind_features(left: int, right: int) -> tuple[float, ...]:
    """The last of `PAIR_FEATURES`: what the two words are."""
    stops = bool(left & STOP) + bool(right & STOP)
    title, number = left & right & TITLE, (left | right) & NUMBER
    return float(bool(title)), float(stops == 1), float(stops == 2), float(bool(number))


def sentence_features(candidates: Sequence[Candidate], found: Survey) -> list[tuple[float, ...]]:
    """In the order of `SENTENCE_FEATURES`, a row for each candidate."""
    mean = sum(candidate.words for candidate in candidates) / max(len(candidates), 1)
    last: dict[int, int] = {}
    for candidate in candidates:
        last[candidate.document] = max(last.get(candidate.document, 0), candidate.position)
    several = [seen[1] > 1 for seen in found.seen]
    rows: list[tuple[float, ...]] = []
    for candidate, pairs in zip(candidates, found.of, strict=True):
        place = log1p(candidate.position)
        shared = sum(map(several.__getitem__, pairs)) / max(len(pairs), 1)
        first = float(candidate.position == 0)
        depth = candidate.position / (1 + last[candidate.document])
        length = log(max(candidate.words, 1) / max(mean, 1))
        form = float(candidate.ended), float(candidate.quoted)
        rows.append((1.0, place, first, depth, length, shared, shared * place, *form))
    return rows


def _pair_weights(found: Survey, kind: Mapping[str, int], documents: int) -> list[float]:
    weights = _weights()
    table = weights.kinds
    said: dict[Seen, float] = {}  # many pairs are said alike: each value is made once
    against, last = 0.0, None
    made: list[float] = []
    for (left, right), one in zip(found.pairs, found.seen, strict=True):
        if one is not last:
            if one not in said:
                odds = sum(map(mul, weights.said, said_features(one, documents)))
                said[one] = exp(-odds)
            against, last = said[one], one
        made.append(1 / (1 + against * table[kind[left]][kind[right]]))
    return made


def _lead(candidate: Candidate, halves: Mapping[str, float]) -> float:
    """1 for the first sentence, a half after as many as `halves` says for its language."""
    half = halves.get(candidate.language)
    return 1.0 if half is None else half / (half + candidate.position)


@dataclass(frozen=True, slots=True)
class _Weights:
    said: Sequence[float]
    kinds: Sequence[Sequence[float]]  # odds against, by the kinds of both words
    sentence: Sequence[float]
    lead: Mapping[str, float]


@cache
def _weights() -> _Weights:
    text = (files("summarize.local") / "ranker.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    pair = [table["pair"][name] for name in PAIR_FEATURES]
    sentence = [table["sentence"][name] for name in SENTENCE_FEATURES]
    cut = len(PAIR_FEATURES) - len(kind_features(0, 0))
    kinds = [
        [exp(-sum(map(mul, pair[cut:], kind_features(left, right)))) for right in range(KINDS)]
        for left in range(KINDS)
    ]
    return _Weights(pair[:cut], kinds, sentence, table["lead"])
