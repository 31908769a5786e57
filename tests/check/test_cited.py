from __future__ import annotations

from dataclasses import replace

import pytest

from summarize.check.brief_nouns import Reference
from summarize.check.cited import Citations, Cited, Sources, resolve
from tests.builders import article

DAM = replace(
    article(
        'The dam broke. "It fell," said the mayor. Two towns were flooded.',
        title="Karrow Dam gives way",
        outlet="Harbor Gazette",
    ),
    url="https://www.gazette.example/dam/",
    via="Newswire",
)
RATE = article("The bank cut its rate.", title="Bank cuts its rate", outlet="Courier")
SOURCES = Sources((DAM, RATE))


def citations(text: str, *addresses: str, name: str = "1") -> Citations:
    return resolve([Reference(name, text, 9, addresses)], SOURCES)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"The dam broke." (¶ 1)', "The dam broke."),
        ('"Two towns were flooded." (Gazette, The "big" flood, ¶ 1)', "Two towns were flooded."),
        ('“"It fell," said the mayor.” (¶ 1)', '"It fell," said the mayor.'),
    ],
)
def test_words_of_a_source_are_a_passage(text: str, words: str) -> None:
    cited = citations(text).of("1")

    assert cited is not None
    assert [quote.text for quote in cited.quotes] == [words]


def test_an_address_names_its_article_however_it_is_written() -> None:
    for address in ("http://gazette.example/dam", "https://www.gazette.example/dam/#top"):
        assert citations("Gazette", address).of("1") == Cited(articles=frozenset({DAM.id}))


def test_a_title_names_its_article() -> None:
    found = citations("Harbor Gazette: “Karrow dam gives way”, 10 March").of("1")

    assert found == Cited(articles=frozenset({DAM.id}))


def test_what_matches_no_source_is_not_known() -> None:
    assert citations("Some book").of("1") is None
    assert citations("Some book").of("2") is None


def test_an_address_or_an_outlet_needs_no_list() -> None:
    found = resolve([], SOURCES)

    assert found.of("https://www.gazette.example/dam") == Cited(articles=frozenset({DAM.id}))
    assert found.of("COURIER") == Cited(articles=frozenset({RATE.id}))
    assert found.of("newswire") == Cited(articles=frozenset({DAM.id}))


def test_words_that_are_in_no_source_are_missing() -> None:
    assert [r.line for r in citations('"The dam held." (¶ 1)').missing] == [9]
    assert [r.line for r in citations('"The dam held."', name="1a").missing] == [9]
    assert citations('"A title in quotation marks", Gazette').missing == ()


def test_a_report_knows_the_marks_that_a_page_does_not_list() -> None:
    quote = DAM.quote(0, 14)
    sources = Sources((DAM,), marks={"1a": quote})

    assert resolve([], sources).of("1a") == Cited((quote,))


def test_words_of_a_text_that_was_not_kept_are_known_from_the_report() -> None:
    quote = DAM.quote(0, 14)
    sources = Sources((), marks={"1a": quote})

    assert resolve([Reference("7a", '"The dam broke."', 1, ())], sources).of("7a") == Cited(
        (quote,)
    )
