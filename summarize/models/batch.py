"""The Batch API of an OpenAI-compatible server: files of requests, answered within a day.

The HTTP calls only; who waits for the answers is `batch_waiting`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from summarize.errors import EmptyReply, ModelError, NoBatches, NoSuchModel, ServerFailed
from summarize.models.endpoint import Endpoint
from summarize.models.http_errors import error_for
from summarize.models.request import Reply, Request

if TYPE_CHECKING:
    import httpx2
    import openai  # noqa: TID251

ANSWERS = "/v1/chat/completions"  # what each request of a batch is put to
WINDOW = "24h"  # the one there is
TRANSFER = 1_800.0  # seconds for a file: 200 MB at 1 Mbit/s
PAGE = 100  # batches listed at once
ENDED = frozenset({"completed", "failed", "expired", "cancelled"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A batch as its server tells of it; `why` is why all of it failed, with the kind `code`."""

    id: str
    state: str
    file: str = ""
    outputs: tuple[str, ...] = ()
    done: int = 0
    failed: int = 0
    total: int = 0
    created: float = 0.0
    why: str = ""
    code: str = ""

    @property
    def ended(self) -> bool:
        """Whether no more will come."""
        return self.state in ENDED


class Batches(Endpoint):
    """An endpoint whose requests can be put into files too. Raises the ModelErrors of an endpoint.

    `NoBatches` where the server knows nothing of files or batches.
    """

    @property
    def host(self) -> str:
        """Who is asked, for a line to a person."""
        return self._asked.host

    async def upload(self, name: str, lines: bytes) -> str:
        """The id of a new file of requests."""
        send = partial(_uploaded, name=name, lines=lines)
        try:
            said = self._read(await self._answer(send, TRANSFER))
        except ModelError as error:
            raise self._none(error) from None
        return self._id(said, "file")

    async def create(self, file: str, metadata: dict[str, str]) -> Seen:
        """A new batch of the requests in a file."""
        posted = {
            "input_file_id": file,
            "endpoint": ANSWERS,
            "completion_window": WINDOW,
            "metadata": metadata,
        }
        try:
            return self._seen(await self._call("post", "/batches", posted))
        except ModelError as error:
            raise self._none(error) from None

    async def made_of(self, file: str, since: float) -> Seen | None:
        """The batch that was made of a file at `since` (seconds since 1970) or later, if one was.

        A server's clock may be a day wrong.
        """
        after = ""
        while True:
            said = await self._call("get", f"/batches?limit={PAGE}{after}", None)
            listed = said.get("data") if isinstance(said, dict) else None
            page = [self._seen(one) for one in listed or ()]
            for one in page:
                if one.file == file:
                    return one
            if not page or not said.get("has_more") or page[-1].created < since - 86_400:
                return None
            after = f"&after={page[-1].id}"

    async def seen(self, batch: str) -> Seen:
        """How it stands."""
        return self._seen(await self._call("get", f"/batches/{batch}", None))

    async def cancel(self, batch: str) -> Seen:
        """Have it ended; what is done by then can be had, and is paid."""
        return self._seen(await self._call("post", f"/batches/{batch}/cancel", {}))

    async def content(self, file: str) -> bytes:
        """What is in a file."""
        response = await self._answer(partial(_downloaded, file=file), TRANSFER)
        return response.content

    def outcome(self, request: Request, status: int, said: object) -> Reply:
        """The reply in a line of an output. Raises as if the request had been sent alone."""
        if status >= 400:
            raise error_for(status, {}, said, self._asked)
        return self.reply(request, self._sound(said, {}))

    def refused(self, seen: Seen) -> ModelError:
        """The error of all requests of a batch that the server did not take."""
        said = f"batch {seen.id} failed: {seen.why or 'the server does not say why'}"
        return error_for(400, {}, {"error": {"message": said, "code": seen.code}}, self._asked)

    def told(self, what: str) -> str:
        """One line that leads with the host and the model."""
        return self._asked.told(what)

    def _seen(self, said: Any) -> Seen:
        said = said if isinstance(said, dict) else {}
        counts = said.get("request_counts") or {}
        errors = (said.get("errors") or {}).get("data") or [{}]
        files = (said.get("output_file_id"), said.get("error_file_id"))
        return Seen(
            id=self._id(said, "batch"),
            state=str(said.get("status", "")),
            file=str(said.get("input_file_id") or ""),
            outputs=tuple(str(one) for one in files if one),
            done=int(counts.get("completed") or 0),
            failed=int(counts.get("failed") or 0),
            total=int(counts.get("total") or 0),
            created=float(said.get("created_at") or 0.0),
            why=self._asked.short(str(errors[0].get("message") or "")),
            code=str(errors[0].get("code") or ""),
        )

    def _id(self, said: object, what: str) -> str:
        found = said.get("id") if isinstance(said, dict) else None
        if not isinstance(found, str) or not found:
            raise EmptyReply(self._asked.told(f"there is no id of the {what} in the answer"))
        return found

    def _none(self, error: ModelError) -> ModelError:
        """The same error, but that of a path which the server does not have."""
        unknown = isinstance(error, ServerFailed) and " 501" in error.what
        if not unknown and not isinstance(error, NoSuchModel):
            return error
        what = f"{self._asked.host} has no Batch API ({error.what.partition(': ')[2]})"
        return NoBatches(what, hint="run without --batch, or name another server with --base-url")


async def _uploaded(client: openai.AsyncOpenAI, *, name: str, lines: bytes) -> httpx2.Response:
    import httpx2

    return await client.post(
        "/files",
        body={"purpose": "batch"},
        files=[("file", (name, lines, "application/jsonl"))],
        options={"headers": {"Content-Type": "multipart/form-data"}, "timeout": TRANSFER},
        cast_to=httpx2.Response,
    )


async def _downloaded(client: openai.AsyncOpenAI, *, file: str) -> httpx2.Response:
    import httpx2

    return await client.get(
        f"/files/{file}/content", options={"timeout": TRANSFER}, cast_to=httpx2.Response
    )
