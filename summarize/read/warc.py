"""Web archives (.warc, .warc.gz): each page that was answered with 200 is read as a page.

The address is that of the record, unless the page names its own; it was retrieved when the record
was made. Needs warcio, the extra `warc`.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from summarize.read import charset, charset_lies, page, published
from summarize.read.draft import FEWEST_WORDS, Document, Draft, Field, Found
from summarize.reported import Skipped

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

LARGEST_PAGE = 20_000_000  # bytes, decompressed
_HTML = ("text/html", "application/xhtml+xml")
# What warcio raises for broken archives, beside errors of its own.
_BROKEN = (ValueError, LookupError, AttributeError, TypeError, EOFError, zlib.error)


def drafts(document: Document) -> Iterator[Draft | Skipped]:
    """The pages of an archive; where it is broken, those before that place."""
    name = document.place.name
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        yield Skipped(name, "web archives need warcio: pip install 'summarize-news[warc]'")
        return
    any_page = False
    try:
        for record in ArchiveIterator(document.stream):
            if draft := _draft(record, document):
                any_page = True
                yield draft
    except (*_BROKEN, ArchiveLoadFailed):
        yield Skipped(name, "a broken archive: not read further")
        return
    if not any_page:
        yield Skipped(name, "an archive without pages")


def _draft(record: ArcWarcRecord, document: Document) -> Draft | Skipped | None:
    if record.rec_type != "response" or record.http_headers is None:
        return None
    kind, _, rest = (record.http_headers.get_header("Content-Type") or "").partition(";")
    if record.http_headers.get_statuscode() != "200" or kind.strip().lower() not in _HTML:
        return None
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    spot = replace(document.place, name=f"{document.place.name}: {url}", relative=url or None)
    data: bytes = record.content_stream().read(LARGEST_PAGE + 1)
    if len(data) > LARGEST_PAGE:
        return Skipped(spot.name, "larger than 20 MB")
    label = charset.declared(data) or rest.lower().partition("charset=")[2].strip("\"' ;") or None
    text = charset_lies.decode(data, label)
    if text is None:
        return Skipped(spot.name, "not decodable")
    return Draft(_found(text, url, _retrieved(record, document.now)), spot, FEWEST_WORDS)


def _found(text: str, url: str, retrieved: datetime) -> Found:
    found = page.found(text, retrieved)
    fields = dict(found.fields)
    fields.setdefault("url", Field(url, "WARC"))
    return replace(found, fields=fields, retrieved=retrieved)


def _retrieved(record: Any, now: datetime) -> datetime:
    day = published.parse(record.rec_headers.get_header("WARC-Date") or "")
    return day if isinstance(day, datetime) else now
