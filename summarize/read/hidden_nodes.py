"""What a selector can ask of one element: its attributes, and its place among its siblings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

Tokens = Sequence[Any]  # of tinycss2, which has no types


class Unsupported(Exception):
    """A selector that is not understood: its rule is left out."""


@dataclass(slots=True)
class Node:
    """An element on the walk: its names, and its place among its siblings (1 is the first)."""

    element: _Element
    tag: str
    ids: frozenset[str]
    classes: frozenset[str]
    root: bool
    place: int
    of: int
    typed_place: int
    typed_of: int


Test = Callable[[Node], bool]


PLACES: dict[str, Test] = {
    "first-child": lambda node: node.place == 1,
    "last-child": lambda node: node.place == node.of,
    "only-child": lambda node: node.of == 1,
    "first-of-type": lambda node: node.typed_place == 1,
    "last-of-type": lambda node: node.typed_place == node.typed_of,
    "only-of-type": lambda node: node.typed_of == 1,
    "defined": lambda _node: True,
    "empty": lambda node: not len(node.element) and not node.element.text,
    "read-only": lambda node: node.tag not in {"input", "textarea"},
}
COUNTED: dict[str, Callable[[Node], int]] = {
    "nth-child": lambda node: node.place,
    "nth-last-child": lambda node: node.of + 1 - node.place,
    "nth-of-type": lambda node: node.typed_place,
    "nth-last-of-type": lambda node: node.typed_of + 1 - node.typed_place,
}


def nth(name: str, arguments: Tokens) -> Test:
    """`:nth-child(2n + 1)` and its kin; `name` is one of `COUNTED`."""
    from tinycss2.nth import parse_nth

    parsed = parse_nth(arguments)
    if parsed is None:
        raise Unsupported
    step, first = parsed
    count = COUNTED[name]

    def fits(node: Node) -> bool:
        beyond = count(node) - first
        return beyond == 0 if step == 0 else bool(beyond % step == 0 and beyond // step >= 0)

    return fits


def attribute(content: Tokens) -> Test:
    """`[name]`, `[name=value]` and its kin, values without case as for most of HTML."""
    tokens = [t for t in content if t.type not in {"whitespace", "comment"}]
    if not tokens or tokens[0].type != "ident":
        raise Unsupported
    name: str = tokens[0].lower_value
    if len(tokens) == 1:
        return lambda node: node.element.get(name) is not None
    sign = "".join(t.value for t in tokens[1:] if t.type == "literal")
    values = [t.value for t in tokens[1:] if t.type in {"ident", "string"}]
    if sign not in COMPARED or not values:
        raise Unsupported
    compared, value = COMPARED[sign], values[0].casefold()

    def fits(node: Node) -> bool:
        written = node.element.get(name)
        return written is not None and compared(written.casefold(), value)

    return fits


COMPARED: dict[str, Callable[[str, str], bool]] = {
    "=": lambda written, value: written == value,
    "~=": lambda written, value: value in written.split(),
    "|=": lambda written, value: written == value or written.startswith(f"{value}-"),
    "^=": lambda written, value: bool(value) and written.startswith(value),
    "$=": lambda written, value: bool(value) and written.endswith(value),
    "*=": lambda written, value: bool(value) and value in written,
}
