"""A golden case: `tests/NAME.toml` in a folder of prompts.

It says what is briefed, who answers (recorded replies, where no model is named), and what has to be
so of the brief.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import regex
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from summarize.errors import UsageError
from summarize.reported import Kind
from summarize.stories.groups import How
from summarize.templates import Folders

TESTS = "tests"  # the folder of cases in a folder of prompts
ENDING = ".toml"

_Text = Annotated[str, Field(min_length=1)]
_Count = Annotated[int, Field(ge=0)]
_STRICT = ConfigDict(extra="forbid", frozen=True, strict=True)


class Assert(BaseModel):
    """What has to be so. Nothing is asked of what is not given."""

    model_config = _STRICT

    supported_share: float | None = Field(default=None, ge=0, le=1)
    must_mention: list[_Text] = []
    must_not_mention: list[_Text] = []
    max_words: _Count | None = None
    min_words: _Count | None = None
    language: str | None = Field(default=None, pattern=r"^[a-z]{2,3}$")
    valid_schema: bool | None = None
    regex: list[_Text] = []
    citations_at_least: _Count | None = None
    withheld_at_most: _Count | None = None
    fields: list[_Text] = []

    @field_validator("regex")
    @classmethod
    def _compiles(cls, patterns: list[str]) -> list[str]:
        for pattern in patterns:
            try:
                regex.compile(pattern)
            except regex.error as error:
                raise ValueError(f"{pattern!r} is no regular expression: {error}") from None
        return patterns

    @model_validator(mode="after")
    def _asserts(self) -> Assert:
        if not self.model_fields_set:
            raise ValueError("it asserts nothing")
        return self


class Case(BaseModel):
    """One case. `inputs` and `replies` are relative to the file at `path`; `set` are variables."""

    model_config = _STRICT

    path: Path
    name: _Text
    kind: Kind
    inputs: list[_Text] = Field(min_length=1)
    replies: str | None = None
    set: dict[str, str | int | float] = {}
    group: How = "auto"
    length: int = Field(default=120, ge=10)
    language: str = Field(default="en", pattern=r"^[a-z]{2,3}$")
    asserted: Assert = Field(alias="assert")

    @property
    def sources(self) -> list[str]:
        """The inputs, as paths that can be read from here."""
        return [str(self.path.parent / name) for name in self.inputs]

    @property
    def script(self) -> Path | None:
        """The file of recorded replies."""
        return self.path.parent / self.replies if self.replies else None


def load(path: Path) -> Case:
    """The case at `path`. UsageError names the file and what is wrong in it."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"cannot read the case {path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path}: it is not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: {error}", hint="mend the TOML") from None
    if "path" in said:  # which is told by the place of the file
        raise _unknown(path, "path", Case)
    try:
        return Case.model_validate({"name": path.stem, **said, "path": path})
    except ValidationError as error:
        raise _fault(path, error) from None


def _fault(path: Path, error: ValidationError) -> UsageError:
    first = error.errors()[0]
    where = [str(part) for part in first["loc"]]
    kind = Assert if where[:1] == ["assert"] else Case
    if first["type"] == "extra_forbidden":
        return _unknown(path, where[-1], kind)
    said = first["msg"].removeprefix("Value error, ")
    return UsageError(f"{path}: {'.'.join(where)}: {said}")


def _unknown(path: Path, key: str, kind: type[Case | Assert]) -> UsageError:
    table = "[assert] " if kind is Assert else ""
    known = sorted(field.alias or name for name, field in kind.model_fields.items())
    return UsageError(
        f"{path}: {table}unknown key {key!r}",
        hint=f"known: {', '.join(name for name in known if name != 'path')}",
    )


def found_in(folders: Folders) -> list[Path]:
    """The cases of a person's own folders of prompts, folder by folder, in order of their names."""
    return [
        path
        for folder in folders.own
        for path in sorted((folder / TESTS).glob(f"*{ENDING}"))
        if path.is_file()
    ]


def named(places: Sequence[Path]) -> list[Path]:
    """The cases in `places`: files, folders of cases, or folders of prompts.

    UsageError where there is nothing at one of them.
    """
    return list(dict.fromkeys(path for place in places for path in _at(place)))


def _at(place: Path) -> Iterable[Path]:
    if place.is_file():
        return [place]
    if not place.is_dir():
        raise UsageError(f"no case at {place}", hint="name a .toml, or a folder of prompts")
    tests = place / TESTS
    return sorted((tests if tests.is_dir() else place).glob(f"*{ENDING}"))


def prompts_beside(paths: Iterable[Path]) -> list[Path]:
    """The folders of prompts that hold cases: the parents of their `tests`, each once."""
    folders = (path.resolve().parent for path in paths)
    return list(dict.fromkeys(folder.parent for folder in folders if folder.name == TESTS))
