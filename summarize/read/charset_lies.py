"""Bytes to text where the declared charset may be a lie, as feeds and mails often have it.

`charset.decode` believes a label that can decode the bytes; this asks whether what comes out is
text that somebody wrote:

1. words are of one script, in one case, with no signs between their letters;
2. the letters that are common in their script are common in it.

Where the label fails that, the charsets in use for news are tried, and the best one is taken; where
none is good enough there is no text.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import regex

from summarize.read import charset

SAMPLE = 20_000  # bytes around the first ones that are not ASCII
MOST_WORDS = 400  # words of it that are weighed
# Of texts in 10 languages the right charset gave 1.0 on both counts, the nearest wrong one of
# another script 0.83 on one of them; Latin charsets cannot be told apart by this.
BELIEVED = 0.9
ENOUGH = 0.75  # the least that is taken at all: names and addresses in a short text count as odd
# Latin letters with marks make up this share of a word at most, in all but words of three letters.
MARKED = 0.6

# In this order: among equals the first is taken. The Latin ones come after what detection says.
_OTHERS = ("cp1251", "koi8-r", "cp866", "cp1253", "cp1256", "cp1255", "cp874",
           "cp949", "cp932", "euc_jp", "gb18030", "big5")  # fmt: skip
_LATIN = ("cp1252", "cp1250", "iso8859-2", "cp1254")
# The most common signs of a script, and the share of its signs that they have in news.
_COMMON = {
    "Cyrillic": ("оеаинтсрвлкп", 0.6),
    "Greek": ("αοιετσνηυρκπ", 0.6),
    "Arabic": ("اليمنرتبوهعة", 0.6),
    "Hebrew": ("יוהלארתבמשנד", 0.6),
    "Thai": ("านรกอเ่งมยลว้", 0.5),
    "Han": ("的一在是不了有和人大中上为為年国國日会會地月時时来來出发發水市新前後后本公方部", 0.08),
    "Hangul": ("이다의는에을를가한고지로하은사도인기대일", 0.25),
    "Hiragana": ("のにはをたがでとしいるなてれさっもから", 0.5),
}


@cache
def _pattern(form: str) -> regex.Pattern[str]:
    return regex.compile(form, regex.VERSION1)


def decode(data: bytes, label: str | None) -> str | None:
    """The text of `data`, whose charset is said to be `label`; None where no charset gives one."""
    if _is_sure(data):
        return charset.decode(data, label)
    text = charset.decode(data, label) if _is_possible(data, label) else None
    if text is not None and _merit(text).believed:
        return text
    others = [_try(data, name) for name in _OTHERS]
    latin = [_try(data, name) for name in _LATIN]
    detected = charset.decode(data)
    likely = detected if detected in latin else None  # detection also knows charsets of no news
    merits = [(_merit(guess), guess) for guess in (text, *others, likely, *latin) if guess]
    best = max(merits, key=lambda pair: pair[0].total, default=None)
    return best[1] if best and best[0].enough else None


def _is_sure(data: bytes) -> bool:
    """UTF-8 does not come about by chance, and a byte order mark is no label."""
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or _try(data, "utf-8") is not None


def _is_possible(data: bytes, label: str | None) -> bool:
    try:
        return label is not None and bool(data.decode(label))
    except (UnicodeError, LookupError):
        return False


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeError:
        return None


class _Merit:
    """How far a text is one that somebody wrote: its words, and how common its letters are."""

    def __init__(self, words: float, letters: float) -> None:
        self.total = words + letters
        self.believed = min(words, letters) >= BELIEVED
        self.enough = words >= ENOUGH and letters >= ENOUGH


def _merit(text: str) -> _Merit:
    words = _pattern(r"\S*[^\x00-\x7f]\S*").findall(_sample(text))[:MOST_WORDS]
    if not words:
        return _Merit(1.0, 1.0)
    odd = sum(map(_is_odd, words))
    return _Merit(1 - odd / len(words), _commonness("".join(words)))


def _sample(text: str) -> str:
    first = _pattern(r"[^\x00-\x7f]").search(text)
    return text[first.start() if first else 0 :][:SAMPLE]


def _is_odd(word: str) -> bool:
    if _pattern(r"[\p{Cc}\p{Co}\p{Cn}\ufffd\u200e\u200f\uff61-\uff9f]").search(word):
        return True
    if _pattern(r"\p{L}[±¼½¾¿¶¬¨¯¸´]").search(word):
        return True
    if _pattern(r"\p{L}[\p{S}\p{No}¿¡«»·§¶ªº\u2026-\u203a\u0081-\u00a9]\p{L}").search(word):
        return True
    runs = _pattern(r"\p{L}[\p{L}\p{M}]*").findall(word)
    return any(map(_is_odd_run, runs))


def _is_odd_run(letters: str) -> bool:
    scripts = sum(
        _pattern(rf"\p{{{name}}}").search(letters) is not None
        for name in ("Latin", "Cyrillic", "Greek", "Arabic", "Hebrew", "Thai")
    )
    cased = letters == letters.lower() or letters == letters.upper() or letters[1:].islower()
    marked = len(_pattern(r"[\p{Latin}--[A-Za-z]]").findall(letters))
    return scripts > 1 or not cased or (len(letters) > 3 and marked > MARKED * len(letters))


def _commonness(text: str) -> float:
    """How near the common signs come to their usual share, in the script that most signs are of."""
    counts = Counter({name: len(_pattern(rf"\p{{{name}}}").findall(text)) for name in _COMMON})
    if counts["Hiragana"]:  # Han beside it is Japanese, with signs of its own
        counts["Han"] = 0
    script, total = counts.most_common(1)[0]
    if not total:
        return 1.0
    signs, share = _COMMON[script]
    return min(1.0, sum(map(text.lower().count, signs)) / total / share)
