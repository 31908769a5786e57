"""A page as it was fetched, read: its articles, or why it has none."""

from __future__ import annotations

import codecs
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from summarize.fetch import Page
from summarize.read import Reading, charset, charset_lies, finish, formats
from summarize.read.draft import Document, Draft, Field, Place
from summarize.read.finish import Finished
from summarize.reported import Skipped
from summarize.sources.kinds import suffix_of

TEXTS = {".html", ".md", ".json", ".jsonl", ""}  # whose charset a server may name


@dataclass(frozen=True)
class Manner:
    """How pages are read, `now` (aware)."""

    now: datetime
    reading: Reading


def read_page(
    page: Page, manner: Manner, known: Mapping[str, Field] | None = None
) -> list[Finished | Skipped]:
    """What stands in a page; `known` are fields that its feed gives, where it has none itself."""
    suffix = suffix_of(page)
    body = _in_utf8(page) if suffix in TEXTS else page.body
    document = Document(io.BytesIO(body), Place(page.asked), manner.now, manner.reading)
    drafts = list(formats.of(document, suffix))
    single = len(drafts) == 1
    return [
        draft if isinstance(draft, Skipped)
        else _finished(_placed(draft, page, known or {}) if single else draft, page, manner)
        for draft in drafts
    ]  # fmt: skip


def _finished(draft: Draft, page: Page, manner: Manner) -> Finished | Skipped:
    found = replace(draft.found, retrieved=draft.found.retrieved or page.retrieved)
    return finish.finish(replace(draft, found=found), {}, manner.now)


def _placed(draft: Draft, page: Page, known: Mapping[str, Field]) -> Draft:
    """With its own address, where it does not give a better one."""
    fields = {**known, "url": Field(page.url, "address"), **draft.found.fields}
    if _is_front(fields["url"].value) and not _is_front(page.url):
        fields["url"] = Field(page.url, "address")
    return replace(draft, found=replace(draft.found, fields=fields))


def _is_front(address: str) -> bool:
    """Whether it is of a site's front page: some sites call every page of theirs so."""
    try:
        parts = urlsplit(address)
    except ValueError:  # what a page says of itself is not always an address
        return False
    return parts.path in {"", "/"} and not parts.query


def _in_utf8(page: Page) -> bytes:
    """Its bytes, in UTF-8 with a mark where only the server names a charset."""
    if page.charset is None or charset.looks_binary(page.body):
        return page.body
    label = charset.declared(page.body) or page.charset
    text = charset_lies.decode(page.body, label)
    return page.body if text is None else codecs.BOM_UTF8 + text.lstrip("\ufeff").encode("utf-8")
