"""JSON records: every shape of value, every way to be broken."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.read import records

TEXT = "The dam above Orlen broke on Tuesday and two bridges fell."


def line(**values: object) -> bytes:
    return json.dumps(values).encode()


def one(data: bytes) -> records.Record:
    (record,) = records.from_lines([data])
    return record


def fields(**values: object) -> dict[str, str]:
    found = one(line(text=TEXT, **values)).found
    assert found is not None
    return {name: field.value for name, field in found.fields.items()}


def test_all_fields_are_read() -> None:
    assert fields(
        title="Dam breaks", date="2026-03-10", outlet="Valley Ledger", url="https://l.example/1",
        author="Anna Kell", language="en", via="Newswire",
    ) == {
        "title": "Dam breaks", "published": "2026-03-10", "outlet": "Valley Ledger",
        "url": "https://l.example/1", "author": "Anna Kell", "language": "en", "via": "Newswire",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "field", "read"),
    [
        ("source", {"name": "Valley Ledger", "id": 4}, "outlet", "Valley Ledger"),
        ("source", {"id": 4}, "outlet", None),
        ("authors", ["Anna Kell", {"name": "Tom Vree"}], "author", "Anna Kell, Tom Vree"),
        ("authors", [["x"], 0, None], "author", None),
        ("publishedAt", 1773131400, "published", "1773131400"),
        ("link", "https://l.example/2", "url", "https://l.example/2"),
        ("lang", "fr", "language", "fr"),
        ("title", True, "title", None),
        ("title", None, "title", None),
        ("title", "  ", "title", None),
        ("published_at", {}, "published", None),
    ],
)  # fmt: skip
def test_a_value_of_any_type_is_read_or_left_out(
    name: str, value: object, field: str, read: str | None
) -> None:
    assert fields(**{name: value}).get(field) == read


@pytest.mark.parametrize("name", ["text", "content", "body", "articleBody"])
def test_the_text_has_several_names(name: str) -> None:
    found = one(line(**{name: TEXT})).found
    assert found is not None
    assert found.blocks[0].text == TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"text": ', "bad JSON"),
        (b"[1, 2]", "not a JSON object"),
        (b'"text"', "not a JSON object"),
        (b'{"title": "Dam"}', "no text found"),
        (b'{"text": 12}', "no text found"),
        (b"[" * 200_000, "bad JSON"),
        (b'{"text": ' + b"9" * 5_000 + b"}", "bad JSON"),
        (b"\xff\xfe\x00\xd8", "not decodable"),
        (b" " * (records.LONGEST_LINE) + b"{}", "larger than 20 MB"),
    ],
)
def test_a_bad_line_has_its_reason(data: bytes, reason: str) -> None:
    assert one(data).reason == reason
    assert one(data).found is None


def test_blank_lines_are_counted_and_passed_over() -> None:
    made = list(records.from_lines([b"\xef\xbb\xbf\n", b"\n", line(text=TEXT), b"  \n", b"x"]))
    assert [(record.number, record.reason) for record in made] == [(3, ""), (5, "bad JSON")]


def test_a_byte_order_mark_before_the_first_object_is_no_matter() -> None:
    assert one(b"\xef\xbb\xbf" + line(text=TEXT)).found is not None


def test_a_document_holds_one_object_or_a_list() -> None:
    item = {"text": TEXT}
    assert len(list(records.from_document(json.dumps(item)))) == 1
    assert [record.number for record in records.from_document(json.dumps([item, item, 3]))] == [
        1,
        2,
        3,
    ]
    assert next(records.from_document("{")).reason == "bad JSON"


@pytest.mark.parametrize(
    ("data", "is_object"),
    [(b'{"a": 1}', True), (b' {"a": 1}\n', True), (b"{", False), (b"[1]", False), (b"a {", False),
     (b"", False), (b"{\x81\x8d\x8f\x90\x9d", False)],
)  # fmt: skip
def test_an_object_on_the_first_line_is_seen(data: bytes, is_object: bool) -> None:
    assert records.starts_object(data) is is_object


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
names = st.sampled_from(["title", "text", "date", "source", "url", "authors", "lang", "via", "x"])


@given(st.dictionaries(names, json_values))
def test_no_value_raises(value: dict[str, object]) -> None:
    record = one(json.dumps(value).encode())
    assert (record.found is None) == bool(record.reason)
