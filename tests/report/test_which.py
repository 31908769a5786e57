"""Which claim a person means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarize.claims import Claim
from summarize.report.assemble import settle
from summarize.report.citations import number_citations
from summarize.report.places import placed_claims
from summarize.report.which import Meant, which
from summarize.reported import Report


@pytest.fixture
def report(daily: Report) -> Report:
    return settle(daily)


def claims_of(report: Report) -> dict[str, Claim]:
    return {id_: placed.claim for id_, placed in placed_claims(report).items()}


def meant(report: Report, wanted: str) -> Meant:
    return which(claims_of(report), wanted, number_citations(report))


def id_of(report: Report, beginning: str) -> str:
    (found,) = (id_ for id_, c in claims_of(report).items() if c.text.startswith(beginning))
    return found


def test_an_id_and_its_beginning_are_the_claim(report: Report) -> None:
    id_ = id_of(report, "More than 4,000")

    assert meant(report, id_) == meant(report, id_[:5]) == Meant((id_,))


def test_three_digits_of_an_id_are_too_few(report: Report) -> None:
    id_ = id_of(report, "More than 4,000")

    assert meant(report, id_[:3]).claims == ()


def test_words_in_any_order_and_case_are_the_claim(report: Report) -> None:
    assert meant(report, "KILLED twenty-six").claims == (id_of(report, "Twenty-six"),)


def test_a_withheld_claim_is_found(report: Report) -> None:
    assert meant(report, "forty people").claims == (report.withheld[0].claim.id,)


def test_a_number_is_meant_as_it_is_written(report: Report) -> None:
    assert meant(report, "4,000").claims == (id_of(report, "More than 4,000"),)
    assert meant(report, "000").claims == ()


def test_of_several_none_is_chosen(report: Report) -> None:
    found = meant(report, "people killed")

    assert found.claims == found.nearest == ()
    assert len(found.several) == 3


def test_a_whole_sentence_is_itself_though_others_have_its_words(report: Report) -> None:
    story = report.stories[1]
    short = story.brief.claims[1]
    longer = replace(short, id="f" * 12, text=f"{short.text[:-1]}, they say.")
    claims = {**claims_of(report), longer.id: longer}

    assert which(claims, short.text, number_citations(report)) == Meant((short.id,))


@pytest.mark.parametrize("wanted", ["{}", "[{}]"])
def test_a_mark_is_every_claim_that_cites_the_passage(report: Report, wanted: str) -> None:
    citations = number_citations(report)
    claim = claims_of(report)[id_of(report, "The order was")]
    (mark,) = citations.of(claim.quotes)

    assert meant(report, wanted.format(mark)).claims == (claim.id,)


def test_a_mark_that_the_page_does_not_have_is_a_word(report: Report) -> None:
    assert meant(report, "99z") == Meant()


def test_the_nearest_share_the_most_words(report: Report) -> None:
    found = meant(report, "the order of 12 March was confirmed")

    assert found.nearest[0] == id_of(report, "The order was")
    assert len(found.nearest) <= 3


@pytest.mark.parametrize("wanted", ["", "?!", "zebra"])
def test_what_says_nothing_means_nothing(report: Report, wanted: str) -> None:
    assert meant(report, wanted) == Meant()
