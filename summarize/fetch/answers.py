"""What an answer means: a page, a redirect, an error."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from summarize.errors import FetchError
from summarize.fetch.cache import KeptPage
from summarize.fetch.page import Page

if TYPE_CHECKING:
    from yarl import URL

    from summarize.fetch.connect import Answer

# How long "moved for good" is believed without asking: sites take it back, or say it of consent.
MOVED_HOLDS = timedelta(days=7)
LONGEST = 500  # characters of an ETag that is sent again
_HINTS = {
    401: "the site wants a login",
    402: "the site wants to be paid",
    403: "the site does not let programs read it",
    404: "check the address",
    410: "the page is gone",
    451: "the page is withheld for legal reasons",
}


def host_of(url: URL) -> str:
    """Whose server an address is of: http and https of a host are one, other ports are others."""
    return str(url.raw_host if url.is_default_port() else url.host_port_subcomponent)


def target(url: URL, answer: Answer) -> str | None:
    """Where an answer sends on to; None where it does not."""
    from yarl import URL

    where = answer.headers.get("location", "").strip()
    if answer.status not in {301, 302, 303, 307, 308} or not where:
        return None
    try:
        return str(url.join(URL(where)))
    except ValueError:
        return where  # which the check of addresses refuses


def failed(status: int, where: str) -> FetchError:
    """The error for a status that is no page."""
    passing = status in {408, 425, 429} or status >= 500
    hint = _HINTS.get(status, "try again later" if passing else "check the address")
    error = FetchError(f"http status {status}", where, hint=hint, retryable=passing)
    error.status = status
    return error


def kept_of(
    answer: Answer,
    retrieved: datetime,
    *,
    confirmed: datetime | None = None,
    moved: str | None = None,
) -> KeptPage:
    """An answer as it is kept."""
    return KeptPage(
        answer.status,
        retrieved,
        confirmed or retrieved,
        content_type=_plain(answer.content_type) or "",
        charset=_plain(answer.charset),
        body=answer.body,
        etag=_plain(answer.headers.get("etag")),
        last_modified=_plain(answer.headers.get("last-modified")),
        moved=moved,
    )


def page_of(kept: KeptPage, asked: str, url: str, *, unchanged: bool) -> Page:
    """A page as it is handed on."""
    return Page(
        asked=asked,
        url=url,
        status=kept.status,
        content_type=kept.content_type,
        charset=kept.charset,
        body=kept.body,
        etag=kept.etag,
        last_modified=kept.last_modified,
        retrieved=kept.retrieved,
        unchanged=unchanged,
    )


def settled(kept: KeptPage, now: datetime) -> bool:
    """Whether it is known without asking that the page has moved."""
    return kept.moved is not None and now - kept.confirmed < MOVED_HOLDS


def _plain(said: str | None) -> str | None:
    """What a server said, where it can be stored and sent again."""
    usable = said and said.isascii() and said.isprintable() and len(said) <= LONGEST
    return said if usable else None
