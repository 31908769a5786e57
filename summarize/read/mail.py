"""Mail (.eml): a newsletter is an article, one that tells several stories as many of them.

1. The HTML part where there is one, else the text; what nobody sees, how to unsubscribe and how to
   read it in a browser are left out.
2. Subject, sender and date are title, outlet and publication; the Message-ID is the key.
3. A digest (digest.py) gives an article for each of its stories, at the story's own address.
4. Attachments that are documents (.pdf, .docx, .html, .txt, .md) are articles of their own.
"""

from __future__ import annotations

import email
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from summarize.read import charset_lies, digest, fragment, unwrap
from summarize.read.clean import line, unseen
from summarize.read.draft import (
    FEWEST_WORDS,
    FEWEST_WORDS_RECORD,
    Document,
    Draft,
    Field,
    Found,
)
from summarize.read.fragment import Fragment, Piece
from summarize.read.urls import web_address
from summarize.reported import Skipped
from summarize.text import words

LARGEST = 50_000_000  # bytes of one mail; servers take 25 MB
MOST_PARTS = 200  # of one mail
LONGEST_HEADER = 2_000  # characters
LONGEST_HEADING = 120  # characters, in a mail of text

_ATTACHED = (".pdf", ".docx", ".html", ".htm", ".txt", ".md")
_AGAIN = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*|\[[^\]]{1,40}\]\s*)+", re.IGNORECASE)
_ADDRESS = re.compile(r"<?(https?://[^\s<>\"']{1,2000})>?")
_SIGNATURE = re.compile(r"^-- ?\r?$.*", re.MULTILINE | re.DOTALL)
# What the parser of the standard library raises for broken mails.
_BROKEN = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class _Letter:
    """What a mail says of itself, and what stands in it."""

    fields: dict[str, Field]
    key: str | None
    body: Fragment
    attached: tuple[tuple[str, bytes], ...]


def drafts(document: Document) -> Iterator[Draft | Skipped]:
    """The articles of one mail and of its attachments."""
    data = document.stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield Skipped(document.place.name, "larger than 50 MB")
    else:
        yield from of(data, document)


def of(data: bytes, document: Document) -> Iterator[Draft | Skipped]:
    """The articles of the mail in `data`, which stands at the place of `document`."""
    place = document.place
    try:
        letter = _letter(data)
    except _BROKEN:
        yield Skipped(place.name, "not a readable mail")
        return
    if letter is None:
        yield Skipped(place.name, "not a mail")
        return
    yield from _stories(letter, document)
    for name, content in letter.attached:
        yield from _attachment(name, content, document)


def _attachment(name: str, content: bytes, document: Document) -> Iterator[Draft | Skipped]:
    from summarize.read import formats

    place = document.place
    relative = f"{place.relative}:{name}" if place.relative else None
    spot = replace(place, name=f"{place.name}: {name}", relative=relative)
    again = replace(document, stream=io.BytesIO(content), place=spot)
    yield from formats.of(again, formats.suffix_of(name))


def _stories(letter: _Letter, document: Document) -> Iterator[Draft | Skipped]:
    pieces = digest.trimmed(letter.body.pieces)
    place = document.place
    told = digest.parts(pieces)
    if not told:
        if pieces or not letter.attached:
            blocks = Fragment(pieces, {}).blocks
            found = Found(blocks, letter.fields, letter.body.removed, letter.key)
            yield Draft(found, place, FEWEST_WORDS)
        return
    if _words(first := digest.before(pieces)) >= FEWEST_WORDS:  # the editor has told something
        yield Draft(Found(Fragment(first, {}).blocks, letter.fields, {}, letter.key), place, 0)
    for number, part in enumerate(told, 1):
        relative = f"{place.relative}:{number}" if place.relative else None
        spot = replace(place, name=f"{place.name}:{number}", relative=relative)
        key = f"{letter.key}#{number}" if letter.key else None
        own = {"title": Field(part.title, "digest"), "url": Field(part.link or "", "digest")}
        blocks = Fragment(part.pieces, {}).blocks
        removed = letter.body.removed if number == 1 else {}
        yield Draft(Found(blocks, letter.fields | own, removed, key), spot, FEWEST_WORDS_RECORD)


def _words(pieces: Sequence[Piece]) -> int:
    return sum(words.count(piece.text) for piece in pieces)


def _letter(data: bytes) -> _Letter | None:
    """None where no line of a mail's head is there."""
    message = email.message_from_bytes(data.lstrip(b"\r\n"))
    if not any(message.get(name) for name in ("From", "Subject", "Date", "Message-ID")):
        return None
    name, sender = parseaddr(_header(message, "From"))
    outlet = line(name) or sender.rpartition("@")[2]
    values = {
        "title": _AGAIN.sub("", _header(message, "Subject")),
        "outlet": outlet.strip("\"' "),
        "published": _header(message, "Date"),
    }
    fields = {name: Field(value, "mail") for name, value in values.items() if value}
    id_ = _header(message, "Message-ID").strip("<> ")
    parts = [part for part, _ in zip(message.walk(), range(MOST_PARTS), strict=False)]
    attached = tuple(_attached(parts))
    return _Letter(fields, f"mid:{id_}" if id_ else None, _body(parts), attached)


def _header(message: Message, name: str) -> str:
    """A header as it is meant: encoded words decoded, on one line."""
    written = str(message.get(name) or "")[:LONGEST_HEADER]
    pieces = []
    for part, label in decode_header(written):
        known = part if isinstance(part, str) else charset_lies.decode(part, label)
        pieces.append(known or "")
    return line("".join(pieces))


def _attached(parts: list[Message]) -> Iterator[tuple[str, bytes]]:
    for part in parts:
        name = line(part.get_filename() or "")
        if name.lower().endswith(_ATTACHED) and isinstance(data := _bytes(part), bytes):
            yield name, data


def _body(parts: list[Message]) -> Fragment:
    """The HTML where it says something, else the text."""
    for kind, read in (("text/html", fragment.read), ("text/plain", _plain)):
        whole = [
            read(_decoded(part))
            for part in parts
            if part.get_content_type() == kind and not part.get_filename()
        ]
        if pieces := tuple(piece for one in whole for piece in one.pieces):
            return Fragment(pieces, whole[0].removed)
    return Fragment((), {})


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _decoded(part: Message) -> str:
    label = part.get_content_charset()
    return charset_lies.decode(_bytes(part), str(label) if label else None) or ""


def _plain(text: str) -> Fragment:
    """Paragraphs of a text; a short one that ends no sentence stands out, as headings do."""
    removed = unseen(text)
    pieces: list[Piece] = []
    for paragraph in unwrap.paragraphs(_SIGNATURE.sub("", text)):
        piece = _piece(paragraph)
        if piece.text:
            pieces.append(piece)
        elif pieces and pieces[-1].link is None:  # an address alone leads on from what is above it
            pieces[-1] = replace(pieces[-1], link=piece.link)
    return Fragment(tuple(pieces), removed)


def _piece(paragraph: str) -> Piece:
    """A paragraph without the addresses in it; its text is empty where it is one of them."""
    match = _ADDRESS.search(paragraph)
    if match is None:
        return Piece(paragraph, stands_out=_is_heading(paragraph))
    text = line(_ADDRESS.sub("", paragraph)).strip(" :-–—<>()[]")
    return Piece(text, link=web_address(match[1].rstrip(".,;)")), stands_out=_is_heading(text))


def _is_heading(text: str) -> bool:
    return len(text) <= LONGEST_HEADING and text[-1:].isalnum() and not text[:1].islower()
