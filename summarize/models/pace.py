"""An even pace: so many units a second, and no bursts."""

from __future__ import annotations

# A timer fires late now and then; so many seconds may be caught up, not more.
CATCH_UP = 0.1


class Pace:
    """Spaces what is taken so that it stays at `per_second` units; None is no limit.

    Times are seconds of the event loop's clock.
    """

    def __init__(self, per_second: float | None = None) -> None:
        self.per_second = per_second
        self._paid_off = 0.0

    def ready(self) -> float:
        """The time from which something may be taken, however large it is."""
        return 0.0 if self.per_second is None else self._paid_off

    def take(self, now: float, units: float = 1.0) -> None:
        """Count `units`: what follows waits until they are paid off."""
        if self.per_second is not None:
            self._paid_off = max(self._paid_off, now - CATCH_UP) + units / self.per_second

    def give_back(self, units: float) -> None:
        """Count `units` less than were taken (more, if negative)."""
        if self.per_second is not None:
            self._paid_off -= units / self.per_second
