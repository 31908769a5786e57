"""An asker whose model is a script, given as lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from summarize.briefs.asking import Asker
from summarize.models.ladder import Forgetful, Ladder
from summarize.models.request import Model, Reply, Request
from summarize.models.scripted import Scripted
from summarize.models.window import Window
from summarize.templates import Prompts

Line = dict[str, Any]


@dataclass(frozen=True)
class Words:
    """Counts a word as a token: sizes that a reader of a test can see."""

    exact: bool = True

    def count(self, text: str) -> int:
        return len(text.split())


@dataclass
class Heard:
    """Passes every request on, and remembers it."""

    inner: Model
    requests: list[Request] = field(default_factory=list)

    async def ask(self, request: Request) -> Reply:
        self.requests.append(request)
        return await self.inner.ask(request)

    def templates(self) -> list[str]:
        return [request.template for request in self.requests]


@dataclass(frozen=True)
class Scene:
    asker: Asker
    heard: Heard


Script = Callable[..., Scene]


@pytest.fixture
def script(tmp_path: Path) -> Script:
    """`script(lines, context=8192)`: an asker that is answered from the lines."""

    def made(*lines: Line, context: int = 8_192, output: int = 2_000, words: int = 120) -> Scene:
        path = tmp_path / "script.jsonl"
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        heard = Heard(Ladder(Scripted.load(path), Forgetful()))
        window = Window(context, output, "--context")
        asker = Asker(heard, Prompts(), Words(), window, "en", words)
        return Scene(asker, heard)

    return made


def cited(text: str, *cites: int) -> Line:
    return {"text": text, "cites": list(cites)}


def brief(*claims: Line, **more: Any) -> Line:
    """A reply of the template `article` or `merge`: the first claim is its bottom line."""
    return {
        "bottom_line": claims[0],
        "claims": list(claims[1:]),
        "who": [],
        "where": [],
        "quotations": [],
    } | more


def story_reply(*claims: Line, **more: Any) -> Line:
    """A reply of the template `story`."""
    return brief(*claims) | {"headline": 1, "timeline": [], "differ": []} | more


def answer(template: str, reply: object, **more: Any) -> Line:
    """A line of a script."""
    return {"template": template, "reply": reply} | more
