"""What is faded in or out by the page's own stylesheet: how opaque an animation leaves it.

An element with no opacity that an animation shows is seen. One that an animation leaves without
opacity is not, where the end stays (`forwards`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

    from summarize.read.hidden_styles import Declared

_KEYFRAMES = re.compile(
    r"@(?:-webkit-)?keyframes\s++[\"']?(?P<name>[\w-]++)[\"']?\s*+"
    r"\{(?P<frames>(?:[^{}]*+\{[^{}]*+\})*+)"
)
_LAST = re.compile(r"(?:^|[\s,}])(?:to|100%)\s*(?:,[^{}]*)?\{(?P<content>[^{}]*)\}")
_OPACITY = re.compile(r"(?:^|[\s;])opacity\s*:\s*(?P<number>\d*\.?\d+)(?P<percent>%?)")
STAYS = {"forwards", "both"}


def fades(tree: _Element) -> Mapping[str, float]:
    """How opaque each animation of the page leaves what it moves, by its name."""
    found = {}
    for block in tree.iter("style"):
        text = block.text_content()
        for frames in _KEYFRAMES.finditer(text) if "keyframes" in text else ():
            last = _LAST.search(frames["frames"])
            opacity = _OPACITY.search(last["content"]) if last else None
            if opacity:
                share = 0.01 if opacity["percent"] else 1.0
                found[frames["name"]] = float(opacity["number"]) * share
    return found


def ended(declared: Mapping[str, Declared], known: Mapping[str, float]) -> Mapping[str, Declared]:
    """The declarations as they are when the animations among them have ended."""
    animation = declared.get("animation")
    words = animation.value.split() if animation and isinstance(animation.value, str) else []
    opaque = next((known[word] for word in words if word in known), None)
    if animation is None or opaque is None or (not opaque and STAYS.isdisjoint(words)):
        return declared
    return {**declared, "opacity": replace(animation, name="opacity", value=opaque)}
