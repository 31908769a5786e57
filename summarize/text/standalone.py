"""Can a sentence stand alone in a brief?

It can where it is no boilerplate, no question, no fragment, is not cut off from its quotation
marks, and does not lean on the sentence before it ("He also said ...").
"""

from __future__ import annotations

import re

from summarize.text import patterns
from summarize.text.boilerplate_words import BOILERPLATE, CREDIT, HINTS
from summarize.text.openers import ANAPHORS, CONNECTIVES, EXPLAINED, OF_NOW, PRONOUNS
from summarize.text.words import count, tokens

SHORTEST = 6  # words
LONGEST = 60  # words; longer ones are lists or run-on transcripts
# Vietnamese writes a space between syllables, of which a word has one or two; 60 of them cost 3
# points of ROUGE-2 on the open set.
LONGEST_IN = {"vi": 100}
OPENING = 60  # characters that show whether a sentence goes on from another

_END = re.compile(r"[.!。！۔।…][\"”’»›」』)\]]*$")
QUOTE_MARKS = '"“«„‘「'
_PAIRS = {"“": "”", "«": "»", "「": "」", "『": "』", "(": ")", "[": "]"}


def is_boilerplate(text: str) -> bool:
    """Whether a sentence is about the outlet's business and not about the news."""
    folded = text.casefold()
    return any(hint in folded for hint in HINTS) and patterns.search(BOILERPLATE, text) is not None


def is_credit(text: str) -> bool:
    """Whether it names who took a picture, so that what stands before it is its caption."""
    return text[:1] in ("(", "[") and patterns.match(CREDIT, text) is not None


def stands_alone(text: str, language: str) -> bool:
    """Whether a trimmed sentence reads well with nothing before it."""
    return is_whole(text, language) and not _leans(text, language)


def is_whole(text: str, language: str = "") -> bool:
    """Whether it is one sentence from its beginning to its end, neither a scrap nor a list."""
    return (
        bool(_END.search(text))
        and SHORTEST <= count(text) <= LONGEST_IN.get(language, LONGEST)
        and not text[0].islower()
        and _balanced(text)
    )


def _balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that opens also closes, and the reverse."""
    if text.count('"') % 2:
        return False
    return all(text.count(left) == text.count(right) for left, right in _PAIRS.items())


def _leans(text: str, language: str) -> bool:
    """Whether the sentence needs the one before it, as its first words show."""
    words = tokens(text[:OPENING])
    first, second, third, *_ = *words, "", "", ""
    if first in CONNECTIVES.get(language, ()):
        return first != "both" or "and" not in words
    if first in PRONOUNS.get(language, ()):
        return second not in OF_NOW
    return f"{first} {second}" in ANAPHORS.get(language, ()) and third not in EXPLAINED
