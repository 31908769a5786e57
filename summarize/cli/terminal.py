"""Text for the eye of a person at a terminal."""

from __future__ import annotations

import re
import textwrap

_BULLET = re.compile(r"\s*(?:[-*]|\d+\.)\s+")


def wrapped(text: str, columns: int) -> str:
    """Lines broken between words at `columns`; a bullet's lines hang, a table's stay whole.

    It is still the same Markdown: a line break inside a paragraph is a space.
    """
    return "".join(_line(line, columns) + "\n" for line in text.splitlines())


def _line(line: str, columns: int) -> str:
    if len(line) <= columns or line.startswith(("|", "#")):
        return line
    bullet = _BULLET.match(line)
    hanging = " " * len(bullet[0]) if bullet else ""
    return textwrap.fill(
        line,
        columns,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
