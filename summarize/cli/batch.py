"""`summarize batch`: what was sent to a Batch API, and what became of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from summarize.cli import options as given

if TYPE_CHECKING:
    from summarize.models.batch_fetch import Desk
    from summarize.models.batch_store import Sent
    from summarize.settings import Settings
    from summarize.store import Store
    from summarize.stored import Place

MINUTE, HOUR, DAY = 60, 3_600, 86_400  # seconds


@click.group("batch", short_help="Batches that were sent with --batch.")
def batch_group() -> None:
    """Look at the batches that runs with --batch have sent, fetch their answers, cancel them.

    \b
    Examples:
      summarize batch list
      summarize batch collect
      summarize batch cancel batch_68f3
    """


@batch_group.command("list", short_help="Open and ended batches, as they were seen last.")
@given.config
@given.store
def list_command(config: Settings, store: Place | None) -> None:  # noqa: ARG001
    """List the batches: id, state, requests answered, age, cost, model and server.

    It asks nobody: a batch stands as it was last seen, by a run that waits for it or by `collect`.

    \b
    Examples:
      summarize batch list
      summarize batch list --store team.db
      summarize batch list --config desk.toml
    """
    from summarize.cli.kept import kept_at
    from summarize.cli.terminal import to_stdout
    from summarize.models.batch_store import Sents

    opened = kept_at(store)
    if opened is None:
        return
    with opened:
        sents = Sents(opened).all()
    to_stdout("".join(map(_line, sents)) or "no batch was sent\n", wrap=False)


@batch_group.command("collect", short_help="Fetch the answers of batches that have ended.")
@given.config
@given.store
def collect_command(config: Settings, store: Place | None) -> None:
    """Look at each open batch once, and keep the answers of those that have ended.

    The next run of the same command makes its report from them. Servers delete such answers after
    some time, OpenAI after 30 days.

    \b
    Examples:
      summarize batch collect
      summarize batch collect --store team.db
      summarize batch collect --config desk.toml
    """
    from summarize.cli.kept import kept_at
    from summarize.cli.terminal import to_stdout
    from summarize.models.batch_store import Sents

    opened = kept_at(store)
    if opened is None:
        return
    with opened:
        sents = [one for one in Sents(opened).all() if one.open]
        for sent in sents:
            to_stdout(_line(_seen(sent, opened, config, _collected)), wrap=False)
    if not sents:
        to_stdout("no batch is open\n")


@batch_group.command("cancel", short_help="End a batch.")
@click.argument("batch", metavar="ID")
@given.config
@given.store
def cancel_command(batch: str, config: Settings, store: Place | None) -> None:
    """Ask the server to end a batch. What it has answered by then is paid; `collect` fetches it.

    \b
    Examples:
      summarize batch cancel batch_68f3
      summarize batch cancel batch_68f3 --store team.db
      summarize batch cancel batch_68f3 --config desk.toml
    """
    from summarize.cli.kept import kept_at
    from summarize.cli.terminal import to_stdout
    from summarize.errors import UsageError
    from summarize.models.batch_store import Sents

    opened = kept_at(store)
    if opened is None:
        return
    with opened:
        sent = Sents(opened).get(batch)
        if sent is None:
            raise UsageError(
                f"no batch {batch!r} was sent", hint="`summarize batch list` shows all"
            )
        if not sent.open:
            raise UsageError(f"batch {batch} has ended: {sent.state}", hint="nothing is open there")
        to_stdout(_line(_seen(sent, opened, config, _cancelled)), wrap=False)


def _seen(
    sent: Sent, store: Store, config: Settings, do: Callable[[Desk, Sent], Awaitable[None]]
) -> Sent:
    """The batch after the server was asked."""
    import asyncio  # a third of the time in which the help is there

    return asyncio.run(_at_server(sent, store, config, do))


async def _at_server(
    sent: Sent, store: Store, config: Settings, do: Callable[[Desk, Sent], Awaitable[None]]
) -> Sent:
    """The batch as it stands after `do`, with the key and the price that its model has now."""
    from summarize.briefs.batched import desk_of
    from summarize.models.batch import Batches
    from summarize.models.choice import choose
    from summarize.models.prices import batch_price

    choice = choose(sent.named, sent.endpoint.split(" ")[0], None, config)
    price = batch_price(choice.name, choice.base_url, choice.price)
    api = Batches(choice.name, base_url=choice.base_url, key=choice.key)
    desk = desk_of(api, store, price)
    try:
        found = await desk.found(sent)
        if found is None:
            return replace(sent, state="never made")
        await do(desk, found)
    finally:
        await api.close()
    return desk.sents.get(sent.id) or found


async def _collected(desk: Desk, sent: Sent) -> None:
    seen = await desk.look(sent)
    if seen.ended:
        await desk.collect(sent, seen)


async def _cancelled(desk: Desk, sent: Sent) -> None:
    seen = await desk.api.cancel(sent.called)
    await desk.thread.run(desk.sents.saw, sent.id, seen)


def _line(sent: Sent) -> str:
    from summarize.cli.terminal import printable

    cost = "" if sent.open else ", cost not known"
    if sent.cost_usd is not None:
        cost = f", {sent.cost_usd:.4f} USD"
    server = sent.endpoint.split(" ")[0]
    return (
        printable(
            f"{sent.called}  {sent.state}  {sent.done}/{sent.total} requests, {_age(sent)}{cost}, "
            f"{sent.model} at {server}"
        )
        + "\n"
    )


def _age(sent: Sent) -> str:
    import time

    seconds = max(0.0, time.time() - sent.created)
    for unit, name in ((DAY, "d"), (HOUR, "h"), (MINUTE, "min")):
        if seconds >= unit:
            return f"{seconds / unit:.0f} {name} old"
    return f"{seconds:.0f} s old"
