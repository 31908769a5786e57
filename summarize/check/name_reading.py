"""A sentence as the check of names reads it: its words, and which of them are names.

Wider than `text.names`, which tells a reader who is named: here each word that has its capital
for no other reason than being a name must be found again. What has one for another reason (the
first word, titles, weekdays, function words, headlines) is no name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from summarize.check.demonyms import country_names, country_signs, sign_openers
from summarize.text.capitals import is_word_of_calendar
from summarize.text.name_words import NO_NAMES, OPENERS, TITLES
from summarize.text.stopwords import STOPWORDS

# In these a capital within a sentence makes a name. German has one on every noun.
LANGUAGES = frozenset(["en", "es", "fr", "pt", "vi"])

_WORD = regex.compile(r"(?:\p{L}\.){2,}|[\p{L}\p{M}\d]+(?:['’][\p{L}\p{M}\d]+)*")
_TAG = regex.compile(r"[#@]([\p{L}\p{M}\d_]+)")
_JOINTS = frozenset([" ", "\u00a0", "-", "‑", "–", "/", ".", ". ", "&", " & ", "’", "'"])
_PARTICLES = frozenset(
    "de du des del della di da do dos das van von der den ter bin ibn al el la le los las".split()  # noqa: SIM905
)
_QUOTES = "\"“”„«‘' \u00a0"
_POINTED = frozenset(["ee", "st"])  # "EE. UU.", "St. Ives"
_BULLETS = "-–—•*([#" + _QUOTES
_ENDS = ".!?:;…\"“”„«‘'•"  # after these a capital says nothing
# Words that stand for titles and for parts of names ("World Health Organization") as well.
_NAME_PARTS = """
    crown defence defense democratic district finance foreign health interior premier special
"""
_TITLES = TITLES - frozenset(_NAME_PARTS.split())
# Nor are these alone: posts, money, and the parts of "Democratic Republic of ...".
_MORE_NO_NAMES = """
    ceo cfo coo mp mps pm usd eur gbp chf jpy cny cad aud inr pkr brl mxn republic kingdom
"""
_NO_NAMES = NO_NAMES | TITLES | frozenset(_MORE_NO_NAMES.split())
_OPENERS = OPENERS | {"ba", "ong"}  # Vietnamese titles
# So many long words, all with a capital, are a headline.
_HEADLINE_WORDS = 5
# Words of one name; the longest of 19,500 names of benchmarks/check_facts.py has six. A longer run
# of capitals is cut: the words of two names are held against each other.
_LONGEST = 12
_LIST = 2  # with so many commas they are a list of names
_STEM = 5  # words that begin with the same letters, so many, count as one
# Letters that do not come apart into a base and a mark.
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "’": "'", ".": ""}
)


@dataclass(frozen=True, slots=True)
class Word:
    """`key` is the word folded; it stands at `start:end`."""

    start: int
    end: int
    text: str
    key: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Name:
    """The words `first:last` of a sentence, folded in `keys`; `text` as it stands.

    `opens` where a sentence begins with it, so that its first capital is no sign; it `leads` where
    no mark of a list is before it and no comma after it. `countries` are those that it names.
    """

    first: int
    last: int
    text: str
    keys: tuple[str, ...]
    opens: bool
    leads: bool
    countries: frozenset[str]

    @property
    def lone(self) -> bool:
        """Whether a sentence begins with this one word, which may be any."""
        return self.opens and self.last - self.first == 1

    @property
    def possessive(self) -> bool:
        """Whether it ends with 's."""
        return self.text.endswith(("'s", "’s"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence read: `places` says where each key stands, `signs` of which countries it speaks.

    `joined` is the sentence without anything between its words, `borders` where they begin there.
    `small` are the keys of words without a capital, `tags` its hashtags and handles; `stems` says
    where words of content stand, by their beginnings.
    """

    words: tuple[Word, ...]
    names: tuple[Name, ...]
    places: Mapping[str, Sequence[int]]
    signs: frozenset[str]
    small: frozenset[str]
    joined: str
    borders: frozenset[int]
    stems: Mapping[str, Sequence[int]]
    tags: tuple[str, ...]


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Lower case, without accents, points and a possessive: "Müller’s" is "muller"."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(c for c in apart if not unicodedata.combining(c)).translate(_LETTERS)
    return plain.removesuffix("'s").removesuffix("'") or plain


@lru_cache(maxsize=50_000)
def read(text: str, language: str) -> Reading:
    """The reading of one sentence."""
    words = tuple(Word(m.start(), m.end(), m[0], fold(m[0])) for m in _WORD.finditer(text))
    keys, signs = [word.key for word in words], [*_signs(words)]
    places: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        places.setdefault(key, []).append(place)
    borders, length = {0}, 0
    for key in keys:
        length += len(key)
        borders.add(length)
    return Reading(
        words=words,
        names=tuple(_in_whole(name, signs) for name in _names(text, words, language)),
        places=places,
        signs=frozenset[str]().union(*(countries for _, _, countries in signs)),
        small=frozenset(word.key for word in words if not word.capital),
        joined="".join(keys),
        borders=frozenset(borders),
        stems=_stems(words, language),
        tags=tuple(fold(tag).replace("_", "") for tag in _TAG.findall(text)),
    )


def _stems(words: Sequence[Word], language: str) -> dict[str, list[int]]:
    """Where content words stand, by how they begin."""
    stop = STOPWORDS.get(language, frozenset())
    found: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        if word.key not in stop:
            found.setdefault(word.key[:_STEM], []).append(place)
    return found


def _signs(words: Sequence[Word]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where countries are named, by their longest names: "Korea" may be either, not "North Korea".

    Each as the words `first:last`, with the countries of which they are a sign.
    """
    signs, openers = country_signs(), sign_openers()
    place = 0
    while place < len(words):
        key, length = words[place].key, 1
        if key in openers or key in signs or key[:-1] in signs:  # of few words more is asked
            for count in (4, 3, 2, 1) if key in openers else (1,):
                if found := signs.get(_phrase(words[place : place + count])):
                    length = min(count, len(words) - place)
                    yield place, place + length, found
                    break
        place += length


def _phrase(words: Sequence[Word]) -> str:
    """Words as the table of countries has them; "us" with small letters is a pronoun."""
    keys = [word.key for word in words]
    plain = words[0].text.replace(".", "")[: len(keys[0])]
    if len(words) == 1 and len(plain) < 4 and not plain.isupper():
        return ""
    last = keys[-1]
    phrase = " ".join(keys).replace("'", " ")
    return phrase if phrase in country_signs() or not last.endswith("s") else phrase[:-1]


def _names(text: str, words: Sequence[Word], language: str) -> Iterator[Name]:
    if language not in LANGUAGES or (_is_headline(words) and text.count(",") < _LIST):
        return
    run: list[int] = []
    for place, word in enumerate(words):
        if run and (len(run) == _LONGEST or not _continues(text, words, run[-1], place, language)):
            yield from _named(text, words, run)
            run = []
        if word.capital and (run or not _is_no_part(word, language)):
            run.append(place)
    if run:
        yield from _named(text, words, run)


def _is_headline(words: Sequence[Word]) -> bool:
    long = [word for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    return len(long) >= _HEADLINE_WORDS and all(word.capital for word in long)


def _continues(text: str, words: Sequence[Word], before: int, place: int, language: str) -> bool:
    """Whether the word at `place`, or the one after it, goes on with the run that ends `before`."""
    word, last = words[place], words[place - 1]
    gap = text[last.end : word.start]
    if before < place - 1:  # a particle lies between
        return gap in (" ", "-") and (word.capital or word.key in _PARTICLES)
    if gap not in _JOINTS or (gap == ". " and len(last.text) > 1 and last.key not in _POINTED):
        return False
    if word.capital:
        return not _is_no_part(word, language)
    return word.key in _PARTICLES and gap == " "


def _is_no_part(word: Word, language: str) -> bool:
    key = word.key
    return (
        is_word_of_calendar(key, language)
        or (key in STOPWORDS.get(language, ()) and not (1 < len(key) < 4 and word.text.isupper()))
        or key in ("i", "i'm", "i've", "i'd", "i'll")
    )


def _named(text: str, words: Sequence[Word], run: list[int]) -> Iterator[Name]:
    """The run cut at its titles and behind possessives, without what names nobody."""
    piece: list[int] = []
    for place in run:
        if words[place].key in _TITLES and place != run[-1]:
            yield from _piece(text, words, piece)
            piece = []
            continue
        piece.append(place)
        if words[place].text.endswith(("'s", "’s")):
            yield from _piece(text, words, piece)
            piece = []
    yield from _piece(text, words, piece)


def _piece(text: str, words: Sequence[Word], piece: list[int]) -> Iterator[Name]:
    opens = bool(piece) and _opens(text, words[piece[0]].start)
    if opens and words[piece[0]].key in _OPENERS:
        piece = piece[1:]
    if not piece:
        return
    first, last = piece[0], piece[-1] + 1
    keys = tuple(words[p].key for p in piece if words[p].key not in _PARTICLES)
    if all(key in _NO_NAMES or len(key) < 2 or key[0].isdigit() for key in keys):
        return
    start, end = words[first].start, words[last - 1].end
    if text[end : end + 1] == "$" or (opens and len(piece) == 1 and text[end : end + 1] == "-"):
        return  # "US$", "Co-chairman"
    yield Name(
        first,
        last,
        text[start:end],
        keys,
        opens=opens,
        leads=not text[:start].strip(_QUOTES) and text[end : end + 1] == " ",
        countries=_country(words[first:last]),
    )


def _opens(text: str, start: int) -> bool:
    """Whether what begins at `start` begins a sentence, a line, a list entry, a quotation."""
    line = text.rfind("\n", 0, start) + 1
    before = text[line:start].rstrip()
    return not before.strip(_BULLETS) or before[-1] in _ENDS


def _in_whole(name: Name, signs: Sequence[tuple[int, int, frozenset[str]]]) -> Name:
    """The name of a country as part of a longer one: "Congo" in "Democratic Republic of Congo"."""
    for first, last, countries in signs if name.countries else ():
        if first < name.first and name.last <= last:
            return replace(name, countries=countries & name.countries or name.countries)
    return name


def _country(words: Sequence[Word]) -> frozenset[str]:
    return country_names().get(_phrase(words), frozenset())
