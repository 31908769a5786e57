"""A folder of prompts with a case, an article and the replies to it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from summarize.cases.case import Case, load
from summarize.cases.running import Result, Setup, run_cases
from summarize.settings import Settings
from summarize.templates import Folders

ARTICLE = (
    "The Karrow Dam failed on Monday night, and the flood reached two towns in the valley within "
    "half an hour. The governor said that rescuers brought 340 people to safety. The highway to "
    "the coast is closed. Engineers will check the bridge on March 20."
)
Say = dict[str, Any]
Write = Callable[..., Path]
Made = Callable[..., Case]
Play = Callable[..., Awaitable[Result]]


def cited(text: str, *cites: int) -> Say:
    return {"text": text, "cites": list(cites)}


def reply(*claims: Say, **more: Any) -> Say:
    """A reply of the template `article`."""
    said = {"bottom_line": claims[0], "claims": list(claims[1:]), "who": [], "where": []}
    return {**said, "quotations": [], **more}


# All of it stands in the article.
GOOD = reply(
    cited("The Karrow Dam failed on Monday night.", 1),
    cited("The governor said that rescuers brought 340 people to safety.", 2),
    cited("The highway to the coast is closed.", 3),
)
CANNOT = {"template": "repair", "reply": {"text": "", "cites": []}}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """`write(**keys)`: the file of a case about one article, with these keys beside the usual."""

    def made(asserts: str = "min_words = 1", name: str = "dam", **keys: str) -> Path:
        tests = tmp_path / "prompts" / "tests"
        tests.mkdir(parents=True, exist_ok=True)
        (tests / "dam.md").write_text(
            f"---\npublished: 2026-03-10\n---\n\n# Karrow Dam fails\n\n{ARTICLE}\n",
            encoding="utf-8",
        )
        given = {"kind": '"article"', "inputs": '["dam.md"]', "replies": '"dam.jsonl"', **keys}
        lines = [f"{key} = {value}" for key, value in given.items() if value]
        path = tests / f"{name}.toml"
        path.write_text("\n".join([*lines, "[assert]", asserts]), encoding="utf-8")
        return path

    return made


@pytest.fixture
def make(write: Write, tmp_path: Path) -> Made:
    """`make(asserts, *lines)`: a case that is answered from the lines, else from `GOOD`."""

    def made(asserts: str, *lines: Say, **keys: str) -> Case:
        path = write(asserts, **keys)
        script = lines or ({"template": "article", "reply": GOOD},)
        text = "".join(f"{json.dumps(line)}\n" for line in script)
        (tmp_path / "prompts" / "tests" / "dam.jsonl").write_text(text, encoding="utf-8")
        return load(path)

    return made


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    """What cases are run with: the folder of prompts that holds them."""
    return Setup(Settings({}), Folders((tmp_path / "prompts",)))


@pytest.fixture
def play(make: Made, setup: Setup) -> Play:
    """`await play(asserts, *lines)`: the result of a case made so."""

    async def played(asserts: str, *lines: Say, **keys: str) -> Result:
        (result,) = await run_cases([make(asserts, *lines, **keys)], setup, lambda _line: None)
        return result

    return played
