from __future__ import annotations

from dataclasses import replace

from summarize.check import check
from summarize.claims import Quotation, make_claim
from tests.builders import article

STORY = article("The dam burst on Monday night. Two towns were flooded before dawn.")
QUOTE = STORY.quote(0, 30)
ARTICLES = {STORY.id: STORY}


def test_a_claim_equal_to_its_quote_is_supported() -> None:
    claim = make_claim("The dam burst on Monday night.", [QUOTE], "en", 1)

    assert check(claim, ARTICLES).verdict.status == "supported"


def test_line_breaks_do_not_make_a_claim_differ_from_its_quote() -> None:
    claim = make_claim("The dam burst\non Monday night.", [QUOTE], "en", 1)

    assert check(claim, ARTICLES).verdict.status == "supported"


def test_a_claim_equal_to_its_quote_is_supported_in_a_language_that_is_not_known() -> None:
    claim = make_claim(QUOTE.text, [QUOTE], "xx", 1)

    assert check(claim, ARTICLES).verdict.status == "supported"


def test_a_claim_in_other_words_is_unchecked_and_says_so() -> None:
    verdict = check(make_claim("A dam failed.", [QUOTE], "en", 1), ARTICLES).verdict

    assert (verdict.status, verdict.findings[0].why) == ("unchecked", "in other words")


def test_a_claim_without_a_passage_is_unsupported() -> None:
    verdict = check(make_claim("A dam failed.", [], "en", 1), ARTICLES).verdict

    assert (verdict.status, verdict.findings[0].kind) == ("unsupported", "no passage")


def test_a_quotation_keeps_its_speaker() -> None:
    claim = make_claim(QUOTE.text, [QUOTE], "en", 1)
    said = Quotation(
        claim.id, claim.text, claim.quotes, claim.language, claim.rank, speaker="Hedda Marwick"
    )

    assert replace(check(said, ARTICLES), verdict=said.verdict) == said
