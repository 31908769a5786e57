"""Text for the eye of a person at a terminal."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap

import click

from summarize.errors import OutputError

# All but the tab and the line feed.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BULLET = re.compile(r"\s*(?:[-*]|\d+\.)\s+")
# A space before what would be a bullet, a heading, a rule or a quote block at the start of a line.
_BEFORE_MARKUP = re.compile(r" (?=[-+*=#>]|\d{1,9}[.)](?: |$))")
_KEPT = "\x00"  # stands for such a space; no report has it


def to_stdout(text: str, *, wrap: bool = True) -> None:
    """Write to stdout. On a terminal nothing steers it, and with `wrap` lines are made to fit it.

    A reader that has seen enough and left is no error.
    """
    if sys.stdout.isatty():
        text = _CONTROL.sub("?", text)
        text = wrapped(text, shutil.get_terminal_size().columns) if wrap else text
    try:
        click.echo(text, nl=False)  # which also writes UTF-8 where Python believes in ASCII
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still in the buffer would raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, UnicodeEncodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise OutputError(
            f"cannot write to stdout: {reason}", hint="write to a file with -o"
        ) from None


def wrapped(text: str, columns: int) -> str:
    """Lines broken between words at `columns`; a bullet's lines hang, a table's stay whole.

    It is still the same Markdown: a line break inside a paragraph is a space.
    """
    return "".join(_line(line, columns) + "\n" for line in text.splitlines())


def _line(line: str, columns: int) -> str:
    if len(line) <= columns or line.startswith(("|", "#")):
        return line
    bullet = _BULLET.match(line)
    lead = bullet[0] if bullet else ""
    return textwrap.fill(
        lead + _BEFORE_MARKUP.sub(_KEPT, line[len(lead) :]),
        columns,
        subsequent_indent=" " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    ).replace(_KEPT, " ")


def counted(number: int, one: str, many: str) -> str:
    """`1 story`, `2 stories`."""
    return f"{number} {one if number == 1 else many}"


def printable(text: str) -> str:
    """A name as one line without control characters, so that it cannot steer a terminal."""
    clean = text.encode("utf-8", "replace").decode()
    return "".join(char if char.isprintable() else "?" for char in clean)
