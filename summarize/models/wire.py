"""A request as the JSON that Chat Completions takes, and the JSON that comes back taken apart.

Nothing here is trusted to be there: a server that leaves a field out gave an empty reply.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from summarize.models.request import Message, Request, Usage

_OBJECT = "Reply with one JSON object and nothing else. It must fit this JSON Schema:"
_PROSE = (
    "Whatever was said above about JSON: reply in plain sentences, one a line, without JSON and "
    "without headings. End each sentence with the numbers of the passages it rests on, like this:\n"
    "The bridge was opened again on Monday. [3]"
)


@dataclass(frozen=True)
class Answered:
    """The parts of a reply; `text` is None where there was no content."""

    text: str | None
    finish: str | None = None
    refusal: str | None = None
    usage: Usage | None = None


def body(request: Request, model: str) -> dict[str, Any]:
    """What is posted, as `request.sending` says.

    The schema in words comes behind the system message, so that the prefix that all requests of a
    template share stays the same.
    """
    sending = request.sending
    made: dict[str, Any] = {
        "model": model,
        "messages": [
            {"role": message.role, "content": _encodable(message.content)}
            for message in _messages(request)
        ],
    }
    asked_for = _response_format(request)
    if asked_for is not None:
        made["response_format"] = asked_for
    if sending.limit_name not in sending.without:
        made[sending.limit_name] = request.max_output
    if request.temperature is not None and "temperature" not in sending.without:
        made["temperature"] = request.temperature
    return made


def answered(answer: object) -> Answered:
    """The first choice of an answer."""
    usage = _usage(_mapping(_mapping(answer).get("usage")))
    choices = _mapping(answer).get("choices")
    choice = _mapping(choices[0]) if isinstance(choices, list) and choices else {}
    message = _mapping(choice.get("message"))
    return Answered(
        _content(message.get("content")),
        _text(choice.get("finish_reason")),
        _text(message.get("refusal")),
        usage,
    )


def _response_format(request: Request) -> dict[str, Any] | None:
    form = request.sending.form
    if form == "json_schema":
        named = {"name": request.template, "strict": True, "schema": request.schema}
        return {"type": "json_schema", "json_schema": named}
    if form == "json_object":
        # llama.cpp holds the reply to it.
        schema = {} if "schema" in request.sending.without else {"schema": request.schema}
        return {"type": "json_object", **schema}
    return None


def _messages(request: Request) -> tuple[Message, ...]:
    form = request.sending.form
    if form == "json_schema":
        return request.messages
    schema = json.dumps(request.schema, ensure_ascii=False, separators=(",", ":"))
    added = _PROSE if form == "prose" else f"{_OBJECT}\n{schema}"
    first, *others = request.messages
    if first.role != "system":
        return (Message("system", added), *request.messages)
    return (Message("system", f"{first.content}\n\n{added}"), *others)


def _encodable(text: str) -> str:
    """A lone surrogate cannot be sent."""
    return text.encode("utf-8", "replace").decode()


def _content(content: object) -> str | None:
    if isinstance(content, list):  # parts; those of thinking have no "text"
        texts = [_text(_mapping(part).get("text")) for part in content]
        return "".join(text for text in texts if text)
    return _text(content)


def _usage(usage: Mapping[str, Any]) -> Usage | None:
    read = _count(usage.get("prompt_tokens"))
    written = _count(usage.get("completion_tokens"))
    if not read and not written:
        return None
    cached = _count(_mapping(usage.get("prompt_tokens_details")).get("cached_tokens"))
    return Usage(read, min(cached, read), written)


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _count(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 0
