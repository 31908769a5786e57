"""Feeds, lists of feeds (OPML) and sitemaps, as bytes came: what stands in them.

1. Bytes to text, whatever the declared charset says (charset_lies.py).
2. libxml2 mends broken XML, without entities of the file's own, without a network and only so
   deep: what feedparser then sees is well-formed, small and harmless.
3. feedparser knows RSS of any age, Atom and RDF; JSON Feed is read here.
4. Links are absolute http(s) addresses or none.
"""

from __future__ import annotations

import html
import io
import json
import re
from calendar import timegm
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from summarize.errors import SummarizeError
from summarize.read import charset, charset_lies, published
from summarize.read.clean import line
from summarize.read.fields import as_text
from summarize.read.fragment import plain
from summarize.read.records import BAD_JSON
from summarize.read.urls import web_address

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

LARGEST = 20_000_000  # bytes; 19 MB take 15 s
MOST_ITEMS = 2_000  # of one feed or list; a sitemap of news has 1,000 at most

_ROOTS = {"rss", "feed", "rdf"}
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_DOCTYPE = re.compile(
    r"\A\s*(?>(?><!--.*?-->)\s*)*<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>", re.DOTALL | re.IGNORECASE
)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_OWN = {"amp", "lt", "gt", "quot", "apos"}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class NoFeed(SummarizeError):
    """Bytes that are not what was looked for; `what` says why in a few words."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry. `title` is plain text; `summary` and `content` are HTML, "" for none.

    `link` is an absolute http(s) address, or None; `published` a date, an aware datetime or None.
    `id` is what the feed itself calls the entry, else its link, else "". `updated` is as written.
    """

    title: str
    link: str | None
    published: date | datetime | None
    summary: str
    content: str
    author: str
    id: str
    updated: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself, and its items; `left_out` counts those that were too many."""

    title: str
    link: str | None
    language: str
    items: tuple[FeedItem, ...]
    left_out: int = 0


def parse_feed(data: bytes, base_url: str | None = None, label: str | None = None) -> Feed:
    """The feed in `data`, got from `base_url`; `label` is the charset that a server named.

    NoFeed where it is none.
    """
    text = _text(data, label)
    if text.lstrip().startswith("{"):
        return _json_feed(text, base_url)
    root = _root(text)
    if _name(root) not in _ROOTS:
        raise NoFeed(f"no feed: {_name(root)} element")
    return _xml_feed(root, base_url)


def parse_opml(data: bytes) -> list[tuple[str, str]]:
    """The feeds of a list, as (title, address); an address that is not http(s) is left out.

    NoFeed where `data` is no OPML.
    """
    root = _root(_text(data, None))
    if _name(root) != "opml":
        raise NoFeed("no OPML")
    found: dict[str, str] = {}
    for outline in root.iter("{*}outline"):
        says = {name.lower(): value for name, value in outline.attrib.items()}
        if address := web_address(says.get("xmlurl", "")):
            found.setdefault(address, line(says.get("title") or says.get("text") or address))
    return [(title, address) for address, title in list(found.items())[:MOST_ITEMS]]


def parse_sitemap(data: bytes, base_url: str | None = None) -> tuple[FeedItem, ...]:
    """The pages of a sitemap, with the title and date of one for news; NoFeed where it is none."""
    root = _root(_text(data, None))
    if _name(root) != "urlset":
        raise NoFeed("no sitemap")
    made = (_page(entry, base_url) for entry in root.iterchildren("{*}url"))
    return tuple(item for item, _ in zip(made, range(MOST_ITEMS), strict=False) if item.link)


def _page(entry: _Element, base_url: str | None) -> FeedItem:
    def says(*names: str) -> str:
        return next((text for name in names if (text := entry.findtext(f".//{{*}}{name}"))), "")

    link = address(says("loc"), base_url)
    day = published.parse(says("publication_date", "lastmod"))
    return FeedItem(plain(says("title")), link, day, "", "", "", link or "")


def address(written: str, base_url: str | None) -> str | None:
    """An absolute http(s) address, or None: no `javascript:`, nothing relative to nowhere."""
    if not written.strip():
        return None
    try:
        joined = urljoin(base_url or "", written.strip())
    except ValueError:  # brackets that are no IPv6 host
        return None
    return web_address(joined)


def _text(data: bytes, label: str | None) -> str:
    if len(data) > LARGEST:
        raise NoFeed("larger than 20 MB")
    if not data.strip():
        raise NoFeed("empty")
    if charset.looks_binary(data):
        raise NoFeed("not text")
    text = charset_lies.decode(data, charset.declared(data) or label)
    if text is None:
        raise NoFeed("not decodable")
    return text.lstrip("\ufeff")


def _root(text: str) -> _Element:
    """The root of mended XML. Named entities of HTML stand in feeds that never declare them."""
    from lxml import etree  # type: ignore[import-untyped]

    text = _DOCTYPE.sub("", _NOT_XML.sub("", _DECLARATION.sub("", text, count=1)), count=1)
    text = _NAMED.sub(_character, text)
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise NoFeed("bad XML")
    etree.strip_tags(root, etree.Entity)  # of the file's own: bombs are made of them
    return root


def _character(match: re.Match[str]) -> str:
    return match[0] if match[1] in _XML_OWN else html.unescape(match[0])


def _name(root: _Element) -> str:
    return str(root.tag).rpartition("}")[2].lower()


def _xml_feed(root: _Element, base_url: str | None) -> Feed:
    import feedparser  # 0.1 s
    from lxml import etree

    items = list(root.iter("{*}item", "{*}entry"))
    for item in items[MOST_ITEMS:]:
        item.getparent().remove(item)
    found = feedparser.parse(
        io.BytesIO(etree.tostring(root, encoding="utf-8", xml_declaration=True)),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    own = found.feed
    base = address(own.get("link", ""), base_url) or base_url
    return Feed(
        title=plain(own.get("title", "")),
        link=base,
        language=line(own.get("language", "")),
        items=tuple(_item(entry, base) for entry in found.entries),
        left_out=max(0, len(items) - MOST_ITEMS),
    )


def _item(entry: Any, base: str | None) -> FeedItem:
    link = address(entry.get("link", ""), base)
    contents = [part.get("value") or "" for part in entry.get("content", ())]
    summary = entry.get("summary", "")
    content = max(contents, key=len, default="")
    return FeedItem(
        title=plain(entry.get("title", "")),
        link=link,
        published=_day(entry),
        summary="" if summary == content else summary,
        content=content,
        author=plain(entry.get("author", "")),
        id=line(entry.get("id", "")) or link or "",
        updated=line(dict.get(entry, "updated") or ""),  # its own get would warn
    )


def _day(entry: Any) -> date | datetime | None:
    """As written where that can be read, for its precision; else as feedparser understands it."""
    for name in ("published", "updated"):
        if name not in entry:  # asked for what is not there, feedparser gives the other one
            continue
        if day := published.parse(entry[name]):
            return day
        if parsed := entry.get(f"{name}_parsed"):
            return published.parse(datetime.fromtimestamp(timegm(parsed), UTC).isoformat())
    return None


def _json_feed(text: str, base_url: str | None) -> Feed:
    try:
        value = json.loads(text)
    except BAD_JSON:
        raise NoFeed("bad JSON") from None
    if not isinstance(value, Mapping) or not isinstance(value.get("items"), list):
        raise NoFeed("no feed: JSON without items")
    base = address(as_text(value.get("home_page_url")), base_url) or base_url
    items = tuple(_json_items(value["items"][:MOST_ITEMS], base))
    title, language = plain(as_text(value.get("title"))), as_text(value.get("language"))
    return Feed(title, base, language, items, max(0, len(value["items"]) - MOST_ITEMS))


def _json_items(items: list[object], base: str | None) -> Iterator[FeedItem]:
    for item in items:
        if not isinstance(item, Mapping):
            continue
        text = {name: as_text(item.get(name)) for name in _JSON_NAMES}
        link = address(text["url"] or text["external_url"], base)
        authors = as_text(item.get("authors")) or text["author"]
        content = text["content_html"] or html.escape(text["content_text"]).replace("\n", "<br>")
        day = published.parse(text["date_published"] or text["date_modified"])
        title, summary = plain(text["title"]), html.escape(text["summary"])
        yield FeedItem(title, link, day, summary, content, plain(authors), text["id"] or link or "")


_JSON_NAMES = ("author", "content_html", "content_text", "date_modified", "date_published",
               "external_url", "id", "summary", "title", "url")  # fmt: skip
