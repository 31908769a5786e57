"""Which sentences a claim is compared with."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from summarize.check.passages import passage
from summarize.check.sides import Side
from tests.builders import TUESDAY, article

TEXT = " ".join(f"Sentence number {n} of the text stands here." for n in range(1, 8))
STORY = article(TEXT)
SAID = STORY.wording


def sides(*wanted: int) -> tuple[Side, ...]:
    return tuple(Side(SAID[n], "en", TUESDAY) for n in wanted)


def cited(n: int) -> tuple[Side, ...]:
    found = STORY.statements[n]
    return passage([STORY.quote(found.start, found.end)], {STORY.id: STORY})


def test_the_sentence_and_one_around_it() -> None:
    assert cited(3) == sides(2, 3, 4)


def test_the_first_has_none_before_it() -> None:
    assert cited(0) == sides(0, 1)


def test_the_last_has_none_after_it() -> None:
    assert cited(6) == sides(5, 6)


def test_a_part_of_a_sentence_counts_for_all_of_it() -> None:
    start = TEXT.index("number 4")

    assert passage([STORY.quote(start, start + 8)], {STORY.id: STORY}) == sides(2, 3, 4)


def test_sentences_that_two_quotes_share_are_there_once() -> None:
    one, two = (STORY.statements[n] for n in (3, 4))
    quotes = [STORY.quote(s.start, s.end) for s in (one, two)]

    assert passage(quotes, {STORY.id: STORY}) == sides(2, 3, 4, 5)


def test_of_an_article_that_is_not_there_the_quote_is_all_there_is() -> None:
    quote = STORY.quote(0, 20)

    assert passage([quote], {}) == (Side(quote.text, "und"),)


def test_of_a_text_that_was_not_kept_the_language_and_the_day_are_known() -> None:
    quote = STORY.quote(0, 20)
    bare = replace(STORY, text="", kept_id=STORY.id)

    assert passage([quote], {STORY.id: bare}) == (Side(quote.text, "en", TUESDAY),)


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 200))
def test_all_of_a_quote_is_in_its_passage(start: int, length: int) -> None:
    words = TEXT[start : start + length].strip()
    if not words:
        return
    quote = STORY.quote(start, start + length)

    joined = " ".join(side.text for side in passage([quote], {STORY.id: STORY}))

    assert quote.text in joined
