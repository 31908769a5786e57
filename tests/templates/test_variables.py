"""Variables that a person gives."""

from __future__ import annotations

import pytest

from summarize.errors import UsageError
from summarize.templates import SHIPPED
from summarize.templates.variables import join_variables, refuse_unused, used_variables
from tests.templates.conftest import Own

STORY = '{% extends "default/story.md.j2" %}{% block role %}{{ region }}{% endblock %}'


def test_what_is_said_later_wins() -> None:
    given = join_variables(["a=1", "a=x=y", "b="], {"a": 0, "c": 2.5})

    assert given == {"a": "x=y", "b": "", "c": 2.5}


@pytest.mark.parametrize("name", ["evidence", "fields", "language", "words", "page"])
def test_what_the_run_gives_cannot_be_set(name: str) -> None:
    with pytest.raises(UsageError, match=f"'{name}' is given by the run"):
        join_variables([f"{name}=x"], {})
    with pytest.raises(UsageError, match=f"'{name}' is given by the run"):
        join_variables([], {name: "x"})


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        ("region", "gives no value; write it as NAME=VALUE"),
        ("=x", "'' is no name"),
        ("a-b=x", "'a-b' is no name"),
        ("é=x", "'é' is no name"),
        ("a b=x", "'a b' is no name"),
    ],
)
def test_what_is_no_variable_is_refused(pair: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        join_variables([pair], {})


def test_the_shipped_templates_use_no_variable() -> None:
    assert used_variables(SHIPPED) == set()


def test_a_variable_of_any_template_is_in_use(own: Own) -> None:
    folders = own(
        {"report/head.md.j2": "{% if organisation %}{% endif %}", "part.j2": "{{ deep }}"},
        story=STORY,
        merge='{% extends "default/merge.md.j2" %}{% block role %}{% include "part.j2" %}{% endblock %}',  # noqa: E501
    )

    assert used_variables(folders) == {"region", "organisation", "deep"}
    refuse_unused({"organisation": "x", "deep": 1}, folders)


def test_a_variable_that_no_template_uses_is_refused_and_those_in_use_are_named(own: Own) -> None:
    with pytest.raises(UsageError, match="uses the variable 'regoin'; those in use: region"):
        refuse_unused({"regoin": "x"}, own(story=STORY))
    with pytest.raises(UsageError, match="those in use: none"):
        refuse_unused({"region": "x"}, SHIPPED)


def test_without_variables_nothing_is_looked_at(own: Own) -> None:
    refuse_unused({}, own(story="{% broken"))
