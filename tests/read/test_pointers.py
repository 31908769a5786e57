"""Lines that only lead to another page of the site are no text of the article."""

from __future__ import annotations

import pytest

from summarize.read import pointers
from tests.read.pages import parsed

ADDRESS = "https://www.ledger.example/news/dam"
TEXT = "The dam gave way shortly after midnight, the council said, and nobody was hurt."


def left(body: str, address: str = ADDRESS) -> str:
    tree = parsed(f"<html><body><p>{TEXT}</p>\n{body}\n<p>{TEXT}</p></body></html>")
    pointers.remove(tree, address)
    return " ".join(tree.text_content().replace(TEXT, "").split())


@pytest.mark.parametrize(
    "body",
    [
        "<p><a href='/news/fire'>Six held over the fire at Hale</a></p>",
        "<p><strong><a href='https://ledger.example/fire'>SIX HELD OVER FIRE</a></strong> </p>",
        "<ul><li><a href='fire'>Six held over the fire at Hale</a></li></ul>",
        "<h3><a href='https://m.ledger.example/fire'>Six held over the fire at Hale</a></h3>",
    ],
)
def test_a_line_that_is_a_link_within_the_site_goes(body: str) -> None:
    assert left(body) == ""


@pytest.mark.parametrize(
    "body",
    [
        "<p><a href='https://hale.example/fire'>Six held over the fire at Hale</a></p>",
        "<p><a href='#fire'>Six held over the fire at Hale</a></p>",
        "<p><a href='/fire'>Six people were held over the fire at Hale.</a></p>",
        "<p>Read: <a href='/fire'>Six held over the fire at Hale</a></p>",
        "<p><a href='/hale'>Hale</a></p>",
        "<p><a href='/1'>Six held over</a> <a href='/2'>the fire at Hale</a></p>",
        "<p><a href='mailto:desk@ledger.example'>Write to the news desk now</a></p>",
        "<p><a href='//hale.example/fire'>Six held over the fire at Hale</a></p>",
        "<h1><a href='/fire'>Six held over the fire at Hale</a></h1>",
        f"<p><a href='/fire'>{'Six held over the fire at Hale ' * 14}</a></p>",
        "<p><a href='http://[broken/'>Six held over the fire at Hale</a></p>",
    ],
)
def test_other_links_stay(body: str) -> None:
    assert left(body) != ""


def test_of_a_page_without_an_address_only_relative_links_are_its_own() -> None:
    body = "<p><a href='{}/fire'>Six held over the fire at Hale</a></p>"
    assert left(body.format(""), "") == ""
    assert left(body.format("https://ledger.example"), "") != ""


def test_a_line_that_is_gone_leaves_the_text_behind_it() -> None:
    body = "<div><p><a href='/fire'>Six held over the fire at Hale</a></p> and after</div>"
    assert left(body) == "and after"
