from __future__ import annotations

import zlib
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Article, Heading, Page
from summarize.read.finish import Finished
from summarize.reported import Skipped
from summarize.sources.kept_article import packed, unpacked

MOMENTS = (
    st.none()
    | st.dates()
    | st.datetimes(timezones=st.just(timezone(timedelta(hours=-5))) | st.just(UTC))
)


@given(st.text(min_size=1), st.text(), MOMENTS)
def test_an_article_comes_back_as_it_was(text: str, title: str, published: date | None) -> None:
    article = Article(
        key="k",
        title=title,
        text=text,
        retrieved=datetime(2026, 3, 10, 8, tzinfo=UTC),
        published=published,
        headings=(Heading(0, 1, 2),),
        pages=(Page(0, len(text), 1, "iv"),),
        removed={"hidden": 2},
        doi="10.1000/1",
    )

    back = unpacked(packed(Finished(article, {"title": "meta"})))

    assert back == Finished(article, {"title": "meta"})
    assert isinstance(back, Finished)
    assert (back.article.id, back.article.removed) == (article.id, {"hidden": 2})


def test_why_there_is_no_article_comes_back_too() -> None:
    assert unpacked(packed(Skipped("a", "under 40 words"))) == Skipped("a", "under 40 words")


@pytest.mark.parametrize(
    "data", [b"", b"not packed", zlib.compress(b"{}"), zlib.compress(b'{"article": {"odd": 1}}')]
)
def test_what_cannot_be_read_is_read_anew(data: bytes) -> None:
    assert unpacked(data) is None
