"""Prompts of a person's own: what is inherited, what wins, what fails and where."""

from __future__ import annotations

import pytest

from summarize.errors import TemplateFault
from summarize.templates import PROMPTS, Folders, Prompts, Template
from tests.templates.conftest import Own

GIVEN = {"language": "English", "words": 120}
EXTENDS = '{% extends "default/story.md.j2" %}\n'


def story(folders: Folders, **given: object) -> Template:
    return Prompts(folders, given).get("story")


def test_one_block_is_replaced_and_the_rest_stays(own: Own) -> None:
    made = story(own(story=EXTENDS + "{% block audience %}\nEditors.\n{% endblock %}"))
    shipped = Prompts().get("story")
    audience = shipped.block("audience", GIVEN)

    assert made.system(GIVEN) == shipped.system(GIVEN).replace(audience, "Editors.")
    assert made.user(GIVEN, "E") == shipped.user(GIVEN, "E")


def test_super_is_the_block_that_is_replaced(own: Own) -> None:
    made = story(own(story=EXTENDS + "{% block audience %}{{ super() }} And me.{% endblock %}"))

    assert made.block("audience", GIVEN).endswith("where sources differ.\n And me.")


def test_a_whole_template_is_replaced(own: Own) -> None:
    made = story(
        own(story="{% block system %}S{% endblock %}{% block user %}{{ evidence }}{% endblock %}")
    )

    assert (made.system(GIVEN), made.user(GIVEN, "E")) == ("S", "E")
    assert made.block("audience", GIVEN) == ""


def test_a_template_may_extend_one_of_ones_own(own: Own) -> None:
    folders = own(
        aid=EXTENDS + "{% block audience %}Aid workers.{% endblock %}",
        story='{% extends "aid.md.j2" %}',
    )

    assert "Aid workers." in story(folders).system(GIVEN)


def test_front_matter_is_inherited_key_by_key(own: Own) -> None:
    made = story(own(story="+++\ntemperature = 0.7\n+++\n" + EXTENDS))
    shipped = Prompts().get("story")

    assert (made.temperature, made.max_output) == (0.7, shipped.max_output)
    assert made.description == shipped.description


def test_a_value_that_is_given_wins_over_the_front_matter(own: Own) -> None:
    text = (
        '+++\n[variables]\nregion = "here"\nof = "the"\n+++\n'
        + EXTENDS
        + "{% block role %}{{ region }} of {{ of }}{% endblock %}"
    )

    assert story(own(story=text)).block("role", GIVEN) == "here of the"
    assert story(own(story=text), region="there").block("role", GIVEN) == "there of the"


def test_what_the_run_gives_wins_over_all(own: Own) -> None:
    text = "+++\n[variables]\nwords = 7\n+++\n" + EXTENDS
    text += "{% block role %}{{ words }}{% endblock %}"

    assert story(own(story=text)).block("role", GIVEN) == "120"


def test_the_hash_changes_with_the_file(own: Own) -> None:
    assert story(own(story=EXTENDS)).hash != Prompts().get("story").hash


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("\n\n{{ region }}", r"story\.md\.j2:4: 'region' is undefined; known are fields, "),
        ("{{ 1 / 0 }}", r"story\.md\.j2:2: ZeroDivisionError: division by zero"),
        ("{{ 5 | dictsort }}", r"story\.md\.j2:2: AttributeError: "),
        ("{{ ''.__class__ }}", r"story\.md\.j2:2: access to attribute '__class__'"),
        ("{% include 'a.j2' %}", r"story\.md\.j2:2: no template a\.j2"),
        ("{{ self.role() }}", "RecursionError"),
        ("{% for i in range(900) %}{{ 'x' * 10000 }}{% endfor %}", "over 4,000,000 characters"),
    ],
)
def test_what_cannot_be_filled_is_a_fault_with_its_line(own: Own, block: str, said: str) -> None:
    folders = own(story=f"{EXTENDS}{{% block role %}}{block}{{% endblock %}}")

    with pytest.raises(TemplateFault, match=said):
        story(folders).system(GIVEN)


def test_what_would_fail_later_is_found_before_anything_is_asked(own: Own) -> None:
    text = EXTENDS.replace("story", "overview") + "{% block role %}{{ x }}{% endblock %}"
    folders = own(overview=text)

    with pytest.raises(TemplateFault, match="'x' is undefined"):
        Prompts(folders).try_all()


def test_no_object_with_a_path_or_a_setting_is_handed_to_a_prompt() -> None:
    for name in PROMPTS:
        template = Prompts().get(name)
        shown = [template.front.variables, template.set, template.fields]
        assert shown == [{}, {}, ()]
