"""Selectors of a page's own stylesheet, read from tokens and matched in one walk over the page.

A walk keeps for each element which beginnings of selectors end at it, so that the work grows with
the elements and not with their depth: a library that looks back from each element takes forever on
`.no div div div div` in a deep page. What only a moving pointer can meet (`:hover`, `::before`)
never matches, and a selector with anything unknown (`:has`) is dropped, as a browser drops it.
Classes and ids are compared without case, as browsers do for pages without a doctype.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from summarize.read.hidden_nodes import (
    COUNTED,
    PLACES,
    Node,
    Test,
    Tokens,
    Unsupported,
    attribute,
    nth,
)

DEEPEST = 4  # selectors inside `:not(...)` and the like
NEVER = {"active", "checked", "focus", "focus-visible", "focus-within", "hover", "open", "target",
         "visited"}  # fmt: skip
ANY_OF = {"is", "where", "matches", "-webkit-any", "-moz-any"}
OLD_PSEUDO_ELEMENTS = {"after", "before", "first-letter", "first-line"}
COMBINATORS = {">", "+", "~"}


@dataclass(frozen=True, slots=True)
class Compound:
    """What one element must be: its tag, id and classes, and `tests` of any other kind.

    `inner` are selectors that look beyond the element, of which it must (or must not) meet one.
    """

    tag: str | None
    ids: frozenset[str]
    classes: frozenset[str]
    tests: tuple[Test, ...]
    inner: tuple[tuple[bool, tuple[Selector, ...]], ...] = ()

    def fits(self, node: Node) -> bool:
        """Whether the element is so."""
        return (
            (self.tag is None or self.tag == node.tag)
            and self.ids <= node.ids
            and self.classes <= node.classes
            and all(test(node) for test in self.tests)
        )


@dataclass(frozen=True, slots=True)
class Selector:
    """Compounds from the outermost element to the one that is meant; `links` stand between them."""

    compounds: tuple[Compound, ...]
    links: tuple[str, ...]
    specificity: tuple[int, int, int]


@dataclass(slots=True)
class _Reading:
    tag: str | None = None
    ids: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    tests: list[Test] = field(default_factory=list)
    inner: list[tuple[bool, tuple[Selector, ...]]] = field(default_factory=list)
    names: int = 0  # tags and pseudo-elements, for the specificity
    marks: int = 0  # classes, attributes, pseudo-classes
    keys: int = 0  # ids
    never: bool = False

    def made(self) -> Compound:
        names = frozenset(self.ids), frozenset(self.classes)
        return Compound(self.tag, *names, tuple(self.tests), tuple(self.inner))


def read(prelude: Tokens) -> list[Selector]:
    """The selectors of a rule that can match; those that are not understood are left out."""
    found = []
    for tokens in split(prelude):
        try:
            selector = _selector(tokens)
        except Unsupported:
            continue
        if selector is not None:
            found.append(selector)
    return found


def split(tokens: Tokens) -> Iterator[list[Any]]:
    """The parts of a list of selectors."""
    part: list[Any] = []
    for token in tokens:
        if token == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _selector(tokens: list[Any], depth: int = 0) -> Selector | None:
    """None for one that never matches."""
    parts, links = _parts(tokens)
    readings = [_compound(part, depth) for part in parts]
    if any(reading.never for reading in readings):
        return None
    weight = (
        sum(reading.keys for reading in readings),
        sum(reading.marks for reading in readings),
        sum(reading.names for reading in readings),
    )
    return Selector(tuple(reading.made() for reading in readings), tuple(links), weight)


def _parts(tokens: list[Any]) -> tuple[list[list[Any]], list[str]]:
    """Compounds, and what links each to the next."""
    parts: list[list[Any]] = [[]]
    links: list[str] = []
    link = ""
    for token in tokens:
        kind = token.type
        if kind == "comment":
            continue
        if kind == "whitespace":
            link = link or " "
        elif kind == "literal" and token.value in COMBINATORS:
            if link.strip() or not parts[-1]:
                raise Unsupported
            link = token.value
        else:
            if link and parts[-1]:
                links.append(link)
                parts.append([])
            link = ""
            parts[-1].append(token)
    if link.strip() or not parts[-1]:
        raise Unsupported
    return parts, links


def _compound(tokens: Tokens, depth: int) -> _Reading:
    made = _Reading()
    ahead = list(reversed(tokens))
    while ahead:
        token = ahead.pop()
        match token.type:
            case "ident" if not made.names:
                made.tag, made.names = token.lower_value, 1
            case "hash":
                made.ids.append(token.value.casefold())
                made.keys += 1
            case "[] block":
                made.tests.append(attribute(token.content))
                made.marks += 1
            case "literal":
                _literal(token.value, ahead, made, depth)
            case _:
                raise Unsupported
    return made


def _literal(sign: str, ahead: list[Any], made: _Reading, depth: int) -> None:
    if sign == "*":
        return
    if not ahead:
        raise Unsupported
    token = ahead.pop()
    kind = token.type
    if sign == "." and kind == "ident":
        made.classes.append(token.value.casefold())
        made.marks += 1
    elif sign == ":" and kind == "ident":
        _pseudo_class(token.lower_value, made)
    elif sign == ":" and kind == "function":
        _pseudo_function(token.lower_name, token.arguments, made, depth)
    elif sign == ":" and token == ":":
        made.never = True  # a pseudo-element: not the element itself
        ahead.clear()
    else:
        raise Unsupported


def _pseudo_class(name: str, made: _Reading) -> None:
    made.marks += 1
    if name in NEVER or name in OLD_PSEUDO_ELEMENTS:
        made.never = True
    elif name in {"link", "any-link"}:
        made.tests.append(lambda node: node.tag == "a" and node.element.get("href") is not None)
    elif name in {"root", "scope"}:
        made.tests.append(lambda node: node.root)
    elif name in PLACES:
        made.tests.append(PLACES[name])
    else:
        raise Unsupported


def _pseudo_function(name: str, arguments: Tokens, made: _Reading, depth: int) -> None:
    if name in COUNTED:
        made.marks += 1
        made.tests.append(nth(name, arguments))
        return
    if (name != "not" and name not in ANY_OF) or depth == DEEPEST:
        raise Unsupported
    parts = [list(tokens) for tokens in split(arguments)]
    inside = [one for part in parts if (one := _selector(part, depth + 1)) is not None]
    if name != "where" and inside:
        weights = [one.specificity for one in inside]
        made.keys += max(keys for keys, _, _ in weights)
        made.marks += max(marks for _, marks, _ in weights)
        made.names += max(names for _, _, names in weights)
    wanted = name != "not"
    if any(one.links or one.compounds[-1].inner for one in inside):
        made.inner.append((wanted, tuple(inside)))
        return
    options = tuple(one.compounds[0] for one in inside)
    made.tests.append(lambda node: any(option.fits(node) for option in options) is wanted)
