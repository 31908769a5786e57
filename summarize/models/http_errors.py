"""What a server's refusal means: its status, its headers and its words, as one of our errors.

1. Its code, where it names one of those that all servers have in common.
2. Its words, where servers use different codes for one thing: a prompt that is too long comes as
   400, 413, 422, 429 and 500.
3. Its status.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from summarize.errors import (
    Busy,
    Filtered,
    KeyRefused,
    ModelError,
    NoCredit,
    NoSuchModel,
    Refused,
    ServerFailed,
    TooLong,
)

LONGEST = 200  # characters of what a server said that are told
LOOKED_AT = 2_000  # and that are looked at

_NO_CREDIT = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})
_FILTERED = frozenset({"content_filter", "content_policy_violation"})
# OpenAI, vLLM, llama.cpp, Ollama, LM Studio, Gemini, Anthropic, Mistral, SGLang, TGI, Bedrock.
_TOO_LONG = re.compile(
    r"context.?(?:length|size|window|limit)|maximum number of tokens|number of input tokens"
    r"|(?:prompt|input|request) (?:is )?too (?:long|large)|too many tokens|reduce the length"
    r"|inputs?`? (?:tokens|must have less)|exceeds? the (?:maximum|available) (?:input|context)",
    re.IGNORECASE,
)
_TOO_LONG_STATUS = frozenset({400, 413, 422, 500})
_BAD_KEY = re.compile(
    r"(?:incorrect|invalid|missing) api.?key|api.?key (?:is )?(?:not valid|invalid|expired)",
    re.IGNORECASE,
)
_NO_MODEL = re.compile(
    r"model[^.]{0,80} (?:not found|not exist|does not exist)|(?:invalid|unknown) model\b"
    r"|not a valid model",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Asked:
    """Whom was asked, for the line of an error. `hide` takes a key out of what a server said.

    `address` is that of the API, `host` the part of it that is enough where the server answered.
    """

    host: str
    model: str
    hide: Callable[[str], str] = str
    address: str = ""

    def told(self, what: str) -> str:
        """One line that leads with the host, and the model where one was asked."""
        return f"{self.host} ({self.model}): {what}" if self.model else f"{self.host}: {what}"

    def unreached(self, why: str) -> str:
        """One line on a server that could not be reached: which model, where, and why."""
        what = f"{self.model or 'the server'} could not be reached at"
        return f"{what} {self.hide(self.address or self.host)} ({why})"

    def short(self, said: str) -> str:
        """What a server said: one printable line without the key, shortened."""
        line = " ".join(self.hide(said).split())
        line = "".join(one if one.isprintable() else "�" for one in line[: LONGEST * 2])
        return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def error_for(status: int, headers: Mapping[str, str], answer: object, asked: Asked) -> ModelError:
    """The error of an answer with this status; `answer` is its body, as JSON or text.

    `headers` have lower-case names.
    """
    error = _error_in(answer)
    said = asked.hide(_message(answer, error))[:LOOKED_AT]
    line = asked.told(f"{status} {asked.short(said)}".rstrip())
    named = {str(error.get("code")), str(error.get("type"))}
    return (
        _by_code(status, named, line)
        or _by_words(status, said, line)
        or _by_status(status, line, said, wait(headers))
    )


def wait(headers: Mapping[str, str]) -> float | None:
    """The seconds that Retry-After asks to wait: milliseconds, seconds or a date; None without."""
    for name, unit in (("retry-after-ms", 1_000), ("retry-after", 1)):
        try:
            seconds = float(headers[name]) / unit
        except (KeyError, ValueError):
            continue
        return max(0.0, seconds) if math.isfinite(seconds) else None
    try:
        until = parsedate_to_datetime(headers.get("retry-after", ""))
    except ValueError:
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())


def _by_code(status: int, named: set[str], line: str) -> ModelError | None:
    if status == 402 or named & _NO_CREDIT:
        return NoCredit(line, hint="add credit to the account, or use another key")
    if named & _FILTERED:
        return Filtered(line)
    return None


def _by_words(status: int, said: str, line: str) -> ModelError | None:
    # At 429 only these words mean that waiting does not help: one request is above the quota.
    if status == 429 and "request too large" in said.casefold():
        return _too_long(line)
    if status == 413 or (status in _TOO_LONG_STATUS and _TOO_LONG.search(said)):
        return _too_long(line)
    if status == 400 and _BAD_KEY.search(said):
        return _key_refused(line)
    if status == 400 and _NO_MODEL.search(said):
        return _no_such_model(line)
    return None


def _by_status(status: int, line: str, said: str, seconds: float | None) -> ModelError:
    if status in {401, 403}:
        return _key_refused(line)
    if status in {404, 405, 410} or status < 400:
        return _no_such_model(line)
    if status == 429:
        return Busy(line, hint="wait, or lower --concurrency", wait=seconds)
    if status in {408, 409, 425} or status >= 500:
        return ServerFailed(line, hint="try again later", wait=seconds)
    return Refused(line, hint="the server does not take the request in this form", said=said)


def _key_refused(line: str) -> KeyRefused:
    return KeyRefused(line, hint="set OPENAI_API_KEY to a key that this server takes")


def _no_such_model(line: str) -> NoSuchModel:
    return NoSuchModel(line, hint="`summarize models` lists what it offers; check --base-url too")


def _too_long(line: str) -> TooLong:
    return TooLong(line, hint="set --context to what the server takes")


def _error_in(answer: object) -> Mapping[str, Any]:
    if isinstance(answer, list) and answer:  # Gemini
        answer = answer[0]
    if not isinstance(answer, Mapping):
        return {}
    error = answer.get("error", answer)
    return error if isinstance(error, Mapping) else {"message": error}


def _message(answer: object, error: Mapping[str, Any]) -> str:
    for name in ("message", "detail", "msg"):  # "detail" is FastAPI's
        if error.get(name):
            return str(error[name])
    return answer if isinstance(answer, str) else ""
