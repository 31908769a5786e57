"""From a template and its input to a request, and how much fits one."""

from __future__ import annotations

import pytest

from summarize.briefs.asking import LEAST_ROOM
from summarize.briefs.evidence import Shown, Source, show, statement_quotes
from summarize.errors import Filtered
from summarize.models.request import Request
from summarize.models.shapes import ArticleReply
from tests.briefs.conftest import Scene, Script, answer, brief, cited
from tests.builders import article

DAM = article("The dam burst on Monday night. Two towns were flooded before dawn.")
SHOWN = show([Source("ARTICLE 1", statement_quotes(DAM))])


def request(scene: Scene, shown: Shown = SHOWN) -> Request:
    return scene.asker.request("article", ArticleReply, shown, "a dam", 2.0)


def test_what_is_shown_stands_in_the_user_message_only(script: Script) -> None:
    system, user = request(script()).messages

    assert (system.role, user.role) == ("system", "user")
    assert SHOWN.text in user.content
    assert "[1] The dam burst" not in system.content


def test_the_language_is_named_in_words_and_the_length_in_the_prompt(script: Script) -> None:
    system = request(script(words=77)).messages[0].content

    assert "English" in system
    assert "77 words" in system


def test_the_passages_go_with_the_request(script: Script) -> None:
    made = request(script())

    assert made.quotes == SHOWN.quotes
    assert (made.language, made.priority, made.label) == ("en", 2.0, "a dam")


def test_the_whole_prompt_is_counted(script: Script) -> None:
    made = request(script())

    words = sum(len(message.content.split()) for message in made.messages)
    assert made.prompt_tokens >= words


def test_a_reply_is_never_longer_than_the_window_allows(script: Script) -> None:
    made = request(script(output=200))

    assert (made.max_output, made.longest_output) == (200, 200)


def test_what_fits_the_room_fits_the_window_with_its_reply(script: Script) -> None:
    scene = script(context=4_000)

    full = Shown("word " * scene.asker.room("article"), ())

    made = request(scene, full)
    assert made.prompt_tokens + made.max_output <= 4_000


def test_a_tiny_window_still_has_room_for_a_paragraph(script: Script) -> None:
    assert script(context=300, output=100).asker.room("article") == LEAST_ROOM


async def test_a_reply_comes_in_its_shape(script: Script) -> None:
    scene = script(answer("article", brief(cited("The dam burst.", 1))))

    reply = await scene.asker.ask(request(scene), ArticleReply)

    assert reply.bottom_line.cites == [1]


async def test_no_reply_is_the_error_of_the_model(script: Script) -> None:
    scene = script({"template": "article", "error": "Filtered"})

    with pytest.raises(Filtered):
        await scene.asker.ask(request(scene), ArticleReply)
