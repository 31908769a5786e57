from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.text.numerals import LARGEST, ascii_digits, numbers


def values(text: str, language: str) -> list[float]:
    return [number.value for number in numbers(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "1,250 people", 1250.0),
        ("en", "12,34,567 rupees", 1234567.0),
        ("en", "3.5 km", 3.5),
        ("fr", "1 250 familles", 1250.0),
        ("fr", "1\u202f250 familles", 1250.0),
        ("fr", "1\u00a0250,5 tonnes", 1250.5),
        ("fr", "3,5 km", 3.5),
        ("fr", "3.5 km", 3.5),
        ("es", "1.250 familias", 1250.0),
        ("es", "1,250 familias", 1250.0),
        ("es", "12,34,567 rupias", 1234567.0),
        ("es", "3,5 km", 3.5),
        ("de", "1.250 Menschen", 1250.0),
        ("de", "1,250 Meter", 1.25),
        ("pt", "1.250,5 metros", 1250.5),
        ("en", "worth .40 a share", 0.4),
    ],
)
def test_marks_between_digits_are_read_as_the_language_writes_them(
    language: str, text: str, expected: float
) -> None:
    assert values(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "5.7 billion", 5.7e9),
        ("en", "$3m", 3e6),
        ("en", "8.2 billion", 8.2e9),
        ("en", "4k users", 4e3),
        ("en", "2bn", 2e9),
        ("en", "10 lakh", 1e6),
        ("fr", "5,7 milliards", 5.7e9),
        ("es", "5 mil millones", 5e9),
        ("es", "5 mil personas", 5e3),
        ("pt", "3 milhões", 3e6),
        ("de", "3 Mio. Euro", 3e6),
        ("zh", "120万人", 1.2e6),
        ("hi", "१२ लाख", 1.2e6),
        ("ur", "12 کروڑ", 1.2e8),
        ("ar", "٣٫٥ مليون", 3.5e6),
        ("vi", "3 triệu", 3e6),
    ],
)
def test_a_magnitude_belongs_to_its_number(language: str, text: str, expected: float) -> None:
    assert values(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "twenty-six", 26.0),
        ("en", "two hundred and fifty thousand", 250_000.0),
        ("en", "a hundred", 100.0),
        ("en", "half a million", 500_000.0),
        ("en", "one million two hundred thousand", 1_200_000.0),
        ("fr", "quatre-vingt-dix-sept", 97.0),
        ("fr", "soixante et onze", 71.0),
        ("fr", "cent vingt et un", 121.0),
        ("fr", "deux mille", 2000.0),
        ("fr", "un million", 1e6),
        ("es", "treinta y uno", 31.0),
        ("es", "veintiséis", 26.0),
        ("es", "doscientos mil", 200_000.0),
        ("es", "dos mil millones", 2e9),
    ],
)
def test_number_words_have_their_value(language: str, text: str, expected: float) -> None:
    assert values(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "dozens of people, hundreds of homes"),
        ("en", "one of the men, and no one else"),
        ("en", "two-thirds of the town"),
        ("fr", "un homme et une femme"),
        ("es", "una mujer y un hombre"),
        ("ar", "لا أرقام هنا"),
    ],
)
def test_what_only_looks_like_a_number_is_none(language: str, text: str) -> None:
    assert values(text, language) == []


def test_a_percentage_in_words_is_one_number() -> None:
    assert values("40 pour cent", "fr") == [40.0]
    assert values("40 por ciento", "es") == [40.0]


def test_numbers_of_dates_names_and_ranges_are_found_too() -> None:
    assert values("On May 6 the F-16s flew 20-30 times", "en") == [6.0, 16.0, 20.0, 30.0]


def test_a_run_of_digits_too_long_to_be_a_count_is_left_out() -> None:
    assert values("9" * 400, "en") == []


def test_digits_of_every_script_are_read() -> None:
    assert values("９９ १२ ٣٤", "und") == [99.0, 12.0, 34.0]


@given(st.text(max_size=60))
def test_folding_digits_keeps_every_offset(text: str) -> None:
    assert len(ascii_digits(text)) == len(text)


@given(
    st.text(alphabet="0123456789., -$k%abcdeu millonthsadrégé\u202f", max_size=60),
    st.sampled_from(["en", "fr", "es", "de", "zh", "und"]),
)
def test_mentions_are_in_order_and_disjoint(text: str, language: str) -> None:
    last = 0
    for number in numbers(text, language):
        assert last <= number.start < number.end <= len(text)
        assert 0 <= number.value < LARGEST
        last = number.end


@given(st.integers(0, 10**9))
def test_a_grouped_integer_is_read_back(count: int) -> None:
    assert values(f"about {count:,} people", "en") == [float(count)]
