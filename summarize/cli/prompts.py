"""`summarize prompts`: the templates, where they come from, and making them one's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.cli import options as given
from summarize.cli import prompt_options
from summarize.cli.prompts_cases import test_command
from summarize.cli.prompts_preview import preview_command

if TYPE_CHECKING:
    from summarize.cli.talk import Talk
    from summarize.settings import Settings
    from summarize.templates.folders import Found
    from summarize.templates.shelf import Entry

FOUND = 1  # exit code
WIDTH = 80  # columns of the list
_WIDTHS = (17, 12, 20, 26)  # of its columns, with what parts them
_FOLDER = Path("prompts")

_name = click.argument("name", metavar="NAME")
_folder = click.argument(
    "folder", metavar="[DIR]", default=_FOLDER, type=click.Path(path_type=Path, file_okay=False)
)
_force = click.option("--force", is_flag=True, help="Overwrite a file that is there.")
_where = given.options(prompt_options.prompts, given.config)


@click.group("prompts", short_help="The templates: see them, change them, check them.")
def prompts_group() -> None:
    """See the templates of prompts and reports, and make them your own.

    A template is looked for in the folders of --prompts, then in those of the settings, in
    ./prompts, in the folder prompts of your config folder, and last in the package. One of yours
    may replace a whole template, or extend the shipped one and replace a block.

    \b
    Examples:
      summarize prompts list
      summarize prompts copy story --block audience
      summarize prompts check
    """


@prompts_group.command("list", short_help="Each template, and where it was found.")
@_where
def list_command(prompts: Sequence[Path], config: Settings) -> None:
    """List each template: where it was found, what it shadows, its hash, what it is for.

    \b
    Examples:
      summarize prompts list
      summarize prompts list --prompts team/prompts
      summarize prompts list --config desk.toml
    """
    from summarize.cli.terminal import to_stdout
    from summarize.templates.shelf import listed

    entries = listed(prompt_options.folders_of(prompts, config))
    to_stdout("".join(f"{line}\n" for line in _table(entries)), wrap=False)


def _table(entries: Sequence[Entry]) -> Iterator[str]:
    import textwrap

    from summarize.cli.terminal import printable
    from summarize.templates.shelf import name_of

    yield _row("TEMPLATE", "HASH", "FOUND IN", "SHADOWS")
    for entry in entries:
        shadows = ", ".join(_place(found) for found in entry.shadows)
        yield _row(name_of(entry.name), entry.hash, _place(entry.found), shadows)
        said = textwrap.shorten(entry.description, WIDTH - 2, placeholder=" …")
        if said:
            yield f"  {printable(said)}"


def _row(*columns: str) -> str:
    from summarize.cli.terminal import printable

    cells = []
    for number, (text, width) in enumerate(zip(map(printable, columns), _WIDTHS, strict=True)):
        # The end of a path says more than its beginning; a name is there to be copied.
        cut = text if len(text) <= width or not number else f"…{text[1 - width :]}"
        cells.append(f"{cut:<{width}}")
    return f"{cells[0]} {cells[1]}  {cells[2]}  {cells[3]}".rstrip()


def _place(found: Found) -> str:
    return "package" if found.is_shipped else str(found.folder)


@prompts_group.command("show", short_help="A template, alone or with all that it extends.")
@_name
@click.option(
    "--resolved",
    is_flag=True,
    help="Put it together with what it extends: each block once, and where it is from.",
)
@_where
def show_command(name: str, resolved: bool, prompts: Sequence[Path], config: Settings) -> None:
    """Show the file of a template, or the template with everything that it extends.

    \b
    Examples:
      summarize prompts show story
      summarize prompts show story --resolved
      summarize prompts show report/head
    """
    from summarize.cli.terminal import to_stdout
    from summarize.templates import resolve
    from summarize.templates.shelf import file_of

    folders = prompt_options.folders_of(prompts, config)
    file = file_of(name)
    text = resolve.resolved(file, folders) if resolved else resolve.raw(file, folders)
    to_stdout(text.rstrip("\n") + "\n", wrap=False)


@prompts_group.command("copy", short_help="Copy a template, or one block of it, to change it.")
@_name
@_folder
@click.option("--block", metavar="BLOCK", help="Only this block; the rest stays the package's.")
@_force
@given.quiet
def copy_command(name: str, folder: Path, block: str | None, force: bool, quiet: bool) -> None:
    """Copy a shipped template to DIR (default: ./prompts), to change it there.

    With --block the file extends the shipped template and holds that block only. A line of it says
    what it was copied from, so that `prompts diff` can tell when the shipped one has changed.

    \b
    Examples:
      summarize prompts copy story --block audience
      summarize prompts copy story team/prompts
      summarize prompts copy report/situation
    """
    from summarize.templates import overrides
    from summarize.templates.shelf import file_of

    _write(folder, file_of(name), overrides.copy(name, block), force=force, quiet=quiet)


@prompts_group.command("new", short_help="Begin a template, with comments on what to change.")
@_name
@click.option(
    "--for",
    "base",
    required=True,
    type=click.Choice(["article", "story", "overview"]),
    help="The shipped template that it extends.",
)
@_folder
@_force
@given.quiet
def new_command(name: str, base: str, folder: Path, force: bool, quiet: bool) -> None:
    """Begin a template in DIR (default: ./prompts): who reads it, the task, and a field of yours.

    A run uses the templates that are named as the shipped ones are: name it story to be used for
    stories. One of another name is kept beside, and is used once your story.md.j2 extends it.

    \b
    Examples:
      summarize prompts new story --for story
      summarize prompts new overview --for overview team/prompts
      summarize prompts new briefing --for article
    """
    from summarize.templates import overrides
    from summarize.templates.shelf import file_of

    text = overrides.new(name, base)
    talk = _write(folder, file_of(name), text, force=force, quiet=quiet)
    if name != base:
        extends = f'{{% extends "{file_of(name)}" %}}'
        talk.say(f"no run uses it until {folder / file_of(base)} says {extends}")


def _write(folder: Path, file: str, text: str, *, force: bool, quiet: bool) -> Talk:
    from summarize.cli.output import write_file
    from summarize.cli.talk import Talk
    from summarize.templates.shelf import place_for

    path = place_for(file, folder, force=force)
    write_file(path, text, hint="name another folder")
    talk = Talk(quiet=quiet, verbose=False)
    talk.say(f"wrote {path}")
    return talk


@prompts_group.command("diff", short_help="How a template differs from the shipped one.")
@_name
@_where
@given.quiet
def diff_command(name: str, prompts: Sequence[Path], config: Settings, quiet: bool) -> None:
    """Show how your template differs from the shipped one, block by block.

    Whether the shipped one has changed since yours was copied is said on stderr.

    \b
    Examples:
      summarize prompts diff story
      summarize prompts diff report/situation
      summarize prompts diff story --prompts team/prompts
    """
    from summarize.cli.talk import Talk
    from summarize.cli.terminal import to_stdout
    from summarize.templates.resolve import compared
    from summarize.templates.shelf import file_of

    made = compared(file_of(name), prompt_options.folders_of(prompts, config))
    to_stdout(made.diff, wrap=False)
    talk = Talk(quiet=quiet, verbose=False)
    if not made.diff:
        talk.say(f"{name} says the same as the shipped template")
    if made.copied is None:
        return
    if made.copied == made.shipped:
        talk.say(f"the shipped template is as it was when it was copied ({made.copied})")
    else:
        talk.say(
            f"the shipped template has changed since it was copied ({made.copied}, now "
            f"{made.shipped})"
        )


@prompts_group.command("check", short_help="What is wrong with the templates.")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@prompt_options.prompts
@prompt_options.set_variables
@given.config
@given.quiet
def check_command(
    names: Sequence[str],
    prompts: Sequence[Path],
    set_variables: Sequence[str],
    config: Settings,
    quiet: bool,
) -> int:
    """Check templates: all that are found, or those named.

    Each finding is a line FILE:LINE: MESSAGE: syntax, unknown variables, blocks and fields,
    instructions that must not be lost, names of the reply that are not asked for, characters that
    nobody sees, variables of the settings that no template uses. Exit code 1 says that something
    was found.

    \b
    Examples:
      summarize prompts check
      summarize prompts check story report/situation
      summarize prompts check --prompts team/prompts --set audience=editors

    \b
    As a hook of pre-commit, in .pre-commit-config.yaml:
      - repo: local
        hooks:
          - id: prompts
            name: prompts
            entry: summarize prompts check
            language: system
            files: ^prompts/
            pass_filenames: false
    """
    from summarize.cli.talk import Talk
    from summarize.cli.terminal import counted, to_stdout
    from summarize.models.shapes import REPLIES
    from summarize.report.template_lint import lint_all
    from summarize.templates import shelf
    from summarize.templates.variables import unused_faults

    made = prompt_options.given_of(prompts, set_variables, config)
    replies = {name: reply.model_fields for name, reply in REPLIES.items()}
    wanted = [shelf.file_of(name) for name in names]
    faults = lint_all(made.folders, made.variables, replies, wanted)
    if config.path and not names:
        there = config.tables.get("vars", {})
        faults = sorted([*faults, *unused_faults(there, made.folders, config.path)])
    to_stdout("".join(f"{fault}\n" for fault in faults), wrap=False)
    checked = counted(len(wanted or shelf.names(made.folders)), "template", "templates")
    found = counted(len(faults), "finding", "findings")
    Talk(quiet=quiet, verbose=False).say(f"{checked} checked: {found}")
    return FOUND if faults else 0


for command in (preview_command, test_command):
    prompts_group.add_command(command)
