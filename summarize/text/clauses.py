"""Nouns and verbs next to a place in a sentence, by word lists and endings: no parser."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from summarize.text import patterns
from summarize.text.calendar_words import CALENDARS
from summarize.text.clause_words import (
    AUXILIARY,
    BREAKS,
    DETERMINERS,
    HEADED,
    IRREGULAR,
    LINKS,
    NO_PREDICATE,
    OTHER_PREPOSITIONS,
    REPORTING,
)
from summarize.text.stopwords import STOPWORDS
from summarize.text.words import fold

LONGEST_NOUN = 4  # words of a noun that are shown
LONGEST_READ = 7  # words of a noun that are read to find its head
WORD = regex.compile(r"(?:\p{Lu}\.){2,}|[\p{L}\p{M}][\p{L}\p{M}\d'’‑-]*")
_GAP = regex.compile(r"[\s\u00a0]+")


class Word(NamedTuple):
    """A word and its place."""

    start: int
    end: int
    text: str

    def is_function(self, language: str) -> bool:
        """Whether it carries no content (a stop word) or ends a noun phrase."""
        word = fold(self.text)
        return word in STOPWORDS.get(language, ()) or word in BREAKS.get(language, ())


def after(text: str, place: int) -> list[Word]:
    """The words from `place` on, up to a punctuation mark or a number."""
    found: list[Word] = []
    while (gap := _GAP.match(text, place)) or (not found and _hyphen(text, place)):
        match = WORD.match(text, gap.end() if gap else place + 1)
        if match is None:
            break
        found.append(Word(match.start(), match.end(), match[0]))
        place = match.end()
        if len(found) > 12:
            break
    return found


def _hyphen(text: str, place: int) -> bool:
    return text[place : place + 1] in ("-", "‑")


def before(text: str, place: int) -> list[Word]:
    """The words before `place` in order, back to a punctuation mark or a number, at most 12."""
    start = max(0, place - 120)
    clause = patterns.compiled(r"[^\p{L}\p{M}\s'’‑.-]|\.\s|\d").split(text[start:place])[-1]
    offset = place - len(clause)
    found = [
        Word(match.start() + offset, match.end() + offset, match[0])
        for match in WORD.finditer(clause)
    ]
    return found[-12:]


def is_predicate(word: Word, language: str) -> bool:
    """Whether an English word looks like the past tense or a participle of a verb."""
    folded = fold(word.text)
    if language != "en" or folded in NO_PREDICATE or not word.text[0].islower():
        return False
    return folded in IRREGULAR or bool(patterns.fullmatch(r"\p{L}{2,}(?:[^e]ed|ing)", folded))


def predicate_after(text: str, place: int, language: str) -> str | None:
    """The verb of which the noun that ends at `place` is the subject, as it is written."""
    if language != "en":
        return None
    following = after(text, place)
    while following and fold(following[0].text) in AUXILIARY:
        following = following[1:]
    if following and is_predicate(following[0], language):
        return following[0].text
    return None


def noun_after(text: str, place: int, language: str, skip_determiner: bool = False) -> list[Word]:
    """The noun phrase that begins at `place`, [] where none does."""
    following = after(text, place)
    if skip_determiner and following and determines(following[0], language):
        following = following[1:]
    links = LINKS.get(language, frozenset())
    found: list[Word] = []
    for index in range(min(len(following), LONGEST_READ)):
        if not _goes_on(following, index, language):
            break
        found.append(following[index])
    if len(found) == 1 and _is_verb_alone(found[0], language):
        return []
    head_last = language == "en" and not any(fold(word.text) in links for word in found)
    found = found[-LONGEST_NOUN:] if head_last else found[:LONGEST_NOUN]
    while found and fold(found[-1].text) in links:
        found.pop()
    return found


def _goes_on(following: Sequence[Word], index: int, language: str) -> bool:
    """Whether the word at `index` belongs to the noun that begins at 0."""
    word, rest = following[index], following[index + 1 :]
    if _is_calendar(word, language) or (not index and _ends_ly(word, language)):
        return False
    if index and fold(word.text) in LINKS.get(language, ()):
        return bool(rest) and not (determines(rest[0], language) or rest[0].is_function(language))
    return not word.is_function(language) and not (index and _ends(following, index, language))


def _is_verb_alone(word: Word, language: str) -> bool:
    return is_predicate(word, language) or fold(word.text) in REPORTING


def _ends(following: Sequence[Word], index: int, language: str) -> bool:
    """Whether the word at `index` is the verb after the noun ("armed men" has none)."""
    word = following[index]
    if word.text[0].isupper() and following[index - 1].text[0].islower():
        return True  # "women Malaysia has accused"
    rest = following[index + 1 : index + 2]
    if word.text.endswith("ing") and rest and not rest[0].is_function(language):
        return False  # "active shooting attacks"
    return is_predicate(word, language) or fold(word.text) in REPORTING or _ends_ly(word, language)


def _ends_ly(word: Word, language: str) -> bool:
    return language == "en" and word.text.endswith("ly")


def determines(word: Word, language: str) -> bool:
    """Whether it is an article or a possessive."""
    return fold(word.text) in DETERMINERS.get(language, ())


def ties(word: Word, language: str) -> bool:
    """Whether it is a preposition, after which no subject of a verb stands."""
    folded = fold(word.text)
    return folded in HEADED.get(language, ()) or folded in OTHER_PREPOSITIONS.get(language, ())


def _is_calendar(word: Word, language: str) -> bool:
    return fold(word.text).rstrip(".") in _calendar(language)


def _calendar(language: str) -> frozenset[str]:
    if language not in CALENDARS:
        return frozenset()
    named = (*CALENDARS[language].months, *CALENDARS[language].weekdays)
    return frozenset(word for names in named for word in names.split("|"))
