"""Differences that a writer proposed: which of them hold."""

from __future__ import annotations

from summarize.article import Article
from summarize.check import check
from summarize.claims import Claim, Difference, make_claim
from summarize.compare import Witnesses
from summarize.compare.differ import proposed
from tests.builders import article, story

COURIER = article("The mayor opened the bridge on Monday. 40 people came.", outlet="Courier")
GAZETTE = article("The minister opened the bridge on Monday. 90 people came.", outlet="Gazette")
WITNESSES = Witnesses.of(story(COURIER, GAZETTE))


def side(text: str, one: Article, sentence: int = 0) -> Claim:
    found = one.statements[sentence]
    return make_claim(text, [one.quote(found.start, found.end)], "en", 1)


MAYOR = side("The mayor opened the bridge.", COURIER)
MINISTER = side("The minister opened the bridge.", GAZETTE)
WHO = Difference("who opened it", (MAYOR, MINISTER))


def held(*differ: Difference, found: tuple[Difference, ...] = ()) -> list[Difference]:
    return list(proposed(differ, found, WITNESSES))


def test_sides_of_different_origins_that_pass_the_check_hold() -> None:
    [difference] = held(WHO)

    assert difference.about == "who opened it"
    assert difference.sides == (
        check(MAYOR, WITNESSES.articles),
        check(MINISTER, WITNESSES.articles),
    )


def test_sides_of_one_origin_are_no_difference() -> None:
    assert held(Difference("people", (MAYOR, side("40 people came.", COURIER, 1)))) == []


def test_a_side_without_a_passage_fails_the_difference() -> None:
    assert held(Difference("who", (MAYOR, make_claim("The king opened it.", [], "en", 1)))) == []


def test_what_code_found_is_not_told_twice() -> None:
    assert held(WHO, found=(Difference("bridge", (MAYOR, MINISTER)),)) == []


def test_the_same_words_are_one_difference() -> None:
    again = Difference("the opening", (MINISTER, MAYOR))

    assert held(WHO, again) == held(WHO)


def test_two_differences_on_other_words_are_both_told() -> None:
    people = Difference(
        "people",
        (side("40 people came.", COURIER, 1), side("90 people came.", GAZETTE, 1)),
    )

    assert [one.about for one in held(WHO, people)] == ["who opened it", "people"]
