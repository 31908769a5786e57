"""The names that templates look up."""

from __future__ import annotations

import pytest

from summarize.templates.names import unknown
from summarize.templates.sandbox import Sandbox
from summarize.templates.sources import sources_of
from summarize.templates.structure import closure
from tests.templates.conftest import Own


def looked_up(own: Own, files: dict[str, str], *known: str) -> list[tuple[str, str, int]]:
    made = Sandbox(sources_of(own(files)), autoescape=False)
    found = unknown(list(closure("a.j2", made.sources)), made, known)
    return [(look.name, look.file.name, look.line) for look in found]


def test_a_name_is_found_with_its_file_and_line(own: Own) -> None:
    files = {"a.j2": "{{ x }}\n{% include 'b.j2' %}", "b.j2": "\n\n{{ y }} {{ z }}"}

    assert looked_up(own, files, "z") == [("x", "a.j2", 1), ("y", "b.j2", 3)]


def test_functions_of_the_environment_are_known(own: Own) -> None:
    assert looked_up(own, {"a.j2": "{% for i in range(3) %}{{ i }}{% endfor %}"}) == []


@pytest.mark.parametrize(
    "given",
    [
        "{% macro m(x) %}{{ x }}{% endmacro %}",
        "{% import 'c.j2' as m %}",
        "{% from 'c.j2' import m %}",
        "{% from 'c.j2' import n as m %}",
        "{% set m = 1 %}",
        "{% set m %}1{% endset %}",
        "{% set m, n = 1, 2 %}",
    ],
)
def test_what_a_file_shares_is_known_to_those_it_includes(own: Own, given: str) -> None:
    files = {"a.j2": f"{given}{{% include 'b.j2' %}}", "b.j2": "{{ m }}"}
    files["c.j2"] = "{% macro m() %}{% endmacro %}{% macro n() %}{% endmacro %}"

    assert looked_up(own, files) == []


def test_what_is_set_inside_a_loop_is_not_shared(own: Own) -> None:
    files = {"a.j2": "{% for i in [1] %}{% set m = i %}{% endfor %}{% include 'b.j2' %}"}
    files["b.j2"] = "{{ m }}"

    assert looked_up(own, files) == [("m", "b.j2", 1)]
