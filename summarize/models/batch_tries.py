"""What failed in one batch goes into the next: it stands where limits stand around an endpoint."""

from __future__ import annotations

from summarize.errors import Passing
from summarize.models.request import Model, Reply, Request
from summarize.models.switch import Switch

TRIES = 3  # of a request; each may take a day


class Tries:
    """Asks again where that may help. Nothing here waits: a batch has no pace and no places."""

    def __init__(self, inner: Model, switch: Switch) -> None:
        self._inner = inner
        self._switch = switch

    async def ask(self, request: Request) -> Reply:
        """The reply. Raises the last Passing error, and at once whatever else is raised."""
        for _ in range(TRIES - 1):
            self._switch.check()
            try:
                return await self._inner.ask(request)
            except Passing:
                continue
        self._switch.check()
        return await self._inner.ask(request)
