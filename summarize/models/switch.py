"""Whether models may still be asked."""

from __future__ import annotations

from collections.abc import Callable

from summarize.errors import Stopped


class Switch:
    """On until somebody turns it off for good: a hopeless error, too many failures, Ctrl-C.

    Whoever makes others wait listens with `when_off`, so that those who wait hear of it at once.
    """

    def __init__(self) -> None:
        self.reason: Stopped | None = None
        self._listeners: list[Callable[[], None]] = []

    def check(self) -> None:
        """Raise the reason if it is off."""
        if self.reason is not None:
            raise self.reason

    def turn_off(self, reason: Stopped) -> None:
        """Ask no more, for this reason; the first reason stays."""
        if self.reason is None:
            self.reason = reason
            for tell in self._listeners:
                tell()

    def when_off(self, tell: Callable[[], None]) -> None:
        """Call `tell` once it is turned off."""
        self._listeners.append(tell)
