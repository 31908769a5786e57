"""`summarize prompts preview` and `test`: templates tried before they are used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.cli import options as given
from summarize.cli import prompt_options

if TYPE_CHECKING:
    from summarize.briefs.preview import Preview, Previewed
    from summarize.briefs.session import Session
    from summarize.cases.case import Case
    from summarize.cases.running import Result
    from summarize.cli.talk import Talk
    from summarize.pipeline import Options
    from summarize.read import Pile
    from summarize.settings import Settings
    from summarize.templates import Folders


FAILED = 1  # exit code
_COLUMNS = "{:<6} {:>7} {:>10} {:>9} {:>10} {:>6}  {}"


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
      summarize prompts preview overview news/ -m gpt-5-mini > prompt.txt
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

    from summarize.briefs.preview import require_asked
    from summarize.briefs.session import Asked, open_session
    from summarize.local.writer import Local
    from summarize.models.window import ASSUMED
    from summarize.pipeline import Options
    from summarize.templates.variables import refuse_unused

    require_asked(name)
    found = prompt_options.given_of(choices["prompts"], choices["set_variables"], choices["config"])
    refuse_unused(found.variables, found.folders)
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
        group=choices["group"],
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
    yield _figure("request", request.hash)


def _figure(label: str, said: str) -> str:
    return f"{label}: {said}"


@click.command("test", short_help="Run golden cases: what a brief has to be.")
@click.argument("places", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@prompt_options.prompts
@click.option(
    "-m",
    "--model",
    metavar="NAME",
    help="Ask this model instead of reading the replies that each case names.",
)
@click.option(
    "--junit",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the results as JUnit XML.",
)
@click.option(
    "--record",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="With -m: write the replies, for `replies` of the cases.",
)
@given.base_url
@given.budget
@given.price
@given.config
@given.quiet
def test_command(
    places: Sequence[Path],
    prompts: Sequence[Path],
    junit: Path | None,
    record: Path | None,
    quiet: bool,
    **choices: Any,
) -> int:
    """Run the golden cases of your templates: tests/*.toml in a folder of prompts, or PATHs.

    Each case is briefed with the templates in force, in a store of its own, and what it asserts is
    looked at. It is answered by the replies that it names, so no key is needed; with -m by a model.
    Exit code 1 says that a case failed, or that there is none.

    \b
    Examples:
      summarize prompts test
      summarize prompts test --prompts team/prompts --junit prompts.xml
      summarize prompts test -m gpt-5-mini --record prompts/tests/replies.jsonl
    """
    import asyncio

    from summarize.cases.case import found_in, load, named, prompts_beside
    from summarize.cases.junit import to_junit
    from summarize.cases.running import Setup, run_cases
    from summarize.cli.output import write_file
    from summarize.cli.talk import Talk
    from summarize.cli.terminal import to_stdout
    from summarize.errors import UsageError

    if record and choices["model"] is None:
        raise UsageError("--record needs a model", hint="name it with -m")
    asked = named(places)
    settings: Settings = choices["config"]
    folders = prompt_options.folders_of([*prompts, *prompts_beside(asked)], settings)
    cases = [load(path) for path in (asked if places else found_in(folders))]
    _require(cases, places, folders)
    talk = Talk(quiet=quiet, verbose=False)
    chosen = {key: choices[key] for key in ("model", "base_url", "price", "budget")}
    setup = Setup(settings, folders, record=record, **chosen)
    to_stdout(f"{_HEAD}\n", wrap=False)
    results = asyncio.run(run_cases(cases, setup, talk.say, _show))
    if junit:
        write_file(junit, to_junit(results), hint="name another place with --junit")
        talk.say(f"wrote {junit}")
    failed = sum(not one.passed for one in results)
    talk.say(_summary(results, failed))
    return FAILED if failed else 0


def _require(cases: Sequence[Case], places: Sequence[Path], folders: Folders) -> None:
    from summarize.errors import NothingToRead

    if not cases:
        looked = [str(place) for place in places] or [f"{own}/tests" for own in folders.own]
        raise NothingToRead(
            f"no case was found in {', '.join(looked) or 'any folder of your own'}",
            hint="write one as tests/NAME.toml in a folder of prompts",
        )


_HEAD = _COLUMNS.format("RESULT", "CLAIMS", "SUPPORTED", "WITHHELD", "CITATIONS", "WORDS", "CASE")


def _show(result: Result) -> None:
    """The line of a result, and what failed under it."""
    from summarize.cli.terminal import printable, to_stdout

    lines = [_row(result)]
    lines += [f"  {one.name}: {one.what}" for one in result.failures]
    if result.error is not None:
        lines.append(f"  {result.error}")
    to_stdout("".join(f"{printable(line)}\n" for line in lines), wrap=False)


def _row(result: Result) -> str:
    found = result.outcome
    figures: list[object] = ["-"] * 5
    if found is not None:
        counts = found.tally
        figures = [counts.all, f"{found.share:.2f}", counts.withheld, found.citations]
        figures.append(found.longest)
    said = "passed" if result.passed else "error" if result.error is not None else "FAILED"
    return _COLUMNS.format(said, *figures, result.case.name)


def _summary(results: Sequence[Result], failed: int) -> str:
    from summarize.cli.terminal import counted

    costs = [one.outcome.report.method.cost_usd for one in results if one.outcome is not None]
    known = [cost for cost in costs if cost is not None]
    cost = f"{sum(known):.4f} USD" if len(known) == len(costs) else "cost unknown"
    return f"{counted(len(results), 'case', 'cases')}, {failed} failed, {cost}"
