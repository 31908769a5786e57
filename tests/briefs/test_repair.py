"""A claim that failed the check, asked for once more."""

from __future__ import annotations

import pytest

from summarize.briefs.evidence import statement_quotes
from summarize.briefs.repair import NEAREST, nearest, repaired
from summarize.claims import Claim, Finding, make_claim
from summarize.errors import Filtered
from tests.briefs.conftest import Script, answer, cited
from tests.builders import article

DAM = article("The dam burst on Monday night. Two towns were flooded before dawn.")
QUOTES = statement_quotes(DAM)
WRONG = Finding("number", "three", "is not in the passage")


def claim(text: str = "Three towns were flooded.") -> Claim:
    return make_claim(text, QUOTES[1:], "en", 4)


async def test_a_claim_comes_back_as_its_passages_support_it(script: Script) -> None:
    scene = script(answer("repair", cited("Two towns were flooded.", 1)))

    found = await repaired(scene.asker, claim(), [WRONG], QUOTES[1:])

    assert found.claim is not None
    assert (found.claim.text, found.claim.rank) == ("Two towns were flooded.", 4)
    assert found.claim.quotes == QUOTES[1:]


async def test_the_model_is_shown_the_sentence_and_what_is_wrong_with_it(script: Script) -> None:
    scene = script(answer("repair", cited("Two towns were flooded.", 1)))

    await repaired(scene.asker, claim(), [WRONG], QUOTES[1:])

    lines = scene.heard.requests[0].messages[1].content.splitlines()
    assert "SENTENCE: Three towns were flooded." in lines
    assert "WRONG: number: three is not in the passage" in lines
    assert "[1] Two towns were flooded before dawn." in lines


async def test_an_empty_text_is_no_claim(script: Script) -> None:
    scene = script(answer("repair", cited("")))

    assert (await repaired(scene.asker, claim(), [WRONG], QUOTES)).claim is None


async def test_no_reply_is_the_error_of_the_model(script: Script) -> None:
    scene = script({"template": "repair", "error": "Filtered"})

    with pytest.raises(Filtered):
        await repaired(scene.asker, claim(), [WRONG], QUOTES)


def test_the_nearest_passages_share_words_and_stand_in_their_order() -> None:
    said = article(
        "The council met at noon. Two towns were flooded. The towns lie in the valley. Rain fell."
    )

    found = nearest(claim("Two towns in the valley were flooded."), statement_quotes(said))

    assert [quote.text for quote in found] == [
        "Two towns were flooded.",
        "The towns lie in the valley.",
    ]


def test_of_many_passages_the_best_few_are_shown() -> None:
    said = article(" ".join(f"Tower {n} of the towns stood." for n in range(30)))

    assert len(nearest(claim(), statement_quotes(said))) == NEAREST
