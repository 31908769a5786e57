"""Feeds as bytes: what stands in them, however broken they are."""

import json
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.read import feeds
from summarize.read.feeds import (
    Feed,
    NoFeed,
    parse_feed,
    parse_opml,
    parse_sitemap,
)

ITEM = "<item><title>Dam breaks</title><link>https://ledger.example/1</link>{}</item>"
LIES = {
    "French": "Le barrage d'Orlen a cédé mardi après minuit, a annoncé le préfet de la région.",
    "Russian": "Плотина выше Орлена прорвалась во вторник вскоре после полуночи, сообщил совет.",
    "Japanese": "オルレン上流のダムは火曜日の真夜中過ぎに決壊し、濁流が下町を襲ったと発表した。",
    "Chinese": "奥尔伦上游的大坝周二午夜后不久决堤，洪水冲过下城区，地区委员会在声明中说。",
    "Korean": "오를렌 상류의 댐이 화요일 자정 직후 무너져 물이 아랫마을을 덮쳤다고 밝혔다.",
    "Greek": "Το φράγμα πάνω από το Όρλεν υποχώρησε την Τρίτη, ανακοίνωσε το συμβούλιο.",
    "Arabic": "انهار السد فوق أورلن يوم الثلاثاء بعد منتصف الليل بقليل، حسبما أعلن المجلس.",
}


def rss(items: str, *, head: str = "", channel: str = "<title>Ledger</title>") -> bytes:
    return f'{head}<rss version="2.0"><channel>{channel}{items}</channel></rss>'.encode()


def test_an_rss_feed_has_its_items_in_order() -> None:
    two = ITEM.format("<pubDate>Tue, 10 Mar 2026 08:30:00 +0100</pubDate>") + ITEM.replace(
        "/1", "/2"
    ).format("<guid>g2</guid><author>Mara Quill</author><description>It broke.</description>")
    feed = parse_feed(rss(two, channel="<title>Ledger</title><language>en</language>"))
    assert (feed.title, feed.language) == ("Ledger", "en")
    first, second = feed.items
    assert first.published == datetime.fromisoformat("2026-03-10T08:30:00+01:00")
    assert (first.link, first.id) == ("https://ledger.example/1", "https://ledger.example/1")
    assert (second.id, second.author, second.summary) == ("g2", "Mara Quill", "It broke.")


def test_an_atom_feed_has_its_full_text_as_content() -> None:
    data = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>L</title>
      <entry><title type="html">Dam &lt;b&gt;breaks&lt;/b&gt;</title><id>tag:1</id>
      <link href="/1"/><updated>2026-03-10T08:30:00Z</updated><summary>Short.</summary>
      <content type="html">&lt;p&gt;The whole story.&lt;/p&gt;</content></entry></feed>"""
    (item,) = parse_feed(data, "https://ledger.example/feed").items
    assert (item.title, item.link) == ("Dam breaks", "https://ledger.example/1")
    assert (item.summary, item.content) == ("Short.", "<p>The whole story.</p>")
    assert item.published == datetime(2026, 3, 10, 8, 30, tzinfo=UTC)


def test_a_summary_that_is_the_content_again_is_none() -> None:
    full = '<c:encoded xmlns:c="http://purl.org/rss/1.0/modules/content/">Same</c:encoded>'
    (item,) = parse_feed(rss(ITEM.format(f"<description>Same</description>{full}"))).items
    assert (item.summary, item.content) == ("", "Same")


def test_an_rdf_feed_is_read() -> None:
    data = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>L</title></channel>
      <item rdf:about="i"><title>Dam</title><link>https://a.example/1</link></item></rdf:RDF>"""
    assert [item.title for item in parse_feed(data).items] == ["Dam"]


def test_a_json_feed_is_read() -> None:
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Ledger",
        "language": "en",
        "home_page_url": "https://ledger.example/",
        "items": [
            {"id": "7", "url": "/1", "title": "Dam", "content_html": "<p>Text</p>",
             "summary": "A < B", "date_published": "2026-03-10", "authors": [{"name": "M. Quill"}]},
            "no item",
            {"content_text": "one\ntwo & three", "external_url": "https://b.example/2"},
        ],
    }  # fmt: skip
    first, second = parse_feed(json.dumps(value).encode()).items
    assert (first.link, first.id, first.author) == ("https://ledger.example/1", "7", "M. Quill")
    assert (first.published, first.summary) == (date(2026, 3, 10), "A &lt; B")
    assert (second.content, second.id) == ("one<br>two &amp; three", "https://b.example/2")


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("/1", "https://ledger.example/1"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("https://[", None),
        ("https://other.example/a?b=1&amp;c=2", "https://other.example/a?b=1&c=2"),
    ],
)
def test_links_are_absolute_web_addresses_or_none(link: str, expected: str | None) -> None:
    data = rss(f"<item><title>x</title><link>{link}</link></item>")
    assert parse_feed(data, "https://ledger.example/feed").items[0].link == expected


def test_a_relative_link_without_a_base_is_none() -> None:
    assert parse_feed(rss("<item><title>x</title><link>/1</link></item>")).items[0].link is None


@pytest.mark.parametrize(
    "day", ["", "<pubDate>soon</pubDate>", "<pubDate>Tue, 99 Foo 2026</pubDate>"]
)
def test_a_date_that_is_none_is_missing(day: str) -> None:
    assert parse_feed(rss(ITEM.format(day))).items[0].published is None


def test_a_date_that_only_the_library_understands_is_used() -> None:
    item = ITEM.format("<pubDate>Tue, 10 Mar 2026 08:30:00 PDT</pubDate>")
    found = parse_feed(rss(item)).items[0].published
    assert isinstance(found, datetime)
    assert found.date() == date(2026, 3, 10)


@pytest.mark.parametrize(
    "broken",
    [
        '<rss version="2.0"><channel><item><title>Dam & bridge</title></item>',
        '<rss version="2.0"><channel><item><title>Dam &nbsp;&eacute; bridge</title></item></rss>',
        '<rss version="2.0"><channel><item><title>Dam\x0b bridge</title></item></channel></rss>',
        "<rss><channel><item><b><title>Dam bridge</b></title></item></channel></rss>",
        '\n\n<?xml version="1.0"?><rss><channel><item><title>Dam bridge</title></item>',
    ],
)
def test_broken_xml_is_mended(broken: str) -> None:
    (item,) = parse_feed(broken.encode()).items
    assert item.title.startswith("Dam")
    assert item.title.endswith("bridge")


@pytest.mark.parametrize(
    ("language", "real", "declared"),
    [
        ("French", "utf-8", "iso-8859-1"),
        ("French", "cp1252", "utf-8"),
        ("French", "cp1252", "koi8-r"),
        ("French", "utf-16", "utf-8"),
        ("Russian", "cp1251", "iso-8859-1"),
        ("Russian", "koi8-r", "windows-1251"),
        ("Russian", "cp1251", "utf-8"),
        ("Japanese", "shift_jis", "utf-8"),
        ("Japanese", "euc_jp", "shift_jis"),
        ("Chinese", "gb18030", "utf-8"),
        ("Chinese", "gb18030", "big5"),
        ("Korean", "cp949", "iso-8859-1"),
        ("Korean", "cp949", "gb2312"),
        ("Greek", "iso8859-7", "iso-8859-1"),
        ("Arabic", "cp1256", "iso-8859-1"),
    ],
)
def test_a_charset_that_is_a_lie_is_not_believed(language: str, real: str, declared: str) -> None:
    text = LIES[language]
    written = (
        f'<?xml version="1.0" encoding="{declared}"?><rss version="2.0"><channel><item>'
        f"<title>x</title><description>{text}</description></item></channel></rss>"
    )
    assert parse_feed(written.encode(real)).items[0].summary == text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"<html><body>404</body></html>", "no feed: html element"),
        (b"just text", "bad XML"),
        (b'<?xml version="1.0"?>', "bad XML"),
        (b"<rss>" + bytes(32) * 9 + b"\1\2", "not text"),
        (b'{"items": 1}', "no feed: JSON without items"),
        (b'{"items": ', "bad JSON"),
        (b" " * 20_000_001, "larger than 20 MB"),
        (
            b"<rss>" + b" ".join(bytes([n, 255 - n % 64, n]) for n in range(128, 256)),
            "not decodable",
        ),
    ],
)
def test_what_is_no_feed_is_refused_with_its_reason(data: bytes, why: str) -> None:
    with pytest.raises(NoFeed, match=why):
        parse_feed(data)


def test_entities_of_the_file_are_not_expanded() -> None:
    bomb = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "{"x" * 100}">{bomb}]>'
    (item,) = parse_feed(rss(ITEM.format("<description>seen &j;</description>"), head=head)).items
    assert item.summary.strip() == "seen"


def test_a_file_of_the_machine_is_not_read() -> None:
    head = '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    (item,) = parse_feed(rss(ITEM.format("<description>&f;</description>"), head=head)).items
    assert item.summary == ""


def test_deep_nesting_ends() -> None:
    deep = "<x>" * 100_000
    assert parse_feed(rss(ITEM.format("") + deep)).title == "Ledger"


def test_items_after_the_most_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MOST_ITEMS", 3)
    feed = parse_feed(rss("<item><title>x</title></item>" * 5))
    assert (len(feed.items), feed.left_out) == (3, 2)
    written = json.dumps({"items": [{"title": "x"}] * 4}).encode()
    assert parse_feed(written).left_out == 1


def test_entities_in_the_title_do_not_end_a_feed() -> None:
    head = '<!-- a --><!DOCTYPE rss [<!ENTITY a "xx"><!ENTITY b "&a;&a;">]>'
    feed = parse_feed(rss(ITEM.format(""), head=head, channel="<title>Ledger &b;</title>"))
    assert (feed.title, len(feed.items)) == ("Ledger", 1)


@given(st.binary(max_size=300))
def test_bytes_are_a_feed_or_refused(data: bytes) -> None:
    for parse in (parse_feed, parse_opml, parse_sitemap):
        found: object = None
        with suppress(NoFeed):
            found = parse(b"<rss><channel>" + data)
        assert found is None or isinstance(found, Feed | list | tuple)


def test_opml_lists_each_feed_once() -> None:
    data = b"""<opml version="2.0"><body><outline text="News">
      <outline type="rss" text="Ledger" xmlUrl="https://ledger.example/feed"/>
      <outline title="Again" xmlUrl="https://ledger.example/feed"/>
      <outline xmlurl="http://gazette.example/rss"/><outline xmlUrl="file:///etc/passwd"/>
      </outline></body></opml>"""
    assert parse_opml(data) == [
        ("Ledger", "https://ledger.example/feed"),
        ("http://gazette.example/rss", "http://gazette.example/rss"),
    ]


def test_a_feed_is_no_opml() -> None:
    with pytest.raises(NoFeed, match="no OPML"):
        parse_opml(rss(""))


def test_a_news_sitemap_has_titles_and_dates() -> None:
    data = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
      xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://ledger.example/1</loc><n:news><n:publication_date>2026-03-10
      </n:publication_date><n:title>Dam &amp; bridge</n:title></n:news></url>
      <url><loc>javascript:x</loc></url>
      <url><loc>/2</loc><lastmod>2026-03-11</lastmod></url></urlset>"""
    first, second = parse_sitemap(data, "https://ledger.example/map.xml")
    assert (first.title, first.published) == ("Dam & bridge", date(2026, 3, 10))
    assert (second.link, second.published) == ("https://ledger.example/2", date(2026, 3, 11))


def test_a_feed_is_no_sitemap() -> None:
    with pytest.raises(NoFeed, match="no sitemap"):
        parse_sitemap(rss(""))
