"""What tests of the web on the command line have in common."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

DAYS = {n: f"{datetime(2026, 3, n, 6, tzinfo=UTC):%a, %d %b %Y %H:%M:%S GMT}" for n in (8, 9, 10)}
SUMMARIZE = [sys.executable, "-m", "summarize"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with no settings anywhere near."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("SUMMARIZE_ALLOW_PRIVATE", "1")


def settings(*urls: str, head: str = "") -> Path:
    """A settings file with these sources."""
    path = Path("summarize.toml")
    listed = "".join(f'[[source]]\nname = "S{n}"\nurl = "{url}"\n' for n, url in enumerate(urls))
    path.write_text(head + listed, "utf-8")
    return path
