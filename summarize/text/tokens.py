"""Counting the tokens of a text: exactly where a model's own table is at hand, else upwards.

`counter(model)` counts exactly for models of OpenAI whose table is on this machine already, in the
installed package bpe-openai, or can be had within seconds. For every other model the count is
`estimate(text)`, which is fitted not to fall short for news of 200 characters and more.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from summarize.text.token_tables import TABLES, Table, find

if TYPE_CHECKING:
    from tiktoken import Encoding  # noqa: TID251

# Fitted by benchmarks/tokens.py as a linear program: least overshoot on its texts in 18 languages,
# numbers and markup, none short of cl100k_base, o200k_base and a table that knows single digits
# only (as Qwen, Gemma and Mistral do). The table of results is in benchmarks/tokens.md.
FITTED: Mapping[str, float] = {
    "English word": 1,
    "English long": 0.824,
    "word": 1,
    "long": 1.504,
    "letter": 0.095,
    "Devanagari": 1.43,
    "Thai": 1.044,
    "Vietnamese": 1.754,
    "Chinese punctuation": 1.013,
    "capital": 0.5,
    "accented": 0.505,
    "digit": 1.1,
    "blank before a digit": 1.1,
    "punctuation": 1.01,
    "two of punctuation": -0.3,
    "line break": 0.8,
    "typographic": 1.422,
    "Greek": 1.14,
    "Cyrillic": 0.668,
    "Hebrew": 1.364,
    "Arabic": 0.958,
    "Arabic of Urdu": 1.957,
    "Han": 1.525,
    "Hangul": 1.623,
    "full width": 1,
    "kana": 1.197,
}
# Scripts that are not fitted: what the worst of ten texts of one line needed, at most their bytes.
BY_BYTES = {"other two bytes": 2.0, "other Indic": 2.4, "other three bytes": 3.0, "four bytes": 4.0}
_WEIGHTS = {**FITTED, **BY_BYTES}

# Words that no other language with Latin letters uses much. Their share of all words tells English,
# whose words cost a third less: 0.15 or more of the words in 95 of 100 pieces of 250 characters of
# English news, at most 0.03 in German or Portuguese.
_ENGLISH = frozenset(
    b"the of and to that for in was with is it by from had has have were they their which who not"
    b" been his she be are this would as at".split()
)
_FOREIGN_BELOW, _ENGLISH_FROM = 0.05, 0.13
# The language is told anew every so many bytes: a prompt has instructions in one, news in another.
_PIECE = 300
_LONG_WORD = b"a" * 7

# Kinds of characters by the first byte of their UTF-8, each from the byte where it begins; the
# bytes after the first are dropped.
_BEGINS = (
    "00p 09n 0bp 0dn 0ep 20_ 21p 30d 3ap 41A 5bp 61a 7bp c3e cb2 ceg d0y d42 d6h d8r dau dc2 "
    "e0i e13 e2q e3k e4z eao eef f04"
)
_KIND = bytearray(256)
for _begin in _BEGINS.split():
    _first = int(_begin[:2], 16)
    _KIND[_first:] = _begin[2].encode() * (256 - _first)
# Words with Latin letters (0xE1 begins the accented ones of Vietnamese), what joins their parts.
_WORD = bytes(
    ord("a" if kind in b"aAe3" else "j" if lead in b"-'_./" else "_")
    for lead, kind in enumerate(_KIND)
)
_NOT_FIRST = bytes(range(0x80, 0xC0))

# tiktoken once took time in the square of a run without a break, and now overflows its stack on a
# million blanks. A cut adds a token at most.
_RUN = re.compile(r"\S{1000}|\s{1000}")


@dataclass(frozen=True, slots=True)
class Counter:
    """How the tokens of a model are counted: `count(text)`, by the table `name`.

    `exact` is False where the name is "estimate". What a server adds around a message is not in it.
    """

    name: str
    exact: bool
    count: Callable[[str], int] = field(repr=False)


SENTENCE = 1_000  # characters


def counter(model: str | None, *, download_seconds: float = 5.0) -> Counter:
    """How to count for `model`, a name as it is given to a server ("gpt-4o", "openai/gpt-4o").

    Waits at most `download_seconds` for a table that is not on this machine, and not at all where
    SUMMARIZE_OFFLINE is set; without the table it estimates.
    """
    name = _table_of(model or "")
    if name is not None:
        with suppress(LookupError):
            encoding = _encoding(name, TABLES[name], download_seconds)
            return Counter(name, True, _remembering(partial(_count, encoding)))
    return Counter("estimate", False, _remembering(estimate))


def _remembering(count: Callable[[str], int]) -> Callable[[str], int]:
    """The same count; that of a sentence is remembered, since it is shown in several prompts."""
    known = lru_cache(maxsize=50_000)(count)
    return lambda text: known(text) if len(text) <= SENTENCE else count(text)


def estimate(text: str) -> int:
    """Tokens of `text`, rather too many than too few; benchmarks/tokens.md says by how much."""
    seen = _of_ascii(text) if text.isascii() else features(text)
    return math.ceil(sum(_WEIGHTS[name] * count for name, count in seen.items()))


def features(text: str) -> dict[str, float]:
    """What the estimate weighs: how many words and characters of each kind there are."""
    data = text.encode("utf-8", "surrogatepass")
    kinds = data.translate(_KIND, _NOT_FIRST)
    pairs = {
        name: sum(map(data.count, leads))
        for name, leads in (
            ("Devanagari", (b"\xe0\xa4", b"\xe0\xa5")),
            ("Thai", (b"\xe0\xb8", b"\xe0\xb9")),
            ("Vietnamese", (b"\xe1\xba", b"\xe1\xbb")),
            ("Chinese punctuation", (b"\xe3\x80",)),
        )
    }
    return (
        _words(b" " + data)
        | pairs
        | {name: kinds.count(kind) for name, kind in _COUNTED.items()}
        | {
            "other Indic": kinds.count(b"i") - pairs["Devanagari"] - pairs["Thai"],
            "other three bytes": kinds.count(b"3") - pairs["Vietnamese"],
            "kana": kinds.count(b"k") - pairs["Chinese punctuation"],
        }
    )


def _of_ascii(text: str) -> dict[str, float]:
    """`features` without those that no ASCII text has: 3 times faster."""
    data = text.encode()
    kinds = data.translate(_KIND)
    return _words(b" " + data) | {name: kinds.count(_COUNTED[name]) for name in _ASCII}


_ASCII = (
    "capital",
    "digit",
    "blank before a digit",
    "punctuation",
    "two of punctuation",
    "line break",
)
_COUNTED = {
    "capital": b"A",
    "accented": b"e",
    "digit": b"d",
    "blank before a digit": b"_d",
    "punctuation": b"p",
    "two of punctuation": b"pp",
    "line break": b"n",
    "typographic": b"q",
    "Greek": b"g",
    "Cyrillic": b"y",
    "Hebrew": b"h",
    "Arabic": b"r",
    "Arabic of Urdu": b"u",
    "Han": b"z",
    "Hangul": b"o",
    "full width": b"f",
    "other two bytes": b"2",
    "four bytes": b"4",
}


def _words(data: bytes) -> dict[str, float]:
    """Words, their letters and the long ones, English apart from the rest."""
    found = dict.fromkeys(("English word", "English long", "word", "long", "letter"), 0.0)
    for start in range(0, len(data), _PIECE):
        piece = data[start : start + _PIECE]
        shape = piece.translate(_WORD, _NOT_FIRST)
        words, long = shape.count(b"_a"), shape.count(_LONG_WORD)
        if not words:
            found["letter"] += shape.count(b"a")
            continue
        share = sum(map(_ENGLISH.__contains__, piece.split())) / words
        english = min(1.0, max(0.0, share - _FOREIGN_BELOW) / (_ENGLISH_FROM - _FOREIGN_BELOW))
        found["English word"] += english * words
        found["English long"] += english * long
        found["word"] += (1 - english) * words
        found["long"] += (1 - english) * long
        found["letter"] += (1 - english) * shape.count(b"a")
    return found


def _table_of(model: str) -> str | None:
    from tiktoken.model import encoding_name_for_model  # noqa: TID251

    *gateway, name = model.split("/")
    if gateway and gateway[-1] not in {"openai", "azure"}:
        return None
    try:
        table = encoding_name_for_model(name)
    except KeyError:
        return None
    table = table.replace("o200k_harmony", "o200k_base")  # they differ in special tokens alone
    return table if table in TABLES else None


@lru_cache
def _encoding(name: str, table: Table, seconds: float) -> Encoding:
    """Raises LookupError, which is not remembered, where the table cannot be had."""
    from base64 import b64decode

    from tiktoken import Encoding  # noqa: TID251

    pairs = map(bytes.split, find(name, table, seconds).splitlines())
    ranks = {b64decode(token): int(rank) for token, rank in pairs}
    return Encoding(name, pat_str=table.pattern, mergeable_ranks=ranks, special_tokens={})


def _count(encoding: Encoding, text: str) -> int:
    total = start = 0
    for run in _RUN.finditer(text):
        total += len(encoding.encode_ordinary(text[start : run.end()]))
        start = run.end()
    return total + len(encoding.encode_ordinary(text[start:]))
