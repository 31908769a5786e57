"""`summarize check`: reports again from their own file, or a brief that somebody else wrote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.cli import options as given

if TYPE_CHECKING:
    from summarize.cli.talk import Talk
    from summarize.report.reading import Loaded

FOUND = 1  # exit code


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
    if "-" in files:
        raise UsageError("a source cannot be stdin with --text", hint="name files or folders")
    _refuse_report(text)
    return _brief(text, files, fix_citations, output, talk)


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
            click.echo(f"Error: {_no_report(name, error)}", err=True)
            code = FOUND
            continue
        code = _report(name, loaded, talk) or code
    return code


def _no_report(name: str, error: Exception) -> str:
    """Why a file is no report; of what is no JSON by its name, how it is checked as a text."""
    from summarize.cli.terminal import printable

    if name.lower().endswith(".json"):
        return str(error)
    name = printable(name)
    hint = f"to check a text, name it with --text: summarize check --text {name} SOURCE..."
    return f"{name} is no report.json; {hint}"


def _report(name: str, loaded: Loaded, talk: Talk) -> int:
    from summarize.cli.terminal import counted
    from summarize.report.causes import shown
    from summarize.report.recheck import claim_lines, recheck

    checked = recheck(loaded)
    _print(f"{name}: {one.of}: {shown(one.what)}: {shown(one.why)}" for one in checked.faults)
    if not talk.quiet:
        warned = checked.warnings
        lines = (f"{name}: {w.of}: {shown(w.what)}: warning: {shown(w.why)}" for w in warned)
        _print(lines, err=True)
    if talk.verbose:
        _print(claim_lines(name, loaded), err=True)
    if checked.without_text:
        articles = counted(checked.without_text, "article", "articles")
        talk.say(f"{name}: the spans of {articles} could not be checked: no text was kept")
    claims = counted(checked.claims, "claim", "claims")
    quotes = counted(checked.quotes, "quote", "quotes")
    found = counted(len(checked.faults), "finding", "findings")
    talk.say(f"{name}: {claims}, {quotes} checked: {found}")
    return FOUND if checked.faults else 0


def _brief(name: str, sources: Sequence[str], fix: bool, output: str | None, talk: Talk) -> int:
    from datetime import datetime

    from summarize.cli.output import write_file
    from summarize.cli.terminal import counted, to_stdout
    from summarize.errors import nothing_to_read
    from summarize.report.check_text import (
        check_text,
        found_lines,
        not_looked_at,
        read_text,
        verdict_lines,
        warning_lines,
    )
    from summarize.report.given import gather

    text = read_text(name)
    given_sources = gather(sources, now=datetime.now().astimezone())
    talk.skipped(given_sources.skipped)
    if not given_sources.sources.articles:
        raise nothing_to_read(given_sources.skipped)
    checked = check_text(text, given_sources.sources)
    found = list(found_lines(name, checked))
    _print(found, err=fix)
    if fix and output:
        write_file(Path(output), checked.cited)
        talk.say(f"wrote {output}")
    elif fix:
        to_stdout(checked.cited)
    if not talk.quiet:
        _print(warning_lines(name, checked), err=True)
    if talk.verbose:
        _print(verdict_lines(name, checked), err=True)
    if passed := not_looked_at(checked):
        talk.say(f"{name}: not looked at: {passed}")
    counts = checked.counts
    sentences = counted(len(checked.judged), "sentence", "sentences")
    findings = counted(len(found), "finding", "findings")
    status = f"{counts['supported']} supported, {counts['unchecked']} unchecked"
    talk.say(f"{name}: {sentences} checked: {status}, {findings}")
    return FOUND if found else 0


def _refuse_report(name: str) -> None:
    """UsageError where what is to be checked as a text is a report."""
    from summarize.errors import ReportFault, UsageError
    from summarize.report.reading import load

    if not name.lower().endswith(".json"):
        return
    with suppress(ReportFault):
        load(Path(name))
        raise UsageError(f"{name}: this is a report", hint="leave out --text")


def _print(lines: Iterable[str], err: bool = False) -> None:
    """Lines of which parts are by strangers: none may steer a terminal."""
    from summarize.cli.terminal import printable, to_stdout

    text = "".join(f"{printable(' '.join(line.split()))}\n" for line in lines)
    if err:
        click.echo(text, nl=False, err=True)
    else:
        to_stdout(text)
