"""Clean characters, so that offsets mean the same to everyone who reads the text.

1. Lone surrogates become U+FFFD; every kind of line end becomes a line feed.
2. Control, zero-width, bidi-control and tag characters go: they can hide or reorder what a person
   sees. Joiners stay between letters of Arabic and Indic scripts, where they are spelling, and one
   selector of emoji stays behind its sign.
3. Every space becomes U+0020, runs of them one.
4. NFC, last: what was removed may have kept two halves of a character apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LINE_END = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028]")
_PARAGRAPH_END = "\u2029"
_JOINERS = "(?<![\u0600-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff])"
# Runs of them, each with its name; a run that hides a whole text counts once.
_CARRIERS = {
    "control": "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]+",
    "soft hyphen": "\u00ad+",
    "bidi": "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]+",
    "tag characters": "[\U000e0000-\U000e0fff]+",  # with 240 variation selectors
    "variation selectors": "[\ufe00-\ufe0d]+",
    "zero-width": "(?:[\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a]"
    f"|{_JOINERS})+",
}
# One of these makes an emoji of the sign before it, or a plain sign; a row of them says nothing.
_SELECTORS = re.compile("(?<=[\ufe0e\ufe0f])[\ufe0e\ufe0f]+")
_UNSEEN = re.compile("|".join(_CARRIERS.values()))
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_ALL_SPACE = re.compile(r"\s+")
# A text of nothing but these, as most are, has nothing to clean but runs of spaces.
_PLAIN = re.compile("[\t\n -~\u00a1-\u00ac\u00ae-\u02af\u2010-\u2027]*")


def characters(text: str) -> str:
    """Clean text that still has its lines, each trimmed."""
    if _PLAIN.fullmatch(text):  # five times faster
        return "\n".join([" ".join(part.split()) for part in text.split("\n")])
    text = _SURROGATE.sub("\ufffd", text)
    text = _LINE_END.sub("\n", text).replace(_PARAGRAPH_END, "\n\n")
    text = _SPACES.sub(" ", _SELECTORS.sub("", _UNSEEN.sub("", text)))
    text = unicodedata.normalize("NFC", text)
    return "\n".join(part.strip() for part in text.split("\n"))


def unseen(text: str) -> Counter[str]:
    """How many runs of characters that `characters` takes out of `text`, by kind."""
    found: Counter[str] = Counter()
    if _PLAIN.fullmatch(text):
        return found
    if _UNSEEN.search(text):
        for kind, form in _CARRIERS.items():
            found[kind] = sum(1 for _ in re.finditer(form, text))
    found["variation selectors"] += sum(1 for _ in _SELECTORS.finditer(text))
    return +found


def line(text: str) -> str:
    """Clean text on one line."""
    if _PLAIN.fullmatch(text):
        return " ".join(text.split())
    return _ALL_SPACE.sub(" ", characters(text)).strip()
