from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from summarize.article import Article
from summarize.errors import UsageError
from summarize.period import cover, in_zone, since_date

TODAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 8, tzinfo=UTC)


def article(published: date | None, key: str = "a") -> Article:
    return Article(key=key, title="T", text="Text.", retrieved=NOW, published=published)


def test_the_newest_publication_date_is_the_as_of_date() -> None:
    covered = cover([article(date(2026, 3, 9)), article(date(2026, 3, 10))], now=NOW)

    assert covered.as_of == date(2026, 3, 10)


def test_a_date_in_the_future_is_not_the_as_of_date() -> None:
    covered = cover([article(date(2026, 3, 9)), article(date(2036, 3, 10))], now=NOW)

    assert covered.as_of == date(2026, 3, 9)


def test_without_any_date_it_is_today() -> None:
    assert cover([article(None)], now=NOW).as_of == TODAY


def test_a_time_that_has_come_counts_though_its_date_is_tomorrow_here() -> None:
    here = datetime(2026, 3, 11, 20, tzinfo=ZoneInfo("America/Los_Angeles"))
    there = article(datetime(2026, 3, 12, 2, tzinfo=UTC))

    assert cover([there, article(date(2026, 3, 9))], now=here).as_of == date(2026, 3, 12)


def test_what_is_published_after_the_date_asked_for_is_left_out_and_counted() -> None:
    pile = [article(date(2026, 3, 9)), article(date(2026, 3, 11), "b")]

    covered = cover(pile, now=NOW, as_of=date(2026, 3, 10))

    assert covered.articles == (pile[0],)
    assert covered.excluded == {"--date 2026-03-10": 1}


def test_a_date_in_the_future_does_not_stretch_the_period() -> None:
    pile = [article(date(2026, 3, 9)), article(date(2126, 3, 11), "b")]

    assert cover(pile, now=NOW).last == date(2026, 3, 9)


def test_older_articles_are_left_out_and_counted() -> None:
    pile = [article(date(2026, 3, 9)), article(date(2026, 3, 10)), article(None)]

    covered = cover(pile, now=NOW, since="2026-03-10")

    assert covered.articles == tuple(pile[1:])
    assert covered.excluded == {"--since 2026-03-10": 1}


def test_the_last_day_alone_is_one_day() -> None:
    assert since_date("1d", date(2026, 3, 10)) == date(2026, 3, 10)


@pytest.mark.parametrize("wrong", ["soon", "10/3/2026", "-3d", ""])
def test_what_is_no_date_is_refused_with_an_example(wrong: str) -> None:
    with pytest.raises(UsageError, match="2026-03-10"):
        since_date(wrong, TODAY)


def test_a_time_is_placed_in_the_zone_that_decides_the_day() -> None:
    late = article(datetime(2026, 3, 9, 23, 30, tzinfo=UTC))

    assert in_zone(late, ZoneInfo("Europe/Berlin")).day == date(2026, 3, 10)


def test_a_date_without_a_time_stays_in_every_zone() -> None:
    assert in_zone(article(date(2026, 3, 9)), ZoneInfo("Asia/Tokyo")).day == date(2026, 3, 9)
