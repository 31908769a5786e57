"""What failed in a batch is asked again in the next ones."""

from __future__ import annotations

import pytest

from summarize.errors import Busy, ModelError, Refused, Stopped
from summarize.models.batch_tries import TRIES, Tries
from summarize.models.request import Reply, Request
from summarize.models.switch import Switch
from tests.models.asking import request


class Failing:
    """Fails so often, then answers."""

    def __init__(self, error: ModelError, times: int) -> None:
        self._error = error
        self._times = times
        self.asked = 0

    async def ask(self, _request: Request) -> Reply:
        self.asked += 1
        if self.asked <= self._times:
            raise self._error
        return Reply("{}")


async def test_what_passes_is_asked_again() -> None:
    inner = Failing(Busy("not now"), TRIES - 1)

    assert await Tries(inner, Switch()).ask(request()) == Reply("{}")


async def test_the_last_failure_is_raised() -> None:
    inner = Failing(Busy("not now"), TRIES)

    with pytest.raises(Busy):
        await Tries(inner, Switch()).ask(request())
    assert inner.asked == TRIES


async def test_what_does_not_pass_is_raised_at_once() -> None:
    inner = Failing(Refused("no"), 1)

    with pytest.raises(Refused):
        await Tries(inner, Switch()).ask(request())
    assert inner.asked == 1


async def test_once_the_asking_has_ended_nobody_is_asked() -> None:
    inner, switch = Failing(Busy("not now"), 0), Switch()
    switch.turn_off(Stopped("over"))

    with pytest.raises(Stopped):
        await Tries(inner, switch).ask(request())
    assert inner.asked == 0
