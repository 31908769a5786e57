"""From a name to a text, and from a template to what it makes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.errors import TemplateFault
from summarize.templates import Folders
from summarize.templates.loading import filled, sources_of
from tests.templates.conftest import Own


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\xff\xfe", "not UTF-8"), (b"x" * 1_000_001, "too large")],
)
def test_a_file_that_cannot_be_a_template_is_a_fault(own: Own, content: bytes, said: str) -> None:
    folders = own(story="x")
    (folders.own[0] / "story.md.j2").write_bytes(content)

    with pytest.raises(TemplateFault, match=said):
        sources_of(folders).get("story.md.j2")


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
