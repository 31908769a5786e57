from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hostile_site import page

from summarize.sources.gathered import Gathered
from summarize.sources.later import LATE, Since
from summarize.sources.source import Source
from summarize.store import Store
from tests.sources.conftest import HOW, NOW, Open, article, feed, item, read, titles

DAY = timedelta(days=1)
SUNDAY, MONDAY = "Sun, 08 Mar 2026 06:00:00 GMT", "Mon, 09 Mar 2026 06:00:00 GMT"
PAGES = {f"/{name}": page(article(name.upper())) for name in "abc"}


def at(hour: int, day: int = 10) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)


def reading(url: str, store: Store, since: Since, now: datetime = NOW) -> Gathered:
    return read(url, how=replace(HOW, store=store, since=since, now=now))


def test_an_item_that_left_the_feed_is_covered_still_where_it_is_of_the_period(
    site: Open, store: Store
) -> None:
    old, new = item("A", "/a", pubDate=MONDAY), item("B", "/b", pubDate=MONDAY)
    one = site({"/feed": feed(old, item("C", "/c", pubDate=SUNDAY)), **PAGES})
    url = f"{one.url}/feed"
    reading(url, store, Since())
    one.pages = {**PAGES, "/feed": feed(new)}

    assert titles(reading(url, store, Since("2026-03-09"))) == ["B", "A"]
    assert titles(reading(url, store, Since("2026-03-08"))) == ["B", "C", "A"]
    assert titles(reading(url, store, Since("2026-03-08", as_of=date(2026, 3, 8)))) == ["B", "C"]
    assert titles(reading(url, store, Since())) == ["B"]


def test_an_undated_item_is_of_the_day_on_which_it_was_first_seen(site: Open, store: Store) -> None:
    one = site({"/feed": feed(item("A", "/a"), item("D", "/d")), **PAGES})
    url = f"{one.url}/feed"
    reading(url, store, Since())
    one.pages = {**PAGES, "/feed": feed(item("B", "/b"))}

    assert titles(reading(url, store, Since("2d"), NOW + DAY)) == ["B", "A"]
    assert titles(reading(url, store, Since("24h"), NOW + 2 * DAY)) == ["B"]


def test_what_came_late_into_a_feed_is_covered_since_the_last_edition(
    site: Open, store: Store
) -> None:
    last = at(6)
    one = site({"/feed": feed(item("A", "/a", pubDate=MONDAY)), **PAGES})
    url = f"{one.url}/feed"
    reading(url, store, Since(), at(5))
    one.pages = {
        **PAGES,
        "/feed": feed(item("A", "/a", pubDate=MONDAY), item("B", "/b", pubDate=MONDAY)),
    }

    found = reading(url, store, Since(last.isoformat(), last=last))

    late = next(a for a in found.pile.articles if a.title == "B")
    assert found.bounds == {late.id: last - LATE}


def test_a_source_that_failed_since_is_covered_since_it_was_last_read(
    site: Open, store: Store
) -> None:
    one = site({"/feed": feed(item("A", "/a", pubDate=MONDAY)), **PAGES})
    url, success = f"{one.url}/feed", at(5, 9)
    reading(url, store, Since(), success)
    pages, one.pages = one.pages, {}
    reading(url, store, Since(), at(5, 10))
    one.pages = pages
    last = at(6, 10)

    found = reading(url, store, Since(last.isoformat(), last=last), at(8, 10))

    assert found.bounds == {found.pile.articles[0].id: success}


def test_a_source_that_never_was_read_is_covered_as_all_others_are(
    site: Open, store: Store
) -> None:
    one = site({})
    url = f"{one.url}/feed"
    reading(url, store, Since(), at(5, 9))
    one.pages = {"/feed": feed(item("A", "/a", pubDate=MONDAY)), **PAGES}
    last = at(6, 9)

    found = reading(url, store, Since("2026-03-09", last=last))

    assert set(found.bounds.values()) == {date(2026, 3, 9) - LATE}


def test_files_have_no_items_of_earlier_days(store: Store, tmp_path: object) -> None:
    found = read(
        Source(f"{tmp_path}/none", listed=True), how=replace(HOW, since=Since("2d"), store=store)
    )

    assert found.bounds == {}


def test_what_was_read_before_is_covered_since_the_first_of_all_days(
    site: Open, store: Store
) -> None:
    url = f"{site({'/feed': feed(item('A', '/a')), **PAGES}).url}/feed"

    assert titles(reading(url, store, Since("0001-01-01"))) == ["A"]
