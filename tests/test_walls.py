"""The walls of the house: a library stands only where it is let in, and news flows one way."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "summarize"

# Where each library may be imported: a folder, or a single file by a noqa on its import line.
DOORS = {
    "aiohttp": ["fetch/", "models/endpoint.py"],
    "protego": ["fetch/"],
    "click": ["cli/"],
    "rich": ["cli/"],
    "jinja2": ["templates/", "report/"],
    "trafilatura": ["read/"],
    "openai": ["models/endpoint.py", "models/batch.py"],
    "tiktoken": ["text/tokens.py"],
    "sqlite3": ["store_sqlite.py"],
    "psycopg": ["store_postgresql.py"],
    "ray": ["scale/"],
}
# A place in each part of the house, where nothing is let in that has no door there.
PLACES = [
    "pipeline.py", "article.py", "templates/new.py", "store.py", "cli/new.py", "read/new.py",
    "fetch/new.py", "text/new.py", "stories/new.py", "local/new.py", "check/new.py",
    "compare/new.py", "report/new.py",
]  # fmt: skip
# As news flows: a room may use those before it, never one after it.
ROOMS = [
    "errors", "aside", "one_thread", "text", "article", "claims", "edition", "reported",
    "settings_keys", "stored", "settings", "templates", "store_tables", "store_sqlite",
    "store_postgresql", "store", "stored_editions", "fetch", "ours", "read", "outlets", "stories",
    "models", "writer", "briefs", "local", "check", "compare", "report", "checked", "engine",
    "filters", "period", "sources", "asleep", "history", "continued", "gaps", "options", "told",
    "chosen", "pipeline", "scale", "cases", "evaluate", "cli",
]  # fmt: skip


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _bans() -> dict[str, Any]:
    ruff = _toml(ROOT / "pyproject.toml")["tool"]["ruff"]
    bans: dict[str, Any] = ruff["lint"]["flake8-tidy-imports"]["banned-api"]
    return bans


def _reported(place: str, lines: list[str]) -> set[str]:
    """Which lines ruff reports as passing a wall when they stand in `place`."""
    command = [sys.executable, "-m", "ruff", "check", "--select", "TID251", "--no-cache"]
    found = subprocess.run(
        [*command, "--output-format", "json", "--stdin-filename", str(PACKAGE / place), "-"],
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert not found.stderr, found.stderr
    return {lines[finding["location"]["row"] - 1] for finding in json.loads(found.stdout)}


def _has_door(library: str, place: str) -> bool:
    return any(place.startswith(door) for door in DOORS[library] if door.endswith("/"))


def _folder_rules() -> list[Path]:
    return sorted(PACKAGE.rglob("ruff.toml"))


def test_every_wall_of_the_configuration_has_its_doors_listed_here() -> None:
    assert set(_bans()) == set(DOORS)


@pytest.mark.parametrize("place", PLACES)
def test_a_library_is_let_in_only_at_its_door(place: str) -> None:
    imports = {library: f"import {library}" for library in DOORS}
    forbidden = {line for library, line in imports.items() if not _has_door(library, place)}
    assert _reported(place, list(imports.values())) == forbidden


@pytest.mark.parametrize("line", ["from openai import OpenAI", "import openai.types as t"])
def test_a_wall_stops_every_form_of_import(line: str) -> None:
    assert _reported("cli/new.py", [line]) == {line}


def test_a_single_file_is_let_in_by_a_noqa_on_its_import() -> None:
    assert not _reported("templates.py", ["import jinja2  # noqa: TID251"])


@pytest.mark.parametrize("rules", _folder_rules(), ids=lambda path: path.parent.name)
def test_a_folder_repeats_every_wall_but_its_own_door(rules: Path) -> None:
    folder = f"{rules.parent.relative_to(PACKAGE).as_posix()}/"
    walls = _toml(rules)["lint"]["flake8-tidy-imports"]["banned-api"]
    expected = {name: ban for name, ban in _bans().items() if folder not in DOORS[name]}
    assert walls == expected


@pytest.mark.parametrize("rules", _folder_rules(), ids=lambda path: path.parent.name)
def test_a_folder_changes_nothing_else_of_the_rules(rules: Path) -> None:
    config = _toml(rules)
    assert (rules.parent / config.pop("extend")).resolve() == ROOT / "pyproject.toml"
    assert config.keys() == {"lint"}
    assert config["lint"].keys() == {"flake8-tidy-imports"}


def test_a_wall_is_passed_by_noqa_only_where_a_file_has_a_door() -> None:
    passed = [
        (path.relative_to(PACKAGE).as_posix(), line.split()[1].split(".")[0])
        for path in sorted(PACKAGE.rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if "TID251" in line
    ]
    assert [(place, name) for place, name in passed if place not in DOORS.get(name, [])] == []


def _used_rooms(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "summarize":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("summarize."):
            yield str(node.module).split(".")[1]
        elif isinstance(node, ast.Import):
            names = [alias.name.split(".") for alias in node.names]
            yield from (name[1] for name in names if name[0] == "summarize" and len(name) > 1)


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_every_file_of_the_package_stands_in_a_room() -> None:
    rooms = {_room(path) for path in PACKAGE.rglob("*.py")}
    assert rooms - {"__init__", "__main__"} <= set(ROOMS)


def test_nothing_flows_back_up() -> None:
    backwards = [
        f"{path.relative_to(ROOT)} uses {used}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if _room(path) in ROOMS
        for used in _used_rooms(path)
        if used in ROOMS and ROOMS.index(used) > ROOMS.index(_room(path))
    ]
    assert backwards == []
