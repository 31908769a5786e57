"""Our own pages state what they cite, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarize.check.brief_text import parse
from summarize.claims import Opinion
from summarize.cli.options import LANGUAGES
from summarize.report.assemble import settle, versions
from summarize.report.desk import Printing
from summarize.report.markdown import to_markdown
from summarize.report.own_page import furniture_of
from summarize.reported import Header, Report


def test_another_text_has_no_furniture() -> None:
    assert furniture_of("# Brief\n\nThe dam broke. [1a]") is None


@pytest.mark.parametrize("mermaid", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["daily", "single"])
def test_every_statement_of_our_own_page_cites(
    request: pytest.FixtureRequest, kind: str, language: str, mermaid: bool
) -> None:
    report: Report = request.getfixturevalue(kind)
    report = replace(report, language=language, partial=True, missing=("a part: a cap",), gaps=())
    report = replace(report, header=Header("Desk (A)", "desk@ledger.example", "INTERNAL", "at 7"))
    second = {id_: Opinion("m-2", "unsupported", "") for id_ in versions(report)}
    page = to_markdown(settle(report, second), Printing(withheld=True, mermaid=mermaid))
    outlets = frozenset(article.outlet for article in report.articles)
    statements = parse(page, language, outlets, furniture_of(page)).statements

    assert statements
    assert [s.text for s in statements if not s.marks] == []


def test_the_statements_of_our_own_page_are_its_claims(daily: Report) -> None:
    second = {id_: Opinion("m-2", "unsupported", "") for id_ in versions(daily)}
    page = to_markdown(settle(daily, second))
    texts = {
        statement.text for statement in parse(page, "en", furniture=furniture_of(page)).statements
    }

    assert {claim.text for claim in daily.stories[0].brief.claims} <= texts
    assert {"26", "31"} <= texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statements_are_the_same_in_every_language(daily: Report, language: str) -> None:
    def stated(code: str) -> list[tuple[str, list[str], list[str]]]:
        page = to_markdown(settle(daily), Printing(language=code))
        return [
            (one.text, [mark.name for mark in one.marks], [b.text for b in one.beside])
            for one in parse(page, "en", furniture=furniture_of(page)).statements
        ]

    assert stated(language) == stated("en")
