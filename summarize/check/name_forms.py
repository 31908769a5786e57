"""Is a name in a passage, in any of the forms in which it may be written?

In this order, the cheap and frequent first:

1. its words as they are, without accents: the last name for the full one and the reverse;
2. a country by its people, its capital or its other names;
3. the words joined or apart: "J. K. Rowling" and "JK Rowling", "#PrayForLindmere";
4. initials for a name of several words, and the reverse: "WHO";
5. a word by its beginning: "Lib Dem", "Ghanaian" for Ghana, "Paralympics" for Paralympic;
6. another spelling of the same sounds: "Mueller", "Zelenskyy".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from summarize.check.name_reading import Name, Reading, read
from summarize.check.sides import Side

SHORTEST = 4  # letters of a word that may be known by its beginning, or inside a joined word
# What the longer of two words may have after what both begin with, to be the same name still.
_ENDINGS = regex.compile(
    r"(?:s|es|n|an|ans|ian|ians|ean|eans|ish|ese|i|is|ic|ics|ist|ists|er|ers|man|men|woman|women"
    r"|te|tes|ite|ites|a|o|e|as|os|al|ism|y|ies|land)?"
)
_ALIKE = 5  # letters
_BRIEF = 3  # letters of a word cut short ("Lib Dem")
_SOUNDS = (
    ("ph", "f"), ("kh", "h"), ("gh", "g"), ("q", "k"), ("ck", "k"), ("dh", "d"), ("ou", "u"),
    ("oo", "u"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("ei", "i"), ("ie", "i"), ("ee", "i"),
    ("iy", "i"), ("ij", "i"), ("y", "i"), ("w", "v"), ("tsch", "ch"), ("sch", "sh"),
)  # fmt: skip
_DOUBLED = regex.compile(r"(\w)\1+")
_SMALL = frozenset(["and", "for", "in", "of", "on", "the", "to", "de", "des", "du", "y", "e", "et"])


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences that a claim cites, read: `keys` are all their words, `signs` the countries."""

    readings: tuple[Reading, ...]
    keys: frozenset[str]
    signs: frozenset[str]
    small: frozenset[str]


@lru_cache(maxsize=10_000)
def passage_of(sides: tuple[Side, ...]) -> Passage:
    """The sentences as one passage."""
    return passage_from([read(side.text, side.language) for side in sides])


def passage_from(readings: Sequence[Reading]) -> Passage:
    """Sentences that are read, as one passage."""
    return Passage(
        tuple(readings),
        frozenset[str]().union(*(each.places for each in readings)),
        frozenset[str]().union(*(each.signs for each in readings)),
        frozenset[str]().union(*(each.small for each in readings)),
    )


def is_named(name: Name, passage: Passage) -> bool:
    """Whether the passage has the name in one of its forms."""
    readings = passage.readings
    if name.countries:  # its words alone may be others: "us", "Korea" in "South Korea"
        return bool(name.countries & passage.signs) or _is_tagged("".join(name.keys), readings)
    if _has_words(name, passage):
        return True
    if _joined(name, readings) or _by_initials(name, readings) or _alike(name.keys, passage):
        return True
    return len(name.keys) == 1 and _cut_short(name.keys[0], readings)


def _cut_short(key: str, readings: Sequence[Reading]) -> bool:
    """Whether two words with capitals begin with it: "Fed" for "Federal Reserve"."""
    pairs = (pair for reading in readings for pair in pairwise(reading.words))
    return len(key) == _BRIEF and any(
        one.key.startswith(key) and one.capital and two.capital for one, two in pairs
    )


def _has_words(name: Name, passage: Passage) -> bool:
    """Whether the last word is there, or half of them, and not only in the name of another."""
    keys = name.keys
    if len(keys) == 1:
        return keys[0] in passage.keys
    there = [key for key in keys if key in passage.keys and len(key) > 1]
    if keys[-1] not in there and 2 * len(there) < len(keys):
        return False
    return any(_is_of(name, key, each) for each in passage.readings for key in {*there})


def _is_of(name: Name, key: str, reading: Reading) -> bool:
    """Whether `key` stands in the sentence, and somewhere not in the name of another."""
    places = reading.places.get(key, ())
    others = [other for other in reading.names if _is_other(name, other, key)]
    return any(not any(o.first <= place < o.last for o in others) for place in places)


def _is_other(name: Name, other: Name, key: str) -> bool:
    """Whether two names have one word in common, and where one has more the other has another."""
    one, two = name.keys, other.keys
    if len(two) < 2 or key not in two:
        return False
    if one[0] == two[0] == key:
        rest, others = one[1:], two[1:]
    elif one[-1] == two[-1] == key:  # "Divers" is no first name
        rest, others = one[:-1], two[:-1]
    else:
        return False
    return not any(a == b or _same(a, b, True) for a in rest for b in others)


def _is_tagged(joined: str, readings: Sequence[Reading]) -> bool:
    """Whether it is in a hashtag or handle."""
    tags = (tag for each in readings for tag in each.tags)
    return len(joined) >= SHORTEST and any(joined in tag for tag in tags)


def _joined(name: Name, readings: Sequence[Reading]) -> bool:
    joined = "".join(name.keys)
    return len(joined) >= SHORTEST - 1 and any(_stands(joined, each) for each in readings)


def _stands(joined: str, reading: Reading) -> bool:
    """Whether whole words of the sentence spell it, or it is in a hashtag or handle."""
    place = reading.joined.find(joined)
    while place >= 0:
        if place in reading.borders and place + len(joined) in reading.borders:
            return True
        place = reading.joined.find(joined, place + 1)
    return _is_tagged(joined, [reading])


def _by_initials(name: Name, readings: Sequence[Reading]) -> bool:
    """Whether initials stand for the name, or the name is initials of words of the passage."""
    if len(name.keys) == 1:
        short = name.text.replace(".", "").removesuffix("s")
        if not (2 <= len(short) <= 6 and short.isupper()):
            return False
        return any(_spelled(short.casefold(), each) for each in readings)
    keys = [key for key in name.keys if key not in _SMALL]
    initials = "".join(key[0] for key in keys)
    return len(keys) > 1 and any(
        initials in each.places and each.words[each.places[initials][0]].text[-1].isupper()
        for each in readings
    )


def _spelled(initials: str, reading: Reading) -> bool:
    """Whether neighbouring words begin with these letters, small words left out or not."""
    every = "".join(word.key[0] for word in reading.words)
    main = "".join(word.key[0] for word in reading.words if word.key not in _SMALL)
    return initials in every or initials in main


def _alike(keys: Sequence[str], passage: Passage) -> bool:
    """Whether each word of the name has one in the passage that is a form of it."""
    long = [key for key in keys if len(key) >= _BRIEF]
    known = passage.keys - passage.small
    if not long:
        return False
    if len(long[-1]) >= SHORTEST:
        forms = [other for other in known if _same(long[-1], other, False)]
        if forms and forms != [long[-1]]:
            return True
    return len(long) > 1 and all(any(_same(key, other, True) for other in known) for key in long)


def _same(one: str, other: str, brief: bool) -> bool:
    if one[0] == other[0]:
        short, longer = sorted((one, other), key=len)
        if short.endswith("s") and len(short) > _BRIEF and longer.startswith(short[:-1]):
            return True  # "Hibs" for Hibernian
        if len(short) >= _BRIEF and longer.startswith(short):
            rest = longer[len(short) :]
            if brief or (len(short) >= SHORTEST and _ENDINGS.fullmatch(rest)):
                return True
        if _common(short, longer) >= _ALIKE and len(longer) - len(short) <= 2:
            begun = _common(short, longer)
            if _ENDINGS.fullmatch(short[begun:]) and _ENDINGS.fullmatch(longer[begun:]):
                return True
    return len(one) >= _ALIKE and len(other) >= _ALIKE and sounds(one) == sounds(other)


def _common(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


@lru_cache(maxsize=50_000)
def sounds(key: str) -> str:
    """A folded word by its sounds, so far as spellings of one foreign name differ in them."""
    for spelled, sound in _SOUNDS:
        key = key.replace(spelled, sound)
    return _DOUBLED.sub(r"\1", key)
