"""What is known while one page is asked for, from hop to hop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarize.fetch.cache import KeptPage
from summarize.fetch.trying import Allowance

if TYPE_CHECKING:
    from yarl import URL

ACCEPTED = {
    "page": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5",
    "feed": "application/atom+xml,application/rss+xml,application/feed+json,"
    "application/xml;q=0.9,text/xml;q=0.9,text/html;q=0.7,*/*;q=0.5",
    "robots": "text/plain,*/*;q=0.5",
}
MOST_COOKIES, LONGEST_COOKIE = 30, 4_096  # of one origin; characters of name and value


@dataclass
class Visit:
    """One page asked for. `shortcuts` are addresses on the way that were known to have moved.

    Cookies of an origin go back to it alone, and end with the visit: some sites send a reader in
    circles without.
    """

    asked: str
    accept: str
    allowance: Allowance
    shortcuts: list[str] = field(default_factory=list)
    _cookies: dict[URL, dict[str, str]] = field(default_factory=dict)

    @property
    def asks_robots(self) -> bool:
        """Whether robots.txt is asked before: not for itself."""
        return self.accept != "robots"

    def take_cookies(self, url: URL, cookies: Mapping[str, str]) -> None:
        """Cookies that came with an answer."""
        jar = self._cookies.setdefault(url.origin(), {})
        for name, value in cookies.items():
            said = f"{name}={value}"
            if len(jar) < MOST_COOKIES and len(said) <= LONGEST_COOKIE and said.isascii():
                jar[name] = value

    def headers(self, url: URL, kept: KeptPage | None) -> dict[str, str]:
        """What is told to the server."""
        told = {"Accept": ACCEPTED[self.accept]}
        if kept is not None and kept.moved is None:
            if kept.etag:
                told["If-None-Match"] = kept.etag
            if kept.last_modified:
                told["If-Modified-Since"] = kept.last_modified
        cookies = self._cookies.get(url.origin())
        if cookies:
            told["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
        return told
