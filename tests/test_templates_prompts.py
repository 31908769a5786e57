"""The prompts: what they say, how they are filled, and whole filled ones as golden files.

After a prompt was reworded on purpose, write the golden files anew and read the difference:

    WRITE_GOLDEN=1 python -m pytest tests/test_templates_prompts.py
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Article, Heading
from summarize.briefs.evidence import Shown, Source, article_heading, show, statement_quotes
from summarize.briefs.judge import claims_shown
from summarize.briefs.pair import pair_shown
from summarize.claims import make_claim
from summarize.errors import TemplateFault
from summarize.stories.doubtful import Pair
from summarize.templates import PROMPTS, Prompts, Template
from tests.builders import article

GOLDEN = Path(__file__).parent / "golden"
WRITE = "WRITE_GOLDEN"
VARIABLES = {"language": "English", "words": 120}

DAM = article(
    "The dam\n\nThe Karrow Dam burst on Monday night. "
    "“Nobody warned us,” Hedda Marwick said.\n\n[3] people are missing.",
    title="Dam bursts",
    headings=(Heading(0, 7, 2),),
)
FLOOD = article("The dam failed. Two towns were flooded.", title="Dam fails", outlet="Courier")


def source(one: Article, number: int) -> Source:
    return Source(article_heading(one, number, number), statement_quotes(one))


def noted(heading: str, one: Article) -> Source:
    quotes = statement_quotes(one)
    return Source(heading, quotes, (make_claim("A dam failed.", quotes[:2], "en", 1),))


SHOWN = {
    "article": show([source(DAM, 1)]),
    "merge": show([noted("PART 1 OF 2", DAM), noted("PART 2 OF 2", FLOOD)]),
    "story": show([source(DAM, 1), source(FLOOD, 2)]),
    "overview": show([noted("STORY 1\nTITLE: Dam bursts", DAM)]),
    "repair": show(
        [Source("PASSAGES", statement_quotes(FLOOD))],
        ["SENTENCE: Three towns were flooded.", "WRONG: number: three is not in the passage"],
    ),
    "judge": claims_shown(
        [
            make_claim("A dam burst on Monday\nnight.", statement_quotes(DAM)[:1], "en", 1),
            make_claim(
                "Two towns were flooded, and three people are missing.",
                [*statement_quotes(FLOOD)[1:], *statement_quotes(DAM)[2:]],
                "en",
                2,
            ),
        ],
        {DAM.id: DAM, FLOOD.id: FLOOD},
    ),
    "pair": pair_shown(Pair(DAM, FLOOD, 0.15)),
}


def whole(template: Template, shown: Shown) -> str:
    user = template.user(VARIABLES, shown.text)
    return f"--- system\n{template.system(VARIABLES)}\n--- user\n{user}\n"


def test_there_is_a_case_for_each_prompt() -> None:
    assert set(SHOWN) == set(PROMPTS)


@pytest.mark.parametrize("name", PROMPTS)
def test_a_filled_prompt_is_word_for_word_its_golden_file(name: str) -> None:
    path = GOLDEN / f"{name}.txt"
    filled = whole(Prompts().get(name), SHOWN[name])
    if os.environ.get(WRITE):
        path.parent.mkdir(exist_ok=True)
        path.write_text(filled, encoding="utf-8", newline="\n")

    assert filled == path.read_text(encoding="utf-8"), f"reworded on purpose? {WRITE}=1 writes it"


@pytest.mark.parametrize("name", PROMPTS)
def test_a_prompt_says_what_it_is_for_and_bounds_its_reply(name: str) -> None:
    template = Prompts().get(name)

    assert template.description.endswith(".")
    assert 0 < template.max_output <= 4_096
    assert template.temperature == 0.0
    assert re.fullmatch("[0-9a-f]{12}", template.hash)


@pytest.mark.parametrize("name", PROMPTS)
def test_no_front_matter_and_no_tag_is_left_in_a_filled_prompt(name: str) -> None:
    filled = whole(Prompts().get(name), SHOWN[name])

    assert not re.search(r"\{\{|\{%|\+\+\+", filled)
    assert "\n\n\n" not in filled


@pytest.mark.parametrize("name", PROMPTS)
def test_what_articles_say_stands_in_the_user_message_only(name: str) -> None:
    template = Prompts().get(name)

    assert template.system(VARIABLES) == template.system({**VARIABLES, "evidence": "nothing"})
    assert SHOWN[name].text in template.user(VARIABLES, SHOWN[name].text)


@pytest.mark.parametrize(
    "evidence",
    ["{{ language }} {% for x in y %}", "{{ ''.__class__ }}", "{# #} &amp; <b>", "+++\na = 1\n+++"],
)
def test_the_text_of_an_article_is_never_a_template(evidence: str) -> None:
    assert evidence in Prompts().get("article").user(VARIABLES, evidence)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=200))
def test_any_text_is_shown_as_it_stands(text: str) -> None:
    shown = f"===== {text} ====="

    assert shown in Prompts().get("repair").user(VARIABLES, shown)


def test_a_name_that_no_one_gives_is_a_fault_of_the_template() -> None:
    with pytest.raises(TemplateFault, match=r"article\.md\.j2:\d+: 'language' is undefined"):
        Prompts().get("article").system({"words": 120})


def test_a_prompt_that_does_not_exist_is_a_fault_that_names_the_file() -> None:
    with pytest.raises(TemplateFault, match=r"nothing\.md\.j2"):
        Prompts().get("nothing")


def test_a_prompt_is_loaded_once() -> None:
    prompts = Prompts()

    assert prompts.get("story") is prompts.get("story")


def test_each_prompt_has_a_hash_of_its_own() -> None:
    hashes = Prompts().hashes(PROMPTS)

    assert list(hashes) == [f"{name}.md.j2" for name in PROMPTS]
    assert len(set(hashes.values())) == len(PROMPTS)
