"""`summarize render`: a report again, in another format, shorter or in other words of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from summarize.cli import options as given
from summarize.cli import printed_options, prompt_options
from summarize.cli.values import OneOf

_top = click.option(
    "--top", type=click.IntRange(min=1), metavar="N", help="Print the first N stories only."
)
_length = click.option(
    "--length",
    type=click.IntRange(min=10),
    metavar="WORDS",
    help="Words of each story or article that are printed, at most.",
)
_language = click.option(
    "--language",
    type=OneOf(given.LANGUAGES),
    help="Language of the labels (default: that of the report). What was written stays as it is.",
)


@click.command("render", short_help="A report again, in another format; no model is asked.")
@click.argument("report", metavar="REPORT.json", type=click.Path(exists=True, path_type=Path))
@given.output
@printed_options.shape
@_top
@_length
@_language
@printed_options.show_withheld
@prompt_options.given
@given.config
@given.quiet
def render_command(report: Path, **choices: Any) -> int:
    """Write a report again from its report.json: nothing is read anew, no model is asked.

    Citations keep the marks that they have in the whole report, whatever is left out here.

    \b
    Examples:
      summarize render report.json -o brief.html
      summarize render report.json --sections public --top 3 --words 400
      summarize render report.json -o for-others.json --embed passages
    """
    from dataclasses import replace

    from summarize.cli.output import path_of, targets, write
    from summarize.cli.printing import printing_of
    from summarize.cli.talk import Talk
    from summarize.report.reading import load

    files = targets(choices["output"], [str(report)], numbered=True)
    found = prompt_options.given_to_run({**choices, "model": "local", "judge": None})
    printing = replace(
        printing_of(choices, found),
        top=choices["top"],
        length=choices["length"],
        language=choices["language"],
    )
    made = load(report).report
    write(made, files, printing, [str(report)])
    talk = Talk(quiet=choices["quiet"], verbose=False)
    for target in files:
        if not target.is_stdout:
            talk.say(f"wrote {path_of(target, made)}")
            talk.clipped(path_of(target, made))
    return 0
