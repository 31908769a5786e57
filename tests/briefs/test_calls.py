"""Which calls a brief was made by: those whose replies it is made of, in order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarize.article import Article
from summarize.briefs.evidence import statement_quotes
from summarize.briefs.writer import Written
from summarize.claims import Brief, Call, Finding, make_claim
from summarize.local.writer import Local
from summarize.models.request import Request
from summarize.told import promote
from tests.briefs.conftest import Line, Scene, Script, answer, brief, cited, story_reply
from tests.builders import article, story

DAM = article(
    "The dam burst on Monday night. Two towns were flooded before dawn.", title="Dam bursts"
)
FLOOD = article("The dam failed on Monday night.", title="Dam fails", outlet="Courier")
STORY = story(DAM, FLOOD)
SAID = brief(cited("The dam burst.", 1), cited("Two towns were flooded.", 2))
MERGED = answer("merge", brief(cited("Rivers rose.", 1)))
TOLD = story_reply(cited("The dam failed.", 3), cited("Two towns were flooded.", 2))
OVERVIEW: Line = {
    "template": "overview",
    "reply": {"bottom_line": [cited("The dam failed.", 1)], "highlights": [], "gaps": []},
}
WRONG = [Finding("number", "three", "the passage says two")]


def written(scene: Scene, key: str = "kept under ") -> Written:
    asker = replace(scene.asker, key=lambda request: f"{key}{request.hash[:6]}")
    made = Written(asker, "test-model", Local(120))
    made.begin([STORY])
    return made


def named(scene: Scene, requests: list[Request]) -> tuple[Call, ...]:
    hashes = scene.asker.prompts.hashes()
    return tuple(
        Call(r.template, hashes[f"{r.template}.md.j2"], r.hash, f"kept under {r.hash[:6]}")
        for r in requests
    )


def long(sentences: int) -> Article:
    text = " ".join(f"Station {n} measured {n} metres on Monday." for n in range(sentences))
    return article(text, title="Levels")


async def test_a_brief_names_its_call(script: Script) -> None:
    scene = script(answer("article", SAID))

    found = await written(scene).article(DAM)

    assert found.calls == named(scene, scene.heard.requests)
    assert promote(STORY, found).calls == found.calls


async def test_a_merged_brief_names_its_parts_first(script: Script) -> None:
    scene = script(answer("article", SAID), MERGED)

    found = await written(scene).article(long(1_000))

    assert len(found.calls) > 2
    assert found.calls == named(scene, scene.heard.requests)
    assert found.calls[-1].template == "merge"


async def test_what_got_no_reply_is_not_named(script: Script) -> None:
    scene = script(
        {"template": "article", "contains": "[3]", "error": "TooLong"},
        answer("article", SAID),
        MERGED,
    )

    found = await written(scene).article(long(4))

    answered = scene.heard.requests[1:]  # the whole was too long for the server
    assert found.calls == named(scene, answered)


async def test_notes_that_were_put_side_by_side_name_theirs(script: Script) -> None:
    scene = script(answer("article", SAID), {"template": "merge", "error": "Filtered"})

    found = await written(scene).article(long(1_000))

    answered = [r for r in scene.heard.requests if r.template == "article"]
    assert found.calls == named(scene, answered)


async def test_what_the_writer_behind_wrote_has_no_calls(script: Script) -> None:
    made = written(script({"template": "article", "error": "Filtered"}))

    assert (await made.article(DAM)).calls == ()


@pytest.fixture
async def briefs() -> list[Brief]:
    return [await Local(120).article(lead) for lead in STORY.leads]


async def test_a_story_and_the_overview_name_theirs(script: Script, briefs: list[Brief]) -> None:
    scene = script(answer("story", TOLD), OVERVIEW)
    made = written(scene)

    told = await made.story(STORY, briefs)
    head = await made.overview([told])

    assert told.calls + head.calls == named(scene, scene.heard.requests)


async def test_a_repair_is_named_for_the_claim_before_and_after(script: Script) -> None:
    scene = script(answer("repair", cited("Two towns were flooded.", 1)))
    made = written(scene)
    failed = make_claim("Three towns were flooded.", statement_quotes(DAM)[1:2], "en", 1)

    found = await made.repair(failed, WRONG)

    assert found is not None
    calls = named(scene, scene.heard.requests)
    assert made.account.repairs == dict.fromkeys(sorted([failed.id, found.id]), calls)


async def test_a_repair_without_a_claim_is_named_for_the_claim_before(script: Script) -> None:
    made = written(script(answer("repair", cited(""))))
    failed = make_claim("Three towns were flooded.", statement_quotes(DAM)[1:2], "en", 1)

    assert await made.repair(failed, WRONG) is None
    assert list(made.account.repairs) == [failed.id]


async def test_where_no_answer_is_kept_the_key_is_empty(script: Script) -> None:
    made = Written(script(answer("article", SAID)).asker, "test-model", None)
    made.begin([STORY])

    assert [call.key for call in (await made.article(DAM)).calls] == [""]
