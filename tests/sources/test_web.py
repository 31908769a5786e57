from __future__ import annotations

from hostile_site import page, versioned

from summarize.store import Store
from tests.sources.conftest import XML, Open, article, feed, item, read, titles, words

MONDAY = "Mon, 09 Mar 2026 06:00:00 GMT"


def test_the_items_of_a_feed_are_fetched_where_the_feed_has_not_their_text(site: Open) -> None:
    whole = f"<![CDATA[<p>{words('Tavik', 200)}</p>]]>"
    one = site({
        "/feed": feed(item("Short", "/short", description="Harbour opens."),
                      item("Whole", "/whole", content=whole)),
        "/short": page(article("Short")),
    })  # fmt: skip

    found = read(f"{one.url}/feed")

    assert titles(found) == ["Short", "Whole"]
    assert one.targets == ["/feed", "/short"]


def test_a_cut_text_in_the_feed_is_not_the_whole_article(site: Open) -> None:
    cut = f"<![CDATA[<p>{words('Tavik', 200)[:-1]} […]</p><p>The post X appeared first on Y.</p>]]>"
    one = site({
        "/feed": feed(item("Cut", "/cut", content=cut)),
        "/cut": page(article("Cut", words("Sarn", 300))),
    })  # fmt: skip

    (made,) = read(f"{one.url}/feed").pile.articles

    assert "Sarn" in made.text


def test_the_text_of_the_feed_stands_in_where_the_page_cannot_be_had(site: Open) -> None:
    one = site({
        "/feed": feed(item("Long enough", "/gone", description=words("Tavik", 60)),
                      item("Too short", "/gone-too", description="Harbour opens.")),
    })  # fmt: skip

    found = read(f"{one.url}/feed")

    assert titles(found) == ["Long enough"]
    assert [(s.source, s.reason) for s in found.pile.skipped] == [
        (f"{one.url}/gone-too", "http status 404")
    ]
    assert not found.unreached


def test_only_the_newest_items_are_read(site: Open) -> None:
    listed = [item(f"N{n}", f"/{n}", pubDate=f"Mon, 09 Mar 2026 0{n}:00:00 GMT") for n in range(6)]
    one = site({"/feed": feed(*listed), **{f"/{n}": page(article(f"N{n}")) for n in range(6)}})

    assert titles(read(f"{one.url}/feed", items=2)) == ["N5", "N4"]


def test_an_item_seen_before_is_not_fetched_again(site: Open, store: Store) -> None:
    one = site({"/feed": feed(item("A", "/a", pubDate=MONDAY)), "/a": page(article("A"))})
    first = read(f"{one.url}/feed", store=store)

    second = read(f"{one.url}/feed", store=store)

    assert one.targets == ["/feed", "/a", "/feed"]
    assert second.pile.articles == first.pile.articles
    assert second.pile.fields == first.pile.fields


def test_an_item_whose_entry_changed_is_a_new_version_of_its_article(
    site: Open, store: Store
) -> None:
    one = site({"/feed": feed(item("A", "/a", guid="1")), "/a": page(article("A"))})
    (first,) = read(f"{one.url}/feed", store=store).pile.articles
    one.pages = {
        "/feed": feed(item("A", "/a", guid="1", description="Mended.")),
        "/a": page(article("A", words("Sarn"))),
    }

    (second,) = read(f"{one.url}/feed", store=store).pile.articles

    assert second.key == first.key
    assert second.id != first.id


def test_a_page_that_was_no_article_is_not_asked_for_again(site: Open, store: Store) -> None:
    one = site({"/feed": feed(item("A", "/a")), "/a": page(article("A", "Too short."))})
    first = read(f"{one.url}/feed", store=store)

    second = read(f"{one.url}/feed", store=store)

    assert one.targets.count("/a") == 1
    assert first.pile.skipped == second.pile.skipped
    assert first.pile.skipped[0].reason == "under 40 words"


def test_a_page_that_failed_is_asked_for_again(site: Open, store: Store) -> None:
    one = site({"/feed": feed(item("A", "/a"))})
    read(f"{one.url}/feed", store=store)
    one.pages = {**one.pages, "/a": page(article("A"))}

    assert titles(read(f"{one.url}/feed", store=store)) == ["A"]


def test_one_page_in_two_feeds_is_fetched_once(site: Open) -> None:
    one = site({
        "/world": feed(item("A", "/a")), "/top": feed(item("A", "/a?utm_medium=rss")),
        "/a": versioned(article("A")),
    })  # fmt: skip

    found = read(f"{one.url}/world", f"{one.url}/top")

    assert titles(found) == ["A"]
    assert sum(target.startswith("/a") for target in one.targets) == 1
    assert not found.pile.skipped


def test_the_pages_of_a_sitemap_are_read_the_newest_first(site: Open) -> None:
    one = site({"/a": page(article("A")), "/b": page(article("B"))})
    entry = "<url><loc>{0}/{1}</loc><lastmod>2026-03-0{2}</lastmod></url>".format
    listed = entry(one.url, "a", 1) + entry(one.url, "b", 2)
    one.pages = {**one.pages, "/map": page(f"<urlset>{listed}</urlset>".encode(), 200, XML)}

    assert titles(read(f"{one.url}/map", items=1)) == ["B"]
