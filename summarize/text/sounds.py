"""Names as they sound, so that one name can be found in two scripts.

A name becomes its consonants, in classes that other scripts do not tell apart (Arabic has no p and
no v, Chinese no r and few endings), each with the vowels after it. Two are one name where the
consonants are equal and no vowel contradicts: most scripts leave some out.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import regex

from summarize.text.sound_tables import HAN, LETTERS, PREFIXES
from summarize.text.words import tokens

Kind = Literal["letters", "han"]

# Three consonants meet by chance where no vowel is written beside them: most Arabic words have so
# many.
LEAST = 3
LEAST_BARE = 4
LONGEST = 8  # characters of a name in Han

_LETTERS = regex.compile(r"[\p{Arabic}\p{Cyrillic}\p{Greek}\p{Hebrew}]")
_MARKS = regex.compile(r"\p{M}+")
_SPELLED = (
    ("sch", "s"), ("tch", "s"), ("sh", "s"), ("ch", "s"), ("ph", "f"), ("th", "t"), ("gh", "g"),
    ("kh", "k"), ("zh", "z"), ("qu", "ku"), ("x", "ks"), ("ce", "se"), ("ci", "si"), ("cy", "si"),
)  # fmt: skip
_VOWELS = frozenset("aeiouy")
_CLASSES: Mapping[Kind, Mapping[str, str]] = {
    "letters": dict(zip("bpdtfvgjkcqlmnrsz", "bbdtffggkkklmnrsz", strict=True)),
    "han": dict(zip("bpdtfvwgkcqlrmnszjh", "ppttwwwkkkkllmnsssh", strict=True)),
}
# Each vowel, and those that another script may write for it.
_LIKE = {"a": "ae", "e": "aeiou", "i": "eiy", "o": "eou", "u": "eou", "y": "eiy"}
# Han leaves out r and l at the end of a syllable, or has a character for them that says no more.
_LIQUID = re.compile("(?<=[aeiouy])[rl]+(?![aeiouyrl])")
_SEMIVOWEL = re.compile("w(?![aeiouy])")
_MUTE = re.compile("h(?![aeiouy])")
_NASAL = re.compile("m(?=[^aeiouym])")


class Sound(NamedTuple):
    """`consonants` of a name, in classes, and the vowels before the first and after each."""

    consonants: str
    vowels: tuple[str, ...]


class Known:
    """Names in Latin letters, to be found in the words of other scripts."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(set(names))
        self._of: dict[Kind, dict[str, list[tuple[str, Sound]]]] = {}

    def found(self, text: str) -> Iterator[str]:
        """The names that `text` has in another script, as often as it has them."""
        if _LETTERS.search(text):
            for word in tokens(text):
                yield from self._like(_word_sounds(word), "letters")
        for run in _han().finditer(text):
            yield from self._in_han(run[0].replace("·", ""))

    def _in_han(self, run: str) -> Iterator[str]:
        for start in range(len(run)):
            for end in range(start + 2, min(len(run), start + LONGEST) + 1):
                said = "".join(HAN[letter] for letter in run[start:end])
                yield from self._like((_sound(said, "han"),), "han")

    def _like(self, sounds: Iterable[Sound], kind: Kind) -> Iterator[str]:
        known, found = self._index(kind), defaultdict[str, int](int)
        for sound in sounds:
            for name, other in known.get(sound.consonants, ()):
                if all(map(_alike, sound.vowels, other.vowels)):
                    said = sum(
                        bool(own) == bool(its)
                        for own, its in zip(sound.vowels, other.vowels, strict=True)
                    )
                    found[name] = max(found[name], said)
        best = max(found.values(), default=0)
        yield from sorted(name for name, said in found.items() if said == best)

    def _index(self, kind: Kind) -> Mapping[str, list[tuple[str, Sound]]]:
        if kind not in self._of:
            index = self._of[kind] = defaultdict(list)
            for name in self._names:
                for sound in latin_sounds(name, kind):
                    index[sound.consonants].append((name, sound))
        return self._of[kind]


@lru_cache(maxsize=100_000)
def latin_sounds(name: str, kind: Kind) -> tuple[Sound, ...]:
    """How a name in Latin letters may sound as another script has it; () where it is too short."""
    plain = plain_latin(name)
    for spelled, sound in _SPELLED:
        plain = plain.replace(spelled, sound)
    # Jorvik is said as York is, Jon is not.
    readings = (_sound(reading, kind) for reading in sorted({plain, plain.replace("j", "i")}))
    return tuple(sound for sound in readings if len(sound.consonants) >= LEAST)


def plain_latin(word: str) -> str:
    """Lower case, without accents."""
    return word if word.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", word.lower()))


@lru_cache(maxsize=100_000)
def _word_sounds(word: str) -> tuple[Sound, ...]:
    """How a word of another alphabet sounds, with and without what is written onto its front."""
    if not _LETTERS.match(word):
        return ()
    fronts = [""] + [
        front for fronts in PREFIXES.values() for front in fronts if word.startswith(front)
    ]
    sounds = (_sound(word[len(front) :].translate(LETTERS), "letters") for front in fronts)
    return tuple(sound for sound in sounds if _is_telling(sound))


def _is_telling(sound: Sound) -> bool:
    written = any(sound.vowels)
    return len(sound.consonants) >= (LEAST if written else LEAST_BARE)


def _sound(plain: str, kind: Kind) -> Sound:
    if kind == "han":
        plain = _NASAL.sub("n", _MUTE.sub("", _SEMIVOWEL.sub("u", _LIQUID.sub("", plain))))
    else:
        plain = plain.replace("w", "u")
    classes, consonants, vowels = _CLASSES[kind], "", [""]
    for letter in plain:
        if letter in _VOWELS:
            vowels[-1] += letter
        elif (consonant := classes.get(letter)) and (vowels[-1] or consonant != consonants[-1:]):
            consonants += consonant
            vowels.append("")
    return Sound(consonants, tuple(vowels))


def _alike(one: str, other: str) -> bool:
    """Whether vowels may be the same: what a script leaves out contradicts nothing."""
    return not one or not other or any(letter in other for each in one for letter in _LIKE[each])


@cache
def _han() -> re.Pattern[str]:
    return re.compile(f"[{''.join(HAN)}·]{{2,}}")
