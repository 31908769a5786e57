"""Whether a page stands in the way of an article: a paywall, a login, an error, a consent page.

A page is one where there is little text of an article, and
1. its title or first heading is that of such a page (`walls_titles`), or
2. a phrase says that the rest is not shown (`walls_words`), or two hints do (`walls_hints`); asking
   for a password and saying of itself that it is not free are hints too, or
3. whatever its length, most of its sentences speak to the reader about cookies or consent.
A page with the text of a story is read, whatever stands around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import regex

from summarize.article import UNKNOWN_LANGUAGE
from summarize.read import page_meta
from summarize.read.clean import line
from summarize.read.walls_hints import ADDRESSED, COOKIE, HINTS
from summarize.read.walls_titles import TITLES
from summarize.read.walls_words import CAPTCHA, CONSENT, COOKIES, ERROR, LOGIN, PAYWALL, SURE
from summarize.text import words
from summarize.text.sentences import tile

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# Words of main text. Under `NOTHING` there is no article, and all that the page shows tells why. Of
# 91 real articles the shortest has 69 words, and 13 have under 250 (benchmarks/pages.md): one that
# ends after 108 "to read the full story" is read, so that what is said over more than one line
# tells only under `TEASER`.
NOTHING = 40
TEASER = 80
LITTLE = 150
LITTLE_TITLED = 300  # where the title says it: lists of links and of benefits stand below
LONGEST_NOTICE = 1_500  # words of purposes and partners
MOSTLY = 0.5  # of the sentences
ENOUGH = 2  # points: a sure phrase has two, a hint one
LONGEST_SHOWN = 20_000  # characters of a page that are searched for phrases, from each end

_BETWEEN = regex.compile(r"\s+[|•·»–—:-]+\s+|:\s|\s?[|_]\s?")
# Challenges that are part of the page, as their scripts and frames are named.
_CHALLENGE = regex.compile(r"captcha|challenge-platform|turnstile|datadome", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says of itself: titles and their parts, and what marks it as no article."""

    titles: tuple[str, ...]
    challenges: bool
    paid: bool
    unlisted: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader of the page sees, a line for each piece, and whether it asks for a password."""

    text: str
    asks_password: bool


def said(tree: HtmlElement) -> Said:
    """What the whole page says of itself, with what is hidden in it."""
    titles = [head.text_content() for head in (*tree.iter("title"), *tree.iter("h1"))]
    titles += tree.xpath("//meta[@property='og:title']/@content")
    named = tree.xpath("//script/@src | //iframe/@src | //form/@id | //form/@action | //div/@class")
    robots = tree.xpath("//meta[@name='robots']/@content")
    return Said(
        tuple(_parts(titles)),
        challenges=any(_CHALLENGE.search(name) for name in named),
        paid=page_meta.is_paid(tree),
        unlisted=any("noindex" in rule.casefold() for rule in robots),
    )


def shown(tree: HtmlElement) -> Shown:
    """What is seen of a page from which what is hidden is gone."""
    pieces = tree.xpath(
        "//body//text()[not(ancestor::script or ancestor::style)]"
        " | //body//input/@placeholder | //body//input[@type='submit']/@value"
    )
    text = "\n".join(filter(None, map(line, pieces)))
    if len(text) > 2 * LONGEST_SHOWN:
        text = f"{text[:LONGEST_SHOWN]}\n{text[-LONGEST_SHOWN:]}"
    return Shown(text, bool(tree.xpath("//input[@type='password']")))


def kind(said: Said, shown: Shown, main: str) -> str | None:
    """What a page is instead of an article, whose main text is `main`; None where it is one."""
    size = words.count(main)
    if size < LITTLE_TITLED and (titled := _titled(said.titles)):
        return titled
    text = main if size >= NOTHING else shown.text
    if size < LITTLE:
        around = shown.text if size >= TEASER else shown.text.replace("\n", " ")
        points = {kind: _points(kind, text, around) + _signs(kind, said, shown) for kind in SURE}
        points[PAYWALL] += said.paid and size < TEASER
        best = max(points, key=lambda kind: points[kind])
        if points[best] >= ENOUGH:
            return best
    return _addressed(text)


def _titled(titles: Sequence[str]) -> str | None:
    whole = (kind for title in titles for kind, form in TITLES.items()
             if _pattern(form).fullmatch(title))  # fmt: skip
    return next(whole, None)


def _points(kind: str, text: str, around: str) -> int:
    """How much is said for one kind of wall; that of a paywall or login may stand around a text."""
    sure = _pattern(SURE[kind]).findall(around if kind in {PAYWALL, LOGIN} else text)
    return ENOUGH * len(sure) + sum(1 for hint in HINTS[kind] if _pattern(hint).search(text))


def _signs(kind: str, said: Said, shown: Shown) -> int:
    signs = {
        PAYWALL: said.paid,
        LOGIN: shown.asks_password,
        CAPTCHA: said.challenges,
        ERROR: said.unlisted,
    }
    return signs.get(kind, False)


def _addressed(text: str) -> str | None:
    """The kind of a text that mostly speaks to its reader of cookies or consent."""
    if words.count(text) > LONGEST_NOTICE:
        return None
    sentences = [text[start:end] for start, end in tile(text, UNKNOWN_LANGUAGE)]
    speaking = [one for one in sentences if _pattern(ADDRESSED).search(one)]
    if len(speaking) < max(ENOUGH, MOSTLY * len(sentences)):
        return None
    return COOKIES if _pattern(COOKIE).search(text) else CONSENT


def _parts(titles: Sequence[str]) -> Iterator[str]:
    """Each title, and its parts, one of which names the site."""
    for title in map(line, titles):
        yield from dict.fromkeys((title, *_BETWEEN.split(title)))


@cache
def _pattern(form: str) -> regex.Pattern[str]:
    return regex.compile(form, regex.VERBOSE | regex.IGNORECASE)
