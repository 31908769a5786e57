from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from summarize.cli.terminal import wrapped
from summarize.report.escape import escape_markdown


def test_a_long_line_breaks_between_words() -> None:
    assert wrapped("one two three four", 9) == "one two\nthree\nfour\n"


def test_the_lines_of_a_bullet_hang() -> None:
    assert wrapped("- one two three", 9) == "- one two\n  three\n"


def test_tables_and_headings_stay_on_their_line() -> None:
    table = "| a table row | of cells |\n### A heading of many words\n"

    assert wrapped(table, 9) == table


@given(st.lists(st.text("abc .-", max_size=60), max_size=6), st.integers(10, 40))
def test_no_word_is_lost_or_broken(lines: list[str], columns: int) -> None:
    text = "\n".join(lines)

    assert wrapped(text, columns).split() == text.split()


MARKUP = ["-", "+", "*", "=", "===", "---", "#", "##", ">", ">>", "1.", "2)", "12.", "![", "_e_"]
WORDS = st.sampled_from([*MARKUP, "a", "bc", "**d**", "word", "(3)", "1.5"])


@given(st.lists(WORDS, min_size=1, max_size=30), st.sampled_from(["", "- ", "3. ", "   - "]))
def test_no_line_begins_with_what_was_no_markup_before(words: list[str], lead: str) -> None:
    line = f"{lead}a {escape_markdown(' '.join(words))} z"

    def kinds(text: str) -> list[str]:
        return [token.type for token in MarkdownIt("gfm-like").parse(text)]

    assert kinds(wrapped(line, 12)) == kinds(line)


def test_a_report_on_a_terminal_fits_it(news: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "summarize", "daily", str(news), "-q"]
    environment = os.environ | {"COLUMNS": "60", "TERM": "dumb"}
    with subprocess.Popen(command, stdout=theirs, env=environment) as process:
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
        process.wait(timeout=60)
    os.close(ours)

    lines = shown.decode("utf-8").splitlines()
    assert lines[0] == "# Daily brief No. 1"
    prose = [line for line in lines if line and not line.startswith(("|", "#", "- <a", "- Temp"))]
    assert max(map(len, prose)) <= 60


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux says so when the other side has closed
        return b""
