"""How large a value becomes, before it is made: what multiplies, pads or joins its input.

A bound is a number of characters, with something for each entry of a list. It is at least the
size of what is made, or near enough that the rest is counted once it is there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from jinja2.exceptions import SecurityError

LARGEST = 4_000_000  # characters of one value: as many as a whole prompt may have
WIDEST = 10_000  # columns, or digits, that a number may be padded to
_ENTRY = 16  # bytes, about: what an entry of a list costs beside itself
_BITS = 4_096  # of a number
_HIGHEST = 64  # exponent
_PLAIN = frozenset({bool, float, int, str, type(None)})  # what holds nothing
_PERCENT = re.compile(r"%(?:\([^)]*\))?[#0\- +]*(\*|\d+)?(?:\.(\*|\d+))?")
_SPEC = re.compile(r"\d+")

Bound = Callable[[Any, Sequence[Any]], int]


def extent(value: object) -> int:
    """Characters that `value` would have as a text, about; beyond LARGEST it stops counting."""
    total, left = 0, [value]
    while left and total <= LARGEST:
        one = left.pop()
        if isinstance(one, str):
            total += len(one)
        elif isinstance(one, list | tuple | set | frozenset):
            total += _flat(one)
            if total <= LARGEST and not _PLAIN.issuperset(map(type, one)):
                left.extend(part for part in one if type(part) not in _PLAIN)
        elif isinstance(one, Mapping):
            total += _ENTRY * len(one)
            left += [] if total > LARGEST else [list(one), list(one.values())]
        else:
            total += _ENTRY * (len(one) if isinstance(one, range) else 1)
    return total


def _flat(items: Collection[object]) -> int:
    """What a list takes without the lists inside it: most have none, and are counted at once."""
    texts = sum(map(len, (one for one in items if type(one) is str)))
    return texts + _ENTRY * len(items)


def require_small(what: str, size: int) -> None:
    """SecurityError where `what` makes a value of `size` and that is too large."""
    if size > LARGEST:
        raise SecurityError(f"{what} makes a value that is too large")


def require_narrow(spec: str) -> None:
    """SecurityError where a format (`>12`) pads a value to more than WIDEST."""
    if any(int(number[:9]) > WIDEST for number in _SPEC.findall(spec)):
        raise SecurityError(f"format pads a value to more than {WIDEST:,} characters")


def _padded(value: Any, given: Sequence[Any]) -> int:
    lines = value.count("\n") + value.count("\t") + 1 if isinstance(value, str) else extent(value)
    return lines * _longest(given)


def _parted(_value: Any, given: Sequence[Any]) -> int:
    return _ENTRY * _longest(given)


def _longest(given: Sequence[Any]) -> int:
    sizes = (abs(one) if isinstance(one, int) else extent(one) for one in given)
    return max(sizes, default=0)


def _replaced(value: Any, given: Sequence[Any]) -> int:
    old, new = ([*map(str, given), "", ""])[:2]
    text = str(value)
    return len(text) + text.count(old) * len(new)


def _each_by_longest(value: Any, given: Sequence[Any]) -> int:
    return extent(value) * max(1, *(extent(one) for one in (0, *given)))


def _joined(items: Any, separator: Any) -> int:
    return extent(items) + len(items) * extent(separator) if hasattr(items, "__len__") else 0


def _printed(form: Any, given: Sequence[Any]) -> int:
    """Of `form % given`. A width that is an argument is not looked for among them."""
    fields = _PERCENT.findall(str(form))
    for width in (width for field in fields for width in field if width):
        require_narrow(str(WIDEST + 1) if width == "*" else width)
    return extent(form) + len(fields) * (WIDEST + max((extent(one) for one in given), default=0))


# By the name of the filter: of its value and its arguments.
FILTERS: Mapping[str, Bound] = {
    "batch": _parted,
    "center": _padded,
    "format": _printed,
    "indent": _padded,
    "join": lambda value, given: _joined(value, "".join(map(str, given[:1]))),
    "replace": _replaced,
    "round": _padded,
    "slice": _parted,
    "sum": lambda value, given: extent(value) + extent(list(given)),
    "tojson": _padded,
    "wordwrap": lambda value, given: _each_by_longest(value, [s for s in given if s is not None]),
}
# By the name of the method of a text: of the text and its arguments.
METHODS: Mapping[str, Bound] = {
    "center": _padded,
    "expandtabs": _padded,
    "join": lambda text, given: _joined(given[0], text) if given else 0,
    "ljust": _padded,
    "replace": _replaced,
    "rjust": _padded,
    "translate": lambda text, given: _each_by_longest(text, [*dict(*given[:1]).values()]),
    "zfill": _padded,
}


def operated(operator: str, left: Any, right: Any) -> int:
    """Of `left operator right`. SecurityError where a number would have too many digits."""
    if operator == "%":
        given = right if isinstance(right, tuple) else (right,)
        return _printed(left, given) if isinstance(left, str) else 0
    if operator == "+":
        return extent(left) + extent(right)
    if isinstance(left, int) and isinstance(right, int):
        if operator == "**" and right > _HIGHEST:
            return LARGEST + 1
        bits = left.bit_length()
        made = bits * right if operator == "**" else bits + right.bit_length()
        return LARGEST + 1 if made > _BITS else 0
    if operator != "*":
        return 0
    times, repeated = (left, right) if isinstance(left, int) else (right, left)
    return extent(repeated) * times if isinstance(times, int) else 0
