"""What the declarations of a style say of things that can hide text, as plain values.

Values are a keyword, a number, a `Length`, a colour, or a bool for "leaves nothing to see". None
is a value that is there and cannot be known (`env(x)`, `inherit`): it replaces an earlier one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from summarize.read import hidden_shapes
from summarize.read.hidden_lengths import DEEPEST, Length, Read, Tokens, Value, folded, length
from summarize.read.hidden_paint import TRANSPARENT, one_colour, paint

IMAGES = ("url", "image", "gradient", "cross-fade", "element", "paint")
HIDES_OVERFLOW = {"hidden", "clip", "auto", "scroll", "overlay"}
CONTAINS = {"paint", "strict", "content"}
# Sides of a line and of a text, in the direction in which most pages are written.
LOGICAL = {
    "inset-inline-start": "left", "inset-inline-end": "right", "inset-block-start": "top",
    "inset-block-end": "bottom", "margin-inline-start": "margin-left",
    "margin-inline-end": "margin-right", "margin-block-start": "margin-top",
    "inline-size": "width", "block-size": "height", "max-inline-size": "max-width",
    "max-block-size": "max-height", "min-inline-size": "min-width",
    "min-block-size": "min-height",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Open:
    """A value with `var(…)` in it, of the property `name`: to be read where the element stands."""

    name: str
    tokens: Tokens


def read(declarations: Tokens) -> Iterator[tuple[str, Value | Open, bool]]:
    """(property, value, whether important) for each declaration that matters, in order."""
    for declaration in declarations:
        if declaration.type != "declaration":
            continue
        name = declaration.lower_name
        if name.startswith("--"):
            yield declaration.name, Open(declaration.name, declaration.value), declaration.important
        elif name in READERS and is_open(declaration.value):
            yield name, Open(name, declaration.value), declaration.important
        elif name in READERS:
            for known, value in values(name, declaration.value):
                yield known, value, declaration.important


def values(name: str, tokens: Tokens) -> Read:
    """What a property of `READERS` says: for itself, or for those that it stands for."""
    known = [token for token in folded(tokens) if token.type not in {"whitespace", "comment"}]
    yield from READERS[name](LOGICAL.get(name, name), known)


def is_open(tokens: Tokens, depth: int = 0) -> bool:
    """Whether `var(…)` stands in a value, as deep as is looked."""
    functions = [token for token in tokens if token.type == "function"]
    return any(
        token.lower_name in REFERS or (depth < DEEPEST and is_open(token.arguments, depth + 1))
        for token in functions
    )


REFERS = {"var", "env"}


def _keyword(name: str, tokens: Tokens) -> Read:
    yield name, tokens[0].lower_value if tokens and tokens[0].type == "ident" else None


def _number(name: str, tokens: Tokens) -> Read:
    kind = tokens[0].type if tokens else ""
    part = {"number": 1.0, "percentage": 0.01}.get(kind)
    yield name, tokens[0].value * part if part else None


def _length(name: str, tokens: Tokens) -> Read:
    yield name, length(tokens[0]) if tokens else None


def _colour(name: str, tokens: Tokens) -> Read:
    inherits = len(tokens) == 1 and getattr(tokens[0], "lower_value", "") == "currentcolor"
    if not inherits:
        yield name, paint(tokens[0]) if len(tokens) == 1 else None


def _background(_name: str, tokens: Tokens) -> Read:
    """A colour may stand among other things; without one there is none."""
    plain = one_colour(tokens)
    colours = [found for token in tokens if (found := paint(token)) is not None]
    yield "background-image", plain is None and any(_is_image(token) for token in tokens)
    yield "background-color", plain or next(iter(colours), TRANSPARENT)


def _background_image(name: str, tokens: Tokens) -> Read:
    plain = one_colour(tokens)
    if plain:
        yield "background-color", plain
    none = len(tokens) == 1 and getattr(tokens[0], "lower_value", "") == "none"
    yield name, plain is None and not none


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
    cut = any(getattr(token, "lower_value", "") in HIDES_OVERFLOW for token in tokens)
    yield "overflow", "hidden" if cut else "visible"


def _contain(name: str, tokens: Tokens) -> Read:
    yield name, any(getattr(token, "lower_value", "") in CONTAINS for token in tokens)


def _shadow(name: str, tokens: Tokens) -> Read:
    yield name, not (tokens and getattr(tokens[0], "lower_value", "") == "none")


def _stroke(_name: str, tokens: Tokens) -> Read:
    """Letters with an outline are seen on any ground, as those with a shadow are."""
    lengths = [found for token in tokens if (found := length(token)) is not None]
    if any(one.number > 0 for one in lengths):
        yield "text-shadow", True


def _animation(_name: str, tokens: Tokens) -> Read:
    """The names in it, and words that say how: which is which, the keyframes of a page tell."""
    names = [token.value for token in tokens if token.type in {"ident", "string"}]
    yield "animation", " ".join(names)


READERS: dict[str, Callable[[str, Tokens], Read]] = {
    **dict.fromkeys(
        ("display", "visibility", "position", "content-visibility"), _keyword
    ),
    **dict.fromkeys(
        (
            "font-size", "left", "top", "right", "bottom", "text-indent", "margin-left",
            "margin-top", "margin-right", "width", "height", "max-width", "max-height",
            "min-width", "min-height", "padding-top", "padding-right", "padding-bottom",
            "padding-left", *LOGICAL,
        ),
        _length,
    ),
    **dict.fromkeys(("margin", "padding", "inset"), _sides),
    **dict.fromkeys(("overflow", "overflow-x", "overflow-y"), _overflow),
    **dict.fromkeys(("color", "background-color", "-webkit-text-fill-color"), _colour),
    **dict.fromkeys(("animation", "animation-name", "-webkit-animation"), _animation),
    **dict.fromkeys(("-webkit-text-stroke", "-webkit-text-stroke-width"), _stroke),
    **dict.fromkeys(("clip-path", "-webkit-clip-path"), hidden_shapes.clip_path),
    **dict.fromkeys(("filter", "-webkit-filter"), hidden_shapes.filtered),
    **dict.fromkeys(("transform", "-webkit-transform"), hidden_shapes.transform),
    **dict.fromkeys(("scale", "zoom"), hidden_shapes.scale),
    "background": _background,
    "background-image": _background_image,
    "clip": hidden_shapes.clip,
    "contain": _contain,
    "font": _font,
    "opacity": _number,
    "rotate": hidden_shapes.rotate,
    "text-shadow": _shadow,
    "translate": hidden_shapes.translate,
}  # fmt: skip
