"""Words as the matching stages see them: folded, without stop words, stemmed.

Chinese, Japanese, Thai, Lao, Khmer and Burmese put no space between words: their words are the
overlapping pairs of characters, which needs no dictionary and loses little for matching.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from threading import Lock

import regex

from summarize.text.stopwords import STOPWORDS

SENTENCE = 1_000  # characters; the words of a longer text are not remembered

# Snowball has no stemmer for these, or needs none: the folded word is used as it is.
STEMMERS = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "fa": "persian", "fi": "finnish", "fr": "french", "hi": "hindi",
    "hu": "hungarian", "id": "indonesian", "it": "italian", "nl": "dutch", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish",
    "tr": "turkish",
}  # fmt: skip

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
# A word, a number with its separators, or a run of an unspaced script.
_WORD = regex.compile(
    rf"[{_UNSPACED}]+|\d+(?:[.,]\d+)*"
    rf"|(?:(?![{_UNSPACED}])[\p{{L}}\p{{M}}])+(?:['’](?:(?![{_UNSPACED}])[\p{{L}}\p{{M}}])+)*"
)
_RUN = regex.compile(rf"[{_UNSPACED}]")
# Most text has neither unspaced scripts nor combining marks: for that a plain pattern is the same,
# and five times faster.
_NOT_PLAIN = re.compile("[\u0300-\u036f\u0483-\u0489\u0590-\u1dff\u2c00-\U0010ffff]")
_PLAIN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
# Arabic vowel marks and tatweel are written or not at will.
_ARABIC_MARKS = dict.fromkeys([*range(0x064B, 0x0653), 0x0640, 0x0670])


def tokens(text: str) -> tuple[str, ...]:
    """Folded words in order, stop words included, unstemmed."""
    return _of_sentence(text) if len(text) <= SENTENCE else _tokens(text)


def _tokens(text: str) -> tuple[str, ...]:
    # A lone Arabic mark folds to nothing.
    if _NOT_PLAIN.search(text):
        return tuple([token for word in _WORD.findall(text) for token in _pieces(word) if token])
    return tuple(filter(None, map(_token, _PLAIN.findall(text))))


# A stage asks for the words of a sentence again; a text of 200,000 words has up to 15,000.
_of_sentence = lru_cache(maxsize=20_000)(_tokens)


def stems(text: str, language: str) -> tuple[str, ...]:
    """The stems of the words that carry content, in order, repeats kept.

    `language` is a code of two letters; one that is not known gets no stop words and no stemming.
    """
    stop = STOPWORDS.get(language, frozenset())
    stem = _stemmer(language)
    return tuple([stem(token) for token in tokens(text) if token not in stop])


content = lru_cache(maxsize=200_000)(stems)  # of a sentence: a stage asks for it again


def count(text: str) -> int:
    """Length in words; two characters of an unspaced script count as one word."""
    if not _NOT_PLAIN.search(text):  # one token a word, which others ask for too
        return len(tokens(text) if len(text) <= SENTENCE else _words(text))
    words = _words(text)
    return sum((len(word) + 1) // 2 if _RUN.match(word) else 1 for word in words)


def _words(text: str) -> list[str]:
    found: list[str] = (_WORD if _NOT_PLAIN.search(text) else _PLAIN).findall(text)
    return found


def fold(word: str) -> str:
    """Lower case, accents kept, Arabic vowel marks and a possessive 's dropped."""
    if word.isascii() and word.isalpha():
        return word.lower()
    folded = unicodedata.normalize("NFC", word).casefold().translate(_ARABIC_MARKS)
    folded = folded.replace("’", "'")
    return folded.removesuffix("'s").removesuffix("'")


@lru_cache(maxsize=100_000)
def _token(word: str) -> str:
    return _elided(fold(word))


@lru_cache(maxsize=100_000)
def _pieces(word: str) -> tuple[str, ...]:
    if not _RUN.match(word):
        return (_token(word),)
    if len(word) == 1:
        return (word,)
    return tuple(word[i : i + 2] for i in range(len(word) - 1))


def _elided(word: str) -> str:
    """`l'eau` is water: French, Italian and Catalan articles of one letter (and qu') go."""
    head, mark, tail = word.partition("'")
    return tail if mark and tail and (len(head) == 1 or head == "qu") else word


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    name = STEMMERS.get(language)
    if name is None:
        return str
    from Stemmer import Stemmer

    stemmer = Stemmer(name)
    turn = Lock()  # a stemmer keeps the word it works on in itself: one thread at a time

    @lru_cache(maxsize=100_000)
    def stem(word: str) -> str:
        with turn:
            return str(stemmer.stemWord(word))

    return stem
