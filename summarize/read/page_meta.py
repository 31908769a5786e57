"""What a page says of itself outside its text: JSON-LD, meta elements, links, attributes.

trafilatura reads most of it too, but changes letters of a site's name ("nyt" to "Nyt") and keeps
of a publication time only the date.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from summarize.read import fields, published, reprint, urls
from summarize.read.clean import line
from summarize.read.draft import Field
from summarize.read.records import BAD_JSON

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_META_NAMES = {
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "pubdate",
        "publishdate", "parsely-pub-date", "dc.date.issued", "dcterms.created", "sailthru.date",
        "date",
    ),
    "outlet": ("og:site_name", "application-name", "publisher"),
    "url": ("og:url",),
    "author": ("author", "article:author", "parsely-author", "sailthru.author"),
    "language": ("og:locale", "language"),
    "title": ("og:title", "twitter:title"),
}  # fmt: skip
_ARTICLE = re.compile(r"(?:\w*Article|\w*BlogPosting|Report|ReportageNews\w*)$")
# JSON-LD that goes deeper, or has more objects, is not of an article.
_DEEPEST, _MOST = 6, 200
_SEPARATOR = re.compile(r"\s+(?:[|•·»–—-]|::)\s+")


def read(tree: HtmlElement) -> dict[str, Field]:
    """Title, outlet, via, author, url, published, language, as far as the page gives them."""
    metas = _metas(tree)
    found: dict[str, Field] = {}
    for values, origin in ((_json_ld(tree), "JSON-LD"), (metas, "meta"), (_marked(tree), "page")):
        for name, value in values.items():
            found.setdefault(name, Field(line(html.unescape(value)), origin))
    if outlet := found.get("outlet"):  # "Ledger | News | Sport"
        found["outlet"] = Field(outlet.value.split(" | ")[0], outlet.origin)
    canonical = _first(tree.xpath("//link[@rel='canonical']/@href"))
    if urls.web_address(canonical):
        found["url"] = Field(canonical.strip(), "canonical link")
    if tongue := _first(tree.xpath("/html/@lang | /html/@xml:lang")):
        found["language"] = Field(tongue, "html lang")
    provider = found.pop("provider", None)
    return reprint.told(found, provider.value if provider else "")


def headline(title: str, outlet: str | None, headings: list[str]) -> str:
    """`title` without the names of site and section behind it: "Dam breaks | World | Ledger".

    The last part goes while it names the outlet, stands behind a bar, or the rest is a heading of
    the page.
    """
    ours = {_bare(heading) for heading in headings}
    site = _bare(outlet or "")
    while True:
        cuts = list(_SEPARATOR.finditer(title))
        if not cuts or _bare(title) in ours:
            return title
        rest, last = title[: cuts[-1].start()], title[cuts[-1].end() :]
        named = bool(site) and (_bare(last) in site or site in _bare(last))
        barred = cuts[-1].group().strip() in {"|", "::", "»"}
        if not (named or barred or _bare(rest) in ours) or len(rest.split()) < 2:
            return title
        title = rest


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def is_paid(tree: HtmlElement) -> bool:
    """Whether the page says that not all of it is shown for free."""
    tiers = tree.xpath("//meta[@property='article:content_tier']/@content")
    if any(tier.strip().casefold() == "locked" for tier in tiers):
        return True
    said = (item.get("isAccessibleForFree") for item in _all_json_ld(tree))
    return any(str(value).casefold().rpartition("/")[2] == "false" for value in said)


def _metas(tree: HtmlElement) -> dict[str, str]:
    contents: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        contents.setdefault(name.casefold(), line(element.get("content") or ""))
    found = {
        field: next((contents[name] for name in names if _usable(field, contents.get(name))), "")
        for field, names in _META_NAMES.items()
    }
    return {field: value for field, value in found.items() if value}


def _usable(field: str, value: str | None) -> bool:
    if field == "published":
        return published.parse(value or "") is not None
    if field == "author":  # the address of a profile is no name
        return bool(value) and urls.web_address(value or "") is None
    return bool(value)


def _marked(tree: HtmlElement) -> dict[str, str]:
    """Dates that elements of the text are marked with."""
    marked = tree.xpath(
        "//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content"
        " | //time[@pubdate]/@datetime | //article//header//time/@datetime"
    )
    return {"published": marked[0]} if marked and published.parse(marked[0]) else {}


def _json_ld(tree: HtmlElement) -> dict[str, str]:
    for item in _all_json_ld(tree):
        if any(_ARTICLE.match(kind) for kind in _kinds(item)):
            return _of_object(item)
    return {}


def _all_json_ld(tree: HtmlElement) -> Iterator[Mapping[str, object]]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            value = json.loads(script.text or "", strict=False)
        except BAD_JSON:
            continue
        yield from islice(_objects(value, _DEEPEST), _MOST)


def _of_object(item: Mapping[str, object]) -> dict[str, str]:
    found = {
        "title": fields.as_text(item.get("headline")),
        "published": fields.as_text(item.get("datePublished")),
        "author": fields.as_text(item.get("author")),
        "outlet": fields.as_text(item.get("publisher")),
        "provider": fields.as_text(item.get("provider") or item.get("sourceOrganization")),
    }
    return {name: line(value) for name, value in found.items() if _usable(name, value)}


def _objects(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth and isinstance(value, Mapping):
        yield value
        value = list(value.values())
    if depth and isinstance(value, list):
        for item in value[:_MOST]:
            yield from _objects(item, depth - 1)


def _kinds(item: Mapping[str, object]) -> list[str]:
    kind = item.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return [kind for kind in kinds if isinstance(kind, str)]


def _first(found: list[str]) -> str:
    return found[0] if found else ""
