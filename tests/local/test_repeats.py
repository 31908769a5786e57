from __future__ import annotations

from summarize.local.repeats import repeats

SAID = {"dam", "burst", "town", "flood"}


def test_most_of_the_same_words_are_a_repetition() -> None:
    assert repeats(SAID, [{"bank", "rate"}, {"dam", "burst", "town", "monday", "night"}])


def test_few_of_the_same_words_are_none() -> None:
    assert not repeats(SAID, [{"dam", "insurer", "bill", "year"}])


def test_nothing_repeats_nothing() -> None:
    assert not repeats(set(), [set(), SAID])
