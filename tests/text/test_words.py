import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarize.text import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Mayor's office", ["the", "mayor", "office"]),
        ("the boys’ dog", ["the", "boys", "dog"]),
        ("They don’t know", ["they", "don't", "know"]),
        ("1,200 homes, 3.5 km", ["1,200", "homes", "3.5", "km"]),
        ("l’eau qu’elle boit", ["eau", "elle", "boit"]),
        ("aujourd’hui", ["aujourd'hui"]),
        ("Straße", ["strasse"]),
        ("洪水が村", ["洪水", "水が", "が村"]),
        ("水", ["水"]),
        ("डॉक्टर आया", ["डॉक्टर", "आया"]),
        ("كِتَابٌ كتـاب", ["كتاب", "كتاب"]),
        ("A3 东京 x", ["a", "3", "东京", "x"]),
        ("", []),
        ("… — !", []),
    ],
)
def test_tokens_are_folded_words(text: str, expected: list[str]) -> None:
    assert list(words.tokens(text)) == expected


def test_content_drops_stop_words_and_stems() -> None:
    assert words.content("The floods were flooding the houses", "en") == ("flood", "flood", "hous")


def test_an_unknown_language_keeps_every_word() -> None:
    assert words.content("The floods", "xx") == ("the", "floods")


def test_the_same_word_composed_or_not_is_one() -> None:
    assert words.fold("cafe\u0301") == words.fold("Café")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("two words", 2), ("洪水が来た", 3), ("don't stop 1,200", 3), ("东京 fell", 2), ("  ", 0)],
)
def test_count_takes_two_characters_of_an_unspaced_script_for_a_word(
    text: str, expected: int
) -> None:
    assert words.count(text) == expected


@given(st.text())
@example("\u0640 \u064b")
def test_no_token_is_empty_or_holds_white_space(text: str) -> None:
    assert all(token == "".join(token.split()) != "" for token in words.tokens(text))


@given(st.text(), st.sampled_from(["en", "fr", "ar", "zh", "tr", "hi", "xx"]))
def test_content_is_no_longer_than_the_tokens(text: str, language: str) -> None:
    assert len(words.content(text, language)) <= len(words.tokens(text))


@given(st.text())
def test_folding_twice_changes_nothing_more_than_an_ending(text: str) -> None:
    assert len(words.fold(words.fold(text))) <= len(words.fold(text))
