"""The templates that a person has: what they are called, where they are, what they shadow."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from summarize.errors import TemplateFault, UsageError
from summarize.templates import front
from summarize.templates.folders import DEFAULT, SHIPPED, Folders, Found, prompts_folder
from summarize.templates.known import PROMPTS, REPORTS, prompt_file
from summarize.templates.sources import Source, sources_of
from summarize.templates.structure import chain, digest

REPORT = "report/"
_ENDING = ".md.j2"
_COPIED = re.compile(r"^\{# copied from (?P<name>\S+) (?P<hash>[0-9a-f]{12}) #\}\n?", re.MULTILINE)


@dataclass(frozen=True)
class Entry:
    """A template: its file, those of the same name that it shadows, its hash, what it is for.

    Of one that cannot be used, `hash` is empty and `description` says why.
    """

    name: str
    found: Found
    shadows: tuple[Found, ...]
    hash: str
    description: str


def file_of(name: str) -> str:
    """The file of a template: `story` is `story.md.j2`, `report/head` is `report/head.md.j2`."""
    return name if name.endswith(".j2") else f"{name}{_ENDING}"


def name_of(file: str) -> str:
    """What a person calls the file."""
    return file.removesuffix(_ENDING)


def names(folders: Folders) -> list[str]:
    """The files of all templates: prompts in the order of their use, then a person's, reports."""
    places = (*folders.own, prompts_folder())
    found = {
        path.relative_to(place).as_posix()
        for place in places
        for pattern in ("*.j2", "report/*.j2")
        for path in place.glob(pattern)
    }
    known = [prompt_file(name) for name in PROMPTS]
    order = {name: number for number, name in enumerate((*known, *REPORTS))}

    def place(name: str) -> tuple[bool, int, str]:
        return name.startswith(REPORT), order.get(name, len(order)), name

    return sorted(found, key=place)


def listed(folders: Folders) -> list[Entry]:
    """All templates, those that cannot be used too."""
    return [_entry(name, folders) for name in names(folders)]


def _entry(name: str, folders: Folders) -> Entry:
    try:
        return _usable(name, folders)
    except TemplateFault as error:
        from summarize.templates.faults import fault_of

        folder = next(place for place in folders.own if os.path.lexists(place / name))
        why = fault_of(error, folder / name).message
        return Entry(name, Found(folder / name, folder), (), "", f"cannot be used: {why}")


def _usable(name: str, folders: Folders) -> Entry:
    found, *shadows = folders.all(name)
    sources = sources_of(folders)
    source = sources.get(name)
    # As a report states it: of its own templates file by file, of a prompt over all that it is.
    hashed = source.short if name.startswith(REPORT) else digest(name, sources)
    description = front.read(source.toml, source.found.path).description
    return Entry(name, found, tuple(shadows), hashed, description or _described(name, shadows))


def _described(name: str, shadows: Sequence[Found]) -> str:
    """Front matter is inherited, and so is what a shipped template is for."""
    if not any(found.is_shipped for found in shadows):
        return ""
    source = sources_of(SHIPPED).get(name)
    return front.read(source.toml, source.found.path).description


def files_of(name: str, folders: Folders) -> list[Source]:
    """The template `name`, what it extends, and so on. TemplateFault where one cannot be parsed."""
    return chain(name, sources_of(folders))


def shipped_counterpart(files: Sequence[Source]) -> Source:
    """The shipped template that a person's own stands for. TemplateFault where there is none."""
    base = files[-1].name
    return sources_of(SHIPPED).get(DEFAULT + base.removeprefix(DEFAULT))


def base_name(files: Sequence[Source]) -> str:
    """The name of what a template stands for in the end: `story`."""
    return name_of(files[-1].name.removeprefix(DEFAULT))


def require_own(wanted: Sequence[str], folders: Folders) -> None:
    """UsageError where one of the templates `wanted` is the shipped one, or does not exist."""
    for name in wanted:
        found = folders.find(file_of(name))
        if found.is_shipped:
            places = ", ".join(str(folder) for folder in folders.own) or "no folder of your own"
            raise UsageError(
                f"--strict-prompts {name}: it is the package's own; looked in {places}",
                hint="name its folder with --prompts",
            )


def copied_from(text: str) -> str | None:
    """The hash of the shipped template that a file was copied from, where it says so."""
    found = _COPIED.search(text)
    return found["hash"] if found else None


def without_copied(text: str) -> str:
    """`text` without the line that says what it was copied from."""
    return _COPIED.sub("", text)


def copy_line(source: Source) -> str:
    """The line that says what was copied."""
    return f"{{# copied from {DEFAULT}{source.name.removeprefix(DEFAULT)} {source.short} #}}\n"


def place_for(name: str, folder: Path, *, force: bool) -> Path:
    """Where in `folder` the template is to be written.

    UsageError where that is the shipped folder, or where a file would be lost without `force`.
    """
    if folder.exists() and folder.samefile(prompts_folder()):
        raise UsageError(f"{folder} holds the package's own templates", hint="name another folder")
    path = folder / name
    if path.exists() and not force:
        raise UsageError(f"{path} is there already", hint="overwrite it with --force")
    return path
