"""Fields that a template adds: from a reply into a brief."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarize.article import Article
from summarize.briefs.article import Task, note_article
from summarize.briefs.fields import NOT_MERGED, NOT_THERE, answers, beside, unfit_lines
from summarize.briefs.replies import Notes, Unfit
from summarize.briefs.rounds import merge
from summarize.briefs.writer import Written
from summarize.claims import Extra, claims_in, make_claim
from summarize.local.writer import Local
from summarize.models.fields import with_fields
from summarize.models.shapes import OverviewReply
from summarize.stories.story import Origin, Story
from summarize.templates import Field, Folders, Prompts
from tests.briefs.conftest import Line, Scene, Script, answer, brief, cited, story_reply
from tests.builders import article, story

DAM = article("The dam burst on Monday night. Two towns were flooded before dawn.")
OTHER = article("The Karrow dam failed on Monday. A bridge is gone.", outlet="Vessen Courier")
SHOWN = [DAM.quote(0, 30), DAM.quote(31, 66)]
IMPACT = Field("impact", cited=True)
AFFECTED = Field("affected", "list", cited=True, max_words=4)
TONE = Field("tone", max_words=3)
LEVEL = Field("level", "choice", choices=("low", "high"))
BURST = cited("The dam burst.", 1)
FLOODED = cited("Two towns were flooded.", 2)

TOML = {
    "impact": '[[field]]\nname = "impact"\ncited = true\n',
    "level": '[[field]]\nname = "level"\ntype = "choice"\nchoices = ["low", "high"]\n',
    "tone": '[[field]]\nname = "tone"\nmax_words = 3\n',
}


def found(said: Line, *fields: Field) -> tuple[dict[str, Any], list[str]]:
    """The values by name, and why others are left out."""
    shape = with_fields(OverviewReply, fields)
    due: Line = {"bottom_line": [], "highlights": [], "gaps": []}
    made = answers(shape.model_validate({**due, **said}), SHOWN, "en", 3)
    return {one.name: one.value for one in made.extra}, [one.why for one in made.unfit]


def with_own(scene: Scene, folder: Path, **named: str) -> Scene:
    """The scene with overriding templates that add these fields: `story="impact tone"`."""
    for name, fields in named.items():
        toml = "".join(TOML[field] for field in fields.split())
        text = f'+++\n{toml}+++\n{{% extends "default/{name}.md.j2" %}}\n'
        (folder / f"{name}.md.j2").write_text(text, encoding="utf-8")
    return replace(scene, asker=replace(scene.asker, prompts=Prompts(Folders((folder,)))))


def extra(of: tuple[Extra, ...]) -> dict[str, Any]:
    return {one.name: [c.text for c in one.claims] or one.value for one in of}


def long(sentences: int) -> Article:
    text = " ".join(f"Station {n} measured {n} metres on Monday." for n in range(sentences))
    return article(text, title="Levels")


def test_a_cited_text_is_a_claim_on_the_passages_that_were_shown() -> None:
    values, unfit = found({"impact": FLOODED}, IMPACT)

    assert (values["impact"].text, values["impact"].quotes) == (FLOODED["text"], (SHOWN[1],))
    assert (values["impact"].rank, unfit) == (4, [])


def test_a_cited_list_is_claims_each_once_ranked_in_order() -> None:
    values, _ = found({"affected": [FLOODED, BURST, FLOODED]}, AFFECTED)

    assert [(one.text, one.rank) for one in values["affected"]] == [
        (FLOODED["text"], 4),
        (BURST["text"], 5),
    ]


def test_plain_values_are_cleaned_as_all_text_of_a_model() -> None:
    values, _ = found({"tone": "very\n\u202egrave [3]", "level": "high"}, TONE, LEVEL)

    assert values == {"tone": "very grave", "level": "high"}


@pytest.mark.parametrize("said", [{"impact": cited(" ")}, {"impact": cited("[3]", 3)}])
def test_a_text_that_says_nothing_is_empty_and_not_missing(said: Line) -> None:
    assert found(said, IMPACT) == ({"impact": None}, [])


def test_a_text_of_too_many_words_is_left_out() -> None:
    assert found({"tone": "one two three four"}, TONE) == (
        {},
        ["left out: 4 words, at most 3 are asked for"],
    )


def test_an_entry_of_too_many_words_is_left_out_alone() -> None:
    values, unfit = found({"affected": [cited("The dam burst very loudly.", 1), FLOODED]}, AFFECTED)

    assert [one.text for one in values["affected"]] == [FLOODED["text"]]
    assert unfit == ["an entry was left out: 5 words, at most 4 are asked for"]


@pytest.mark.parametrize("said", ["hihg", "\u202ehi[3]hg", "[]"])
def test_what_is_none_of_the_choices_is_told_with_these(said: str) -> None:
    values, (why,) = found({"level": said}, LEVEL)

    assert values == {}
    assert why.startswith("left out: “")
    assert why.endswith("” is none of its choices (low, high)")
    assert ("“hihg”" in why) == ("hi" in said)


def test_a_choice_is_one_however_it_is_spaced() -> None:
    wide = Field("level", "choice", choices=("very  low", "high"))

    assert found({"level": "very  low"}, wide) == ({"level": "very low"}, [])


def test_a_field_that_is_not_there_is_told() -> None:
    assert found({}, TONE) == ({}, [NOT_THERE])


@pytest.mark.parametrize(("said", "value"), [(26, 26.0), (None, None)])
def test_a_number_is_a_number_or_empty(said: int | None, value: float | None) -> None:
    assert found({"count": said}, Field("count", "number")) == ({"count": value}, [])


def test_a_line_tells_one_by_its_name_and_several_by_their_number() -> None:
    long_one = Unfit("tone", "4 words, at most 3", "more than 3 words")
    longer = replace(long_one, why="9 words, at most 3")
    gone = Unfit("level", NOT_THERE, NOT_THERE)

    assert unfit_lines([("story “A”", long_one), ("story “B”", longer), ("story “B”", gone)]) == (
        "field tone of 2 briefs: more than 3 words",
        f"field level of story “B”: {NOT_THERE}",
    )
    assert unfit_lines([("story “A”", long_one)]) == (
        "field tone of story “A”: 4 words, at most 3",
    )


def test_parts_that_were_not_merged_keep_what_they_agree_on() -> None:
    first = (Extra("tags", ("a", "b")), Extra("tone", "calm"), Extra("level", "low"))
    second = (Extra("tags", ("b", "c")), Extra("tone", None), Extra("level", "high"))
    notes = [Notes(None, (), extra=one) for one in (first, second, ())]

    made = beside(notes)

    assert extra(made.extra) == {"tags": ("a", "b", "c"), "tone": "calm"}
    assert [(one.field, one.why) for one in made.unfit] == [("level", NOT_MERGED)]


async def test_an_article_is_asked_for_the_fields_of_its_template(
    script: Script, tmp_path: Path
) -> None:
    scene = script(answer("article", brief(BURST, impact=FLOODED)))
    scene = with_own(scene, tmp_path, article="impact")

    notes = (await note_article(scene.asker, Task(DAM))).notes

    assert '"impact"' in scene.heard.requests[0].messages[0].content
    assert "impact" in scene.heard.requests[0].schema["required"]
    assert extra(notes.extra) == {"impact": [FLOODED["text"]]}


async def test_a_merge_is_asked_for_the_fields_of_the_article_and_shown_those_of_its_parts(
    script: Script, tmp_path: Path
) -> None:
    part = brief(
        cited("Levels rose.", 1), impact=cited("Two metres were measured.", 3), level="low"
    )
    whole = brief(cited("Rivers rose.", 1), impact=cited("Rivers rose.", 1), level="high")
    scene = script(answer("article", part), answer("merge", whole))
    scene = with_own(scene, tmp_path, article="impact level")

    notes = (await note_article(scene.asker, Task(long(1_000)))).notes

    merge = scene.heard.requests[-1]
    assert {"impact", "level"} <= set(merge.schema["required"])
    assert '"level": one of "low", "high"' in merge.messages[0].content
    assert "NOTE (impact): Two metres were measured. [" in merge.messages[1].content
    assert "NOTE (level): low" in merge.messages[1].content
    assert extra(notes.extra) == {"impact": ["Rivers rose."], "level": "high"}


async def test_a_part_that_was_selected_has_no_fields_and_the_others_are_merged(
    script: Script, tmp_path: Path
) -> None:
    part = brief(cited("Levels rose.", 1), level="low")
    scene = script(
        {"template": "article", "contains": "Station 0 measured", "reply": part},
        answer("article", "", finish="content_filter"),
        answer("merge", "", finish="content_filter"),
    )
    scene = with_own(scene, tmp_path, article="level")

    notes = (await note_article(scene.asker, Task(long(700), behind=Local(60)))).notes

    assert extra(notes.extra) == {"level": "low"}


async def test_what_is_too_long_in_a_part_is_not_told_where_the_whole_is_not(
    script: Script, tmp_path: Path
) -> None:
    part = brief(cited("Levels rose.", 1), tone="one two three four")
    scene = script(
        answer("article", part), answer("merge", brief(cited("Rivers rose.", 1), tone="calm"))
    )
    scene = with_own(scene, tmp_path, article="tone")

    notes = (await note_article(scene.asker, Task(long(1_000)))).notes

    assert (extra(notes.extra), notes.unfit) == ({"tone": "calm"}, ())


def written(scene: Scene, *stories: Story, with_stories: bool = True) -> Written:
    writer = Written(replace(scene.asker, with_stories=with_stories), "m", None)
    writer.begin(stories)
    return writer


async def test_an_article_alone_in_its_story_is_asked_for_the_fields_of_both(
    script: Script, tmp_path: Path
) -> None:
    scene = script(answer("article", brief(BURST, level="low", tone="calm", impact=BURST)))
    scene = with_own(scene, tmp_path, article="level tone", story="tone impact")
    alone = Story("s1", (Origin(DAM.outlet, (DAM,)),))

    made = await written(scene, alone).article(DAM)

    assert extra(made.extra) == {"level": "low", "tone": "calm", "impact": [BURST["text"]]}
    assert '"impact"' in scene.heard.requests[0].messages[0].content


@pytest.mark.parametrize("several", [True, False])
async def test_an_article_is_asked_for_its_own_where_others_tell_it_or_there_are_no_stories(
    script: Script, tmp_path: Path, several: bool
) -> None:
    scene = script(answer("article", brief(BURST, level="low")))
    scene = with_own(scene, tmp_path, article="level", story="impact")
    stories = [story(DAM, OTHER)] if several else [story(DAM)]

    await written(scene, *stories, with_stories=several).article(DAM)

    assert "impact" not in scene.heard.requests[0].schema["properties"]


async def test_a_story_and_the_head_have_the_fields_of_their_templates(
    script: Script, tmp_path: Path
) -> None:
    head = {"bottom_line": [BURST], "highlights": [], "gaps": [], "level": "high"}
    scene = script(answer("story", story_reply(BURST, impact=FLOODED)), answer("overview", head))
    scene = with_own(scene, tmp_path, story="impact", overview="level")
    told = story(DAM, OTHER)
    writer = written(scene, told)

    made = await writer.story(told, [])
    overview = await writer.overview([made])

    assert extra(made.extra) == {"impact": [FLOODED["text"]]}
    assert extra(overview.extra) == {"level": "high"}
    assert writer.account.unfit == ()


async def test_a_field_that_is_left_out_is_a_line_of_the_account_and_costs_no_reply(
    script: Script, tmp_path: Path
) -> None:
    scene = script(answer("story", story_reply(BURST, tone="one two three four")))
    scene = with_own(scene, tmp_path, story="tone level")
    told = story(DAM, OTHER)
    writer = written(scene, told)

    made = await writer.story(told, [])

    assert (made.extra, made.writer.why, writer.account.missing) == ((), None, ())
    assert writer.account.unfit == (
        "field tone of story “A title”: left out: 4 words, at most 3 are asked for",
        f"field level of story “A title”: {NOT_THERE}",
    )


async def test_a_field_claim_that_cites_nothing_is_repaired_from_what_was_shown(
    script: Script, tmp_path: Path
) -> None:
    scene = script(
        answer("story", story_reply(BURST, impact=cited("Two towns were flooded."))),
        answer("repair", FLOODED | {"cites": [1]}),
    )
    scene = with_own(scene, tmp_path, story="impact")
    told = story(DAM, OTHER)
    writer = written(scene, told)
    made = await writer.story(told, [])
    [claim] = claims_in(made.extra)

    repaired = await writer.repair(claim, [])

    assert repaired is not None
    assert repaired.quotes == (SHOWN[1],)


async def test_what_was_asked_for_in_a_field_is_the_last_to_be_left_out_of_a_merge(
    script: Script,
) -> None:
    scene = script(answer("merge", brief(BURST)))
    rank_one = make_claim("The dam has burst.", SHOWN[:1], "en", 1)
    rank_two = make_claim("Towns are under water.", SHOWN[1:], "en", 2)
    tags = Extra("tags", tuple(f"tag {n}" for n in range(3_000)))
    notes = [
        Notes(rank_one, (rank_one, rank_two), extra=(tags,)),
        Notes(rank_one, (rank_one,), extra=(Extra("tone", "calm"),)),
    ]

    await merge(scene.asker, Task(DAM).step("merge"), notes)

    [asked] = scene.heard.requests
    assert "tag 2999" not in asked.evidence
    assert rank_two.text not in asked.evidence
    assert "NOTE (tone): calm" in asked.evidence


async def test_a_merge_that_the_server_finds_too_long_goes_on_without_fields(
    script: Script,
) -> None:
    scene = script(
        {"template": "merge", "contains": "calm", "error": "TooLong"},
        answer("merge", brief(BURST)),
    )
    claim = make_claim("The dam has burst.", SHOWN[:1], "en", 1)
    notes = [Notes(claim, (claim,), extra=(Extra("tone", "calm"),))] * 2

    await merge(scene.asker, Task(DAM).step("merge"), notes)

    assert "calm" not in scene.heard.requests[-1].evidence
