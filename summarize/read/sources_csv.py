"""`sources.csv` in a folder: what a person knows better than the files say.

Columns: path (relative to that file), outlet, author, published, url, language, title. A cell that
is not empty overrides what was read, field by field.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from summarize.read import charset, published, urls
from summarize.read.clean import line
from summarize.read.draft import Field
from summarize.reported import Skipped

NAME = "sources.csv"
COLUMNS = ("outlet", "author", "published", "url", "language", "title")
LARGEST = 20_000_000  # bytes
LONGEST_NOTE = 60  # characters of a cell that could not be used

Overrides = Mapping[Path, Mapping[str, Field]]


@dataclass(frozen=True, slots=True)
class Listed:
    """What one `sources.csv` says, by resolved path, and what of it could not be used."""

    overrides: Overrides
    skipped: tuple[Skipped, ...]


def read(file: Path, name: str) -> Listed:
    """`name` is how the file is shown to a person. A bad file gives a `Skipped`, never an error."""
    try:
        with file.open("rb") as opened:
            raw = opened.read(LARGEST + 1)
    except OSError as error:
        return _unused(name, f"not readable: {error.strerror}")
    if len(raw) > LARGEST:
        return _unused(name, "larger than 20 MB")
    text = charset.decode(raw)
    if text is None or "\0" in text:
        return _unused(name, "not a CSV table")
    rows = csv.DictReader(
        io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=_delimiter(text)
    )
    try:
        table = [{_key(key): line(cell) for key, cell in row.items() if isinstance(cell, str)}
                 for row in rows]  # fmt: skip
    except csv.Error as error:
        return _unused(name, f"not a CSV table: {error}")
    if table and "path" not in table[0]:
        return _unused(name, "no column named path")
    return _listed(file.parent, name, table)


def _listed(folder: Path, name: str, table: list[dict[str, str]]) -> Listed:
    overrides: dict[Path, Mapping[str, Field]] = {}
    skipped = [
        Skipped(f"{name}: {column}", "not a column of sources.csv")
        for column in (table[0] if table else ())
        if column and column not in ("path", *COLUMNS)
    ]
    for row in table:
        listed = row.get("path", "").replace("\\", "/")
        if not listed:
            continue
        file = _file(folder, listed)
        if file is None:
            skipped.append(Skipped(f"{name}: {listed}", "listed in sources.csv but not there"))
        else:
            cells = {column: row[column] for column in COLUMNS if row.get(column)}
            bad = {column: why for column, cell in cells.items() if (why := _unfit(column, cell))}
            skipped += (Skipped(f"{name}: {listed}", why) for why in bad.values())
            overrides[file] = {
                column: Field(cell, NAME) for column, cell in cells.items() if column not in bad
            }
    return Listed(overrides, tuple(skipped))


def _unfit(column: str, cell: str) -> str:
    """Why a cell cannot override what the file says itself; empty where it can."""
    if column == "published" and published.parse(cell) is None:
        return f"not a date: {cell}"[:LONGEST_NOTE]
    if column == "url" and urls.web_address(cell) is None:
        return f"not a web address: {cell}"[:LONGEST_NOTE]
    return ""


def _file(folder: Path, listed: str) -> Path | None:
    try:
        file = (folder / listed).resolve()
        return file if file.is_file() else None
    except (OSError, ValueError, RuntimeError):  # too long, a zero byte, a loop of links
        return None


def _key(header: str | None) -> str:
    """`date` and `source` are what people write for published and outlet."""
    name = (header or "").strip().casefold()
    return {"date": "published", "source": "outlet", "file": "path", "lang": "language"}.get(
        name, name
    )


def _delimiter(text: str) -> str:
    """Spreadsheets of countries with a decimal comma write semicolons."""
    head = text.split("\n", 1)[0]
    return max(",;\t", key=head.count)


def _unused(name: str, reason: str) -> Listed:
    return Listed({}, (Skipped(name, reason),))
