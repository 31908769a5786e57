"""Variants of one page are one article."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.read import read
from tests.read.documents import FIRST, NOW, SECOND

ADDRESS = "https://ledger.example/news/dam"


def saved(file: Path, head: str) -> None:
    text = f"<article><h1>Dam breaks</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
    file.write_text(
        f"<html><head><title>Dam</title>{head}</head><body>{text}</body></html>", "utf-8"
    )


@pytest.mark.parametrize(
    "head",
    [
        f"<link rel='canonical' href='{ADDRESS}'><meta property='og:url' content='{ADDRESS}/amp'>",
        "<meta property='og:url' content='https://m.ledger.example/news/dam/?utm_source=x'>",
        "<link rel='canonical' href='https://amp.ledger.example/amp/news/dam#top'>",
    ],
)
def test_an_amp_mobile_or_tracked_page_is_the_same_article(tmp_path: Path, head: str) -> None:
    saved(tmp_path / "a.html", f"<link rel='canonical' href='{ADDRESS}'>")
    saved(tmp_path / "b.html", head)

    pile = read([str(tmp_path)], now=NOW)

    assert [article.key for article in pile.articles] == [ADDRESS]
    assert [one.reason.split(" as ")[0] for one in pile.skipped] == ["same article"]
