"""Whether a media query holds on the desktop screen that a page is thought to be on.

Each feature is read as name and value. One that is not known holds: what hides only there is not
shown to everybody.
"""

from __future__ import annotations

import re

from summarize.read.hidden_lengths import SCREEN

MEDIA = {"all", "screen"}
OTHERS = {"print", "speech", "aural", "tty", "tv", "handheld", "projection", "braille", "embossed"}
# What a desktop says of itself; another value of these features does not hold.
DESKTOP = {
    "prefers-color-scheme": {"light"},
    "prefers-reduced-motion": {"no-preference"},
    "prefers-reduced-transparency": {"no-preference"},
    "prefers-contrast": {"no-preference"},
    "forced-colors": {"none"},
    "inverted-colors": {"none"},
    "scripting": {"enabled"},
    "orientation": {"landscape"},
    "hover": {"hover"},
    "any-hover": {"hover"},
    "pointer": {"fine"},
    "any-pointer": {"fine", "coarse"},
    "monochrome": {"0"},
    "grid": {"0"},
}
# Of these the bare name asks for any value but "none" or 0.
FALSE_ALONE = {"prefers-reduced-motion", "prefers-reduced-transparency", "prefers-contrast",
               "forced-colors", "inverted-colors", "monochrome", "grid"}  # fmt: skip
NEAR = 10  # characters before a condition in which its "not" stands
SIZES = {"width": SCREEN[0], "device-width": SCREEN[0],
         "height": SCREEN[1], "device-height": SCREEN[1]}  # fmt: skip
_FEATURE = re.compile(r"\(\s*(?P<name>[\w-]+)\s*(?::\s*(?P<value>[^()]*?)\s*)?\)")
_RANGE = re.compile(
    r"\(\s*(?:(?P<low>[^()<>=]+?)\s*(?P<above>[<>]=?)\s*)?(?P<name>[a-z-]+)"
    r"\s*(?:(?P<below>[<>]=?|=)\s*(?P<high>[^()<>=]+?)\s*)?\)"
)
_SIZE = re.compile(r"(\d+(?:\.\d+)?|\.\d+)\s*(px|r?em)?")
_TYPE = re.compile(r"^(?P<not>not\s+)?(?:only\s+)?(?P<type>[a-z][\w-]*)(?=\s|$)")


def on_screen(media: str) -> bool:
    """Whether one of the media queries between commas holds, where that can be known."""
    return any(_holds(query.strip()) for query in media.casefold().split(","))


def _holds(query: str) -> bool:
    kind = _TYPE.match(query)
    if kind is None or kind["type"] in {"not", "and", "or"}:
        return _conditions(query)
    fits = kind["type"] in MEDIA or kind["type"] not in OTHERS
    rest = query[kind.end() :]
    return (fits and _conditions(rest)) is not bool(kind["not"])


def _conditions(text: str) -> bool:
    """Conditions joined by `and` or `or`, each perhaps with `not` before it."""
    alternatives = re.split(r"\)\s*or\s*\(", text)
    if len(alternatives) > 1:
        return any(_conditions(f"({part.strip().strip('()')})") for part in alternatives)
    found = [(_feature(m), m.start()) for m in _FEATURE.finditer(text)]
    found += [(_range(m), m.start()) for m in _RANGE.finditer(text) if m["above"] or m["below"]]
    return all(fits is not _is_denied(text, start) for fits, start in found)


def _is_denied(text: str, start: int) -> bool:
    return text[max(0, start - NEAR) : start].rstrip("( \t\n").endswith("not")


def _feature(match: re.Match[str]) -> bool:
    name, value = match["name"], match["value"]
    if value is None:
        return name not in FALSE_ALONE
    if name in DESKTOP:
        return value in DESKTOP[name]
    least = name.startswith("min-")
    size = SIZES.get(name.removeprefix("min-").removeprefix("max-"))
    pixels = _pixels(value)
    if size is None or pixels is None:
        return True
    if name in SIZES:
        return pixels == size
    return pixels <= size if least else pixels >= size


def _range(match: re.Match[str]) -> bool:
    size = SIZES.get(match["name"])
    if size is None:
        return True
    low, high = (_pixels(match[side] or "") for side in ("low", "high"))
    fits = low is None or (low <= size if match["above"].startswith("<") else low >= size)
    if high is None:
        return fits
    signs = {"<": size <= high, ">": size >= high, "=": size == high}
    return fits and signs[match["below"][0]]


def _pixels(text: str) -> float | None:
    found = _SIZE.fullmatch(text.strip())
    return float(found[1]) * (1 if found[2] in {"px", None} else 16) if found else None
