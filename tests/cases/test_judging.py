"""What a case asserts of a brief."""

from __future__ import annotations

import pytest

from summarize.cases.judging import filled_fields
from tests.cases.conftest import CANNOT, GOOD, Play, Say, cited, reply

SECOND = "The governor said that rescuers brought 340 people to safety."


async def failed(play: Play, asserts: str, *lines: Say, **keys: str) -> list[str]:
    """What does not hold, as a person is told it."""
    result = await play(asserts, *lines, **keys)
    assert result.error is None
    return [f"{one.name}: {one.what}" for one in result.failures]


def answers(said: Say) -> Say:
    return {"template": "article", "reply": said}


@pytest.mark.parametrize(
    "asserts",
    [
        "supported_share = 1",
        'must_mention = ["karrow  dam", "340 people"]',
        'must_not_mention = ["engineers"]',
        "max_words = 24",
        "min_words = 24",
        'language = "en"',
        "valid_schema = true",
        r"regex = ['(?m)^The Karrow Dam', '\d{3} people']",
        "citations_at_least = 3",
        "withheld_at_most = 0",
    ],
)
async def test_what_holds_passes(play: Play, asserts: str) -> None:
    assert await failed(play, asserts) == []


@pytest.mark.parametrize(
    ("asserts", "said"),
    [
        ('must_mention = ["frog", "dam"]', "must_mention: “frog” is not in it"),
        ('must_not_mention = ["340 People"]', f"must_not_mention: “340 People” is in “{SECOND}”"),
        ("max_words = 23", "max_words: “Karrow Dam fails” has 24; at most 23"),
        ("max_words = 0", "max_words: “Karrow Dam fails” has 24; at most 0"),
        ("min_words = 25", "min_words: “Karrow Dam fails” has 24; at least 25"),
        ('language = "fr"', "language: “Karrow Dam fails” is in “en”, not “fr”"),
        (r"regex = ['^\d']", r"regex: ^\d is not in it"),
        ('fields = ["impact"]', "fields: “impact” is empty everywhere"),
        ("citations_at_least = 4", "citations_at_least: 3; at least 4"),
    ],
)
async def test_what_does_not_hold_is_told_with_what_was_found(
    play: Play, asserts: str, said: str
) -> None:
    assert await failed(play, asserts) == [said]


async def test_a_claim_that_fails_the_check_lowers_the_share_and_is_withheld(play: Play) -> None:
    wrong = reply(
        GOOD["bottom_line"], GOOD["claims"][0], cited("Rescuers brought 999 people to safety.", 2)
    )

    found = await failed(
        play, "supported_share = 0.9\nwithheld_at_most = 0", answers(wrong), CANNOT
    )

    assert found == [
        "supported_share: 2 of 3 claims, 0.67; at least 0.9",
        "withheld_at_most: 1, as “Rescuers brought 999 people to safety.”; at most 0",
    ]


async def test_a_brief_without_a_claim_has_no_supported_share(play: Play) -> None:
    error = {"template": "article", "error": "Declined"}

    found = await failed(play, "supported_share = 0", error)
    more = await failed(play, "supported_share = 0.1", error)

    assert more == [*found, "supported_share: 0 of 0 claims, 0.00; at least 0.1"]


async def test_a_reply_of_a_wrong_shape_fails_a_valid_schema(play: Play) -> None:
    wrong: Say = {"template": "article", "reply": {"claims": 3}, "times": 4}

    found = await failed(play, "valid_schema = true", wrong, answers(GOOD))

    assert found == [
        "valid_schema: not the object that was asked for: the first reply to 1 of the requests"
    ]
    assert await failed(play, "valid_schema = false", wrong, answers(GOOD)) == []


async def test_what_the_model_does_not_write_fails_every_case(play: Play) -> None:
    (found,) = await failed(play, "max_words = 9", {"template": "story", "reply": ""})

    assert found.startswith("answers: not written by the model: ")
    assert "has no reply to template article" in found
    assert found.endswith(": the brief of article “Karrow Dam fails” left out")


async def test_what_is_not_written_for_one_cause_is_told_together(play: Play) -> None:
    wrong = reply(GOOD["bottom_line"], cited("Rescuers brought 999 people to safety.", 2))

    (found,) = await failed(play, "max_words = 9", answers(wrong), kind='"brief"')

    assert found.startswith("answers: not written by the model: ")
    assert found.endswith(": the overview left out; 1 claim that failed its check was not repaired")


def test_a_field_is_filled_where_any_part_of_the_report_has_a_value_for_it() -> None:
    report = {
        "extra": {"tone": "calm"},
        "stories": [{"extra": {"impact": [], "risk": 0}}],
        "briefs": [{"extra": {"impact": None, "who_pays": [{"text": "All."}]}}],
    }

    assert filled_fields(report) == {"tone", "risk", "who_pays"}


async def test_quotations_may_be_in_any_language(play: Play) -> None:
    said = {"text": "rescuers brought 340 people", "speaker": "", "cites": [2]}

    assert await failed(play, 'language = "en"', answers({**GOOD, "quotations": [said]})) == []


async def test_an_overview_and_what_is_announced_count_as_written(play: Play) -> None:
    later = cited("Engineers will check the bridge on March 20.", 2)
    overview = {"bottom_line": [cited("A dam failed.", 1)], "highlights": [], "gaps": [later]}
    lines = [answers(reply(GOOD["bottom_line"])), {"template": "overview", "reply": overview}]
    asserts = 'must_mention = ["A dam failed", "March 20"]'

    assert await failed(play, asserts, *lines, CANNOT, kind='"brief"') == []


async def test_a_regular_expression_that_takes_too_long_fails(play: Play) -> None:

    (found,) = await failed(play, r"regex = ['(.+)(.+)(.+)(.+)(.+)\5\4\3\2\1[^\s\S]']")

    assert found.endswith(" takes more than 1 s")
