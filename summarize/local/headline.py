"""The headline of a story: the best real title of its articles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import fsum

from summarize.article import Article
from summarize.local.select import Concept
from summarize.text.words import content, count

LONGEST = 100  # characters; a longer title is a sentence and is cut where a phrase ends
SHORTEST = 4  # words that a cut must leave

# What outlets and carriers hang onto a title.
_SUFFIX = re.compile(r"\s+[-–—|]\s+(?:report|update|live|video|photos|analysis|opinion)$", re.I)
_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.)$")  # the title was cut by whoever wrote it down
_PHRASE = re.compile(
    r"[,;:–—]\s|\s(?=(?:after|as|because|before|during|following|for|in|over|since|to|under|when|"
    r"while|who|with|après|dans|pour|lors|avec|tras|para|durante|con)\s)"
)


def headline(articles: Sequence[Article], weights: Mapping[Concept, float]) -> str:
    """The title with the most of what the articles say, for its length; "" where none has one.

    `weights` are those of `select.weigh`. A title that is too long is shortened on a phrase
    border, so that it stays a prefix of the real one.
    """
    titles = dict.fromkeys((clean(article.title), article.language) for article in articles)
    ranked = sorted(titles, key=lambda title: -_worth(title[0], title[1], weights))
    return next((shorten(title) for title, _ in ranked if title), "")


def clean(title: str) -> str:
    """A title without what a carrier hung onto it; one that was cut ends where a phrase ends."""
    whole = _SUFFIX.sub("", " ".join(title.split()))
    known = _ELLIPSIS.sub("", whole)
    return known if known == whole else at_phrase(known, len(known) - 1)


def shorten(title: str) -> str:
    """At most `LONGEST` characters: the longest run of phrases that fits, else of words."""
    if len(title) <= LONGEST:
        return title
    return at_phrase(title, LONGEST)


def at_phrase(title: str, longest: int) -> str:
    """The title up to the last phrase that ends within `longest` characters, else the last word."""
    cuts = [match.start() for match in _PHRASE.finditer(title) if match.start() <= longest]
    whole = [cut for cut in cuts if count(title[:cut]) >= SHORTEST and _closed(title[:cut])]
    if whole:
        return title[: whole[-1]].rstrip(" ,;:–—")
    return title[: title.rfind(" ", 0, longest) if " " in title[:longest] else longest]


def _closed(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _worth(title: str, language: str, weights: Mapping[Concept, float]) -> float:
    terms = set(content(title, language))
    if not terms:
        return 0.0
    long = 0.5 if len(title) > LONGEST else 1.0
    asks = 0.5 if title.rstrip().endswith("?") else 1.0
    return long * asks * fsum(weights.get(term, 0.0) for term in terms) / (len(terms) + 3)
