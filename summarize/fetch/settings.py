"""How pages are fetched."""

from __future__ import annotations

from dataclasses import dataclass

from summarize import __version__

# Its part before the slash is the name by which robots.txt may address us.
USER_AGENT = f"summarize-news/{__version__} (reads feeds and articles that a person named)"


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """`deadline` is seconds in all for one page, waiting for its turn not counted.

    `largest` is bytes after decompression, `at_once` and `per_host` are requests under way,
    `delay` seconds between two starts at one host, where its robots.txt does not ask for more.
    """

    allow_private: bool = False
    ignore_robots: bool = False
    deadline: float = 30.0
    largest: int = 20_000_000
    at_once: int = 32
    per_host: int = 4
    delay: float = 0.02  # four at once of a server that takes 100 ms are not held up by it
    user_agent: str = USER_AGENT

    @property
    def robot(self) -> str:
        """The name by which robots.txt may address us."""
        return self.user_agent.split("/", 1)[0].strip()
