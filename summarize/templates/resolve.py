"""A template as it is in the end: put together, and beside the shipped one."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from summarize.templates import front
from summarize.templates.blocks import put_together
from summarize.templates.fields import Field
from summarize.templates.folders import DEFAULT, Folders
from summarize.templates.shelf import (
    copied_from,
    files_of,
    shipped_counterpart,
    without_copied,
)
from summarize.templates.sources import Source, sources_of


@dataclass(frozen=True)
class Compared:
    """A template beside the shipped one.

    `diff` is empty where they are the same. `copied` is the hash of the shipped template that was
    copied, None where that is not known; `shipped` the hash of the one that is there now.
    """

    diff: str
    copied: str | None
    shipped: str


def raw(name: str, folders: Folders) -> str:
    """The file of the template `name`. TemplateFault where there is none."""
    source = sources_of(folders).get(name)  # which has seen that it can be read
    return source.found.path.read_text(encoding="utf-8-sig")


def resolved(name: str, folders: Folders) -> str:
    """The template `name` with all that it extends, and where each part of it is from."""
    return _text(files_of(name, folders), lambda file: f"from {label(file)}")


def compared(name: str, folders: Folders) -> Compared:
    """How the template `name` differs from the shipped one that it stands for."""
    files = files_of(name, folders)
    shipped = shipped_counterpart(files)
    old, new = (_text(some, lambda _: "").splitlines(True) for some in ([shipped], files))
    diff = difflib.unified_diff(old, new, label(shipped), label(files[0]))
    hashes = (copied_from(file.text) for file in files if not file.found.is_shipped)
    return Compared("".join(diff), next(filter(None, hashes), None), shipped.short)


def label(file: Source) -> str:
    """How a file is named in what a person reads: `default/…`, or its path."""
    if file.found.is_shipped:
        return DEFAULT + file.name.removeprefix(DEFAULT)
    return str(file.found.path)


def _text(files: Sequence[Source], said: Callable[[Source], str]) -> str:
    def comment(file: Source) -> str:
        return f"{{# {said(file)} #}}" if said(file) else ""

    text = without_copied(put_together(files, comment)).lstrip("\n")
    head = "".join(f"{line}\n" for line in _front(files, said))
    return (f"+++\n{head}+++\n{text}" if head else text).rstrip("\n") + "\n"


def _front(files: Sequence[Source], said: Callable[[Source], str]) -> Iterator[str]:
    """The lines of the front matter that is in force: each key is of the first file that has it."""
    keys: dict[str, tuple[Any, Source]] = {}
    variables: dict[str, tuple[Any, Source]] = {}
    for file in reversed(files):
        matter = front.read(file.toml, file.found.path).said
        variables |= {key: (value, file) for key, value in matter.get("variables", {}).items()}
        keys |= {key: (value, file) for key, value in matter.items() if key != "variables"}

    def behind(file: Source) -> str:
        return f"  # {said(file)}" if said(file) else ""

    made, file = keys.pop("field", ((), files[-1]))
    yield from (f"{key} = {_value(value)}{behind(by)}" for key, (value, by) in keys.items())
    if variables:
        yield "[variables]"
        for key, (value, by) in variables.items():
            yield f"{key} = {_value(value)}{behind(by)}"
    for one in made:
        yield f"[[field]]{behind(file)}"
        yield from (f"{key} = {_value(value)}" for key, value in _said_of(one).items())


def _said_of(one: Field) -> Mapping[str, Any]:
    plain = Field(one.name)
    keys = [key.name for key in fields(Field)]
    return {
        key: getattr(one, key)
        for key in keys
        if key == "name" or getattr(one, key) != getattr(plain, key)
    }


def _value(value: Any) -> str:
    """A value as TOML, of which the texts, numbers and lists of JSON are a part."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False, default=str).replace("\x7f", "\\u007f")
