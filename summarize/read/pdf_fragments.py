"""The pieces of text of a PDF's page, each with its place.

pypdf gives the text between two borders as one piece; a border is set before every command that
moves the pen, so that a row of two columns, or of a table, is never one piece.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import regex
from pypdf import PageObject
from pypdf.generic import ContentStream, NameObject

# Mean width of a letter in ems; what a page's fonts do not tell is near it.
WIDTH = 0.5
WIDTHS = {"times": 0.44, "roman": 0.44, "courier": 0.6, "mono": 0.6}
WIDE = 1.0  # of Chinese, Japanese and Korean signs

_MOVES = {b"Td", b"TD", b"Tm", b"T*", b"'", b'"'}
_BORDER = b"ET"  # it ends a piece; where the pen is stays
_WIDE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\u3000-\u303f\uff00-\uff60]")
_BOLD = regex.compile(r"bold|black|heavy|semib|demi", regex.IGNORECASE)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = regex.compile("|".join(_LIGATURES))

Matrix = Sequence[float]


class TooSlow(Exception):
    """The time for a file is over."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text that starts at (x, y) in points; y grows upwards. `order` counts within the page.

    `width` is estimated. A white space at either end of `text` is meant.
    """

    text: str
    x: float
    y: float
    width: float
    size: float
    is_bold: bool
    order: int

    @property
    def end(self) -> float:
        """Where the text ends, as far as can be estimated."""
        return self.x + self.width


def fragments(page: PageObject, until: float) -> list[Fragment]:
    """The upright pieces of a page in the order of its commands; TooSlow at `until` (monotonic).

    Whatever pypdf raises for a broken page passes through.
    """
    if page.get_contents() is None:
        return []
    contents = ContentStream(page["/Contents"].get_object(), page.pdf, "bytes")
    contents.operations = list(_bordered(contents.operations))
    written = page.raw_get("/Contents")
    page[NameObject("/Contents")] = contents
    turn = page.rotation % 360
    seen = _Seen(turn, until)
    try:
        page.extract_text(
            orientations=(turn,),
            visitor_text=seen.text,
            visitor_operand_before=seen.clock,
        )
    finally:
        page[NameObject("/Contents")] = written  # a page is kept by its reader; its text is not
    return seen.fragments


def _bordered(operations: Sequence[tuple[Any, bytes]]) -> Iterator[tuple[Any, bytes]]:
    for operands, operator in operations:
        if operator in _MOVES:
            yield [], _BORDER
        yield operands, operator


class _Seen:
    """What pypdf's visitors saw of a page."""

    def __init__(self, turn: int, until: float) -> None:
        self.fragments: list[Fragment] = []
        self._turn = turn
        self._until = until

    def clock(self, *_: object) -> None:
        if time.monotonic() > self._until:
            raise TooSlow

    def text(self, text: str, cm: Matrix, tm: Matrix, font: Any, size: float) -> None:
        text = _LIGATURE.sub(lambda match: _LIGATURES[match[0]], text.replace("\n", ""))
        if not text.strip():
            if self.fragments and text and not self.fragments[-1].text.endswith(" "):
                last = self.fragments[-1]
                self.fragments[-1] = replace(last, text=f"{last.text} ")
            return
        a, b, c, d, e, f = _product(tm, cm)
        name = str(font.get("/BaseFont", "")) if font else ""
        height = abs(size) * max((c * c + d * d) ** 0.5, 1e-6)
        across = abs(size) * max((a * a + b * b) ** 0.5, 1e-6)
        x, y = {0: (e, f), 90: (f, -e), 180: (-e, -f), 270: (-f, e)}[self._turn]
        width = across * _ems(text, name)
        order = len(self.fragments)
        bold = _BOLD.search(name) is not None
        self.fragments.append(Fragment(text, x, y, width, round(height, 1), bold, order))


def _ems(text: str, font: str) -> float:
    lower = font.lower()
    narrow = next((width for name, width in WIDTHS.items() if name in lower), WIDTH)
    wide = len(_WIDE.findall(text))
    return wide * WIDE + (len(text.strip()) - wide) * narrow


def _product(m: Matrix, n: Matrix) -> tuple[float, ...]:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )
