"""Does a claim have the opposite of a word of its passage: "raised" for "lowered"?

A finding is a word of the claim whose opposite (`opposite_words.py`) stands in the passage among
the same words, where the passage has neither the claim's word nor one that means as much. Where one
of both sentences denies something, or has both words of a pair, nothing is said: "did not accept"
is no opposite of "rejected".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from summarize.check.marks import marked
from summarize.check.nearness import Around, around, content_words, weight
from summarize.check.negation_words import DENIALS
from summarize.check.opposite_words import LEADING, PAIRS
from summarize.check.sides import Looked, Side
from summarize.check.stems import stem
from summarize.claims import Finding
from summarize.text.words import tokens

MARGIN = 0.2
SHARE = 0.5  # of what the words around the claim's weigh together
CLOSE = 2  # content words: so near to both one of the words must be
LONGEST = 2  # words of an entry of LEADING

# Which row of the table, and which side of it.
Place = tuple[int, int]
Table = Mapping[str, frozenset[Place]]


@dataclass(frozen=True, eq=False)
class _Word:
    """A word that has opposites: as it stands, its places in the table, and what is around it.

    `next` is the content word that follows, where it is a word of `LEADING`.
    """

    text: str
    places: frozenset[Place]
    around: Around
    next: str | None

    @property
    def opposite(self) -> frozenset[Place]:
        return frozenset((row, 1 - side) for row, side in self.places)


def opposites(claim: Side, passage: Sequence[Side]) -> Looked:
    """Items are the words of the claim whose opposite the passage has in their place."""
    own = [word for word in _read(claim.text, claim.language) if not _is_denied(word, claim)]
    if not own:
        return Looked()
    sides = [side for side in passage if side.language == claim.language]
    words = [(side, word) for side in sides for word in _read(side.text, side.language)]
    found = [(word, _turned(word, words)) for word in own]
    findings = (
        Finding("opposite", word.text, f"the passage says “{other.text}” here")
        for word, other in found
        if other
    )
    told = tuple(dict.fromkeys(findings))
    return Looked(len(told), told)


def _turned(word: _Word, words: Sequence[tuple[Side, _Word]]) -> _Word | None:
    """The opposite of `word` that stands in its place."""
    same = (other for _, other in words if other.places & word.places)
    said = max((_likeness(word, other) for other in same), default=0.0) + MARGIN
    least = max(SHARE, said)
    for side, other in words:
        if other.places & word.opposite and _likeness(word, other) >= least:
            if _is_close(word, other) and not _is_denied(other, side):
                return other
    return None


def _likeness(word: _Word, other: _Word) -> float:
    """The part of what is around one word that is around the other."""
    if word.next is not None and (word.next != other.next or not word.next):
        return 0.0
    return weight(word.around, other.around) / (weight(word.around, word.around) or 1)


def _is_close(word: _Word, other: _Word) -> bool:
    one, two = word.around, other.around
    if word.next is not None:
        return True
    return any(max(one[each], two[each]) <= CLOSE for each in one.keys() & two.keys())


def _is_denied(word: _Word, side: Side) -> bool:
    denials = marked(side.text, side.language, DENIALS[side.language]).plain
    return any(word.text in denial.text or stem(word.text, side.language) in denial.near for denial in denials)


@lru_cache(maxsize=20_000)
def _read(text: str, language: str) -> tuple[_Word, ...]:
    return tuple(_words(tokens(text), language)) if language in PAIRS else ()


def _words(found: Sequence[str], language: str) -> Iterator[_Word]:
    forms, leading = _forms(language), _leading(language)
    for place, token in enumerate(found):
        near, rest = found[:place], found[place + 1 :]
        if places := forms.get(stem(token, language)):
            yield _Word(token, places, around(near, rest, language), None)
        for length in range(1, LONGEST + 1):
            text = " ".join(found[place : place + length])
            if places := leading.get(text):
                after = found[place + length :]
                following = [*content_words(after, language), ""][0]
                yield _Word(text, places, around(near, after, language), following)


@cache
def _forms(language: str) -> Table:
    table: defaultdict[str, set[Place]] = defaultdict(set)
    for row, pair in enumerate(PAIRS[language]):
        for side, words in enumerate(pair):
            for word in words.split():
                table[stem(word, language)].add((row, side))
    return {word: frozenset(places) for word, places in table.items()}


@cache
def _leading(language: str) -> Table:
    table: defaultdict[str, set[Place]] = defaultdict(set)
    for row, pair in enumerate(LEADING[language], len(PAIRS[language])):
        for side, words in enumerate(pair):
            for word in words.split():
                table[word.replace("_", " ")].add((row, side))
    return {word: frozenset(places) for word, places in table.items()}
