"""What of a report is printed, from the options of the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from summarize.errors import UsageError
from summarize.report.desk import Printing
from summarize.templates.variables import Given


def printing_of(choices: Mapping[str, Any], given: Given) -> Printing:
    """The choices of the options that say what is printed, with the templates that were given.

    UsageError where a file that is asked for cannot be without what is left out.
    """
    _refuse_bare_json(choices["output"], choices["embed"])
    return Printing(
        choices["words"],
        choices["show_withheld"],
        given.folders,
        given.variables,
        sections=choices["sections"],
        embed=choices["embed"],
        mermaid=choices["mermaid"],
        cite=choices["cite"],
    )


def _refuse_bare_json(names: Sequence[str], embed: str | None) -> None:
    bare = [name for name in names if embed == "none" and name.lower().endswith(".json")
            and not name.lower().endswith(".csl.json")]  # fmt: skip
    if bare:
        raise UsageError(
            f"{bare[0]!r} cannot be without its passages: they are what a claim is checked against",
            hint="use --embed passages",
        )
