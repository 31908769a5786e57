"""The options that say where templates are found and what they are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.cli.options import option, options
from summarize.errors import TemplateFault

if TYPE_CHECKING:
    from summarize.settings import Settings
    from summarize.templates import Folders
    from summarize.templates.variables import Given

prompts = option(
    "--prompts",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Look for templates here first; repeatable. Then: settings, ./prompts, your config "
    "folder, the package.",
)
set_variables = click.option(
    "--set",
    "set_variables",
    multiple=True,
    metavar="NAME=VALUE",
    help="Give a variable to the templates; repeatable.",
)
strict_prompts = option(
    "--strict-prompts",
    multiple=True,
    metavar="NAME",
    help="Fail where the template NAME is the package's own; repeatable.",
)
given = options(prompts, set_variables, strict_prompts)  # those of a run


def folders_of(named: Sequence[Path], settings: Settings) -> Folders:
    """The folders in the order of looking: those `named`, then those of the settings."""
    from platformdirs import user_config_path

    from summarize.templates.folders import require_folder, search

    listed: Any = settings.values.get("prompts", [])
    set_there = [Path(folder) for folder in listed]
    for folder in set_there:
        require_folder(folder, settings.path)
    return search([*named, *set_there], here=Path(), config=user_config_path("summarize"))


def given_of(named: Sequence[Path], pairs: Sequence[str], settings: Settings) -> Given:
    """Folders and variables of the command line and the settings. UsageError as in `templates`."""
    from summarize.templates.variables import Given, join_variables, typed_in

    variables = join_variables(pairs, settings.tables.get("vars", {}))
    return Given(folders_of(named, settings), variables, typed_in(pairs))


def with_unused(given: Given, settings: Settings) -> Given:
    """What is given, with the warning of what no template uses. UsageError where it was typed."""
    from summarize.templates.variables import unused_line, used_variables

    if not given.variables:
        return given
    try:
        used = used_variables(given.folders)
    except TemplateFault:
        if given.typed:
            raise
        return given  # a run that needs the broken template says so
    line = unused_line(given.variables, given.typed, used, settings.path)
    return replace(given, unused=f"Warning: {line}" * bool(line))


def given_to_run(choices: Mapping[str, Any]) -> Given:
    """What a run is given; what would fail at its end fails here."""
    from summarize.report.template_lint import refuse_faulty
    from summarize.templates import Prompts
    from summarize.templates.shelf import require_own

    given = given_of(choices["prompts"], choices["set_variables"], choices["config"])
    require_own(choices["strict_prompts"], given.folders)
    given = with_unused(given, choices["config"])
    refuse_faulty(given.folders, given.variables)
    asks = choices["model"] != "local" or choices["judge"] is not None
    if given.folders.own and asks:
        Prompts(given.folders, given.variables).try_all()
    return given


def in_use(config: Path | None, folders: Folders) -> str:
    """The settings file and the folders of a run in one line; empty where there are none."""
    parts = [f"settings {config}"] if config else []
    if folders.own:
        parts.append(f"prompts from {', '.join(f'{folder}/' for folder in folders.own)}")
    return f"using {'; '.join(parts)}" if parts else ""
