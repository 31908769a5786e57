"""The verdict on a claim: what each outcome rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Article
from summarize.check import check
from summarize.claims import Quotation, Verdict, make_claim
from tests.builders import article

TEXT = (
    "The Karrow Dam burst on Monday night after three days of heavy rain. Two towns in the valley "
    "below were flooded before dawn, and 26 people were killed, the governor of the province said. "
    "About 8,400 residents were moved to schools. The highway to the coast is closed."
)
STORY = article(TEXT, published=date(2026, 3, 11))
ARTICLES = {STORY.id: STORY}


def verdict(text: str, *sentences: int, language: str = "en", source: Article = STORY) -> Verdict:
    """The verdict on `text`, which cites those sentences of the article."""
    quotes = [source.quote(s.start, s.end) for s in map(source.statements.__getitem__, sentences)]
    return check(make_claim(text, quotes, language, 1), {source.id: source}).verdict


@given(st.sampled_from(range(4)))
def test_a_sentence_of_the_article_is_supported_by_itself(n: int) -> None:
    assert verdict(STORY.wording[n], n).status == "supported"


def test_line_breaks_do_not_make_a_claim_differ_from_its_quote() -> None:
    assert verdict(STORY.wording[3].replace(" ", "\n"), 3).status == "supported"


def test_a_claim_equal_to_its_quote_is_supported_in_a_language_that_is_not_known() -> None:
    assert verdict(STORY.wording[3], 3, language="xx").status == "supported"


def test_a_claim_without_a_passage_is_unsupported() -> None:
    found = verdict("A dam failed.")

    assert (found.status, found.findings[0].kind) == ("unsupported", "no passage")


def test_other_words_for_the_same_are_supported() -> None:
    found = verdict("Two towns were flooded and 26 people killed, the governor said.", 1)

    assert found == Verdict("supported")


def test_another_number_is_unsupported_and_the_passage_is_named() -> None:
    found = verdict("Two towns were flooded and 27 people killed, the governor said.", 1)

    assert found.status == "unsupported"
    assert [(f.kind, "27" in f.text, "26" in f.why) for f in found.findings] == [
        ("number", True, True)
    ]


def test_one_sentence_around_the_passage_counts_too() -> None:
    found = verdict("About 8,400 residents were moved after the flood, the governor said.", 1)

    assert found.status == "supported"


def test_a_sentence_further_away_does_not() -> None:
    found = verdict("About 8,400 residents were moved to schools.", 0)

    assert found.status == "unsupported"


def test_a_claim_that_denies_what_the_passage_says_is_unsupported() -> None:
    found = verdict("The highway to the coast is not closed.", 3)

    assert (found.status, found.findings[0].kind) == ("unsupported", "negation")


def test_a_language_that_is_not_covered_is_unchecked_and_said_so() -> None:
    found = verdict("Karrow-dammen brast.", 0, language="sv")

    assert (found.status, found.findings[0].why) == ("unchecked", "sv is not covered")


def test_a_claim_in_another_language_than_its_passages_is_unchecked() -> None:
    found = verdict("Le gouverneur a parlé de 26 morts.", 1, language="fr")

    assert (found.status, found.findings[0].why) == ("unchecked", "other language")


def test_another_number_is_found_across_languages() -> None:
    found = verdict("Le gouverneur a parlé de 29 morts.", 1, language="fr")

    assert (found.status, found.findings[0].kind) == ("unsupported", "number")


@pytest.mark.parametrize("day", [date(2026, 3, 11), date(2026, 6, 1)])
def test_relative_days_count_from_the_article(day: date) -> None:
    source = article(TEXT, published=day)

    found = verdict("The Karrow Dam burst on Monday night after heavy rain.", 0, source=source)

    assert found.status == "supported"


def test_a_quotation_keeps_its_speaker() -> None:
    quote = STORY.quote(0, len(STORY.wording[0]))
    claim = make_claim(quote.text, [quote], "en", 1)
    said = Quotation(
        claim.id, claim.text, claim.quotes, claim.language, claim.rank, speaker="Hedda Marwick"
    )

    assert replace(check(said, ARTICLES), verdict=said.verdict) == said


def test_a_passage_whose_article_was_not_kept_is_compared_alone() -> None:
    claim = make_claim("27 people were killed.", [STORY.quote(0, len(TEXT))], "en", 1)

    assert check(claim, {}).verdict.status != "supported"


def test_a_name_that_only_the_rest_of_the_article_has_is_a_doubt() -> None:
    source = article(
        "Governor Hedda Marwick visited Brask. The dam is old. The rain has stopped. "
        "She promised new houses by June."
    )

    found = verdict("Hedda Marwick promised new houses by June.", 3, source=source)

    assert found.status == "unchecked"
    assert [f.why for f in found.findings] == ["not in the passage, only elsewhere in its article"]


def test_a_name_that_no_article_has_is_unsupported() -> None:
    source = article(
        "Governor Hedda Marwick visited Brask. The dam is old. The rain has stopped. "
        "She promised new houses by June."
    )

    found = verdict("Osric Dallin promised new houses by June.", 3, source=source)

    assert found.status == "unsupported"


def test_the_outlet_that_says_it_may_be_named() -> None:
    source = article("The dam is old. The rain has stopped.", outlet="The Tavrenian")

    found = verdict("The Tavrenian says that the dam is old.", 0, source=source)

    assert found.status == "supported"


@pytest.mark.parametrize(
    "item", ["26 people,", "26,", "Karrow{}", "“26 people”", "Monday,"], ids=str
)
def test_a_claim_that_is_a_list_without_end_is_left_to_a_reader(item: str) -> None:
    listed = " ".join(item.format(n) for n in range(100))

    found = verdict(f"The Karrow towns told of {listed}", 1)

    assert (found.status, [each.kind for each in found.findings]) == ("unchecked", ["content"])


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [("99 people were killed", "number"), ("on Friday", "date"), ("“we flooded it”", "quotation")],
)
def test_a_long_list_hides_no_wrong_number_date_or_quotation(wrong: str, kind: str) -> None:
    found = verdict(f"The towns of {'Karrow ' * 61}said {wrong}.", 1)

    assert found.status == "unsupported"
    assert kind in {each.kind for each in found.findings}


def test_a_list_beside_an_endless_passage_is_left_to_a_reader() -> None:
    towns = [f"Town {t} lost {' and '.join(f'{n} men' for n in range(90))}." for t in range(12)]
    source = article(" ".join(towns))
    listed = ", ".join(f"{n} mice" for n in range(5000, 5100))

    found = verdict(f"The towns lost {listed}.", *range(12), source=source)

    assert (found.status, found.findings[0].kind) == ("unchecked", "content")
