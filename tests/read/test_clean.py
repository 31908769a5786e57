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


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cشود",
        "نمی\u200cخواهم کشور\u200cهای خانه\u200cای",
        "क\u094d\u200dष क\u094d\u200cष",  # half letters, and none
        "র\u200d\u09cdয",
        "න\u0dca\u200dද",
        "ه\u200d. ش",  # the letter as it stands inside of a word
    ],
)
def test_a_joiner_stays_where_it_is_spelling(text: str) -> None:
    assert clean.line(text) == text
    assert clean.unseen(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "pass\u200dword",
        "a\u094d\u200d\u200c\u200dक",
        "ب\u200dب",
        "ک\u200cت\u200cا\u200cب",
        "می\u200c شود",
        "کت\u200cاب\u200cخا\u200cنه\u200cها",
    ],
)
def test_joiners_go_where_they_only_hide(text: str) -> None:
    assert len(clean.line(text)) < len(text)
    assert clean.unseen(text)["zero-width"] >= 1


def test_a_code_that_shows_nothing_goes_wherever_it_stands() -> None:
    for code in "\u034f\u115f\u180b\u180f\u2065\ufe00\ufe0e\ufe0f\ufff0\ufff8\U0001bca0\U000e01ef":
        for before, after in (("a", "b"), ("ا", "ب"), ("1", "2")):
            assert clean.line(f"{before}{code}{after}") == f"{before}{after}"
            assert sum(clean.unseen(f"{before}{code}{after}").values()) == 1


@pytest.mark.parametrize("text", ["\u06001", "1\ufe0f\u20e3", "\u00a9\ufe0e", "\U000110bd1"])
def test_signs_that_are_seen_stay(text: str) -> None:
    assert clean.line(text) == text


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
