"""What a sentence names and counts: by this two events of one kind are told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import regex

from summarize.text.stopwords import STOPWORDS
from summarize.text.words import fold

_CAPITAL = regex.compile(r"(?<![\p{L}\p{M}\d])\p{Lu}[\p{L}\p{M}]*")
_ASCII_CAPITAL = re.compile(r"\b[A-Z][A-Za-z]*")
# Scripts without capitals: any of their words may be a name.
_CASELESS = regex.compile(r"[\p{Lo}]{2}")
# An edit in a script without spaces makes a pair of characters that the other text has not; another
# name makes more of them.
_PAIRS_BY_EDIT = 1
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")


class Particulars(NamedTuple):
    """Folded words: `numbers` have a digit, `names` a capital (or any word, without capitals)."""

    numbers: frozenset[str]
    names: frozenset[str]
    edits: int = 0
    """So many of its names may be of an edit and no name."""


def particulars(text: str, words: Sequence[str], language: str) -> Particulars:
    """Those of a sentence; `words` are its tokens."""
    numbers = frozenset([word for word in words if word[0].isdigit()])
    stop = STOPWORDS.get(language, frozenset())
    if text.isascii():  # folded, a bare word is in lower case and no more
        return Particulars(numbers, frozenset(map(str.lower, _ASCII_CAPITAL.findall(text))) - stop)
    if _CASELESS.search(text):
        edits = _PAIRS_BY_EDIT if _UNSPACED.search(text) else 0
        return Particulars(numbers, frozenset(words) - numbers, edits)
    return Particulars(numbers, frozenset(map(fold, _CAPITAL.findall(text))) - stop)


def agree(one: Particulars, other: Particulars) -> bool:
    """Whether neither puts a name or a number in the place of the other's.

    One may leave out what the other has: so copies are cut.
    """
    if one.numbers - other.numbers and other.numbers - one.numbers:
        return False
    edits = max(one.edits, other.edits)
    return not (len(one.names - other.names) > edits and len(other.names - one.names) > edits)
