"""One HTTP request to an OpenAI-compatible server for each ask. The only network to a model.

No retry, no streaming, no waiting for others: those are the models around it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from summarize.errors import BadReply, EmptyReply, ModelError, PromptCut, UsageError
from summarize.models.broken import broken
from summarize.models.finish import judge
from summarize.models.http_errors import Asked, error_for
from summarize.models.request import Reply, Request
from summarize.models.wire import answered, body

if TYPE_CHECKING:
    import httpx2
    import openai  # noqa: TID251

OPENAI = "https://api.openai.com/v1"
CONNECT = 10.0  # seconds
# Characters of what is taken for a key in an error, and of what no word of a reply is: to a server
# of one's own any word may be a key, and news have all words.
ANY_KEY, SECRET = 4, 16

# A server read the whole prompt if it counted at least this share of our count.
READ = 0.8
# No tokenizer makes fewer tokens than one of so many characters: English has 6.4 a token in
# o200k, other languages fewer. An estimate may be 60 % above the truth, so it proves nothing.
MOST_CHARACTERS = 8
# Windows at which local servers cut silently.
WINDOWS = frozenset(2**power for power in range(11, 18))

Headers = Mapping[str, str]
Send = Callable[["openai.AsyncOpenAI"], Awaitable["httpx2.Response"]]


@dataclass(frozen=True, slots=True)
class Served:
    """A model that a server offers, and its context in tokens where it says so."""

    name: str
    context: int | None = None


def ignore(_: Headers) -> None:
    """Nobody listens to the headers."""


class Endpoint:
    """The model `model` at `base_url` (OpenAI's own where it is None).

    `seconds` is the deadline of one call from start to end. `heard` is told the headers of each
    answer, a refusal too, with lower-case names. `exact` says that `Request.prompt_tokens` is this
    model's own count, `context` how many tokens it takes; both are there to notice a server that
    read a part of the prompt only. Raises UsageError for an address or key that cannot be one.
    """

    def __init__(  # noqa: PLR0913
        self,
        model: str,
        *,
        base_url: str | None = None,
        key: str | None = None,
        seconds: float = 120.0,
        concurrency: int = 16,
        extra_body: Mapping[str, Any] = {},
        heard: Callable[[Headers], None] = ignore,
        exact: bool = False,
        context: int | None = None,
    ) -> None:
        address = base_url or OPENAI
        key = (key or "").strip()
        if not key.isascii() or not key.isprintable():
            raise UsageError("the key has characters that no key has", hint="copy it again")
        self._asked = Asked(_host(address), model, _hider(key, ANY_KEY), address)
        self._secret = _hider(key, SECRET)
        self._seconds = seconds
        self._extra = dict(extra_body)
        self._heard = heard
        self._exact = exact
        self._context = context
        # A closure, so that the key stands in no attribute.
        self._open: Callable[[], openai.AsyncOpenAI] = lambda: _client(
            address, key, seconds, concurrency
        )
        self._client: openai.AsyncOpenAI | None = None

    async def ask(self, request: Request) -> Reply:
        """The reply as the server gave it, whole; its text is not looked at.

        Raises the ModelErrors of an endpoint, PromptCut and those of `judge`.
        """
        return self.reply(
            request, await self._call("post", "/chat/completions", self.posted(request))
        )

    def posted(self, request: Request) -> dict[str, Any]:
        """The body that asks for it."""
        return body(request, self._asked.model) | self._extra

    def reply(self, request: Request, said: object) -> Reply:
        """The reply in the JSON of an answer. Raises PromptCut and the errors of `judge`."""
        answer = answered(said)
        try:
            if answer.usage is not None:
                self._check_read(request, answer.usage.input)
            text = self._secret(judge(answer.text, answer.finish, self._hidden(answer.refusal)))
        except BadReply as error:
            error.usage = answer.usage
            raise
        return Reply(text, answer.finish or "stop", answer.usage)

    async def served(self) -> list[Served]:
        """What the server offers, in its own order. Raises the ModelErrors of an endpoint."""
        answer = await self._call("get", "/models", None)
        listed = answer.get("data") if isinstance(answer, dict) else None
        if not isinstance(listed, list):
            raise EmptyReply(
                self._asked.told("there is no list of models"), hint="check --base-url"
            )
        return [
            Served(self._secret(str(one["id"])), _context_of(one))
            for one in listed
            if isinstance(one, dict) and one.get("id")
        ]

    async def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            await self._client.close()
            self._client = None

    async def _call(self, method: str, path: str, posted: dict[str, Any] | None) -> Any:
        """The JSON of an answer."""
        send = partial(_sent, method=method, path=path, posted=posted)
        return self._read(await self._answer(send, self._seconds))

    async def _answer(self, send: Send, seconds: float) -> httpx2.Response:
        """What the server answers within so many seconds; its refusals are raised."""
        import openai  # noqa: TID251

        if self._client is None:
            self._client = self._open()
        with _connection_errors(self._asked, seconds):
            try:
                async with asyncio.timeout(seconds):
                    response = await send(self._client)
            except openai.APIStatusError as error:
                raise self._refused(error.response) from None
        self._heard(_lowered(response))
        return response

    def _read(self, response: httpx2.Response) -> Any:
        answer = _parsed(response)
        if answer is None:
            hint = "is --base-url the address of an API? it often ends with /v1"
            raise EmptyReply(self._asked.told("the reply is not JSON"), hint=hint)
        return self._sound(answer, _lowered(response))

    def _sound(self, answer: Any, headers: Headers) -> Any:
        """The answer, if there is no error inside what was to be a good one."""
        if isinstance(answer, dict) and answer.get("error") and not answer.get("choices"):
            raise error_for(_code_in(answer["error"]), headers, answer, self._asked)
        return answer

    def _refused(self, response: httpx2.Response) -> ModelError:
        headers = _lowered(response)
        self._heard(headers)
        said = _parsed(response)
        if said is None:
            said = response.text if "html" not in headers.get("content-type", "") else ""
        return error_for(response.status_code, headers, said, self._asked)

    def _hidden(self, refusal: str | None) -> str | None:
        return refusal and self._asked.short(refusal)

    def _check_read(self, request: Request, read: int) -> None:
        """Raise PromptCut if the server counted fewer tokens than there were."""
        counted = request.prompt_tokens
        characters = sum(len(message.content) for message in request.messages)
        least = counted if self._exact else min(counted, characters / MOST_CHARACTERS)
        at_a_limit = counted > read and (read in WINDOWS or read == self._context)
        if read and (read < READ * least or at_a_limit):
            what = f"the server read {read} of about {counted} tokens of the prompt"
            hint = f"give the server a larger window, or set --context {read}"
            raise PromptCut(self._asked.told(what), hint=hint)


def _client(address: str, key: str, seconds: float, concurrency: int) -> openai.AsyncOpenAI:
    import httpx2
    import openai  # noqa: TID251

    limits = httpx2.Limits(max_connections=max(100, concurrency))
    timeout = httpx2.Timeout(seconds, connect=CONNECT, pool=None)
    # Without a key one is made up: else the library would send the key of the environment, which
    # was meant for another server.
    return openai.AsyncOpenAI(
        api_key=key or "none",
        base_url=address,
        timeout=timeout,
        max_retries=0,
        http_client=openai.DefaultAioHttpClient(limits=limits, timeout=timeout),
    )


async def _sent(
    client: openai.AsyncOpenAI, method: str, path: str, posted: dict[str, Any] | None
) -> httpx2.Response:
    import httpx2

    send = client.get if method == "get" else partial(client.post, body=posted)
    return await send(path, cast_to=httpx2.Response)


@contextmanager
def _connection_errors(asked: Asked, seconds: float) -> Iterator[None]:
    import aiohttp  # noqa: TID251
    import openai  # noqa: TID251

    try:
        yield
    except (TimeoutError, aiohttp.ClientError, openai.APIConnectionError) as error:
        raise broken(error, asked, seconds) from None


def _parsed(response: httpx2.Response) -> Any:
    """The JSON of a response; None where it is none."""
    try:
        return json.loads(response.content)
    except (ValueError, RecursionError):
        return None


def _lowered(response: httpx2.Response) -> dict[str, str]:
    return {name.lower(): value for name, value in response.headers.items()}


def _code_in(error: object) -> int:
    """The status that an error within a 200 names."""
    code = error.get("code") if isinstance(error, dict) else None
    return code if isinstance(code, int) and 400 <= code < 600 else 500


def _context_of(entry: Mapping[str, Any]) -> int | None:
    """The window of a model: vLLM, OpenRouter, LM Studio and llama.cpp each have a name for it."""
    meta = entry.get("meta")
    named = {**meta, **entry} if isinstance(meta, dict) else entry
    for name in ("max_model_len", "context_length", "max_context_length", "n_ctx"):
        if isinstance(named.get(name), int) and named[name] > 0:
            return int(named[name])
    return None


def _host(address: str) -> str:
    """Host and port of an address, for the lines of errors."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port, parts = None, None, urlsplit("")
    if parts.scheme not in {"http", "https"} or not host:
        raise UsageError("the base URL is not an http(s) address", hint="check --base-url")
    if parts.username is not None:
        hint = "give a key instead: OPENAI_API_KEY"
        raise UsageError(f"the base URL of {host} holds a user name", hint=hint)
    return f"{host}:{port}" if port else host


def _hider(key: str, shortest: int) -> Callable[[str], str]:
    """Takes a key of at least `shortest` characters out of a text: some servers say it again."""
    return lambda said: said.replace(key, "[key]") if len(key) >= shortest else said
