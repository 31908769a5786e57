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
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from summarize.article import Article, Quote, Sentence
from summarize.check.stems import stems

# Measured with benchmarks/check_text.py.
ALSO = 0.3
NEAR = 0.3  # share of the weight of a sentence's words; below it a statement says something else
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


class Finder:
    """Where the words of some articles stand."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._said: list[Said] = []
        self._places: dict[str, dict[str, list[int]]] = {}  # by language and stem
        for article in articles:
            places = self._places.setdefault(article.language, {})
            for sentence in article.statements:
                text = article.text[sentence.start : sentence.end]
                for stem in stems(text, article.language):
                    places.setdefault(stem, []).append(len(self._said))
                self._said.append(Said(article, sentence))

    def passages(
        self, text: str, language: str, within: Collection[str] = ()
    ) -> list[tuple[Quote, ...]]:
        """Passages for a sentence, the nearest first; none where no statement comes near it.

        `within` are ids of the articles to look in; empty for all.
        """
        weights = self._weights(stems(text, language), language)
        total = math.fsum(weights.values())
        scores = self._scores(weights, language, within)
        best = scores.most_common(1)[0][1] if scores else 0.0
        if not best or best < NEAR * total:
            return []
        # Of equals the one that stands first.
        ranked = sorted(scores, key=lambda place: (-scores[place], place))[:PASSAGES]
        near = [place for place in ranked if scores[place] >= CLOSE * best]
        also = {place for place, score in scores.items() if score >= ALSO * total}
        return [self._with_rest(place, weights, language, within, also) for place in near]

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

    def _weights(self, words: Collection[str], language: str) -> dict[str, float]:
        places = self._places.get(language, {})
        many = len(self._said)
        return {
            word: math.log(1 + many / (1 + len(places.get(word, ())))) for word in sorted(words)
        }

    def _scores(
        self, weights: dict[str, float], language: str, within: Collection[str]
    ) -> Counter[int]:
        places = self._places.get(language, {})
        scores: Counter[int] = Counter()
        for word, weight in weights.items():
            found: Sequence[int] = places.get(word, ())
            if within:
                found = [place for place in found if self._said[place].article.id in within]
            for place in found if len(found) <= COMMON else ():
                scores[place] += weight  # type: ignore[assignment] # a Counter of weights
        return scores

    def _with_rest(
        self,
        place: int,
        weights: dict[str, float],
        language: str,
        within: Collection[str],
        near: set[int],
    ) -> tuple[Quote, ...]:
        """The statement at `place`, and one that has enough of the words it lacks."""
        first = self._said[place]
        text = first.article.text[first.sentence.start : first.sentence.end]
        left = {w: weight for w, weight in weights.items() if w not in stems(text, language)}
        gains = self._scores(left, language, within)
        own = first.article.id
        # Of another article only one that is near by itself: two that have half of it each by
        # chance would say what neither says.
        gains = {
            at: gain for at, gain in gains.items() if at in near or self._said[at].article.id == own
        }
        # Of equals the one that stands nearest.
        ranked = sorted(gains, key=lambda at: (-gains[at], abs(at - place), at))[:1]
        enough = GAIN * math.fsum(weights.values())
        more = [self._said[at].quote for at in ranked if gains[at] >= enough]
        return (first.quote, *more)
