"""Does a sentence stand in a brief without the one before it?

`summarize.text.standalone` looks at its first word. This looks further: at phrases that go on from
what was said ("In both cases", "Of that"), at a pronoun with nobody before it in the sentence
("One bullet hit his arm"), and at "he said" beside a quotation, whoever the quotation speaks of.
What fails is chosen only together with the sentence before it, where that is a passage too and, for
a pronoun, names somebody; else it is left out.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from itertools import pairwise

import regex

from summarize.local.standing_words import (
    DOER,
    NAMES,
    NO_DOER,
    ONE,
    PEOPLE,
    PERSONS,
    PHRASES,
    RUN_ON,
    SEVERAL,
    THING,
    THINGS,
    UNSPACED,
    WRITER,
)
from summarize.text import patterns
from summarize.text.capitals import NameMention, is_word_of_calendar, names
from summarize.text.openers import REPORTED
from summarize.text.standalone import is_whole, stands_alone
from summarize.text.stopwords import STOPWORDS
from summarize.text.words import fold

OPENING = 80  # characters; what goes on from the sentence before shows within them
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ARTICLE = re.compile(
    r"\b(?:the|an?|le|la|les|une?|el|los|las|una?|der|die|das|os?|as?)\s$", re.IGNORECASE
)
_ADDRESS = regex.compile(r"\.?\p{Ll}")  # "MegaMillions.com" is nobody
_CUT_OFF = regex.compile(r"(?:…|\.\.)\.?\s?[\"”’»」)]*$")
# "… smoke The mayor said": a caption and a sentence with no border between them.
_RUN_ON = regex.compile(r"(?<=\p{Ll}\s)\p{Lu}\p{Ll}+(?=\s\p{Ll})")
_QUOTED = regex.compile(r"“[^”]*+”?|«[^»]*+»?|\"[^\"]*+\"?|「[^」]*+」?")


class Standing(Enum):
    """How a sentence stands in a brief: alone, only after the one before it, or not at all."""

    ALONE = 1
    AFTER = 2
    NOT = 3


def standing_of(text: str, before: str, language: str) -> Standing:
    """How a trimmed sentence stands; `before` is the one before it, "" where that is no passage."""
    if text[0] in "([" or _CUT_OFF.search(text) or not is_whole(text, language):
        return Standing.NOT
    if _runs_on(text, language):
        return Standing.NOT
    if stands(text, language):
        return Standing.ALONE
    return Standing.AFTER if before and _follows(text, before, language) else Standing.NOT


def _runs_on(text: str, language: str) -> bool:
    """Whether a function word with a capital stands in the middle of it."""
    if language not in RUN_ON:
        return False
    stop = STOPWORDS[language] - NAMES
    return any(fold(word) in stop for word in _RUN_ON.findall(_unquoted(text)))


def stands(text: str, language: str) -> bool:
    """Whether everyone and everything that a trimmed sentence points at is in it."""
    return (
        stands_alone(text, language)
        and not _goes_on(text, language)
        and not _is_bare(text)
        and not _dangles(text, language)
        and not _speaks(text, language)
    )


def _follows(text: str, before: str, language: str) -> bool:
    """Whether the sentence before names whom this one means, where it means somebody."""
    if _speaks(text, language):
        return False
    if _is_bare(text) or _said_by_pronoun(text, language):
        return _has_name(_unquoted(before), language)  # a speaker is known by name
    return not _dangles(text, language) or _names_somebody(before, language)


def _said_by_pronoun(text: str, language: str) -> bool:
    """Whether it has "he said" or "said she", outside quotations."""
    one, reported = ONE.get(language, frozenset()), REPORTED.get(language, frozenset())
    pairs = pairwise(_words(_unquoted(text)))
    return any((a in one and b in reported) or (a in reported and b in one) for a, b in pairs)


def _goes_on(text: str, language: str) -> bool:
    phrases = PHRASES.get(language)
    if phrases is None:
        return False
    opening = text[:OPENING].lstrip("\"“«'‘「").casefold().replace("’", "'")
    end = "" if language in UNSPACED else r"(?![\p{L}\p{M}])"
    return patterns.match(phrases + end, opening) is not None


def _dangles(text: str, language: str) -> bool:
    """Whether a pronoun has nobody before it; what a quotation says names nobody outside it."""
    one, several, thing = (words.get(language, frozenset()) for words in (ONE, SEVERAL, THING))
    found = _any_of(one | several | thing)
    if not found.search(text):
        return False
    said = _unquoted(text)
    for match in found.finditer(said):
        word = fold(match[0])
        named = _names_several if word in several else _names_somebody
        named = _names_something if word in thing else named
        if not named(said[: match.start()], language):
            return True
    return False


def _is_bare(text: str) -> bool:
    """Whether it is a quotation and nothing beside it: nobody says who speaks."""
    return not _WORD.search(_unquoted(text))


def _speaks(text: str, language: str) -> bool:
    """Whether the writer speaks of himself: "we", outside quotations."""
    found = _any_of(WRITER.get(language, frozenset()))
    return bool(found.search(text)) and bool(found.search(_unquoted(text)))


@cache
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    """Finds any of `words`; nothing where there are none."""
    listed = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{listed})\b" if words else "(?!)", re.IGNORECASE)


def _unquoted(text: str) -> str:
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]


def _names_somebody(text: str, language: str) -> bool:
    """Whether a person, or what may be one, is spoken of outside quotations."""
    said = _unquoted(text)
    if any(_is_person(word, language) for word in _words(said)):
        return True
    return _has_name(said, language)


def _has_name(said: str, language: str) -> bool:
    """Whether a person, or what may be one, is named."""
    words = _words(said)
    if any(_may_be_person(said, name) for name in names(said, language)):
        return True
    # A sentence that begins with one capitalised word may begin with a name ("Sorvald said she").
    if not words or not said.lstrip()[:1].isupper():
        return False
    plain = words[0] in STOPWORDS.get(language, ()) or is_word_of_calendar(words[0], language)
    return not plain and not _is_several(words[0])


def _may_be_person(said: str, name: NameMention) -> bool:
    """A name that is no place and no organisation; what has an article before it is a thing."""
    if _ADDRESS.match(said, name.end):
        return False
    if name.kind == "other":
        return _ARTICLE.search(said[: name.start]) is None
    return name.kind == "person"


def _names_several(text: str, language: str) -> bool:
    return any(_is_several(word) for word in _words(_unquoted(text))) or _names_somebody(
        text, language
    )


def _names_something(text: str, language: str) -> bool:
    if not THINGS[language].isdisjoint(_words(_unquoted(text))):
        return True
    return bool(names(text, language)) or _names_somebody(text, language)


def _is_person(word: str, language: str) -> bool:
    if word in PERSONS.get(language, ()):
        return True
    return language == "en" and len(word) > 4 and word.endswith(DOER) and word not in NO_DOER


def _is_several(word: str) -> bool:
    if word in PEOPLE:
        return True
    return len(word) > 3 and word[-1] == "s" and word[-2:] not in ("us", "ss", "is")
