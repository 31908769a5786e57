"""Fields that a template adds to the shape of a reply."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import WrongShape
from summarize.models.fields import said_in, with_fields
from summarize.models.reading import read_reply
from summarize.models.request import Form, Message, Request, Sending, Shape
from summarize.models.shapes import REPLIES, OverviewReply, StoryReply
from summarize.templates import Field
from summarize.templates.fields import TAKEN

IMPACT = Field("impact", cited=True)
AFFECTED = Field("affected", "list", cited=True)
TONE = Field("tone")
TAGS = Field("tags", "list")
LEVEL = Field("level", "choice", choices=("low", "very high"))
COUNT = Field("count", "number")
ALL = (IMPACT, AFFECTED, TONE, TAGS, LEVEL, COUNT)
SENTENCE = {"text": "The dam burst.", "cites": [1]}
BASE: dict[str, Any] = {"bottom_line": [SENTENCE], "highlights": [], "gaps": []}
FULL = {
    "impact": SENTENCE,
    "affected": [SENTENCE],
    "tone": "grave",
    "tags": ["dam", "flood"],
    "level": "low",
    "count": 2.5,
}


def request(shape: type[Shape], form: Form = "json_schema") -> Request:
    asked = Request("overview", (Message("user", "?"),), shape, "the overview")
    return replace(asked, sending=Sending(form))


def read(said: dict[str, Any], *fields: Field) -> dict[str, Any]:
    """What a reply with these fields, beside what is due, says of them."""
    shape = with_fields(OverviewReply, fields)
    text = read_reply(json.dumps({**BASE, **said}), request(shape))
    return dict(said_in(shape.model_validate_json(text)))


def test_a_shape_without_fields_is_the_shipped_one() -> None:
    assert with_fields(StoryReply, ()) is StoryReply


def test_the_same_fields_make_the_same_shape() -> None:
    assert with_fields(StoryReply, ALL) is with_fields(StoryReply, tuple(ALL))


def test_the_schema_requires_every_field_in_its_form() -> None:
    schema = request(with_fields(OverviewReply, ALL)).schema
    made = schema["properties"]
    cited = made["gaps"]["items"]

    assert schema["required"] == [*BASE, *FULL]
    assert made["impact"] == cited
    assert made["affected"] == {"type": "array", "items": cited}
    assert made["tone"] == {"type": "string"}
    assert made["tags"] == {"type": "array", "items": {"type": "string"}}
    assert made["level"] == {"type": "string", "enum": ["low", "very high"]}
    assert made["count"] == {"anyOf": [{"type": "number"}, {"type": "null"}]}


def test_another_field_is_another_request() -> None:
    asked = {request(with_fields(OverviewReply, fields)).hash for fields in ((), (TONE,), (TAGS,))}

    assert len(asked) == 3


@pytest.mark.parametrize("form", ["json_schema", "json_object", "words"])
def test_a_reply_with_all_fields_is_read_on_each_rung(form: Form) -> None:
    shape = with_fields(OverviewReply, ALL)
    text = read_reply(json.dumps({**BASE, **FULL}), request(shape, form))

    assert json.loads(text) == {**BASE, **FULL}


def test_prose_has_no_fields_and_is_a_reply() -> None:
    shape = with_fields(OverviewReply, ALL)
    reply = shape.model_validate_json(read_reply("It broke [1].", request(shape, "prose")))

    assert said_in(reply) == {}


@pytest.mark.parametrize(
    ("field", "said", "read_as"),
    [
        (LEVEL, " Very  HIGH", "very high"),
        (COUNT, "-12.5", -12.5),
        (COUNT, 3, 3.0),
        (COUNT, None, None),
        (TONE, None, ""),
        (TAGS, "dam", ["dam"]),
        (TAGS, None, []),
    ],
)
def test_slips_are_mended(field: Field, said: Any, read_as: Any) -> None:
    assert read({field.name: said}, field) == {field.name: read_as}


def test_a_cited_text_that_is_null_says_nothing() -> None:
    assert read({"impact": None}, IMPACT)["impact"].text == ""


def test_numbers_of_sentences_may_be_texts() -> None:
    [found] = read({"affected": {"text": "a", "cites": "[1], [2]"}}, AFFECTED)["affected"]

    assert found.cites == [1, 2]


def test_what_is_none_of_the_choices_is_kept_to_be_told() -> None:
    assert read({"level": "medium"}, LEVEL) == {"level": "medium"}


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (IMPACT, "a sentence"),
        (AFFECTED, [{"cites": [1]}]),
        (TONE, ["grave"]),
        (TAGS, [{"tag": "dam"}]),
        (LEVEL, 5),
        (LEVEL, None),
        (COUNT, "a dozen"),
        (COUNT, True),
        (COUNT, float("inf")),
        (COUNT, 10**400),
    ],
)
def test_a_wrong_form_costs_that_field_alone(field: Field, said: Any) -> None:
    right = Field("right")

    assert read({field.name: said, "right": "r"}, field, right) == {"right": "r"}


def test_a_wrong_part_of_the_shipped_reply_still_costs_the_reply() -> None:
    with pytest.raises(WrongShape, match=r"bottom_line\.0\.text"):
        read({"bottom_line": [{"text": ["a"], "cites": []}], "level": "medium"}, LEVEL)


@pytest.mark.parametrize(
    "name", ["copy", "schema", "json", "model_fields", "of_prose", "properties"]
)
def test_a_field_may_have_the_name_of_anything_of_ours(name: str) -> None:
    assert read({name: "a"}, Field(name)) == {name: "a"}


@given(st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["text", "cites", "x"]), inner, max_size=3
    ),
    max_leaves=6,
))  # fmt: skip
def test_whatever_a_field_holds_the_reply_is_read(value: Any) -> None:
    found = read(dict.fromkeys(FULL, value), *ALL)

    assert found.keys() <= FULL.keys()


def test_names_of_the_shipped_replies_are_taken() -> None:
    due = {name for of in ("article", "story", "overview") for name in REPLIES[of].model_fields}

    assert due == TAKEN
