"""How the test server behaves, and what such a server answers to one request."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from aiohttp import web
from model_replies import Said, filled, passages, prose, schema_in, spoilt


def quarter_of_bytes(text: str) -> int:
    """A plain estimate of tokens."""
    return max(1, len(text.encode()) // 4)


@dataclass(frozen=True)
class Behaviour:
    """How the server behaves; times in seconds, shares from 0 to 1.

    A request takes `seconds` + `per_token` × output tokens. More than `admit` in service at once,
    or more than `per_second`, is answered 429 with `retry_after`. `errors` are 500s, `resets`
    break the connection, `hangs` are never answered. Above `context` prompt tokens it refuses, or
    cuts silently. `form` is the best it can do to `response_format`; asked for better, it answers
    `form_status`; "ignores" takes it and writes prose. `reply` is a kind of `model_replies.spoilt`
    or "no choices", "not json", "error inside", "no usage"; that or `status` is given the first
    `bad_first` times for each prompt (0: always). `status` may also be "insufficient_quota".
    `drip` is bytes per second of the body.
    """

    seconds: float = 0.0
    per_token: float = 0.0
    admit: int | None = None
    per_second: float | None = None
    retry_after: float | None = None
    errors: float = 0.0
    resets: float = 0.0
    hangs: float = 0.0
    seed: int = 0
    context: int | None = None
    over: Literal["refuse", "cut"] = "refuse"
    form: Literal["json_schema", "json_object", "words", "ignores"] = "json_schema"
    form_status: int = 400
    takes: Literal["max_completion_tokens", "max_tokens", "both"] = "both"
    refuses: tuple[str, ...] = ()
    reply: str = "good"
    bad_first: int = 0
    status: int | str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    drip: float | None = None
    models: tuple[str, ...] = ("test-model",)
    model_context: int | None = None
    context_name: Literal["max_model_len", "context_length", "n_ctx"] = "max_model_len"
    tokens: Callable[[str], int] = quarter_of_bytes
    output_tokens: int | None = None


@dataclass
class Asked:
    """One chat request: its body, the hash of its messages, how often it came before."""

    body: dict[str, Any]
    prompt: str
    before: int
    authorization: str
    output_tokens: int = 0

    def chance(self, seed: int) -> float:
        """A number from 0 to 1 that depends on the seed, the prompt and the attempt."""
        said = f"{seed} {self.prompt} {self.before}".encode()
        return int.from_bytes(hashlib.sha256(said).digest()[:6]) / 2**48

    def answer(self, does: Behaviour) -> web.Response:
        """The answer of a server that behaves so."""
        bad = not does.bad_first or self.before < does.bad_first
        if does.status is not None and bad:
            return _refusal(does.status, self.authorization)
        return self._parameters(does) or self._form(does) or self._reply(does, bad)

    def _parameters(self, does: Behaviour) -> web.Response | None:
        other = {"max_completion_tokens": "max_tokens", "max_tokens": "max_completion_tokens"}
        limit = other.get(does.takes)
        for name in (*does.refuses, *([limit] if limit else [])):
            if name in self.body:
                use = f" Use '{does.takes}' instead." if name == limit else ""
                said = f"Unsupported parameter: '{name}' is not supported with this model.{use}"
                return error(400, said, code="unsupported_parameter", param=name)
        return None

    def _form(self, does: Behaviour) -> web.Response | None:
        asked = (self.body.get("response_format") or {"type": "text"})["type"]
        taken = {"json_object": ("text", "json_object"), "words": ("text",)}
        if asked in taken.get(does.form, (asked,)):
            return None
        said = f"Invalid parameter: 'response_format' of type '{asked}' is not supported"
        return error(does.form_status, said, param="response_format")

    def _reply(self, does: Behaviour, bad: bool) -> web.Response:
        texts = [str(message["content"]) for message in self.body["messages"]]
        size = sum(does.tokens(text) for text in texts)
        shown = passages(texts[-1])
        if does.context is not None and size > does.context:
            if does.over == "refuse":
                said = f"This model's maximum context length is {does.context} tokens. "
                said += f"However, your messages resulted in {size} tokens."
                return error(400, said, code="context_length_exceeded", param="messages")
            shown = shown[-max(1, len(shown) * does.context // size) :]
            size = does.context
        schema = None if does.form == "ignores" else self._schema(texts)
        good = json.dumps(filled(schema, shown), ensure_ascii=False) if schema else prose(shown)
        kind = does.reply if bad else "good"
        return self._whole(does, kind, good, size) or self._completion(
            does, spoilt(kind, good, shown), size
        )

    def _schema(self, texts: list[str]) -> Mapping[str, Any] | None:
        asked = self.body.get("response_format") or {}
        given = asked.get("json_schema", {}).get("schema") or asked.get("schema")
        return given or schema_in(texts)

    def _whole(self, does: Behaviour, kind: str, good: str, size: int) -> web.Response | None:
        if kind == "no usage":
            return self._completion(does, Said(good), size, whole={"usage": None})
        if kind == "no choices":
            return self._completion(does, Said(good), size, whole={"choices": []})
        if kind == "not json":
            return web.Response(text="<html>Welcome</html>", content_type="text/html")
        if kind == "error inside":
            return web.json_response({"error": {"message": "Provider error", "code": 502}})
        return None

    def _completion(
        self, does: Behaviour, said: Said, size: int, whole: Mapping[str, Any] = {}
    ) -> web.Response:
        counted = does.tokens(said.content or "")
        self.output_tokens = does.output_tokens if does.output_tokens is not None else counted
        message = {"role": "assistant", "content": said.content, "refusal": said.refusal}
        body = {
            "id": f"chatcmpl-{self.prompt[:12]}",
            "object": "chat.completion",
            "created": 1,
            "model": self.body.get("model"),
            "choices": [{"index": 0, "message": message, "finish_reason": said.finish}],
            "usage": {
                "prompt_tokens": size,
                "completion_tokens": self.output_tokens,
                "total_tokens": size + self.output_tokens,
                "prompt_tokens_details": {"cached_tokens": 0},
            },
        }
        return web.json_response(body | dict(whole))


def _refusal(status: int | str, authorization: str) -> web.Response:
    if status == "insufficient_quota":
        return error(429, "You exceeded your current quota", code="insufficient_quota")
    key = authorization.removeprefix("Bearer ")
    said = {
        401: f"Incorrect API key provided: {key}. You can find your API key in your settings.",
        402: "Insufficient Balance",
        403: "Your key is not allowed to do this",
        404: "The model does not exist or you do not have access to it",
        429: "Rate limit reached, try again",
    }
    return error(int(status), said.get(int(status), f"The server answers {status}"))


def error(
    status: int, said: str, *, code: str | None = None, param: str | None = None
) -> web.Response:
    """An error as OpenAI words one."""
    kind = "invalid_request_error" if status < 500 else "server_error"
    error = {"message": said, "type": kind, "param": param, "code": code}
    return web.json_response({"error": error}, status=status)
