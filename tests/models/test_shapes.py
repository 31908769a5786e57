"""Replies in prose: sentences with their marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.models.request import Shape
from summarize.models.shapes import (
    ArticleReply,
    JudgeReply,
    OverviewReply,
    PairReply,
    RepairReply,
    StoryReply,
    cited_sentences,
)


@pytest.mark.parametrize(
    ("prose", "text", "cites"),
    [
        ("The dam burst [1].", "The dam burst.", [1]),
        ("The dam burst. [1]", "The dam burst.", [1]),
        ("The dam burst [1][2].", "The dam burst.", [1, 2]),
        ("The dam burst [1, 2]", "The dam burst", [1, 2]),
        ("- The dam burst. [3]", "The dam burst.", [3]),
        ("2) The dam burst. [3]", "The dam burst.", [3]),
        ("**The dam burst.** [3]", "The dam burst.", [3]),
        ("大坝决堤 [1]。", "大坝决堤。", [1]),
    ],
)
def test_a_sentence_comes_without_its_marks_and_bullets(
    prose: str, text: str, cites: list[int]
) -> None:
    [found] = cited_sentences(prose)

    assert found["text"].rstrip(".") == text.rstrip(".")
    assert found["cites"] == cites


def test_each_mark_ends_a_sentence() -> None:
    found = cited_sentences("The dam burst. [1] Two towns were flooded. [2]\nTrains stop. [3]")

    assert [(one["text"], one["cites"]) for one in found] == [
        ("The dam burst.", [1]),
        ("Two towns were flooded.", [2]),
        ("Trains stop.", [3]),
    ]


def test_a_line_without_marks_and_marks_without_words_are_no_sentences() -> None:
    assert cited_sentences("Here is the brief:\n\n- [1]\n") == []


def test_the_first_cited_sentence_leads_a_brief() -> None:
    made = ArticleReply.of_prose("The dam burst. [1]\nTwo towns were flooded. [2]")

    assert made is not None
    reply = ArticleReply.model_validate(made)
    assert reply.bottom_line.text == "The dam burst."
    assert [claim.text for claim in reply.claims] == ["Two towns were flooded."]


def test_a_story_in_prose_has_no_days_and_no_differences() -> None:
    made = StoryReply.of_prose("The dam burst. [1]")

    assert made is not None
    reply = StoryReply.model_validate(made)
    assert (reply.headline, reply.timeline, reply.differ) == (1, [], [])


def test_an_overview_in_prose_is_its_first_three_sentences() -> None:
    made = OverviewReply.of_prose("\n".join(f"Dam {n} burst. [{n}]" for n in range(1, 6)))

    assert made is not None
    reply = OverviewReply.model_validate(made)
    assert [one.cites for one in reply.bottom_line] == [[1], [2], [3]]


def test_a_repaired_sentence_in_prose_is_the_first() -> None:
    made = RepairReply.of_prose("The dam held. [2] It burst later. [3]")

    assert made == {"text": "The dam held.", "cites": [2]}


@pytest.mark.parametrize("shape", [ArticleReply, StoryReply, OverviewReply, RepairReply])
def test_prose_that_cites_nothing_is_no_reply(shape: type[Shape]) -> None:
    assert not shape.of_prose("I cannot help with that.")


@given(st.text(alphabet="ab .[]123,;\n-*#。", max_size=200))
def test_any_prose_gives_sentences_of_words_and_numbers_that_stand_in_it(prose: str) -> None:
    for found in cited_sentences(prose):
        assert any(character.isalnum() for character in found["text"])
        assert found["cites"]
        assert all(str(number) in prose for number in found["cites"])


def test_judgements_in_prose_are_lines_with_a_number_and_a_verdict() -> None:
    prose = (
        "Here they are:\n1. supported\n**Claim 2**: not supported - it says 12. [3]\n"
        "Claim 3 is unchecked.\n4) UNSUPPORTED: no name\nNumber 5 is supported."
    )

    found = JudgeReply.of_prose(prose)

    assert found is not None
    assert [(one["claim"], one["verdict"]) for one in found["verdicts"]] == [
        (1, "supported"),
        (2, "unsupported"),
        (3, "unchecked"),
        (4, "unsupported"),
    ]
    assert found["verdicts"][3]["why"] == "no name"
    assert JudgeReply.model_validate(found).verdicts[0].claim == 1


def test_prose_that_judges_nothing_is_no_reply() -> None:
    assert JudgeReply.of_prose("All of them are fine.") is None


@pytest.mark.parametrize(
    ("prose", "said"),
    [
        ("Yes, both tell of the dam.", "yes"),
        ("**No.** One is a fire, one a flood.", "no"),
        ("Both tell of the dam. So: YES", "yes"),
    ],
)
def test_a_pair_is_answered_by_the_first_or_the_last_word(prose: str, said: str) -> None:
    made = PairReply.of_prose(prose)

    assert made is not None
    assert PairReply.model_validate(made).same_event == said


@pytest.mark.parametrize("prose", ["", "Both tell of it, yes indeed.", "No, or rather yes."])
def test_a_pair_without_one_clear_word_has_no_answer(prose: str) -> None:
    assert PairReply.of_prose(prose) is None
