"""PDFs written by hand: text at places, in the fonts that every reader has.

pdf(Sheet(shown=[Shown("A title", 72, 700, size=18, bold=True)]), title="A title")
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842  # A4, in points
LEADING = 1.25  # times the size of letters
MEAN = 0.46  # ems: a letter of Times in English

FONTS = {"F1": "Times-Roman", "F2": "Times-Bold"}


@dataclass(frozen=True)
class Shown:
    """One line of text, from (x, y) on; y grows upwards."""

    text: str
    x: float
    y: float
    size: float = 10.0
    bold: bool = False


@dataclass(frozen=True)
class Sheet:
    """A page. `rotated` is how far a reader turns it; `raw` goes into its commands as it is."""

    shown: Sequence[Shown] = ()
    rotated: int = 0
    raw: str = ""


@dataclass
class Flow:
    """Paragraphs set in columns of sheets, from left to right and top to bottom."""

    columns: Sequence[float] = (72.0,)
    width: float = 450.0
    size: float = 10.0
    top: float = 760.0
    bottom: float = 80.0
    hyphens: bool = False
    sheets: list[list[Shown]] = field(default_factory=lambda: [[]])
    _column: int = 0
    _y: float = 0.0

    def __post_init__(self) -> None:
        self._y = self.top

    def head(self, text: str, size: float = 14.0, *, across: bool = False) -> None:
        """A heading; `across` all columns it can only stand at the top of the first sheet."""
        self._y -= size * 1.6
        for line in wrapped(text, 450.0 if across else self.width, size):
            self._put(line, size, bold=True, indent=0.0)
        self._y -= size * 0.4
        if across:
            self.top = self._y

    def paragraph(self, text: str, *, size: float | None = None, indent: float = 14.0) -> None:
        """One paragraph, its first line indented."""
        used = size or self.size
        rows = wrapped(text, self.width, used, first=indent, hyphens=self.hyphens)
        for number, row in enumerate(rows):
            self._put(row, used, bold=False, indent=0.0 if number else indent)

    def _put(self, text: str, size: float, *, bold: bool, indent: float) -> None:
        if self._y < self.bottom:
            self._column += 1
            if self._column == len(self.columns):
                self.sheets.append([])
                self._column, self.top = 0, 760.0
            self._y = self.top
        x = self.columns[self._column] + indent
        self.sheets[-1].append(Shown(text, x, self._y, size, bold))
        self._y -= size * LEADING


def wrapped(
    text: str, width: float, size: float, *, first: float = 0.0, hyphens: bool = False
) -> list[str]:
    """Lines no wider than `width` points, as far as the mean letter goes."""
    rows = [""]
    for word in text.split():
        room = int((width - (first if len(rows) == 1 else 0.0)) / (size * MEAN))
        if len(rows[-1]) + 1 + len(word) <= room or not rows[-1]:
            rows[-1] = f"{rows[-1]} {word}".strip()
            continue
        left = room - len(rows[-1]) - 2
        if hyphens and 3 <= left <= len(word) - 3 and word.isalpha() and word.islower():
            rows[-1] += f" {word[:left]}-"
            rows.append(word[left:])
        else:
            rows.append(word)
    return rows


def pdf(
    *sheets: Sheet,
    title: str | None = None,
    info: Mapping[str, str] | None = None,
    labels: str = "",
    extra: str = "",
) -> bytes:
    """A file of these pages. `labels` is the array of /PageLabels, `extra` goes into the root."""
    said = dict(info or {}) | ({"Title": title} if title is not None else {})
    objects: list[bytes] = [b"", b""]  # the root and the tree of pages, once their parts are known
    objects += [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
        for name in FONTS.values()
    ]
    kids = []
    for sheet in sheets:
        data = zlib.compress(_commands(sheet).encode("cp1252", "replace"))
        head = f"<< /Length {len(data)} /Filter /FlateDecode >>\nstream\n".encode()
        objects.append(head + data + b"\nendstream")
        fonts = " ".join(f"/{name} {n} 0 R" for n, name in enumerate(FONTS, 3))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {sheet.rotated}"
            f" /Resources << /Font << {fonts} >> >> /Contents {len(objects)} 0 R >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    numbered = f" /PageLabels << /Nums [{labels}] >>" if labels else ""
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R{numbered} {extra} >>".encode()
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    pairs = "".join(f" /{name} ({escaped(value)})" for name, value in said.items())
    objects.append(f"<<{pairs} >>".encode("cp1252", "replace"))
    return _file(objects)


def _commands(sheet: Sheet) -> str:
    lines = (
        f"BT /{'F2' if one.bold else 'F1'} {one.size} Tf 1 0 0 1 {one.x} {one.y} Tm"
        f" ({escaped(one.text)}) Tj ET"
        for one in sheet.shown
    )
    return "\n".join([*lines, sheet.raw])


def escaped(text: str) -> str:
    """Text as it stands between parentheses in a PDF."""
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(objects: Iterable[bytes]) -> bytes:
    made = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(places) + 1
    return (
        made
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n"
            f"<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\nstartxref\n{len(made)}\n%%EOF\n"
        ).encode()
    )
