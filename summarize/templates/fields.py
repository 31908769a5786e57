"""Fields that a template adds to the reply: `[[field]]` in its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, get_args

from summarize.errors import TemplateFault

FieldType = Literal["text", "list", "choice", "number"]
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
# What the shipped replies hold, so that a field of one template never meets it in another.
TAKEN = frozenset({
    "bottom_line", "claims", "differ", "gaps", "headline", "highlights", "quotations", "timeline",
    "where", "who",
})  # fmt: skip
_KINDS = {"description": str, "cited": bool, "max_words": int, "choices": list}


@dataclass(frozen=True)
class Field:
    """One field: what is asked for, in which form, and whether each statement must cite.

    `choices` are the values of a `choice`; `max_words` bounds a text, or each entry of a list.
    """

    name: str
    type: FieldType = "text"
    description: str = ""
    cited: bool = False
    max_words: int | None = None
    choices: tuple[str, ...] = ()

    @property
    def shape(self) -> str:
        """How the reply holds it, in the words of a prompt."""
        entry = '{"text", "cites"}' if self.cited else "a text"
        if self.type == "choice":
            return "one of " + ", ".join(f'"{choice}"' for choice in self.choices)
        if self.type == "number":
            return "a number, or null"
        length = f"of at most {self.max_words} words" if self.max_words else ""
        own = "" if self.cited else "in your own words"
        if self.type == "list":
            said = (f"a list of {entry}", f"each {length}" if length else "", own)
            return ", ".join(filter(None, said)) + "; [] where there is none"
        return ", ".join(filter(None, (f"{entry} {length}".strip(), own)))


def joined(first: Sequence[Field], more: Sequence[Field]) -> tuple[Field, ...]:
    """The fields of both, each name once: where both have it, it is that of `more`."""
    return tuple({field.name: field for field in (*first, *more)}.values())


def read_fields(said: Sequence[Any], path: Path) -> tuple[Field, ...]:
    """All `[[field]]` of a file. TemplateFault names the file and what is wrong."""
    found: dict[str, Field] = {}
    for entry in said:
        field = read_field(entry, path)
        if field.name in found:
            raise TemplateFault(
                f"{path}: [[field]] {field.name} stands there twice", hint="give one another name"
            )
        found[field.name] = field
    return tuple(found.values())


def read_field(said: Any, path: Path) -> Field:
    """One `[[field]]`. TemplateFault names the file and what is wrong."""
    name = said.get("name") if isinstance(said, dict) else None
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise TemplateFault(
            f"{path}: [[field]] {name!r} is no name", hint='write name = "impact": a-z, 0-9 and _'
        )
    if name in TAKEN:
        raise TemplateFault(
            f"{path}: [[field]] {name}: the reply has this name already", hint="give it another"
        )
    for why, hint in _faults(said):
        raise TemplateFault(f"{path}: [[field]] {name}: {why}", hint=hint)
    return Field(**{**said, "choices": tuple(said.get("choices", ()))})


def _faults(said: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What is wrong with a field that has a name, and what to do about it."""
    if unknown := set(said) - {one.name for one in fields(Field)}:
        yield f"unknown key {min(unknown)!r}", f"known: {', '.join(f.name for f in fields(Field))}"
        return
    for key, kind in _KINDS.items():
        if key in said and type(said[key]) is not kind:
            yield f"{key} must be of type {kind.__name__}", ""
    shape = said.get("type", "text")
    if shape not in get_args(FieldType):
        yield f"type {shape!r} is not known", f"use one of {', '.join(get_args(FieldType))}"
    yield from _choice_faults(shape, said.get("choices", []))
    if shape in ("choice", "number") and said.get("cited"):
        yield f"a {shape} cannot be cited", 'use type = "text"'
    if said.get("max_words", 1) < 1:
        yield "max_words must be at least 1", ""


def _choice_faults(shape: str, choices: list[Any]) -> Iterator[tuple[str, str]]:
    if (shape == "choice") != bool(choices) or not all(isinstance(c, str) for c in choices):
        yield "choices, a list of texts, go with type choice", 'write choices = ["low", "high"]'
    elif len({" ".join(c.split()).casefold() for c in choices} - {""}) < len(choices):
        yield "each of the choices must be another text, and none empty", ""
