"""Report templates of a person's own."""

from __future__ import annotations

import pytest

from summarize.errors import TemplateFault
from summarize.templates import Folders, environment, report_hashes
from summarize.templates.known import ARTICLE
from summarize.templates.reports import fill
from tests.templates.conftest import Own

NAME = "report/article.md.j2"


def filled(folders: Folders, page: object = "P", **given: object) -> str:
    return fill(environment(str.upper, {}, folders), NAME, page, given)


def test_a_template_sees_the_page_and_the_variables_and_all_is_escaped(own: Own) -> None:
    folders = own({NAME: "x {{ page }} {{ region }}"})

    assert filled(folders, "p", region="r") == "x P R"


def test_a_variable_that_is_given_wins_over_the_front_matter(own: Own) -> None:
    front = '+++\n[variables]\na = "front"\nb = "front"\n+++\n'
    folders = own({NAME: f"{front}{{{{ a }}}} {{{{ b }}}}"})

    assert filled(folders, b="set").strip() == "FRONT SET"


def test_a_file_that_includes_another_wins_over_its_front_matter(own: Own) -> None:
    part = '+++\n[variables]\na = "part"\nb = "part"\n+++\n{{ a }} {{ b }}'
    main = '+++\n[variables]\na = "main"\n+++\n{% include "report/part.j2" %}'

    assert filled(own({NAME: main, "report/part.j2": part})).strip() == "MAIN PART"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n{{ page.x }}", r"article\.md\.j2:2: 'str object' has no attribute 'x'"),
        ("{{ page | safe }}", r"article\.md\.j2:1: No filter named 'safe'"),
        ("\n\n{{ 1 / 0 }}", r"article\.md\.j2:3: ZeroDivisionError"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "RecursionError"),
        ("{% if %}", r"article\.md\.j2:1: Expected an expression"),
        ("{% include 'none.j2' %}", r"article\.md\.j2:1: no template none\.j2"),
    ],
)
def test_what_cannot_be_filled_is_a_fault_with_its_line(own: Own, text: str, said: str) -> None:
    with pytest.raises(TemplateFault, match=said):
        filled(own({NAME: text}))


def test_an_override_of_a_block_uses_the_macros_of_the_shipped_template(own: Own) -> None:
    text = '{% extends "default/report/head.md.j2" %}{% block title %}{{ page }}{% endblock %}'

    made = environment(str, {"mermaid": str}, own({"report/head.md.j2": text}))

    with pytest.raises(TemplateFault, match=r"prompts/report/head\.md\.j2:\d+: .*'head'"):
        fill(made, "report/head.md.j2", "a title", {})


def test_every_file_of_a_report_is_hashed_with_what_it_extends(own: Own) -> None:
    text = '{% extends "default/report/head.md.j2" %}'

    found = report_hashes("article", own({"report/head.md.j2": text}))

    assert list(found) == [
        "default/report/head.md.j2",
        ARTICLE,
        "report/head.md.j2",
        "report/method.md.j2",
        "report/parts.md.j2",
        "report/sources.md.j2",
    ]
    assert found["report/head.md.j2"] != found["default/report/head.md.j2"]
