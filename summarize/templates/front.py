"""What a template says of itself: TOML between two lines of `+++` at its head."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarize.errors import TOML_HINT, TemplateFault, known_are
from summarize.templates.fields import Field, read_fields

_FRONT = re.compile(r"\A\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_OPEN = re.compile(r"\A\+\+\+[ \t]*\n")
# A line of plus signs behind nothing, or behind lines that look like keys and tables alone.
_BROKEN = re.compile(r"\A(?:\s*|\s*[\w\[][^{\n]*[=\]][^{]*\n)\+{2,}[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"^[ \t]*\[\[[ \t]*field[ \t]*\]\]", re.MULTILINE)
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)\Z")
KEYS: Mapping[str, tuple[type, ...]] = {
    "description": (str,),
    "temperature": (int, float),
    "max_output": (int,),
    "variables": (dict,),
    "field": (list,),
}
_IN_WORDS = {
    str: "a text",
    float: "a number",
    int: "a whole number",
    dict: "a table, as [variables]",
    list: "written as [[field]]",
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


def broken(text: str) -> tuple[str, str] | None:
    """What is wrong with the lines of `+++` in what `split` has left, and what to do about it."""
    if _OPEN.match(text):
        return "its front matter does not end", "write +++ in a line of its own behind it"
    if _BROKEN.match(text):
        return (
            "its front matter does not stand between two lines of +++",
            "the first line of the file has to be +++, and one of its own behind the last key",
        )
    return None


def read(toml: str, path: Path) -> Front:
    """What `toml` says. TemplateFault names the file, where it can the line, and what is wrong."""
    try:
        said = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        why = _TOML_PLACE.sub("", str(error))
        # Before the first line of the front matter stands one of `+++`.
        line = (int(place[1]) if place and place[1] else toml.count("\n")) + 1
        raise TemplateFault(f"{path}:{line}: front matter: {why}", hint=TOML_HINT) from None
    for key, value in said.items():
        for why, hint in _faults(key, value):
            raise TemplateFault(f"{path}: front matter: {why}", hint=hint)
    if "field" in said:
        said["field"] = read_fields(said["field"], path, _field_lines(toml))
    return Front(said)


def _field_lines(toml: str) -> list[int]:
    """The line of each `[[field]]` in the file."""
    return [toml[: found.start()].count("\n") + 2 for found in _FIELD.finditer(toml)]


def _faults(key: str, said: Any) -> Iterator[tuple[str, str]]:
    """What is wrong with a key, and what to do about it."""
    number: Any = said
    if key == "model":  # a folder of templates is passed on, and does not say who is asked and paid
        yield "a template does not choose the model", "name it with -m, or in the settings"
    elif key not in KEYS:
        yield f"unknown key {key!r}", known_are(key, KEYS)
    elif not isinstance(said, KEYS[key]) or isinstance(said, bool):
        yield f"{key} must be {_IN_WORDS[KEYS[key][-1]]}", ""
    elif key in RANGES:
        low, high = RANGES[key]
        if not low <= number <= high:
            yield f"{key} must be from {low} to {high:,}", ""
