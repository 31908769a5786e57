"""What is asked of a model, and what came back.

`Ledger(Ladder(Limits(Budget(Endpoint))))`: each of these is a `Model`, and each passes on a
`Request`. Only the innermost knows how one is sent.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, ClassVar, Literal, Protocol

from pydantic import BaseModel, ConfigDict

from summarize.article import Quote
from summarize.templates.fields import Field

Role = Literal["system", "user"]
# How a reply is asked for, best first: the rungs of the ladder.
Form = Literal["json_schema", "json_object", "words", "prose"]


class Shape(BaseModel):
    """The shape of a reply. Unknown fields are ignored: a server may add what it likes.

    `added` are those that a template adds to the shipped ones.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    added: ClassVar[tuple[Field, ...]] = ()

    @classmethod
    def of_prose(cls, text: str) -> dict[str, Any] | None:
        """A reply made of prose with `[n]` marks, as the object asked for; None if it cannot be."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a call."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class Sending:
    """How a request is put to one server: the rung of the ladder, and what it does not take."""

    form: Form = "json_schema"
    limit_name: Literal["max_completion_tokens", "max_tokens"] = "max_completion_tokens"
    without: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Request:
    """One question to a model.

    `quotes[n - 1]` is the passage that was shown with number n, `evidence` the text that shows
    them, as the template was given it. `max_output` bounds the tokens of the reply; one that was
    cut there may have up to `longest_output` at the next try. `prompt_tokens` is our count of the
    messages (exact, or estimated upwards), `language` a code of two letters that the reply must be
    written in, `label` what the request is about, for a person. Lower `priority` goes first.
    `sending` is set by the ladder and is no part of what is asked. Nor is `place`: it is closed
    once the answer is on disk, and gives back what is held until then.
    """

    template: str
    messages: tuple[Message, ...]
    shape: type[Shape]
    label: str
    quotes: tuple[Quote, ...] = field(default=(), repr=False)
    evidence: str = field(default="", repr=False)
    max_output: int = 1_024
    longest_output: int = 0
    prompt_tokens: int = 0
    temperature: float | None = None
    language: str | None = None
    priority: float = 0.0
    sending: Sending = Sending()
    place: ExitStack | None = field(default=None, repr=False, compare=False)

    @cached_property
    def schema(self) -> Mapping[str, Any]:
        """The JSON Schema of the reply."""
        return strict_schema(self.shape)

    @property
    def schema_tokens(self) -> int:
        """Tokens of the schema where it has to be said in words, counted upwards."""
        return len(json.dumps(self.schema)) // 3

    @cached_property
    def hash(self) -> str:
        """sha256 over template name, messages and schema: what `Scripted` and a dry run name."""
        said = [[message.role, message.content] for message in self.messages]
        return _sha256([self.template, said, self.schema])

    def key(self, endpoint: str, model: str) -> str:
        """sha256 over all that decides the answer: the ledger's key."""
        return _sha256([endpoint, model, self.hash, self.max_output, self.temperature])


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one or several calls; `cached` is the part of `input` that the server had."""

    input: int = 0
    cached: int = 0
    output: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.input + other.input, self.cached + other.cached, self.output + other.output
        )


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model said. `text` is the body; above the ladder it is one JSON object that fits.

    `finish` is the server's own word for why it ended. `usage` is None where it gave none.
    `reused` says that it was on disk and cost nothing now.
    """

    text: str
    finish: str = "stop"
    usage: Usage | None = None
    reused: bool = False


class Model(Protocol):
    """Whoever can be asked."""

    async def ask(self, request: Request) -> Reply:
        """The reply. Raises a ModelError that says why there is none."""
        ...


@cache
def strict_schema(shape: type[BaseModel]) -> dict[str, Any]:
    """The schema as strict servers want it: no references, no titles, every field required."""
    whole = shape.model_json_schema()
    named = whole.pop("$defs", {})
    resolved: dict[str, Any] = _strict(whole, named)
    return resolved


def _strict(node: Any, named: Mapping[str, Any]) -> Any:
    if isinstance(node, list):
        return [_strict(one, named) for one in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _strict(named[node["$ref"].rsplit("/", 1)[-1]], named)
    kept = {
        k: v
        for k, v in node.items()
        if k not in {"title", "default", "description"} or k == "properties"
    }
    made = {k: _strict(v, named) for k, v in kept.items()}
    if isinstance(made.get("properties"), dict):
        made["properties"] = {name: _strict(one, named) for name, one in node["properties"].items()}
        made["required"] = list(made["properties"])
        made["additionalProperties"] = False
    return made


def _sha256(parts: list[Any]) -> str:
    said = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
