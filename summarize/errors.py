"""Everything that can go wrong, drawn once.

SummarizeError
├── UsageError        the command or a setting is wrong            (exit 2)
│   └── SettingsError a settings file cannot be used               (exit 2)
├── NothingToRead     no article was left to work on               (exit 1)
└── OutputError       a result could not be written                (exit 1)

An error says what, where and what to do. The command line prints
`str(error)` as one line; nothing below `cli/` prints or exits.
"""

from __future__ import annotations

from collections.abc import Sized


class SummarizeError(Exception):
    """Base of all errors that a user is told about: `what` happened, and a `hint` what to do."""

    exit_code = 1

    def __init__(self, what: str, *, hint: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint

    def __str__(self) -> str:
        """One line, with no line break from a file name or a parser's message left in it."""
        line = f"{self.what}; {self.hint}" if self.hint else self.what
        return " ".join(line.split())


class UsageError(SummarizeError):
    """The command line asks for something that cannot be."""

    exit_code = 2


class SettingsError(UsageError):
    """A settings file is missing, unreadable or holds a wrong value."""


class NothingToRead(SummarizeError):
    """No article could be read, or a filter left none."""


def nothing_to_read(skipped: Sized) -> NothingToRead:
    """No article was found in what was read; `skipped` is what was found instead."""
    why = "the lines above say why" if len(skipped) else "there is no file in it"
    return NothingToRead("no article was found", hint=why)


class OutputError(SummarizeError):
    """A report could not be written where it was asked for."""
