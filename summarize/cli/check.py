"""`summarize check`: reports again from their own file, or a brief that somebody else wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.cli import options as given

if TYPE_CHECKING:
    from summarize.check.brief_check import CheckedText, Judged
    from summarize.cli.talk import Talk

FOUND = 1  # exit code
SHOWN = 100  # characters of a sentence or a passage in a line


@click.command("check", short_help="Check a report again, or a brief that somebody else wrote.")
@click.argument("files", nargs=-1, required=True, metavar="REPORT.json... | SOURCE...")
@click.option(
    "--text",
    "text",
    type=click.Path(),
    metavar="FILE",
    help="Check this brief (Markdown or plain text, - for stdin) against the sources.",
)
@click.option(
    "--fix-citations",
    is_flag=True,
    help="With --text: write the brief with the passages that its sentences rest on.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    metavar="FILE",
    help="Where --fix-citations writes. Default: stdout.",
)
@given.quiet
@given.verbose
def check_command(
    files: Sequence[str],
    text: str | None,
    fix_citations: bool,
    output: str | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Check a report again from its own file, or a brief that somebody else wrote.

    Of a REPORT.json each quote has to be its span of its article, each claim that is marked
    supported has to be so when judged again. With --text each sentence of a brief is checked
    against the passages it cites, else against those that are found in the SOURCEs: files, folders,
    .jsonl, or a report.json, whose articles are the sources. No model is asked. Exit code 1 says
    that something was found.

    \b
    Examples:
      summarize check report.json
      summarize check --text brief.md news/
      summarize check --text from-a-chat.md news/ --fix-citations -o cited.md
    """
    from summarize.cli.talk import Talk
    from summarize.errors import UsageError

    if fix_citations and text is None:
        raise UsageError("--fix-citations needs a brief", hint="name it with --text FILE")
    if output and not fix_citations:
        raise UsageError("-o needs --fix-citations", hint="findings are written to stdout")
    talk = Talk(quiet=quiet, verbose=verbose)
    if text is None:
        return _reports(files, talk)
    return _brief(text, files, talk, Path(output) if output else None, fix_citations)


def _reports(names: Sequence[str], talk: Talk) -> int:
    from summarize.errors import ReportFault, UsageError
    from summarize.report.reading import load

    if missing := next((name for name in names if not Path(name).exists()), None):
        raise UsageError(f"no such file: {missing!r}")
    code = 0
    for name in names:
        try:
            loaded = load(Path(name))
        except ReportFault as error:
            click.echo(f"Error: {error}", err=True)
            code = FOUND
            continue
        code = _report(name, loaded, talk) or code
    return code


def _report(name: str, loaded: Loaded, talk: Talk) -> int:
    from summarize.cli.output import to_stdout
    from summarize.cli.talk import counted, printable
    from summarize.report.recheck import recheck

    checked = recheck(loaded)
    lines = (f"{name}: {one.of}: {_short(one.what)}: {_short(one.why)}" for one in checked.faults)
    to_stdout("".join(f"{printable(line)}\n" for line in lines))
    if without := checked.without_text:
        articles = counted(without, "article", "articles")
        talk.say(f"{name}: the spans of {articles} could not be checked: no text was kept")
    claims = counted(checked.claims, "claim", "claims")
    quotes = counted(checked.quotes, "quote", "quotes")
    found = counted(len(checked.faults), "finding", "findings")
    talk.say(f"{name}: {claims}, {quotes} checked: {found}")
    return FOUND if checked.faults else 0


def _brief(name: str, sources: Sequence[str], talk: Talk, output: Path | None, fix: bool) -> int:
    from datetime import datetime

    from summarize.cli.output import to_stdout, write_file
    from summarize.cli.talk import printable
    from summarize.errors import nothing_to_read
    from summarize.report.foreign import check_brief, gather, read_brief

    text = read_brief(name)
    found = gather(sources, now=datetime.now().astimezone())
    talk.skipped(found.skipped)
    if not found.sources.articles:
        raise nothing_to_read(found.skipped)
    done = check_brief(text, found.sources)
