"""Names in one sentence: runs of capitalised words, without titles and without what is no name.

The first word of a sentence has a capital anyway: it belongs to a name only where another
capitalised word follows and it is no plain word. A headline set in title case, a line in capitals
and scripts without case have no capitals to go by: no names are found there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from summarize.text.agencies import known_agency
from summarize.text.calendar_words import CALENDARS
from summarize.text.name_kinds import NameKind, kind_of, plain_word
from summarize.text.name_words import (
    BODIES,
    COUNTRIES,
    DEMONYMS,
    NO_NAMES,
    OPENERS,
    ORGANISATIONS,
    PLACE_KINDS,
    TITLES,
)
from summarize.text.stopwords import STOPWORDS

_CAPITAL = r"(?:\p{Lu}\.){2,}|\p{Lu}[\p{L}\p{M}\d]*(?:[-‑'’][\p{L}\p{M}\d]+)*(?<!['’]s)\.?"
_PARTICLE = (
    r"(?:of(?:\sthe)?|for|de(?:\sla|\slos|\sl['’])?|du|des|del|della|di|da|do|dos|van|von|der|ter"
    r"|bin|ibn|al|el|&)"
)
_RUN = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}\d])(?:{_CAPITAL})(?:[ \u00a0](?:{_PARTICLE}[ \u00a0])?(?:{_CAPITAL}))*"
)
_WORD = regex.compile(r"[^\s\u00a0]+")
# A point belongs to an abbreviation; elsewhere it ends the sentence.
_ABBREVIATED = regex.compile(
    r"(?i)(?:(?:\p{L}\.)+|(?:mr|mrs|ms|dr|gov|sen|rep|st|jr|sr|lt|gen|col|sgt|capt|cmdr|rev|prof"
    r"|inc|co|corp|mme|sra|srta)\.)$"
)
_LONG_WORD = regex.compile(r"\p{L}{4,}")
_ROMAN = regex.compile(r"[IVXLC]+")
_KEEPS_POINT = regex.compile(r"\p{L}\.\p{L}\.$|^(?:Inc|Jr|Sr|Co|Corp|Ltd)\.$")
_PLAIN = NO_NAMES | DEMONYMS | PLACE_KINDS | (ORGANISATIONS - BODIES)
_NOT_WHOLE = NO_NAMES | DEMONYMS | TITLES
# In a line of so many words, so large a share of capitalised ones is title case.
_TITLE_CASE_WORDS = 5
_TITLE_CASE = 0.9


@dataclass(frozen=True, slots=True)
class NameMention:
    """`text` is the name as it stands at `start:end` of the sentence, titles left out."""

    start: int
    end: int
    text: str
    kind: NameKind


@lru_cache(maxsize=50_000)
def names(text: str, language: str) -> tuple[NameMention, ...]:
    """The names of one sentence, in order, disjoint; () in a script without capitals."""
    if _has_no_case(text):
        return ()
    return tuple(_found(text, language))


def is_word_of_calendar(word: str, language: str) -> bool:
    """Whether it is a month or a weekday."""
    return word.casefold().rstrip(".") in _calendar(language)


def starts_sentence(text: str, place: int) -> bool:
    """Whether nothing but marks, or a full stop, stands before `place`."""
    lead = text[:place].rstrip(" \u00a0\"'“‘«„([¿¡—–-")
    return not lead or lead[-1] in ".!?:…" or (text[place - 1 : place] in '"“«„')


def _has_no_case(text: str) -> bool:
    words = _LONG_WORD.findall(text)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _TITLE_CASE_WORDS and capitals >= _TITLE_CASE * len(words)


def _found(text: str, language: str) -> Iterator[NameMention]:
    for run in _RUN.finditer(text):
        for words in _pieces(text, run.start(), run.end(), language):
            name, titled = _untitled(words, language, starts_sentence(text, words[0].start))
            if name and not _is_no_name(text, name, language, titled):
                start, end = name
                kind = kind_of(text, start, end, language, titled)
                yield NameMention(start, end, text[start:end], kind)


def untitled(name: str, language: str) -> str:
    """A name of which it is known that it is one, without the titles in front of it."""
    found = [words for run in _RUN.finditer(name) for words in _pieces(name, *run.span(), language)]
    spans = [_untitled(words, language, False)[0] for words in found]
    known = [name[span[0] : span[1]] for span in spans if span]
    return known[0] if known else name


class _Word(NamedTuple):  # three times faster to make than a dataclass
    start: int
    end: int
    text: str


def _pieces(text: str, start: int, end: int, language: str) -> Iterator[list[_Word]]:
    """A run cut after a full stop, at a capitalised function word, and before "of the Ministry"."""
    piece: list[_Word] = []
    words = [_Word(m.start(), m.end(), m[0]) for m in _WORD.finditer(text, start, end)]
    for place, word in enumerate(words):
        function = word.text[0].isupper() and is_function(word.text, language)
        if (function or _begins_employer(words, place, piece)) and piece:
            yield piece
            piece = []
        piece.append(word)
        if word.text.endswith(".") and not _ABBREVIATED.match(word.text):
            piece[-1] = _Word(word.start, word.end - 1, word.text[:-1])
            yield piece
            piece = []
    if piece:
        yield piece


def _begins_employer(words: list[_Word], place: int, piece: list[_Word]) -> bool:
    """ "Ana Reyes of the Ministry of Health", "Tom Vale of Elmshire": "of" begins another name."""
    if words[place].text not in ("of", "for", "de", "del", "du") or len(piece) < 2:
        return False
    if any(plain_word(word.text) in ORGANISATIONS | PLACE_KINDS for word in piece):
        return False
    named = [word for word in piece if not _is_title(word.text) and not word.text[0].islower()]
    whole = words[place].text == "of" and len(named) > 1
    return whole or any(plain_word(word.text) in ORGANISATIONS for word in words[place:])


def is_title_first(name: str) -> bool:
    """Whether a title stands in `name` before the last word ("Harbour Secretary Ana Reyes")."""
    return any(_is_title(word) for word in name.split()[:-1])


def _is_title(word: str) -> bool:
    """Also "representative-elect" and "speaker-to-be"."""
    bare = plain_word(word)
    if bare in TITLES:
        return True
    head, _, tail = bare.partition("-")
    return head in TITLES and tail in ("elect", "to-be", "designate", "general", "in-waiting")


def is_function(word: str, language: str) -> bool:
    """Whether a capitalised word is a function word all the same ("When", "The")."""
    bare = plain_word(word)
    return bare in STOPWORDS.get(language, ()) and (len(bare) < 2 or not word.isupper())


def _untitled(
    words: list[_Word], language: str, opens: bool
) -> tuple[tuple[int, int] | None, bool]:
    """The run without titles, openers, weekdays at its ends; and whether it had a title."""
    start = 0
    while start < len(words) and _is_dropped(words, start, language, opens):
        start += 1
    titles = [place for place, word in enumerate(words) if _is_title(word.text)]
    last = max((place for place in titles if _is_before_name(words, place)), default=-1)
    start = max(start, last + 1)
    kept = words[start:]
    while kept and (kept[-1].text[0].islower() or _is_dropped_last(kept[-1].text, language)):
        kept.pop()
    titled = bool(titles) and titles[0] < start
    if not kept or kept[0].text[0].islower():
        return None, titled
    return (kept[0].start, kept[-1].end - _point(kept)), titled


def _is_before_name(words: list[_Word], place: int) -> bool:
    """Whether the title at `place` belongs to a name after it ("Justice Department" has none)."""
    rest = words[place + 1 :]
    if not rest or rest[0].text[0].islower():
        return False
    if len(rest) > 1 and plain_word(rest[-1].text) in PLACE_KINDS | ORGANISATIONS:
        return False  # "Queen Ana National Park"
    return plain_word(rest[0].text) not in ORGANISATIONS or plain_word(rest[0].text) in TITLES


def _is_dropped(words: list[_Word], place: int, language: str, opens: bool) -> bool:
    word = words[place].text
    bare = plain_word(word)
    if word[0].islower() or is_word_of_calendar(word, language) or is_function(word, language):
        return True
    following = words[place + 1 :]
    if _is_title(word) and (not following or following[0].text[0].islower()):
        return True
    if _is_title(word) or bare in DEMONYMS:
        return _is_before_name(words, place)
    return (opens and bare in OPENERS) or bare in ("a.m", "p.m") or bare.endswith("-based")


def _is_dropped_last(word: str, language: str) -> bool:
    return is_word_of_calendar(word, language) or is_function(word, language)


def _point(words: list[_Word]) -> int:
    """1 where the last word ends with the full stop of the sentence."""
    last = words[-1].text
    return int(last.endswith(".") and not _KEEPS_POINT.search(last))


def _is_no_name(text: str, span: tuple[int, int], language: str, titled: bool) -> bool:
    start, end = span
    words = text[start:end].split()
    bare = plain_word(text[start:end])
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return True  # another way to write the name before it
    if known_agency(text[start:end]) or _ROMAN.fullmatch(text[start:end]):
        return True
    if len(words) > 1:
        return all(plain_word(word) in _NOT_WHOLE for word in words)
    if bare in STOPWORDS.get(language, ()) and text[start:end] not in COUNTRIES:
        return True
    if bare in _PLAIN or len(bare) < 2 or is_word_of_calendar(bare, language):
        return True
    if titled or text[start:end] in COUNTRIES:
        return False
    if language == "de":  # every noun has a capital
        return not text[start:end].isupper()
    return starts_sentence(text, start) and not (text[start:end].isupper() and len(bare) < 7)


@cache
def _calendar(language: str) -> frozenset[str]:
    tables = [CALENDARS[code] for code in ("en", language) if code in CALENDARS]
    named = [each for table in tables for each in (*table.months, *table.weekdays)]
    return frozenset(word for words in named for word in words.split("|"))
