"""What is wrong, as lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.errors import TemplateFault
from summarize.templates import Prompts
from summarize.templates.faults import Fault, fault_of, unseen
from tests.templates.conftest import Own

PATH = Path("x.j2")


def test_a_fault_is_one_line_with_its_place() -> None:
    assert str(Fault(PATH, 3, "a\n  b")) == "x.j2:3: a b"


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("a/b.j2:12: 'x' is undefined", "a/b.j2:12: 'x' is undefined"),
        ("a/b.j2: it is not UTF-8 text", "a/b.j2:1: it is not UTF-8 text"),
        ("no template y", "x.j2:1: no template y"),
    ],
)
def test_an_error_keeps_the_place_that_it_names(what: str, line: str) -> None:
    assert str(fault_of(TemplateFault(what), PATH)) == line


def test_what_to_do_about_an_error_is_kept() -> None:
    error = TemplateFault("b.j2:3: it is wrong", hint="did you mean 'x'?")

    assert str(fault_of(error, PATH)) == "b.j2:3: it is wrong; did you mean 'x'?"


def seen(own: Own, text: str) -> list[str]:
    file = Prompts(own(story=text)).sources.get("story.md.j2")
    return [f"{fault.line}: {fault.message}" for fault in unseen(file)]


@pytest.mark.parametrize("hidden", ["\u200b", "\u202e", "\U000e0041", "\x07", "\ufeff", "\u200d"])
def test_a_character_that_nobody_sees_is_found(own: Own, hidden: str) -> None:
    text = f"one\ntwo{hidden}\n"

    assert seen(own, text) == [f"2: hidden character U+{ord(hidden):04X}"]


@pytest.mark.parametrize("text", ["a\tb\r\nc", "می\u200cخواهم", "é – “x” 中"])
def test_what_belongs_to_a_text_is_not_hidden(own: Own, text: str) -> None:
    assert seen(own, text) == []
