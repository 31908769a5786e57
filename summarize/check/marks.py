"""Reading a sentence for words that mark those next to them: denials ("not"), hedges ("may").

What such a word bears on is told by nearness, without a parser: the first content words after it
are its heads, and some more on both sides tell which statement it is in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

import regex

from summarize.check.stems import stem
from summarize.text.words import tokens

# How many content words belong to a mark. Measured with benchmarks/check_facts.py.
HEADS = 2  # after it, that it bears on
AFTER = 4  # from it (or from a word that none marks) on, that tell which statement it is
BEFORE = 3
SHOWN = 5  # words of a mark, in a finding

LONGEST = 2000  # characters of a sentence that are read; those of an article have at most 1,000
OPENING = 3  # letters of a word by which most are seen to begin no mark

_BORDERS = ";:()—–"
_WORDS = re.compile(rf"\w+(?:'t\b)?|[{_BORDERS}]")


@dataclass(frozen=True, slots=True, eq=False)  # known by itself: it is a key of every cache here
class Marking:
    """Words of one kind in one language, as `any_of` makes them.

    `plain` ones are looked for on the other side. `implied` ones mean the same in other ways and
    answer a plain one there, but are not looked for. `idle` ones look like marks and are none.
    `borders` end a clause, beside punctuation.
    """

    plain: str
    implied: str = "(?!)"
    idle: str = "(?!)"
    borders: str = "(?!)"


def any_of(words: str) -> str:
    """A regular expression for any of the words, which white space parts.

    `_` is a space, `*` any further letters, `+` at least one; the rest is as it is in `regex`.
    """
    letters = words.replace("*", r"\p{L}*").replace("+", r"\p{L}+")
    return "|".join(word.replace("_", " ") for word in letters.split())


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its text with what follows, the stems that it bears on, and all `near` it."""

    text: str
    plain: bool
    heads: tuple[str, ...]
    near: frozenset[str]


@dataclass(frozen=True)
class Marked:
    """The marks of a sentence, and its `clauses` as stems without the words of plain marks.

    `borne` are the places, by clause and stem, on which a mark bears.
    """

    marks: tuple[Mark, ...]
    clauses: tuple[tuple[str, ...], ...]
    borne: frozenset[tuple[int, int]]

    @cached_property
    def stated(self) -> Mapping[str, list[tuple[int, int]]]:
        """The places of each stem on which no mark bears."""
        places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for clause, words in enumerate(self.clauses):
            for place, word in enumerate(words):
                if (clause, place) not in self.borne:
                    places[word].append((clause, place))
        return dict(places)

    @property
    def plain(self) -> tuple[Mark, ...]:
        """The marks that must be answered."""
        return tuple(mark for mark in self.marks if mark.plain)


def closest(mark: Mark, heads: tuple[str, ...], sides: Sequence[Marked]) -> int:
    """How many words near `mark` stand near one of `heads`, where that is stated without a mark."""
    near = (
        _near(side.clauses[clause], place)
        for side in sides
        for head in heads
        for clause, place in side.stated.get(head, ())
    )
    return max((len(mark.near.intersection(words)) for words in near), default=0)


@lru_cache(maxsize=100_000)
def may_mark(text: str, language: str, marking: Marking) -> bool:
    """Whether a sentence may have a plain mark; it costs less to know than `marked`."""
    straight, shapes = _straight(text), _plain(marking)
    placed, openings = _placed(straight, language)
    opening = _opening(shapes, openings)
    return any(shapes.match(straight, each[0]) for each in placed if each[1] in opening)


@lru_cache(maxsize=100_000)
def marked(text: str, language: str, marking: Marking) -> Marked:
    """Read one sentence for the marks of one kind."""
    clauses: list[tuple[str, ...]] = []
    marks: list[Mark] = []
    borne: set[tuple[int, int]] = set()
    for words, found in _clauses(text, language, marking):
        marks += (_mark(words, *each) for each in found if words)
        borne |= {(len(clauses), each[0] + step) for each in found for step in range(HEADS)}
        clauses.append(tuple(words))
    return Marked(tuple(marks), tuple(clauses), frozenset(borne))


# In a clause: before which stem a mark stands, its text, and whether it is plain.
Found = list[tuple[int, str, bool]]


def _clauses(text: str, language: str, marking: Marking) -> Iterator[tuple[list[str], Found]]:
    """The stems of each clause without its plain marks, and the marks found in it."""
    straight = _straight(text)
    placed, openings = _placed(straight, language)
    shapes = _shapes(marking)
    opening = _opening(shapes, openings)
    words: list[str] = []
    found: Found = []
    after = inside = 0  # where the last mark ends, and the last one that has no content
    for start, letters, stemmed in placed:
        match = shapes.match(straight, start) if letters in opening else None
        kind = match.lastgroup if match and start >= after else None
        if match and kind:
            after = match.end()
            inside = inside if kind == "implied" else after
        if kind == "border":
            yield words, found
            words, found = [], []
        elif kind in ("plain", "implied"):
            shown = " ".join(straight[start : start + 20 * SHOWN].split()[:SHOWN])
            found.append((len(words), shown, kind == "plain"))
        if stemmed and start >= inside:
            words.append(stemmed)
    yield words, found


def _straight(text: str) -> str:
    return text[:LONGEST].replace("’", "'")


@lru_cache(maxsize=100_000)
def _placed(text: str, language: str) -> tuple[Sequence[tuple[int, str, str]], frozenset[str]]:
    """Words and clause borders, and how any of them begins.

    Of each: where it starts, its first letters, its stem ("" for none).
    """
    found = [(match.start(), match[0].casefold()) for match in _WORDS.finditer(text)]
    placed = [(start, word[:OPENING], _stem(word, language)) for start, word in found]
    return placed, frozenset(letters for _, letters, _ in placed)


@lru_cache(maxsize=100_000)
def _stem(word: str, language: str) -> str:
    return "".join(stem(token, language) for token in tokens(word))


def _opening(shapes: regex.Pattern[str], openings: frozenset[str]) -> frozenset[str]:
    """Those of `openings` with which one of the shapes may begin: most words are done at that."""
    return frozenset(letters for letters in openings if _opens(letters, shapes))


@lru_cache(maxsize=100_000)
def _opens(letters: str, shapes: regex.Pattern[str]) -> bool:
    return shapes.match(letters, partial=True) is not None


def _mark(words: Sequence[str], place: int, text: str, plain: bool) -> Mark:
    first = place + (not plain)
    heads = words[first : first + HEADS] or words[max(0, place - HEADS) : place]
    return Mark(text, plain, tuple(heads), frozenset(_near(words, place)))


def _near(words: Sequence[str], place: int) -> Sequence[str]:
    return words[max(0, place - BEFORE) : place + AFTER]


@cache
def _plain(marking: Marking) -> regex.Pattern[str]:
    return regex.compile(rf"(?:{marking.plain})(?!\p{{L}})", regex.IGNORECASE)


@cache
def _shapes(marking: Marking) -> regex.Pattern[str]:
    kinds = {
        "border": rf"[{_BORDERS}]|(?:{marking.borders})(?!\p{{L}})",
        "idle": rf"(?:{marking.idle})(?!\p{{L}})",
        "plain": rf"(?:{marking.plain})(?!\p{{L}})",
        "implied": rf"(?:{marking.implied})(?!\p{{L}})",
    }
    return regex.compile("|".join(f"(?P<{k}>{v})" for k, v in kinds.items()), regex.IGNORECASE)
