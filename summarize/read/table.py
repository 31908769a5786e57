"""A table (.csv, .tsv): one row, one article.

Which column holds what is said by the settings (`[columns]`), else by the names of the columns, as
in JSON (fields.py). A `sources.csv` is no such table (sources_csv.py).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace

from summarize.read import charset, charset_lies, fields, fragment, unwrap
from summarize.read.clean import unseen
from summarize.read.draft import FEWEST_WORDS_RECORD, Block, Document, Draft, Found
from summarize.read.finish import LONGEST_TEXT
from summarize.reported import Skipped

LARGEST = 100_000_000  # bytes: read as a whole, and held as rows beside it
ORIGIN = "table"
_TEXT = "text"


def drafts(document: Document) -> Iterator[Draft | Skipped]:
    """The rows of a table that have text; one line where it is no table, or has no such column."""
    place = document.place
    rows = _rows(document)
    if isinstance(rows, str):
        yield Skipped(place.name, rows)
        return
    for number, row in rows:
        relative = f"{place.relative}:{number}" if place.relative else None
        spot = replace(place, name=f"{place.name}:{number}", relative=relative)
        text = fields.text(row)
        if text is None:
            yield Skipped(spot.name, "no text found")
        else:
            yield Draft(_found(text, row), spot, FEWEST_WORDS_RECORD)


def _found(text: str, row: Mapping[str, str]) -> Found:
    known = fields.known(row, ORIGIN)
    if fragment.is_html(text):
        read = fragment.read(text)
        return Found(read.blocks, known, read.removed)
    return Found(tuple(map(Block, unwrap.paragraphs(text))), known, unseen(text))


def _rows(document: Document) -> list[tuple[int, dict[str, str]]] | str:
    """Each row by column with the number of its first line; or why there are none."""
    data = document.stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        return "larger than 100 MB"
    if not data.strip():
        return "empty"
    text = None if charset.looks_binary(data) else charset_lies.decode(data, None)
    if text is None or "\0" in text:
        return "not a table"
    names = {column.casefold().strip(): name for name, column in document.reading.columns.items()}
    before = csv.field_size_limit(LONGEST_TEXT)
    try:
        table = _table(text.lstrip("\ufeff"), names)
    except csv.Error as error:
        return f"not a table: {error}"
    finally:
        csv.field_size_limit(before)
    if missing := _missing(table[0][1] if table else {}, document.reading.columns):
        return missing
    return table[1:] or "no rows"


def _table(text: str, names: Mapping[str, str]) -> list[tuple[int, dict[str, str]]]:
    """The rows by what their columns hold, and before them what each column holds."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    heads: list[str] = []
    table: list[tuple[int, dict[str, str]]] = []
    line = 0
    for cells in reader:
        first, line = line + 1, reader.line_num
        if not any(map(str.strip, cells)):
            continue
        if not heads:
            heads = [names.get(head.casefold().strip(), head.strip()) for head in cells]
            written = (head.casefold().strip() for head in cells)
            table.append((first, dict(zip(written, heads, strict=True))))
        else:
            table.append((first, dict(zip(heads, cells, strict=False))))
    return table


def _missing(heads: Mapping[str, str], columns: Mapping[str, str]) -> str | None:
    """The column that is not there, None where all are that are needed."""
    lost = (column for column in columns.values() if column.casefold().strip() not in heads)
    if column := next(lost, None):
        return f"no column {column!r}, which [columns] names"
    if not {head.casefold() for head in heads.values()} & set(fields.TEXT_NAMES):
        return "no column of text; say which is in [columns]"
    return None


def _delimiter(text: str) -> str:
    """Spreadsheets of countries with a decimal comma write semicolons."""
    head = text.lstrip().split("\n", 1)[0]
    return max("\t,;", key=head.count)
