"""One article: whole, or part by part and then merged."""

from __future__ import annotations

import re

import pytest

from summarize.article import Article
from summarize.briefs.article import Task, note_article
from summarize.errors import Filtered, ServerFailed
from summarize.local.writer import Local
from tests.briefs.conftest import Script, answer, brief, cited
from tests.builders import article

DAM = article("The dam burst on Monday night. Two towns were flooded before dawn.")
SAID = brief(cited("The dam burst.", 1), cited("Two towns were flooded.", 2))


def long(sentences: int) -> Article:
    """An article of numbered sentences of ten words each."""
    text = " ".join(
        f"Station {n} measured a level of {n} metres on Monday." for n in range(sentences)
    )
    return article(text, title="Levels")


async def test_an_article_that_fits_is_one_call(script: Script) -> None:
    scene = script(answer("article", SAID))

    found = await note_article(scene.asker, Task(DAM))

    assert scene.heard.templates() == ["article"]
    assert [claim.text for claim in found.notes.claims] == [
        "The dam burst.",
        "Two towns were flooded.",
    ]


async def test_what_only_other_carriers_say_is_shown_with_it(script: Script) -> None:
    scene = script(answer("article", SAID))
    other = article("A third town was spared.", outlet="Vessen Courier")
    also = other.quote(0, len(other.text))

    await note_article(scene.asker, Task(DAM, (also,)))

    assert "[3] A third town was spared." in scene.heard.requests[0].messages[1].content


async def test_a_long_article_is_read_in_parts_and_merged(script: Script) -> None:
    scene = script(answer("article", SAID), answer("merge", brief(cited("Rivers rose.", 1))))

    found = await note_article(scene.asker, Task(long(1_000)))

    assert scene.heard.templates().count("article") > 1
    assert scene.heard.templates()[-1] == "merge"
    assert [claim.text for claim in found.notes.claims] == ["Rivers rose."]


async def test_every_sentence_of_a_long_article_is_shown_once(script: Script) -> None:
    scene = script(answer("article", SAID), answer("merge", brief(cited("Rivers rose.", 1))))

    await note_article(scene.asker, Task(long(1_000)))

    shown = [q.text for r in scene.heard.requests if r.template == "article" for q in r.quotes]
    assert shown == [f"Station {n} measured a level of {n} metres on Monday." for n in range(1_000)]


async def test_no_call_is_longer_than_the_window(script: Script) -> None:
    scene = script(answer("article", SAID), answer("merge", brief(cited("Rivers rose.", 1))))

    await note_article(scene.asker, Task(long(2_000)))

    assert all(r.prompt_tokens + r.max_output <= 8_192 for r in scene.heard.requests)


async def test_a_merge_that_does_not_fit_goes_on_in_rounds(script: Script) -> None:
    many = brief(*(cited(f"Level {n} was high in the valley.", n) for n in range(1, 40)))
    scene = script(
        answer("article", many), answer("merge", brief(cited("Rivers rose.", 1))), context=2_500
    )

    found = await note_article(scene.asker, Task(long(300)))

    assert scene.heard.templates().count("merge") > 1
    assert [claim.text for claim in found.notes.claims] == ["Rivers rose."]
    assert found.notes.claims[0].quotes[0].text.startswith("Station ")


async def test_a_part_that_is_too_long_for_the_server_is_asked_in_halves(script: Script) -> None:
    scene = script(
        {"template": "article", "contains": "[3]", "error": "TooLong"},
        answer("article", SAID),
        answer("merge", brief(cited("Rivers rose.", 1))),
    )

    await note_article(scene.asker, Task(long(8)))

    answered = [r for r in scene.heard.requests if r.template == "article" and len(r.quotes) < 3]
    assert sum(len(request.quotes) for request in answered) == 8


async def test_a_part_without_an_answer_is_selected_by_the_writer_behind(script: Script) -> None:
    scene = script(
        {"template": "article", "contains": "Station 999 ", "error": "Filtered"},
        answer("article", SAID),
        answer("merge", brief(cited("Rivers rose.", 1))),
    )

    found = await note_article(scene.asker, Task(long(1_000), behind=Local(120)))

    assert [type(error) for error in found.failed] == [Filtered]
    merged = scene.heard.requests[-1].messages[1].content
    assert re.search(r"PART 3 OF 3\n\[\d+\] Station \d+ measured", merged)


async def test_an_article_of_which_nothing_is_answered_is_an_error(script: Script) -> None:
    scene = script({"template": "article", "error": "ServerFailed"})

    with pytest.raises(ServerFailed):
        await note_article(scene.asker, Task(long(1_000), behind=Local(120)))


async def test_nothing_is_asked_about_an_article_without_a_sentence(script: Script) -> None:
    scene = script()

    found = await note_article(scene.asker, Task(article("", title="Gallery")))

    assert (found.notes.claims, scene.heard.requests) == ((), [])
