"""Feeds as files: their items are articles."""

from datetime import date

import pytest

from summarize.read import feeds
from tests.read.documents import BODY, FIRST, articles, reasons

HTML = "".join(f"&lt;p&gt;{part}&lt;/p&gt;" for part in BODY.split("\n\n"))


def rss(*items: str) -> bytes:
    return f"<rss><channel><title>Ledger</title>{''.join(items)}</channel></rss>".encode()


def item(text: str, link: str = "https://ledger.example/1") -> str:
    return (
        f"<item><title>Dam breaks</title><link>{link}</link><pubDate>2026-03-10</pubDate>"
        f"<description>{text}</description></item>"
    )


def test_an_item_with_its_text_is_an_article() -> None:
    (made,) = articles(rss(item(HTML)), "feed.rss")
    assert (made.title, made.outlet, made.text) == ("Dam breaks", "Ledger", BODY)
    assert (made.key, made.published) == ("https://ledger.example/1", date(2026, 3, 10))
    assert made.path == "feed.rss:1"


def test_an_item_with_a_summary_is_a_short_text_with_a_link() -> None:
    (made,) = articles(rss(item(FIRST)), "feed.xml")
    assert (made.text, made.url) == (FIRST, "https://ledger.example/1")


def test_each_item_without_text_is_named() -> None:
    assert reasons(rss(item(""), item("Flood.", "https://a.example/2")), "a.atom") == [
        "no text found",
        "under 8 words",
    ]


def test_a_file_that_is_no_feed_is_one_line() -> None:
    assert reasons(b"<svg></svg>", "a.xml") == ["no feed: svg element"]
    assert reasons(rss(), "a.xml") == ["a feed without items"]


def test_items_that_are_too_many_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MOST_ITEMS", 1)
    assert reasons(rss(item(HTML), item(HTML)), "a.rss") == ["1 items after the first 1"]


def test_a_json_feed_is_known_by_its_version() -> None:
    data = (
        '{"version": "https://jsonfeed.org/version/1.1", "title": "Ledger", "items":'
        f'[{{"id": "1", "title": "Dam", "content_text": "{FIRST}"}}]}}'
    ).encode()
    (made,) = articles(data, "feed.json")
    assert (made.title, made.text, made.key) == ("Dam", FIRST, "Ledger: Dam")


def test_a_feed_without_a_suffix_is_known_by_its_content() -> None:
    assert articles(rss(item(HTML)), "feed")[0].text == BODY
