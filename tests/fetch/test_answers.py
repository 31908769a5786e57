from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yarl import URL

from summarize.fetch.answers import failed, host_of, kept_of, target
from summarize.fetch.connect import Answer

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


def answer(status: int = 200, **headers: str) -> Answer:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, told, "text/html", None, {})


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://a.example/", "a.example"),
        ("https://a.example:443/", "a.example"),
        ("http://a.example:8080/", "a.example:8080"),
        ("http://[2606:4700::1]/", "2606:4700::1"),
    ],
)
def test_ports_other_than_the_usual_are_servers_of_their_own(url: str, host: str) -> None:
    assert host_of(URL(url)) == host


@pytest.mark.parametrize(
    ("location", "where"),
    [
        ("/b", "http://a.example/b"),
        ("c d", "http://a.example/x/c%20d"),
        ("//b.example/", "http://b.example/"),
        ("https://b.example/ä", "https://b.example/%C3%A4"),
        ("", None),
    ],
)
def test_a_redirect_is_read_from_where_it_stands(location: str, where: str | None) -> None:
    assert target(URL("http://a.example/x/y"), answer(302, location=location)) == where


@given(location=st.text(st.characters()))
def test_any_redirect_is_an_address_or_none(location: str) -> None:
    assert target(URL("http://a.example/"), answer(301, location=location)) != "/"


def test_only_a_redirect_sends_on() -> None:
    assert target(URL("http://a.example/"), answer(201, location="/b")) is None


@pytest.mark.parametrize("etag", ['"é"', "a" * 501, "a\udce9", '"\x01"'])
def test_an_etag_that_cannot_be_sent_again_is_not_kept(etag: str) -> None:
    assert kept_of(answer(etag=etag), NOW).etag is None


@pytest.mark.parametrize(("status", "retryable"), [(429, True), (503, True), (404, False)])
def test_a_status_is_an_error_that_says_whether_to_try_again(status: int, retryable: bool) -> None:
    error = failed(status, "http://a.example/")

    assert (error.status, error.retryable) == (status, retryable)
