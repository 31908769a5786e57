"""What a number of a sentence counts, by its unit and the words behind it.

Two numbers are of the `SAME` role where the passage, with another value, contradicts the claim:
"64 points" and "61 points". They are of `OTHER` roles where an equal value says nothing: "32
points" and "32 games". Mostly it is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from functools import cache, lru_cache
from itertools import takewhile

from summarize.check.amounts import Amount
from summarize.text.figure_words import PEOPLE
from summarize.text.patterns import compiled
from summarize.text.stopwords import STOPWORDS
from summarize.text.words import content, tokens

NEAR = 4  # words on each side of a number that are compared
WINDOW = 3  # words behind a number among which is what it counts
_REACH = 60  # characters in which they are looked for
_ORDINAL = r"(?:st|nd|rd|th|er|ère|e|ème|º|ª)(?!\p{L})"
_BORDER = r"[,.;:!?()\[\]\"“”«»、，。；]|[-–—]\s|\d"
_OLD = (
    r"[-‑\s]{0,2}(?:years?[-‑\s]{1,2}olds?|years\sof\sage|años\sde\sedad|jahre\salt"
    r"|anos\sde\sidade)\b"
)
_PERSON_BEFORE = r"(?:(?P<name>\p{L}[\p{L}.’'-]+)\s?[,(]|\b(?i:aged?|age of|age:|âgée?s? de))\s?$"
_PERSON_AFTER = r"\s?(?:[,.;)]|$)|\s(?:was|is|and|of|from|who|has|had)\b"
_OLDEST = 120
_YEARS = range(1800, 2100)
AGE = "age"
YEAR = "year"


class Role(Enum):
    """How what one number counts stands to what another counts."""

    SAME = auto()
    OTHER = auto()
    UNKNOWN = auto()


def compare(amount: Amount, other: Amount, language: str) -> Role:
    """Whether two numbers, of sentences in one language, count the same thing."""
    mine, theirs = unit(amount), unit(other)
    if mine != theirs:
        return Role.UNKNOWN if {mine, theirs} == {AGE, "years"} else Role.OTHER
    if mine == AGE:
        return _same_person(amount, other)
    nouns, others = _nouns(amount, language), _nouns(other, language)
    if nouns & others or (mine and not nouns and not others):
        return Role.SAME
    if mine or not nouns or not others or (nouns | others) & _vague(language):
        return Role.UNKNOWN
    near = nouns & _behind(other, language) or others & _behind(amount, language)
    return Role.UNKNOWN if near else Role.OTHER


@lru_cache(maxsize=20_000)
def unit(amount: Amount) -> str | None:
    """The unit of an amount; also that it is an age or a year, where no word says it."""
    value = amount.values[0]
    if compiled(_OLD).match(amount.text, amount.number_end):
        return AGE
    if amount.unit:
        return amount.unit
    if value > _OLDEST:
        return YEAR if value in _YEARS and amount.raw.isdecimal() else None
    person = _person(amount) is not None and compiled(_PERSON_AFTER).match(amount.text, amount.end)
    return AGE if person else None


def _person(amount: Amount) -> str | None:
    """The word before an age that is set apart by commas: a name, "man", or nothing ("aged")."""
    before = amount.text[max(0, amount.start - _REACH) : amount.start]
    person = compiled(_PERSON_BEFORE).search(before)
    return person and (person["name"] or "")


def _same_person(amount: Amount, other: Amount) -> Role:
    mine, theirs = _person(amount) or "", _person(other) or ""
    if not mine[:1].isupper() or not theirs[:1].isupper():
        return Role.UNKNOWN
    return Role.SAME if mine == theirs else Role.OTHER


@lru_cache(maxsize=20_000)
def _nouns(amount: Amount, language: str) -> frozenset[str]:
    """The stems of the words right behind it, up to a function word."""
    stop = STOPWORDS.get(language, frozenset())
    words = takewhile(lambda word: word not in stop, _clause(amount)[:WINDOW])
    return frozenset(stem for word in words for stem in content(word, language))


@lru_cache(maxsize=20_000)
def _behind(amount: Amount, language: str) -> frozenset[str]:
    """The stems of all words behind it, up to the next number or the end of the clause."""
    return frozenset(stem for word in _clause(amount) for stem in content(word, language))


def alike(amount: Amount, other: Amount) -> int:
    """How many words two numbers have around them in common, at most one place apart."""
    return len(_around(amount)[0] & _around(other)[1])


@lru_cache(maxsize=20_000)
def _around(amount: Amount) -> tuple[frozenset[tuple[int, str]], frozenset[tuple[int, str]]]:
    """The words next to it, by place (-1 is right before it); the same, one place off as well."""
    before = tokens(amount.text[max(0, amount.start - _REACH) : amount.start])[-NEAR:]
    after = tokens(amount.text[amount.end : amount.end + _REACH])[:NEAR]
    words = frozenset((*enumerate(before, -len(before)), *enumerate(after, 1)))
    near = frozenset((place + step, word) for place, word in words for step in (-1, 0, 1))
    return words, near


def _clause(amount: Amount) -> Sequence[str]:
    after = amount.text[amount.end : amount.end + _REACH]
    if len(after) == _REACH:  # the last word may be cut
        after = after.rpartition(" ")[0]
    if ordinal := compiled(_ORDINAL).match(after):
        after = after[ordinal.end() :]
    return tokens(compiled(_BORDER).split(after, 1)[0])


@cache
def _vague(language: str) -> frozenset[str]:
    """What anything may be called: "870 people" can be 870 infections, "four times" four goals."""
    words = (*PEOPLE.get(language, ()), "times", "fois", "veces")
    return frozenset(stem for word in words for stem in content(word, language))
