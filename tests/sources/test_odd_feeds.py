"""Feeds as they come: broken, undated, with HTML in titles and links that lead nowhere."""

from __future__ import annotations

import json
from dataclasses import replace

from hostile_site import page

from summarize.article import Article
from summarize.store import Store
from tests.sources.conftest import HOW, XML, Open, article, item, read, words


def only(site: Open, raw: bytes, *headers: tuple[str, str]) -> tuple[list[Article], list[str]]:
    """The articles of a feed, and why other items are none."""
    one = site({"/news/feed": page(raw, 200, *(headers or (XML,))), "/news/a": page(article("A"))})
    found = read(f"{one.url}/news/feed")
    return list(found.pile.articles), [skipped.reason for skipped in found.pile.skipped]


def rss(*items: str) -> bytes:
    return f"<rss><channel><title>L</title>{''.join(items)}</channel></rss>".encode()


def test_broken_xml_is_mended(site: Open) -> None:
    broken = rss(item("Fish & chips", "a")).replace(b"</channel></rss>", b"<p>")

    (made,), skipped = only(site, broken)

    assert (made.title, skipped) == ("A", [])


def test_a_feed_that_is_called_html_is_a_feed(site: Open) -> None:
    (made,), _ = only(site, rss(item("A", "a")), ("Content-Type", "text/html"))

    assert made.title == "A"


def test_relative_links_are_of_the_address_of_the_feed(site: Open) -> None:
    (made,), _ = only(site, rss(item("A", "../news/a")))

    assert made.url is not None
    assert made.url.endswith("/news/a")


def test_a_link_that_is_a_script_is_not_followed(site: Open) -> None:
    made, skipped = only(site, rss(item("A", "javascript:alert(1)"), item("B", "data:text/html,b")))

    assert (made, skipped) == ([], ["no text found", "no text found"])


def test_an_item_without_a_link_is_read_from_the_feed(site: Open) -> None:
    (made,), _ = only(site, rss(item("Flash", description="The harbour of Tavik is open to all.")))

    assert (made.title, made.url) == ("Flash", None)


def test_html_in_a_title_is_text(site: Open) -> None:
    title = "&lt;b&gt;Harbour&lt;/b&gt; &amp;amp; pier"
    (made,), _ = only(site, rss(item(title, description=words("Tavik"))))

    assert made.title == "Harbour & pier"


def test_a_missing_date_is_taken_from_nowhere(site: Open) -> None:
    (made,), _ = only(site, rss(item("A", "a", pubDate="yesterday or so")))

    assert made.published is None


def test_a_date_of_the_feed_stands_in_for_one_of_the_page(site: Open) -> None:
    (made,), _ = only(site, rss(item("A", "a", pubDate="Mon, 09 Mar 2026 06:00:00 GMT")))

    assert str(made.published) == "2026-03-09 06:00:00+00:00"


def test_a_name_that_no_store_can_keep_does_not_end_the_keeping(site: Open, store: Store) -> None:
    items = [
        {"id": name, "title": title, "content_text": words(title)}
        for name, title in (("\ud800", "Tavik"), ("a\0b", "Orme"))
    ]
    said = {"version": "https://jsonfeed.org/version/1.1", "items": items}
    one = site({"/feed": page(json.dumps(said).encode(), 200, ("Content-Type", "text/plain"))})

    found = read(f"{one.url}/feed", how=replace(HOW, store=store))

    assert (len(found.pile.articles), found.trouble) == (2, None)
