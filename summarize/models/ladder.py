"""Ladder: finds how a server wants to be asked, keeps to it, and reads what it replies.

The rungs, best first: a JSON Schema that the server holds the reply to, any JSON object, the
schema in words, prose with marks. Names of parameters are settled on the way.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter
from dataclasses import replace
from typing import Literal, Protocol, get_args

from summarize.errors import ModelError, Refused, ServerFailed, WrongShape
from summarize.models.reading import read_reply
from summarize.models.request import Form, Model, Reply, Request, Sending

STEPS = 6  # changes of how one request is put before its error is raised
IN_VAIN = 3  # climbs that led nowhere, after which errors of that kind are raised at once

LimitName = Literal["max_completion_tokens", "max_tokens"]

_FORMS: tuple[Form, ...] = get_args(Form)
_FORMAT = re.compile(r"response.?format|json.?(?:object|mode)|grammar|schema|guided", re.IGNORECASE)
_OTHER_NAME: dict[LimitName, LimitName] = {
    "max_completion_tokens": "max_tokens",
    "max_tokens": "max_completion_tokens",
}


class Memory(Protocol):
    """Keeps one text for one server and model between runs."""

    def recall(self) -> str | None:
        """What was remembered last; None if nothing was."""
        ...

    async def remember(self, value: str) -> None:
        """Keep this instead."""
        ...


class Forgetful:
    """A memory that ends with the process."""

    def __init__(self) -> None:
        self._value: str | None = None

    def recall(self) -> str | None:
        """What was remembered last."""
        return self._value

    async def remember(self, value: str) -> None:
        """Keep this instead."""
        self._value = value


class Ladder:
    """Asks on the best rung that works; `Reply.text` is one JSON object that fits the shape.

    All requests go out at once on the best rung known. What a server refuses is found out by one
    request while those refused with it wait. A rung that has worked is left only where the server
    says that it does not take it: a bad reply or a failure there is raised.
    """

    def __init__(self, inner: Model, memory: Memory) -> None:
        self._inner = inner
        self._memory = memory
        self._climbing = asyncio.Lock()
        self._remembered = _sending(memory.recall())
        self._known = self._remembered or Sending()
        self._worked = {self._known.form} if self._remembered else set[Form]()
        self._refused: set[Form] = set()
        self._in_vain: Counter[type[ModelError]] = Counter()

    async def ask(self, request: Request) -> Reply:
        """The reply, read and checked. Raises WrongShape, WrongLanguage, and what is below."""
        while True:
            tried = self._known
            try:
                return await self._put(request, tried)
            except (Refused, ServerFailed, WrongShape) as error:
                if self._other(tried, error) is None:
                    raise
                if request.place is not None:  # who climbs might wait for it
                    request.place.close()
                async with self._climbing:
                    if self._known == tried:  # nobody has found out meanwhile
                        return await self._climb(request, tried, error)

    async def _climb(self, request: Request, tried: Sending, error: ModelError) -> Reply:
        """Change how it is put, step by step, until the server takes it."""
        first = error
        for _ in range(STEPS):
            other = self._other(tried, error)
            if other is None:
                break
            tried = other
            try:
                return await self._put(request, tried)
            except (Refused, ServerFailed, WrongShape) as again:
                error = again
        self._in_vain[type(first)] += 1
        raise error

    async def _put(self, request: Request, sending: Sending) -> Reply:
        in_words = sending.form in {"json_object", "words"}
        more = request.schema_tokens if in_words else 0
        put = replace(request, sending=sending, prompt_tokens=request.prompt_tokens + more)
        reply = await self._inner.ask(put)
        text = read_reply(reply.text, put)
        await self._works(sending)
        return replace(reply, text=text)

    async def _works(self, sending: Sending) -> None:
        self._worked.add(sending.form)
        if self._preferred(sending):
            self._known = sending
        if self._known != self._remembered:
            self._remembered = self._known
            await self._memory.remember(_written(self._known))

    def _preferred(self, sending: Sending) -> bool:
        """Whether a sending that worked is to be kept to, rather than the one known."""
        known = self._known
        if sending.form == known.form:
            return sending.without >= known.without
        if _FORMS.index(sending.form) < _FORMS.index(known.form):
            return sending.form not in self._refused
        return known.form not in self._worked - self._refused

    def _other(self, tried: Sending, error: ModelError) -> Sending | None:
        """How to put a request otherwise after this error; None where that would not help."""
        if isinstance(error, Refused):
            named = _without_named(tried, error.said)
            if named is not None:
                return named
            if _FORMAT.search(error.said):
                self._refused.add(tried.form)
                return _next_form(tried)
        if tried.form in self._worked or self._in_vain[type(error)] >= IN_VAIN:
            return None
        # Some servers fail at a format instead of refusing it. In words there is none any more.
        if isinstance(error, ServerFailed) and tried.form == "words":
            return None
        return _next_form(tried)


def _without_named(tried: Sending, said: str) -> Sending | None:
    """The same without the parameter that a refusal names, or with its other name."""
    if "temperature" in said and "temperature" not in tried.without:
        return replace(tried, without=tried.without | {"temperature"})
    limit = tried.limit_name
    if re.search(rf"\b{limit}\b", said) and limit not in tried.without:
        other = _OTHER_NAME[limit]
        name = limit if other in tried.without else other
        return replace(tried, limit_name=name, without=tried.without | {limit})
    if tried.form == "json_object" and "schema" in said and "schema" not in tried.without:
        return replace(tried, without=tried.without | {"schema"})
    return None


def _next_form(tried: Sending) -> Sending | None:
    following = _FORMS[_FORMS.index(tried.form) + 1 :]
    return replace(tried, form=following[0]) if following else None


def _written(sending: Sending) -> str:
    said = {"form": sending.form, "limit_name": sending.limit_name}
    return json.dumps({**said, "without": sorted(sending.without)})


def _sending(written: str | None) -> Sending | None:
    """What `_written` wrote; None where it is anything else."""
    try:
        said = json.loads(written or "")
        sending = Sending(said["form"], said["limit_name"], frozenset(said["without"]))
    except (ValueError, KeyError, TypeError):
        return None
    known = sending.form in _FORMS and sending.limit_name in _OTHER_NAME
    return sending if known else None
