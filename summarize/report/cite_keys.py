"""The key under which a cited article stands in a bibliography, and `[@key, p. 12]` of it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence

from summarize.article import UNKNOWN_OUTLET, Article, Quote
from summarize.report.citations import Citations, number_citations
from summarize.reported import Report

DIGITS = 4  # hex digits of its key's digest, with which a made one is unique; more where two clash
LONGEST_NAME = 24  # letters of an outlet in a made key

# What BibTeX and pandoc both take as a key.
_KEY = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9]|[_:.+/-](?=[A-Za-z0-9]))*")
# Marks as a page has them, some together; not those that name a passage under Sources, or a link.
_MARKS = re.compile(r"(?<![\\>])\[\d+[a-z]+\](?: \[\d+[a-z]+\])*(?![:(])")


def cited_articles(report: Report) -> tuple[Article, ...]:
    """The articles of which the unshortened report cites a passage, in their order."""
    cited = {quote.article for quote in number_citations(report).quotes.values()}
    return tuple(article for article in report.articles if article.id in cited)


def cite_keys(articles: Sequence[Article]) -> Mapping[str, str]:
    """A key for each article, by its id: its own citekey, else one made of outlet, year and key.

    A made one is the same in every report.
    """
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for article in articles:
        own = article.citekey if article.citekey and _KEY.fullmatch(article.citekey) else ""
        digits = DIGITS
        key = own or _made(article, digits)
        while key.casefold() in taken:
            digits += DIGITS
            key = _made(article, digits)
        taken.add(key.casefold())
        keys[article.id] = key
    return keys


def with_pandoc_citations(markdown: str, report: Report) -> str:
    """A filled page with `[@key, p. 12]` in place of `[3a]`, those of one claim in one bracket."""
    citations = number_citations(report)
    keys = cite_keys(cited_articles(report))

    def cited(run: re.Match[str]) -> str:
        marks = re.findall(r"\w+", run[0])
        if any(mark not in citations.quotes for mark in marks):
            return run[0]
        return f"[{'; '.join(dict.fromkeys(_pandoc(mark, citations, keys) for mark in marks))}]"

    return _MARKS.sub(cited, markdown)


def _pandoc(mark: str, citations: Citations, keys: Mapping[str, str]) -> str:
    quote = citations.quotes[mark]
    return f"@{keys[quote.article]}{_page(quote)}"


def _page(quote: Quote) -> str:
    page = quote.locator.page
    if not page:
        return ""
    return f", {'pp' if '–' in page else 'p'}. {page}"


def _made(article: Article, digits: int) -> str:
    """`harborgazette2026-3f2a`: where another has the same, more digits."""
    outlet = "" if article.outlet == UNKNOWN_OUTLET else article.outlet
    plain = unicodedata.normalize("NFKD", outlet).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]", "", plain)[:LONGEST_NAME] or "article"
    year = str(article.day.year) if article.day else ""
    digest = hashlib.sha256(f"{article.key}\n{article.id if digits > DIGITS else ''}".encode())
    return f"{name}{year}-{digest.hexdigest()[:digits]}"
