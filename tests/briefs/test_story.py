"""One story: from all sentences, from claims, or in rounds, as the model's window allows."""

from __future__ import annotations

import pytest

from summarize.article import Article
from summarize.briefs.story import NotedStory, note_story
from summarize.claims import Brief, Writer, make_claim
from summarize.errors import PromptCut, TooLong
from tests.briefs.conftest import Scene, Script, answer, cited, story_reply
from tests.builders import article, story

REPLY = story_reply(cited("The dam burst.", 1), cited("Two towns were flooded.", 2))


def told(outlet: str, sentences: int) -> Article:
    text = " ".join(
        f"The {outlet} saw the water rise by {n} metres in the old town." for n in range(sentences)
    )
    return article(text, outlet=outlet, title=f"Flood as {outlet} saw it")


def brief_of(one: Article) -> Brief:
    first = one.statements[0]
    claim = make_claim("The water rose.", [one.quote(first.start, first.end)], "en", 1)
    return Brief(one.id, Writer("model", "m"), one.title, claim, (claim,))


async def noted(scene: Scene, *articles: Article) -> NotedStory:
    return await note_story(scene.asker, story(*articles), [brief_of(one) for one in articles], 0.0)


async def test_a_story_that_fits_is_told_from_all_its_sentences(script: Script) -> None:
    scene = script(answer("story", REPLY))

    found = await noted(scene, told("Gazette", 5), told("Courier", 5))

    assert (found.mode, len(scene.heard.requests[0].quotes)) == ("sentences", 10)


async def test_origins_are_numbered_for_the_model(script: Script) -> None:
    scene = script(answer("story", REPLY))

    await noted(scene, told("Gazette", 2), told("Courier", 2))

    shown = scene.heard.requests[0].messages[1].content
    assert "ARTICLE 2 | Courier | 2026-03-10 | origin 2" in shown.splitlines()


async def test_a_story_that_does_not_fit_is_told_from_claims_and_telling_sentences(
    script: Script,
) -> None:
    plain = " ".join("The people of the old town went up to the church." for _ in range(500))
    long = article(f"{plain} The water rose by 3 metres.", outlet="Gazette")
    scene = script(answer("story", REPLY))

    found = await noted(scene, long, told("Courier", 20))

    shown = scene.heard.requests[0].messages[1].content
    assert found.mode == "claims"
    assert "NOTE: The water rose. [1]" in shown
    assert "The water rose by 3 metres." in shown
    assert shown.count("went up to the church") == 1  # the one that the claim cites


async def test_a_story_that_does_not_fit_so_either_is_told_in_rounds(script: Script) -> None:
    scene = script(answer("story", REPLY))

    found = await noted(scene, *(told(f"Outlet {n}", 60) for n in range(20)))

    assert found.mode == "rounds"
    assert len(scene.heard.requests) > 2
    assert found.notes.claims[0].quotes[0].text.startswith("The Outlet 0 saw")


async def test_four_hundred_articles_come_through(script: Script) -> None:
    scene = script(answer("story", REPLY))

    found = await noted(scene, *(told(f"Outlet {n}", 12) for n in range(400)))

    assert found.mode == "rounds"
    assert all(r.prompt_tokens + r.max_output <= 8_192 for r in scene.heard.requests)


async def test_a_server_that_takes_less_than_it_says_is_asked_in_rounds(script: Script) -> None:
    scene = script(
        {"template": "story", "contains": "[9]", "error": "PromptCut"}, answer("story", REPLY)
    )

    found = await noted(scene, told("Gazette", 8), told("Courier", 8))

    assert found.mode == "rounds"
    assert [claim.text for claim in found.notes.claims] == [
        "The dam burst.",
        "Two towns were flooded.",
    ]


async def test_a_story_of_which_the_server_takes_nothing_is_an_error(script: Script) -> None:
    scene = script({"template": "story", "error": "TooLong"})

    with pytest.raises(TooLong):
        await noted(scene, *(told(f"Outlet {n}", 8) for n in range(5)))


async def test_a_story_is_noted_where_one_of_its_rounds_is_answered(script: Script) -> None:
    scene = script(
        {"template": "story", "contains": "[3]", "error": "TooLong"}, answer("story", REPLY)
    )

    found = await noted(scene, *(told(f"Outlet {n}", 1) for n in range(5)))

    assert found.mode == "rounds"
    assert "The dam burst." in {claim.text for claim in found.notes.claims}


async def test_an_article_without_a_brief_that_the_server_does_not_take_is_an_error(
    script: Script,
) -> None:
    scene = script({"template": "story", "error": "PromptCut"})

    with pytest.raises(PromptCut):
        await note_story(scene.asker, story(told("Gazette", 8), told("Courier", 8)), [], 0.0)
