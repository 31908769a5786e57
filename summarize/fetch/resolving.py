"""Names to addresses. `SystemResolver` asks the system, `TableResolver` a table: for tests."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain, repeat
from typing import Protocol


class Resolver(Protocol):
    """Where addresses come from. OSError where there is no such host."""

    async def addresses(self, host: str) -> Sequence[str]:
        """The IP addresses of a host."""
        ...


class SystemResolver:
    """What the system says, /etc/hosts included."""

    async def addresses(self, host: str) -> Sequence[str]:
        """The IP addresses of a host, best first.

        Asked in a thread that nobody waits for when the program ends: a name server that does not
        answer would hold up a deadline and Ctrl-C for half a minute.
        """
        loop = asyncio.get_running_loop()
        found: asyncio.Future[list[str]] = loop.create_future()

        def tell(answer: list[str] | OSError) -> None:
            if found.done():  # given up meanwhile
                return
            if isinstance(answer, OSError):
                found.set_exception(answer)
            else:
                found.set_result(answer)

        def ask() -> None:
            answer: list[str] | OSError
            try:
                infos = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
                answer = list(dict.fromkeys(str(info[4][0]) for info in infos))
            except OSError as error:
                answer = error
            except UnicodeError:  # a label longer than DNS has them
                answer = socket.gaierror(socket.EAI_NONAME, "no such host")
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(tell, answer)

        threading.Thread(target=ask, name="summarize-dns", daemon=True).start()
        return await found


class TableResolver:
    """A table of hosts, `*.test` for all below one: of each the answers in turn, the last for ever.

    `asked` are the hosts as they were asked for, in order.
    """

    def __init__(self, table: Mapping[str, Sequence[Sequence[str]]]) -> None:
        self._answers: dict[str, Iterator[Sequence[str]]] = {
            name: chain(answers[:-1], repeat(answers[-1])) for name, answers in table.items()
        }
        self.asked: list[str] = []

    async def addresses(self, host: str) -> Sequence[str]:
        """The next answer for a host."""
        self.asked.append(host)
        answers = self._answers.get(host) or self._answers.get(f"*.{host.partition('.')[2]}")
        if answers is None:
            raise socket.gaierror(socket.EAI_NONAME, "no such host")
        return next(answers)
