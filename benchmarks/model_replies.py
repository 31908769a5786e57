"""What the test server answers: an object that fits the schema, made of the sentences shown.

A reply depends on the prompt alone, so that the same question has the same answer in every run.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

_NUMBERED = re.compile(r"^\[(\d+)\] (.*\S)", re.MULTILINE)
_OBJECT = re.compile(r'\{\s*"')
_ITEMS = 4
_FRENCH = (
    "Le gouvernement a annoncé mardi que les travaux de la nouvelle ligne de chemin de fer "
    "seraient terminés avant la fin de l'année prochaine, selon le ministre des Transports."
)


class Passage(NamedTuple):
    """A numbered sentence of the prompt."""

    number: int
    text: str


@dataclass(frozen=True)
class Said:
    """One reply: the parts of its message, and why it ended."""

    content: str | None
    finish: str = "stop"
    refusal: str | None = None


def passages(prompt: str) -> list[Passage]:
    """The lines `[n] text` of a prompt; one invented sentence where there are none."""
    found = [Passage(int(n), text) for n, text in _NUMBERED.findall(prompt)]
    return found or [Passage(1, "Nothing was shown.")]


def schema_in(texts: Sequence[str]) -> Mapping[str, Any] | None:
    """The last JSON Schema of an object that is written out in the messages."""
    decoder = json.JSONDecoder()
    for text in reversed(texts):
        for start in _OBJECT.finditer(text):
            try:
                found, _ = decoder.raw_decode(text, start.start())
            except ValueError:
                continue
            if isinstance(found.get("properties"), dict):
                schema: Mapping[str, Any] = found
                return schema
    return None


def filled(schema: Mapping[str, Any], shown: Sequence[Passage]) -> Any:
    """An object that fits `schema` and quotes `shown` verbatim, each with its number."""
    return _fill(schema, "", itertools.cycle(shown), len(shown))


def prose(shown: Sequence[Passage]) -> str:
    """The first sentences with their marks, as plain lines."""
    return "\n".join(f"{one.text} [{one.number}]" for one in shown[:_ITEMS])


def spoilt(kind: str, good: str, shown: Sequence[Passage]) -> Said:
    """A reply of this kind in place of the good one."""
    if kind == "good":
        return Said(good)
    if kind == "huge":
        return Said("a" * 1_000_000)
    if kind == "brackets":
        return Said("[" * 100_000)
    return {
        "length": Said(good[: len(good) // 2], "length"),
        "thought only": Said("", "length"),
        "filter": Said(None, "content_filter"),
        "refusal": Said(None, refusal="I'm sorry, I can't assist with that request."),
        "null": Said(None),
        "empty": Said(""),
        "fenced": Said(f"```json\n{good}\n```"),
        "think": Said(f"<think>\nFirst I look at {{[1]}}.\n</think>\n\n{good}"),
        "prose around": Said(f"Here is the brief you asked for:\n\n{good}\n\nAnything else?"),
        "wrong shape": Said('{"answer": "a railway line"}'),
        "broken": Said(good[:-1]),
        "prose": Said(prose(shown)),
        "string cites": Said(re.sub(r'"cites": ?\[(\d+)\]', r'"cites": ["[\1]"]', good)),
        "french": Said(_with_text(good, _FRENCH)),
    }[kind]


def _with_text(good: str, text: str) -> str:
    return re.sub(r'"text": ?"(?:[^"\\]|\\.)*"', lambda _: f'"text": {json.dumps(text)}', good)


def _fill(node: Mapping[str, Any], name: str, shown: Iterator[Passage], count: int) -> Any:
    kind = node.get("type")
    if "enum" in node:
        return node["enum"][0]
    if kind == "object":
        return _object(node, shown, count)
    if kind == "array":
        items = node.get("items", {})
        if items.get("type") != "object":
            return []
        if "claim" in items.get("properties", {}):  # a verdict on each: none is left out
            made = (_fill(items, name, shown, count) for _ in range(count))
            return [{**one, "claim": number} for number, one in enumerate(made, 1)]
        return [_fill(items, name, shown, count) for _ in range(min(_ITEMS, count))]
    return {"integer": 1, "number": 1, "boolean": False}.get(str(kind), "")


def _object(node: Mapping[str, Any], shown: Iterator[Passage], count: int) -> dict[str, Any]:
    fields = node.get("properties", {})
    made = {name: _fill(one, name, shown, count) for name, one in fields.items()}
    if "cites" in fields:
        passage = next(shown)
        made |= {"text": passage.text, "cites": [passage.number]}
    return made
