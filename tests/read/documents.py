"""Documents for the readers: bytes with a name, and what is read of them."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from summarize.article import Article
from summarize.read import finish, formats
from summarize.read.draft import Document, Draft, Place
from summarize.read.finish import Finished
from summarize.read.options import AS_USUAL, Reading
from summarize.reported import Skipped

NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
FIRST = (
    "The dam above Orlen gave way shortly after midnight on Tuesday, and a wall of water went"
    " through the lower town, the regional council said in a statement."
)
SECOND = (
    "Rescue teams reached the school by boat at dawn, where about 140 people had spent the night"
    " on the roof, and nobody there was hurt."
)
BODY = f"{FIRST}\n\n{SECOND}"


def drafts(
    data: bytes, name: str = "news/a.txt", reading: Reading = AS_USUAL
) -> list[Draft | Skipped]:
    """What the reader for `name` makes of `data`."""
    place = Place(name, Path(name).name)
    document = Document(io.BytesIO(data), place, NOW, reading)
    return list(formats.of(document, formats.suffix_of(name)))


def articles(data: bytes, name: str, reading: Reading = AS_USUAL) -> list[Article]:
    """The articles in `data`; nothing may be skipped."""
    made = []
    for draft in drafts(data, name, reading):
        assert isinstance(draft, Draft), draft
        finished = finish.finish(draft, {}, NOW)
        assert isinstance(finished, Finished), finished
        made.append(finished.article)
    return made


def reasons(data: bytes, name: str, reading: Reading = AS_USUAL) -> list[str]:
    """Why nothing, or a part, of `data` is an article."""
    made = []
    for draft in drafts(data, name, reading):
        end = finish.finish(draft, {}, NOW) if isinstance(draft, Draft) else draft
        if isinstance(end, Skipped):
            made.append(end.reason)
    return made
