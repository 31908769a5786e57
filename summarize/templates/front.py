"""What a template says of itself: TOML between two lines of `+++` at its head."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarize.errors import TemplateFault
from summarize.templates.fields import Field, read_fields

_FRONT = re.compile(r"\A\+\+\+\r?\n(.*?)^\+\+\+\r?$\n?", re.DOTALL | re.MULTILINE)
KEYS: Mapping[str, tuple[type, ...]] = {
    "description": (str,),
    "temperature": (int, float),
    "max_output": (int,),
    "variables": (dict,),
    "field": (list,),
}
# What servers take.
RANGES: Mapping[str, tuple[float, float]] = {"temperature": (0, 2), "max_output": (1, 1_000_000)}


@dataclass(frozen=True)
class Front:
    """What templates say of themselves; `said` holds only the keys that are given."""

    said: Mapping[str, Any]

    @property
    def description(self) -> str:
        """What the template is for."""
        return str(self.said.get("description", ""))

    @property
    def temperature(self) -> float | None:
        """How freely the model may choose its words; None leaves it to the server."""
        found = self.said.get("temperature")
        return None if found is None else float(found)

    @property
    def max_output(self) -> int:
        """Tokens that a reply may have."""
        return int(self.said.get("max_output", 1_500))

    @property
    def variables(self) -> Mapping[str, Any]:
        """Values of variables where nothing else gives them."""
        found: Mapping[str, Any] = self.said.get("variables", {})
        return found

    @property
    def fields(self) -> tuple[Field, ...]:
        """What is asked for beside the shipped reply."""
        found: tuple[Field, ...] = self.said.get("field", ())
        return found

    def over(self, base: Front) -> Front:
        """This one where it says something, else `base`; variables are joined one by one."""
        variables = {**base.variables, **self.variables}
        joined = {**base.said, **self.said}
        return Front({**joined, "variables": variables} if variables else joined)


def split(source: str) -> tuple[str, str]:
    """The TOML of a template, and the rest with blank lines in its place: errors name lines."""
    found = _FRONT.match(source)
    if found is None:
        return "", source
    return found[1], "\n" * found[0].count("\n") + source[found.end() :]


def is_open(text: str) -> bool:
    """Whether front matter begins in what `split` has left, and does not end."""
    return text.startswith("+++\n")


def read(toml: str, path: Path) -> Front:
    """What `toml` says. TemplateFault names the file and what is wrong."""
    try:
        said = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise TemplateFault(f"{path}: front matter: {error}", hint="mend the TOML") from None
    for key, value in said.items():
        for why, hint in _faults(key, value):
            raise TemplateFault(f"{path}: front matter: {why}", hint=hint)
    if "field" in said:
        said["field"] = read_fields(said["field"], path)
    return Front(said)


def _faults(key: str, said: Any) -> Iterator[tuple[str, str]]:
    """What is wrong with a key, and what to do about it."""
    number: Any = said
    if key == "model":  # a folder of templates is passed on, and does not say who is asked and paid
        yield "a template does not choose the model", "name it with -m, or in the settings"
    elif key not in KEYS:
        yield f"unknown key {key!r}", f"known: {', '.join(KEYS)}"
    elif not isinstance(said, KEYS[key]) or isinstance(said, bool):
        yield f"{key} must be of type {KEYS[key][-1].__name__}", ""
    elif key in RANGES:
        low, high = RANGES[key]
        if not low <= number <= high:
            yield f"{key} must be from {low} to {high:,}", ""
