"""A page as it came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave. `asked` is that address, `url` the one at the end of its redirects.

    `body` is decompressed and not decoded: `charset` is what the server says of it, lower-case, or
    None. `content_type` is lower-case, without parameters. `retrieved` (aware) is when the body
    came; `unchanged` says that it came before, and the server says that it still holds (304).
    """

    asked: str
    url: str
    status: int
    content_type: str
    charset: str | None
    body: bytes
    etag: str | None
    last_modified: str | None
    retrieved: datetime
    unchanged: bool
