"""Files with which a person begins."""

from __future__ import annotations

import pytest

from summarize.errors import TemplateFault, UsageError
from summarize.models.shapes import REPLIES
from summarize.templates import PROMPTS, SHIPPED, Prompts, prompts_folder
from summarize.templates.blocks import blocks
from summarize.templates.lint import lint
from summarize.templates.overrides import copy, new
from summarize.templates.sources import sources_of
from tests.templates.conftest import Own


def test_a_whole_copy_is_the_shipped_file_and_one_line_more() -> None:
    shipped = (prompts_folder() / "story.md.j2").read_text(encoding="utf-8")
    front, _, rest = shipped.partition("+++\n{%")
    hashed = sources_of(SHIPPED).get("story.md.j2").short

    line = f"{{# copied from default/story.md.j2 {hashed} #}}\n"
    assert copy("story") == f"{front}+++\n{line}{{%{rest}"


@pytest.mark.parametrize("name", PROMPTS)
def test_a_whole_copy_and_a_new_file_are_fine(own: Own, name: str) -> None:
    assert lint(Prompts(own(**{name: copy(name)})), name, REPLIES[name].model_fields) == []


@pytest.mark.parametrize("name", PROMPTS)
def test_each_block_can_be_copied_and_is_fine(own: Own, name: str) -> None:
    shipped = sources_of(SHIPPED).get(f"{name}.md.j2")
    for block in blocks(shipped.text):
        text = copy(name, block.name)

        assert text.startswith("{# copied from default/")
        assert f'{{% extends "default/{name}.md.j2" %}}\n\n{{% block {block.name} %}}' in text
        assert lint(Prompts(own(**{name: text})), name, REPLIES[name].model_fields) == []


@pytest.mark.parametrize("base", ["article", "story", "overview"])
def test_a_new_template_is_fine_and_has_a_field(own: Own, base: str) -> None:
    folders = own({f"{base}.md.j2": new("briefing", base)})

    assert lint(Prompts(folders), base, REPLIES[base].model_fields) == []
    made = Prompts(folders).get(base)
    assert made.fields[0].name == "impact"
    assert made.max_output == Prompts().get(base).max_output


@pytest.mark.parametrize("name", ["../x", "a/b", "", "default/story", ".hidden", "a b"])
def test_a_name_that_is_no_file_name_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="is no name of a template"):
        new(name, "story")


def test_a_block_that_is_not_there_is_refused_and_the_blocks_are_named() -> None:
    with pytest.raises(UsageError, match="story has no block 'intro'; its blocks are system, role"):
        copy("story", "intro")


def test_macros_are_no_blocks() -> None:
    with pytest.raises(UsageError, match="its blocks are none"):
        copy("report/parts", "cited")


def test_what_is_not_shipped_cannot_be_copied() -> None:
    with pytest.raises(TemplateFault, match=r"no template default/aid\.md\.j2"):
        copy("aid")


def test_a_name_that_no_run_looks_for_says_how_it_is_used(own: Own) -> None:
    briefing = new("briefing", "story")
    story = '{% extends "briefing.md.j2" %}'

    assert 'until a story.md.j2 beside it says:\n   {% extends "briefing.md.j2" %} #}' in briefing
    assert "until" not in new("story", "story")
    assert Prompts(own(briefing=briefing, story=story)).get("story").fields[0].name == "impact"


def test_the_name_of_another_shipped_template_is_refused() -> None:
    with pytest.raises(UsageError, match="merge is another shipped template than story"):
        new("merge", "story")
