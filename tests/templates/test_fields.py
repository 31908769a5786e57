"""Fields that a template adds to the reply."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summarize.errors import TemplateFault
from summarize.models.shapes import REPLIES
from summarize.templates import Field, Prompts
from summarize.templates.fields import joined, read_field, read_fields
from summarize.templates.lint import lint
from summarize.templates.prompts import FIELDLESS, SAMPLE
from tests.templates.conftest import Own

PATH = Path("story.md.j2")
PLACE = "story.md.j2:2"


def test_a_field_is_read() -> None:
    said = {"name": "level", "type": "choice", "choices": ["low", "high"], "description": "d"}

    assert read_field(said, PLACE) == Field("level", "choice", "d", choices=("low", "high"))


@pytest.mark.parametrize(
    ("field", "shape"),
    [
        (Field("a"), "a text, in your own words"),
        (Field("a", cited=True), '{"text", "cites"}'),
        (Field("a", max_words=9), "a text of at most 9 words, in your own words"),
        (Field("a", "list"), "a list of a text, in your own words; [] where there is none"),
        (
            Field("a", "list", cited=True, max_words=9),
            'a list of {"text", "cites"}, each of at most 9 words; []',
        ),
        (Field("a", "choice", choices=("x", "y")), 'one of "x", "y"'),
        (Field("a", "number"), "a number, or null"),
    ],
)
def test_a_field_says_how_the_reply_holds_it(field: Field, shape: str) -> None:
    assert field.shape.startswith(shape)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("text", "story.md.j2:2: .*name is missing; write name"),
        ({"type": "text"}, "name is missing"),
        ({"name": 5}, "5 is no name"),
        ({"name": "Impact!"}, "is no name"),
        ({"name": "a", "colour": 1}, "unknown key 'colour'"),
        ({"name": "a", "discription": "x"}, "did you mean 'description'. known are name, type"),
        ({"name": "a", "cited": "yes"}, "cited must be true or false"),
        ({"name": "a", "max_words": "9"}, "max_words must be a whole number"),
        ({"name": "a", "max_words": True}, "max_words must be a whole number"),
        ({"name": "a", "type": 5}, "type must be a text"),
        ({"name": "a", "type": "date"}, "type 'date' is not known; known are text, list, choice"),
        ({"name": "a", "type": "choices"}, "did you mean 'choice'. known are text"),
        ({"name": "a", "type": "choice", "choices": ["x"]}, "there is one choice only; write at"),
        (
            {"name": "a", "type": "choice", "choices": ["x", "y"], "max_words": 3},
            "a choice has no max_words",
        ),
        ({"name": "a", "type": "number", "max_words": 3}, "a number has no max_words"),
        ({"name": "a", "type": "choice"}, "choices, a list of texts"),
        ({"name": "a", "choices": ["x"]}, "choices, a list of texts"),
        ({"name": "a", "type": "choice", "choices": [1]}, "choices, a list of texts"),
        ({"name": "a", "type": "number", "cited": True}, "a number cannot be cited"),
        ({"name": "a", "max_words": 0}, "max_words must be at least 1"),
    ],
)
def test_a_field_that_cannot_be_used_is_a_fault(said: Any, why: str) -> None:
    with pytest.raises(TemplateFault, match=why):
        read_field(said, PLACE)


@pytest.mark.parametrize("choices", [["low", " LOW"], ["low", ""]])
def test_choices_differ_and_say_something(choices: list[str]) -> None:
    with pytest.raises(TemplateFault, match="each of the choices"):
        read_field({"name": "a", "type": "choice", "choices": choices}, PLACE)


def test_two_of_one_name_are_a_fault() -> None:
    with pytest.raises(TemplateFault, match="impact stands there twice"):
        read_fields([{"name": "impact"}, {"name": "impact"}], PATH)


@pytest.mark.parametrize(
    ("lines", "place"), [((2, 9), "2.j2:9: "), ((2,), "2.j2: "), ((), "2.j2: ")]
)
def test_the_line_of_a_field_is_named_where_it_is_known(lines: tuple[int, ...], place: str) -> None:
    with pytest.raises(TemplateFault) as raised:
        read_fields([{"name": "a"}, {"name": "B"}], Path("2.j2"), lines)

    assert str(raised.value).startswith(f"{place}[[field]] 'B' is no name")


def test_joined_fields_have_each_name_once() -> None:
    first, second = Field("a"), Field("a", "list")

    assert joined((first, Field("b")), (second, Field("c"))) == (second, Field("b"), Field("c"))


IMPACT = '+++\n[[field]]\nname = "impact"\n+++\n{% extends "default/NAME.md.j2" %}\n'


def added(own: Own, *names: str) -> Prompts:
    return Prompts(own(**{name: IMPACT.replace("NAME", name) for name in names}))


def test_a_merge_has_the_fields_of_the_article(own: Own) -> None:
    prompts = added(own, "article")

    assert prompts.get("merge").fields == (Field("impact"),)
    assert '"impact": a text' in prompts.get("merge").system(SAMPLE)


def test_an_article_that_alone_tells_its_story_has_the_fields_of_both(own: Own) -> None:
    assert added(own, "story").fields_alone == (Field("impact"),)


@pytest.mark.parametrize("name", FIELDLESS)
def test_other_prompts_have_no_fields_of_their_own(own: Own, name: str) -> None:
    with pytest.raises(TemplateFault, match="has none of its own"):
        added(own, name).get(name)


def test_an_article_that_does_not_ask_for_the_fields_of_a_story_is_told(own: Own) -> None:
    names = " ".join(f'"{name}"' for name in REPLIES["article"].model_fields)
    block = f"{{% block format %}}Say {names}.{{% endblock %}}"
    text = f'{{% extends "default/article.md.j2" %}}\n{block}'
    prompts = Prompts(own(article=text, story=IMPACT.replace("NAME", "story")))

    faults = lint(prompts, "article", REPLIES["article"].model_fields)

    assert [fault.message for fault in faults] == ['"impact" of the reply is not asked for']
