"""Whether a page stands in the way of an article: a paywall, a login, an error, a consent page.

A page is one where there is little text of an article, and
1. its title or first heading is that of such a page (`walls_titles`), or
2. a phrase says that the rest is not shown (`walls_words`), or two hints do (`walls_hints`): what
   asks for a password and what says of itself that it is not free count too, or
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
from summarize.read.walls_hints import ADDRESSED, HINTS
from summarize.read.walls_titles import TITLES
from summarize.read.walls_words import CAPTCHA, CONSENT, COOKIES, ERROR, LOGIN, PAYWALL, SURE
from summarize.text import words
from summarize.text.sentences import tile

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# Words of main text up to which a page may be a wall. Teasers have 20 to 120; the shortest of 91
# real articles that stand beside such a phrase has more (benchmarks/pages.md).
LITTLE = 150
LITTLE_TITLED = 300  # where the title says it: lists of links and of benefits stand below
# Under so many words there is no article, and all that the page shows tells why.
NOTHING = 40
MOST_ADDRESSED = 1_500  # words of the longest wall of purposes and partners
MOSTLY = 0.5  # of the sentences
ENOUGH = 2  # points: a sure phrase has two, a hint one
LONGEST_SHOWN = 20_000  # characters of a page that are searched for phrases, from each end

_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_BETWEEN = regex.compile(r"\s+[|•·»–—:-]+\s+|:\s|\s?[|_]\s?")
# Challenges that are part of the page, as their scripts and frames are named.
_CHALLENGE = regex.compile(r"captcha|challenge-platform|turnstile|px-captcha|datadome", regex.I)


@dataclass(frozen=True, slots=True)
class Seen:
    """What tells a wall: titles and first headings, what the page shows, and what it asks for."""

    titles: tuple[str, ...]
    shown: str
    asks_password: bool
    challenges: bool
    paid: bool
    unlisted: bool


def seen(tree: HtmlElement) -> Seen:
    """What a page shows; its scripts must still be there, what is hidden may be gone."""
    titles = [head.text_content() for head in (*tree.iter("title"), *tree.iter("h1"))]
    titles += tree.xpath("//meta[@property='og:title']/@content")
    sources = tree.xpath(
        "//script/@src | //iframe/@src | //form/@id | //form/@action | //div/@class"
    )
    robots = tree.xpath("//meta[@name='robots']/@content")
    return Seen(
        tuple(_parts(titles)),
        _shown(tree),
        asks_password=bool(tree.xpath("//input[@type='password']")),
        challenges=any(_CHALLENGE.search(source) for source in sources),
        paid=page_meta.is_paid(tree),
        unlisted=any("noindex" in said.casefold() for said in robots),
    )


def kind(page: Seen, main: str) -> str | None:
    """What the page is instead of an article, whose main text is `main`; None where it is one."""
    size = _size(main)
    if size < LITTLE_TITLED and (titled := _titled(page.titles)):
        return titled
    if size < LITTLE:
        text = main if size >= NOTHING else page.shown
        points = {kind: _points(kind, page, text) for kind in SURE}
        best = max(points, key=lambda kind: points[kind])
        if points[best] >= ENOUGH:
            return best
    return _addressed(main if size >= NOTHING else page.shown)


def _titled(titles: Sequence[str]) -> str | None:
    whole = (kind for title in titles for kind, form in TITLES.items()
             if _pattern(form).fullmatch(title))  # fmt: skip
    return next(whole, None)


def _points(kind: str, page: Seen, text: str) -> int:
    """How much speaks for one kind of wall; a phrase of a paywall may stand beside the text."""
    around = page.shown if kind in {PAYWALL, LOGIN} else text
    points = ENOUGH * len(_pattern(SURE[kind]).findall(around))
    points += sum(1 for hint in HINTS[kind] if _pattern(hint).search(text))
    signs = {
        PAYWALL: ENOUGH * page.paid,
        LOGIN: page.asks_password,
        CAPTCHA: page.challenges,
        ERROR: page.unlisted,
    }
    return points + signs.get(kind, 0)


def _addressed(text: str) -> str | None:
    """The kind of a text that mostly speaks to its reader of cookies or consent."""
    if not text or _size(text) > MOST_ADDRESSED:
        return None
    sentences = [text[start:end] for start, end in tile(text, UNKNOWN_LANGUAGE)]
    speaking = [one for one in sentences if _pattern(ADDRESSED).search(one)]
    if len(speaking) < ENOUGH or len(speaking) < MOSTLY * len(sentences):
        return None
    return COOKIES if regex.search(r"cookie|ملفات تعريف|كوكيز", text, regex.I) else CONSENT


def _parts(titles: Sequence[str]) -> Iterator[str]:
    """Each title, and its parts, one of which names the site."""
    for title in map(line, titles):
        yield from dict.fromkeys((title, *_BETWEEN.split(title)))


def _shown(tree: HtmlElement) -> str:
    """What a reader sees, a line for each piece of text."""
    pieces = tree.xpath(
        "//body//text()[not(ancestor::script or ancestor::style or ancestor::template)]"
        " | //body//input/@placeholder | //body//input[@type='submit']/@value"
    )
    shown = "\n".join(filter(None, map(line, pieces)))
    return (
        shown if len(shown) <= 2 * LONGEST_SHOWN else shown[:LONGEST_SHOWN] + shown[-LONGEST_SHOWN:]
    )


def _size(text: str) -> int:
    """Words; two characters are one where no space parts them."""
    return max(words.count(text), len(_UNSPACED.findall(text)) // 2)


@cache
def _pattern(form: str) -> regex.Pattern[str]:
    return regex.compile(form, regex.VERBOSE | regex.IGNORECASE)
