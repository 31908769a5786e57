from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.check.hedges import hedges
from summarize.check.sides import Looked, Side

WORDS = [
    "the",
    "clerk",
    "allegedly",
    "stole",
    "might",
    "harbour",
    "funds",
    "could",
    "police",
    "said",
    "claims",
    "mayor",
    "planned",
    "vote",
    "but",
    "suspected",
    "leak",
]


def looked(claim: str, *passage: str, language: str = "en") -> Looked:
    return hedges(Side(claim, language), [Side(text, language) for text in passage])


@pytest.mark.parametrize(
    ("passage", "claim"),
    [
        (
            "The ministry might close the Ostrel mine next spring.",
            "The ministry will close the Ostrel mine next spring.",
        ),
        (
            "Vale Shipping is considering selling its Karrow docks.",
            "Vale Shipping is selling its Karrow docks.",
        ),
        (
            "The blast appears to have damaged the north reactor wall.",
            "The blast damaged the north reactor wall.",
        ),
    ],
)
def test_a_hedge_that_the_claim_leaves_out_is_a_finding(passage: str, claim: str) -> None:
    (found,) = looked(claim, passage).findings

    assert (found.kind, found.why) == ("hedge", "the passage does not say it as certain")


@pytest.mark.parametrize(
    ("passage", "claim"),
    [
        (
            "The clerk allegedly stole harbour funds over four years.",
            "The clerk stole harbour funds over four years.",
        ),
        (
            "Mayor Vale claims the dam inspectors ignored cracks.",
            "The dam inspectors ignored cracks.",
        ),
        (
            "Police arrested the man on suspicion of poisoning Ostrel wells.",
            "A man was arrested for poisoning Ostrel wells.",
        ),
    ],
)
def test_a_report_that_casts_doubt_and_is_left_out_is_a_finding(passage: str, claim: str) -> None:
    (found,) = looked(claim, passage).findings

    assert (found.kind, found.why) == ("attribution", "the passage gives it as somebody's word")


def test_leaving_out_a_plain_said_is_no_finding() -> None:
    passage = "The clerk stole harbour funds over four years, police said."

    assert looked("The clerk stole harbour funds.", passage) == Looked()


@pytest.mark.parametrize(
    "claim",
    [
        "The clerk is accused of having stolen harbour funds.",
        "Police say the clerk stole harbour funds over four years.",
    ],
)
def test_another_report_keeps_it_reported(claim: str) -> None:
    assert not looked(claim, "The clerk allegedly stole harbour funds over four years.").findings


def test_another_hedge_keeps_it_hedged() -> None:
    passage = "The ministry might close the Ostrel mine next spring."

    assert looked("The Ostrel mine could close next spring.", passage) == Looked()


def test_a_passage_that_says_it_flatly_as_well_is_enough() -> None:
    claim = "The ministry will close the Ostrel mine next spring."

    assert looked(claim, "It might close the Ostrel mine next spring.", claim) == Looked()


def test_the_month_of_may_is_no_hedge() -> None:
    passage = "In May Vale Shipping sold its Karrow docks."

    assert looked("Vale Shipping sold its Karrow docks.", passage) == Looked()


@pytest.mark.parametrize(
    ("language", "passage", "claim"),
    [
        (
            "fr",
            "Le ministère pourrait fermer la mine Ostrel au printemps.",
            "Le ministère va fermer la mine Ostrel au printemps.",
        ),
        (
            "es",
            "El empleado presuntamente robó fondos públicos del puerto.",
            "El empleado robó fondos públicos del puerto.",
        ),
        (
            "de",
            "Der Mann hat angeblich vier Brunnen vergiftet.",
            "Der Mann hat vier Brunnen vergiftet.",
        ),
        (
            "pt",
            "O funcionário supostamente roubou verbas públicas do porto.",
            "O funcionário roubou verbas públicas do porto.",
        ),
    ],
)
def test_other_languages_have_short_lists(language: str, passage: str, claim: str) -> None:
    assert looked(claim, passage, language=language).findings


def test_nothing_is_compared_across_languages_or_in_one_without_a_list() -> None:
    claim = Side("The clerk stole harbour funds.", "en")

    assert hedges(claim, [Side("Il aurait volé des fonds.", "fr")]) == Looked()
    assert looked("他偷了钱。", "他涉嫌偷钱。", language="zh") == Looked()


@given(
    st.lists(st.sampled_from(WORDS), max_size=15),
    st.lists(st.sampled_from(WORDS), max_size=15),
)
def test_a_sentence_of_the_passage_has_neither_finding_nor_doubt(
    words: list[str], others: list[str]
) -> None:
    text, other = " ".join(words), " ".join(others)

    found = looked(text, other, text)

    assert not found.findings
    assert not found.doubts


def test_a_wish_beside_what_is_so_now_is_no_hedge_of_it() -> None:
    passage = [
        Side("Saltmere wants to keep 45 percent of the income tax of its residents.", "en"),
        Side("It keeps 25 percent now, and the government has offered 30 percent.", "en"),
    ]
    claim = Side("Saltmere keeps 25 percent now, and the government offers 30 percent.", "en")

    assert hedges(claim, passage).findings == ()
