"""The model-backed writer: what it returns, what stands in for it, and what it says is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from summarize.article import Article, Heading
from summarize.briefs.article import SECTIONED
from summarize.briefs.evidence import statement_quotes
from summarize.briefs.writer import Written
from summarize.claims import Brief, Finding, make_claim
from summarize.local.writer import Local
from summarize.models.request import Usage
from summarize.stories.story import Story
from summarize.writer import Account
from tests.briefs.conftest import Line, Scene, Script, answer, brief, cited, story_reply
from tests.builders import article, story

DAM = article(
    "The dam burst on Monday night, the governor said. Two towns were flooded before dawn. "
    "The highway to the coast is closed until the bridge has been checked.",
    title="Dam bursts",
)
FLOOD = article(
    "The dam failed on Monday night. Boats brought 340 people to safety from roofs and floors.",
    title="Dam fails",
    outlet="Courier",
)
STORY = story(DAM, FLOOD)
SAID = brief(cited("The dam burst on 9 March.", 1), cited("Two towns were flooded.", 2))
TOLD = story_reply(cited("The dam failed.", 4), cited("Two towns were flooded.", 2))
WRONG = [Finding("no passage", "", "cites no passage that was shown")]
NO_ARTICLE: Line = {"template": "article", "error": "Filtered"}
NO_STORY: Line = {"template": "story", "error": "Filtered"}
NO_OVERVIEW: Line = {"template": "overview", "error": "Filtered"}


def writer(scene: Scene, *, alone: bool = False, in_order: bool = False) -> Written:
    behind = None if alone else Local(120)
    made = Written(
        scene.asker, "test-model", behind, used=lambda: Account(calls=7), in_order=in_order
    )
    made.begin([STORY])
    return made


async def briefs(made: Written, one: Story = STORY) -> Sequence[Brief]:
    return [await made.article(lead) for lead in one.leads]


def test_what_the_overview_will_take_is_told_before_anything_is_asked(script: Script) -> None:
    scene, told = script(), list[Usage]()

    Written(scene.asker, "test-model", None, reserve=told.append).begin([STORY])

    assert [usage.input > 0 and usage.output > 0 for usage in told] == [True]
    assert scene.heard.requests == []


async def test_a_brief_is_the_models_under_the_title_of_the_article(script: Script) -> None:
    found = await writer(script(answer("article", SAID))).article(DAM)

    assert (found.writer.kind, found.writer.model) == ("model", "test-model")
    assert found.headline == "Dam bursts"
    assert found.bottom_line == found.claims[0]


async def test_the_days_that_claims_name_are_kept(script: Script) -> None:
    found = await writer(script(answer("article", SAID))).article(DAM)

    assert found.when == (date(2026, 3, 9),)


async def test_an_article_that_gets_no_reply_is_written_by_the_writer_behind(
    script: Script,
) -> None:
    made = writer(script(NO_ARTICLE))

    found = await made.article(DAM)

    assert found.writer.kind == "extractive"
    assert found.writer.why == "Filtered, as the script says"
    assert found.claims
    assert made.account.missing == (
        "Filtered, as the script says: the built-in writer wrote the brief of article “Dam bursts”",
    )


async def test_a_story_whose_every_call_is_refused_is_not_the_models(script: Script) -> None:
    refused: Line = {"template": "story", "error": "TooLong"}
    made = writer(script(answer("article", SAID), refused))

    found = await made.story(STORY, await briefs(made))

    assert (found.writer.kind, found.writer.why) == ("extractive", "TooLong, as the script says")
    assert made.account.missing == (
        "TooLong, as the script says: the built-in writer wrote story “Dam bursts”",
    )


@pytest.mark.parametrize("error", ["TooLong", "PromptCut"])
async def test_what_to_do_about_a_window_that_is_too_small_is_told_once(
    script: Script, error: str
) -> None:
    made = writer(script({"template": "article", "error": error}))

    await briefs(made)

    assert [said.split(",")[0] for said in made.notices] == [error]
    assert len(made.account.missing) == 1


async def test_with_nobody_behind_an_article_without_reply_is_empty(script: Script) -> None:
    found = await writer(script(NO_ARTICLE), alone=True).article(DAM)

    assert (found.writer.kind, found.writer.why) == ("model", "Filtered, as the script says")
    assert (found.headline, found.claims) == ("Dam bursts", ())


def long(sentences: int) -> Article:
    text = " ".join(f"Station {n} measured a level of {n} metres." for n in range(sentences))
    return article(text, title="Levels")


async def test_a_part_without_reply_is_said_of_the_brief_and_in_what_is_missing(
    script: Script,
) -> None:
    scene = script(
        {"template": "article", "contains": "Station 999 ", "error": "Filtered"},
        answer("article", SAID),
        answer("merge", brief(cited("Rivers rose.", 1))),
    )
    made = writer(scene)

    found = await made.article(long(1_000))

    assert found.writer.kind == "model"
    assert found.writer.why == "a part was not written by the model: Filtered, as the script says"
    assert made.account.missing == (
        "Filtered, as the script says: the built-in writer wrote a part of article “Levels”",
    )


async def test_a_long_article_is_briefed_by_its_headings(script: Script) -> None:
    text = "First head\n\nThe dam burst on Monday.\n\nLast head\n\n" + "The rain fell. " * SECTIONED
    heads = tuple(
        Heading(text.index(head), text.index(head) + len(head), 2)
        for head in ("First head", "Last head")
    )
    scene = script(
        answer("article", brief(cited("Rain fell.", 2), cited("The dam burst.", 1))), context=60_000
    )

    found = await writer(scene).article(article(text, headings=heads))

    assert [one.heading for one in found.sections] == ["First head", "Last head"]
    assert [one.claims for one in found.sections] == [
        (found.claims[1].id,),
        (found.claims[0].id,),
    ]


async def test_a_short_article_has_no_sections(script: Script) -> None:
    text = "First head\n\nThe dam burst on Monday."
    short = article(text, headings=(Heading(0, 10, 2),))

    assert (await writer(script(answer("article", SAID))).article(short)).sections == ()


async def test_a_story_is_told_under_the_title_that_the_model_chose(script: Script) -> None:
    scene = script(answer("article", SAID), answer("story", TOLD | {"headline": 2}))
    made = writer(scene)

    found = await made.story(STORY, await briefs(made))

    assert (found.headline, found.mode, found.writer) == ("Dam fails", "sentences", made.writer)


@pytest.mark.parametrize("number", [0, 3, -1])
async def test_without_such_a_title_it_is_that_of_the_article_cited_first(
    script: Script, number: int
) -> None:
    made = writer(script(answer("article", SAID), answer("story", TOLD | {"headline": number})))

    assert (await made.story(STORY, await briefs(made))).headline == "Dam fails"


async def test_a_story_that_cites_nothing_has_the_title_of_its_first_article(
    script: Script,
) -> None:
    nothing = story_reply(cited("A dam failed."), headline=0)
    made = writer(script(answer("article", SAID), answer("story", nothing)))

    assert (await made.story(STORY, await briefs(made))).headline == "Dam bursts"


async def test_a_story_without_reply_is_written_by_the_writer_behind(script: Script) -> None:
    made = writer(script(answer("article", SAID), NO_STORY))

    found = await made.story(STORY, await briefs(made))

    assert (found.writer.kind, found.writer.why) == ("extractive", "Filtered, as the script says")
    assert found.claims
    assert made.account.missing == (
        "Filtered, as the script says: the built-in writer wrote story “Dam bursts”",
    )


async def test_with_nobody_behind_a_story_without_reply_is_empty(script: Script) -> None:
    found = await writer(script(NO_STORY), alone=True).story(STORY, [])

    assert (found.writer.kind, found.headline, found.claims) == ("model", "Dam bursts", ())


async def test_a_part_of_a_story_without_reply_is_said(script: Script) -> None:
    outlets = [
        article(
            " ".join(f"Outlet {n} saw the water rise by {k} metres." for k in range(200)),
            outlet=f"Outlet {n}",
        )
        for n in range(9)
    ]
    scene = script(
        answer("article", SAID),
        {"template": "story", "contains": "WHAT WAS NOTED", "error": "Filtered"},
        answer("story", story_reply(cited("Water rose.", 1))),
    )
    made = writer(scene)

    made.begin([story(*outlets)])

    found = await made.story(story(*outlets), [])

    assert (found.mode, found.writer.kind) == ("rounds", "model")
    assert found.writer.why == "a part was not written by the model: Filtered, as the script says"


OVERVIEW = answer(
    "overview", {"bottom_line": [cited("A dam failed.", 1)], "highlights": [], "gaps": []}
)


async def test_the_overview_is_the_models(script: Script) -> None:
    made = writer(script(answer("article", SAID), answer("story", TOLD), OVERVIEW))

    found = await made.overview([await made.story(STORY, await briefs(made))])

    assert found.writer == made.writer
    assert [line.text for line in found.bottom_line] == ["A dam failed."]
    assert made.notices == []


async def test_nothing_is_asked_for_an_overview_of_nothing(script: Script) -> None:
    scene = script(NO_STORY)
    made = writer(scene, alone=True)
    empty = await made.story(STORY, [])

    found = await made.overview([empty])

    assert found.bottom_line == ()
    assert scene.heard.templates() == ["story"]


@pytest.mark.parametrize("alone", [False, True])
async def test_an_overview_without_reply_is_named_as_missing(script: Script, alone: bool) -> None:
    made = writer(script(answer("article", SAID), answer("story", TOLD), NO_OVERVIEW), alone=alone)

    found = await made.overview([await made.story(STORY, await briefs(made))])

    assert found.writer.kind == ("model" if alone else "extractive")
    assert bool(found.bottom_line) is not alone
    who = "the overview left out" if alone else "the built-in writer wrote the overview"
    assert made.account.missing == (f"Filtered, as the script says: {who}",)


async def test_an_overview_of_some_stories_only_is_told(script: Script) -> None:
    scene = script(
        {"template": "overview", "contains": "STORY 2", "error": "TooLong"},
        answer("article", SAID),
        answer("story", TOLD),
        OVERVIEW,
    )
    made = writer(scene)
    told = await made.story(STORY, await briefs(made))

    await made.overview([told, told])

    assert made.notices == [
        "the overview was made from the first 1 of 2 stories: more do not fit the model's context"
    ]


async def test_why_something_is_missing_is_told_once(script: Script) -> None:
    made = writer(script(NO_ARTICLE, NO_STORY, NO_OVERVIEW))
    rate = article("The bank cut its rate on Tuesday.", title="Rate cut")
    made.begin([Story("story2", story(rate).origins), STORY])

    told = await made.story(STORY, await briefs(made))
    await made.article(rate)
    await made.overview([told])

    assert made.account.missing == (
        "Filtered, as the script says: the built-in writer wrote all 2 stories",
    )


async def test_who_wrote_nothing_is_not_credited(script: Script) -> None:
    made = writer(script(NO_ARTICLE))

    await briefs(made)

    assert (made.writer.kind, made.writer.why) == (
        "extractive",
        "test-model gave no usable answer",
    )


async def test_with_nobody_behind_nothing_was_written_and_the_writer_says_why(
    script: Script,
) -> None:
    made = writer(script(NO_ARTICLE), alone=True)

    await briefs(made)

    assert (made.writer.kind, made.writer.model, made.writer.why) == (
        "model",
        "test-model",
        "test-model gave no usable answer",
    )


async def test_who_wrote_a_part_is_credited(script: Script) -> None:
    made = writer(script(NO_STORY, answer("article", SAID)))

    await made.story(STORY, await briefs(made))

    assert (made.writer.kind, made.writer.why) == ("model", None)


def test_the_account_has_what_was_used_the_prompts_and_the_window(script: Script) -> None:
    account = writer(script()).account

    assert (account.calls, account.context) == (7, 8_192)
    assert sorted(account.templates) == [
        "article.md.j2",
        "merge.md.j2",
        "overview.md.j2",
        "repair.md.j2",
        "story.md.j2",
    ]


async def test_the_longest_articles_are_asked_first(script: Script) -> None:
    scene = script(answer("article", SAID))
    made = writer(scene)

    await briefs(made)

    first, second = scene.heard.requests
    assert (first.priority < second.priority) is (len(DAM.text) > len(FLOOD.text))


async def test_under_a_budget_the_order_of_the_report_is_kept(script: Script) -> None:
    scene = script(answer("article", SAID))
    made = writer(scene, in_order=True)
    rate = article("The bank cut its rate on Tuesday.", title="Rate cut")
    made.begin([STORY, Story("story2", story(rate).origins)])

    for one in (rate, FLOOD):
        await made.article(one)

    assert [request.priority for request in scene.heard.requests] == [1.0, 0.0]


async def test_a_failed_claim_is_asked_for_again_with_its_passages(script: Script) -> None:
    made = writer(script(answer("repair", cited("Two towns were flooded.", 1))))
    failed = make_claim("Three towns were flooded.", statement_quotes(DAM)[1:2], "en", 1)

    found = await made.repair(failed, WRONG)

    assert found is not None
    assert found.text == "Two towns were flooded."


async def test_a_claim_that_cited_nothing_is_shown_the_nearest_passages(script: Script) -> None:
    scene = script(
        answer("article", brief(cited("The dam burst.", 1), cited("Two towns were flooded."))),
        answer("repair", cited("Two towns were flooded.", 1)),
    )
    made = writer(scene)
    uncited = (await made.article(DAM)).claims[1]

    found = await made.repair(uncited, WRONG)

    assert found is not None
    assert found.quotes[0].text == "Two towns were flooded before dawn."


async def test_a_claim_for_which_nothing_was_shown_is_not_asked_for(script: Script) -> None:
    scene = script()

    assert await writer(scene).repair(make_claim("It was sabotage.", [], "en", 1), WRONG) is None
    assert scene.heard.requests == []


async def test_a_repair_without_reply_leaves_the_claim_to_be_withheld_and_is_named(
    script: Script,
) -> None:
    made = writer(script({"template": "repair", "error": "Filtered"}))
    failed = make_claim("Three towns were flooded.", statement_quotes(DAM)[1:2], "en", 1)

    assert await made.repair(failed, WRONG) is None
    assert made.account.missing == (
        "Filtered, as the script says: 1 claim that failed its check was not repaired",
    )
