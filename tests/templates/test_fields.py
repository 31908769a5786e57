"""Fields that a template adds to the reply."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summarize.errors import TemplateFault
from summarize.templates import Field
from summarize.templates.fields import read_field

PATH = Path("story.md.j2")


def test_a_field_is_read() -> None:
    said = {"name": "level", "type": "choice", "choices": ["low", "high"], "description": "d"}

    assert read_field(said, PATH) == Field("level", "choice", "d", choices=("low", "high"))


@pytest.mark.parametrize(
    ("field", "shape"),
    [
        (Field("a"), "a text"),
        (Field("a", cited=True), '{"text", "cites"}'),
        (Field("a", max_words=9), "a text of at most 9 words"),
        (Field("a", "list"), "a list of a text, each"),
        (Field("a", "list", cited=True, max_words=9), 'a list of {"text", "cites"}, each of'),
        (Field("a", "choice", choices=("x", "y")), 'one of "x", "y"'),
        (Field("a", "number"), "a number, or null"),
    ],
)
def test_a_field_says_how_the_reply_holds_it(field: Field, shape: str) -> None:
    assert field.shape.startswith(shape)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("text", "is no name"),
        ({"type": "text"}, "is no name"),
        ({"name": "Impact!"}, "is no name"),
        ({"name": "a", "colour": 1}, "unknown key 'colour'"),
        ({"name": "a", "cited": 1}, "cited must be of type bool"),
        ({"name": "a", "type": "date"}, "type 'date' is not known"),
        ({"name": "a", "type": "choice"}, "choices, a list of texts"),
        ({"name": "a", "choices": ["x"]}, "choices, a list of texts"),
        ({"name": "a", "type": "choice", "choices": [1]}, "choices, a list of texts"),
        ({"name": "a", "type": "number", "cited": True}, "a number cannot be cited"),
        ({"name": "a", "max_words": 0}, "max_words must be at least 1"),
    ],
)
def test_a_field_that_cannot_be_used_is_a_fault(said: Any, why: str) -> None:
    with pytest.raises(TemplateFault, match=why):
        read_field(said, PATH)
