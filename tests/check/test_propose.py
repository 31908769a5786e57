from __future__ import annotations

from summarize.check.propose import Finder
from tests.builders import article

DAM = article(
    "The Karrow Dam burst on Monday night after heavy rain. Two towns in the valley were flooded. "
    "Rescuers in boats brought families to safety from their roofs.",
    title="Dam",
)
RATE = article(
    "The central bank cut its main interest rate on Tuesday. Prices rose more slowly than feared.",
    title="Rate",
)
SHIP = article(
    "A cargo ship ran aground at the harbour. The harbour is closed until Friday.", title="Ship"
)
FRENCH = article(
    "Le barrage de Karrow a cédé lundi, selon la gouverneure Hedda Marwick.",
    title="Barrage",
    language="fr",
)
ALL = Finder([DAM, RATE, SHIP, FRENCH])


def firsts(text: str, *within: str) -> list[str]:
    return [quotes[0].text for quotes in ALL.passages(text, "en", within)]


def test_the_statement_that_shares_most_comes_first() -> None:
    assert firsts("The Karrow Dam burst after rain.") == [
        "The Karrow Dam burst on Monday night after heavy rain."
    ]


def test_a_passage_takes_a_second_statement_for_the_words_that_are_missing() -> None:
    text = "The Karrow Dam burst after heavy rain and rescuers brought families to safety."

    for first, second in ALL.passages(text, "en"):
        assert first.text.startswith("Rescuers") != second.text.startswith("Rescuers")


def test_a_second_statement_of_another_article_is_near_by_itself() -> None:
    ((first, *rest),) = ALL.passages(
        "The central bank cut its main interest rate as a cargo ship ran slowly.", "en"
    )

    assert first.article == RATE.id
    assert all(quote.article == RATE.id for quote in rest)


def test_statements_that_say_nearly_as_much_are_passages_too() -> None:
    twin = article("The Karrow Dam burst on Monday night after much rain.", title="Twin")
    found = Finder([DAM, twin]).passages("The Karrow Dam burst on Monday night.", "en")

    assert [quotes[0].article for quotes in found] == [DAM.id, twin.id]


def test_nothing_comes_near_what_no_source_says() -> None:
    assert firsts("Penguins marched through the royal gardens of Atlantis on Tuesday.") == []
    assert firsts("") == []


def test_only_the_named_articles_are_looked_at() -> None:
    assert firsts("The Karrow Dam burst after rain.", RATE.id) == []
    assert len(firsts("The Karrow Dam burst after rain.", DAM.id)) == 1


def test_names_tell_that_it_may_stand_in_another_language() -> None:
    assert ALL.only_elsewhere("Hedda Marwick spoke of the Karrow project.", "en")
    assert not ALL.only_elsewhere("Penguins marched through the gardens.", "en")


def test_in_a_language_that_no_source_has_it_may_stand_elsewhere() -> None:
    assert ALL.only_elsewhere("Pinguine marschierten durch die Gärten.", "de")
