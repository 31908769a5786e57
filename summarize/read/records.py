"""JSON: one article an object; in `.jsonl` one a line, in `.json` one or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from summarize.read import charset, fields, unwrap
from summarize.read.clean import unseen
from summarize.read.draft import Block, Found

LONGEST_LINE = 20_000_000  # bytes; a longer one is no article

# Deep nesting ends json with RecursionError, an integer of 5,000 digits with ValueError.
BAD_JSON = (ValueError, RecursionError)


@dataclass(frozen=True, slots=True)
class Record:
    """What stands at one line (or one place in a list), counted from 1: found, or why not."""

    number: int
    found: Found | None
    reason: str = ""


def from_lines(lines: Iterable[bytes]) -> Iterator[Record]:
    """One record for each line that is not blank."""
    for number, data in enumerate(lines, 1):
        if data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
            yield _from_line(number, data)


def from_document(text: str) -> Iterator[Record]:
    """The records of a whole JSON document."""
    try:
        value = json.loads(text.lstrip("\ufeff"))
    except BAD_JSON:
        yield Record(1, None, "bad JSON")
        return
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        yield _from_value(number, item)


def is_document(text: str) -> bool:
    """Whether `text` is JSON of one or several articles, and not a text that starts alike."""
    try:
        return text.lstrip()[:1] in {"{", "["} and isinstance(json.loads(text), dict | list)
    except BAD_JSON:
        return False


def starts_object(line: bytes) -> bool:
    """Whether `line` alone is a JSON object: then its file is JSON Lines."""
    text = charset.decode(line) if line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") else None
    try:
        return text is not None and isinstance(json.loads(text), dict)
    except BAD_JSON:
        return False


def _from_line(number: int, data: bytes) -> Record:
    if len(data) > LONGEST_LINE:
        return Record(number, None, "larger than 20 MB")
    text = charset.decode(data)
    if text is None:
        return Record(number, None, "not decodable")
    try:
        value = json.loads(text)
    except BAD_JSON:
        return Record(number, None, "bad JSON")
    return _from_value(number, value)


def _from_value(number: int, value: object) -> Record:
    if not isinstance(value, Mapping):
        return Record(number, None, "not a JSON object")
    text = fields.text(value)
    if text is None:
        return Record(number, None, "no text found")
    blocks = tuple(map(Block, unwrap.paragraphs(text)))
    return Record(number, Found(blocks, fields.known(value, "JSON"), unseen(text)))
