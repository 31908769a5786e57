"""The colours that a style names, in sRGB."""

from __future__ import annotations

import math
from typing import Any

from summarize.read.hidden_lengths import Paint, Tokens

TRANSPARENT = Paint(0.0, 0.0, 0.0, 0.0)
BLACK, WHITE = Paint(0.0, 0.0, 0.0), Paint(1.0, 1.0, 1.0)
# Colours of the system, as a browser on a light desktop has them.
SYSTEM = {"canvas": WHITE, "canvastext": BLACK, "field": WHITE, "fieldtext": BLACK}


def paint(token: Any) -> Paint | None:
    """The colour that a token or a text names; None where it names none that is known."""
    from tinycss2.color4 import parse_color

    if system := SYSTEM.get(getattr(token, "lower_value", "")):
        return system
    try:
        found = parse_color(token)
        if found is None or isinstance(found, str):  # the current colour
            return None
        if found.space in {"oklab", "oklch"}:
            return _of_oklab(found)
        red, green, blue = (part or 0.0 for part in found.to("srgb").coordinates)
    except (NotImplementedError, ValueError, ArithmeticError):  # other spaces, odd arguments
        return None
    return Paint(red, green, blue, found.alpha)


def _of_oklab(found: Any) -> Paint:
    light, one, two = (part or 0.0 for part in found.coordinates)
    if found.space == "oklch":
        one, two = one * math.cos(math.radians(two)), one * math.sin(math.radians(two))
    # Björn Ottosson, "A perceptual color space for image processing" (2020).
    long = (light + 0.3963377774 * one + 0.2158037573 * two) ** 3
    medium = (light - 0.1055613458 * one - 0.0638541728 * two) ** 3
    short = (light - 0.0894841775 * one - 1.2914855480 * two) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    red, green, blue = (_gamma(part) for part in linear)
    return Paint(red, green, blue, found.alpha)


def _gamma(part: float) -> float:
    if part <= 0.0031308:
        return max(0.0, 12.92 * part)
    return min(1.0, 1.055 * math.pow(part, 1 / 2.4) - 0.055)


def one_colour(tokens: Tokens) -> Paint | None:
    """The colour of a gradient that is of one colour alone, where there is nothing else."""
    if len(tokens) != 1 or tokens[0].type != "function":
        return None
    if not tokens[0].lower_name.endswith("gradient"):
        return None
    colours = {found for token in tokens[0].arguments if (found := paint(token)) is not None}
    return colours.pop() if len(colours) == 1 else None
