"""Clean characters, so that offsets mean the same to everyone who reads the text.

1. Lone surrogates become U+FFFD; every kind of line end becomes a line feed.
2. Control, zero-width, bidi-control and tag characters go: they can hide or reorder what a person
   sees. Joiners stay between letters of Arabic and Indic scripts, where they are spelling.
3. Every space becomes U+0020, runs of them one.
4. NFC, last: what was removed may have kept two halves of a character apart.
"""

from __future__ import annotations

import re
import unicodedata

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LINE_END = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028]")
_PARAGRAPH_END = "\u2029"
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # control
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"  # soft hyphen, fillers
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"  # zero width, bidi
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"  # byte order, annotation, tags
    "|(?<![\u0600-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff])"
)
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_ALL_SPACE = re.compile(r"\s+")


def characters(text: str) -> str:
    """Clean text that still has its lines, each trimmed."""
    text = _SURROGATE.sub("\ufffd", text)
    text = _LINE_END.sub("\n", text).replace(_PARAGRAPH_END, "\n\n")
    text = _SPACES.sub(" ", _UNSEEN.sub("", text))
    text = unicodedata.normalize("NFC", text)
    return "\n".join(part.strip() for part in text.split("\n"))


def line(text: str) -> str:
    """Clean text on one line."""
    return _ALL_SPACE.sub(" ", characters(text)).strip()
