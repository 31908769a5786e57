"""`summarize evaluate`: the same pile through several prompts and models, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from summarize.cli import options as given
from summarize.cli.prompt_options import set_variables

if TYPE_CHECKING:
    from summarize.cli.talk import Talk
    from summarize.evaluate.comparison import Comparison
    from summarize.evaluate.running import Outcome, Runs
    from summarize.evaluate.variants import Variant
    from summarize.read import Pile
    from summarize.settings import Settings

INCOMPLETE = 3  # exit code
STDOUT = "-"
ENDINGS = (".md", ".json", ".html")

_variants = given.options(
    given.option(
        "--prompts",
        multiple=True,
        type=click.Path(),
        metavar="DIR",
        help="A variant: this folder of prompts before the package's own, or `shipped` for these "
        "alone; repeatable. Default: shipped.",
    ),
    given.option(
        "-m",
        "--model",
        "models",
        multiple=True,
        metavar="NAME",
        help="Who writes; repeatable: each folder of prompts is run with each. As in `daily`: "
        "local, a model of the server, a profile, or scripted:FILE.",
    ),
    click.option(
        "-o",
        "--output",
        "files",
        multiple=True,
        type=click.Path(),
        metavar="FILE",
        help="Where to write, by ending: .md or .json for the table, .html for the briefs side by "
        "side; repeatable. Default: Markdown on stdout.",
    ),
)
_asking = given.options(
    given.base_url,
    given.context,
    given.budget,
    given.max_calls,
    given.price,
    given.concurrency,
    given.requests_per_minute,
    given.tokens_per_minute,
    given.store,
    given.fresh,
    given.record,
    given.dry_run,
)


@click.command("evaluate", short_help="Compare prompts and models on the same articles.")
@given.sources
@_variants
@given.as_of
@given.timezone
@given.since
@given.top
@given.length
@given.group
@given.language
@set_variables
@_asking
@given.config
@given.quiet
@given.verbose
def evaluate_command(**choices: Any) -> int:
    """Brief the same articles with each variant, and say which is better and what is noise.

    A variant is a folder of prompts with a model. All have the same stories, one store and one
    budget. The first is what the others are held against. One that fails costs its column alone
    (exit code 3).

    \b
    Examples:
      summarize evaluate news/ -m gpt-5-mini -m gpt-5-nano --dry-run
      summarize evaluate news/ -m gpt-5-mini --prompts shipped --prompts team
      summarize evaluate news/ -m local -m gpt-5-mini -o table.md -o page.html
    """
    import asyncio

    from summarize.cli.make import warn_unkept
    from summarize.cli.talk import Talk
    from summarize.evaluate.comparison import compared

    talk = Talk(quiet=choices["quiet"], verbose=choices["verbose"])
    _require_known(choices["files"], choices["sources"])
    runs = _runs(choices, talk)
    outcomes = asyncio.run(_run(runs, _read(runs, choices["sources"], talk), talk))
    warn_unkept(runs.opened, talk)
    _say_failed(outcomes, talk)
    if choices["dry_run"]:
        _show_plan(outcomes, choices["budget"])
    elif made := compared(outcomes):
        _write(made, choices["files"], choices["config"], talk)
    partial = any(one.error or (one.report and one.report.partial) for one in outcomes)
    return INCOMPLETE if partial and not choices["dry_run"] else 0


def _require_known(files: Sequence[str], sources: Sequence[str]) -> None:
    """UsageError, before any work, where a file cannot be written."""
    from summarize.cli.overwriting import is_read
    from summarize.errors import UsageError

    for name in files:
        if name != STDOUT and not name.lower().endswith(ENDINGS):
            raise UsageError(
                f"cannot tell the format of {name!r}",
                hint=f"end it in {', '.join(ENDINGS)}, or write - for stdout",
            )
        if is_read(name, sources):
            raise UsageError(
                f"-o {name!r} is one of the SOURCEs, and would be lost", hint="name another file"
            )


def _runs(choices: Mapping[str, Any], talk: Talk) -> Runs:
    from datetime import datetime

    from summarize.briefs.session import Asked
    from summarize.cli.notices import without_effect
    from summarize.evaluate.running import Runs
    from summarize.evaluate.variants import LOCAL, variants_of
    from summarize.outlets import outlets_of
    from summarize.pipeline import Options
    from summarize.templates.variables import join_variables, typed_in

    settings = choices["config"]
    models = choices["models"] or (str(settings.values.get("model", LOCAL)),)
    names = Asked.__dataclass_fields__
    asked = Asked(
        settings=settings,
        name="",
        variables=join_variables(choices["set_variables"], settings.tables.get("vars", {})),
        **{name: value for name, value in choices.items() if name in names},
    )
    options = Options(
        kind="daily",
        now=datetime.now().astimezone(),
        as_of=choices["as_of"],
        zone=choices["timezone"],
        since=choices["since"],
        top=choices["top"],
        group=choices["group"],
        language=choices["language"],
        outlets=outlets_of(settings),
    )
    runs = Runs(
        variants_of(choices["prompts"], models),
        options,
        asked,
        lambda of, line: talk.say(f"{of}: {line}"),
        typed_in(choices["set_variables"]),
    )
    for line in () if runs.asks else without_effect(click.get_current_context()):
        talk.say(line)
    if choices["prompts"] and not runs.asks:
        talk.say("--prompts has no effect: the built-in writer has none; name a model with -m")
    return runs


def _read(runs: Runs, sources: Sequence[str], talk: Talk) -> Pile:
    from summarize.read import read

    with talk.progress() as progress:
        pile = read(sources, now=runs.options.now, progress=lambda path: progress("reading", path))
    talk.skipped(pile.skipped)
    return pile


async def _run(runs: Runs, pile: Pile, talk: Talk) -> list[Outcome]:
    from summarize.cli.make import stop_on_interrupt

    with talk.progress() as progress:

        def told(variant: Variant, stage: str, done: int, of: int) -> None:
            progress(f"{variant.letter}: {stage}", f"{done} of {of}")

        if runs.asks:
            stop_on_interrupt([runs], talk)
        return await runs.run(pile, told)


def _say_failed(outcomes: Sequence[Outcome], talk: Talk) -> None:
    """Name each variant that failed; SummarizeError where none is left."""
    from summarize.errors import SummarizeError

    failed = [
        f"{one.variant.letter} ({one.variant.name}) failed: {one.error}"
        for one in outcomes
        if one.error is not None
    ]
    if len(failed) == len(outcomes):
        raise SummarizeError(f"nothing to compare: {'; '.join(failed)}")
    for line in failed:
        talk.say(line)


def _write(made: Comparison, files: Sequence[str], settings: Settings, talk: Talk) -> None:
    """Every file that is asked for, else the table on stdout."""
    from pathlib import Path

    from summarize.cli.output import write_file
    from summarize.cli.prompt_options import folders_of
    from summarize.cli.terminal import printable, to_stdout
    from summarize.evaluate.page import compare_page
    from summarize.evaluate.table import to_json, to_markdown
    from summarize.report.compare_page import to_compare_page

    for name in dict.fromkeys(files or [STDOUT]):
        if name == STDOUT:
            to_stdout(to_markdown(made))
            continue
        if name.lower().endswith(".html"):
            text = to_compare_page(compare_page(made), folders_of([], settings))
        else:
            text = (to_json if name.lower().endswith(".json") else to_markdown)(made)
        write_file(Path(name), text)
        talk.say(f"wrote {printable(name)}")


_PLAN = "{:<3} {:>6} {:>10} {:>11} {:>8}  {}\n"


def _show_plan(outcomes: Sequence[Outcome], budget: float | None) -> None:
    """What each variant would ask; what an earlier one asks already counts there alone."""
    from summarize.cli.terminal import printable, to_stdout
    from summarize.evaluate.sheet import usd

    lines = [_PLAN.format("", "calls", "tokens in", "out at most", "USD", "variant")]
    costs: list[float | None] = []
    for one in outcomes:
        figures: list[object] = [0, 0, 0]
        if (made := one.plan) is not None:
            figures = [sum(made.calls.values()), f"{made.input:,}", f"{made.output:,}"]
        costs.append(made.cost_usd if made else 0.0)
        said = printable(one.variant.name if one.error is None else f"failed: {one.error}")
        lines.append(_PLAN.format(one.variant.letter, *figures, usd(costs[-1]), said))
    known = [cost for cost in costs if cost is not None]
    total = sum(known) if len(known) == len(costs) else None
    lines.append(_PLAN.format("all", "", "", "", usd(total), _limit(total, budget)))
    to_stdout("".join(lines), wrap=False)


def _limit(total: float | None, budget: float | None) -> str:
    if total is None or budget is None:
        return "at most"
    fits = "within" if total <= budget else "may not fit, over"
    return f"at most: {fits} the budget of {budget:.4f}"
