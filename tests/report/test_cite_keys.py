"""Keys of cited articles, and pages that cite with them."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from summarize.article import Article, Locator, Quote
from summarize.report.cite_keys import cite_keys, cited_articles, with_pandoc_citations
from summarize.report.desk import Printing
from summarize.report.markdown import to_markdown
from summarize.reported import Report
from tests.builders import article

PANDOC = Printing(cite="pandoc")


def keys(*articles: Article) -> list[str]:
    made = cite_keys(articles)
    return [made[one.id] for one in articles]


def test_a_citekey_of_its_own_is_the_key() -> None:
    assert keys(replace(article("Text."), citekey="quill:2026_dam")) == ["quill:2026_dam"]


@pytest.mark.parametrize("own", ["two words", "a,b", "a{b}", "clé", "-x", "x;", ""])
def test_one_that_tools_do_not_take_is_made(own: str) -> None:
    (key,) = keys(replace(article("Text."), citekey=own))
    assert re.fullmatch(r"harborgazette2026-[0-9a-f]{4}", key)


def test_a_made_key_is_the_same_beside_other_articles_and_for_another_text() -> None:
    alone = keys(article("Text."))
    assert keys(article("Other.", title="B"), article("Text, revised."))[1:] == alone


def test_two_articles_never_share_a_key() -> None:
    twice = [replace(article(f"Text {n}."), citekey=own) for n, own in enumerate(["Dam", "dam"])]
    versions = [article(f"Text {n}.") for n in range(2, 5)]
    made = keys(*twice, *versions)
    assert len({key.casefold() for key in made}) == len(made)
    assert made[0] == "Dam"


def test_a_name_without_latin_letters_and_a_missing_date_leave_a_key() -> None:
    (key,) = keys(article("نص", outlet="الوادي", published=None))
    assert re.fullmatch(r"article-[0-9a-f]{4}", key)


def paged(value: Any, page: str) -> Any:
    """The value with every quote in it on a page."""
    if isinstance(value, Quote):
        return replace(value, locator=Locator(page=page))
    if isinstance(value, tuple):
        return tuple(paged(one, page) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    return replace(value, **{one.name: paged(getattr(value, one.name), page)
                             for one in fields(value) if one.init})  # fmt: skip


def test_pandoc_is_cited_in_place_of_every_mark_of_the_body(daily: Report) -> None:
    body = to_markdown(daily, PANDOC).split("## Sources")[0]
    assert not re.search(r"\[\d+[a-z]+\]", body)
    made = set(cite_keys(cited_articles(daily)).values())
    assert set(re.findall(r"@([\w-]+)", body)) <= made


def test_marks_of_one_claim_are_one_citation(daily: Report) -> None:
    body = to_markdown(daily, PANDOC).split("## Sources")[0]
    assert re.search(r"\[@[\w-]+(?:, pp?\. \S+)?; @[\w-]+\]", body)
    assert "] [@" not in body


@pytest.mark.parametrize(
    ("page", "said"), [("12", ", p. 12"), ("iv", ", p. iv"), ("3–4", ", pp. 3–4")]
)
def test_the_page_of_a_passage_is_its_locator(daily: Report, page: str, said: str) -> None:
    body = to_markdown(paged(daily, page), PANDOC).split("## Sources")[0]
    assert f"{said}]" in body


def test_passages_keep_their_marks_under_sources(daily: Report) -> None:
    usual = to_markdown(daily).split("## Sources")[1]
    assert to_markdown(daily, PANDOC).split("## Sources")[1].count("</a>[") == usual.count("</a>[")


def test_what_only_looks_like_a_mark_stays(daily: Report) -> None:
    page = "As [999z] said, [1a](#there) and \\[1a]."
    assert with_pandoc_citations(page, daily) == page
