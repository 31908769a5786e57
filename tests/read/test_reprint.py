"""Pages that show what another outlet wrote."""

from __future__ import annotations

import json

import pytest

from summarize.article import Article
from tests.read.documents import FIRST, SECOND, articles

NAME = "<meta property='og:site_name' content='Valley Portal'>"


def page(head: str) -> Article:
    text = f"<article><h1>Dam breaks</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
    html = f"<html><head><title>Dam breaks</title>{NAME}{head}</head><body>{text}</body></html>"
    (article,) = articles(html.encode(), "a.html")
    return article


def author(name: str) -> str:
    return f"<meta name='author' content='{name}'>"


def ld(**values: object) -> str:
    value = {"@type": "NewsArticle", "headline": "Dam breaks", **values}
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


def organization(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name}


@pytest.mark.parametrize(
    ("head", "outlet", "via", "by"),
    [
        (author("Reuters"), "Reuters", "Valley Portal", "Reuters"),
        (author("The Associated Press"), "AP", "Valley Portal", "The Associated Press"),
        (author("Reuters via Valley Portal"), "Reuters", "Valley Portal", None),
        (author("Mara Quill, Hale Times via Portal"), "Hale Times", "Portal", "Mara Quill"),
        (
            ld(publisher=organization("Valley Portal"), provider=organization("Hale Times")),
            "Hale Times",
            "Valley Portal",
            None,
        ),
        (ld(sourceOrganization=organization("Hale Times")), "Hale Times", "Valley Portal", None),
    ],
)
def test_a_reprint_says_who_wrote_it_and_whose_page_it_is(
    head: str, outlet: str, via: str, by: str | None
) -> None:
    article = page(head)
    assert (article.outlet, article.via, article.author) == (outlet, via, by)


@pytest.mark.parametrize(
    "head",
    [
        "",
        author("Mara Quill"),
        author("Valley Portal"),
        ld(publisher=organization("Valley Portal"), provider=organization("Valley Portal News")),
    ],
)
def test_a_page_of_its_own_outlet_is_no_reprint(head: str) -> None:
    article = page(head)
    assert (article.outlet, article.via) == ("Valley Portal", None)


def test_an_agency_on_its_own_page_is_no_reprint() -> None:
    own = ld(publisher=organization("Associated Press"), author=organization("AP"))
    assert (page(own).outlet, page(own).via) == ("Associated Press", None)
