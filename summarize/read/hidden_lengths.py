"""Lengths of a style, and sums of them: `calc(0px - 9999px)` is one length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Tokens = Sequence[Any]  # of tinycss2, which has no types


@dataclass(frozen=True, slots=True)
class Length:
    """A number and its unit: "px", "em", "%", … ; "" for a bare number."""

    number: float
    unit: str

    def pixels(self, whole: float = 0.0, em: float = 16.0) -> float:
        """About so many pixels, `whole` being 100 %, on a common screen."""
        if self.unit == "%":
            return self.number * whole / 100
        return self.number * PIXELS.get(self.unit, em)


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour in sRGB, each part from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def like(self, other: Paint) -> bool:
        """Whether nobody sees this on a ground of that."""
        ours, theirs = (self.red, self.green, self.blue), (other.red, other.green, other.blue)
        return all(abs(a - b) <= SAME for a, b in zip(ours, theirs, strict=True))


Value = str | float | bool | Length | Paint | None
Read = Iterator[tuple[str, Value]]

SAME = 0.05  # of a channel: #f3f3f3 on white has a contrast of 1.1, text is read from 3 upwards
SCREEN = (1280.0, 800.0)  # pixels: the screen that a page is thought to be on
PIXELS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4,
          "q": 96 / 101.6, "rem": 16.0, "vw": SCREEN[0] / 100, "vh": SCREEN[1] / 100,
          "vmax": SCREEN[0] / 100, "vmin": SCREEN[1] / 100, "ch": 8.0, "ex": 8.0,
          "": 1.0}  # fmt: skip
SUMS = {"calc", "-webkit-calc", "min", "max", "clamp"}
DEEPEST = 8  # brackets in a sum


def length(token: Any) -> Length | None:
    """A token as a length, where it is one."""
    if token.type == "percentage":
        return Length(token.value, "%")
    if token.type == "dimension":
        return Length(token.value, token.lower_unit)
    return Length(token.value, "") if token.type == "number" else None


def folded(tokens: Tokens, depth: int = 0) -> list[Any]:
    """The tokens with each sum of constants in place of what it comes to, also in functions."""
    import copy

    found = []
    for token in tokens:
        if token.type != "function":
            found.append(token)
        elif token.lower_name in SUMS:
            found.append(_token(_function(token, 0)) or token)
        elif depth < DEEPEST and any(inside.type == "function" for inside in token.arguments):
            inner = copy.copy(token)
            inner.arguments = folded(token.arguments, depth + 1)
            found.append(inner)
        else:
            found.append(token)
    return found


def _token(value: Length | None) -> Any:
    import tinycss2

    return value and tinycss2.parse_one_component_value(f"{value.number!r}{value.unit}")


def _function(function: Any, depth: int) -> Length | None:
    """None where it cannot be known: lengths and shares together, or anything else in it."""
    if depth >= DEEPEST:
        return None
    parts = [_sum(part, depth + 1) for part in _parts(function.arguments)]
    known = [part for part in parts if part is not None]
    if len(known) != len(parts) or not known:
        return None
    if len(known) == 1:
        return known[0]
    ends = [_same(known[0], one) for one in known]
    numbers = [one.number for one in ends if one is not None]
    if len(numbers) != len(ends):
        return None
    return Length(_picked(function.lower_name, numbers), ends[0].unit if ends[0] else "")


def _picked(name: str, numbers: Sequence[float]) -> float:
    if name == "clamp":
        return max(numbers[0], min(numbers[1:]))
    return min(numbers) if name == "min" else max(numbers)


def _parts(tokens: Tokens) -> list[list[Any]]:
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token == ",":
            parts.append([])
        elif token.type not in {"whitespace", "comment"}:
            parts[-1].append(token)
    return parts


def _sum(tokens: Tokens, depth: int) -> Length | None:
    """Values with signs between them, products first."""
    total, factor, sign, product = Length(0.0, ""), Length(1.0, ""), 1.0, ""
    for place, token in enumerate(tokens):
        if place % 2:
            product = getattr(token, "value", "") if token.type == "literal" else "?"
            if product in {"+", "-"}:
                added = _same(total, Length(sign * factor.number, factor.unit))
                if added is None:
                    return None
                total = added_up(total, added)
                factor, sign = Length(1.0, ""), -1.0 if product == "-" else 1.0
            continue
        value = _value(token, depth)
        made = value and _times(factor, value, product)
        if made is None:
            return None
        factor = made
    last = _same(total, Length(sign * factor.number, factor.unit))
    return None if last is None or not len(tokens) % 2 else added_up(total, last)


def added_up(one: Length, other: Length) -> Length:
    """The sum of two lengths of one kind."""
    return Length(one.number + other.number, other.unit)


def _times(one: Length, other: Length, sign: str) -> Length | None:
    if sign == "/":
        return Length(one.number / other.number, one.unit) if other.number else None
    if sign == "?" or (one.unit and other.unit):
        return None
    return Length(one.number * other.number, one.unit or other.unit)


def _value(token: Any, depth: int) -> Length | None:
    if token.type == "() block":
        parts = _parts(token.content)
        return _sum(parts[0], depth + 1) if len(parts) == 1 and depth < DEEPEST else None
    if token.type == "function":
        return _function(token, depth + 1) if token.lower_name in SUMS else None
    return length(token)


def _same(one: Length, other: Length) -> Length | None:
    """`other` in the unit of `one`, where they are of one kind; nothing is of every kind."""
    if one.unit == other.unit or not one.number:
        return other
    if not other.number:
        return Length(0.0, one.unit)
    if "%" in (one.unit, other.unit) or "" in (one.unit, other.unit):
        return None
    return Length(other.pixels() / PIXELS.get(one.unit, 16.0), one.unit)
