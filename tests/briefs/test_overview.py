"""The head of the report: from as many stories as fit one call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from summarize.article import Article
from summarize.briefs.evidence import statement_quotes
from summarize.briefs.overview import CLAIMS, Headed, expected, note_overview
from summarize.claims import Difference, StoryBrief, Writer, make_claim
from summarize.errors import TooLong
from summarize.stories.story import Story
from tests.briefs.conftest import Line, Scene, Script, answer, cited
from tests.builders import article, story

DAM = article(
    "The dam burst on Monday night. An inquiry opens on 16 March 2026. "
    "The last inquiry opened on 2 March 2026. Repairs are to end in May 2026.",
    title="Dam bursts",
)
RATE = article("The bank cut its rate on Tuesday.", title="Rate cut", outlet="Courier")


def told(one: Article, number: int = 0) -> StoryBrief:
    claims = tuple(
        make_claim(quote.text, [quote], "en", n) for n, quote in enumerate(statement_quotes(one), 1)
    )
    first = claims[0] if claims else None
    return StoryBrief(f"story{number}", Writer("model", "m"), one.title, first, claims)


STORIES = [told(DAM, 1), told(RATE, 2)]


def reply(*lines: Line, highlights: tuple[Line, ...] = (), gaps: tuple[Line, ...] = ()) -> Line:
    made = {"bottom_line": list(lines), "highlights": list(highlights), "gaps": list(gaps)}
    return answer("overview", made)


def leading(story: int, text: str, *cites: int) -> Line:
    return cited(text, *cites) | {"story": story}


async def headed(
    scene: Scene, stories: Sequence[StoryBrief] = STORIES, of: Mapping[str, Story] = {}
) -> Headed:
    return await note_overview(scene.asker, stories, {one.id: one for one in (DAM, RATE)}, of)


async def test_each_story_is_shown_with_its_number_title_and_notes(script: Script) -> None:
    scene = script(reply(cited("The dam burst.", 1)))
    noted = make_claim("A rate was cut.", told(RATE).claims[0].quotes, "en", 1)

    await headed(scene, [told(DAM, 1), replace(told(RATE, 2), bottom_line=noted, claims=())])

    lines = scene.heard.requests[0].messages[1].content.splitlines()
    assert "STORY 2" in lines
    assert "TITLE: Rate cut" in lines
    assert "NOTE: A rate was cut. [5]" in lines


async def test_what_the_articles_announce_is_shown_though_no_claim_cites_it(
    script: Script,
) -> None:
    scene = script(reply(cited("The dam burst.", 1)))
    brief = replace(told(DAM, 1), claims=told(DAM).claims[:1])

    await headed(scene, [brief], {"story1": story(DAM)})

    shown = scene.heard.requests[0].messages[1].content
    assert "STORY 1 | articles of 2026-03-10 to 2026-03-10" in shown.splitlines()
    assert "[2] An inquiry opens on 16 March 2026." in shown.splitlines()
    assert "2 March 2026. Repairs" not in shown


async def test_what_sources_differ_on_is_shown_with_a_passage_of_each_side(script: Script) -> None:
    scene = script(reply(cited("The dam burst.", 1)))
    sides = (told(DAM).claims[0], told(RATE).claims[0])

    await headed(scene, [replace(told(DAM, 1), differ=(Difference("the day", sides),))])

    lines = scene.heard.requests[0].messages[1].content.splitlines()
    assert "SOURCES DIFFER ON: the day" in lines
    assert "[5] The bank cut its rate on Tuesday." in lines


async def test_the_bottom_line_cites_sentences_of_articles(script: Script) -> None:
    found = await headed(script(reply(cited("A dam burst.", 1), cited("A rate was cut.", 5))))

    assert [line.quotes[0].text for line in found.bottom_line] == [
        "The dam burst on Monday night.",
        "The bank cut its rate on Tuesday.",
    ]
    assert found.seen == 2


async def test_more_than_three_lines_are_cut_to_three(script: Script) -> None:
    found = await headed(script(reply(*(cited(f"Line {n}.", 1) for n in range(5)))))

    assert len(found.bottom_line) == 3


async def test_a_highlight_leads_to_its_story(script: Script) -> None:
    found = await headed(script(reply(highlights=(leading(2, "A rate was cut.", 5),))))

    assert [one.story for one in found.highlights] == ["story2"]


@pytest.mark.parametrize("number", [0, 3, -1])
async def test_a_highlight_of_a_story_that_was_not_shown_is_left_out(
    script: Script, number: int
) -> None:
    found = await headed(script(reply(highlights=(leading(number, "A rate was cut.", 5),))))

    assert found.highlights == ()


async def test_what_is_announced_has_the_day_that_its_passage_names(script: Script) -> None:
    found = await headed(script(reply(gaps=(cited("An inquiry opens.", 2),))))

    assert [(one.kind, one.date) for one in found.gaps] == [("announced", date(2026, 3, 16))]


@pytest.mark.parametrize("cite", [1, 3, 4, 99], ids=["no day", "past", "a month", "not shown"])
async def test_what_no_passage_announces_for_a_later_day_is_left_out(
    script: Script, cite: int
) -> None:
    assert (await headed(script(reply(gaps=(cited("An inquiry opens.", cite),))))).gaps == ()


async def test_an_article_without_a_day_announces_nothing(script: Script) -> None:
    undated = article("An inquiry opens on 16 March 2026.", published=None)
    scene = script(reply(gaps=(cited("An inquiry opens.", 1),)))

    found = await note_overview(scene.asker, [told(undated)], {undated.id: undated}, {})

    assert found.gaps == ()


def many(stories: int) -> list[StoryBrief]:
    return [
        told(
            article(
                " ".join(f"Story {n} has the sentence {k} of ten words in it." for k in range(9)),
                title=f"Story {n}",
            ),
            n,
        )
        for n in range(stories)
    ]


async def test_where_not_all_claims_fit_every_story_is_shown_with_fewer(script: Script) -> None:
    scene = script(reply(cited("A dam burst.", 1)))

    found = await headed(scene, many(60))

    request = scene.heard.requests[0]
    assert found.seen == 60
    assert 60 <= len(request.quotes) < 60 * 6
    assert request.prompt_tokens + request.max_output <= 8_192


async def test_where_not_all_stories_fit_the_first_are_shown(script: Script) -> None:
    scene = script(reply(cited("A dam burst.", 1)))

    found = await headed(scene, many(200))

    assert 1 < found.seen < 200
    assert scene.heard.requests[0].prompt_tokens <= 8_192


async def test_a_server_that_takes_less_is_shown_less(script: Script) -> None:
    scene = script(
        {"template": "overview", "contains": "[2]", "error": "TooLong"},
        reply(cited("A dam burst.", 1)),
        context=3_000,
    )

    found = await headed(scene)

    assert found.seen == 1
    assert len(scene.heard.requests) > 1


async def test_one_story_that_is_too_long_is_an_error(script: Script) -> None:
    with pytest.raises(TooLong):
        await headed(script({"template": "overview", "error": "TooLong"}))


def long(number: int) -> Article:
    text = " ".join(f"Gauge {n} of river {number} rose by {n} metres." for n in range(20))
    return article(text, title=f"River {number}", outlet=f"Outlet {number}")


@pytest.mark.parametrize("count", [1, 40, 400])
async def test_what_the_overview_takes_is_known_before_the_stories_are_told(
    script: Script, count: int
) -> None:
    scene = script(reply(cited("Gauge 0 rose.", 1)), context=60_000)
    rivers = [long(n) for n in range(count)]
    before = expected(scene.asker, [story(one) for one in rivers])

    await note_overview(
        scene.asker, [noted_of(one) for one in rivers], {one.id: one for one in rivers}, {}
    )

    [asked] = scene.heard.requests
    assert asked.prompt_tokens <= before.input <= 60_000
    assert before.output == asked.max_output


def noted_of(one: Article) -> StoryBrief:
    """A story with as many claims as are shown, each in words of its own."""
    quotes = statement_quotes(one)[:CLAIMS]
    claims = tuple(make_claim(f"Noted: {q.text}", [q], "en", n) for n, q in enumerate(quotes, 1))
    return StoryBrief(one.id, Writer("model", "m"), one.title, claims[0], claims)


async def test_a_story_without_a_sentence_takes_no_line_of_the_overview(script: Script) -> None:
    asker = script().asker

    with_it = expected(asker, [story(RATE), story(article("", title="Gallery"))])
    assert with_it.input > expected(asker, [story(RATE)]).input
