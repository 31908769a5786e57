"""The test server with a Batch API too: files of requests that are answered after some time.

    python benchmarks/batch_server.py --seconds 2 --busy 3

prints its base URL and serves until SIGTERM or the end of standard input; GET /stats tells what
was asked of it. In a test: `async with BatchServer(Batching(hold=True)) as server:`.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import json
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from aiohttp import web
from model_answers import Asked, Behaviour, error
from model_server import ModelServer, serve_until_ended

ENDED = ("completed", "failed", "expired", "cancelled")
_GOOD = Behaviour()


@dataclass(frozen=True)
class Batching:
    """How batches behave; the first batch is special where a number or kind for it is given.

    A batch ends `seconds` after it was made, or when POST /release is called where they `hold`.
    In the first one `busy` lines get a 429, only the first `runs` lines are run before it expires
    (-1: all), and it ends at once as `fails` where that is an error's code. A file with more than
    `requests` lines or `bytes`, or a batch that makes more than `tokens` open (a quarter of the
    bytes), fails. `lost` is how many batches are made though their maker gets a 500. `none`: the
    server has no Batch API, and answers with this status.
    """

    seconds: float = 0.0
    hold: bool = False
    busy: int = 0
    runs: int = -1
    fails: str = ""
    requests: int = 50_000
    bytes: int = 200_000_000
    tokens: int = 0
    lost: int = 0
    none: int = 0


class BatchServer(ModelServer):
    """Serves within `async with`; each line is answered as `behaviour` says, without its times."""

    def __init__(self, batching: Batching, behaviour: Behaviour = _GOOD, *, port: int = 0) -> None:
        super().__init__(behaviour, port=port)
        self.batching = batching
        self.files: dict[str, bytes] = {}
        self.batches: dict[str, dict[str, Any]] = {}
        self.sizes: list[int] = []  # lines of each batch that was taken
        self.away = 0  # how often nobody answers how a batch stands
        self._lost = batching.lost
        self._released = 0
        self._before: Counter[str] = Counter()

    def add_routes(self, app: web.Application) -> None:
        """Those of files and batches."""
        app.router.add_post("/v1/files", self._upload)
        app.router.add_get("/v1/files/{id}/content", self._content)
        app.router.add_post("/v1/batches", self._create)
        app.router.add_get("/v1/batches", self._list)
        app.router.add_get("/v1/batches/{id}", self._retrieve)
        app.router.add_post("/v1/batches/{id}/cancel", self._cancel)
        app.router.add_post("/release", self._release)
        app.router.add_get("/batches", self._told)

    async def _told(self, _: web.Request) -> web.Response:
        """For a test: the size of each batch, how many lines were answered, and how often anew."""
        prompts = self.stats.prompts
        return web.json_response(
            {
                "sizes": self.sizes,
                "states": [one["status"] for one in self.batches.values()],
                "ids": list(self.batches),
                "answered": len(prompts),
                "paid_again": len(prompts) - len(set(prompts)),
                "files": len(self.files),
            }
        )

    def release(self, *, to_come: bool = False) -> None:
        """Let all batches end that are open now, and those `to_come`."""
        self._released = 10**9 if to_come else len(self.batches)

    async def _release(self, request: web.Request) -> web.Response:
        self.release(to_come="all" in request.query)
        return web.json_response({"released": self._released})

    async def _upload(self, request: web.Request) -> web.Response:
        if self.batching.none:
            return error(self.batching.none, "Not Found")
        form = await request.post()
        file = form["file"]
        assert form["purpose"] == "batch"
        assert isinstance(file, web.FileField)
        id_ = f"file-{len(self.files) + 1}"
        self.files[id_] = file.file.read()
        return web.json_response({"id": id_, "object": "file", "bytes": len(self.files[id_])})

    async def _content(self, request: web.Request) -> web.Response:
        return web.Response(body=self.files[request.match_info["id"]])

    async def _create(self, request: web.Request) -> web.Response:
        asked = await request.json()
        assert asked["completion_window"] == "24h"
        number = len(self.batches) + 1
        batch = {
            "id": f"batch_{number}",
            "object": "batch",
            "endpoint": asked["endpoint"],
            "input_file_id": asked["input_file_id"],
            "status": "validating",
            "created_at": int(time.time()),
            "metadata": asked.get("metadata"),
            "number": number,
        }
        batch |= self._validated(batch)
        self.batches[batch["id"]] = batch
        if self._lost:
            self._lost -= 1
            return error(500, "The server had an error")
        return web.json_response(batch)

    def _validated(self, batch: dict[str, Any]) -> dict[str, Any]:
        does, content = self.batching, self.files[batch["input_file_id"]]
        lines = content.splitlines()
        open_ = sum(
            len(self.files[one["input_file_id"]])
            for one in self.batches.values()
            if one["status"] not in ENDED
        )
        code = does.fails if batch["number"] == 1 else ""
        if len(lines) > does.requests or len(content) > does.bytes:
            code = "too_large"
        if does.tokens and (open_ + len(content)) // 4 > does.tokens:
            code = "token_limit_exceeded"
        if code:
            data = [{"code": code, "message": f"The batch is refused: {code}", "line": None}]
            return {"status": "failed", "errors": {"object": "list", "data": data}}
        self.sizes.append(len(lines))
        counts = {"total": len(lines), "completed": 0, "failed": 0}
        return {"status": "in_progress", "request_counts": counts, "made": time.monotonic()}

    async def _list(self, request: web.Request) -> web.Response:
        newest_first = list(reversed(self.batches.values()))
        after = request.query.get("after")
        if after:
            ids = [one["id"] for one in newest_first]
            newest_first = newest_first[ids.index(after) + 1 :]
        page = newest_first[: int(request.query.get("limit", 20))]
        more = len(page) < len(newest_first)
        return web.json_response({"object": "list", "data": page, "has_more": more})

    async def _retrieve(self, request: web.Request) -> web.Response:
        if self.away:
            self.away -= 1
            return error(503, "The server is overloaded")
        batch = self.batches[request.match_info["id"]]
        self._advance(batch)
        return web.json_response(batch)

    async def _cancel(self, request: web.Request) -> web.Response:
        batch = self.batches[request.match_info["id"]]
        if batch["status"] not in ENDED:
            self._finish(batch, "cancelled", runs=1)
        return web.json_response(batch)

    def _advance(self, batch: dict[str, Any]) -> None:
        does = self.batching
        if batch["status"] in ENDED:
            return
        held = does.hold and batch["number"] > self._released
        if held or time.monotonic() < batch["made"] + does.seconds:
            return
        runs = does.runs if batch["number"] == 1 else -1
        self._finish(batch, "completed" if runs < 0 else "expired", runs)

    def _finish(self, batch: dict[str, Any], status: str, runs: int) -> None:
        lines = [json.loads(one) for one in self.files[batch["input_file_id"]].splitlines()]
        runs = len(lines) if runs < 0 else runs
        busy = self.batching.busy if batch["number"] == 1 else 0
        done = [self._run(one, busy=n < busy) for n, one in enumerate(lines[:runs])]
        said = {"code": f"batch_{status}", "message": "The request was not executed."}
        done += [_line(one["custom_id"], None, said) for one in lines[runs:]]
        for name, good in (("output_file_id", True), ("error_file_id", False)):
            kept = [one for one in reversed(done) if _is_good(one) is good]
            if kept:
                batch[name] = f"{batch['id']}-{name}"
                self.files[batch[name]] = "".join(json.dumps(one) + "\n" for one in kept).encode()
        completed = sum(map(_is_good, done))
        counts = {"completed": completed, "failed": len(done) - completed, "total": len(done)}
        batch |= {"status": status, "request_counts": counts}

    def _run(self, line: dict[str, Any], *, busy: bool) -> dict[str, Any]:
        assert (line["method"], line["url"]) == ("POST", "/v1/chat/completions")
        body = line["body"]
        prompt = hashlib.sha256(json.dumps(body["messages"]).encode()).hexdigest()
        if busy:
            answer = error(429, "Rate limit reached, try again")
        else:
            answer = Asked(body, prompt, self._before[prompt], "").answer(self.behaviour)
            self._before[prompt] += 1
        self.stats.statuses[answer.status] += 1
        if answer.status == 200:
            self.stats.prompts.append(prompt)
        assert isinstance(answer.body, bytes)
        said = {"status_code": answer.status, "body": json.loads(answer.body)}
        return _line(line["custom_id"], said, None)


def _line(id_: str, response: Any, said: Any) -> dict[str, Any]:
    return {"id": f"batch_req_{id_}", "custom_id": id_, "response": response, "error": said}


def _is_good(line: dict[str, Any]) -> bool:
    return bool(line["response"]) and line["response"]["status_code"] == 200


def main() -> None:
    """Serve as the options say; those of a single answer are left at their defaults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--reply", default="good")
    parser.add_argument("--form", default="json_schema")
    parser.add_argument("--bad-first", type=int, default=0)
    kinds: dict[str, Callable[[str], Any]] = {
        "float": float,
        "int": int,
        "bool": lambda said: said == "True",
    }
    for one in fields(Batching):
        parser.add_argument(
            f"--{one.name}", type=kinds.get(str(one.type), str), default=one.default
        )
    given = vars(parser.parse_args())
    port = given.pop("port")
    single = {name: given.pop(name) for name in ("reply", "form", "bad_first")}
    server = BatchServer(Batching(**given), Behaviour(**single), port=port)
    asyncio.run(serve_until_ended(server))


if __name__ == "__main__":
    main()
