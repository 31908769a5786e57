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
        ("a\u3164\uffa0b", "ab"),
        ("\u2764\ufe0f", "\u2764\ufe0f"),
        ("\u2764\ufe0f\ufe01\ufe02", "\u2764\ufe0f"),
        ("\u2764\ufe0f\u200d\ufe0f", "\u2764\ufe0f"),
    ],
)
def test_a_character_is_cleaned(dirty: str, expected: str) -> None:
    assert clean.line(dirty) == expected


def test_a_joiner_stays_where_it_is_spelling() -> None:
    assert clean.line("می\u200cشود") == "می\u200cشود"


def test_a_joiner_goes_where_it_only_hides() -> None:
    assert clean.line("pass\u200dword") == "password"


@pytest.mark.parametrize(
    ("dirty", "kinds"),
    [
        ("plain", {}),
        ("a\u200b\u2060b\u200bc", {"zero-width": 2}),
        ("a\u202eb\u2066c", {"bidi": 2}),
        ("a\U000e0041\U000e0042b", {"tag characters": 1}),
        ("a\x07b", {"control": 1}),
        ("soft\u00adly", {"soft hyphen": 1}),
        ("pass\u200dword", {"zero-width": 1}),
        ("\u2764\ufe01\ufe02 \u2764\ufe0f\ufe0e", {"variation selectors": 2}),
        ("می\u200cشود\r\nx\ty", {}),
    ],
)
def test_runs_of_what_is_taken_out_are_counted(dirty: str, kinds: dict[str, int]) -> None:
    assert clean.unseen(dirty) == kinds


@given(st.text())
def test_what_is_clean_holds_nothing_unseen(text: str) -> None:
    assert clean.unseen(clean.characters(text)) == {}


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
