"""Sources of a brief: files, and reports among them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from summarize.errors import UsageError
from summarize.report.assemble import settle
from summarize.report.given import gather
from summarize.report.json_file import to_json
from summarize.reported import Report

NOW = datetime(2026, 3, 12, tzinfo=UTC)


def test_the_articles_of_a_report_are_sources_and_its_claims_known(
    daily: Report, tmp_path: Path
) -> None:
    path = tmp_path / "report.json"
    path.write_text(to_json(settle(daily)), encoding="utf-8")
    sources = gather([str(path)], now=NOW).sources

    assert {a.id for a in sources.articles} == {a.id for a in daily.articles}
    assert sources.marks["1a"].text.startswith("The spillway")
    assert "More than 4,000 residents were moved to schools." in sources.said


def test_the_claims_of_an_article_brief_are_known(single: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text(to_json(settle(single)), encoding="utf-8")

    assert gather([str(path)], now=NOW).sources.said


def test_another_json_is_read_as_articles(tmp_path: Path) -> None:
    path = tmp_path / "articles.json"
    path.write_text('[{"title": "Dam", "text": "The dam broke on Monday night at Brask."}]')
    found = gather([str(path)], now=NOW)

    assert [article.title for article in found.sources.articles] == ["Dam"]


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()

    assert [s.reason for s in gather([str(tmp_path)], now=NOW).skipped] == ["empty"]


def test_a_source_that_does_not_exist_is_a_usage_error() -> None:
    with pytest.raises(UsageError):
        gather(["nowhere.json"], now=NOW)
