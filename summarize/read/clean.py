"""Clean characters, so that offsets mean the same to everyone who reads the text.

1. Lone surrogates become U+FFFD; every kind of line end becomes a line feed.
2. What is not seen goes (`seen`): it can hide or reorder what a person sees.
3. Every space becomes U+0020, runs of them one.
4. NFC, last: what was removed may have kept two halves of a character apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

import regex

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LINE_END = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028]")
_PARAGRAPH_END = "\u2029"
# All that shows nothing of its own by the book, and format characters but for the signs of Arabic
# and other scripts among them. Runs, each with its name; a run that hides a whole text counts once.
_CARRIERS = {
    "control": r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]+",
    "soft hyphen": r"\u00ad+",
    "bidi": r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]+",
    "tag characters": r"[\U000e0000-\U000e0fff]+",  # with 240 variation selectors
    "variation selectors": r"[\u180b-\u180d\u180f\ufe00-\ufe0d]+",
    "zero-width": r"[[\p{Default_Ignorable_Code_Point}\p{Cf}]"
    r"--[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001343f]"
    r"--[\u200c\u200d\ufe0e\ufe0f]"
    r"--[\u00ad\u061c\u180b-\u180d\u180f\u200e\u200f\u202a-\u202e\u2066-\u206f\ufe00-\ufe0d]"
    r"--[\U000e0000-\U000e0fff]]+",
}
# Joiners are spelling behind the sign that ends a vowel in Indic scripts (ZWJ also before it), and
# between two letters of Arabic, where ZWJ changes nothing but at the end of a word.
_JOINERS = "[\u200c\u200d]+"
_KILLER = r"[\p{InSC=Virama}\p{InSC=Pure_Killer}\p{InSC=Invisible_Stacker}]"
_ARABIC = r"[\p{Arabic}&&\p{L}]"
_SPELLING = (
    rf"(?<={_KILLER}){_JOINERS}|\u200d(?=[\u200c\u200d]*{_KILLER})"
    rf"|(?P<between>(?<={_ARABIC}\p{{Mn}}{{0,3}})\u200c(?=[\u200c\u200d]*{_ARABIC}))"
    rf"|(?<=\p{{Joining_Type=Dual_Joining}}\p{{Mn}}{{0,3}})\u200d(?![\u200c\u200d]*[\p{{L}}\p{{M}}])"
)
A_WORD = 3  # that stand between letters of one word: Persian has no more
APART = 2  # letters between two of them, at least
# One of these makes an emoji of the sign before it, or a plain sign; elsewhere it says nothing.
_SELECTORS = (
    r"(?<![\p{Emoji}--[\d#*]])(?!(?<=[\d#*])\ufe0f\u20e3)[\ufe0e\ufe0f]"
    r"|(?<=[\ufe0e\ufe0f])[\ufe0e\ufe0f]"
)
_SPACES = re.compile("[ \t\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_ALL_SPACE = re.compile(r"\s+")
_SPACE = re.compile(r"\s")
# A text of nothing but these, as most are, has nothing to clean but runs of spaces.
_PLAIN = re.compile("[\t\n -~\u00a1-\u00ac\u00ae-\u02af\u2010-\u2027]*")


def characters(text: str) -> str:
    """Clean text that still has its lines, each trimmed."""
    if _PLAIN.fullmatch(text):  # five times faster
        return "\n".join([" ".join(part.split()) for part in text.split("\n")])
    text = _SURROGATE.sub("\ufffd", text)
    text = _LINE_END.sub("\n", text).replace(_PARAGRAPH_END, "\n\n")
    text = unicodedata.normalize("NFC", _SPACES.sub(" ", seen(text)))
    return "\n".join(part.strip() for part in text.split("\n"))


def seen(text: str) -> str:
    """The text without what shows nothing: control, zero-width, bidi-control and tag characters.

    Joiners stay where the script needs them, and one selector of emoji behind its sign.
    """
    return text if _PLAIN.fullmatch(text) else _seen(text)[0]


def unseen(text: str) -> Counter[str]:
    """How many runs of characters that `seen` takes out of `text`, by kind."""
    return Counter() if _PLAIN.fullmatch(text) else +_seen(text)[1]


def _seen(text: str) -> tuple[str, Counter[str]]:
    found: Counter[str] = Counter()
    if _pattern("|".join(_CARRIERS.values())).search(text):
        for kind, form in _CARRIERS.items():
            text, found[kind] = _pattern(form).subn("", text)
    text, joiners = _spelled(text)
    text, selectors = _pattern(_SELECTORS).subn("", text)
    return text, found + Counter({"zero-width": joiners, "variation selectors": selectors})


def _spelled(text: str) -> tuple[str, int]:
    """The text without joiners that no script needs, and how many runs of them there were."""
    parts, last, dropped = [], 0, 0
    word: list[int] = []  # where joiners between letters of this word end
    for run in _pattern(_JOINERS).finditer(text):
        parts.append(text[last : run.start()])
        last = run.end()
        spelling = _pattern(_SPELLING).match(text, run.start())
        kept = run[0][:1] if spelling else ""
        if spelling and spelling["between"]:
            word = word if word and not _SPACE.search(text, word[-1], run.start()) else []
            near = word and len(_pattern(r"\p{L}").findall(text, word[-1], run.start())) < APART
            kept = "" if near or len(word) == A_WORD else kept
            word += [run.end()] if kept else []
        dropped += kept != run[0]
        parts.append(kept)
    return ("".join([*parts, text[last:]]), dropped) if parts else (text, 0)


@cache
def _pattern(form: str) -> regex.Pattern[str]:
    return regex.compile(f"(?V1){form}")


def line(text: str) -> str:
    """Clean text on one line."""
    if _PLAIN.fullmatch(text):
        return " ".join(text.split())
    return _ALL_SPACE.sub(" ", characters(text)).strip()
