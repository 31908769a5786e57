"""What is loaded, and what is not: help must be there at once, heavy parts load when used."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {
    "asyncio", "jinja2", "lxml", "numpy", "openai", "ray", "rensa", "rich", "scipy", "Stemmer",
    "trafilatura",
}  # fmt: skip

# Runs the program as `python -m summarize` does, and says afterwards what was loaded.
PROBE = """
import contextlib, io, json, runpy, sys
said = io.StringIO()
with contextlib.redirect_stdout(said), contextlib.suppress(SystemExit):
    if sys.argv[1:]:
        runpy.run_module("summarize", run_name="__main__", alter_sys=True)
    else:
        import summarize
print(json.dumps({"said": said.getvalue(), "loaded": sorted(sys.modules)}))
"""


def _probe(*arguments: str) -> tuple[str, set[str]]:
    """What was printed, and the top-level packages that were loaded."""
    command = [sys.executable, "-c", PROBE, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    result = json.loads(done.stdout)
    return result["said"], {name.split(".")[0] for name in result["loaded"]}


def test_importing_the_package_loads_nothing_heavy() -> None:
    _, loaded = _probe()
    assert "summarize" in loaded
    assert loaded & HEAVY == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["daily", "--help"],
        ["brief", "--help"],
        ["article", "--help"],
        ["read", "--help"],
    ],
    ids=" ".join,
)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    said, loaded = _probe(*arguments)
    assert said.startswith(("Usage: ", "summarize"))
    assert loaded & HEAVY == set()
