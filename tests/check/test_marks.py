from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.check.marks import Marked, Marking, any_of, closest, marked, may_mark

DENIALS = Marking(
    plain=any_of("not no_longer"),
    implied=any_of("refus+"),
    idle=any_of("not_only"),
    borders=any_of("but"),
)


def read(text: str) -> Marked:
    return marked(text, "en", DENIALS)


def test_a_mark_bears_on_the_words_after_it() -> None:
    (mark,) = read("The council did not approve the harbour bridge.").marks

    assert mark.plain
    assert mark.heads == ("approv", "harbour")
    assert mark.near == {"council", "approv", "harbour", "bridg"}


def test_a_mark_at_the_end_of_its_clause_bears_on_the_words_before_it() -> None:
    (mark,) = read("The bridge closed not; boats sail.").marks

    assert mark.heads == ("bridg", "close")


def test_an_implied_mark_has_content_itself() -> None:
    (mark,) = read("Mayor Vale refused treaties.").marks

    assert not mark.plain
    assert mark.heads == ("treati",)
    assert "refus" in mark.near


def test_a_mark_of_several_words_is_one_and_ends_at_a_border() -> None:
    (mark,) = read("Boats no longer sail but trains run.").marks

    assert mark.heads == ("sail",)
    assert mark.near == {"boat", "sail"}


def test_an_idle_word_is_no_mark() -> None:
    assert read("Boats sail, not only trains.").marks == ()


def test_words_that_a_mark_bears_on_are_not_stated() -> None:
    side = read("The council did not approve the harbour bridge: engineers left.")

    assert side.stated.keys() == {"council", "bridg", "engin", "leav"}


def test_how_close_a_statement_comes_is_counted_in_shared_words() -> None:
    (mark,) = read("The council did not approve the harbour bridge.").marks
    flat = read("On Monday the council approved the harbour bridge.")

    assert closest(mark, mark.heads, [flat]) == 4
    assert closest(mark, mark.heads, [read("Boats sail.")]) == 0


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("The dam did not hold.", True),
        ("The dam no longer held.", True),
        ("The dam had no gate.", False),
        ("The dam refused to hold.", False),
        ("A knot held the dam.", False),
        ("", False),
    ],
)
def test_a_sentence_is_known_to_have_no_plain_mark_before_it_is_read(text: str, may: bool) -> None:
    assert may_mark(text, "en", DENIALS) is may


@given(st.text(alphabet="noletgr .’-(;"))
def test_a_sentence_with_a_plain_mark_may_have_one(text: str) -> None:
    if read(text).plain:
        assert may_mark(text, "en", DENIALS)
