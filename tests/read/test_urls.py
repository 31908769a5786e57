"""Addresses of one page are one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.read import urls

KEY = "https://ledger.example/news/dam"


@pytest.mark.parametrize(
    "address",
    [
        "https://ledger.example/news/dam",
        "http://ledger.example/news/dam",
        "HTTPS://WWW.Ledger.example/news/dam",
        "https://m.ledger.example/news/dam/",
        "https://amp.ledger.example:443/news/dam",
        "https://www.ledger.example/news/dam/amp",
        "https://www.ledger.example/news/dam/amp/?outputType=amp",
        "https://ledger.example/amp/news/dam",
        "https://ledger.example/news/dam.amp",
        "https://mobile.ledger.example/news/dam?amp=1&ref=home",
        "https://ledger.example./news/dam#comments",
        "https://reader:secret@ledger.example/news/dam",
        "https://ledger.example/news/dam?utm_source=x&fbclid=1&gclid=2",
    ],
)
def test_spellings_of_one_page_are_one_key(address: str) -> None:
    assert urls.canonical(address) == KEY


@pytest.mark.parametrize(
    "address",
    [
        "https://ledger.example/news/Dam",
        "https://ledger.example/news/dam?page=2",
        "https://ledger.example/news/amp/dam",
        "https://ledger.example/news/damp",
        "https://ledger.example:8080/news/dam",
        "https://sport.ledger.example/news/dam",
    ],
)
def test_other_pages_are_other_keys(address: str) -> None:
    assert urls.canonical(address) != KEY


def test_an_amp_page_keeps_its_ending() -> None:
    assert (
        urls.canonical("https://ledger.example/dam.amp.html") == "https://ledger.example/dam.html"
    )


@pytest.mark.parametrize(
    ("source", "scheme"),
    [("demo:x", "demo"), ("git+demo:x", "git+demo"), ("https://x.example", None),
     ("C:\\news", None), ("news/a.txt", None), ("notes: a.txt", None), ("-", None)],
)  # fmt: skip
def test_a_scheme_that_is_not_of_the_web_is_told(source: str, scheme: str | None) -> None:
    assert urls.other_scheme(source) == scheme


def test_a_front_page_keeps_its_slash() -> None:
    assert urls.canonical("https://ledger.example") == "https://ledger.example/"


def test_a_host_of_two_parts_keeps_its_name() -> None:
    assert urls.domain("https://m.example/story") == "m.example"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ledger.example/news",
        "ftp://ledger.example/",
        "javascript:alert(1)",
        "https://",
        "https://[::1",
        "https://ledger.example:port/",
        "https://ledger.example/a b",
    ],
)
def test_what_is_no_web_address_is_none(text: str) -> None:
    assert urls.web_address(text) is None
    assert urls.domain(text) is None
    assert urls.canonical(text) == text


@given(st.text(max_size=60).map("https://ledger.example/".__add__))
def test_a_key_is_its_own_key(address: str) -> None:
    key = urls.canonical(address)
    assert urls.canonical(key) == key
