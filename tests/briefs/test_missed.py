"""What the model did not write, told once for each cause."""

from __future__ import annotations

import pytest

from summarize.briefs.missed import Missed, What, Whole, by_cause, in_short
from summarize.errors import (
    CapReached,
    EmptyReply,
    Filtered,
    KeyRefused,
    ModelError,
    Stopped,
    Unreachable,
    WrongShape,
)

GONE = Unreachable("m could not be reached at http://127.0.0.1:1/v1 (connection refused)")
ENDED = Stopped("the model is asked no more: m could not be reached", because=GONE)
WHOLE = Whole(stories=6, articles=12)


def missed(what: What, times: int, error: ModelError = GONE) -> list[Missed]:
    return [Missed(what, f"{what} {n}", error) for n in range(times)]


def line(found: list[Missed], whole: Whole = WHOLE, *, stood_in: bool = True) -> str:
    (one,) = by_cause(found, whole, stood_in=stood_in)
    return one.removeprefix(f"{GONE.what}: ")


def test_all_stories_say_that_there_is_nothing_else() -> None:
    found = [
        *missed("alone", 2),
        *missed("article", 12),
        *missed("story", 4),
        *missed("overview", 1),
    ]
    assert line(found) == "the built-in writer wrote all 6 stories"


def test_some_are_counted_and_one_is_named() -> None:
    found = [*missed("story", 2), *missed("article", 3), *missed("part", 1)]
    assert line(found) == (
        "the built-in writer wrote 2 of 6 stories, 3 of 12 article briefs and part 0"
    )


def test_parts_are_counted() -> None:
    assert line(missed("part", 3)) == "the built-in writer wrote parts of 3 briefs"


def test_a_report_without_stories_has_briefs() -> None:
    whole = Whole(None, 3)
    assert line(missed("alone", 2), whole) == "the built-in writer wrote 2 of 3 briefs"
    assert line(missed("alone", 3), whole) == "the built-in writer wrote all 3 briefs"


def test_what_nobody_wrote_is_left_out() -> None:
    found = [*missed("story", 1), *missed("overview", 1)]
    assert line(found, stood_in=False) == "story 0 and overview 0 left out"


def test_claims_that_were_not_repaired_are_told_beside() -> None:
    assert line(missed("repair", 2)) == "2 claims that failed their checks were not repaired"
    assert line([*missed("story", 1), *missed("repair", 1)]) == (
        "the built-in writer wrote story 0; 1 claim that failed its check was not repaired"
    )


def test_what_was_not_asked_for_any_more_has_the_cause_for_which_asking_ended() -> None:
    found = [*missed("story", 1), *missed("story", 2, ENDED)]
    assert line(found) == "the built-in writer wrote 3 of 6 stories"


def test_each_cause_is_a_line_in_order_of_appearance() -> None:
    found = [*missed("story", 1, Filtered("filtered")), *missed("story", 2, WrongShape("odd"))]
    assert [one.split(":")[0] for one in by_cause(found, WHOLE, stood_in=True)] == [
        "filtered",
        "odd",
    ]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ENDED, "m could not be reached"),
        (KeyRefused("401"), "the key for m was refused"),
        (CapReached("the budget"), "the limit of the run was reached"),
        (Stopped("the run was interrupted"), "the run was interrupted"),
        (EmptyReply("nothing"), "m gave no usable answer"),
        (ModelError("something"), "m gave no usable answer"),
    ],
)
def test_the_cause_in_short(error: ModelError, said: str) -> None:
    assert in_short(missed("story", 1, error), "m") == said


def test_the_most_frequent_cause_is_told() -> None:
    found = [*missed("story", 1, Filtered("filtered")), *missed("story", 2)]
    assert in_short(found, "m") == "m could not be reached"
