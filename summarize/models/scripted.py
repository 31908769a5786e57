"""Replies from a file, in place of a server: for tests, examples, and running a day again.

Each line is one JSON object, and the first that matches a request answers it:
`request` (the hash of the request), `template` and `contains` (a part of any message) say what it
matches, `times` how often. `reply` is the text or the object replied, `finish` why it ended,
`usage` its tokens. `error` names a class of `errors.py` that is raised instead.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from textwrap import shorten
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from summarize import errors
from summarize.errors import ModelError, NoScriptedReply, OutputError, UsageError
from summarize.models.finish import judge
from summarize.models.request import Model, Reply, Request, Usage

_SHOWN = 80  # characters of a part that did not occur, in an error


class Line(BaseModel):
    """One line of a script."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    request: str | None = None
    template: str | None = None
    contains: str | None = None
    times: int | None = Field(default=None, ge=1)
    reply: str | dict[str, Any] | None = None
    finish: str = "stop"
    usage: Usage | None = None
    error: str | None = None

    @field_validator("error")
    @classmethod
    def _is_known(cls, name: str | None) -> str | None:
        kind = getattr(errors, name, None) if name is not None else ModelError
        if not (isinstance(kind, type) and issubclass(kind, ModelError)):
            raise ValueError(f"no error of a model is named {name!r}")
        return name

    @model_validator(mode="after")
    def _answers(self) -> Line:
        if self.error is None and "reply" not in self.model_fields_set:
            raise ValueError("neither reply nor error")
        return self

    def matches(self, request: Request) -> bool:
        """Whether it answers the request."""
        return (
            self.request in {None, request.hash}
            and self.template in {None, request.template}
            and (
                self.contains is None
                or any(self.contains in message.content for message in request.messages)
            )
        )

    def answer(self) -> Reply:
        """The reply, judged as one of a server is. Raises the error that is scripted."""
        if self.error is not None:
            kind: type[ModelError] = getattr(errors, self.error)
            raise kind(f"{self.error}, as the script says")
        text = (
            json.dumps(self.reply, ensure_ascii=False)
            if isinstance(self.reply, dict)
            else self.reply
        )
        return Reply(judge(text, self.finish), self.finish, self.usage)


class Scripted:
    """A model that answers from a script. `digest` stands for the endpoint in a ledger's key."""

    def __init__(self, lines: list[Line], *, name: str, digest: str) -> None:
        self.digest = digest
        self._name = name
        self._lines = lines
        self._used = [0] * len(lines)

    @classmethod
    def load(cls, path: Path) -> Scripted:
        """The script at `path`. UsageError names the line that is none, and what is wrong in it."""
        try:
            content = path.read_bytes()
            text = content.decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
            raise UsageError(f"cannot read the script {path}: {reason}") from None
        lines = [
            _line(line, f"{path}:{number}")
            for number, line in enumerate(text.split("\n"), start=1)
            if line.strip()
        ]
        return cls(lines, name=str(path), digest=hashlib.sha256(content).hexdigest())

    async def ask(self, request: Request) -> Reply:
        """What the first line says that matches. NoScriptedReply where none does."""
        for place, line in enumerate(self._lines):
            spent = line.times is not None and self._used[place] >= line.times
            if not spent and line.matches(request):
                self._used[place] += 1
                return line.answer()
        raise NoScriptedReply(
            f"{self._name} has no reply to template {request.template}, request {request.hash}"
            f"{self._nearest(request)}",
            hint="add a line for it, or write one with --record",
        )

    def _nearest(self, request: Request) -> str:
        """Why the lines for the template of a request do not answer it; empty without such."""
        near = [
            line
            for line in self._lines
            if line.template == request.template and not line.matches(request)
        ]
        if not near:
            return ""
        there = "a line" if len(near) == 1 else f"{len(near)} lines"
        said = f": {there} of this template {'is' if len(near) == 1 else 'are'} there, but "
        for line in near:
            if line.request in {None, request.hash}:
                part = shorten(str(line.contains), _SHOWN, placeholder=" …")
                whose = "its contains" if len(near) == 1 else "the contains of the first"
                return f"{said}{whose} (“{part}”) did not occur in the request"
        return f"{said}recorded for another request"


class Recorder:
    """Writes what a model replies as lines of a script, one for each request."""

    def __init__(self, inner: Model, path: Path, *, after: Recorder | None = None) -> None:
        """Replace the file at `path`, or add to what `after` wrote. OutputError where it cannot."""
        self._inner = inner
        self._path = path.absolute()
        self._recorded: set[str] = set()
        self.trouble: OutputError | None = None
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._error(error.strerror) from None
        self._write("ab" if after else "wb", b"")

    async def ask(self, request: Request) -> Reply:
        """The reply of the inner model, which is in the file when it is returned.

        `trouble` says why it is not, where the file cannot be written any more.
        """
        reply = await self._inner.ask(request)
        if request.hash not in self._recorded:
            self._recorded.add(request.hash)
            try:
                self._write("ab", _recorded(request, reply))
            except OutputError as error:  # a reply that was paid is not lost for it
                self.trouble = error
        return reply

    def _write(self, mode: str, line: bytes) -> None:
        try:
            # In one piece and at once: a run that is killed leaves whole lines.
            with self._path.open(mode, buffering=0) as file:
                whole = file.write(line) == len(line)
        except OSError as error:
            raise self._error(error.strerror) from None
        if not whole:
            raise self._error("the disk is full")

    def _error(self, reason: str | None) -> OutputError:
        hint = "name another place with --record"
        return OutputError(f"cannot write {str(self._path)!r}: {reason}", hint=hint)


def _line(text: str, where: str) -> Line:
    try:
        return Line.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        what = f"{field}: {first['msg']}" if field else first["msg"]
        raise UsageError(f"{where}: {what}", hint="mend the line of the script") from None


def _recorded(request: Request, reply: Reply) -> bytes:
    try:
        said = json.loads(reply.text)
    except (ValueError, RecursionError):
        said = None
    usage = reply.usage
    line = {
        "request": request.hash,
        "template": request.template,
        "reply": said if isinstance(said, dict) else reply.text,
        "finish": reply.finish,
        "usage": usage and {"input": usage.input, "cached": usage.cached, "output": usage.output},
    }
    return (json.dumps(line, ensure_ascii=False) + "\n").encode("utf-8", "replace")
