"""What was asked and what came back, as it was kept: for a person who wants to see it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from summarize.models.request import Message, Request
from summarize.store import Store


@dataclass(frozen=True, slots=True)
class Exchange:
    """A stored answer: the `messages` that were asked (none where they were not kept), the `reply`.

    `reply` is the body as it is kept: one JSON object.
    """

    messages: tuple[Message, ...]
    reply: str


def asked_text(request: Request) -> str:
    """The messages of a request, as the store keeps them."""
    return json.dumps([[message.role, message.content] for message in request.messages])


def exchange(store: Store, key: str) -> Exchange | None:
    """What is kept under `key`, None where that cannot be read. StoreError as the store's."""
    answer, asked = store.answer(key), store.asked(key)
    if answer is None:
        return None
    try:
        messages = tuple(Message(role, said) for role, said in json.loads(asked or "[]"))
        return Exchange(messages, str(json.loads(answer.reply)["text"]))
    except (ValueError, KeyError, TypeError):
        return None
