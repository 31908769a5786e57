"""Odd inputs give a report or one clear line; `benchmarks/odd_inputs.py` runs many more."""

from __future__ import annotations

import json
from pathlib import Path

import odd_inputs
import pytest
from odd_files import ARTICLE, NOTHING, REPORT, Call

# One of each kind, and each of them quick.
QUICK = [
    "random bytes named .txt",
    "control characters",
    "Markdown and HTML in the title",
    "terminal codes in the title",
    "JSONL with one bad line",
    "JSONL 100,000 levels deep",
    "JSONL with lone surrogates",
    "a name that is not UTF-8",
    "a folder linked into itself",
    "a folder without rights",
    "a pipe and a socket in the folder",
    "an output in a missing folder",
    "stdout whose reader left",
    "two sources, one missing",
    "stdin that is closed",
    "an ASCII locale",
]


@pytest.mark.parametrize("name", QUICK)
def test_an_odd_input_gives_a_report_or_one_clear_line(name: str, tmp_path: Path) -> None:
    assert odd_inputs.run(name, tmp_path).wrong == ""


def _wrong(folder: Path, code: int, out: str = "", err: str = "", *, exits: int = 0) -> str:
    wanted = REPORT if exits == 0 else NOTHING
    return odd_inputs.verdict(Call(["daily", "news"], wanted), code, out, err, folder)


def test_a_report_and_an_error_line_are_well(tmp_path: Path) -> None:
    assert not _wrong(tmp_path, 0, out="# Brief\n", err="skipped a.txt: empty\n")
    assert not _wrong(tmp_path, 1, err="skipped a.txt: empty\nError: nothing\n", exits=1)


@pytest.mark.parametrize(
    ("code", "out", "err"),
    [
        (1, "", "Traceback (most recent call last):\n"),
        (1, "", ""),
        (1, "", "one\nError: two\n"),
        (1, "# Brief\n", "Error: one\n"),
        (1, "", "something happened\n"),
        (1, "", "Error: \x1b[31mred\n"),
        (1, "", "a.py:3: DeprecationWarning: old\nError: one\n"),
        (-9, "", "Error: killed\n"),
        (0, "# Brief\n", ""),
    ],
)
def test_what_is_not_well_is_found(tmp_path: Path, code: int, out: str, err: str) -> None:
    assert _wrong(tmp_path, code, out, err, exits=1)


@pytest.mark.parametrize("out", ["", "nothing to see\n", "# Brief \x1b[31mred\n"])
def test_exit_0_without_a_report_is_found(tmp_path: Path, out: str) -> None:
    assert _wrong(tmp_path, 0, out)


def test_a_quote_that_is_not_its_span_is_found(tmp_path: Path) -> None:
    quote = {"article": "a", "start": 0, "end": 6, "text": "Ormsby"}
    report = {"articles": [{"id": "a", "text": ARTICLE}], "bottom_line": [{"quotes": [quote]}]}
    call = Call(["daily", "news", "-o", "out.json"])
    (tmp_path / "out.json").write_text(json.dumps(report), "utf-8")
    assert not odd_inputs.verdict(call, 0, "", "", tmp_path)
    quote["start"] = 1
    (tmp_path / "out.json").write_text(json.dumps(report), "utf-8")
    assert "not its span" in odd_inputs.verdict(call, 0, "", "", tmp_path)
