"""Mailboxes (.mbox): many mails in one file, read one by one; it may be larger than memory."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from summarize.read import mail
from summarize.read.draft import Document, Draft
from summarize.reported import Skipped

_START = b"From "
_LONGEST_LINE = 1_000_000  # bytes; what is longer is read in pieces


def drafts(document: Document) -> Iterator[Draft | Skipped]:
    """The articles of all mails, each at `file:number`."""
    place = document.place
    number = 0
    for number, data in enumerate(_mails(document.stream), 1):
        relative = f"{place.relative}:{number}" if place.relative else None
        spot = replace(place, name=f"{place.name}:{number}", relative=relative)
        if data is None:
            yield Skipped(spot.name, "larger than 50 MB")
        else:
            yield from mail.of(data, replace(document, place=spot))
    if not number:
        yield Skipped(place.name, "a mailbox without mails")


def _mails(stream: BinaryIO) -> Iterator[bytes | None]:
    """The bytes of each mail, None for one that is too large."""
    gathered: io.BytesIO | None = None
    blank = True  # a line that starts a mail has none before it, or a blank one
    while line := stream.readline(_LONGEST_LINE):
        if blank and line.startswith(_START):
            if gathered is not None:
                yield _whole(gathered)
            gathered = io.BytesIO()
        elif gathered is not None and gathered.tell() <= mail.LARGEST:
            quoted = line.startswith(b">") and line.lstrip(b">").startswith(_START)
            gathered.write(line[1:] if quoted else line)
        blank = not line.strip()
    if gathered is not None:
        yield _whole(gathered)


def _whole(gathered: io.BytesIO) -> bytes | None:
    return None if gathered.tell() > mail.LARGEST else gathered.getvalue()
