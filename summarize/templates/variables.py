"""Variables that a person gives to templates: `--set NAME=VALUE`, and `[vars]` of the settings.

The front matter of a template gives way to the settings, and these to `--set`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarize.errors import UsageError
from summarize.templates.folders import Folders
from summarize.templates.known import PROMPTS, REPORTS, prompt_file
from summarize.templates.names import unknown
from summarize.templates.prompts import GIVEN, Prompts
from summarize.templates.reports import PAGE
from summarize.templates.structure import closure

TAKEN = (*GIVEN, PAGE)  # names whose values come from the run


@dataclass(frozen=True)
class Given:
    """Where the templates of a run are found, and what was given to them."""

    folders: Folders
    variables: Mapping[str, object]


def join_variables(pairs: Sequence[str], settings: Mapping[str, object]) -> dict[str, object]:
    """What `settings` and `pairs` (`NAME=VALUE`) give; UsageError where a name cannot be given."""
    found = dict(settings)
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(f"--set {pair!r} gives no value", hint="write it as NAME=VALUE")
        found[name] = value
    for name in found:
        if name in TAKEN:
            raise UsageError(
                f"the variable {name!r} is given by the run", hint="set one of another name"
            )
        if not (name.isidentifier() and name.isascii()):
            raise UsageError(
                f"{name!r} is no name of a variable", hint="use letters, digits and _ only"
            )
    return found


def refuse_unused(variables: Mapping[str, object], folders: Folders) -> None:
    """UsageError where one of `variables` is used by no template in `folders`.

    All templates are looked at, for a run uses some of them only.
    """
    if not variables:
        return
    used = used_variables(folders)
    if unused := sorted(variables.keys() - used):
        names = ", ".join(sorted(used)) or "none"
        raise UsageError(
            f"no template uses the variable {unused[0]!r}", hint=f"those in use: {names}"
        )


def used_variables(folders: Folders) -> set[str]:
    """The names that templates of prompts and reports look up, but for those the run gives."""
    sandbox = Prompts(folders).environment
    files = {
        file.name: file
        for name in (*map(prompt_file, PROMPTS), *REPORTS)
        for file in closure(name, sandbox.sources)
    }
    return {found.name for found in unknown(list(files.values()), sandbox, TAKEN)}
