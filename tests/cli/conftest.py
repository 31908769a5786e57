"""A command line run in this process, with stdout, stderr and exit code apart."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from summarize.cli import main

DAM = (
    "The Karrow Dam burst on Monday night and flooded two towns in the valley below, the governor "
    "said. Rescuers in boats brought 340 people to safety from roofs and upper floors before dawn. "
    "The highway to the coast is closed, and trains stop in Wexmoor until the track is checked."
)
RATE = (
    "The central bank cut its key rate to 6.75 percent on Tuesday, the first cut in two years, and "
    "said that prices were rising more slowly than it had feared. Banks are expected to pass the "
    "cut on to borrowers within weeks, analysts at two of the largest lenders said in notes."
)


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _asked_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long a request waits after a failure is a matter of tests/models."""
    monkeypatch.setattr("summarize.models.limits.FIRST_BACKOFF", 0.01)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def call(*args: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        code = main([str(arg) for arg in args])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return call


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two articles, in a working folder with no settings anywhere near."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "dam.txt").write_text(f"Karrow Dam bursts\n\n{DAM}\n", encoding="utf-8")
    (folder / "rate.txt").write_text(f"Central bank cuts rate\n\n{RATE}\n", encoding="utf-8")
    return folder
