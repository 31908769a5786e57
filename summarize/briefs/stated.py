"""The window that a server states, remembered: a second run does not ask again."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from summarize.aside import aside
from summarize.errors import ModelError, StoreError
from summarize.models.endpoint import Endpoint
from summarize.store import Store

CONTEXT = "context"  # under which name the store remembers what a server states
UNSTATED = "unstated"
STATED_SECONDS = 10  # to wait for what a server says of itself


async def stated_window(
    endpoint: Endpoint | None, store: Store | None, server: str, model: str, *, fresh: bool
) -> int | None:
    """Tokens, as `endpoint` says it of `model`; None where it does not, or is not to be asked.

    `server` stands for it in the store. With `fresh` it is asked though the store knows.
    """
    place, known = (server, model, CONTEXT), None
    if store and not fresh:
        with suppress(StoreError):
            known = await aside(store.remembered, *place)
    if known is None:
        if endpoint is None:
            return None
        try:
            async with asyncio.timeout(STATED_SECONDS):
                served = await endpoint.served()
        except (ModelError, TimeoutError):
            return None  # the first question will say what is wrong with the server
        stated = next((one.context for one in served if one.name == model), None)
        known = str(stated) if stated else UNSTATED
        if store:
            with suppress(StoreError):  # it is asked for again
                await aside(store.remember, *place, known)
    return int(known) if known.isdigit() else None
