"""`summarize prompts preview`: the messages that would be sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from summarize.cli import options as given
from summarize.cli import prompt_options

if TYPE_CHECKING:
    from summarize.briefs.preview import Preview, Previewed
    from summarize.briefs.session import Session
    from summarize.cli.talk import Talk
    from summarize.pipeline import Options
    from summarize.read import Pile


@click.command("preview", short_help="The messages that would be sent; nobody is asked.")
@click.argument("name", metavar="NAME")
@given.sources
@given.model
@prompt_options.prompts
@prompt_options.set_variables
@click.option(
    "--story",
    "number",
    type=click.IntRange(min=1),
    metavar="N",
    help="About the N-th story of the report; for article, the N-th article (default: the first "
    "that needs such a call).",
)
@click.option(
    "--diff", is_flag=True, help="Show how they differ from those of the shipped template."
)
@given.group
@given.context
@given.language
@given.length
@given.base_url
@given.price
@given.store
@given.config
@given.quiet
def preview_command(name: str, diff: bool, **choices: Any) -> None:
    """Show the exact messages that a daily brief of the SOURCEs would send with a template.

    Nobody is asked, and no key is needed. The messages go to stdout, each under a line with its
    role; their tokens, cost and request hash to stderr. Claims that they show are answers from the
    store, where they are there, else selected by the built-in writer; stderr says which.

    \b
    Examples:
      summarize prompts preview article news/
      summarize prompts preview overview news/ -m gpt-5-mini
      summarize prompts preview article news/ --story 2 --diff
    """
    import asyncio

    from summarize.briefs.preview import messages_text, shipped_diff
    from summarize.cli.talk import Talk
    from summarize.cli.terminal import to_stdout

    talk = Talk(quiet=choices["quiet"], verbose=False)
    session, options = _dry(name, choices, talk)
    pile = _pile(choices["sources"], options, talk)
    made = asyncio.run(_preview(pile, session, options, name, choices["number"]))
    if diff and session.asker is not None:
        text = shipped_diff(made, session.asker)
        if not text:
            talk.say("these messages are those of the shipped template")
    else:
        text = "".join(messages_text(call.request.messages) for call in made.calls)
    to_stdout(text, wrap=False)
    for line in _figures(made, session):
        talk.say(line)


def _dry(name: str, choices: dict[str, Any], talk: Talk) -> tuple[Session, Options]:
    """A session that asks nobody, and what its report is asked for."""
    from datetime import datetime

    from summarize.briefs.pair import TEMPLATE as PAIR
    from summarize.briefs.preview import require_asked
    from summarize.briefs.session import Asked, open_session
    from summarize.local.writer import Local
    from summarize.models.window import ASSUMED
    from summarize.pipeline import Options

    require_asked(name)
    settings = choices["config"]
    found = prompt_options.given_of(choices["prompts"], choices["set_variables"], settings)
    found = prompt_options.with_unused(found, settings)
    if found.unused:
        talk.say(found.unused)
    if choices["model"] == "local" and "context" not in choices["config"].values:
        choices["context"] = choices["context"] or ASSUMED  # so that none is looked for
    asked = Asked(
        settings=choices["config"],
        name=choices["model"],
        dry_run=True,
        folders=found.folders,
        variables=found.variables,
        **{key: choices[key] for key in ("language", "length", "context")},
        **{key: choices[key] for key in ("base_url", "price", "store")},
    )
    options = Options(
        kind="daily",
        now=datetime.now().astimezone(),
        group="model" if name == PAIR else choices["group"],
        language=choices["language"],
        folders=found.folders,
    )
    return open_session(asked, Local(choices["length"]), talk.say), options


def _pile(sources: Sequence[str], options: Options, talk: Talk) -> Pile:
    from summarize.read import read

    pile = read(sources, now=options.now)
    talk.skipped(pile.skipped)
    return pile


async def _preview(
    pile: Pile, session: Session, options: Options, name: str, number: int | None
) -> Preview:
    from summarize.briefs.judge import TEMPLATE
    from summarize.briefs.preview import preview
    from summarize.briefs.second import Second
    from summarize.pipeline import run

    async with session:
        writer = await session.writer()
        second = Second(session, session, lambda _line: None) if name == TEMPLATE else None
        report = await run(pile.articles, pile.skipped, writer, options, second=second)
        return await preview(report, session, writer, name, number)


def _figures(made: Preview, session: Session) -> Iterator[str]:
    """What is said of the messages, for stderr."""
    template = made.template
    where = "package" if template.found.is_shipped else str(template.path)
    yield _figure("template", f"{template.name} ({where}, {template.hash})")
    what = "article" if template.name == "article" else "story"
    about = f"{what} {made.number} of {made.of}: " if made.of > 1 else ""
    yield _figure("about", f"{about}{made.title}")
    yield _figure("claims", made.claims)
    if made.is_sample:
        yield _figure("sample", "no run asks this: the finding against the sentence is made up")
    if session.choice.name == "local":
        yield _figure("model", "none was named: tokens are estimated; name it with -m")
    for number, call in enumerate(made.calls, 1):
        if len(made.calls) > 1:
            yield _figure("call", f"{number} of {len(made.calls)}")
        yield from _call_figures(call, exact=made.exact)


def _call_figures(call: Previewed, *, exact: bool) -> Iterator[str]:
    request = call.request
    about = "" if exact else "about "
    yield _figure(
        "tokens",
        f"{about}{request.prompt_tokens:,}: system {call.system:,}, fixed user {call.user:,}, "
        f"input {call.input:,}, around them {call.around:,}; at most {request.max_output:,} out",
    )
    if call.stored:
        yield _figure("cost", "nothing: the answer is in the store")
    elif call.cost_usd is None:
        yield _figure("cost", "unknown; give it with --price IN,OUT")
    else:
        yield _figure("cost", f"at most {call.cost_usd:.4f} USD")
    yield _figure("reply", ", ".join(request.schema["properties"]))
    yield _figure("request", request.hash)


def _figure(label: str, said: str) -> str:
    return f"{label}: {said}"
