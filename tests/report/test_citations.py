"""Citation marks: numbers by first citation, letters by place in the article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from summarize.article import Article, Quote
from summarize.claims import Gap
from summarize.report.assemble import settle
from summarize.report.citations import number_citations, pick
from summarize.report.desk import Printing
from summarize.report.markdown import to_markdown
from summarize.reported import Report


def quote(article: str, start: int) -> Quote:
    return Quote(article, start, start + 1, "x")


def test_letters_follow_the_places_of_the_passages(daily: Report, wire: Article) -> None:
    citations = number_citations(settle(daily))
    places = {mark: citations.quotes[mark].start for mark in citations.quotes if mark[0] == "1"}
    assert sorted(places, key=lambda mark: places[mark]) == [
        "1a",
        "1b",
        "1c",
        "1d",
        "1e",
        "1f",
        "1g",
    ]
    assert {citations.quotes[mark].article for mark in places} == {wire.id}


def test_the_27th_passage_of_an_article_is_aa(many: Callable[[Sequence[int]], Report]) -> None:
    report = many([1])
    text = report.articles[0].text
    spans = tuple(
        Gap(text[i : i + 2], "open", None, (report.articles[0].quote(i, i + 2),))
        for i in range(0, 100, 2)
        if text[i : i + 2].strip() == text[i : i + 2]
    )
    marks = number_citations(replace(report, stories=(), gaps=spans)).quotes
    assert list(marks)[25:28] == ["1z", "1aa", "1ab"]


def test_marks_are_the_same_at_every_length(daily: Report) -> None:
    report = settle(daily)
    long = set(to_markdown(report).splitlines())
    short = to_markdown(report, Printing(1)).splitlines()
    passages = [line for line in short if line.startswith('- <a id="c')]
    assert passages
    assert set(passages) < {line for line in long if line.startswith('- <a id="c')}


def test_a_claim_shows_one_passage_of_each_origin_and_never_a_copy() -> None:
    origins = {"a": "wire", "b": "wire", "c": "own"}
    quotes = [quote("a", 1), quote("b", 1), quote("c", 1)]
    assert [q.article for q in pick(quotes, origins)] == ["a", "c"]


def test_further_passages_of_one_article_are_shown_where_there_is_room() -> None:
    quotes = [quote("a", 1), quote("a", 5), quote("c", 1), quote("a", 9)]
    assert [(q.article, q.start) for q in pick(quotes, {}, 3)] == [("a", 1), ("c", 1), ("a", 5)]


def test_a_quote_of_an_article_that_is_not_in_the_report_has_no_mark(daily: Report) -> None:
    citations = number_citations(daily)
    assert citations.of([quote("gone", 1)]) == ()
    stray = replace(daily, gaps=(Gap("It is open.", "open", None, (quote("gone", 1),)),))
    assert ("gone", 1, 2) not in number_citations(stray).marks


def test_briefs_are_cited_only_where_they_are_printed(single: Report, daily: Report) -> None:
    cited = {claim.quotes[0].span for claim in single.briefs[0].claims}
    assert cited <= set(number_citations(single).marks)
    alone = replace(daily, stories=(), gaps=(), key_figures=(), overview=single.overview)
    assert not number_citations(alone).marks
