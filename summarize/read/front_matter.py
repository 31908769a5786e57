"""Front matter: what stands about an article above its Markdown text.

Between `---` lines: `key: value`, `key: "value"`, `key: [a, b]`, `key:` with `- item` lines or
with indented text below, `# comments`; the part of YAML that people write there. Between `+++`
lines: TOML.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

# Longer than any front matter; it keeps a stray rule at the top of a text from being searched far.
LONGEST = 20_000  # characters

_YAML = re.compile(r"---[ \t]*\n(.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?\n)??\+\+\+[ \t]*(?:\n|$)", re.DOTALL)
_PAIR = re.compile(r"([\w-]+)[ \t]*:(?:[ \t]+(.*))?$")
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_BLOCK_MARK = re.compile(r"[|>][+-]?$")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`values` by key; `end` is the offset where the text begins; `problem` if it was unusable."""

    values: Mapping[str, object]
    end: int
    problem: str | None = None


def split(text: str) -> FrontMatter:
    """The front matter at the very start of `text` (line ends are line feeds), or none of it."""
    head = text[:LONGEST]
    if match := _TOML.match(head):
        return _toml(match[1] or "", match.end())
    if (match := _YAML.match(head)) and (values := _yaml(match[1] or "")) is not None:
        return FrontMatter(values, match.end())
    return FrontMatter({}, 0)


def _toml(text: str, end: int) -> FrontMatter:
    try:
        return FrontMatter(tomllib.loads(text), end)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return FrontMatter({}, end, f"not TOML: {error}")


def _yaml(text: str) -> dict[str, object] | None:
    """None where a line can be no part of front matter: then the rule above it was only a rule."""
    values: dict[str, object] = {}
    key = ""
    for row in text.split("\n"):
        bare = row.strip()
        if not bare or bare.startswith("#"):
            continue
        if match := _PAIR.match(row):
            key = match[1]
            values[key] = _value(match[2] or "")
        elif key and (row[0].isspace() or bare.startswith("- ")):
            values[key] = _continued(values[key], bare)
        else:
            return None
    return values


def _continued(value: object, bare: str) -> object:
    """A `- item` line makes a list of the value, any other indented line goes on with it."""
    if bare.startswith("- "):
        items = value if isinstance(value, list) else []
        return [*items, _value(bare[2:])]
    return f"{value} {bare}".strip() if isinstance(value, str) else value


def _value(written: str) -> object:
    written = written.strip()
    mark = written[:1]
    if mark in {'"', "'"} and (end := written.find(mark, 1)) > 0:
        while written[end - 1 : end] == "\\" and (further := written.find(mark, end + 1)) > 0:
            end = further
        return re.sub(r"\\(.)", r"\1", written[1:end]) if mark == '"' else written[1:end]
    written = _COMMENT.sub("", written).strip()
    if written.startswith("[") and written.endswith("]"):
        return [_value(item) for item in written[1:-1].split(",")] if written[1:-1].strip() else []
    return "" if _BLOCK_MARK.match(written) else written
