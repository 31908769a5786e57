"""Bibliographies of what a report cites."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.report.cite_keys import cite_keys, cited_articles
from summarize.report.references import escape_bibtex, names, to_bibtex, to_csl_json
from summarize.reported import Report


def of(report: Report, **fields: Any) -> Report:
    """The report with other fields in its first cited article."""
    first = cited_articles(report)[0]
    changed = replace(first, kept_id=first.id, **fields)
    articles = tuple(changed if one.id == first.id else one for one in report.articles)
    return replace(report, articles=articles)


def entry(report: Report) -> str:
    return "\n@".join(to_bibtex(report).split("\n@")[1:2])


def item(report: Report) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(to_csl_json(report))[0]
    return value


def test_each_cited_article_has_one_entry_under_its_key(daily: Report) -> None:
    made = list(cite_keys(cited_articles(daily)).values())
    assert re.findall(r"^@\w+\{([^,]+),$", to_bibtex(daily), re.MULTILINE) == made
    assert [one["id"] for one in json.loads(to_csl_json(daily))] == made


def test_an_article_that_is_not_cited_is_left_out(daily: Report) -> None:
    cited = {one.id for one in cited_articles(daily)}
    assert len(json.loads(to_csl_json(daily))) == len(cited) < len(daily.articles)


def test_an_entry_says_what_is_known(daily: Report) -> None:
    said = entry(
        of(
            daily,
            title="Dam & spillway: 50% cracked",
            outlet="Harbor_Gazette",
            author="Mara Quill and Orlen News Agency, Hale Desk of the Valley",
            url="https://gazette.example/a_b?x=1&y={2}",
            published=date(2026, 3, 10),
            retrieved=datetime(2026, 3, 12, 8, tzinfo=UTC),
            doi=None,
        )
    )
    assert said.startswith("misc{")
    assert r"title = {{Dam \& spillway: 50\% cracked}}," in said
    assert r"howpublished = {Harbor\_Gazette}," in said
    assert "author = {Mara Quill and Orlen News Agency and {Hale Desk of the Valley}}," in said
    assert "url = {https://gazette.example/a_b?x=1&y=%7B2%7D}," in said
    assert "year = {2026},\n  month = {3},\n  date = {2026-03-10}," in said
    assert "urldate = {2026-03-12}" in said


def test_what_has_a_doi_is_an_article_of_a_journal(daily: Report) -> None:
    paper = of(daily, doi="10.1000/a_b(1)", outlet="Annals of Dams")
    assert entry(paper).startswith("article{")
    assert "journal = {Annals of Dams}," in entry(paper)
    assert "doi = {10.1000/a_b(1)}," in entry(paper)
    assert (item(paper)["type"], item(paper)["DOI"]) == ("article-journal", "10.1000/a_b(1)")


def test_what_is_not_known_is_left_out(daily: Report) -> None:
    bare = of(daily, outlet="unknown outlet", author=None, url=None, published=None, title="")
    assert re.findall(r"  (\w+) =", entry(bare)) == ["urldate"]
    assert set(item(bare)) <= {"id", "type", "accessed", "language", "custom"}


def test_csl_has_dates_in_parts_and_people_by_name(daily: Report) -> None:
    said = item(of(daily, author="Mara Quill; Reuters", published=date(2026, 3, 10)))
    assert said["issued"] == {"date-parts": [[2026, 3, 10]]}
    assert said["author"] == [{"family": "Quill", "given": "Mara"}, {"literal": "Reuters"}]
    assert said["custom"]["summarize"] == 1


def test_a_name_in_another_script_stays_whole(daily: Report) -> None:
    assert item(of(daily, author="محمد علي"))["author"] == [{"literal": "محمد علي"}]


@pytest.mark.parametrize(
    ("author", "found"),
    [
        ("Mara Quill", ["Mara Quill"]),
        ("Mara Quill, Jon Sol and Ann Po", ["Mara Quill", "Jon Sol", "Ann Po"]),
        ("Anders Brandt & Co", ["Anders Brandt", "Co"]),
        ("Sandy Andrews", ["Sandy Andrews"]),
        ("", []),
    ],
)
def test_an_author_line_is_parted_into_names(author: str, found: list[str]) -> None:
    assert names(author) == found


@given(st.text(max_size=60))
def test_an_escaped_text_is_balanced_and_on_one_line(text: str) -> None:
    escaped = escape_bibtex(text)
    assert escaped.count("{") == escaped.count("}")
    depth = 0
    for sign in escaped:
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert "\n" not in escaped
    assert not re.search(r"(?<!\\)[$&#%_]", escaped)


def test_hostile_fields_stay_in_their_field(daily: Report) -> None:
    bad = "}, note={\\input{x}} % @misc{y,\n\\"
    report = of(daily, title=bad, author=bad, outlet=bad, citekey=bad, doi="10.1000/}x{")
    text = to_bibtex(report)
    assert text.count("{") == text.count("}")
    assert re.findall(r"^@", text, re.MULTILINE) == ["@"] * len(cited_articles(report))
    assert "\\input" not in text


def test_a_report_that_cites_nothing_has_no_entries(daily: Report) -> None:
    assert "@" not in to_bibtex(replace(daily, articles=()))
    assert json.loads(to_csl_json(replace(daily, articles=()))) == []
