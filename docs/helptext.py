"""Writes help and settings into a page, for `make docs` and `make docs-check` (cog)."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from contextlib import redirect_stdout, suppress
from io import StringIO

import cog  # type: ignore[import-not-found]  # cog gives it to the code it runs

from summarize.cli import main
from summarize.settings_keys import (
    BATCH,
    BUDGET,
    COLUMNS,
    KINDS,
    KNOWN,
    MODELS,
    OUTLET,
    PROFILE,
    REPORT,
    SOURCE,
    SPLIT,
    Key,
)

os.environ["COLUMNS"] = "80"  # so that the page is the same on every terminal


def help_of(*command: str) -> str:
    """What `summarize COMMAND --help` prints."""
    said = StringIO()
    sys.argv = ["summarize", *command, "--help"]
    with redirect_stdout(said), suppress(SystemExit):
        main()
    return said.getvalue().rstrip()


def commands(*group: str) -> list[str]:
    """The names of the commands of a group, in the order its help gives them."""
    _, _, rest = help_of(*group).partition("Commands:\n")
    listed, _, _ = rest.partition("\n\n")  # empty where it is no group
    return re.findall(r"^  (\S+)", listed, flags=re.MULTILINE)


def show(*command: str) -> None:
    """Put the help of one command into the page, as a dialogue that the tests run."""
    line = " ".join(["summarize", *command, "--help"])
    cog.outl(f"```console\n$ {line}\n{help_of(*command)}\n```")


def show_all() -> None:
    """Put the help of every command into the page, each under its heading."""
    show()
    for name in commands():
        cog.outl(f"\n## summarize {name}\n")
        show(name)
        for part in commands(name):
            cog.outl(f"\n### summarize {name} {part}\n")
            show(name, part)


def show_settings() -> None:
    """Put every setting into the page: those of the file itself, then those of its tables."""
    _table("Settings", KNOWN)
    _table("[batch]", BATCH)
    _table("[budget]", BUDGET)
    _table("[columns]", COLUMNS)
    _table("[split]", SPLIT)
    _table("[report]", REPORT)
    _table("[profile.NAME]", PROFILE)
    _table("[models.NAME]", MODELS)
    _table("[[outlet]]", OUTLET)
    _table("[[source]]", SOURCE)


def _table(heading: str, keys: Mapping[str, Key]) -> None:
    cog.outl(f"\n## {heading}\n\n| setting | value | meaning |\n|---|---|---|")
    for name, key in keys.items():
        kind = "two numbers" if (name, key.kind) == ("price", list) else KINDS[key.kind]
        cog.outl(f"| `{name} = {key.example}` | {kind} | {key.says} |")
