"""Everything that can go wrong, drawn once.

SummarizeError
├── UsageError        the command or a setting is wrong            (exit 2)
│   ├── SettingsError     a settings file cannot be used           (exit 2)
│   └── TemplateFault     a template cannot be used                (exit 2)
├── NothingToRead     no article was left to work on               (exit 1)
├── ReportFault       a report.json cannot be read                 (exit 1)
├── OutputError       a result could not be written                (exit 1)
├── StoreError        answers cannot be kept or read               (exit 1)
├── FetchError        a page was not got from the web              (named as skipped)
└── ModelError        a model gave no usable reply to one request
    ├── Passing           trying again may help
    │   ├── Busy              429, with the seconds to wait if it said so
    │   ├── ServerFailed      408, 409, 5xx
    │   ├── Disconnected      the connection broke
    │   └── TookTooLong       no reply within the deadline
    ├── Hopeless          no request will succeed: ask no more
    │   ├── KeyRefused        401, 403
    │   ├── NoCredit          402, insufficient_quota
    │   ├── NoSuchModel       404
    │   ├── NoBatches         the server has no Batch API
    │   ├── Cancelled         somebody cancelled the batch it was in
    │   └── Unreachable       nobody listens there, or there is no such host
    ├── Refused           400: this server does not take the request in this form
    ├── TooLong           400: the prompt is longer than the context
    ├── BadReply          there is a reply, and it is none; never stored
    │   ├── PromptCut         the server read only a part of the prompt
    │   ├── CutShort          it ended at the output limit
    │   ├── Filtered          a content filter stopped it
    │   ├── Declined          the model declined
    │   ├── EmptyReply        nothing in it
    │   ├── WrongShape        not the object that was asked for
    │   └── WrongLanguage     not in the language that was asked for
    ├── NotAsked          a dry run asks nobody
    ├── NoScriptedReply   the script has no line for it
    ├── CapReached        its worst case does not fit the budget any more
    └── Stopped           asking has ended for this run

An error says what, where and what to do. The command line prints
`str(error)` as one line; nothing below `cli/` prints or exits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sized

_WHO = re.compile(r"^(\w+:/*)[^/?#]*@")  # a user name and password: in no error
TOML_HINT = 'mend the TOML; a text stands in quotation marks, as title = "a text"'


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


def nearly(wrong: str, known: Iterable[str]) -> str:
    """`did you mean 'budget'?`, where one of the `known` names is much like the wrong one."""
    import difflib

    close = difflib.get_close_matches(wrong, list(known), 1)
    return f"did you mean {close[0]!r}?" if close else ""


def known_are(wrong: str, known: Iterable[str]) -> str:
    """`did you mean 'budget'? known are budget, vars`, with the meant one only where one is."""
    names = list(known)
    return f"{nearly(wrong, names)} known are {', '.join(names)}".strip()


class UsageError(SummarizeError):
    """The command line asks for something that cannot be."""

    exit_code = 2


class SettingsError(UsageError):
    """A settings file is missing, unreadable or holds a wrong value."""


class TemplateFault(UsageError):
    """A template is missing, or cannot be filled."""


class NothingToRead(SummarizeError):
    """No article could be read, or a filter left none."""


def nothing_to_read(skipped: Sized) -> NothingToRead:
    """No article was found in what was read; `skipped` is what was found instead."""
    why = "the lines above say why" if len(skipped) else "there is no file in it"
    return NothingToRead("no article was found", hint=why)


class ReportFault(SummarizeError):
    """A report.json cannot be read, or is none."""


class OutputError(SummarizeError):
    """A report could not be written where it was asked for."""


class StoreError(SummarizeError):
    """The file that keeps answers cannot be used."""


class FetchError(SummarizeError):
    """A page was not got. `reason` is its kind in words of a report, `where` the address.

    Kinds: address not allowed, not http(s), robots, come later, dns, tls, proxy, no connection,
    connection broke, deadline, too large, too many redirects, not decodable, http status N.
    `retryable` says whether asking again at another time may help, `status` is what HTTP said.
    """

    status: int | None = None

    def __init__(
        self,
        reason: str,
        where: str,
        *,
        detail: str | None = None,
        hint: str | None = None,
        retryable: bool = False,
    ) -> None:
        shown = _WHO.sub(r"\1", where)
        shown = shown if len(shown) <= 200 else f"{shown[:199]}…"
        super().__init__(f"{shown}: {reason}{f' ({detail})' if detail else ''}", hint=hint)
        self.reason = reason
        self.where = shown
        self.detail = detail
        self.retryable = retryable


class ModelError(SummarizeError):
    """No usable reply to one request. `cause` names its kind for a report and for counting."""

    retryable = False

    @property
    def cause(self) -> str:
        """The kind of the error, in words that stand in a report."""
        return type(self).__name__


class Passing(ModelError):
    """Trying again may help. `wait` is how many seconds the server asked to wait, if it did."""

    retryable = True

    def __init__(self, what: str, *, hint: str | None = None, wait: float | None = None) -> None:
        super().__init__(what, hint=hint)
        self.wait = wait


class Busy(Passing):
    """The server takes no more requests just now (429)."""


class ServerFailed(Passing):
    """The server failed (408, 409, 5xx)."""


class Disconnected(Passing):
    """The connection broke before the reply was there."""


class TookTooLong(Passing):
    """No whole reply within the deadline."""


class Hopeless(ModelError):
    """No further request will succeed either."""


class KeyRefused(Hopeless):
    """The key is missing, wrong, or not allowed to do this (401, 403)."""


class NoCredit(Hopeless):
    """The account has no credit or quota left (402, insufficient_quota)."""


class NoSuchModel(Hopeless):
    """The server does not know the model, or the address is not that of an API (404)."""


class NoBatches(Hopeless):
    """The server has no Batch API."""

    exit_code = 2


class Cancelled(Hopeless):
    """Somebody cancelled the batch that the request was in."""


class Unreachable(Hopeless):
    """Nobody listens at the address, or there is no such host."""


class Refused(ModelError):
    """The server does not take the request as it was put (400, 422). `said` is its message."""

    def __init__(self, what: str, *, hint: str | None = None, said: str = "") -> None:
        super().__init__(what, hint=hint)
        self.said = said


class TooLong(ModelError):
    """The prompt is longer than the model's context."""


class BadReply(ModelError):
    """There is a reply that cannot be used; it is never stored, though it was paid.

    `usage` is what the server says it used, a `models.request.Usage`; None where it did not say.
    """

    usage: object = None


class PromptCut(BadReply):
    """The server silently read a part of the prompt only."""


class CutShort(BadReply):
    """The reply ended at the output limit."""


class Filtered(BadReply):
    """A content filter stopped the reply."""


class Declined(BadReply):
    """The model declined to answer."""


class EmptyReply(BadReply):
    """There is nothing in the reply."""


class WrongShape(BadReply):
    """The reply is not the object that was asked for."""


class WrongLanguage(BadReply):
    """The reply is not in the language that was asked for."""


class NoScriptedReply(ModelError):
    """The script has no line that answers the request."""


class CapReached(ModelError):
    """The worst case of the request does not fit what is left of a budget."""


class Stopped(ModelError):
    """Asking has ended for this run; `what` says why, `because` is the error that ended it."""

    def __init__(
        self, what: str, *, hint: str | None = None, because: ModelError | None = None
    ) -> None:
        super().__init__(what, hint=hint)
        self.because = because


class NotAsked(ModelError):
    """A dry run asks nobody; what would have been asked is noted."""
