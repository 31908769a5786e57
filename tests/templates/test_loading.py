"""From a name to a text, and from a template to what it makes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.errors import TemplateFault
from summarize.templates import Folders
from summarize.templates.faults import unseen
from summarize.templates.loading import filled
from summarize.templates.sandbox import Sandbox
from summarize.templates.sources import sources_of
from tests.templates.conftest import Own


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe", "not UTF-8"),
        (b"x" * 1_000_001, "too large"),
        (b"+++\r\na = 1\r\n{% block system %}", r"its front matter does not end; write \+\+\+ in"),
    ],
)
def test_a_file_that_cannot_be_a_template_is_a_fault(own: Own, content: bytes, said: str) -> None:
    folders = own(story="x")
    (folders.own[0] / "story.md.j2").write_bytes(content)

    with pytest.raises(TemplateFault, match=said):
        sources_of(folders).get("story.md.j2")


def test_a_file_of_windows_is_read_as_any_other(own: Own) -> None:
    folders = own(story="x")
    (folders.own[0] / "story.md.j2").write_bytes(b"\xef\xbb\xbf+++\r\na = 1\r\n+++\r\n\tone\r\n")

    source = sources_of(folders).get("story.md.j2")

    assert (source.toml, source.text) == ("a = 1\n", "\n\n\n\tone\n")
    assert list(unseen(source)) == []


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no file that cannot be read")
def test_a_file_that_cannot_be_read_is_a_fault() -> None:
    with pytest.raises(TemplateFault, match="cannot read it"):
        sources_of(Folders((Path("/proc/self"),))).get("mem")


def test_what_grows_too_long_is_a_fault(own: Own) -> None:
    source = sources_of(own(story="x")).get("story.md.j2")

    def endless() -> Iterator[str]:
        while True:
            yield "x" * 10

    with pytest.raises(TemplateFault, match="over 1,000 characters"):
        filled(endless(), source, 1_000, ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ nothing }}", ":1: 'nothing' is undefined; known are words"),
        ("\n{{ 'x' * 10 ** 9 }}", ":2: * makes a value that is too large; take it out"),
        (
            "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
            ":1: it does too much: a loop that hardly ends, or a text that grows; take it out",
        ),
    ],
)
def test_what_goes_wrong_is_one_line_with_its_place(own: Own, text: str, said: str) -> None:
    folders = own({"part.j2": text})
    source = sources_of(folders).get("part.j2")
    template = Sandbox(sources_of(folders), autoescape=False).get_template("part.j2")

    with pytest.raises(TemplateFault) as raised:
        filled(template.generate({}), source, 1_000, ["words"])

    assert str(raised.value) == f"{source.found.path}{said}"
