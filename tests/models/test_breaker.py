from __future__ import annotations

from collections.abc import Iterable

import pytest

from summarize import errors
from summarize.errors import ModelError, Stopped
from summarize.models.breaker import Breaker
from summarize.models.request import Reply, Request
from summarize.models.switch import Switch
from tests.models.asking import request

Outcome = type[ModelError] | None


class Fated:
    """Fails as it is told, one outcome a request; None is a reply."""

    def __init__(self, outcomes: Iterable[Outcome]) -> None:
        self._outcomes = iter(outcomes)
        self.asked = 0

    async def ask(self, request: Request) -> Reply:
        self.asked += 1
        if fails := next(self._outcomes):
            raise fails("it went wrong", hint="mend it")
        return Reply(request.label)


async def after(*outcomes: Outcome) -> Switch:
    """The switch after requests that ended so."""
    switch = Switch()
    breaker = Breaker(Fated(outcomes), switch)
    for fails in outcomes:
        if fails is None:
            await breaker.ask(request())
        else:
            with pytest.raises(fails):
                await breaker.ask(request())
    return switch


@pytest.mark.parametrize(
    "fails", [errors.KeyRefused, errors.NoCredit, errors.NoSuchModel, errors.Unreachable]
)
async def test_a_hopeless_error_ends_asking_at_once(fails: type[ModelError]) -> None:
    switch = await after(fails)
    assert str(switch.reason) == "the model is asked no more: it went wrong; mend it"


async def test_five_failures_of_one_cause_in_a_row_end_asking() -> None:
    assert (await after(*[errors.WrongShape] * 4)).reason is None
    switch = await after(*[errors.WrongShape] * 5)
    assert "WrongShape" in str(switch.reason)
    assert "another model" in str(switch.reason)


async def test_six_of_the_last_twenty_end_asking_even_with_replies_between() -> None:
    mixed = [errors.CutShort, None, None] * 5
    assert (await after(*mixed)).reason is None
    switch = await after(*mixed, errors.CutShort)
    assert "6 of the last 16 requests" in str(switch.reason)
    assert "--context" in str(switch.reason)


async def test_failures_long_ago_are_forgotten() -> None:
    failures, replies = [errors.CutShort] * 4, [None] * 20
    assert (await after(*failures, *replies, *failures)).reason is None


async def test_different_causes_are_counted_apart() -> None:
    kinds = [errors.WrongShape, errors.Declined, errors.TookTooLong, errors.Filtered]
    assert (await after(*kinds * 4)).reason is None


@pytest.mark.parametrize(
    "fails",
    [
        errors.CapReached,
        errors.Stopped,
        errors.NoScriptedReply,
        errors.TooLong,
        errors.PromptCut,
    ],
)
async def test_what_says_nothing_about_the_model_is_not_counted(fails: type[ModelError]) -> None:
    assert (await after(*[fails] * 30)).reason is None


async def test_what_is_not_counted_does_not_break_a_row() -> None:
    row = [errors.Busy, errors.Busy, errors.TooLong, errors.Busy, errors.Busy, errors.Busy]
    assert "--concurrency" in str((await after(*row)).reason)


async def test_once_asking_has_ended_nobody_is_asked() -> None:
    switch, inner = Switch(), Fated([None])
    switch.turn_off(Stopped("enough"))
    with pytest.raises(Stopped, match="enough"):
        await Breaker(inner, switch).ask(request())
    assert inner.asked == 0


@pytest.mark.parametrize(
    "fails",
    [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type)
        and issubclass(kind, (errors.Passing, errors.BadReply, errors.Refused))
        and kind not in {errors.Passing, errors.BadReply, errors.PromptCut}
    ],
)
async def test_every_cause_that_ends_asking_says_what_to_try(fails: type[ModelError]) -> None:
    reason = (await after(*[fails] * 5)).reason
    assert reason is not None
    assert reason.hint
    assert "\n" not in str(reason)
