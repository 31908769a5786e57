from __future__ import annotations

from pathlib import Path

import pytest
from hostile_site import page

from summarize.errors import FetchError, NothingToRead, OutputError
from summarize.fetch import Page
from summarize.settings import Settings, load
from summarize.sources import trying, writing
from summarize.sources.finding import feeds_of
from tests.sources.conftest import HOW, NOW, XML, Open, feed, item


def named(head: str) -> list[tuple[str, str]]:
    body = f"<html><head>{head}</head><body>Welcome</body></html>".encode()
    url = "http://ledger.test/news/"
    return feeds_of(Page(url, url, 200, "text/html", None, body, None, None, NOW, unchanged=False))


def test_the_feeds_of_a_page_are_found_those_of_comments_last() -> None:
    head = (
        '<link rel="alternate" type="application/rss+xml" href="c" title="Comments feed">'
        '<link rel="Alternate" type="application/atom+xml; charset=utf-8" href="/a" title="News">'
        '<link rel="alternate" type="text/html" hreflang="es" href="/es">'
        '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">'
        '<link rel="stylesheet" href="/s.css">'
    )

    assert named(head) == [
        ("News", "http://ledger.test/a"),
        ("Comments feed", "http://ledger.test/news/c"),
    ]


def test_addresses_are_relative_to_the_base_of_the_page() -> None:
    head = (
        '<base href="http://x.test/y/"><link rel="alternate" type="application/rss+xml" href="f">'
    )

    assert named(head) == [("", "http://x.test/y/f")]


def test_nothing_has_no_feeds() -> None:
    empty = Page("u", "u", 200, "", None, b"", None, None, NOW, unchanged=False)

    assert feeds_of(empty) == []


def test_what_is_at_an_address_is_found(site: Open) -> None:
    link = '<link rel="alternate" type="application/rss+xml" title="{0}" href="/{0}">'
    heads = "".join(map(link.format, ("gone", "feed", "more")))
    one = site({
        "/": page(f"<html><head>{heads}</head></html>".encode()),
        "/feed": feed(item("A", "/a")), "/more": feed(),
        "/list": page(b"<opml><outline xmlUrl='http://a.test/'/></opml>", 200, XML),
        "/map": page(b"<urlset><url><loc>http://a.test/b</loc></url></urlset>", 200, XML),
    })  # fmt: skip

    by_page = trying.find(f"{one.url}/", HOW)

    assert (by_page.url, by_page.title, by_page.items) == (f"{one.url}/feed", "Valley Ledger", 1)
    assert by_page.others == (f"{one.url}/gone", f"{one.url}/more")
    assert trying.find(f"{one.url}/feed", HOW).kind == "feed"
    assert trying.find(f"{one.url}/list", HOW).items == 1
    assert trying.find(f"{one.url}/map", HOW).kind == "sitemap"


def test_a_page_without_a_feed_is_no_source(site: Open) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/gone">'
    one = site({"/": page(link.encode())})

    with pytest.raises(NothingToRead, match="http status 404"):
        trying.find(f"{one.url}/", HOW)
    with pytest.raises(FetchError, match="404"):
        trying.find(f"{one.url}/none", HOW)


@pytest.mark.parametrize("before", ["", "# mine\ntop = 3", '[vars]\na = "b"\n'])
def test_a_source_is_added_at_the_end_and_all_else_stays(tmp_path: Path, before: str) -> None:
    path = tmp_path / "summarize.toml"
    path.write_text(before, "utf-8")

    writing.append(load(path), "https://ledger.test/feed", 'The "Ledger" \x7f')
    settings = load(path)

    assert path.read_text("utf-8").startswith(before)
    assert settings.sources == ({"name": 'The "Ledger" \x7f', "url": "https://ledger.test/feed"},)
    assert writing.known(settings, "http://www.ledger.test/feed/")
    assert not writing.known(settings, "https://ledger.test/other")


def test_a_first_source_makes_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    path = writing.append(Settings({}), "https://ledger.test/feed", "")

    assert path.read_text("utf-8") == '[[source]]\nurl = "https://ledger.test/feed"\n'


def test_a_file_that_cannot_take_it_stays_as_it_is(tmp_path: Path) -> None:
    inline = tmp_path / "summarize.toml"
    inline.write_text('source = [{ url = "https://a.test/" }]\n', "utf-8")

    with pytest.raises(OutputError, match="by hand"):
        writing.append(load(inline), "https://ledger.test/feed", "")
    with pytest.raises(OutputError, match="cannot write"):
        writing.append(Settings({}, tmp_path), "https://ledger.test/feed", "")
    assert inline.read_text("utf-8") == 'source = [{ url = "https://a.test/" }]\n'
