"""A worker: tells stories as one process would, with a writer of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from summarize.briefs.noted import Noted
from summarize.briefs.session import Asked, Session
from summarize.checked import Rules
from summarize.engine import HERE, Step, Work
from summarize.errors import StoreError
from summarize.local.writer import Local
from summarize.models.choice import Choice
from summarize.models.nest import Bounds, Shared
from summarize.models.window import Window
from summarize.reported import Unsupported
from summarize.scale.lent import Desk, Lent
from summarize.store import NO_STORE, Place, Store
from summarize.stories.story import Story
from summarize.told import Told


@dataclass(frozen=True)
class Modelled:
    """With which model is written, where answers are kept, and whether `local` stands behind it."""

    asked: Asked
    choice: Choice
    window: Window
    fallback: bool
    store: Place


@dataclass(frozen=True)
class Batch:
    """Works to be done together; `first` is the place of the first of them in the report.

    `length` is the words of a brief of the built-in writer.
    """

    first: int
    works: Sequence[Work]
    step: Step[Any]
    unsupported: Unsupported
    language: str
    length: int
    modelled: Modelled | None


@dataclass(frozen=True)
class Made:
    """What a step made of the works of a batch, and what its writer remembers of it.

    Stories come back without their articles. `reused` are the answers that were on disk, `trouble`
    says why answers were not kept.
    """

    results: Sequence[Any]
    noted: Noted | None = None
    reused: int = 0
    trouble: StoreError | None = None


class Worker:
    """Does batches, several at once. `name` is in whose name it holds keys and places."""

    def __init__(self, name: str, desk: Desk | None) -> None:
        self._name = name
        self._desk = desk
        self._session: Session | None = None
        self._told_of_reused = 0

    async def make(self, batch: Batch) -> Made:
        """What the step makes of each work."""
        works, modelled = batch.works, batch.modelled
        articles = [a for w in works for a in (*w.story.articles, *w.story.also_in)]
        rules = Rules({a.id: a for a in articles}, batch.unsupported, batch.language)
        local = Local(batch.length)
        if modelled is None or self._desk is None:
            return Made(await _each(batch, local, rules))
        session = self._opened(modelled, self._desk, local)
        writer = await session.writer()
        writer.begin([work.story for work in works], batch.first)
        results = await _each(batch, writer, rules)
        reused = session.nest.reused - self._told_of_reused
        self._told_of_reused += reused
        return Made(results, writer.noted, reused, session.nest.trouble)

    async def close(self) -> None:
        """End what is open: connections and the store."""
        if self._session is not None:
            await self._session.__aexit__(None, None, None)

    def _opened(self, modelled: Modelled, desk: Desk, local: Local) -> Session:
        if self._session is None:
            paced = partial(Lent, desk=desk, owner=self._name)
            behind = local if modelled.fallback else None
            self._session = _Sharing(modelled, behind, Shared(paced, self._name))
        return self._session


class _Sharing(Session):
    """A session whose requests are let through by the limiter of the run."""

    def __init__(self, modelled: Modelled, behind: Local | None, shared: Shared) -> None:
        self._shared = shared
        self._known = modelled.window
        store = None if modelled.store == NO_STORE else Store.open(modelled.store)
        super().__init__(modelled.asked, modelled.choice, store, behind, _unsaid)

    def _bounded(self) -> Bounds:
        return replace(super()._bounded(), shared=self._shared)

    async def window(self) -> Window:
        """That which the driver has found."""
        return self._known


def _unsaid(_line: str) -> None:
    """The driver has said it."""


async def _each(batch: Batch, writer: Any, rules: Rules) -> list[Any]:
    made = await HERE.each(batch.step, batch.works, writer, rules, lambda _done, _of: None)
    return [_packed(one) for one in made]


def _packed(made: Any) -> Any:
    """A story without its articles: the driver has them."""
    return replace(made, story=Story(made.story.id, ())) if isinstance(made, Told) else made


def unpacked(made: Any, story: Story) -> Any:
    """What a worker made, of the story as the driver has it."""
    return replace(made, story=story) if isinstance(made, Told) else made
