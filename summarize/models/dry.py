"""What would be asked, without asking: answers on disk are used, the rest is noted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from summarize.aside import aside
from summarize.errors import NotAsked
from summarize.models.ledger import fitting
from summarize.models.request import Reply, Request
from summarize.store import Store


@dataclass
class Dry:
    """Stands where the whole nest of models does. `planned` are the requests without an answer.

    `asked` are all requests by their hash, in the order of asking. `spent_today` and
    `spent_this_month` are USD that runs have spent before.
    """

    store: Store | None
    endpoint: str
    model: str
    fresh: bool = False
    asked: dict[str, Request] = field(default_factory=dict)
    planned: dict[str, Request] = field(default_factory=dict)
    reused: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        today = datetime.now(UTC).date()
        self.spent_today = self.store.spent(today) if self.store else 0.0
        self.spent_this_month = self.store.spent(today.replace(day=1)) if self.store else 0.0

    async def ask(self, request: Request) -> Reply:
        """The answer that is on disk; NotAsked where there is none."""
        self.asked.setdefault(request.hash, request)
        key = request.key(self.endpoint, self.model)
        stored = await aside(self.store.answer, key) if self.store and not self.fresh else None
        reply = fitting(stored, request) if stored is not None else None
        if reply is not None:
            self.reused.append(request)
            return reply
        self.planned.setdefault(request.hash, request)
        raise NotAsked("a dry run asks nobody")
