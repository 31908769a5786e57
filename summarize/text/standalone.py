"""Can a sentence stand alone in a brief?

It can where it is no boilerplate, no question, no fragment, is not cut off from its quotation
marks, and does not lean on the sentence before it ("He also said ...").
"""

from __future__ import annotations

import re
from itertools import pairwise

from summarize.text import patterns
from summarize.text.boilerplate_words import BOILERPLATE, CREDIT, HINTS
from summarize.text.openers import ANAPHORS, CONNECTIVES, FIRST_PERSON, PERSONS, PRONOUNS, REPORTED
from summarize.text.words import count, tokens

SHORTEST = 6  # words
LONGEST = 60  # words; longer ones are lists or run-on transcripts

_WORD = re.compile(r"[^\W\d_]+")
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
    return is_whole(text) and not _leans(text, language)


def is_whole(text: str) -> bool:
    """Whether it is one sentence from its beginning to its end, neither a scrap nor a list."""
    return (
        bool(_END.search(text))
        and SHORTEST <= count(text) <= LONGEST
        and not text[0].islower()
        and _balanced(text)
    )


def ease(text: str, language: str) -> float:
    """1, or less for what reads less well alone: "..., he said", a bare quotation, nobody named."""
    weight = 1.0
    order = tokens(text)
    pronouns = PRONOUNS.get(language, frozenset())
    reported = REPORTED.get(language, frozenset())
    if any(
        (a in pronouns and b in reported) or (a in reported and b in pronouns)
        for a, b in pairwise(order)
    ):
        weight *= 0.6
    own = FIRST_PERSON.get(language, frozenset())
    if text[0] in QUOTE_MARKS or _unnamed(text, language) or own & set(order):
        weight *= 0.4
    return weight


def _unnamed(text: str, language: str) -> bool:
    """Whether a person is spoken of ("For 23 years he kept the dam") before anybody is named."""
    persons = PERSONS.get(language, frozenset())
    words = _WORD.findall(text)
    place = next((i for i, word in enumerate(words) if word.casefold() in persons), 0)
    return place > 0 and not any(word[0].isupper() for word in words[1:place])


def _balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that opens also closes, and the reverse."""
    if text.count('"') % 2:
        return False
    return all(text.count(left) == text.count(right) for left, right in _PAIRS.items())


def _leans(text: str, language: str) -> bool:
    """Whether the sentence needs the one before it, as its first words show."""
    opening = tokens(text[:60])[:2]
    return bool(opening) and (
        opening[0] in CONNECTIVES.get(language, ())
        or opening[0] in PRONOUNS.get(language, ())
        or " ".join(opening) in ANAPHORS.get(language, ())
    )
