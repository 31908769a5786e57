"""Right sentences with one fact broken, by rules that know nothing of the checks.

Each rule finds the places of its kind in a sentence and changes one. All is drawn with one seed. A
name here is a run of capitalised words that does not begin the sentence.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import broken_words as words
import regex
from facts_corpus import Item

SEED = 4
OUTSIDE = "outside name"
MOST = 3  # variants of one kind from one sentence, at different places

_CAPITAL = r"\p{Lu}[\p{L}\p{M}\d]*(?:['’-]\p{L}{2,}|(?<=\p{L})&\p{L}+)*"
_NAME = regex.compile(rf"(?<![\p{{L}}\d'’-]){_CAPITAL}(?:\ {_CAPITAL})*")
_NUMBER = regex.compile(r"(?<![\p{L}\d.,]|\p{L}-)\d+(?:[.,]\d+)*")
_ORDINAL = regex.compile(r"(?:st|nd|rd|th)\b")
_CURRENCY = regex.compile(r"(?:\b(?:US|A|C))?\$|€|£|\b(?:dollars?|euros?|USD|EUR|GBP)\b")
_MAGNITUDE = regex.compile(
    r"(?<!\p{L})(?:thousand|million|billion|trillion)s?\b|(?<=[$€£]\ ?\d[\d.,]*)(?:bn|[mMB])\b"
)
_MONTH = regex.compile(
    r"\b(?:January|February|April|June|July|August|September|October|November|December)\b"
    r"|\b(?:March|May)\b(?=\ \d)|(?<=(?:\d|\b(?:in|of|since|until|by|early|late|last|next))\ )"
    r"(?:March|May)\b"
)
_MONTH_SHORT = regex.compile(r"\b(?:Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.(?=\ \d)")
_WEEKDAY = regex.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_QUOTED = regex.compile(
    r'"(?P<in>[^"“”]+)"|“(?P<in>[^"“”]+)”|‘(?P<in>(?:[^‘’]|(?<=\p{L})’(?=\p{L}))+)’'
    r"|(?<![\p{L}\d])'(?P<in>(?:[^']|(?<=\p{L})'(?=\p{L}))+)'(?!\p{L})"
)
_WORD = regex.compile(r"[\p{L}\p{M}\d]+(?:['’-][\p{L}\d]+)*")
_AUXILIARY = regex.compile(
    rf"\b(?:{'|'.join(words.CONTRACTED)})\b(?!['’]|\ (?:{words.NO_NOT_BEFORE})\b)"
)
_ENTRY = regex.compile(r"(?:.*\n)?[^\w\n]*", regex.DOTALL)  # nothing but marks stands before it
_OPENS = ".!?:\"“‘'"  # after these a capital letter says nothing
_CURLY = str.maketrans("“”‘’", "\"\"''")


@dataclass(frozen=True)
class Broken:
    """A sentence with one fact broken: the kind, the right sentence, its new text, what changed.

    `near` is True where the new number or name of the same article stands in the passage as well.
    """

    kind: str
    item: Item
    text: str
    change: str
    near: bool = False


Place = tuple[int, int]
# What a rule gives for a sentence: places, and what to write there.
Changes = Iterator[tuple[Place, str]]


def broken(items: Sequence[Item], articles: Iterable[str]) -> list[Broken]:
    """Up to MOST variants of each kind from each sentence; no made-up name is in an article."""
    chance = random.Random(SEED)
    known = {word for text in articles for word in regex.findall(r"\p{L}+", text.casefold())}
    made = []
    for kind, rule in RULES.items():
        for item in items:
            changes = list(rule(item, chance))
            for place, new in chance.sample(changes, min(MOST, len(changes))):
                if kind == OUTSIDE and known.intersection(new.casefold().split()):
                    raise ValueError(f"the made-up name {new} is in an article: change SEED")
                made.append(_variant(kind, item, place, new))
    return made


def _variant(kind: str, item: Item, place: Place, new: str) -> Broken:
    text, (start, end) = item.claim.text, place
    passage = " ".join(side.text for side in item.passage)
    near = bool(regex.search(rf"(?<![\p{{L}}\d]){regex.escape(new)}(?![\p{{L}}\d])", passage))
    change = f"{text[start:end]} -> {new}"
    return Broken(kind, item, text[:start] + new + text[end:], change, near)


def names(text: str) -> list[Place]:
    """Runs of capitalised words that do not begin the text, an entry of a list or a quotation."""
    found = []
    for match in _NAME.finditer(text):
        start, parts = match.start(), match[0].split(" ")
        before = text[max(0, start - 3) : start].rstrip()
        if before and before[-1] not in _OPENS and not _ENTRY.fullmatch(text, 0, start):
            while parts and parts[0] in words.NO_NAMES:
                start += len(parts.pop(0)) + 1
            if parts and len(" ".join(parts)) > 1:
                found.append((start, match.end()))
    return found


def _outside_name(item: Item, chance: random.Random) -> Changes:
    for start, end in names(item.claim.text):
        count = item.claim.text.count(" ", start, end) + 1
        made = (
            chance.choice(words.NAME_HEADS) + chance.choice(words.NAME_TAILS) for _ in range(count)
        )
        yield (start, end), " ".join(made)


def _currency(item: Item, _: random.Random) -> Changes:
    for match in _CURRENCY.finditer(item.claim.text):
        yield match.span(), words.CURRENCIES[match[0]]


def numbers(text: str) -> Iterator[Place]:
    """Where numbers in digits stand, but for the number of a list entry."""
    for match in _NUMBER.finditer(text):
        if match.start() or not regex.match(r"[.):]\s", text, pos=match.end()):
            yield match.span()


def _last_digit(item: Item, chance: random.Random) -> Changes:
    text = item.claim.text
    for start, end in numbers(text):
        digits = "0123456789" if end - start > 1 else "123456789"
        new = chance.choice(digits.replace(text[end - 1], ""))
        ordinal = _ORDINAL.match(text, end)
        last = ordinal.end() if ordinal else end
        suffix = {"1": "st", "2": "nd", "3": "rd"}.get(new, "th") if ordinal else ""
        yield (end - 1, last), new + suffix


def _magnitude(item: Item, _: random.Random) -> Changes:
    for match in _MAGNITUDE.finditer(item.claim.text):
        yield match.span(), words.MAGNITUDES[match[0]]


def _calendar(item: Item, chance: random.Random) -> Changes:
    kinds = ((_MONTH, words.MONTHS), (_MONTH_SHORT, words.MONTHS_SHORT), (_WEEKDAY, words.WEEKDAYS))
    for pattern, known in kinds:
        for match in pattern.finditer(item.claim.text):
            yield match.span(), chance.choice([each for each in known if each != match[0]])


def _quotation(item: Item, chance: random.Random) -> Changes:
    article = _plain(item.article)
    for match in _QUOTED.finditer(item.claim.text):
        start, inside = match.start("in"), match["in"]
        found = [word.span() for word in _WORD.finditer(inside)]
        if len(found) >= 3 and _plain(inside).strip(" .,") in article:
            first, last = chance.choice(found)
            new = chance.choice([each for each in words.STRANGERS if each not in inside])
            yield (start + first, start + last), new


def _plain(text: str) -> str:
    return " ".join(text.translate(_CURLY).split())


def _other_number(item: Item, chance: random.Random) -> Changes:
    """A year takes the place of a year, another number that of a number that is no year."""
    text, article = item.claim.text, item.article
    there = sorted({article[start:end] for start, end in numbers(article)})
    for start, end in numbers(text):
        old = text[start:end]
        alike = [new for new in there if new not in text and _is_year(new) == _is_year(old)]
        alike = [new for new in alike if new.replace(",", "") != old.replace(",", "")]
        if alike:
            yield (start, end), chance.choice(alike)


def _is_year(number: str) -> bool:
    return bool(regex.fullmatch(r"(?:19|20)\d\d", number))


@cache
def article_names(article: str) -> Sequence[str]:
    """Its names, but for single words that it also writes small."""
    small = set(regex.findall(r"\b\p{Ll}[\p{L}’'-]*", article))
    found = {article[start:end] for start, end in names(article)}
    return sorted(name for name in found if name.lower() not in small)


def _other_name(item: Item, chance: random.Random) -> Changes:
    """A name that shares no word with the one it replaces, and is not in the sentence."""
    text = item.claim.text
    for start, end in names(text):
        old = set(text[start:end].split())
        others = [
            new
            for new in article_names(item.article)
            if new not in text and not old.intersection(new.split())
        ]
        if others:
            yield (start, end), chance.choice(others)


def _negation(item: Item, chance: random.Random) -> Changes:
    for match in _AUXILIARY.finditer(item.claim.text):
        yield match.span(), chance.choice([words.CONTRACTED[match[0]], f"{match[0]} not"])


RULES: Mapping[str, Callable[[Item, random.Random], Changes]] = {
    OUTSIDE: _outside_name,
    "currency": _currency,
    "last digit": _last_digit,
    "magnitude": _magnitude,
    "month or weekday": _calendar,
    "quotation": _quotation,
    "other number": _other_number,
    "other name": _other_name,
    "negation": _negation,
}
