"""`summarize models`: what a server offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from summarize.cli import options as given

if TYPE_CHECKING:
    from summarize.models.endpoint import Served
    from summarize.settings import Settings


@click.command("models", short_help="What a server offers.")
@given.base_url
@given.config
def models_command(base_url: str | None, config: Settings) -> None:
    """List the models that a server offers, with their window where it states it.

    \b
    Examples:
      summarize models
      summarize models --base-url http://127.0.0.1:11434/v1
      summarize models --config desk.toml
    """
    import asyncio

    from summarize.cli.terminal import printable, to_stdout
    from summarize.models.choice import choose
    from summarize.models.endpoint import Endpoint

    choice = choose("", base_url, None, config)

    async def listed() -> list[Served]:
        endpoint = Endpoint("", base_url=choice.base_url, key=choice.key)
        try:
            return await endpoint.served()
        finally:
            await endpoint.close()

    lines = [
        f"{printable(one.name)}  {one.context:,} tokens" if one.context else printable(one.name)
        for one in sorted(asyncio.run(listed()), key=lambda one: one.name)
    ]
    to_stdout("".join(f"{line}\n" for line in lines))
