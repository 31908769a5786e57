"""Passages for a sentence that cites none: the statements of the sources that say most of it.

Statements share content words (stems) with the sentence; a word weighs the more, the fewer
statements have it. Two statements make a passage: the one that shares most, and the one that has
most of what is still missing. Where several statements share nearly as much, each begins a passage
of its own, since sources differ and one of them is enough. Articles in another language than the
sentence share only names with it: they give no passages.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from summarize.article import Article, Quote, Sentence
from summarize.check.sides import Side
from summarize.check.stems import stems

# Measured with benchmarks/check_text.py on 1,225 right sentences and 194 articles. With NEAR at 0.3
# a false finding on 3.1 % of them instead of 1.9 %. With ALSO at 0.2, of sentences from an article
# that is no source 12.7 % were supported instead of 6.4 %.
NEAR = 0.2  # share of the weight of a sentence's words; below it a statement says something else
ALSO = 0.4  # the same, for the second statement of a passage where it is of another article
CLOSE = 0.75  # share of the best statement's score
PASSAGES = 6  # passages for one sentence, at most
GAIN = 0.1  # share of a sentence's weight that a second statement has to add
COMMON = 4_000  # statements; a word that more have tells nothing, and looking at all takes long
NAMES = 2  # words shared with a statement in another language: they are names


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of the sources."""

    article: Article
    sentence: Sentence

    @property
    def quote(self) -> Quote:
        """Its words as evidence."""
        return self.article.quote(self.sentence.start, self.sentence.end)

    @property
    def text(self) -> str:
        """Its words."""
        return self.article.text[self.sentence.start : self.sentence.end]

    @property
    def side(self) -> Side:
        """The same for a check."""
        return Side(self.text, self.article.language, self.article.day)


@dataclass(frozen=True, slots=True)
class Weights:
    """The stems of a sentence, and what each weighs."""

    language: str
    of: Mapping[str, float]

    @property
    def total(self) -> float:
        """What they weigh together."""
        return math.fsum(self.of.values())


class Finder:
    """Where the words of some articles stand."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._said: list[Said] = []
        self._places: dict[str, dict[str, list[int]]] = {}  # by language and stem
        for article in articles:
            places = self._places.setdefault(article.language, {})
            for sentence in article.statements:
                said = Said(article, sentence)
                for stem in stems(said.text, article.language):
                    places.setdefault(stem, []).append(len(self._said))
                self._said.append(said)

    def passages(
        self, text: str, language: str, within: Collection[str] = ()
    ) -> list[tuple[Quote, ...]]:
        """Passages for a sentence, the nearest first; none where no statement comes near it.

        `within` are ids of the articles to look in; empty for all.
        """
        weights = self._weights(stems(text, language), language)
        total = weights.total
        scores = self._scores(weights, within)
        best = max(scores.values(), default=0.0)
        if not scores or best < NEAR * total:
            return []
        # Of equals the one that stands first.
        ranked = sorted(scores, key=lambda place: (-scores[place], place))[:PASSAGES]
        near = [place for place in ranked if scores[place] >= CLOSE * best]
        also = {place for place, score in scores.items() if score >= ALSO * total}
        return [(self._said[place].quote, *self._rest(place, weights, also)) for place in near]

    def said_in(self, within: Collection[str] = ()) -> list[Said]:
        """All statements of the articles with these ids; of all articles where none is named."""
        return [said for said in self._said if not within or said.article.id in within]

    def only_elsewhere(self, text: str, language: str) -> bool:
        """Whether only statements in other languages may say it, as far as names can tell."""
        words = stems(text, language)
        if language not in self._places:
            return True
        others = (each for each in self._places if each != language)
        shared = (
            Counter(place for word in words for place in self._places[other].get(word, ()))
            for other in others
        )
        return any(counts and max(counts.values()) >= NAMES for counts in shared)

    def _weights(self, words: Collection[str], language: str) -> Weights:
        places = self._places.get(language, {})
        many = len(self._said)
        weights = {w: math.log(1 + many / (1 + len(places.get(w, ())))) for w in sorted(words)}
        return Weights(language, weights)

    def _scores(self, weights: Weights, within: Collection[str]) -> dict[int, float]:
        """The weight of the words that each statement has."""
        places = self._places.get(weights.language, {})
        scores: dict[int, float] = {}
        for word, weight in weights.of.items():
            found: Sequence[int] = places.get(word, ())
            if within:
                found = [place for place in found if self._said[place].article.id in within]
            for place in found if len(found) <= COMMON else ():
                scores[place] = scores.get(place, 0.0) + weight
        return scores

    def _rest(self, place: int, weights: Weights, also: Collection[int]) -> list[Quote]:
        """A statement that has enough of the words which the one at `place` lacks, if there is one.

        One of another article has to be near by itself (`also`): two that happen to have half of
        the words each do not say together what neither says.
        """
        first = self._said[place]
        has = stems(first.text, weights.language)
        left = {word: weight for word, weight in weights.of.items() if word not in has}
        gains = {
            at: gain
            for at, gain in self._scores(Weights(weights.language, left), ()).items()
            if at in also or self._said[at].article is first.article
        }
        ranked = sorted(gains, key=lambda at: (-gains[at], abs(at - place), at))[:1]
        return [self._said[at].quote for at in ranked if gains[at] >= GAIN * weights.total]
