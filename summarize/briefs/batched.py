"""`--batch`: the same run, its questions put together into batches."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from summarize.errors import UsageError
from summarize.models.batch import Batches
from summarize.models.batch_fetch import Desk
from summarize.models.batch_store import Sents
from summarize.models.batch_waiting import POLL, SETTLED, Batch, Named
from summarize.models.choice import Choice
from summarize.models.prices import Price, cost
from summarize.one_thread import OneThread
from summarize.store import Store


@dataclass(frozen=True)
class Run:
    """What a run gives to its batches; `named` is what the person called the model."""

    named: str
    choice: Choice
    store: Store
    price: Price | None
    fresh: bool
    settings: Mapping[str, Any]


def require_batches(choice: Choice, store: Store | None, *, dry_run: bool) -> None:
    """Raise UsageError where nothing can be sent as a batch, or would not be found again."""
    if choice.script:
        raise UsageError("--batch: a script has no Batch API", hint="run without --batch")
    if store is None and not dry_run:
        raise UsageError(
            "--batch needs a store, in which its batches are found again",
            hint="name a file with --store",
        )


def desk_of(api: Batches, store: Store, price: Price | None) -> Desk:
    """Where the batches of that server are handled."""
    return Desk(api, Sents(store), lambda usage: cost(usage, price) if price else None, OneThread())


def in_batches(api: Batches, run: Run, say: Callable[[str], None]) -> Batch:
    """The model of a run that is asked in batches."""
    choice = run.choice
    poll = run.settings.get("batch", {}).get("poll_seconds", POLL)
    return Batch(
        desk_of(api, run.store, run.price),
        Named(choice.place, choice.name, run.named),
        say,
        fresh=run.fresh,
        settled_seconds=SETTLED,
        poll_seconds=poll,
    )
