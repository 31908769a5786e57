"""Do two articles name anything in common? Two events of one kind are told apart by that.

A flood here and a flood there share most of their words; the places and persons are others.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from summarize.article import Article
from summarize.text.names import names
from summarize.text.words import tokens

STATEMENTS = 15  # of the head of an article: who and where is said early
# Words of names that two articles on one event have in common, or half of those of one of them.
ENOUGH = 2
HALF = 0.5
_WORD = re.compile(r"[^\W\d_]+")
CASELESS = frozenset({"ar", "fa", "he", "hi", "ja", "ko", "ta", "th", "ur", "zh"})


def share_a_name(one: Article, other: Article) -> bool:
    """Whether enough words of names stand in both; True where that cannot be seen."""
    own, others = _names(one), _names(other)
    return len(own & others) >= min(ENOUGH, HALF * min(len(own), len(others)))


def share_most_names(one: Article, other: Article) -> bool:
    """Whether half of the names of the one that has fewer stand in the other, as far as is seen."""
    own, others = _names(one), _names(other)
    return len(own & others) >= HALF * min(len(own), len(others))


def _names(article: Article) -> frozenset[str]:
    return frozenset() if article.language in CASELESS else _read(article)


@lru_cache(maxsize=5_000)
def _read(article: Article) -> frozenset[str]:
    """The words of its names; one that it also writes small ("of", "Roof" in a title) is none."""
    said = [article.title]
    said += (article.text[s.start : s.end] for s in islice(article.statements, STATEMENTS))
    found = (name for sentence in said for name in names(sentence, article.language))
    small = {word for sentence in said for word in _WORD.findall(sentence) if word.islower()}
    return frozenset(word for name in found for word in tokens(name.text)) - small
