"""What a template is made of."""

from __future__ import annotations

import hashlib

import pytest

from summarize.errors import TemplateFault
from summarize.templates import SHIPPED, Folders, prompts_folder
from summarize.templates.sources import sources_of
from summarize.templates.structure import chain, closure, digest, parse
from tests.templates.conftest import Own

EXTENDING = '{% extends "default/story.md.j2" %}{% block audience %}Editors.{% endblock %}'


def made_of(folders: Folders, name: str) -> list[str]:
    return [file.name for file in closure(name, sources_of(folders))]


def test_a_chain_ends_at_what_extends_nothing(own: Own) -> None:
    made = sources_of(own(brief='{% extends "story.md.j2" %}', story=EXTENDING))

    files = chain("brief.md.j2", made)

    assert [file.name for file in files] == ["brief.md.j2", "story.md.j2", "default/story.md.j2"]


@pytest.mark.parametrize("name", ["story", "default/../story", "other"])
def test_a_file_that_extends_itself_is_a_fault(own: Own, name: str) -> None:
    made = sources_of(
        own(story=f'{{% extends "{name}.md.j2" %}}', other='{% extends "story.md.j2" %}')
    )

    with pytest.raises(TemplateFault, match=r"extends itself|outside its folder"):
        chain("story.md.j2", made)


def test_what_is_extended_must_be_named(own: Own) -> None:
    made = sources_of(own(story="\n{% extends base %}"))

    with pytest.raises(TemplateFault, match=r"story\.md\.j2:2: .*must be named"):
        chain("story.md.j2", made)


def test_a_template_is_made_of_what_it_extends_includes_and_imports(own: Own) -> None:
    part = "{% include ['macros.j2'] %}{{ m() }}"
    story = EXTENDING.replace("Editors.", "{% include 'part.j2' %}")
    macros = "{% macro m() %}{% endmacro %}"
    folders = own({"part.j2": part, "macros.j2": macros}, story=story)

    files = {"story.md.j2", "part.j2", "default/story.md.j2", "macros.j2"}
    assert set(made_of(folders, "story.md.j2")) == files


def test_a_word_in_a_comment_is_no_reference(own: Own) -> None:
    assert made_of(own(story="{# {% include 'x' %} #}"), "story.md.j2") == ["story.md.j2"]


def test_the_digest_of_a_file_alone_is_that_of_its_bytes() -> None:
    made = sources_of(SHIPPED)
    content = (prompts_folder() / "story.md.j2").read_bytes()

    found = digest("story.md.j2", made)

    assert found == hashlib.sha256(content).hexdigest()[:12]


def test_the_digest_changes_with_any_file_of_the_template(own: Own) -> None:
    story = '{% extends "default/story.md.j2" %}{% block role %}{% include "a.j2" %}{% endblock %}'
    found = set()
    for part in ("one", "two"):
        made = sources_of(own({"a.j2": part}, story=story))
        found.add(digest("story.md.j2", made))

    assert len(found) == 2


def test_lines_of_windows_are_lines(own: Own) -> None:
    made = sources_of(own(story="+++\r\ndescription = 'x'\r\n+++\r\n{% block a %}\r\n{% oops %}"))

    with pytest.raises(TemplateFault, match=r"story\.md\.j2:5: "):
        parse(made.get("story.md.j2"))


@pytest.mark.parametrize(
    "tag",
    [
        "{% include evidence %}",
        "{% include ['a.j2', evidence] %}",
        "{% import 'a.j2' if words else 'b.j2' as m %}",
        "{% from words import m %}",
    ],
)
def test_a_file_whose_name_is_worked_out_is_refused(own: Own, tag: str) -> None:
    with pytest.raises(TemplateFault, match=r"story\.md\.j2:2: a template must be named"):
        made_of(own({"a.j2": ""}, story=f"\n{tag}"), "story.md.j2")


@pytest.mark.parametrize("deep", ["(" * 3000 + "1" + ")" * 3000, "1" + "+1" * 90])
def test_what_is_too_deep_is_a_fault(own: Own, deep: str) -> None:
    source = sources_of(own(story="\n{{ " + deep + " }}")).get("story.md.j2")

    with pytest.raises(TemplateFault, match=r"story\.md\.j2:.*nested too deeply"):
        parse(source)
