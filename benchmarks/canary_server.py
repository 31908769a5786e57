"""Servers that do with a key what none should: say it again, or send the asker elsewhere."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Self

from aiohttp import web

FORMS = ("message", "code", "detail", "text", "html", "redirect", "content")


class EchoServer:
    """Answers each request with `status` and the Authorization header, said again as `form` says.

    "content" is a good answer whose text holds it, "redirect" one that leads to `elsewhere`. Every
    answer says it in headers too. `heard` are the Authorization headers that came.
    """

    def __init__(self, status: int, form: str, elsewhere: str = "") -> None:
        self._status = status
        self._form = form
        self._elsewhere = elsewhere
        self.heard: list[str] = []
        self.base_url = ""

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=2**24)
        app.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.base_url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/v1"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.Response:
        said = request.headers.get("Authorization", "")
        self.heard.append(said)
        key = said.removeprefix("Bearer ")
        answer = self._made(key, said, models=request.path.endswith("/models"))
        answer.headers.update({"X-Request-Id": key, "WWW-Authenticate": said, "Retry-After": "0"})
        if self._form == "redirect":
            answer.headers["Location"] = f"{self._elsewhere}/chat/completions?from={key}"
        return answer

    def _made(self, key: str, said: str, *, models: bool) -> web.Response:
        if self._form == "text":
            return web.Response(text=f"refused: {said}", status=self._status)
        if self._form == "html":
            page = f"<html><title>{key}</title></html>"
            return web.Response(text=page, content_type="text/html", status=self._status)
        if self._form == "content":
            return web.json_response(_models(key) if models else _completion(key))
        return web.json_response(_error(self._form, key, said), status=self._status)


def _error(form: str, key: str, said: str) -> Mapping[str, Any]:
    if form == "detail":
        return {"detail": f"not allowed with {said}"}
    if form == "code":
        return {"error": {"message": "no", "code": key, "type": key, "param": key}}
    return {"error": {"message": f"Incorrect API key: {key} ({said}) {key}", "code": None}}


def _models(key: str) -> Mapping[str, Any]:
    return {"object": "list", "data": [{"id": f"model-of-{key}", "object": "model"}]}


def _completion(key: str) -> Mapping[str, Any]:
    """A good answer to all templates at once, with the key in its texts."""
    cited = {"text": f"The key of the desk is {key}.", "cites": [1]}
    text = json.dumps(
        {
            "bottom_line": cited,
            "claims": [cited],
            "who": [key],
            "where": [],
            "quotations": [cited | {"speaker": key}],
        }
    )
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    usage = {"prompt_tokens": 900, "completion_tokens": 90, "total_tokens": 990}
    return {"id": key, "object": "chat.completion", "model": key, "choices": [choice]} | {
        "usage": usage
    }
