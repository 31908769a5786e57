"""`summarize prompts test`: golden cases of templates."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.cli import options as given
from summarize.cli import prompt_options

if TYPE_CHECKING:
    from summarize.cases.case import Case
    from summarize.cases.running import Result
    from summarize.settings import Settings
    from summarize.templates import Folders

FAILED = 1  # exit code
_COLUMNS = "{:<6} {:>7} {:>10} {:>9} {:>10} {:>6}  {}"


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
