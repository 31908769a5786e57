"""Values that a style gives a name (`--h: none`) and asks for by it (`display: var(--h)`).

They are handed on to what is inside of an element, and read where they are asked for. A value of
which no name is known is not known: a stylesheet that is only linked may give it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from summarize.read import hidden_values
from summarize.read.hidden_lengths import Tokens
from summarize.read.hidden_values import REFERS, Open

if TYPE_CHECKING:
    from summarize.read.hidden_styles import Declared

Named = Mapping[str, Tokens]
NOTHING: Named = MappingProxyType({})
DEEPEST = 8  # names that lead to names
LONGEST = 500  # tokens of one value: names that double their names grow without end


def resolved(declared: Sequence[Declared], above: Named) -> tuple[Sequence[Declared], Named]:
    """The declarations without open values, and the named values for what is inside."""
    if not any(isinstance(one.value, Open) for one in declared):
        return declared, above
    own: dict[str, Tokens] = {}
    for one in sorted(declared, key=lambda one: one.weight):
        if isinstance(one.value, Open) and one.name.startswith("--"):
            own[one.name] = one.value.tokens
    named = {**above, **own} if own else above
    return [read for one in declared for read in _read(one, named)], named


def _read(one: Declared, named: Named) -> Iterator[Declared]:
    """What a declaration says with the named values in their places."""
    if not isinstance(one.value, Open):
        yield one
        return
    if one.name.startswith("--"):
        return
    tokens = _filled(one.value.tokens, named, 0)
    if tokens is not None:
        for name, value in hidden_values.values(one.value.name, tokens):
            yield replace(one, name=name, value=value)
    elif one.name == "background":
        yield replace(one, name="background-image", value=True)
    else:
        yield replace(one, value=None)


def _filled(tokens: Tokens, named: Named, depth: int) -> list[Any] | None:
    """The tokens with named values in their places; None where one cannot be known."""
    import copy

    found: list[Any] = []
    for token in tokens:
        inside: list[Any] | None = [token]
        if token.type == "function" and token.lower_name in REFERS:
            inside = _named(token, named, depth)
        elif token.type == "function" and hidden_values.is_open(token.arguments):
            arguments = _filled(token.arguments, named, depth + 1) if depth < DEEPEST else None
            inside = None
            if arguments is not None:
                filled = copy.copy(token)
                filled.arguments = arguments
                inside = [filled]
        if inside is None or len(found) > LONGEST:
            return None
        found += inside
    return found


def _named(token: Any, named: Named, depth: int) -> list[Any] | None:
    arguments = [t for t in token.arguments if t.type != "comment"]
    words = [t for t in arguments if t.type != "whitespace"]
    if not words or words[0].type != "ident" or depth >= DEEPEST:
        return None
    known = named.get(words[0].value) if token.lower_name == "var" else None
    if known is not None:
        filled = _filled(known, named, depth + 1)
        if filled is not None:
            return filled
    comma = next((place for place, t in enumerate(arguments) if t == ","), None)
    return None if comma is None else _filled(arguments[comma + 1 :], named, depth + 1)
