"""What `transform`, `clip`, `clip-path` and `filter` leave to see, from their tokens.

Each reader yields a bool for "leaves nothing to see", or how far something is moved in pixels.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from summarize.read.hidden_lengths import Length, Read, Tokens, length

SMALLEST_SCALE = 0.05  # of its size: letters of 16 pixels are smaller than one then
FAINTEST = 0.05  # opacity; as that of an element
BLURRED = 20.0  # pixels: no letter of an article is left
EDGE_ON = 1.0  # degrees beside 90, at which nothing but a line is left
TINY = 1.0  # pixels of what a clip leaves
LARGE = 5_000.0  # pixels: more than a text is wide or high
DEGREES = {"deg": 1.0, "rad": 180 / math.pi, "grad": 0.9, "turn": 360.0}
NO_SPAN = {"scale": 2, "scale3d": 2, "scalex": 1, "scaley": 1}
MOVES = {"translate", "translate3d", "translatex", "translatey"}
MATRIX = 6
CORNER = 2


def transform(_name: str, tokens: Tokens) -> Read:
    """`scale` and `rotate` (nothing is left), `shift` to the side and `rise` (pixels)."""
    functions = [token for token in tokens if token.type == "function"]
    yield "scale", any(_shrinks(token) for token in functions)
    yield "rotate", any(_turns(token) for token in functions)
    moves = [_move(token) for token in functions]
    yield "shift", sum(across for across, _ in moves)
    yield "rise", sum(down for _, down in moves)


def _shrinks(function: Any) -> bool:
    numbers = [_share(token) for token in function.arguments]
    known = [number for number in numbers if number is not None]
    if sides := NO_SPAN.get(function.lower_name):
        return any(abs(number) <= SMALLEST_SCALE for number in known[:sides])
    if function.lower_name == "matrix" and len(known) == MATRIX:
        return abs(known[0] * known[3] - known[1] * known[2]) <= SMALLEST_SCALE**2
    return False


def _share(token: Any) -> float | None:
    parts = {"number": 1.0, "percentage": 0.01}
    return token.value * parts[token.type] if token.type in parts else None


def _turns(function: Any) -> bool:
    if function.lower_name in {"rotatex", "rotatey"}:
        return _edge_on(function.arguments)
    numbers = [token.value for token in function.arguments if token.type == "number"]
    return (
        function.lower_name == "rotate3d" and numbers[2:3] == [0] and _edge_on(function.arguments)
    )


def _edge_on(tokens: Tokens) -> bool:
    turned = (t.value * DEGREES.get(t.lower_unit, 0.0) for t in tokens if t.type == "dimension")
    return any(abs(abs(angle) % 180 - 90) <= EDGE_ON for angle in turned)


def rotate(name: str, tokens: Tokens) -> Read:
    """`x 90deg`: seen from its edge."""
    axis = {getattr(token, "lower_value", "") for token in tokens} & {"x", "y"}
    yield name, bool(axis) and _edge_on(tokens)


def scale(name: str, tokens: Tokens) -> Read:
    """Shares of its size, or a zoom."""
    shares = [share for token in tokens if (share := _share(token)) is not None]
    yield name, any(abs(share) <= SMALLEST_SCALE for share in shares[:2])


def _move(function: Any) -> tuple[float, float]:
    """How far a function moves to the right and down, in pixels; a share of itself is 0."""
    name = function.lower_name
    if name not in MOVES:
        return 0.0, 0.0
    lengths = _lengths(function.arguments)
    first = lengths[0].pixels() if lengths else 0.0
    second = lengths[1].pixels() if len(lengths) > 1 else 0.0
    if name == "translatey":
        return 0.0, first
    return (first, 0.0) if name == "translatex" else (first, second)


def translate(_name: str, tokens: Tokens) -> Read:
    """As the functions."""
    pixels = [one.pixels() for one in _lengths(tokens)]
    yield "shift", pixels[0] if pixels else 0.0
    yield "rise", pixels[1] if len(pixels) > 1 else 0.0


def clip(name: str, tokens: Tokens) -> Read:
    """`rect(0, 0, 0, 0)`, `rect(1px, 1px, 1px, 1px)`: nothing is left of it."""
    yield name, any(_empty_rect(token) for token in tokens if token.type == "function")


def _empty_rect(function: Any) -> bool:
    sides = [0.0, LARGE, LARGE, 0.0]  # where they are "auto"
    written = [t for t in function.arguments if t.type not in {"whitespace", "literal", "comment"}]
    if function.lower_name != "rect" or len(written) != len(sides):
        return False
    for place, token in enumerate(written):
        found = length(token)
        sides[place] = found.pixels() if found else sides[place]
    top, right, bottom, left = sides
    return bottom - top <= TINY or right - left <= TINY


def clip_path(name: str, tokens: Tokens) -> Read:
    """Shapes with nothing in them."""
    yield name, any(_empty_path(token) for token in tokens if token.type == "function")


def _empty_path(function: Any) -> bool:
    lengths = _lengths(function.arguments)
    pixels = [one.pixels(LARGE) for one in lengths]
    match function.lower_name:
        case "inset":
            return _empty_inset(lengths)
        case "circle" | "ellipse":
            return bool(lengths) and lengths[0].pixels(LARGE) <= TINY
        case "rect":
            return _empty_rect(function)
        case "xywh":
            return any(size <= TINY for size in pixels[2:4])
        case "polygon":
            return _area(pixels) <= TINY
        case "path":
            return not any(sign in _written(function) for sign in "LlHhVvCcSsQqTtAa")
    return False


def _empty_inset(lengths: Sequence[Length]) -> bool:
    sides = [*lengths[:4]]
    if not sides:
        return False
    top, right = sides[0], sides[min(1, len(sides) - 1)]
    bottom = sides[2] if len(sides) > 2 else top
    left = sides[3] if len(sides) > 3 else right
    return any(_covers(one, other) for one, other in ((top, bottom), (left, right)))


def _covers(one: Length, other: Length) -> bool:
    """Whether two opposite sides meet: together 100 %, or more than a text is wide."""
    shares = sum(each.number for each in (one, other) if each.unit == "%")
    pixels = sum(each.pixels() for each in (one, other) if each.unit != "%")
    return shares >= 100 or pixels >= LARGE


def _area(pixels: Sequence[float]) -> float:
    points = list(zip(pixels[::CORNER], pixels[1::CORNER], strict=False))
    after = [*points[1:], *points[:1]]
    crossed = (x * v - u * y for (x, y), (u, v) in zip(points, after, strict=True))
    return abs(sum(crossed)) / 2


def _written(function: Any) -> str:
    return "".join(token.value for token in function.arguments if token.type == "string")


def filtered(name: str, tokens: Tokens) -> Read:
    """Faint or blurred beyond reading."""
    yield name, any(_erases(token) for token in tokens if token.type == "function")


def _erases(function: Any) -> bool:
    shares = [share for token in function.arguments if (share := _share(token)) is not None]
    if function.lower_name in {"opacity", "contrast"}:
        return bool(shares) and shares[0] <= FAINTEST
    return function.lower_name == "blur" and any(
        one.pixels() >= BLURRED for one in _lengths(function.arguments)
    )


def _lengths(tokens: Tokens) -> list[Length]:
    return [found for token in tokens if (found := length(token)) is not None]
