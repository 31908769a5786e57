"""Pages to try a report template on: made of their own types, so that every part is filled.

No report of a run fills every part, and a part that is empty hides what is wrong with it.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from summarize.report.labels import FALLBACK, labels_for

P = TypeVar("P")

# Entries of each list: with none, the branches of what is missing are seen; of one and of several
# a template may speak differently.
SIZES = (2, 1, 0)


def samples(kind: type[P]) -> Iterator[P]:
    """Pages of `kind`, a dataclass of `report.view`: full ones first, an empty one last."""
    for size in SIZES:
        page: P = _value(kind, size)
        yield page


def _value(kind: Any, size: int) -> Any:
    if is_dataclass(kind):
        made: Any = kind
        return made(**{name: _value(hint, size) for name, hint in get_type_hints(kind).items()})
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        if arguments[-1] is Ellipsis:
            if get_origin(arguments[0]) is Literal:  # of a list of names, each
                return get_args(arguments[0])[: None if size else 0]
            return tuple(_value(arguments[0], size) for _ in range(size))
        return tuple(_value(argument, size) for argument in arguments)
    if origin is Mapping:
        return labels_for(FALLBACK).texts
    if origin is types.UnionType:
        return _value(arguments[0], size) if size else None
    return "text" * bool(size) if kind is str else kind(size)
