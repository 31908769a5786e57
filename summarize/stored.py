"""What a store holds, as values."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from summarize.edition import Numbered

# Where a store is: a file, or the address of a PostgreSQL database.
Place = Path | str
ON_SERVER = ("postgresql://", "postgres://")


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """A reply that was paid. `request` is the hash of what was asked, `reply` a JSON text.

    `input` (with its part `cached`) and `output` are tokens, `created` seconds since 1970; None
    where the server or the prices did not say.
    """

    template: str
    model: str
    endpoint: str
    request: str
    reply: str
    input: int | None = None
    cached: int | None = None
    output: int | None = None
    cost_usd: float | None = None
    created: float = field(default_factory=time.time)


@dataclass(frozen=True, slots=True)
class StoredKind:
    """The answers of one model to one template. `cost_usd` is None where one has no price."""

    model: str
    template: str
    answers: int
    input: int
    cached: int
    output: int
    cost_usd: float | None


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """What a store holds: where it is, its bytes on disk, its answers by kind, its editions."""

    where: str
    bytes: int
    kinds: tuple[StoredKind, ...]
    oldest: datetime | None
    newest: datetime | None
    editions: int = 0

    @property
    def answers(self) -> int:
        """How many answers there are."""
        return sum(kind.answers for kind in self.kinds)


@dataclass(frozen=True, slots=True)
class StoredEdition:
    """What is known of a kept edition without reading it; `made` is aware."""

    series: str
    numbered: Numbered
    as_of: date
    made: datetime
    partial: bool
    title: str
    stories: int
    articles: int
