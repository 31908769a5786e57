"""Numbers in words, where `numerals` does not read them: ar, de, hi, pt, ru, ur, vi, zh.

They are added up word by word: `سترہ`, `hai mươi lăm`, `zweiundvierzig`, `三百二十万`. Ordinals and
articles are no numbers; a word that is often something else is one, but not `sure`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from summarize.text.patterns import compiled
from summarize.text.spelled_words import (
    HAN_COUNTED,
    HAN_DIGITS,
    HAN_SCALES,
    HAN_TENS,
    ODD_WORDS,
    SPELLED,
    VIETNAMESE_TENS,
    SpelledWords,
)

_WORD = r"[\p{L}\p{M}]+"
_GAP = r"[\s\u00a0\u200c-]{1,3}"
_HAN_SIGNS = "".join((*HAN_DIGITS, *HAN_TENS, *HAN_SCALES))
_HAN = rf"(?<![第数几\p{{Nd}}])[{_HAN_SIGNS}点]++(?!分之)"
_HUNDRED = 100.0


@dataclass(frozen=True, slots=True)
class SpelledMention:
    """`text[start:end]` is the number `value` in words; `sure` where it is hardly anything else."""

    start: int
    end: int
    value: float
    sure: bool


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str


@lru_cache(maxsize=20_000)
def spelled(text: str, language: str) -> tuple[SpelledMention, ...]:
    """The numbers in words, in order, disjoint; none in a language whose words are not known."""
    if language == "zh":
        return tuple(_han(text))
    words = SPELLED.get(language)
    if words is None:
        return ()
    found: list[SpelledMention] = []
    for run in _runs(text, language, words):
        found.extend(_read(run, language, words))
    return tuple(found)


def _runs(text: str, language: str, words: SpelledWords) -> Iterator[list[_Word]]:
    """Number words that stand side by side, joiners between them included."""
    run: list[_Word] = []
    known = _known(language)
    for match in compiled(_WORD).finditer(text):
        word = _bare(match[0], known, words)
        joined = bool(run) and compiled(_GAP).fullmatch(text, run[-1].end, match.start())
        if run and not (joined and (word in known or word in words.joiners)):
            yield run
            run = []
        if word in known or (run and word in words.joiners):
            run.append(_Word(match.start(), match.end(), word))
    if run:
        yield run


@cache
def _known(language: str) -> frozenset[str]:
    words = SPELLED[language]
    more = (VIETNAMESE_TENS,) if language == "vi" else ()
    odd = ODD_WORDS.get(language, {})
    return frozenset((*words.words, *words.scales, *words.shifts, *odd, *more))


def _bare(word: str, known: frozenset[str], words: SpelledWords) -> str:
    """The word as the tables write it, without a letter that is written onto it."""
    word = unicodedata.normalize("NFC", word.lower())
    if word in known:
        return word
    bare = (word.removeprefix(each) for each in words.prefixes)
    return next((each for each in bare if each in known), word)


def _read(run: Sequence[_Word], language: str, words: SpelledWords) -> Iterator[SpelledMention]:
    """The numbers of a run; a new one begins where a word cannot be added ("two three")."""
    part: list[_Word] = []
    sums = _Sum(words, ODD_WORDS.get(language, {}))
    for word in run:
        if word.text in words.joiners:
            continue
        if part and not sums.takes(word.text):
            yield from _mention(part, sums, words)
            part, sums = [], _Sum(words, ODD_WORDS.get(language, {}))
        sums.add(word.text)
        part.append(word)
    yield from _mention(part, sums, words)


def _mention(part: Sequence[_Word], sums: _Sum, words: SpelledWords) -> Iterator[SpelledMention]:
    texts = [word.text for word in part]
    scales_only = all(text in words.scales for text in texts)
    if sums.value and not (scales_only and not words.lone_scales):
        sure = len(texts) > 1 or not (texts[0] in words.unsure or scales_only)
        yield SpelledMention(part[0].start, part[-1].end, sums.value, sure)


class _Sum:
    """Number words added up from left to right."""

    def __init__(self, words: SpelledWords, odd: dict[str, float]) -> None:
        self._words = words
        self._values = {**words.words, **odd}
        self._total = self._current = self._shift = 0.0

    @property
    def value(self) -> float:
        return round(self._total + self._current, 6)

    def takes(self, word: str) -> bool:
        """Whether `word` can go on with the number so far."""
        if word in self._words.scales or word == VIETNAMESE_TENS:
            return True
        if word in self._words.shifts:
            return not self._current
        value, low = self._values[word], self._current % _HUNDRED
        if value == _HUNDRED:
            return self._current < _HUNDRED // 10
        if not low:
            return not self._current or value < self._current
        if self._words.ones_first and low < 10:
            return value in range(10, 100, 10)
        return low % 10 == 0 and value < 10

    def add(self, word: str) -> None:
        """Go on with `word`."""
        if word in self._words.shifts:
            self._shift = self._words.shifts[word]
        elif word in self._words.scales:
            scale = self._words.scales[word]
            if self._total and not self._current:
                self._total *= scale
            else:
                self._total += (self._current or 1.0) * scale
            self._current = 0.0
        elif word == VIETNAMESE_TENS:
            self._current += self._current % 10 * 9
        elif self._values[word] == _HUNDRED and self._current:
            self._current *= _HUNDRED
        else:
            self._current += self._values[word] + self._shift
            self._shift = 0.0


def _han(text: str) -> Iterator[SpelledMention]:
    for match in compiled(_HAN).finditer(text):
        value = _han_value(match[0])
        if value is None:
            continue
        after = text[match.end() : match.end() + 1]
        sure = value > 1 and after in HAN_COUNTED
        yield SpelledMention(match.start(), match.end(), value, sure)


def _han_value(numeral: str) -> float | None:
    """None for what is no number: two points, a point alone, digits that follow each other."""
    whole, point, decimals = numeral.partition("点")
    if point and (not whole or not decimals or not set(decimals) <= set(HAN_DIGITS)):
        return None
    total = section = digit = 0.0
    for sign in whole:
        if sign in HAN_DIGITS:
            digit = digit * 10 + HAN_DIGITS[sign]  # 二〇二六
        elif sign in HAN_TENS:
            section += (digit or 1.0) * HAN_TENS[sign]
            digit = 0.0
        else:
            before = section + digit
            total = total * HAN_SCALES[sign] if not before else total + before * HAN_SCALES[sign]
            section = digit = 0.0
    fraction = "".join(str(HAN_DIGITS[sign]) for sign in decimals)
    return total + section + digit + float(f"0.{fraction or 0}")
