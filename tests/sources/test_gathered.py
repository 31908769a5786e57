from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hostile_site import page, silence

from summarize.errors import UsageError
from summarize.fetch import FetchSettings
from summarize.sources.source import Source
from summarize.store import Store
from tests.sources.conftest import (
    HOW,
    LOCAL,
    NOW,
    XML,
    Open,
    article,
    feed,
    item,
    read,
    titles,
    words,
)

MONDAY, TUESDAY = "Mon, 09 Mar 2026 06:00:00 GMT", "Tue, 10 Mar 2026 06:00:00 GMT"


def test_an_address_of_an_article_is_read(site: Open) -> None:
    one = site({"/story": page(article("Harbour opens"))})

    found = read(f"{one.url}/story?utm_source=mail")

    (made,) = found.pile.articles
    assert (made.title, made.key) == ("Harbour opens", f"https://127.0.0.1:{one.port}/story")
    assert made.path is None


def test_variants_of_an_address_are_one_article(site: Open) -> None:
    link = "<link rel='canonical' href='http://ledger.test:{port}/a'>"
    one = site({})
    head = link.format(port=one.port)
    one.pages = {
        "/feed": feed(
            item("A", f"http://ledger.test:{one.port}/a?utm_source=x"),
            item("A", f"http://m.ledger.test:{one.port}/a"),
            item("A", f"http://ledger.test:{one.port}/mobile/a"),
        ),
        "/a": page(article("A", head=head)),
        "/mobile/a": page(article("A", words("A", 50), head=head)),
    }

    found = read(f"{one.url}/feed")

    assert [a.key for a in found.pile.articles] == [f"https://ledger.test:{one.port}/a"]
    assert len(found.pile.articles[0].text.split()) == 60
    assert one.targets.count("/a") + one.targets.count("/a?utm_source=x") == 1


def test_a_longer_text_of_the_same_page_takes_the_place_of_a_shorter_one(site: Open) -> None:
    head = "<link rel='canonical' href='http://ledger.test/a'>"
    one = site({
        "/short": page(article("A", words("A", 50), head)),
        "/long": page(article("A", words("A", 90), head)),
    })  # fmt: skip

    (made,) = read(f"{one.url}/short", f"{one.url}/long").pile.articles

    assert len(made.text.split()) == 90


def test_a_site_that_calls_every_page_its_front_page_is_not_believed(site: Open) -> None:
    head = "<link rel='canonical' href='http://ledger.test/'>"
    one = site({"/a": page(article("A", head=head)), "/b": page(article("B", head=head))})

    assert titles(read(f"{one.url}/a", f"{one.url}/b")) == ["A", "B"]


def test_lists_of_feeds_and_sitemaps_are_read(site: Open) -> None:
    one = site({"/a": page(article("A")), "/b": page(article("B"))})
    one.pages = {
        **one.pages,
        "/list": page(
            f"<opml><body><outline xmlUrl='{one.url}/feed' title='L'/></body></opml>".encode(),
            200, XML,
        ),
        "/feed": feed(item("A", "/a"), title=""),
        "/map": page(f"<urlset><url><loc>{one.url}/b</loc></url></urlset>".encode(), 200, XML),
    }  # fmt: skip

    found = read(f"{one.url}/list", f"{one.url}/map")

    assert titles(found) == ["A", "B"]
    assert [one.kind for one in found.reads] == ["opml", "feed", "sitemap"]


def test_what_lists_nothing_that_is_read_says_so(site: Open) -> None:
    one = site({})
    nested = f"<opml><outline xmlUrl='{one.url}/list'/></opml>".encode()
    one.pages = {
        "/list": page(nested, 200, XML),
        "/maps": page(b"<sitemapindex/>", 200, XML),
        "/empty": page(b"<opml/>", 200, XML),
        "/broken": page(b"{", 200, ("Content-Type", "application/feed+json")),
        "/none": feed(),
    }

    found = read(*(f"{one.url}/{name}" for name in ("list", "maps", "empty", "broken", "none")))

    assert [s.reason.partition(";")[0] for s in found.pile.skipped] == [
        "a list of feeds in a list of feeds",
        "a list of sitemaps: name one of them",
        "a list without feeds",
        "bad JSON",
        "a feed without items",
    ]
    assert len(found.unreached) == 3


def test_a_list_of_feeds_may_be_a_file(site: Open, tmp_path: Path) -> None:
    one = site({"/feed": feed(item("A", "/a")), "/a": page(article("A"))})
    listed = tmp_path / "mine.opml"
    listed.write_text(f"<opml><outline xmlUrl='{one.url}/feed' text='L'/></opml>", "utf-8")

    assert titles(read(str(listed))) == ["A"]


def test_sources_stay_in_their_order_with_files_among_them(site: Open, tmp_path: Path) -> None:
    one = site({"/a": page(article("A")), "/b": page(article("B"))})
    file = tmp_path / "c.txt"
    file.write_text(f"C\n\n{words('C')}\n", "utf-8")

    found = read(f"{one.url}/a", str(file), f"{one.url}/b", str(file))

    assert titles(found) == ["A", "C", "B"]
    assert found.pile.skipped[0].reason == "same article as c.txt"


def test_a_front_page_names_its_feed(site: Open) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    one = site({"/": page(f"<html><head>{link}</head><body>Welcome</body></html>".encode())})

    (skipped,) = read(f"{one.url}/").pile.skipped

    assert skipped.reason == f"no text found; its feed is {one.url}/feed"


def test_a_source_of_the_command_line_that_is_not_reached_is_told_apart(site: Open) -> None:
    one = site({"/slow": silence})
    quick = replace(HOW, fetching=replace(LOCAL, deadline=0.3))

    found = read(
        f"{one.url}/slow", Source("http://no.where/feed", "Nowhere", listed=True), how=quick
    )

    assert [s.source for s in found.unreached] == [f"{one.url}/slow"]
    assert [(s.source, s.reason) for s in found.pile.skipped] == [
        (f"{one.url}/slow", "deadline (no whole answer within 0.3 seconds)"),
        ("Nowhere", "dns (no such host); http://no.where/feed"),
    ]


def test_a_private_address_names_the_option_that_allows_it() -> None:
    (skipped,) = read("http://127.0.0.1/feed", fetching=FetchSettings()).pile.skipped

    assert skipped.reason.endswith("--allow-private allows it")


def test_a_source_that_failed_three_runs_is_named(site: Open, store: Store) -> None:
    one = site({})
    source = Source(f"{one.url}/feed", "Ledger", listed=True)

    runs = [read(source, store=store).failing for _ in range(3)]

    assert runs[:2] == [(), ()]
    assert [(f.source.name, f.runs, f.why) for f in runs[2]] == [("Ledger", 3, "http status 404")]


def test_a_run_that_remembers_nothing_counts_nothing(site: Open, store: Store) -> None:
    one = site({})
    source = Source(f"{one.url}/feed", listed=True)

    runs = [read(source, store=store, remembers=False).failing for _ in range(4)]

    assert runs[3] == ()


def test_what_the_settings_say_of_a_source_is_said_of_its_articles(
    site: Open, tmp_path: Path
) -> None:
    one = site({"/a": page(article("A"))})
    file = tmp_path / "b.txt"
    file.write_text(f"B\n\n{words('B')}\n", "utf-8")
    said = Source("", "", "Valley Ledger", "es", 2.0, listed=True)

    found = read(replace(said, where=f"{one.url}/a"), replace(said, where=str(file)))

    assert {(a.outlet, a.language) for a in found.pile.articles} == {("Valley Ledger", "es")}
    assert {found.pile.fields[a.id]["outlet"] for a in found.pile.articles} == {"settings"}
    assert found.weights == {a.id: 2.0 for a in found.pile.articles}


def test_a_missing_file_of_the_settings_is_skipped_and_one_of_the_command_line_is_an_error(
    tmp_path: Path,
) -> None:
    missing = str(tmp_path / "none")

    assert read(Source(missing, listed=True)).pile.skipped[0].source == missing
    with pytest.raises(UsageError, match="no such file"):
        read(missing)


def test_a_store_that_fails_is_used_no_more_and_all_is_read(site: Open, tmp_path: Path) -> None:
    one = site({"/feed": feed(item("A", "/a")), "/a": page(article("A"))})
    broken = Store.open(tmp_path / "closed.db")
    broken.close()

    found = read(f"{one.url}/feed", store=broken)

    assert titles(found) == ["A"]
    assert found.trouble is not None


def test_the_health_of_a_source_is_kept(site: Open, store: Store) -> None:
    from summarize.sources.health import Healths

    one = site({"/feed": feed(item("A", "/a", pubDate=MONDAY)), "/a": page(article("A"))})
    read(f"{one.url}/feed", store=store)
    one.pages = {}
    read(f"{one.url}/feed", store=store, now=NOW + timedelta(days=1))

    health = Healths(store).of(f"{one.url}/feed")

    assert health is not None
    assert (health.success, health.items, health.failures) == (NOW, 1, 1)
    assert health.error == "http status 404"
    assert health.silent(NOW + timedelta(days=3)) == 4
