"""The headline of a story: the best real title of its articles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import fsum

from summarize.article import Article
from summarize.local.select import Concept
from summarize.text.words import content, count, fold, tokens

LONGEST = 100  # characters; a longer title is a sentence and is cut where a phrase ends
SHORTEST = 4  # words that a cut must leave
LONGEST_SUFFIX = 4  # words of what is hung on after a dash
QUESTION = 0.5  # what a title weighs that asks and does not say

# What outlets and carriers hang onto a title: a kind of text, or a name with one of these in it.
_KIND = r"(?:report|update|live|video|photos|analysis|opinion|explainer|podcast|in pictures)"
_OUTLET = (
    r"(?:news|times|post|reuters|ap|afp|bbc|cnn|nbc|cbs|abc|npr|fox|guardian|journal|herald|tribune"
    r"|gazette|telegraph|independent|magazine|online|tv|radio|today|daily|weekly|press|media"
    r"|chronicle|observer|\S+\.(?:com|org|net|co|fr|es|de|vn|uk))"
)
_SUFFIX = re.compile(r"\s+[-–—]\s+(?=(?P<suffix>[^-–—]{2,40}$))")
_KIND_ALONE = re.compile(_KIND, re.I)
_NAMES_OUTLET = re.compile(rf"\b{_OUTLET}\b", re.I)
_PIPE = re.compile(r"\s+[|｜]\s+|｜")
_LABEL = re.compile(
    r"(?:breaking(?: news)?|exclusive|just in|watch|live(?: updates)?|video|update(?: \d)?"
    r"|opinion|analysis|explainer|photos)\s*[:–—-]\s+|(?:UPDATE|WRAPUP|REFILE) \d+-",
    re.I,
)
_ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.)$")  # the title was cut by whoever wrote it down
_PHRASE = re.compile(
    r"[,;:–—]\s|\s(?=(?:after|as|because|before|during|following|for|in|over|since|to|under|when|"
    r"while|who|with|après|dans|pour|lors|avec|tras|para|durante|con|nach|vor|bei|após|depois|com|"
    r"em|sau|khi|vì|để)\s)|(?<=[，、；：])"
)
# A title that ends with one of these is not over.
_OPEN_WORDS = "a an and at by for from in of on or the to with und der die das le la les de du et y"
_OPEN_END = frozenset(_OPEN_WORDS.split())


def headline(articles: Sequence[Article], weights: Mapping[Concept, float]) -> str:
    """The title with the most of what the articles say, for its length; "" where none has one.

    `weights` are those of `select.weigh`. A title that is too long is shortened on a phrase
    border, so that it stays a span of the real one.
    """
    titles = dict.fromkeys((clean(one.title, one.outlet), one.language) for one in articles)
    ranked = sorted(titles, key=lambda title: -_worth(title[0], title[1], weights))
    return next((shorten(title) for title, _ in ranked if title), "")


def clean(title: str, outlet: str = "") -> str:
    """A title without what a carrier hung onto it; one that was cut ends where a phrase ends."""
    whole = " ".join(title.split())
    whole = _without_suffix(max(_PIPE.split(whole), key=count), outlet)
    label = _LABEL.match(whole)
    if label and count(whole[label.end() :]) >= SHORTEST:
        whole = whole[label.end() :]
    known = _ELLIPSIS.sub("", whole)
    return known if known == whole else at_phrase(known, len(known) - 1)


def _without_suffix(title: str, outlet: str) -> str:
    """ "Dam bursts - Harbor Gazette" is "Dam bursts"; "Talks stall – again" stays."""
    found = _SUFFIX.search(title)
    if found is None:
        return title
    suffix = found["suffix"].strip()
    named = suffix[0].isupper() and count(suffix) <= LONGEST_SUFFIX and _NAMES_OUTLET.search(suffix)
    own = bool(outlet) and set(tokens(suffix)) <= set(tokens(outlet))
    return title[: found.start()] if own or named or _KIND_ALONE.fullmatch(suffix) else title


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
        return title[: whole[-1]].rstrip(" ,;:–—，、；：")
    cut = title[: title.rfind(" ", 0, longest) if " " in title[:longest] else longest]
    while (last := cut.rpartition(" "))[0] and fold(last[2]) in _OPEN_END:
        cut = last[0]
    return cut


def _closed(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _worth(title: str, language: str, weights: Mapping[Concept, float]) -> float:
    terms = set(content(title, language))
    if not terms:
        return 0.0
    long = 0.5 if len(title) > LONGEST else 1.0
    asks = QUESTION if title.rstrip().endswith(("?", "？", "؟")) else 1.0
    return long * asks * fsum(weights.get(term, 0.0) for term in terms) / (len(terms) + 3)
