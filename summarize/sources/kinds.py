"""What came from an address: a feed, a list of feeds, a sitemap, or something to read itself."""

from __future__ import annotations

import re
from typing import Literal

from summarize.fetch import Page

Kind = Literal["feed", "opml", "sitemap", "sitemaps", "page"]

HEAD = 4_000  # bytes in which the first element stands
_FIRST = re.compile(
    rb"<(?:[a-z]{1,20}:)?(!doctype html|html|body|rss|feed|rdf|opml|urlset|sitemapindex)\b"
)
_KINDS: dict[bytes, Kind] = {
    b"rss": "feed", b"feed": "feed", b"rdf": "feed", b"opml": "opml", b"urlset": "sitemap",
    b"sitemapindex": "sitemaps",
}  # fmt: skip
_JSON_FEED = re.compile(rb'\s*\{.{0,3000}?"https?:\\?/\\?/(?:www\.)?jsonfeed\.org', re.DOTALL)
# By what a server says it is; of what is not here the bytes decide.
_SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf",
    "text/markdown": ".md", "application/json": ".json", "application/x-ndjson": ".jsonl",
    "message/rfc822": ".eml", "text/csv": ".csv",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}  # fmt: skip


def kind_of(data: bytes, content_type: str = "") -> Kind:
    """By the first element, whatever a server says: feeds come as text/html too."""
    head = data[:HEAD].replace(b"\0", b"").lower()  # UTF-16 as well
    if content_type == "application/feed+json" or _JSON_FEED.match(head):
        return "feed"
    first = _FIRST.search(head)
    return _KINDS.get(first[1], "page") if first else "page"


def suffix_of(page: Page) -> str:
    """As what a page is read: the suffix that a file like it has, "" where its bytes tell."""
    return "" if page.body.startswith(b"%PDF-") else _SUFFIXES.get(page.content_type, "")
