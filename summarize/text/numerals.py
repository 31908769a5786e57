"""The numbers of a text, as spans: digits in any script, number words, magnitudes.

`5.7 billion` is one number, `20-30` are two. Marks between digits mean what they mean in the
language of the text: `1.250` is 1250 in Spanish and German, 1.25 in English. Number words are
read in en, fr and es. `dozens`, articles (`un`, `una`) and `one` as a pronoun are no numbers.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from summarize.text import patterns
from summarize.text.numeral_words import (
    MAGNITUDES,
    MIXED_GROUPS,
    POINT_GROUPS,
    SPACE_GROUPS,
    WORDS,
    NumberWords,
)

# No count in the news is as large; a longer run of digits is a code.
LARGEST = 1e18
CURRENCY_SIGNS = "$€£¥₹₽₩₺₪₦฿"

# 12,345,678 and, as in India, 1,23,45,678.
_COMMAS = r"\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"

# 12 345 678 where commas are usual: "in 1 400 people" is never written so.
_SPACED = r"(?<![\d.,/-] ?)[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d.,/:-]?\d)"

_DIGIT = re.compile(r"\d")
_PLAIN_WORD = re.compile(r"[^\W\d_]+")
_SPACES = " \u00a0\u2009\u202f"
_SPACE = f"[{_SPACES}]"
_MARKS = {0x066A: "%", 0x066B: ".", 0x066C: ",", 0xFF05: "%", 0xFF0C: "，", 0xFF0E: "."}
_NON_ASCII_DIGIT = regex.compile(r"[\p{Nd}--0-9]|[٪٫٬％．]", regex.VERSION1)
# "$3m", "4k people": a single letter is a magnitude only beside money or what is counted by it.
_COUNTED_BY_LETTER = (
    "people|users|customers|barrels|tonnes|homes|jobs|voters|viewers|doses|households|euros"
    "|dollars|pounds|followers|passengers|workers|residents|followers|views|votes"
)
_LETTER = (
    rf"(?:(?<=[{CURRENCY_SIGNS}]{_SPACE}?[\d.,]+)\s?[kKmMbB](?![\p{{L}}\d])"
    rf"|(?<=\d)[kmKM](?=\s(?:{_COUNTED_BY_LETTER})\b)"
    rf"|(?<=\d){_SPACE}?[kmKM](?=[{CURRENCY_SIGNS}]))"  # "18,5 M€"
)
_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9}
# "one" stands for a person or thing named before, not for a count.
_NO_COUNT_BEFORE = r"(?<!\b(?i:no|any|every|each|the|this|that|which|some)[\s-])"
_NO_COUNT_AFTER = (
    r"(?![-’'])(?=\s\p{Ll})"
    r"(?!\s(?:of|another|who|that|can|could|should|would|must|may|might|is|was|has|had|in|on|to"
    r"|and|or|for|from|with|by|at|as|day|way|time|thing|reason|hand|might|does|cannot)\b)"
)
_ARTICLE_LIKE = {"fr": "un|une", "es": "un|una|uno"}


@dataclass(frozen=True, slots=True)
class NumberMention:
    """`text[start:end]` is the number `value`, its magnitude (`million`) included.

    `scale` is that magnitude, 1.0 without one; `is_word` where no digit stands in it.
    """

    start: int
    end: int
    value: float
    scale: float = 1.0
    is_word: bool = False


@lru_cache(maxsize=50_000)
def numbers(text: str, language: str) -> tuple[NumberMention, ...]:
    """Every number in `text`, in order, disjoint: also those of dates, names and list marks."""
    if not _DIGIT.search(text) and _words_of(language).isdisjoint(
        _PLAIN_WORD.findall(text.lower())
    ):
        return ()  # 20 times faster than to search
    return tuple(_found(ascii_digits(text), language))


@cache
def _words_of(language: str) -> frozenset[str]:
    """The words without which there is no number in words; parts of hyphenated ones too."""
    words = WORDS.get(language)
    if words is None:
        return frozenset()
    known = (*words.ones, *words.tens, *words.scales, *words.hundred, *words.hundreds)
    return frozenset(part for word in known for part in word.split("-"))


def ascii_digits(text: str) -> str:
    """`text` with the digits of every script, and Arabic marks, as ASCII; offsets are kept."""
    if text.isascii():
        return text
    return _NON_ASCII_DIGIT.sub(lambda match: _ascii_digit(match[0]), text)


def _ascii_digit(digit: str) -> str:
    """The digit or mark in ASCII; one of a newer script than Python knows stays as it is."""
    return _MARKS.get(ord(digit)) or str(unicodedata.decimal(digit, digit))


def _found(text: str, language: str) -> Iterator[NumberMention]:
    scales = _scales(language)
    for match in _matches(text, language):
        scale = 1.0
        if match["digits"]:
            value = _digits(match["digits"], language)
            for word in patterns.compiled(r"[\s-]+").split((match["scale"] or "").strip(" -")):
                scale *= scales.get(word.lower(), _LETTERS.get(word.lower(), 1.0)) if word else 1.0
        elif match["half"]:
            value, scale = 0.5, scales[match["half"].lower()]
        else:
            value, scale = _in_words(match["words"], language), 1.0
        if math.isfinite(value * scale) and value * scale < LARGEST:
            # 8.2 * 1e9 is 8199999999.999999: equal values must compare equal.
            whole = round(value * scale, 2 if scale > 1 else 6)
            yield NumberMention(match.start(), match.end(), whole, scale, not match["digits"])


def _matches(text: str, language: str) -> Iterator[regex.Match[str]]:
    """Matches in order. The pattern is tried only where a number may open: 8 times faster."""
    pattern, end = _pattern(language), 0
    # Of all letters only the dotted capital I is two in lower case.
    for opening in _opening(language).finditer(text.replace("İ", "I").lower()):
        if opening.start() >= end and (match := pattern.match(text, opening.start())):
            end = match.end()
            yield match


@cache
def _opening(language: str) -> re.Pattern[str]:
    words = WORDS.get(language)
    bare = words.bare if words else ()
    openers = _words_of(language) | {phrase.split()[0] for phrase in (*bare, "half")}
    # Where a word ends is asked of ASCII letters alone: a place too many costs only time.
    either = "|".join(map(re.escape, sorted(openers, key=len, reverse=True)))
    return re.compile(rf"\d+|(?<=\s)\.(?=\d)|(?<![a-z])(?:{either})(?![a-z])")


@cache
def _scales(language: str) -> dict[str, float]:
    return {**MAGNITUDES.get(language, {}), "mil millones": 1e9, "mil milhões": 1e9}


@cache
def _pattern(language: str) -> regex.Pattern[str]:
    scales = _any(MAGNITUDES.get(language, ()))
    border = r"(?![\p{L}\p{M}])" if language not in ("zh", "ja", "ar") else ""
    digits = (
        rf"(?<![\d])(?<!\d[.,])(?P<digits>{_digit_shapes(language)})"
        rf"(?P<scale>(?:[-\s\u00a0\u202f]?{scales}{border}|{_LETTER}))?"
    )
    words = WORDS.get(language)
    if words is None:
        return regex.compile(rf"{digits}|(?P<half>(?!))|(?P<words>(?!))", regex.IGNORECASE)
    half = rf"\bhalf\s(?:a|of\sa)\s(?P<half>{_any(words.scales)})\b"
    return regex.compile(
        rf"{digits}|{half}|(?<![\p{{L}}\p{{M}}\d'’])(?<!\bpour\s)(?<!\bpor\s)"
        rf"(?P<words>{_word_shape(words, language)})(?![\p{{L}}\p{{M}}\d])",
        regex.IGNORECASE,
    )


def _digit_shapes(language: str) -> str:
    point = rf"\d{{1,3}}(?:(?:\.\d{{3}})+|(?:[{_SPACES[1:]}]\d{{3}})+)(?!\d)(?:,\d+)?"
    space = rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:,\d+)?|\d{{1,3}}(?:\.\d{{3}})+(?!\d)(?:,\d+)?"
    plain = r"\d+(?:[.,]\d+)?"
    if language in MIXED_GROUPS:
        return rf"{point}|{_COMMAS}|{plain}"
    if language in POINT_GROUPS:
        return rf"{point}|{plain}"
    if language in SPACE_GROUPS:
        return rf"{space}|{plain}"
    return rf"{_SPACED}|{_COMMAS}|\d+(?:\.\d+)?|(?<=\s)\.\d+"


def _digits(raw: str, language: str) -> float:
    """The value of digits with their marks; `raw` is one of the shapes above."""
    raw = patterns.compiled(_SPACE).sub("", raw)
    if language in POINT_GROUPS | SPACE_GROUPS:
        if language in MIXED_GROUPS and patterns.fullmatch(_COMMAS, raw):
            return float(raw.replace(",", ""))
        if patterns.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", raw):
            raw = raw.replace(".", "")
        return float(raw.replace(",", "."))
    return float(raw.replace(",", ""))


def _word_shape(words: NumberWords, language: str) -> str:
    """The number words as one regular expression: `two hundred and fifty thousand`."""
    gap, ones, scales = r"[-‑\s]", _any(words.ones), _any(words.scales)
    small = rf"(?:{_any(words.tens)}(?:{words.tens_joiner}{ones})?|{ones})"
    rest = rf"(?:{gap}(?:{words.joiner}{gap})?{small})?"
    some = rf"(?:{small}{gap})?" if words.bare and language != "en" else rf"{small}{gap}"
    piece = rf"(?:(?:{some}{_any(words.hundred)}|{_any(words.hundreds)})(?!\p{{L}}){rest}|{small})"
    number = rf"(?:{piece}|{_any(words.bare)})(?!\p{{L}})(?:(?:{gap}{scales})+(?:{gap}{piece})?)*"
    alone = _ARTICLE_LIKE.get(language)
    if alone:
        return rf"(?!(?:{alone})(?!{gap}(?:{scales})(?!\p{{L}})))(?:{number})"
    ordinary = rf"(?!one(?![-\s](?:hundred|{scales})))(?:{number})"
    thirds = r"(?![-\s](?:thirds?|quarters?|fourths?|fifths?|half|halves)\b)"
    return rf"(?:{ordinary}{thirds}|{_NO_COUNT_BEFORE}one{_NO_COUNT_AFTER}{thirds})"


def _any(words: Iterable[str]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(map(_flexible, longest)) + ")" if longest else "(?!)"


def _flexible(word: str) -> str:
    return regex.escape(word).replace(r"\ ", " ").replace(" ", r"\s").replace(r"\-", r"[-‑\s]")


def _in_words(phrase: str, language: str) -> float:
    """Add up number words from left to right; a scale multiplies what stands before it."""
    words = WORDS[language]
    total = current = 0.0
    for word in _known_words(language).findall(
        patterns.compiled(r"[-‑\s]+").sub("-", phrase.lower())
    ):
        if word in words.scales:
            scale = words.scales[word]
            if total and scale > total:  # "dos mil millones"
                total, current = (total + current) * scale, 0.0
            else:
                total, current = total + (current or 1.0) * scale, 0.0
        elif word in words.hundred:
            current = (current or 1.0) * 100
        else:
            current += words.ones.get(word) or words.tens.get(word) or words.hundreds.get(word, 0)
    return total + current


@cache
def _known_words(language: str) -> regex.Pattern[str]:
    words = WORDS[language]
    known = [*words.ones, *words.tens, *words.scales, *words.hundred, *words.hundreds]
    return regex.compile(rf"(?<!\p{{L}})(?:{_any(known)})(?!\p{{L}})")
