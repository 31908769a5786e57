"""One run with a model: everything that is opened for it, and closed after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from summarize.briefs.asking import Asker
from summarize.briefs.batched import Run, in_batches, require_batches
from summarize.briefs.stated import stated_window
from summarize.briefs.writer import Written
from summarize.errors import Stopped, StoreError, UsageError
from summarize.models.batch import Batches
from summarize.models.batch_waiting import Batch
from summarize.models.budget import Caps
from summarize.models.choice import Choice, choose
from summarize.models.dry import Dry
from summarize.models.endpoint import Endpoint, Headers
from summarize.models.nest import Bounds, Nest, Server
from summarize.models.prices import Price, batch_price, known_context, price_of, worst_cost
from summarize.models.request import Model, Usage
from summarize.models.scripted import Recorder, Scripted
from summarize.models.window import Window, window_for
from summarize.reported import Tokens
from summarize.settings import Settings
from summarize.store import NO_STORE, Place, Store
from summarize.templates import SHIPPED, Folders, Prompts
from summarize.text.tokens import counter
from summarize.writer import Account, BriefWriter

ASSUMED = "assumed"  # the source of a window that nobody has stated
RESERVED = 0.25  # of a budget at most is kept back for the overview


@dataclass(frozen=True)
class Asked:
    """What the command line asks for: the options of the same names, unset ones None.

    `overview` says whether the report has one; `variables` are given to prompts of `folders`.
    """

    settings: Settings
    name: str
    language: str
    length: int
    overview: bool = True
    base_url: str | None = None
    context: int | None = None
    budget: float | None = None
    max_calls: int | None = None
    price: str | None = None
    concurrency: int = 16
    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None
    store: Place | None = None
    fresh: bool = False
    record: Path | None = None
    dry_run: bool = False
    batch: bool = False
    folders: Folders = SHIPPED
    variables: Mapping[str, object] = field(default_factory=dict)


def open_session(
    asked: Asked,
    behind: BriefWriter | None,
    say: Callable[[str], None],
    beside: Session | None = None,
) -> Session:
    """A session for what is asked; `behind` writes what the model cannot.

    One `beside` another shares its store, recording and caps; `say` tells a person. Raises
    UsageError and its kin, and StoreError for a store that cannot be used: what was paid would be
    paid again. Where the usual one cannot be made, `unkept` says why.
    """
    choice = choose(
        asked.name, asked.base_url, asked.price, asked.settings, with_key=not asked.dry_run
    )
    store, unkept = (beside.store, None) if beside else _store(asked)
    if asked.batch:
        require_batches(choice, store, dry_run=asked.dry_run)
    over_runs = asked.settings.tables.get("budget", {})
    if store is None and not asked.dry_run and {"day", "month"} & over_runs.keys():
        raise UsageError(
            "[budget] day and month are counted in the store, which cannot be used",
            hint="name another file with --store",
        )
    if asked.record and asked.record in {choice.script, asked.store}:
        raise UsageError(f"--record {asked.record} is a file of this run", hint="name another")
    session = Session(asked, choice, store, behind, say, beside)
    session.unkept = unkept
    return session


def _store(asked: Asked) -> tuple[Store | None, StoreError | None]:
    """The store, or why the usual one cannot be made; a dry run makes none."""
    path = asked.store or Store.default_path()
    try:
        if path == NO_STORE:
            return None, None
        return (Store.open_existing(path) if asked.dry_run else Store.open(path)), None
    except StoreError as error:
        if asked.store or Store.exists(path):
            raise
        return None, error


class Session:
    """One run with a model; `dry` notes what would be asked where nobody is.

    `asker` is there once the writer is, or once it was begun. `unkept` is why answers are not kept
    at all, `nest.trouble` why some were not: whoever opened it says so.
    """

    def __init__(
        self,
        asked: Asked,
        choice: Choice,
        store: Store | None,
        behind: BriefWriter | None,
        say: Callable[[str], None],
        beside: Session | None = None,
    ) -> None:
        self.asked = asked
        self.choice = choice
        self.counter = counter(choice.name)
        self.price = self._priced()
        self.store = store
        self.unkept: StoreError | None = None
        self._behind = behind
        self._say = say
        self._beside = beside
        self.recorder: Recorder | None = None
        self._written: Written | None = None
        self.asker: Asker | None = None
        self._endpoint: Endpoint | None = None
        self._server = self._reached()
        self._bounds = self._bounded()
        self.nest = Nest(self._server, store, self._bounds, self.price, asked.fresh)
        self.dry = (
            Dry(store, self._server.endpoint, choice.name, asked.fresh) if asked.dry_run else None
        )

    def _priced(self) -> Price | None:
        if self.choice.script:
            return self.choice.price or Price(0.0, 0.0, 0.0, "a script costs nothing")
        priced = batch_price if self.asked.batch else price_of
        return priced(self.choice.name, self.choice.base_url, self.choice.price)

    def _reached(self) -> Server:
        choice, asked = self.choice, self.asked
        if choice.script:
            script = Scripted.load(choice.script)
            return Server(f"scripted:{script.digest}", choice.name, script)
        endpoint = self._endpoint = (Batches if asked.batch else Endpoint)(
            choice.name,
            base_url=choice.base_url,
            key=choice.key,
            concurrency=asked.concurrency,
            extra_body=choice.extra_body,
            heard=self._tell,
            exact=self.counter.exact,
            context=asked.context or choice.context,
        )
        if self.store is not None and isinstance(endpoint, Batches):
            run = Run(
                asked.name, choice, self.store, self.price, asked.fresh, asked.settings.tables
            )
            return Server(choice.place, choice.name, in_batches(endpoint, run, self._say))
        return Server(choice.place, choice.name, endpoint)

    def _tell(self, headers: Headers) -> None:
        self.nest.limits.heard(headers)  # which stand around the endpoint, and are made after it

    def _bounded(self) -> Bounds:
        asked = self.asked
        over_runs = asked.settings.tables.get("budget", {})
        caps = Caps(
            usd=asked.budget,
            calls=asked.max_calls,
            day=over_runs.get("day"),
            month=over_runs.get("month"),
            reserve_calls=int(asked.overview and (asked.max_calls or 0) > 1),
        )
        return Bounds(
            asked.concurrency,
            asked.requests_per_minute,
            asked.tokens_per_minute,
            caps=caps,
            before=self._beside.nest.budget if self._beside else None,
        )

    def _reserve(self, overview: Usage) -> None:
        """Keep back what the overview may cost, of a budget in USD."""
        caps = self.nest.budget.caps
        if self.price is not None and caps.usd is not None:
            worst = worst_cost(overview.input, overview.output, self.price)
            self.nest.budget.caps = replace(caps, reserve_usd=min(worst, RESERVED * caps.usd))

    async def begin(self) -> Asker:
        """Find out the model's window, and be ready to ask; what was begun is not begun again."""
        if self.asker is not None:
            return self.asker
        window = await self.window()
        model: Model = self.dry or self.nest
        if self.asked.record and not self.dry:
            before = self._beside.recorder if self._beside else None
            model = self.recorder = Recorder(model, self.asked.record, after=before)
        self.asker = Asker(
            model=model,
            prompts=Prompts(self.asked.folders, self.asked.variables),
            counter=self.counter,
            window=window,
            language=self.asked.language,
            words=self.asked.length,
            with_stories=self.asked.overview,
            key=lambda request: request.key(self._server.endpoint, self.choice.name),
        )
        return self.asker

    async def writer(self) -> Written:
        """The writer that asks the model."""
        self._written = Written(
            await self.begin(),
            self.choice.name,
            self._behind,
            used=self.used,
            in_order=self._bounds.caps.limited,
            reserve=self._reserve if self._bounds.caps.usd and self.asked.overview else None,
        )
        return self._written

    def used(self) -> Account:
        """What was asked of the model, and what that has cost so far."""
        budget, usage = self.nest.budget, self.nest.budget.usage
        return Account(
            calls=budget.calls,
            reused=self.nest.reused,
            tokens=Tokens(usage.input, usage.cached, usage.output, self.counter.exact),
            cost_usd=budget.cost,
        )

    async def window(self) -> Window:
        """The model's window: asked for, set, known, stated by the server, or assumed."""
        choice = self.choice
        setting = (choice.context, choice.output)
        table = None if choice.script else known_context(choice.name, choice.base_url)
        found = window_for(asked=self.asked.context, setting=setting, table=table, served=None)
        if found.source != ASSUMED or choice.script:
            return found
        stated = await stated_window(
            None if self.dry else self._endpoint,
            self.store,
            self._server.endpoint,
            choice.name,
            fresh=self.asked.fresh,
        )
        found = window_for(asked=None, setting=setting, table=None, served=stated)
        if found.source == ASSUMED:
            self._say(
                f"the window of {choice.name} is not known: {found.context} tokens are assumed; "
                "set --context"
            )
        return found

    @property
    def batch(self) -> Batch | None:
        """What is asked in batches, where anything is."""
        inner = self._server.inner
        return inner if isinstance(inner, Batch) else None

    def interrupt(self) -> None:
        """Ask no more, as a person at the keyboard wants it."""
        self.nest.stop(Stopped("the run was interrupted"))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        told = self._beside.nest.stopped if self._beside else None
        if self.nest.stopped is not None and str(self.nest.stopped) != str(told):
            self._say(str(self.nest.stopped))
        for notice in self._written.notices if self._written else ():
            self._say(notice)
        if self.recorder is not None and self.recorder.trouble is not None:
            self._say(f"not all was recorded: {self.recorder.trouble}")
        if self.batch is not None:
            await self.batch.close(self.nest.stopped, broken=kind is not None)
        if self._endpoint is not None:
            await self._endpoint.close()
        if self.store:
            self.store.close()
