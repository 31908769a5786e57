"""What the declarations of a style say of things that can hide text, as plain values.

Values are a keyword, a number, a `Length`, a colour, or a bool for "leaves nothing to see". None
is a value that is there and cannot be known (`var(--x)`, `inherit`): it replaces an earlier one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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

SAME = 0.05  # of a channel: #f3f3f3 on white has a contrast of 1.1, text is read from 3 upwards
SCREEN = (1280.0, 800.0)  # pixels: the screen that a page is thought to be on
PIXELS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4,
          "q": 96 / 101.6, "rem": 16.0, "vw": SCREEN[0] / 100, "vh": SCREEN[1] / 100,
          "": 1.0}  # fmt: skip
TRANSPARENT = Paint(0.0, 0.0, 0.0, 0.0)
IMAGES = ("url", "image", "gradient", "cross-fade", "element", "paint")
NO_AREA = {"circle", "ellipse"}


def read(declarations: Tokens) -> Iterator[tuple[str, Value, bool]]:
    """(property, value, whether important) for each declaration that matters, in order."""
    for declaration in declarations:
        if declaration.type == "declaration" and declaration.lower_name in READERS:
            name = declaration.lower_name
            tokens = [t for t in declaration.value if t.type not in {"whitespace", "comment"}]
            for known, value in READERS[name](name, tokens):
                yield known, value, declaration.important


def paint(token: Any) -> Paint | None:
    """The colour that a token or a text names; None where it names none that is known."""
    from tinycss2.color4 import parse_color

    try:
        found = parse_color(token)
        if found is None or isinstance(found, str):  # the current colour
            return None
        red, green, blue = (part or 0.0 for part in found.to("srgb").coordinates)
    except (NotImplementedError, ValueError, ArithmeticError):  # other spaces, odd arguments
        return None
    return Paint(red, green, blue, found.alpha)


Read = Iterator[tuple[str, Value]]


def _keyword(name: str, tokens: Tokens) -> Read:
    yield name, tokens[0].lower_value if tokens and tokens[0].type == "ident" else None


def _number(name: str, tokens: Tokens) -> Read:
    kind = tokens[0].type if tokens else ""
    part = {"number": 1.0, "percentage": 0.01}.get(kind)
    yield name, tokens[0].value * part if part else None


def _length(name: str, tokens: Tokens) -> Read:
    yield name, length(tokens[0]) if tokens else None


def length(token: Any) -> Length | None:
    """A token as a length, where it is one."""
    if token.type == "percentage":
        return Length(token.value, "%")
    if token.type == "dimension":
        return Length(token.value, token.lower_unit)
    return Length(token.value, "") if token.type == "number" else None


def _colour(name: str, tokens: Tokens) -> Read:
    inherits = len(tokens) == 1 and getattr(tokens[0], "lower_value", "") == "currentcolor"
    if not inherits:
        yield name, paint(tokens[0]) if len(tokens) == 1 else None


def _background(_name: str, tokens: Tokens) -> Read:
    """A colour may stand among other things; without one there is none."""
    image = any(_is_image(token) for token in tokens)
    unknown = any(token.type == "function" and token.lower_name == "var" for token in tokens)
    colours = [found for token in tokens if (found := paint(token)) is not None]
    yield "background-image", image or unknown
    yield "background-color", None if unknown else next(iter(colours), TRANSPARENT)


def _background_image(name: str, tokens: Tokens) -> Read:
    yield name, not (len(tokens) == 1 and getattr(tokens[0], "lower_value", "") == "none")


def _is_image(token: Any) -> bool:
    named = token.type == "function" and any(part in token.lower_name for part in IMAGES)
    return token.type == "url" or named


def _font(_name: str, tokens: Tokens) -> Read:
    """The size is the first length; a bare number but 0 is a weight."""
    lengths = (found for token in tokens if (found := length(token)) is not None)
    yield "font-size", next((one for one in lengths if one.unit or not one.number), None)


def _sides(name: str, tokens: Tokens) -> Read:
    """One to four lengths, for top, right, bottom, left."""
    lengths: list[Length | None] = [length(token) for token in tokens[:4]]
    if not lengths:
        return
    right = lengths[min(1, len(lengths) - 1)]
    found = (
        lengths[0],
        right,
        lengths[2] if len(lengths) > 2 else lengths[0],
        lengths[3] if len(lengths) > 3 else right,
    )
    for side, value in zip(("top", "right", "bottom", "left"), found, strict=True):
        yield side if name == "inset" else f"{name}-{side}", value


def _overflow(_name: str, tokens: Tokens) -> Read:
    cut = any(getattr(token, "lower_value", "") in {"hidden", "clip"} for token in tokens)
    yield "overflow", "hidden" if cut else "visible"


def _clip(name: str, tokens: Tokens) -> Read:
    """`rect(0, 0, 0, 0)`, `rect(1px, 1px, 1px, 1px)`: nothing is left of it."""
    yield name, any(_empty_rect(token) for token in tokens if token.type == "function")


def _empty_rect(function: Any) -> bool:
    sides = [found for token in function.arguments if (found := length(token)) is not None]
    if function.lower_name != "rect" or len(sides) != 4:
        return False
    top, right, bottom, left = (side.pixels() for side in sides)
    return bottom - top <= 1 or right - left <= 1


def _clip_path(name: str, tokens: Tokens) -> Read:
    yield name, any(_empty_path(token) for token in tokens if token.type == "function")


def _empty_path(function: Any) -> bool:
    lengths = [found for token in function.arguments if (found := length(token)) is not None]
    if function.lower_name == "inset":
        shares = [one.number for one in lengths if one.unit == "%"]
        return bool(shares) and max(shares) >= (100 if len(shares) > 1 else 50)
    if function.lower_name in NO_AREA:
        return bool(lengths) and not lengths[0].number
    return function.lower_name == "polygon" and not any(one.number for one in lengths)


def _transform(_name: str, tokens: Tokens) -> Read:
    functions = [token for token in tokens if token.type == "function"]
    yield "scale", any(_shrinks(token) for token in functions)
    yield "shift", min((_shift(token) for token in functions), default=0.0)


def _shrinks(function: Any) -> bool:
    numbers = _numbers(function)
    if function.lower_name.startswith("scale"):
        return 0 in numbers
    return function.lower_name == "matrix" and len(numbers) == 6 and not any(numbers[:4])


def _numbers(function: Any) -> list[float]:
    return [token.value for token in function.arguments if token.type == "number"]


def _shift(function: Any) -> float:
    """How far a function moves to the left or up, in pixels, negative; a share of itself is 0."""
    if not function.lower_name.startswith("translate"):
        return 0.0
    lengths = (found for token in function.arguments if (found := length(token)) is not None)
    return min((one.pixels() for one in lengths), default=0.0)


def _scale(name: str, tokens: Tokens) -> Read:
    yield name, any(getattr(token, "value", None) == 0 for token in tokens)


def _translate(_name: str, tokens: Tokens) -> Read:
    lengths = (found for token in tokens if (found := length(token)) is not None)
    yield "shift", min((one.pixels() for one in lengths), default=0.0)


def _filter(name: str, tokens: Tokens) -> Read:
    faint = [t for t in tokens if t.type == "function" and t.lower_name == "opacity"]
    yield name, any(0 in [getattr(a, "value", None) for a in t.arguments] for t in faint)


def _shadow(name: str, tokens: Tokens) -> Read:
    yield name, not (tokens and getattr(tokens[0], "lower_value", "") == "none")


READERS: dict[str, Callable[[str, Tokens], Read]] = {
    **dict.fromkeys(("display", "visibility", "position", "content-visibility"), _keyword),
    **dict.fromkeys(
        (
            "font-size", "left", "top", "right", "bottom", "text-indent", "margin-left",
            "margin-top", "width", "height", "max-width", "max-height", "min-width", "min-height",
            "padding-top", "padding-right", "padding-bottom", "padding-left",
        ),
        _length,
    ),
    **dict.fromkeys(("margin", "padding", "inset"), _sides),
    **dict.fromkeys(("overflow", "overflow-x", "overflow-y"), _overflow),
    **dict.fromkeys(("color", "background-color", "-webkit-text-fill-color"), _colour),
    "background": _background,
    "background-image": _background_image,
    "clip": _clip,
    "clip-path": _clip_path,
    "-webkit-clip-path": _clip_path,
    "filter": _filter,
    "font": _font,
    "opacity": _number,
    "scale": _scale,
    "zoom": _scale,
    "text-shadow": _shadow,
    "transform": _transform,
    "-webkit-transform": _transform,
    "translate": _translate,
}  # fmt: skip
