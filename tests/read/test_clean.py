"""Characters that hide or reorder text go; everything else stays what it was."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.read import clean


@pytest.mark.parametrize(
    ("dirty", "expected"),
    [
        ("a\u00a0b", "a b"),
        ("a \t  b", "a b"),
        ("a\u200bb", "ab"),
        ("a\u202eb\u2066c", "abc"),
        ("a\U000e0041b", "ab"),
        ("a\x00\x07b", "ab"),
        ("soft\u00adly", "softly"),
        ("e\u0301", "é"),
        ("e\u200b\u0301", "é"),
        ("\ud800x", "\ufffdx"),
        ("a\ufeffb", "ab"),
    ],
)
def test_a_character_is_cleaned(dirty: str, expected: str) -> None:
    assert clean.line(dirty) == expected


def test_a_joiner_stays_where_it_is_spelling() -> None:
    assert clean.line("می\u200cشود") == "می\u200cشود"


def test_a_joiner_goes_where_it_only_hides() -> None:
    assert clean.line("pass\u200dword") == "password"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", "\f"])
def test_every_line_end_becomes_a_line_feed(end: str) -> None:
    assert clean.characters(f"one{end}two") == "one\ntwo"


def test_a_paragraph_separator_becomes_a_blank_line() -> None:
    assert clean.characters("one\u2029two") == "one\n\ntwo"


@given(st.text())
def test_clean_text_is_clean(text: str) -> None:
    once = clean.characters(text)
    assert clean.characters(once) == once


@given(st.text())
def test_clean_text_is_normalized_and_encodable(text: str) -> None:
    cleaned = clean.line(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode().decode() == cleaned
    assert "\n" not in cleaned
