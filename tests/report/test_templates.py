"""Finding templates, and what they cannot do."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateAssertionError

from summarize.errors import SettingsError
from summarize.templates import environment, prompts_folder, report_hashes


def shout(text: str) -> str:
    return text.upper()


def render(source: str, **values: object) -> str:
    return environment(shout, {"plain": str}).from_string(source).render(**values)


def test_templates_inside_the_package_come_before_those_beside_it(tmp_path: Path) -> None:
    package = tmp_path / "summarize"
    (tmp_path / "prompts" / "report").mkdir(parents=True)
    (package).mkdir()
    assert prompts_folder(package) == tmp_path / "prompts"
    (package / "prompts" / "report").mkdir(parents=True)
    assert prompts_folder(package) == package / "prompts"


def test_missing_templates_are_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="install again"):
        prompts_folder(tmp_path)


def test_every_report_template_is_hashed() -> None:
    hashes = report_hashes("daily")
    shipped = (prompts_folder() / "report" / "situation.md.j2").read_bytes()
    assert hashes["report/situation.md.j2"] == hashlib.sha256(shipped).hexdigest()[:12]
    assert all(len(digest) == 12 for digest in hashes.values())


def test_every_value_is_escaped_when_it_is_printed() -> None:
    assert render("a {{ x }} {{ x + 'b' }}", x="y") == "a Y YB"


def test_what_a_macro_made_is_not_escaped_again() -> None:
    assert render("{% macro m(x) %}m {{ x }}{% endmacro %}{{ m('a') }}") == "m A"


def test_a_trusted_filter_gives_text_that_is_left_alone() -> None:
    assert render("{{ x | plain }}", x="y") == "y"


@pytest.mark.parametrize("name", ["safe", "escape", "e", "forceescape", "tojson", "urlize"])
def test_no_filter_can_switch_escaping_off(name: str) -> None:
    with pytest.raises(TemplateAssertionError):
        render(f"{{{{ x | {name} }}}}", x="y")


def test_switching_autoescape_off_changes_nothing() -> None:
    assert render("{% autoescape false %}{{ x }}{% endautoescape %}", x="y") == "Y"


def test_a_name_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render("{{ nothing }}")


def test_the_sandbox_keeps_a_template_from_the_interpreter() -> None:
    with pytest.raises(SecurityError):
        render("{{ ().__class__.__base__.__subclasses__() }}")


def test_a_value_with_template_syntax_is_printed_and_not_run() -> None:
    assert render("{{ x }}", x="{{ 7*7 }} {% include 'x' %}") == "{{ 7*7 }} {% INCLUDE 'X' %}"


def test_a_broken_template_is_an_error() -> None:
    with pytest.raises(TemplateSyntaxError):
        render("{% if %}")
