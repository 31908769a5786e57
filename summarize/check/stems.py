"""The words of a sentence as the checks of content compare them."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from summarize.check.stem_words import ABOUT_TEXT, IRREGULAR, ITSELF
from summarize.text.numeral_words import WORDS
from summarize.text.numerals import numbers
from summarize.text.quantities import unit_after
from summarize.text.words import content, tokens

SHORTEST = 6  # words this long are one when they begin alike ("popular", "popularised")
BEGINNING = 5
_UNIT = 40  # characters behind a number in which its unit stands


@lru_cache(maxsize=100_000)
def stem(token: str, language: str) -> str:
    """The stem of a folded token; "" for a stop word or a number, in digits or words."""
    if token[:1].isdigit() or token in numerals(language):
        return ""
    return "".join(content(IRREGULAR.get(language, {}).get(token, token), language))


@lru_cache(maxsize=100_000)
def stems(text: str, language: str) -> frozenset[str]:
    """The stems of the content words of a sentence, without units and those about the text itself.

    What a number counts in ("per cent", "euros") is compared with the number.
    """
    about = ABOUT_TEXT.get(language, frozenset())
    words = tokens(_without_units(text, language))
    return frozenset(stem(token, language) for token in words if token not in about) - {""}


def _without_units(text: str, language: str) -> str:
    kept, end = "", 0
    for number in numbers(text, language):
        if unit := unit_after(text[number.end : number.end + _UNIT]):
            kept, end = kept + text[end : number.end] + " ", number.end + unit[0]
    return kept + text[end:]


def speaks_of_itself(text: str, passages: Iterable[str], language: str) -> bool:
    """Whether a sentence names the text it was made from: "the passage mentions two films"."""
    named = ITSELF.get(language, frozenset()).intersection(tokens(text))
    return bool(named.difference(*map(tokens, passages)))


@cache
def numerals(language: str) -> frozenset[str]:
    """The words of a language that a number is written with."""
    words = WORDS.get(language)
    return frozenset({*words.ones, *words.tens, *words.scales}) if words else frozenset()


@lru_cache(maxsize=100_000)
def beginnings(text: str, language: str) -> frozenset[str]:
    """How the longer stems of a sentence begin."""
    return frozenset(word[:BEGINNING] for word in stems(text, language) if len(word) >= SHORTEST)


def missing(words: AbstractSet[str], passages: list[str], language: str) -> set[str]:
    """Those of `words` (stems) that no passage has, neither as they are nor with another ending."""
    left = set(words).difference(*(stems(text, language) for text in passages))
    if not left:
        return left
    alike = frozenset[str]().union(*(beginnings(text, language) for text in passages))
    return {word for word in left if len(word) < SHORTEST or word[:BEGINNING] not in alike}
