"""The examples in the help are true: each is run in a folder that has what it names."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import click
import pytest
from hostile_site import page

from summarize.cli.main import summarize
from tests.cli.conftest import DAM, RATE, Run
from tests.sources.conftest import Open, feed, item, site

__all__ = ["site"]
WEB = "https://ledger.example"

PAGE = f"<html lang=en><title>Karrow Dam bursts</title><article><p>{DAM}</p></article></html>"


def examples(command: click.Command) -> list[str]:
    return re.findall(r"^ +(summarize .+)$", command.help or "", flags=re.MULTILINE)


EXAMPLES = [line for command in summarize.commands.values() for line in examples(command)]


@pytest.fixture
def desk(news: Path, run: Run) -> Path:
    """What the examples name."""
    folder = news.parent
    for name in ("papers", "reports"):
        (folder / name).mkdir()
        (folder / name / "dam.txt").write_text(f"Karrow Dam bursts\n\n{DAM}\n", encoding="utf-8")
    for name in ("a.txt", "b.txt", "long-read.md"):
        (folder / name).write_text(f"Rate cut\n\n{RATE}\n", encoding="utf-8")
    for name in ("story.html", "a.html"):
        (folder / name).write_text(PAGE, encoding="utf-8")
    line = json.dumps({"title": "Rate cut", "text": RATE}) + "\n"
    for name in ("feed.jsonl", "c.jsonl"):
        (folder / name).write_text(line, encoding="utf-8")
    for name in ("brief.md", "from-a-chat.md"):
        (folder / name).write_text(f"# Rate cut\n\n{RATE}\n", encoding="utf-8")
    (folder / "team").mkdir()
    run("brief", "papers", "-q", "-o", "report.json")
    (folder / "desk.toml").write_text('title = "Desk"\n', encoding="utf-8")
    return folder


@pytest.fixture
def ledger(site: Open, monkeypatch: pytest.MonkeyPatch) -> str:
    """The site that the examples name."""
    monkeypatch.setenv("SUMMARIZE_ALLOW_PRIVATE", "1")
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    pages = {"/": page(link.encode()), "/dam": page(PAGE.encode())}
    return site({**pages, "/feed": feed(item("Karrow Dam bursts", "/dam"))}).url


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_of_the_help_runs(
    run: Run,
    model_server: str,
    monkeypatch: pytest.MonkeyPatch,
    example: str,
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", model_server)
    if WEB in example:
        example = example.replace(WEB, request.getfixturevalue("ledger"))
    for day in range(9, 13) if example.startswith("summarize editions") else ():
        run("daily", "papers", "-q", "--date", f"2026-03-{day:02}")

    ran = run(*shlex.split(example.replace("http://127.0.0.1:11434/v1", model_server))[1:])

    assert ran.code == 0, ran.err


@pytest.mark.parametrize("name", sorted(summarize.commands))
def test_each_command_shows_three_examples(name: str) -> None:
    assert len(examples(summarize.commands[name])) == 3


def every(command: click.Command, *path: str) -> list[tuple[str, ...]]:
    """The paths of a command and all below it."""
    below = command.commands if isinstance(command, click.Group) else {}
    return [path, *(found for name, one in below.items() for found in every(one, *path, name))]


@pytest.mark.parametrize("path", every(summarize), ids=" ".join)
def test_help_fits_80_columns(
    run: Run, monkeypatch: pytest.MonkeyPatch, path: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    assert [line for line in run(*path, "--help").out.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_can_complete_commands(
    run: Run, monkeypatch: pytest.MonkeyPatch, shell: str
) -> None:
    monkeypatch.setenv("_SUMMARIZE_COMPLETE", f"{shell}_source")

    assert "summarize" in run().out
