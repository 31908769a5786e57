"""`--on`: what goes with it, and the engine that it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any

from summarize.engine import HERE, Engine
from summarize.errors import UsageError

if TYPE_CHECKING:
    from summarize.briefs.session import Session


def require_engine(choices: Mapping[str, Any]) -> None:
    """Raise UsageError where the engine that is asked for is not there, or cannot do all of it."""
    if choices["on"] is None:
        return
    from summarize.scale.place import where

    where(choices["on"])
    for name in ("batch", "record"):
        if choices[name]:
            raise UsageError(f"--on and --{name} do not go together", hint="leave one out")


def on_cluster(
    choices: Mapping[str, Any], session: Session | None, opened: AsyncExitStack
) -> Engine:
    """The engine, until `opened` is closed: this process where none is named."""
    if choices["on"] is None or choices["dry_run"]:
        return HERE
    from summarize.scale.cluster import Team
    from summarize.scale.connect import cluster
    from summarize.scale.place import where
    from summarize.store import NO_STORE, Store

    kept = session is not None and session.store is not None
    store = (choices["store"] or Store.default_path()) if kept else NO_STORE
    team = Team(0, choices["length"], session, choices["fallback"] == "local", store)
    return opened.enter_context(cluster(where(choices["on"]), team))
