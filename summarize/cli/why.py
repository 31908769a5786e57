"""`summarize why`: on what a claim of a report stands, or why it was withheld."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarize.cli import options as given

if TYPE_CHECKING:
    from summarize.claims import Call
    from summarize.models.exchanges import Exchange
    from summarize.report.why import Explained
    from summarize.stored import Place

NOT_FOUND = 1  # exit code
COLUMNS = 80
# What leads a line, and leads those that it is broken into.
_QUOTED = re.compile(r"[|>] ")
_HANGING = re.compile(r"(?:- | +)?")


@click.command("why", short_help="Why a claim stands in a report, or was withheld.")
@click.argument("report", metavar="REPORT.json", type=click.Path(exists=True, path_type=Path))
@click.argument("wanted", nargs=-1, required=True, metavar="CLAIM_ID|MARK|WORDS")
@click.option("--raw", is_flag=True, help="Print what was asked of the model and its reply too.")
@given.config
@given.store
def why_command(
    report: Path,
    wanted: Sequence[str],
    raw: bool,
    config: Path | None,  # noqa: ARG001
    store: Place | None,
) -> int:
    """Show on what a claim of a report stands, or why it was withheld. No model is asked.

    A claim is named by its id or the beginning of it, by the mark of a passage that it cites, or by
    words that all stand in it. Shown are its verdict and what was found against it, each passage
    with two sentences around it, who else carries it, what else is given for its figures, and who
    wrote it. With --raw, what a model was asked and what it replied, out of the store. Exit code 1
    says that no claim was found, or several.

    \b
    Examples:
      summarize why report.json 340 people
      summarize why report.json 1a
      summarize why report.json rescuers boats --raw --store team.db
    """
    from summarize.report.reading import load
    from summarize.report.why import explain

    said = " ".join(wanted)
    explained = explain(load(report), said)
    if explained.passage is not None:
        from summarize.report.why_text import passage_lines

        _print(["A figure rests on this passage; no sentence cites it."])
        _print(_filled(line) for line in passage_lines(explained.passage))
        return 0
    if not explained.claims:
        return _unclear(explained, said)
    _show(explained, raw, store)
    return 0


def _unclear(explained: Explained, said: str) -> int:
    from summarize.report.why_text import listed_line

    listed = explained.several or explained.nearest
    _print(_one_line(listed_line(placed)) for placed in listed)
    asked = f"“{_one_line(said)}”"
    what = f"no claim has {asked}"
    if explained.several:
        what = f"{len(listed)} claims have {asked}; say which, by its id"
    elif listed:
        what += "; the nearest are listed: name one by its id"
    click.echo(f"Error: {what}", err=True)
    return NOT_FOUND


def _show(explained: Explained, raw: bool, store: Place | None) -> None:
    from summarize.report.why_text import exchange_lines, explanation_lines

    for one in explained.claims:
        _print(_filled(line) for line in explanation_lines(one))
    if not raw:
        return
    calls = list(dict.fromkeys(call for one in explained.claims for call in one.calls))
    if not calls:
        _print(["No model was asked."])
        return
    for call, exchange in _exchanges(calls, store):
        if isinstance(exchange, str):
            _print([_one_line(exchange)])
        else:
            _print(_one_line(line, squeeze=False) for line in exchange_lines(call, exchange))


def _exchanges(calls: Sequence[Call], path: Place | None) -> Iterator[tuple[Call, Exchange | str]]:
    """What is kept of each call, or a line that says that nothing is."""
    from summarize.models.exchanges import exchange
    from summarize.store import Store

    where = path or Store.default_path()
    if not Store.exists(where):
        yield calls[0], f"There is no store at {where}: --store FILE names another."
        return
    with Store.open(where) as opened:
        shown = opened.where if isinstance(where, str) else where
        for call in calls:
            nothing = f"{shown} has no answer to {call.request[:12]}: --store FILE names another."
            yield call, exchange(opened, call.key) or nothing


def _print(lines: Iterable[str]) -> None:
    from summarize.cli.terminal import to_stdout

    to_stdout("".join(f"{line}\n" for line in lines), wrap=False)


def _one_line(text: str, *, squeeze: bool = True) -> str:
    from summarize.cli.terminal import printable

    return printable(" ".join(text.split()) if squeeze else text)


def _filled(paragraph: str) -> str:
    """A paragraph as lines of at most 80 columns; its mark leads each, what hangs stays in."""
    quoted = _QUOTED.match(paragraph)
    hanging = _HANGING.match(paragraph)
    lead = (quoted or hanging or [""])[0]
    text = _one_line(paragraph[len(lead) :])
    return textwrap.fill(
        text,
        COLUMNS,
        initial_indent=lead,
        subsequent_indent=lead if quoted else "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
