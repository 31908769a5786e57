"""Tables: one row, one article."""

import csv
from datetime import date

import pytest

from summarize.read import table
from summarize.read.options import Reading
from tests.read.documents import FIRST, SECOND, articles, reasons


def test_columns_are_known_by_their_names() -> None:
    head = "Title,Body,Source,Date,URL,Author,Lang,DOI,Citekey"
    row = f'Dam breaks,"{FIRST}",Ledger,2026-03-10,https://a.example/1,M. Quill,en,10.5555/x,q26'
    (made,) = articles(f"{head}\n{row}\n".encode(), "news.csv")
    assert (made.title, made.text, made.outlet) == ("Dam breaks", FIRST, "Ledger")
    assert (made.published, made.url) == (date(2026, 3, 10), "https://a.example/1")
    assert (made.author, made.doi, made.citekey) == ("M. Quill", "10.5555/x", "q26")
    assert made.path == "news.csv:2"


@pytest.mark.parametrize(("name", "sign"), [("a.csv", ";"), ("a.csv", "\t"), ("a.tsv", "\t")])
def test_the_sign_between_cells_is_found(name: str, sign: str) -> None:
    data = f"title{sign}text\nDam{sign}{FIRST}\n\nSchool{sign}{SECOND}\n".encode()
    assert [made.title for made in articles(data, name)] == ["Dam", "School"]


def test_settings_say_which_column_holds_what() -> None:
    reading = Reading(columns={"title": "Kopf", "text": "Volltext"})
    (made,) = articles(f"Kopf,volltext,text\nDamm,{FIRST!r},x\n".encode(), "a.csv", reading)
    assert made.title == "Damm"


def test_a_column_of_the_settings_that_is_not_there_is_named() -> None:
    reading = Reading(columns={"text": "Volltext"})
    assert reasons(b"a,text\nx,y\n", "a.csv", reading) == [
        "no column 'Volltext', which [columns] names"
    ]


def test_html_in_a_cell_is_read_as_such() -> None:
    data = f'title,content\nDam,"<p>{FIRST}</p><p hidden>secret order</p>"\n'.encode()
    (made,) = articles(data, "a.csv")
    assert made.text == FIRST
    assert sum(made.removed.values()) == 1


def test_a_row_without_text_is_named_and_the_rest_goes_on() -> None:
    data = f"title,text\nDam,\nSchool,{SECOND!r}\nshort row\n".encode()
    assert reasons(data, "a.csv") == ["no text found", "no text found"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"a,b\n1,2\n", "no column of text; say which is in [columns]"),
        (b"\n\n , \n", "no column of text; say which is in [columns]"),
        (b"title,text\n", "no rows"),
        (b"\x89PNG\0\0" * 9, "not a table"),
        (b'text\n"' + b"x" * 3_000_001, "not a table: field larger than field limit (3000000)"),
    ],
)
def test_what_is_no_table_is_one_line(data: bytes, why: str) -> None:
    assert reasons(data, "a.csv") == [why]


def test_a_table_too_large_to_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "LARGEST", 10)
    assert reasons(b"title,text\nx,y\n", "a.csv") == ["larger than 100 MB"]


def test_a_long_cell_is_read_and_the_limit_is_left_as_it_was() -> None:
    before = csv.field_size_limit()
    (made,) = articles(f'text\n"{(FIRST + " ") * 2_000}"\n'.encode(), "a.csv")
    assert len(made.text) > before
    assert csv.field_size_limit() == before
