"""Does a claim have the opposite of a word of its passage: "raised" for "lowered"?

A finding is a word of the claim whose opposite (`opposite_words.py`) stands in its passage among
the same words, where no word that means as much has as many of them. Of a passage that has the
claim's word as well nothing is said ("120 seats in the north, 45 in the south"). Next to a denial
nothing is said: "did not accept" is no opposite of "rejected".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from summarize.check.marks import marked
from summarize.check.nearness import Around, around, content_words, weight
from summarize.check.negation_words import DENIALS
from summarize.check.opposite_words import COUNTING, LEADING, PAIRS
from summarize.check.sides import Looked, Side
from summarize.check.stems import numerals, stem
from summarize.claims import Finding
from summarize.text.words import tokens

# The part of what is around the claim's word that must be around the opposite, and how much more
# that must be than what is around the same word elsewhere. Measured with benchmarks/misplaced.py:
# no false alarm on 1225 right sentences, and 68 % of 372 words that were turned round are found.
SHARE = 0.4
MARGIN = 0.1
CLOSE = 2  # content words: so near to both one of the words must be
LONGEST = 2  # words that a table has one entry for

# Which table, which row of it, and which side of that.
Place = tuple[str, int, int]
_TABLES = {"form": PAIRS, "leading": LEADING, "counting": COUNTING}


@dataclass(frozen=True, eq=False)
class _Word:
    """A word that has opposites: what parts it from the rest of its sentence, and its places.

    `leads` is the content word that follows, for those that have their opposite before the same.
    """

    side: Side
    start: int
    end: int
    places: frozenset[Place]
    leads: str | None

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        return tokens(self.side.text)

    @property
    def text(self) -> str:
        return " ".join(self.tokens[self.start : self.end])

    @property
    def opposite(self) -> frozenset[Place]:
        return frozenset((kind, row, 1 - side) for kind, row, side in self.places)

    @cached_property
    def around(self) -> Around:
        return around(self.tokens[: self.start], self.tokens[self.end :], self.side.language)

    @cached_property
    def is_denied(self) -> bool:
        denials = marked(self.side.text, self.side.language, DENIALS[self.side.language]).plain
        own = stem(self.tokens[self.start], self.side.language)
        said = ((denial, denial.text.casefold()) for denial in denials)
        return any(
            not shown.startswith(self.text) and (self.text in shown or own in denial.near)
            for denial, shown in said
        )


def opposites(claim: Side, passage: Sequence[Side]) -> Looked:
    """An item for each word of the claim that has an opposite in its place in the passage."""
    own = _read(claim)
    if not own:
        return Looked()
    told = [word for side in passage if side.language == claim.language for word in _read(side)]
    turned = ((word, _turned(word, told)) for word in own)
    findings = dict.fromkeys(
        Finding("opposite", word.text, f"the passage says “{other.text}” here")
        for word, other in turned
        if other
    )
    return Looked(len(findings), tuple(findings))


def _turned(word: _Word, told: Sequence[_Word]) -> _Word | None:
    """The opposite of `word` that stands in its place."""
    others = [other for other in told if other.places & word.opposite]
    if not others or word.is_denied or any(other.text == word.text for other in told):
        return None
    same = (_likeness(word, other) for other in told if other.places & word.places)
    least = max(SHARE, max(same, default=0.0) + MARGIN)
    return next(
        (
            other
            for other in others
            if _likeness(word, other) >= least and _is_close(word, other) and not other.is_denied
        ),
        None,
    )


def _likeness(word: _Word, other: _Word) -> float:
    """The part of what is around one word that is around the other."""
    if word.leads != other.leads:
        return 0.0
    return weight(word.around, other.around) / (weight(word.around, word.around) or 1)


def _is_close(word: _Word, other: _Word) -> bool:
    one, two = word.around, other.around
    return any(max(one[each], two[each]) <= CLOSE for each in one.keys() & two.keys())


@lru_cache(maxsize=20_000)
def _read(side: Side) -> tuple[_Word, ...]:
    return tuple(_words(side)) if side.language in PAIRS else ()


def _words(side: Side) -> Iterator[_Word]:
    found, language = tokens(side.text), side.language
    for start, token in enumerate(found):
        forms, opens = _known(token, language)
        if forms:
            yield _Word(side, start, start + 1, forms, None)
        for end in range(start + 1, start + LONGEST + 1) if opens else ():
            rest = found[end:]
            kind = "counting" if _is_number(rest, language) else "leading"
            if places := _table(kind, language).get(" ".join(found[start:end])):
                yield _Word(side, start, end, places, [*content_words(rest, language), ""][0])


@lru_cache(maxsize=100_000)
def _known(token: str, language: str) -> tuple[frozenset[Place], bool]:
    """The places of a word, and whether it opens an entry of the tables of exact words."""
    places = _table("form", language).get(stem(token, language), frozenset())
    return places, token in _openers(language)


@cache
def _openers(language: str) -> frozenset[str]:
    exact = (*_table("leading", language), *_table("counting", language))
    return frozenset(entry.partition(" ")[0] for entry in exact)


def _is_number(rest: Sequence[str], language: str) -> bool:
    return bool(rest) and (rest[0][0].isdigit() or rest[0] in numerals(language))


@cache
def _table(kind: str, language: str) -> Mapping[str, frozenset[Place]]:
    table: defaultdict[str, set[Place]] = defaultdict(set)
    for row, pair in enumerate(_TABLES[kind][language]):
        for side, words in enumerate(pair):
            for word in words.split():
                form = stem(word, language) if kind == "form" else word.replace("_", " ")
                table[form].add((kind, row, side))
    return {word: frozenset(places) for word, places in table.items()}
