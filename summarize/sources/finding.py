"""The feeds that a page says it has, by its links in the head: `rel="alternate"`."""

from __future__ import annotations

from summarize.fetch import Page
from summarize.read import charset, charset_lies
from summarize.read.clean import line
from summarize.read.feeds import address

_TYPES = {
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
}  # fmt: skip
# Feeds of what readers say, which a page of a blog names beside that of its articles.
_COMMENTS = ("comment", "kommentar", "comentario")


def feeds_of(page: Page) -> list[tuple[str, str]]:
    """Title and address of each, in the page's order, those of comments last."""
    from lxml import etree, html  # type: ignore[import-untyped]

    text = charset_lies.decode(page.body, charset.declared(page.body) or page.charset) or ""
    try:
        tree = html.document_fromstring(
            text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8")
        )
    except (etree.ParserError, ValueError):  # nothing in it
        return []
    base = address(next(iter(tree.xpath("//base/@href")), ""), page.url) or page.url
    found: dict[str, str] = {}
    for link in tree.iter("link"):
        rels = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        if (
            "alternate" in rels
            and kind in _TYPES
            and (url := address(link.get("href") or "", base))
        ):
            found.setdefault(url, line(link.get("title") or ""))
    return sorted(((title, url) for url, title in found.items()), key=_is_of_comments)


def _is_of_comments(feed: tuple[str, str]) -> bool:
    said = " ".join(feed).lower()
    return any(word in said for word in _COMMENTS)
