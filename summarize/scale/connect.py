"""Ray is connected for a run: started here, or joined where it runs already."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import ray

from summarize.errors import SummarizeError, UsageError
from summarize.scale.cluster import Cluster, Team
from summarize.scale.place import Where
from summarize.store import NO_STORE
from summarize.stored import ON_SERVER

OBJECTS = 256 * 2**20  # bytes for what is on its way between processes, started here
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@contextmanager
def cluster(where: Where, team: Team) -> Iterator[Cluster]:
    """The engine on that cluster; `team.workers` is at most, 0 is as many as there are cpus.

    Ray that is connected already is used, and left as it is. Raises SummarizeError where it cannot
    be reached, and UsageError where its machines cannot share the store.
    """
    # Ray prints what happens to workers on stdout, whatever it is told of logs.
    with redirect_stdout(sys.stderr), _connected(where):
        if team.store != NO_STORE and not _can_share(str(team.store), where):
            raise UsageError(
                f"--on: machines of a cluster cannot share the store {team.store}",
                hint="give --store postgresql://… that all of them reach, or --store none",
            )
        free: Mapping[str, float] = ray.available_resources()  # type: ignore[no-untyped-call]
        cpus = int(free.get("CPU", 0))
        engine = Cluster(replace(team, workers=team.workers or max(1, cpus)))
        try:
            yield engine
        finally:
            engine.close()


@contextmanager
def _connected(where: Where) -> Iterator[None]:
    ours = not ray.is_initialized()
    if ours:
        _connect(where)
    try:
        yield
    finally:
        if ours:
            ray.shutdown()


def _connect(where: Where) -> None:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # it tells nobody what runs here
    # In the 2.60 series it warns of a change to come, about graphics cards.
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    address = where.address or os.environ.get("RAY_ADDRESS") or "local"
    own: dict[str, Any] = {"include_dashboard": False, "object_store_memory": OBJECTS}
    try:
        ray.init(
            address,
            log_to_driver=False,
            logging_level=logging.ERROR,
            **(own if address == "local" else {}),
        )
    except (OSError, RuntimeError, ValueError) as error:
        why = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise SummarizeError(
            f"Ray at {address} cannot be used: {why}",
            hint="look at the cluster, or run without --on",
        ) from None


def _can_share(store: str, where: Where) -> bool:
    """Whether all workers see this store: it is on a server, or there is one machine, this one."""
    if store.startswith(ON_SERVER):
        return True
    nodes: Sequence[Mapping[str, Any]] = ray.nodes()  # type: ignore[no-untyped-call]
    machines = [node for node in nodes if node["Alive"]]
    host = urlsplit(where.address).hostname if where.address else "localhost"
    return len(machines) == 1 and host in _LOOPBACK
