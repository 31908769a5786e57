"""Web archives."""

import builtins
import gzip
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from summarize.read import warc
from summarize.read.draft import Draft
from tests.read.documents import BODY, articles, drafts, reasons

PAGE = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
HTML = f"<html><head><title>Dam breaks</title></head><body><article>{PAGE}</article></body></html>"


def archive(
    *bodies: bytes,
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    type_: str = "response",
    packed: bool = False,
) -> bytes:
    records = b""
    for number, body in enumerate(bodies, 1):
        answer = f"HTTP/1.0 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: {type_}\r\nWARC-Date: 2026-03-10T08:30:00Z\r\n"
            f"WARC-Target-URI: https://ledger.example/{number}\r\n"
            f"Content-Type: application/http; msgtype={type_}\r\nContent-Length: {len(answer)}\r\n"
        )
        record = f"{head}\r\n".encode() + answer + b"\r\n\r\n"
        records += gzip.compress(record) if packed else record
    return records


@pytest.mark.parametrize(("name", "packed"), [("a.warc", False), ("a.warc.gz", True)])
def test_each_page_is_an_article(name: str, packed: bool) -> None:
    first, second = articles(archive(HTML.encode(), HTML.encode(), packed=packed), name)
    assert (first.text, first.url) == (BODY, "https://ledger.example/1")
    assert first.retrieved == datetime(2026, 3, 10, 8, 30, tzinfo=UTC)
    assert second.key == "https://ledger.example/2"


def test_the_page_s_own_address_wins() -> None:
    own = HTML.replace("<head>", '<head><link rel="canonical" href="https://ledger.example/dam">')
    assert articles(archive(own.encode()), "a.warc")[0].url == "https://ledger.example/dam"


def test_the_charset_of_the_answer_is_used() -> None:
    data = archive(HTML.replace("Dam", "Damé").encode("cp1252"), kind="text/html; charset=cp1252")
    assert articles(data, "a.warc")[0].title == "Damé breaks"


@pytest.mark.parametrize(
    "other",
    [{"kind": "image/png"}, {"status": "404 Not Found"}, {"type_": "request"}, {"kind": ""}],
)
def test_what_is_no_page_is_passed_over(other: Mapping[str, Any]) -> None:
    assert reasons(archive(HTML.encode(), **other), "a.warc") == ["an archive without pages"]


def test_a_broken_archive_gives_what_stands_before() -> None:
    data = archive(HTML.encode(), HTML.encode(), packed=True)
    found = drafts(data[:-200] + b"\0" * 150, "a.warc.gz")
    assert isinstance(found[0], Draft)


@pytest.mark.parametrize("data", [b"no archive at all", b"WARC/1.0\r\nbroken", b"\x1f\x8b broken"])
def test_what_is_no_archive_is_one_line(data: bytes) -> None:
    assert len(reasons(data, "a.warc")) == 1


def test_a_page_too_large_or_not_text_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    odd = b" ".join(bytes([n, 255 - n % 64, n]) for n in range(128, 256))
    assert reasons(archive(odd), "a.warc") == ["not decodable"]
    monkeypatch.setattr(warc, "LARGEST_PAGE", 10)
    assert reasons(archive(HTML.encode()), "a.warc") == ["larger than 20 MB"]


def test_a_record_without_a_date_was_retrieved_now() -> None:
    data = archive(HTML.encode()).replace(b"WARC-Date: 2026-03-10T08:30:00Z", b"WARC-Date: soon")
    assert articles(data, "a.warc")[0].retrieved.year == 2026


def test_without_the_extra_the_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Sequence[object]) -> object:
        if name.startswith("warcio"):
            raise ImportError(name)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    assert reasons(b"WARC/1.0", "a.warc") == [
        "web archives need warcio: pip install 'summarize-news[warc]'"
    ]


def test_an_archive_without_a_suffix_is_known_by_its_first_line() -> None:
    assert articles(archive(HTML.encode()), "archive")[0].text == BODY
