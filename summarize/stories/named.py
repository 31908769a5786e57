"""The names in a pile, found by how the pile writes its words, and in which articles they are.

A word is a name where more often than not it has a capital inside a sentence: this needs no list,
and tells `Doctor` from `Dover`. What is written without capitals is searched for the names of the
others, by how they sound.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

import regex

from summarize.article import Article
from summarize.stories.vectors import HEAD
from summarize.text.capitals import is_word_of_calendar
from summarize.text.datelines import body_start
from summarize.text.name_words import NO_NAMES, TITLES
from summarize.text.sounds import Known, plain_latin
from summarize.text.stopwords import STOPWORDS
from summarize.text.words import fold, tokens

LEAST_LETTERS = 3  # shorter ones are initials and abbreviations

# A word inside a sentence, or behind an elided article: only there does a capital say something.
_INSIDE = regex.compile(r"(?:(?<=[\p{Ll}\d,;’'][ \u00a0])|(?<=\p{Ll}[’']))\p{L}[\p{L}\p{M}]+")
_ASCII_INSIDE = re.compile(r"(?:(?<=[a-z0-9,;'] )|(?<=[a-z]'))[A-Za-z][A-Za-z]+")
_OTHER = regex.compile(r"[\p{Han}\p{Arabic}\p{Cyrillic}\p{Greek}\p{Hebrew}]")


def named(articles: Sequence[Article]) -> list[Counter[str]]:
    """The names in the head of each article, and how often each; those in Latin letters plain.

    An article in another script has the names of the pile that sound like its words.
    """
    heads = [_head(article) for article in articles]
    names = _names(articles, heads)
    sounds = Known(plain_latin(name) for of in names.values() for name in of)
    found = []
    for article, head in zip(articles, heads, strict=True):
        words = tokens(f"{article.title}\n{head}")
        known = names[article.language]
        own = Counter([plain_latin(word) for word in words if word in known])
        if not head.isascii() and _OTHER.search(head):
            own.update(sounds.found(f"{article.title}\n{head}"))
        found.append(own)
    return found


def _head(article: Article) -> str:
    start = body_start(article.text)
    return article.text[start : start + HEAD]


def _names(articles: Sequence[Article], heads: Sequence[str]) -> dict[str, frozenset[str]]:
    """By language, the words that are names."""
    capital: dict[str, Counter[str]] = defaultdict(Counter)
    small: dict[str, Counter[str]] = defaultdict(Counter)
    for article, head in zip(articles, heads, strict=True):
        words = (_ASCII_INSIDE if head.isascii() else _INSIDE).findall(head)
        capital[article.language].update([word for word in words if word[0].isupper()])
        small[article.language].update([word for word in words if not word[0].isupper()])
    return {
        language: _mostly_capital(capital[language], small[language], language)
        for language in {article.language for article in articles}
    }


def _mostly_capital(capital: Counter[str], small: Counter[str], language: str) -> frozenset[str]:
    folded: Counter[str] = Counter()
    for word, times in capital.items():
        folded[fold(word)] += times
    for word, times in small.items():
        folded[fold(word)] -= times
    return frozenset(
        word
        for word, more in folded.items()
        if more > 0 and len(word) >= LEAST_LETTERS and not _is_common(word, language)
    )


def _is_common(word: str, language: str) -> bool:
    common = word in NO_NAMES or word in TITLES or word in STOPWORDS.get(language, ())
    return common or is_word_of_calendar(word, language)
