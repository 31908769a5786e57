"""Again: a reply that cannot be used is asked for once more, in a clearer form.

It stands inside the ledger, so that what was answered at the second try is on disk as the answer
to the question, and inside the breaker, which counts what failed twice.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from summarize.errors import (
    CutShort,
    Declined,
    EmptyReply,
    Filtered,
    ModelError,
    WrongLanguage,
    WrongShape,
)
from summarize.models.request import Message, Model, Reply, Request

_MENDED = (CutShort, Declined, EmptyReply, Filtered, WrongLanguage, WrongShape)
_SHORTER = "Your last answer was too long: write half as much."
_CLEARER = (
    "Your last answer could not be used ({cause}). Answer with the one JSON object that was "
    "described, in the language that was named."
)
SAID = 60  # tokens of such a sentence, at most


class Again:
    """Asks a second time where that may help; one that was cut short may be longer then.

    `causes` counts the first replies that could not be used, by the kind of their error.
    """

    def __init__(self, inner: Model) -> None:
        self._inner = inner
        self.causes: Counter[str] = Counter()

    async def ask(self, request: Request) -> Reply:
        """The reply to the first or the second asking. Raises what the second one raises."""
        try:
            return await self._inner.ask(request)
        except _MENDED as error:
            self.causes[error.cause] += 1
            return await self._inner.ask(clearer(request, error))


def clearer(request: Request, error: ModelError) -> Request:
    """The request with what was wrong with the last reply to it, at its end."""
    cut = isinstance(error, CutShort)
    said = _SHORTER if cut else _CLEARER.format(cause=error.cause)
    *others, last = request.messages
    longer = min(2 * request.max_output, request.longest_output) if cut else 0
    return replace(
        request,
        messages=(*others, Message(last.role, f"{last.content}\n\n{said}")),
        max_output=max(request.max_output, longer),
        prompt_tokens=request.prompt_tokens + SAID,
    )
