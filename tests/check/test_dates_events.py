from __future__ import annotations

from datetime import date

import pytest

from summarize.check.dates import look
from summarize.check.dates_events import rival
from summarize.check.sides import Side
from summarize.text.named_dates import named_dates

WEDNESDAY = date(2026, 5, 6)
DAYS = [None, WEDNESDAY]


def found(
    claim: str, passage: list[str], day: date | None, language: str = "en"
) -> list[tuple[str, str]]:
    answer = look(Side(claim, language, day), [Side(text, language, day) for text in passage])
    return [(finding.text, finding.why) for finding in answer.findings]


MOVED = [
    ("The dam broke on Tuesday.", ["The dam broke on Monday.", "The mayor quit on Tuesday."]),
    ("The dam broke on Tuesday.", ["The dam broke on Monday; on Tuesday the mayor quit."]),
    ("The dam broke on Tuesday.", ["The dam broke on Monday, officials said on Tuesday."]),
    (
        "The dam broke on Tuesday, officials said.",
        ["The dam broke on Monday, officials said.", "The mayor spoke on Tuesday."],
    ),
    ("Reyes said on Friday it was safe.", ["Reyes said on Monday it was.", "Rain fell Friday."]),
    ("The dam broke on 5 May.", ["The dam broke on 4 May.", "The mayor quit on 5 May."]),
    ("The dam opened in May 1990.", ["The dam opened in March 1990.", "It rained in May 1990."]),
    ("The dam opened in 1990.", ["The dam opened in 1981.", "The mayor was born in 1990."]),
]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(("claim", "passage"), MOVED)
def test_the_date_of_another_event_is_found(
    claim: str, passage: list[str], day: date | None
) -> None:
    (finding,) = found(claim, passage, day)
    assert finding[1].startswith("the passage says “")
    assert finding[1].endswith("” here")


def test_the_finding_names_the_date_that_stands_there() -> None:
    passage = ["The dam broke on Monday.", "The mayor quit on Tuesday."]
    expected = [("Tuesday", "the passage says “Monday” here")]
    assert found("The dam broke on Tuesday.", passage, None) == expected


KEPT = [
    # from a neighbour
    (
        "The dam broke on Monday.",
        ["The dam broke, officials said on Tuesday.", "Water came on Monday."],
    ),
    (
        "The dam broke on Monday.",
        ["Officials said on Tuesday that the dam broke.", "Water came on Monday."],
    ),
    (
        "The dam broke on Monday.",
        ["On Tuesday officials said the dam broke.", "Water came on Monday."],
    ),
    ("Talks resumed on Friday.", ["Talks broke off on Tuesday.", "They resumed on Friday."]),
    (
        "Reyes visited the site on Friday.",
        [
            "Reyes visited the site of the dam that broke on Monday.",
            "Her visit on Friday was long.",
        ],
    ),
    # of two events of one sentence
    ("The strike began on Monday.", ["The strike, which ended on Friday, hit ports.", "Monday."]),
    ("The vote is on Friday.", ["They debated the vote on Thursday and will vote on Friday."]),
    (
        "Reyes quit on Tuesday over the dam that broke on Monday.",
        ["The dam broke on Monday, and Reyes quit on Tuesday."],
    ),
    # of two sentences
    ("The dam broke on Monday; Reyes quit on Friday.", ["The dam broke on Monday.", "Friday."]),
    ("The strike ran from Monday to Friday.", ["The strike began on Monday.", "It ended Friday."]),
    # datelines and other days
    (
        "The dam broke on Monday.",
        ["BRASK, May 5 (Newswire) - The dam broke.", "It broke on Monday."],
    ),
    (
        "The crest came on Monday.",
        ["The crest came on the day before the Tuesday crest.", "It came on Monday."],
    ),
    ("The festival runs 4-6 May.", ["The festival opens 3 May.", "It runs 4-6 May."]),
    ("It fell last week.", ["It fell last month.", "It rained last week."]),
]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(("claim", "passage"), KEPT)
def test_the_date_of_the_same_event_is_none(
    claim: str, passage: list[str], day: date | None
) -> None:
    assert found(claim, passage, day) == []


def test_days_without_that_of_publication_are_compared_by_what_they_name() -> None:
    claim, passage = "The dam broke on 5 May.", ["The dam broke on Monday.", "It is 5 May."]
    assert found(claim, passage, None) == []
    assert found(claim, passage, WEDNESDAY) == [("5 May", "the passage says “Monday” here")]


def test_yesterday_is_a_day_where_that_of_publication_is_known() -> None:
    claim, passage = "The dam broke on Monday.", ["The dam broke yesterday.", "Rain fell Monday."]
    assert found(claim, passage, WEDNESDAY) == [("Monday", "the passage says “yesterday” here")]
    assert found(claim, passage, None) == []


@pytest.mark.parametrize(
    ("language", "claim", "home", "other"),
    [
        ("es", "La presa cedió el martes.", "La presa cedió el lunes.", "Llovió el martes."),
        ("fr", "La digue a cédé mardi.", "La digue a cédé lundi.", "Il a plu mardi."),
        ("de", "Der Damm brach am Dienstag.", "Der Damm brach am Montag.", "Dienstag regnete es."),
        (
            "pt",
            "A barragem rompeu na terça-feira.",
            "A barragem rompeu na segunda-feira.",
            "Choveu na terça-feira.",
        ),
    ],
)
def test_it_is_found_in_other_languages(language: str, claim: str, home: str, other: str) -> None:
    assert len(found(claim, [home, other], None, language)) == 1


def test_nothing_is_said_where_verbs_of_saying_are_not_known() -> None:
    side = Side("它在3月10日倒塌。", "zh")
    (named,) = named_dates(side.text, "zh", None)
    assert rival(named, side, [Side("它在3月11日倒塌。", "zh"), side]) is None


def test_a_date_of_two_readings_has_no_rival() -> None:
    side = Side("It fell on 10/03/2026.", "en")
    (named,) = named_dates(side.text, "en", None)
    assert rival(named, side, [Side("It fell on 12 May 2026.", "en"), side]) is None


def test_a_range_and_a_date_of_two_readings_are_no_rivals() -> None:
    for other in ("10/03/2026", "8-9 May 2026", "last week"):
        passage = [f"The dam broke on {other}.", "Reyes quit on 5 May 2026."]
        assert found("The dam broke on 5 May 2026.", passage, None) == []


def test_of_two_dates_of_one_sentence_that_it_goes_over_to_is_right() -> None:
    passage = ["Die Inflation stieg von 9 Prozent im Dezember auf 12 Prozent im Januar."]
    assert found("Die Inflation hatte im Januar 12 Prozent erreicht.", passage, None, "de") == []
