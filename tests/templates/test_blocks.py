"""The blocks of a template as spans of its text, and templates put together."""

from __future__ import annotations

import pytest
from jinja2 import nodes

from summarize.errors import TemplateFault
from summarize.templates import PROMPTS, SHIPPED, Prompts
from summarize.templates.blocks import blocks, put_together
from summarize.templates.shelf import files_of, names
from summarize.templates.sources import sources_of
from tests.templates.conftest import Own


def spans(text: str) -> dict[str, str]:
    return {block.name: text[block.inner : block.inner_end] for block in blocks(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{% block a %}x{% endblock %}", {"a": "x"}),
        ("{%- block a -%}x{%- endblock a -%}", {"a": "x"}),
        (
            "{% block a %}1{% block b %}2{% endblock %}3{% endblock %}",
            {"a": "1{% block b %}2{% endblock %}3", "b": "2"},
        ),
        (
            "{# {% block a %} #}{% block b %}{# {% endblock %} #}{% endblock %}",
            {"b": "{# {% endblock %} #}"},
        ),
        ("{% raw %}{% block a %}{% endraw %}{% block b %}{% endblock %}", {"b": ""}),
        ("{{ '{% block a %}' }}{% block b %}{% endblock %}", {"b": ""}),
        ("{% if x == '%}' %}{% block b %}y{% endblock %}{% endif %}", {"b": "y"}),
        ("{% block b scoped %}y{% endblock %}", {"b": "y"}),
        ("it's {% block b %}it's{% endblock %} so", {"b": "it's"}),
        ("no block", {}),
    ],
)
def test_a_block_is_found_where_it_begins_and_ends(text: str, found: dict[str, str]) -> None:
    assert spans(text) == found


@pytest.mark.parametrize("name", names(SHIPPED))
def test_the_blocks_that_are_found_are_those_of_jinja2(name: str) -> None:
    source = sources_of(SHIPPED).get(name)
    known = Prompts().environment.parse(source.text)

    assert [b.name for b in blocks(source.text)] == [b.name for b in known.find_all(nodes.Block)]


def joined(own: Own, **prompts: str) -> str:
    files = files_of("story.md.j2", own(**prompts))
    return put_together(files, lambda file: f"{{# {file.name} #}}")


BASE = "A\n{% block a %}\none\n{% endblock %}\n  {% block b %}two{% endblock %} C\n"


def test_each_block_stands_once_with_the_file_that_it_is_from(own: Own) -> None:
    made = joined(own, story='{% extends "base.md.j2" %}{% block b %}mine{% endblock %}', base=BASE)

    assert made == (
        "A\n{# base.md.j2 #}\n{% block a %}\none\n{% endblock %}\n"
        "  {# story.md.j2 #}\n  {% block b %}mine{% endblock %} C\n"
    )


def test_super_is_what_stands_in_the_next_file(own: Own) -> None:
    made = joined(
        own,
        story='{% extends "base.md.j2" %}{% block a %}{{ super() }} more{% endblock %}',
        base=BASE,
    )

    assert "{% block a %}one more{% endblock %}" in made


def test_what_stands_outside_of_blocks_is_kept_where_it_is_used(own: Own) -> None:
    outside = (
        "{% set x = 1 %}{% from 'm.j2' import y %}{% macro m() %}{{ x }}{% endmacro %}lost{{ x }}"
    )
    inside = "{% block a %}{% set z = 1 %}{% endblock %}"

    made = joined(own, story='{% extends "base.md.j2" %}' + outside + inside, base=BASE)

    assert made.startswith(
        "{% set x = 1 %}\n{% from 'm.j2' import y %}\n{% macro m() %}{{ x }}{% endmacro %}\nA\n"
    )
    assert "lost" not in made


def test_a_block_inside_a_block_is_replaced_there(own: Own) -> None:
    made = joined(
        own,
        story='{% extends "base.md.j2" %}{% block in %}mine{% endblock %}',
        base="{% block out %}1{% block in %}2{% endblock %}3{% endblock %}",
    )

    assert "1{# story.md.j2 #}{% block in %}mine{% endblock %}3" in made


def test_blocks_that_hold_each_other_come_to_an_end(own: Own) -> None:
    base = "{% block out %}{% block in %}y{% endblock %}{% endblock %}"
    turned = base.replace("out", "o").replace("in", "out").replace(" o ", " in ")

    made = joined(own, story='{% extends "base.md.j2" %}' + turned, base=base)

    assert made.count("{% block") < 20


@pytest.mark.parametrize("name", PROMPTS)
def test_what_is_put_together_says_the_same(own: Own, name: str) -> None:
    given = {"language": "English", "words": 120}
    text = f'{{% extends "default/{name}.md.j2" %}}{{% block role %}}\nMe.\n{{% endblock %}}'
    folders = own(**{name: text})
    expected = Prompts(folders).get(name)

    whole = put_together(files_of(f"{name}.md.j2", folders), lambda _: "{# from #}")

    made = Prompts(own(**{name: whole})).get(name)
    assert made.system(given) == expected.system(given)
    assert made.user(given, "E") == expected.user(given, "E")


def test_what_cannot_be_parsed_is_not_put_together(own: Own) -> None:
    with pytest.raises(TemplateFault):
        joined(own, story="{% block a %}")
