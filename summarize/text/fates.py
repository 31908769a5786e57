"""What happened to the people who are counted: killed, injured, missing, arrested, displaced.

"26 people were killed", "killed 26", "a death toll of 26" and "26 dead" count the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from summarize.text import patterns
from summarize.text.clauses import Word, after, is_predicate, noun_after
from summarize.text.figure_words import BETWEEN, FATES, PEOPLE, Fate
from summarize.text.quantities import Quantity
from summarize.text.words import content

# Words from the number to what happened: "26 people in all have now been confirmed dead".
REACH = 8
LEAD = 90  # characters before it in which it is looked for


@dataclass(frozen=True, slots=True)
class Counted:
    """`what` is readable, `key` comparable; both empty where nothing is known.

    `is_part` says that a part, an addition, a rate, a possibility or a former value is
    counted and no total.
    """

    what: str = ""
    key: tuple[str, ...] = ()
    is_part: bool = False


NOTHING = Counted()


def stems(text: str, language: str) -> tuple[str, ...]:
    """The content stems of a phrase, in order."""
    return content(text, language)


def fate(text: str, quantity: Quantity, language: str) -> Counted | None:
    """Killed, injured, missing, arrested, displaced; None where nothing of that is said."""
    if quantity.unit is not None:
        return None
    following = after(text, quantity.end)[:REACH]
    lead = text[max(0, quantity.hedge - LEAD) : quantity.hedge].lower().rstrip()
    if not patterns.search(_any_fate(language), f"{lead} {_lower(following)}"):
        return None  # most numbers are spared ten searches
    for one in FATES.get(language, ()):
        noun = _fate_after(following, one, language)
        if noun is None:
            noun = _fate_before(text, lead, quantity, one, language)
        if noun is not None:
            return _of_people(noun, one, language, _as_said(following, one))
    return None


@cache
def _any_fate(language: str) -> str:
    shapes = (f"{one.after}|{one.before}|{one.total}" for one in FATES.get(language, ()))
    return "|".join(shapes) or "(?!)"


def _lower(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words).lower()


def _as_said(following: Sequence[Word], one: Fate) -> str:
    """The word for it after the noun, with its gender and number; "(morts)" where none stands."""
    rest = _lower(following)
    said = patterns.search(rf"(?<!\p{{L}})(?:{one.after})(?!\p{{L}})", rest)
    return said[0] if said else f"({one.done})"


def _of_people(noun: Sequence[Word], one: Fate, language: str, said: str) -> Counted:
    words = " ".join(word.text for word in noun)
    people = PEOPLE[language]
    special = [word.text for word in noun if word.text.lower() not in people]
    if not special:
        return Counted(one.label, (one.key,))
    said = one.done if language == "en" else said
    return Counted(f"{words} {said}", tuple({one.key, *stems(" ".join(special), language)}))


def _fate_after(following: Sequence[Word], one: Fate, language: str) -> list[Word] | None:
    """The noun between the number and its fate: [] for "26 dead", None where none follows."""
    noun: list[Word] = []
    closed = False  # a verb came: the noun is complete
    for place, word in enumerate(following):
        rest = _lower(following[place : place + 4])
        if match := patterns.match(rf"(?:{one.after})(?!\p{{L}})", rest):
            return noun or _people_after(following[place + 1 :], match[0], language)
        if word.text.lower() in BETWEEN[language]:
            closed = True
        elif closed or len(noun) == 3 or word.is_function(language) or is_predicate(word, language):
            return None
        else:
            noun.append(word)
    return None


def _people_after(rest: Sequence[Word], fate: str, language: str) -> list[Word] | None:
    """Those of whom the fate is an adjective: "26 wounded soldiers"; [] where none follow.

    None in "26 missing children reports", where reports are counted.
    """
    if " " in fate or not rest:
        return []
    noun = noun_after(" " + " ".join(word.text for word in rest), 0, language)
    return noun if len(noun) < 2 else None


def _fate_before(
    text: str, lead: str, quantity: Quantity, one: Fate, language: str
) -> list[Word] | None:
    clause = patterns.compiled(r"[.;:!?]\s").split(lead)[-1]
    if patterns.search(rf"(?<!\p{{L}})(?:{one.before})$", clause):
        noun = noun_after(text, quantity.end, language)
        return [word for word in noun if not is_predicate(word, language)]
    level = r"(?:to|at|of|was|is|reached|hit|à|de|a|en|son|es|était|est|llega a|s'élève à)"
    total = rf"(?<!\p{{L}})(?:{one.total})(?:\s[^\d\s,]+){{0,5}}\s{level}$"
    return [] if patterns.search(total, clause) else None
