"""Variables that a person gives to templates: `--set NAME=VALUE`, and `[vars]` of the settings.

The front matter of a template gives way to the settings, and these to `--set`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarize.errors import TemplateFault, UsageError
from summarize.templates.faults import Fault
from summarize.templates.folders import Folders
from summarize.templates.known import PROMPTS, REPORTS, prompt_file
from summarize.templates.names import unknown
from summarize.templates.prompts import GIVEN, Prompts
from summarize.templates.reports import PAGE
from summarize.templates.structure import closure

TAKEN = (*GIVEN, PAGE)  # names whose values come from the run


@dataclass(frozen=True)
class Given:
    """Where the templates of a run are found, and what was given to them.

    `typed` are the variables of `--set`; `unused` is a warning of those of the settings that no
    template uses, or empty.
    """

    folders: Folders
    variables: Mapping[str, object]
    typed: frozenset[str] = frozenset()
    unused: str = ""


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


def typed_in(pairs: Sequence[str]) -> frozenset[str]:
    """The names of `pairs` (`NAME=VALUE`)."""
    return frozenset(pair.partition("=")[0] for pair in pairs)


def refuse_unused(variables: Mapping[str, object], folders: Folders) -> None:
    """UsageError where one of `variables` is used by no template in `folders`.

    All templates are looked at, for a run uses some of them only.
    """
    if variables:
        unused_line(variables, variables.keys(), used_variables(folders), None)


def unused_line(
    variables: Collection[str], typed: Collection[str], used: Collection[str], settings: Path | None
) -> str:
    """What to say of `variables` that are in the `settings` and not `used`; empty without such.

    UsageError where one of them was `typed`: what stands in settings may be for another folder of
    templates, what is typed for one run is meant for it.
    """
    names = f"those in use: {', '.join(sorted(used)) or 'none'}"
    unused = sorted(set(variables) - set(used))
    for name in unused:
        if name in typed:
            raise UsageError(f"no template uses the variable {name!r}", hint=names)
    return f"{settings}: [vars] {', '.join(unused)}: used by no template; {names}" * bool(unused)


def used_variables(folders: Folders) -> set[str]:
    """The names that templates of prompts and reports look up, but for those the run gives."""
    sandbox = Prompts(folders).environment
    files = {
        file.name: file
        for name in (*map(prompt_file, PROMPTS), *REPORTS)
        for file in closure(name, sandbox.sources)
    }
    return {found.name for found in unknown(list(files.values()), sandbox, TAKEN)}


def unused_faults(
    variables: Mapping[str, object], folders: Folders, settings: Path
) -> Iterator[Fault]:
    """Each of the `variables` of `[vars]` in the file `settings` that no template uses."""
    try:
        used = used_variables(folders) if variables else set()
    except TemplateFault:
        return  # it is a finding of its own, and may use them
    for name in sorted(variables.keys() - used):
        names = ", ".join(sorted(used)) or "none"
        message = f"[vars] {name}: used by no template; those in use: {names}"
        yield Fault(settings, _line_of(name, settings), message)


def _line_of(name: str, settings: Path) -> int:
    """The line in which a variable is given."""
    lines = settings.read_text(encoding="utf-8").split("\n")
    begin = next((n for n, line in enumerate(lines) if re.match(r"\s*\[\s*vars", line)), 0)
    given = re.compile(rf"\s*[\"']?{name}[\"']?\s*=")
    return next((n for n, line in enumerate(lines, 1) if n > begin and given.match(line)), 1)
