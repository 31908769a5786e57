"""From a reply to claims: numbers become passages, and what a model makes up becomes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.briefs.evidence import statement_quotes
from summarize.briefs.replies import (
    CLAIMS,
    DIFFERENCES,
    EVENTS,
    LONGEST_NAME,
    PASSAGES,
    SIDES,
    claim_of,
    notes_of,
    plain,
)
from summarize.models.shapes import ArticleReply, Cited, StoryReply
from tests.briefs.conftest import brief, cited, story_reply
from tests.builders import article

TEXT = (
    'The dam burst on Monday night. "Nobody warned us," Hedda Marwick said. '
    "Two towns were flooded before dawn."
)
QUOTES = statement_quotes(article(TEXT))


def notes(**more: object) -> ArticleReply:
    return ArticleReply.model_validate(brief(cited("The dam burst.", 1)) | more)


def test_a_number_becomes_the_passage_that_was_shown_with_it() -> None:
    claim = claim_of(Cited(text="Two towns were flooded.", cites=[3]), QUOTES, "en")

    assert claim is not None
    assert [quote.text for quote in claim.quotes] == ["Two towns were flooded before dawn."]


def test_a_number_that_was_not_shown_is_no_passage() -> None:
    claim = claim_of(Cited(text="It was sabotage.", cites=[0, 4, -1, 99]), QUOTES, "en")

    assert claim is not None
    assert claim.quotes == ()


def test_the_same_number_twice_is_one_passage() -> None:
    claim = claim_of(Cited(text="The dam burst.", cites=[1, 1]), QUOTES, "en")

    assert claim is not None
    assert len(claim.quotes) == 1


def test_marks_that_a_model_writes_into_the_sentence_are_taken_out() -> None:
    assert plain("The dam burst [1] on Monday [2, 3].") == "The dam burst on Monday."


@pytest.mark.parametrize(
    "mark",
    [
        "[1a]",
        "[12b, 3c]",
        "[^1]",
        "[[1a]]",
        "[1[2]]",
        "[1\u200ba]",
        "【3】",
        "【4†source】",
        "[1][2a]",
    ],
)
def test_marks_that_a_model_makes_up_are_taken_out(mark: str) -> None:
    assert plain(f"The dam burst {mark}.").strip("[]. ") == "The dam burst"


@pytest.mark.parametrize(
    "text", ["in the [90s] and [1990s]", "he [Marwick] said", "[a1] x", "f[x]"]
)
def test_other_words_in_brackets_stay(text: str) -> None:
    assert plain(text) == text


@given(st.text(max_size=3_000))
def test_what_a_model_writes_becomes_one_line_of_bounded_length(text: str) -> None:
    line = plain(text)

    assert len(line) <= 1_000
    assert len(line.splitlines()) <= 1
    assert "\x1b" not in line


def test_the_bottom_line_is_the_first_claim() -> None:
    found = notes_of(notes(claims=[cited("Two towns were flooded.", 3)]), QUOTES, "en")

    assert found.bottom_line == found.claims[0]
    assert [claim.rank for claim in found.claims] == [1, 2]


def test_a_fact_that_is_stated_twice_stands_once() -> None:
    found = notes_of(notes(claims=[cited("The Dam burst.", 1)]), QUOTES, "en")

    assert len(found.claims) == 1


def test_a_name_that_no_passage_has_is_left_out() -> None:
    found = notes_of(notes(who=["Hedda Marwick", "Greta Oakes"], where=["Atlantis"]), QUOTES, "en")

    assert (found.who, found.where) == (("Hedda Marwick",), ())


def test_quoted_words_become_the_span_of_the_passage_that_has_them() -> None:
    said = [{"text": "“Nobody warned us,”", "speaker": "Hedda Marwick", "cites": [2]}]

    [quotation] = notes_of(notes(quotations=said), QUOTES, "en").quotations

    assert quotation.text == '"Nobody warned us,"'
    assert TEXT[quotation.quotes[0].start : quotation.quotes[0].end] == quotation.text
    assert quotation.speaker == "Hedda Marwick"


def test_altered_words_of_a_quotation_have_no_passage() -> None:
    said = [{"text": "Nobody ever warned us", "speaker": "Hedda Marwick", "cites": [2]}]

    [quotation] = notes_of(notes(quotations=said), QUOTES, "en").quotations

    assert quotation.quotes == ()


def test_a_difference_needs_two_sides() -> None:
    one_side = {"about": "towns", "sides": [cited("Two towns.", 3)]}
    two_sides = {"about": "towns", "sides": [cited("Two towns.", 3), cited("Three towns.", 1)]}
    reply = StoryReply.model_validate(
        story_reply(cited("The dam burst.", 1), differ=[one_side, two_sides])
    )

    found = notes_of(reply, QUOTES, "en")

    assert [[side.text for side in d.sides] for d in found.differ] == [
        ["Two towns.", "Three towns."]
    ]


def test_what_a_model_that_runs_on_writes_is_left_out() -> None:
    many = [cited(f"Town {n} was flooded.", 3) for n in range(150)]
    reply = story_reply(cited("The dam burst.", 1)) | {
        "claims": many,
        "timeline": [one | {"date": "2026-03-09"} for one in many],
        "differ": [{"about": "the towns" * 100, "sides": many}] * 150,
        "who": ["Hedda Marwick" * 20, "Hedda Marwick"],
    }

    found = notes_of(StoryReply.model_validate(reply), QUOTES, "en")

    assert len(found.claims) == CLAIMS + 1
    assert len(found.events) == EVENTS
    assert len(found.differ) == DIFFERENCES
    assert {len(one.sides) for one in found.differ} == {SIDES}
    assert {len(one.about) for one in found.differ} == {200}
    assert found.who == ("Hedda Marwick",)


def test_a_sentence_is_no_name_and_no_speaker() -> None:
    sentence = f"The dam burst {'and burst again ' * 10}on Monday."
    said = cited("Nobody warned us", 2) | {"speaker": sentence}
    shown = statement_quotes(article(f"{sentence}\n\n{TEXT}"))

    found = notes_of(notes(who=[sentence], where=[sentence], quotations=[said]), shown, "en")

    assert len(sentence) > LONGEST_NAME
    assert (found.who, found.where) == ((), ())
    assert [one.speaker for one in found.quotations] == [None]


def test_of_very_many_passages_the_first_are_kept() -> None:
    shown = statement_quotes(article(" ".join(f"Town {n} was flooded." for n in range(90))))

    claim = claim_of(Cited(text="Towns were flooded.", cites=list(range(91))), shown, "en")

    assert claim is not None
    assert claim.quotes == shown[:PASSAGES]
