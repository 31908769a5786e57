"""A key is found nowhere after a run, whatever a server says; `benchmarks/canary.py` runs more."""

from __future__ import annotations

import base64
from pathlib import Path
from urllib.parse import quote

import canary
import pytest
from bad_replies import EVENTS, write_pile
from canary_runs import KEY, runs

RUNS = {(run.kind, run.name): run for run in runs()}


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    title = next(iter(EVENTS))
    write_pile(tmp_path / "pile", {title: EVENTS[title]})
    return tmp_path / "pile"


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("key said again", "401 message"),
        ("key said again", "200 content"),
        ("redirects", "307"),
        ("no end", "hangs, Ctrl-C"),
    ],
)
async def test_a_key_that_was_sent_is_found_nowhere(
    kind: str, name: str, pile: Path, tmp_path: Path
) -> None:
    ended = await canary.execute(RUNS[kind, name], tmp_path / "run", pile)

    assert ended.heard
    assert (ended.found, ended.forwarded, ended.traceback) == ((), 0, False)


@pytest.mark.parametrize("name", ["address: no scheme", "address: query", "the file is the key"])
async def test_a_key_where_none_belongs_is_not_repeated(
    name: str, pile: Path, tmp_path: Path
) -> None:
    ended = await canary.execute(RUNS["mistakes", name], tmp_path / "run", pile)

    assert (ended.found, ended.heard, ended.traceback) == ((), False, False)


@pytest.mark.parametrize(
    "said",
    [
        f"key: {KEY}",
        KEY.upper(),
        KEY[: len(KEY) // 2 + 1],
        quote(KEY, safe=""),
        base64.b64encode(f"Bearer {KEY}".encode()).decode(),
        base64.b64encode(f"user:{KEY}".encode()).decode(),
        base64.b64encode(f"a:{KEY}".encode()).decode(),
    ],
)
def test_a_key_in_another_form_is_found(said: str) -> None:
    assert canary.search(said.encode())
    assert canary.search(b"the [key] of the desk") == []
