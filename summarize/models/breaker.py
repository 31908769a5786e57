"""Breaker: ends asking when it is plain that no more good replies will come."""

from __future__ import annotations

from collections import deque

from summarize.errors import (
    Busy,
    CapReached,
    CutShort,
    Declined,
    Disconnected,
    EmptyReply,
    Filtered,
    Hopeless,
    ModelError,
    NoScriptedReply,
    PromptCut,
    Refused,
    ServerFailed,
    Stopped,
    TookTooLong,
    TooLong,
    WrongLanguage,
    WrongShape,
)
from summarize.models.request import Model, Reply, Request
from summarize.models.switch import Switch

IN_A_ROW = 5  # failures of one cause, with no reply and no other failure between
WATCHED, TOO_MANY = 20, 6  # failures of one cause among the last requests

# These say nothing about the model: it was not asked, or is asked again in smaller parts.
_NO_SIGN = (CapReached, Stopped, NoScriptedReply, TooLong, PromptCut)

_HINTS: dict[type[ModelError], str] = {
    Busy: "wait, or try a lower --concurrency",
    ServerFailed: "look at the server, or try again later",
    Disconnected: "look at the network and the server, or try a lower --concurrency",
    TookTooLong: "the server is slow: try a lower --concurrency or a smaller model",
    Refused: "try another model or server",
    CutShort: "try a smaller --context, or a model with longer output",
    Filtered: "try another model",
    Declined: "try another model",
    EmptyReply: "try another model",
    WrongShape: "try another model",
    WrongLanguage: "try another model or --language",
}


class Breaker:
    """Counts the final failures of requests and turns the switch off.

    At once when an error is Hopeless; after 5 failures of one cause in a row, or 6 among the last
    20 requests. From then on every request raises the reason of the switch.
    """

    def __init__(self, inner: Model, switch: Switch) -> None:
        self._inner = inner
        self._switch = switch
        self._last: deque[str | None] = deque(maxlen=WATCHED)  # causes; None for a reply

    async def ask(self, request: Request) -> Reply:
        """The reply. Raises what the inner model raises, or the reason of the switch."""
        self._switch.check()
        try:
            reply = await self._inner.ask(request)
        except ModelError as error:
            if not isinstance(error, _NO_SIGN):
                self._failed(error)
            raise
        self._last.append(None)
        return reply

    def _failed(self, error: ModelError) -> None:
        self._last.append(error.cause)
        if isinstance(error, Hopeless):
            self._end(str(error), error)
            return
        row = list(self._last)[-IN_A_ROW:]
        count = self._last.count(error.cause)
        if row.count(error.cause) == IN_A_ROW:
            self._end(f"{IN_A_ROW} requests in a row failed with {_said(error)}", error)
        elif count >= TOO_MANY:
            asked = len(self._last)
            self._end(f"{count} of the last {asked} requests failed with {_said(error)}", error)

    def _end(self, why: str, error: ModelError) -> None:
        hint = next((said for kind, said in _HINTS.items() if isinstance(error, kind)), None)
        self._switch.turn_off(
            Stopped(f"the model is asked no more: {why}", hint=hint, because=error)
        )


def _said(error: ModelError) -> str:
    return f"{error.cause} ({error.what})"
