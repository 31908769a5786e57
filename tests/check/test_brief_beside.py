"""Dates, speakers and counts beside a statement."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest

from summarize.article import Article
from summarize.check.brief_beside import date_finding, origins_finding, speaker_finding
from summarize.check.brief_nouns import Beside
from summarize.claims import Finding
from tests.builders import article

DAM = article(
    "The dam broke on Monday. Two towns were flooded, Governor Hedda Marwick said.",
    published=date(2026, 3, 11),
)
BROKE = DAM.quote(0, DAM.text.index(" Two"))
FLOODED = DAM.quote(DAM.text.index("Two"), len(DAM.text))
UNDATED = article("Two towns were flooded.", published=None)
ARTICLES = {DAM.id: DAM, UNDATED.id: UNDATED}


def dated(text: str, quote: str = "broke", kind: Literal["date", "as of"] = "date") -> str:
    quotes = [BROKE if quote == "broke" else FLOODED]
    finding = date_finding(Beside(kind, text), quotes, ARTICLES)
    return finding.why if finding else ""


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("2026-03-09", "broke", ""),
        ("9 March", "broke", ""),
        ("2026-03-10", "broke", "the passage tells of 2026-03-09"),
        ("2026-03-11", "broke", "the passage tells of 2026-03-09"),
        ("2026-03-11", "flooded", ""),
        ("2026-03-10", "flooded", "the passage tells of 2026-03-11"),
        ("sometime", "broke", ""),
    ],
)
def test_a_date_is_that_of_the_passage_or_else_of_publication(
    text: str, quote: str, why: str
) -> None:
    assert dated(text, quote) == why


def test_the_day_of_a_row_may_be_that_of_publication() -> None:
    assert dated("2026-03-11", kind="as of") == ""
    assert dated("2026-03-10", kind="as of") != ""


def test_without_a_day_of_publication_a_day_is_not_known() -> None:
    quote = UNDATED.quote(0, len(UNDATED.text))

    assert date_finding(Beside("date", "2026-03-10"), [quote], ARTICLES) is None


@pytest.mark.parametrize(("name", "right"), [("Hedda Marwick", True), ("Ana Reyes", False)])
def test_a_speaker_is_named_somewhere_in_the_article(name: str, right: bool) -> None:
    finding = speaker_finding(name, [BROKE], ARTICLES)

    assert finding == (
        None if right else Finding("speaker", name, "not in the passage or its article")
    )


def test_of_an_article_that_is_not_there_nothing_is_said() -> None:
    nothing: dict[str, Article] = {}

    assert speaker_finding("Ana Reyes", [BROKE], nothing) is None
    assert date_finding(Beside("date", "2026-03-10"), [BROKE], nothing) is None


def test_a_count_of_origins_is_that_of_the_report_where_there_is_one() -> None:
    assert origins_finding("3", None) is None
    assert origins_finding("3", 3) is None
    assert origins_finding("9", 3) == Finding("number", "9 origins", "the report counts 3")
