"""What a quantity counts, as the text words it, and a key that equals for equal counted things.

In this order:

1. What happened to people (killed, injured, missing, arrested, displaced), in whatever words.
2. Money: what it is for ("$5.7 billion for the wall", "a $5.7 billion wall").
3. What changed or stands at it ("raised its key rate to 4.5 percent", "a fine of $2 million").
4. The noun after the number with the verb of which it is the subject or object ("40 homes were
   destroyed"). One noun alone is too little to compare: 12 senators are not always the same.

Where a part, an addition, a rate, a possibility or what had been said before is counted the key is
empty, for it must not be held against a total. A period that the sentence names belongs to the key.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarize.text import patterns
from summarize.text.clauses import (
    Word,
    after,
    before,
    determines,
    is_predicate,
    noun_after,
    predicate_after,
    ties,
)
from summarize.text.fates import NOTHING, Counted, fate, stems
from summarize.text.figure_words import (
    FORMER_BEFORE,
    NOT_A_TOTAL_AFTER,
    NOT_A_TOTAL_BEFORE,
    PEOPLE,
)
from summarize.text.levels import noun_before
from summarize.text.quantities import Quantity, periods
from summarize.text.unit_words import MONEY

# Spelled out and few: sources count different twos and threes without differing.
_FEW = frozenset(map(float, range(10)))


def counted(text: str, quantity: Quantity, language: str) -> Counted:
    """What `quantity` of the sentence `text` counts."""
    found = fate(text, quantity, language) or _measured(text, quantity, language)
    found = found or _plain(text, quantity, language) or NOTHING
    if not _is_total(text, quantity, language):
        return Counted(found.what, is_part=True)
    when = [word for start, end in periods(text, language) for word in stems(text[start:end], "")]
    return Counted(found.what, tuple(sorted({*found.key, *when}))) if found.key else found


def _is_total(text: str, quantity: Quantity, language: str) -> bool:
    words = [word.text.lower() for word in before(text, quantity.hedge)]
    former = FORMER_BEFORE.get(language)
    if former and patterns.search(former, " ".join(words[-6:])):
        return False
    lead = " ".join(words[-4:])
    earlier, later = NOT_A_TOTAL_BEFORE.get(language), NOT_A_TOTAL_AFTER.get(language)
    if earlier and patterns.search(earlier, lead):
        return False
    return not (later and patterns.match(later, text[quantity.end : quantity.end + 60].lower()))


def _measured(text: str, quantity: Quantity, language: str) -> Counted | None:
    """What an amount of money, a share, a measure or a level belongs to."""
    rest = text[quantity.end : quantity.end + 20]
    if quantity.unit is None and not patterns.match(r"\s*(?:$|[,.;:)])", rest):
        return None
    tied = quantity.joined and quantity.unit and not rest.startswith("-")
    if tied or quantity.unit in MONEY:
        noun = noun_after(text, quantity.end, language)
        if noun:
            return _from(noun, language, _role(text, quantity, language))
    compared = patterns.match(_COMPARED, rest) or (
        quantity.unit == "%" and patterns.match(_OF.get(language, "(?!)"), rest)
    )
    if not compared and (
        level := noun_before(text, quantity.hedge, language, quantity.unit is not None)
    ):
        return Counted(level.what, tuple(stems(level.what, language)))
    if quantity.unit in MONEY and (noun := _purpose(text, quantity.end, language)):
        return _from(noun, language, _role(text, quantity, language))
    return _share(text, quantity, language)


_OF = {"en": r"\sof\s", "fr": r"\s(?:de\s|des\s|d')", "es": r"\sde\s"}
_COMPARED = (
    r"\s(?:higher|lower|more|less|larger|smaller|faster|longer|above|below|away|apart|from|north"
    r"|south|east|west|long|tall|high|wide|deep|old|plus|moins|más)\b"
)


def _from(noun: Sequence[Word], language: str, role: str) -> Counted:
    what = " ".join(word.text for word in noun)
    found = stems(what, language)
    return Counted(what, tuple(dict.fromkeys((*found, role) if found and role else found)))


# What was asked for and what was granted for one thing are two figures.
_ROLES = {
    "en": (
        ("asked", r"demand|request|seek|sought|want|ask|call|insist|propos|need|plead"),
        (
            "given",
            r"grant|provid|includ|approv|appropriat|allocat|offer|pledg|award|agree|gave|giv",
        ),
        ("spent", r"spen[dt]|cost|paid|pay|lost|lose|rais|earn"),
    ),
    "fr": (
        ("asked", r"demand|réclam|exig|propos|souhait"),
        ("given", r"accord|octro|prévo|inclu|approuv|vot|promis|débloqu"),
        ("spent", r"dépens|coût|pay|perd"),
    ),
    "es": (
        ("asked", r"pid|solicit|exig|propon|propus|reclam"),
        ("given", r"conced|otorg|inclu|aprob|destin|asign|promet"),
        ("spent", r"gast|cost|pag|perd"),
    ),
}


def _role(text: str, quantity: Quantity, language: str) -> str:
    """Whether money is asked for, given or spent, by the nearest verb before it."""
    for word in reversed(before(text, quantity.hedge)):
        for role, verbs in _ROLES.get(language, ()):
            if patterns.match(rf"(?:{verbs})", word.text.lower()):
                return role
    return ""


_PURPOSE = {
    "en": r"\s(?:(?:in|worth of)\s(?!the\b|his\b|its\b|an?\b)"
    r"|(?:(?:in|of)\s(?:\p{L}+\s){1,2})?(?:for|to (?:build|fund|buy|pay for|finance|repair"
    r"|rebuild|secure|construct|expand))\s"
    r"(?:(?:the )?(?:construction|building|repair|reconstruction) (?:of|on) )?)",
    "fr": r"\s(?:pour (?:financer |construire |reconstruire )?|d'aide pour |de )",
    "es": r"\s(?:para (?:financiar |construir |reconstruir )?|en |de )",
}


def _purpose(text: str, place: int, language: str) -> list[Word]:
    """The noun that money is for."""
    shape = _PURPOSE.get(language)
    match = patterns.compiled(shape).match(text, place) if shape else None
    if match is None or patterns.match(r"\s?\d", text[match.end() :][:2]):
        return []
    noun = noun_after(text, match.end() - 1, language, skip_determiner=True)
    somebody = len(noun) > 1 and all(word.text[0].isupper() for word in noun)
    return [] if somebody else noun


def _share(text: str, quantity: Quantity, language: str) -> Counted | None:
    """ "40 percent of voters support": a share of whom, and of those who do what."""
    of = _OF.get(language, "(?!)")
    match = patterns.compiled(of).match(text, quantity.end)
    if match is None or quantity.unit != "%":
        return None
    noun = noun_after(text, match.end() - 1, language, skip_determiner=True)
    if not noun:
        return None
    doing = stems(" ".join(word.text for word in after(text, noun[-1].end)[:8]), language)
    what = " ".join(word.text for word in noun)
    if len(doing) < 2:  # of them nothing is said that could be compared
        return Counted(what)
    return Counted(what, tuple(dict.fromkeys((*stems(what, language), *doing[:4]))))


def _is_verb(words: Sequence[Word], language: str) -> bool:
    """Whether the last one is a verb, and no adjective ("the suspected five")."""
    return is_predicate(words[-1], language) and not (
        len(words) > 1 and determines(words[-2], language)
    )


def _plain(text: str, quantity: Quantity, language: str) -> Counted | None:
    """The noun after a bare number, with the verb next to it."""
    if quantity.unit is not None or quantity.joined:
        return None
    noun = noun_after(text, quantity.end, language)
    if not noun or (quantity.is_word and quantity.value == 1.0):
        return None
    what = " ".join(word.text for word in noun)
    special = [word.text for word in noun if word.text.lower() not in PEOPLE.get(language, ())]
    found = list(stems(" ".join(special), language))
    lead = before(text, quantity.hedge)[-1:]
    inner = bool(lead) and ties(lead[0], language)  # "cards of 40 customers were stolen"
    done = "" if inner else predicate_after(text, noun[-1].end, language) or ""
    if not done and lead and _is_verb(before(text, quantity.hedge), language):
        done = lead[0].text.lower()
    if done and not (lead and done == lead[0].text.lower() and done.endswith("ing")):
        what = f"{what} {done}"
    found.extend(stems(done, language))
    few = quantity.is_word and quantity.value in _FEW and (not done or done.endswith("ing"))
    sure = len(set(found)) > 1 and not few
    return Counted(what, tuple(dict.fromkeys(found)) if sure else ())
