"""Requests as lines of files, and which of them go into the next file."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarize.models.batch import ANSWERS
from summarize.models.batch_store import Outcome

ID = 48  # hex digits of what names a request in a file; servers take 64 characters


@dataclass(frozen=True, slots=True)
class Sizes:
    """What a file may hold: the limits of OpenAI (November 2026)."""

    requests: int = 50_000
    bytes: int = 200_000_000


@dataclass(eq=False, slots=True)
class Line:
    """A request as a line of a file; `outcome` is what those who asked wait for."""

    id: str
    text: bytes
    tokens: int
    outcome: asyncio.Future[Outcome]

    def tell(self, what: Outcome | BaseException) -> None:
        """Tell those who wait what became of it, unless they know."""
        if self.outcome.done():
            return
        if isinstance(what, Outcome):
            self.outcome.set_result(what)
        else:
            self.outcome.set_exception(what)
            self.outcome.exception()  # who asked may have left


def line_id(endpoint: str, body: Mapping[str, object]) -> str:
    """What names a request in all batches: the same for the same question to the same server."""
    said = json.dumps([endpoint, body], sort_keys=True).encode()
    return hashlib.sha256(said).hexdigest()[:ID]


def line_text(id_: str, body: Mapping[str, object]) -> bytes:
    """The line of a request."""
    asked = {"custom_id": id_, "method": "POST", "url": ANSWERS, "body": body}
    return json.dumps(asked, ensure_ascii=False).encode() + b"\n"


class Queue:
    """The lines that are in no batch yet, in order; an account may have only so many tokens open.

    How many is learnt where a server refuses a batch for it (`crowded`).
    """

    def __init__(self, sizes: Sizes) -> None:
        self._sizes = sizes
        self._lines: dict[str, Line] = {}
        self._open = 0
        self._room: int | None = None

    @property
    def full(self) -> bool:
        """Whether there are enough for a file."""
        return len(self._lines) >= self._sizes.requests

    def __bool__(self) -> bool:
        return bool(self._lines)

    def add(self, line: Line) -> None:
        """One more."""
        self._lines[line.id] = line

    def clear(self) -> None:
        """Nobody waits any more."""
        self._lines.clear()

    def next_file(self) -> Sequence[Line]:
        """The lines of a file that may be sent now; none where there are none, or no room."""
        lines: list[Line] = []
        size = tokens = 0
        for line in self._lines.values():
            size += len(line.text)
            tokens += line.tokens
            full = len(lines) == self._sizes.requests or size > self._sizes.bytes
            crowded = self._room is not None and self._open + tokens > self._room
            if (full and lines) or (crowded and (lines or self._open)):
                break
            lines.append(line)
        for line in lines:
            del self._lines[line.id]
        self._open += sum(line.tokens for line in lines)
        return lines

    def ended(self, lines: Sequence[Line]) -> None:
        """A file is open no longer."""
        self._open -= sum(line.tokens for line in lines)

    def crowded(self, lines: Sequence[Line]) -> None:
        """The server found these too many: they wait again, and go in smaller files."""
        self._room = max(1, sum(line.tokens for line in lines) // 2)
        for line in lines:
            self.add(line)
