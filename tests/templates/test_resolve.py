"""A template put together, and beside the shipped one."""

from __future__ import annotations

import tomllib

import pytest

from summarize.errors import TemplateFault
from summarize.templates import PROMPTS, SHIPPED, Prompts
from summarize.templates.front import split
from summarize.templates.overrides import copy
from summarize.templates.resolve import compared, raw, resolved
from summarize.templates.shelf import names
from tests.templates.conftest import Own

EXTENDS = '{% extends "default/story.md.j2" %}\n'
STORY = "story.md.j2"
FRONT = """+++
temperature = 0.5
[variables]
region = "the \\"coast\\""
since = 2026-03-10
levels = ["a", 1, {x = true}]
[[field]]
name = "risk"
type = "choice"
choices = ["low", "high"]
+++
"""


def test_the_file_is_shown_as_it_is(own: Own) -> None:
    assert raw(STORY, own(story="+++\n+++\r\nx\ty\n")) == "+++\n+++\nx\ty\n"


def test_front_matter_is_joined_and_says_where_each_key_is_from(own: Own) -> None:
    folders = own(story=FRONT + EXTENDS)

    text = resolved(STORY, folders)

    mine = f"  # from {folders.own[0] / STORY}"
    assert f"temperature = 0.5{mine}\nmax_output = 2500  # from default/story.md.j2\n" in text
    said = tomllib.loads(split(text)[0])
    assert said["variables"] == {
        "region": 'the "coast"',
        "since": "2026-03-10",
        "levels": ["a", 1, {"x": True}],
    }
    assert said["field"] == [{"name": "risk", "type": "choice", "choices": ["low", "high"]}]


def test_what_is_resolved_is_a_template_that_says_the_same(own: Own) -> None:
    folders = own(story=FRONT + EXTENDS + "{% block role %}{{ region }}{% endblock %}")
    given = {"language": "English", "words": 120}
    expected = Prompts(folders).get("story").system(given)

    whole = resolved(STORY, folders)

    assert Prompts(own(story=whole)).get("story").system(given) == expected


def test_a_template_without_front_matter_gets_none(own: Own) -> None:
    assert resolved("part.md.j2", own(part="\nx\n")) == "x\n"


@pytest.mark.parametrize("name", names(SHIPPED))
def test_a_shipped_template_does_not_differ_from_itself(name: str) -> None:
    assert compared(name, SHIPPED).diff == ""


@pytest.mark.parametrize("name", names(SHIPPED))
def test_a_copy_says_the_same_and_knows_what_it_was_copied_from(own: Own, name: str) -> None:
    made = compared(name, own({name: copy(name)}))

    assert made.diff == ""
    assert made.copied == made.shipped


@pytest.mark.parametrize("name", PROMPTS)
def test_a_copy_of_one_block_says_the_same(own: Own, name: str) -> None:
    made = compared(f"{name}.md.j2", own(**{name: copy(name, "rules")}))

    assert (made.diff, made.copied) == ("", made.shipped)


def test_what_differs_is_shown_by_blocks(own: Own) -> None:
    folders = own(story=EXTENDS + "{% block audience %}\nEditors.\n{% endblock %}")

    diff = compared(STORY, folders).diff

    lines = [line for line in diff.splitlines() if line[0] in "+-"]
    assert lines[:2] == ["--- default/story.md.j2", f"+++ {folders.own[0] / STORY}"]
    assert [line[:12] for line in lines[2:]] == ["-Your reader", "+Editors."]


def test_a_copy_of_an_older_state_is_told(own: Own) -> None:
    old = "0123456789ab"
    folders = own(story=f"{{# copied from default/story.md.j2 {old} #}}\n{EXTENDS}")

    made = compared(STORY, folders)

    assert made.copied == old
    assert made.copied != made.shipped


def test_a_template_under_another_name_is_beside_what_it_extends(own: Own) -> None:
    folders = own(aid=EXTENDS + "{% block role %}Aid.{% endblock %}")

    assert compared("aid.md.j2", folders).diff.startswith("--- default/story.md.j2\n")


def test_a_template_that_stands_for_no_shipped_one_cannot_be_compared(own: Own) -> None:
    with pytest.raises(TemplateFault, match=r"no template default/aid\.md\.j2"):
        compared("aid.md.j2", own(aid="x"))
