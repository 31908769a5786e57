"""The readers of documents that are not plain text, each imported when there is one to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import regex

from summarize.read.draft import Document, Draft
from summarize.reported import Skipped

Reader = Callable[[Document], Iterator[Draft | Skipped]]

_MAIL_HEADER = regex.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}: ?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*+){2}", regex.ASCII
)
_MAIL_NAMES = regex.compile(
    rb"^(?:from|to|subject|date|received|return-path|message-id|delivered-to|mime-version):",
    regex.IGNORECASE | regex.MULTILINE,
)
FEWEST_NAMES = 3  # header lines of a mail; a text that starts "From: …" and "To: …" has two
_HEAD = 4_000  # bytes in which the first header lines stand


def _pdf(document: Document) -> Iterator[Draft | Skipped]:
    from summarize.read import pdf

    return pdf.drafts(document)


def _word(document: Document) -> Iterator[Draft | Skipped]:
    from summarize.read import word_file

    return word_file.drafts(document)


def _mail(document: Document) -> Iterator[Draft | Skipped]:
    from summarize.read import mail

    return mail.drafts(document)


def _mailbox(document: Document) -> Iterator[Draft | Skipped]:
    from summarize.read import mailbox

    return mailbox.drafts(document)


def _table(document: Document) -> Iterator[Draft | Skipped]:
    from summarize.read import table

    return table.drafts(document)


def _feed(document: Document) -> Iterator[Draft | Skipped]:
    from summarize.read import feed_file

    return feed_file.drafts(document)


def _warc(document: Document) -> Iterator[Draft | Skipped]:
    from summarize.read import warc

    return warc.drafts(document)


READERS: Mapping[str, Reader] = {
    ".pdf": _pdf, ".docx": _word, ".eml": _mail, ".mbox": _mailbox, ".csv": _table, ".tsv": _table,
    ".rss": _feed, ".atom": _feed, ".xml": _feed, ".warc": _warc, ".warc.gz": _warc,
}  # fmt: skip
FEED = _feed


def sniffed(data: bytes) -> Reader | None:
    """The reader for bytes that no suffix is known of; None where they may be text."""
    head = data[:_HEAD]
    if head.startswith(b"PK\x03\x04") and b"word/document.xml" in data:
        return _word
    if head.startswith((b"WARC/1.", b"WARC/0.")):
        return _warc
    if head.startswith(b"From ") and _MAIL_HEADER.match(head, head.find(b"\n") + 1):
        return _mailbox
    named = _MAIL_HEADER.match(head) and len(_MAIL_NAMES.findall(head))
    return _mail if named and named >= FEWEST_NAMES else None
