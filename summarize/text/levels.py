"""The noun that stands at a number: "raised its key rate to", "unemployment in the north fell to".

It is read backwards from the number, by lists of verbs: no parser.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from summarize.text import patterns
from summarize.text.clause_words import (
    AND,
    DETERMINERS,
    HEADED,
    NUMBER,
    NUMBER_OF,
    OTHER_PREPOSITIONS,
    TOO_GENERAL,
)
from summarize.text.clauses import LONGEST_READ, WORD, Word, is_predicate
from summarize.text.words import fold


@dataclass(frozen=True, slots=True)
class Level:
    """The noun before a level ("unemployment rate" at 5 percent), with the way it moved."""

    what: str


# "rose", "fell": what moved and by how much are one thing, where it stands is another.
_MOVES = {
    "en": (
        r"rose|risen|rises?|climbed|climbs|jumped|surged|grew|grown|increased|gained|soared"
        r"|fell|fallen|falls?|dropped|drops|declined|slid|slipped|plunged|shrank|decreased|tumbled"
    ),
    "fr": r"augmenté|progressé|grimpé|bondi|reculé|baissé|chuté|diminué",
    "es": r"subió|aumentó|creció|cayó|bajó|descendió|disminuyó|retrocedió",
}
_STANDS = {
    "en": (
        r"stands? at|stood at|reached|hit|totall?ed|was|is|were|are|remained at|exceeded|topped"
        r"|(?:is|was|are|were) worth"
    ),
    "fr": r"s'élève à|s'établit à|atteint|a atteint|était de|est de",
    "es": r"se sitúa en|alcanzó|llegó a|era del?|es del?|fue del?",
}
_CHANGED = {
    "en": (
        r"raised?|raises|raising|cut|cuts|cutting|lowered?|lowering|increased?|increasing|lifted"
        r"|boosted|reduced?|reducing|brought|put|bringing|putting|left|kept|held"
    ),
    "fr": r"relevé|abaissé|porté|réduit|augmenté|ramené|maintenu",
    "es": r"elevó|subió|bajó|redujo|recortó|aumentó|situó|mantuvo",
}
_TO = {"en": "to|at|by|of", "fr": "à|de", "es": "a|al|en|de|del"}
_OF = {"en": "of", "fr": "de", "es": "de"}
_AUX = {
    "en": r"(?:(?:has|have|had|was|were|will|would|could)\s(?:been\s)?)?(?:\p{L}+ly\s)?",
    "fr": r"(?:a\s|ont\s|avait\s|est\s)?(?:\p{L}+ment\s)?",
    "es": r"(?:ha\s|han\s|se\s)?",
}


def noun_before(text: str, place: int, language: str, has_unit: bool) -> Level | None:
    """What stands at the number that begins at `place`: "raised its key rate to", "a fine of"."""
    if language not in _TO:
        return None
    start = max(0, place - 120)
    clause = (
        patterns.compiled(r"[,;:!?(\"“”«»]|\.\s|\s[–—-]\s|\d").split(text[start:place])[-1].rstrip()
    )
    moves, stands, changed = _MOVES[language], _STANDS[language], _CHANGED[language]
    aux, to = _AUX[language], _TO[language]
    moved = patterns.search(
        rf"(?i)\s(?:{aux})(?P<move>{moves})(?P<to>(?:\s\p{{L}}+ly)?\s(?:{to}))?$", clause
    )
    if moved:
        move = "" if moved["to"] and not moved["to"].endswith("by") else moved["move"]
        return _level(_line_before(moved), language, move)
    stood = patterns.search(rf"(?i)\s(?:{aux})(?:{stands})$", clause)
    if stood and has_unit:  # "Ana was 24" is an age
        return _level(_line_before(stood), language, "")
    raised = patterns.search(rf"(?i)\b(?:{changed})\s(?P<noun>[^.]*?)\s(?P<to>{to})$", clause)
    if raised:
        return _level(raised["noun"], language, "change" if raised["to"] in ("by", "de") else "")
    of = patterns.search(rf"(?i)\s(?:{_OF[language]})$", clause)
    return _level(_line_before(of), language, "", of=True) if of else None


def _line_before(match: regex.Match[str]) -> str:
    return match.string[: match.start()].rpartition("\n")[2]


def _level(clause: str, language: str, move: str, of: bool = False) -> Level | None:
    """The noun phrase at the end of `clause`, read backwards: "unemployment rate in the north"."""
    words = [Word(match.start(), match.end(), match[0]) for match in WORD.finditer(clause)]
    found: list[str] = []
    head = ""
    for place in range(len(words) - 1, -1, -1):
        folded = fold(words[place].text)
        if place and found and folded in HEADED.get(language, ()):
            head = ""  # the noun goes on before "of", "in"
        elif folded in AND or folded in OTHER_PREPOSITIONS.get(language, ()):
            return None
        elif _content(words[place], language) or (found and _qualifies(words, place, language)):
            head = head or folded
        elif not (found and place and _ties(words, place, language)):
            break
        found.insert(0, words[place].text)
    return _checked(found, head, move, of, language)


def _content(word: Word, language: str) -> bool:
    return not (word.is_function(language) or is_predicate(word, language))


def _qualifies(words: Sequence[Word], place: int, language: str) -> bool:
    """Whether the participle at `place` is an adjective: "drop in sweetened drinks"."""
    small = HEADED.get(language, frozenset()) | DETERMINERS.get(language, frozenset())
    return (
        is_predicate(words[place], language) and place > 0 and fold(words[place - 1].text) in small
    )


def _ties(words: Sequence[Word], place: int, language: str) -> bool:
    """Whether the word at `place` is the article in "of the north"."""
    inner = fold(words[place].text) in DETERMINERS.get(language, ())
    return inner and fold(words[place - 1].text) in HEADED.get(language, ())


def _checked(found: list[str], head: str, move: str, of: bool, language: str) -> Level | None:
    if len(found) > 2 and fold(found[0]) in NUMBER and fold(found[1]) in NUMBER_OF:
        found, head = found[2:], fold(found[-1])
    small = HEADED.get(language, frozenset()) | DETERMINERS.get(language, frozenset())
    while found and fold(found[0]) in small:
        found = found[1:]
    if not found or head in TOO_GENERAL or len(found) > LONGEST_READ:
        return None
    if of and len(found[-1]) < 3:
        return None
    return Level(" ".join([*found, move] if move else found))
