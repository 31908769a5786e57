"""Figures on which sources differ, as ranges: each value where it stands between zero and the most.

From zero, so that 26 beside 31 looks as near to it as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.claims import Figure, Value
from summarize.report.chart_rows import per_cent, placed, rows
from summarize.report.escape import fold

LETTER = 7.5  # pixels: the width of a letter of a label, the widest of the usual fonts
LINE = 18  # pixels: the height of a row of labels
SHORT = 22  # characters of a label; the value stands in the text beside the picture as a whole
MARGIN = 12  # pixels above and below the line


@dataclass(frozen=True, slots=True)
class RangeDot:
    """A value from `x` to `to` per cent, and its label at the height `y`.

    The label begins, ends or is centred at the value (`anchor`, as SVG says it). One that was
    `superseded` stands no more.
    """

    text: str
    x: float
    to: float
    label: float
    anchor: str
    y: int
    superseded: bool


@dataclass(frozen=True, slots=True)
class RangeChart:
    """The values of one figure on a line at `line` pixels, those that stand between two ends."""

    about: str
    zero: float
    start: float
    end: float
    dots: tuple[RangeDot, ...]
    line: int
    height: int


def chart_ranges(figures: Sequence[Figure], about: Sequence[str]) -> tuple[RangeChart, ...]:
    """A picture of each figure that sources differ on; `about` are the names that the page has."""
    by_name = {fold(figure.what): figure for figure in figures}
    known = [(name, by_name[fold(name)]) for name in about if fold(name) in by_name]
    return tuple(_chart(name, figure) for name, figure in known if _differs(figure))


def _differs(figure: Figure) -> bool:
    return len({value.value for value in figure.values if not value.superseded}) > 1


def _chart(about: str, figure: Figure) -> RangeChart:
    standing_last = sorted(figure.values, key=lambda value: not value.superseded)
    values = sorted({_ends(value): value for value in standing_last}.items())
    low = min(0.0, *(ends[0] for ends, _ in values))
    high = max(0.0, *(ends[1] for ends, _ in values))
    places = [(placed(a, low, high), placed(b, low, high)) for (a, b), _ in values]
    texts = [_short(value.text) for _, value in values]
    anchors = [_anchor((x + to) / 2) for x, to in places]
    spans = [
        _extent((x + to) / 2, text, anchor)
        for (x, to), text, anchor in zip(places, texts, anchors, strict=True)
    ]
    levels = rows(spans)
    line = LINE * (max(levels) + 1) + MARGIN
    dots = tuple(
        RangeDot(text, x, to, round((x + to) / 2, 2), anchor, line - MARGIN - LINE * level, gone)
        for (x, to), text, anchor, level, gone in zip(
            places, texts, anchors, levels, [v.superseded for _, v in values], strict=True
        )
    )
    stands = [dot for dot in dots if not dot.superseded]
    return RangeChart(
        about=about,
        zero=placed(0, low, high),
        start=min(dot.x for dot in stands),
        end=max(dot.to for dot in stands),
        dots=dots,
        line=line,
        height=line + MARGIN,
    )


def _ends(value: Value) -> tuple[float, float]:
    return value.value if isinstance(value.value, tuple) else (value.value, value.value)


def _short(text: str) -> str:
    said = fold(text)
    return said if len(said) <= SHORT else f"{said[: SHORT - 1].rstrip()}…"


def _anchor(x: float) -> str:
    """Labels near an edge grow away from it."""
    if x < 25:
        return "start"
    return "end" if x > 75 else "middle"


def _extent(x: float, text: str, anchor: str) -> tuple[float, float]:
    """From where to where a label reaches, in per cent of a narrow picture."""
    width = per_cent(LETTER * (len(text) + 1))
    start = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    return start, start + width
