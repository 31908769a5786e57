"""What a connection that broke, or never was, means: its causes as one of our errors."""

from __future__ import annotations

import errno
import os
import socket
import ssl
from collections.abc import Iterator

from summarize.errors import Disconnected, ModelError, TookTooLong, Unreachable
from summarize.models.http_errors import Asked

_NOBODY = frozenset(
    {errno.ECONNREFUSED, errno.EHOSTUNREACH, errno.ENETUNREACH, errno.EHOSTDOWN, errno.ENETDOWN}
)


def broken(error: BaseException, asked: Asked, seconds: float) -> ModelError:
    """What broke a connection. The library calls most breaks a timeout: only their causes tell."""
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLError):
            return Unreachable(asked.unreached("no secure connection"), hint="http, not https?")
        if isinstance(cause, socket.gaierror):
            return Unreachable(asked.unreached("there is no such host"), hint="check --base-url")
        if isinstance(cause, OSError) and cause.errno in _NOBODY:
            why = os.strerror(cause.errno).lower()
            return Unreachable(asked.unreached(why), hint="is the server running?")
    if any(isinstance(cause, TimeoutError) for cause in causes):
        what = f"no whole reply within {seconds:g} seconds"
        return TookTooLong(asked.told(what), hint="lower --concurrency, or try again later")
    return Disconnected(asked.told("the connection broke"), hint="try again later")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
