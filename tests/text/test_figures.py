from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.text.figures import FigureMention, figures


def only(text: str, language: str = "en") -> FigureMention:
    found = figures(text, language)
    assert len(found) == 1, found
    return found[0]


def whats(text: str, language: str = "en") -> list[str]:
    return [figure.what for figure in figures(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "26 people were killed.",
        "The blast killed 26.",
        "The blast killed at least 26 people.",
        "The death toll rose to 26.",
        "The death toll of 26 may rise.",
        "26 dead, officials said.",
        "There were 26 deaths.",
        "Twenty-six people have died.",
        "The fire claimed 26 lives.",
        "26 people lost their lives.",
    ],
)
def test_the_dead_have_one_key_in_whatever_words(text: str) -> None:
    figure = only(text)
    assert (figure.value, figure.key, figure.what) == (26.0, ("dead",), "people killed")


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("en", "31 injured", ("injured",)),
        ("en", "31 people were hurt", ("injured",)),
        ("en", "wounding 31", ("injured",)),
        ("en", "31 are missing", ("missing",)),
        ("en", "31 people remain unaccounted for", ("missing",)),
        ("en", "police arrested 31", ("arrested",)),
        ("en", "31 people were detained", ("arrested",)),
        ("en", "31 people were evacuated", ("displaced",)),
        ("fr", "31 personnes ont été blessées", ("injured",)),
        ("fr", "Le séisme a tué 31 personnes.", ("dead",)),
        ("fr", "Le bilan s'élève à 31 morts.", ("dead",)),
        ("fr", "31 interpellations", ("arrested",)),
        ("es", "31 heridos", ("injured",)),
        ("es", "El terremoto mató a 31 personas.", ("dead",)),
        ("es", "31 personas murieron", ("dead",)),
        ("es", "31 desaparecidos", ("missing",)),
    ],
)
def test_what_happened_to_people_is_the_key(language: str, text: str, key: tuple[str, ...]) -> None:
    assert only(text, language).key == key


def test_some_of_the_people_are_not_all_of_them() -> None:
    miners = only("26 miners died.")
    assert miners.key != ("dead",)
    assert miners.what == "miners killed"
    assert only("26 wounded soldiers").what == "soldiers injured"


@pytest.mark.parametrize(
    "text",
    [
        "It wounded another 31.",
        "31 more people were killed.",
        "The blast could kill 31 people.",
        "No 31 people were killed.",
        "31 people are feared dead.",
        "31 people were killed per day.",
        "The toll was 12 dead, or 17 dead.",
    ],
)
def test_an_addition_a_possibility_or_a_change_is_not_compared(text: str) -> None:
    assert all(figure.key == () for figure in figures(text, "en"))


def test_a_change_is_told_by_where_it_ends() -> None:
    before, now = figures("The toll rose from 12 dead to 17 dead.", "en")
    assert (before.key, now.key) == ((), ("dead",))


def test_a_period_that_is_named_belongs_to_the_key() -> None:
    then = only("The quake of 2011 killed 26 people.")
    assert then.key == ("2011", "dead")


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("a $5.7 billion wall", "USD", 5.7e9),
        ("US$3m", "USD", 3e6),
        ("€200", "EUR", 200.0),
        ("£200", "GBP", 200.0),
        ("5.7 billion dollars", "USD", 5.7e9),
        ("300 Australian dollars", "AUD", 300.0),
        ("300 crowns", "crowns", 300.0),
        ("300 dirhams", "dirhams", 300.0),
        ("40 percent", "%", 40.0),
        ("40 per cent", "%", 40.0),
        ("40 %", "%", 40.0),
        ("3.5 percentage points", "points", 3.5),
        ("25 basis points", "basis points", 25.0),
        ("12 kilometers", "km", 12.0),
        ("12 cubic meters", "cubic metres", 12.0),
        ("12 degrees", "degrees", 12.0),
        ("a 35-day strike", "days", 35.0),
        ("a magnitude 7.1 quake", "magnitude", 7.1),
        ("40 barrels", "barrels", 40.0),
    ],
)
def test_the_unit_is_named_the_same_however_it_is_written(
    text: str, unit: str, value: float
) -> None:
    figure = only(text)
    assert (figure.unit, figure.value) == (unit, value)


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("fr", "5,7 milliards de dollars", "USD"),
        ("fr", "40 pour cent", "%"),
        ("fr", "12 kilomètres", "km"),
        ("es", "5.700 millones de dólares", "USD"),
        ("es", "40 por ciento", "%"),
        ("de", "40 Prozent", "%"),
        ("zh", "300万美元", "USD"),
        ("hi", "४० प्रतिशत", "%"),
    ],
)
def test_units_are_known_in_other_languages(language: str, text: str, unit: str) -> None:
    assert only(text, language).unit == unit


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The bank raised its key rate to 4.5 percent.", "key rate"),
        ("The unemployment rate fell to 3.9 per cent.", "unemployment rate"),
        ("The rate in the valley fell to 3.9 percent.", "rate in the valley"),
        ("Sales rose 3.5 percent.", "Sales rose"),
        ("a $5.7 billion border wall", "border wall"),
        ("He wants 5.7 billion dollars for the wall.", "wall"),
        ("They spent $2 million to repair the bridge.", "bridge"),
        ("a fine of $2 million", "fine"),
        ("nearly 300 homes without power", "homes without power"),
        ("800,000 federal workers went without pay", "federal workers"),
        ("The fire destroyed 40 homes.", "homes destroyed"),
        ("40 homes were destroyed", "homes destroyed"),
        ("40 percent of voters support the plan", "voters"),
        ("The number of cases rose to 1,200.", "cases"),
        ("a 35-day strike", "strike"),
        ("The project is worth $3 million.", "project"),
    ],
)
def test_what_is_counted_is_read_from_the_words_beside_it(text: str, what: str) -> None:
    assert only(text).what == what


@pytest.mark.parametrize(
    ("language", "text", "what"),
    [
        ("fr", "La banque a relevé son taux directeur à 4,5 %.", "taux directeur"),
        ("fr", "Le taux de chômage a reculé à 7,2 %.", "taux de chômage"),
        ("fr", "5,7 milliards de dollars pour le mur", "mur"),
        ("es", "El banco elevó la tasa clave al 4,5 %.", "tasa clave"),
        ("es", "5.700 millones de dólares para el muro", "muro"),
    ],
)
def test_what_is_counted_is_read_in_french_and_spanish(language: str, text: str, what: str) -> None:
    assert only(text, language).what == what


@pytest.mark.parametrize(
    ("language", "text", "what"),
    [
        ("fr", "12 familles ont été évacuées", "familles évacuées"),
        ("fr", "Le séisme a tué 12 mineurs.", "mineurs (morts)"),
        ("es", "12 mineros murieron", "mineros murieron"),
    ],
)
def test_what_happened_is_worded_as_the_text_words_it(language: str, text: str, what: str) -> None:
    assert only(text, language).what == what


def test_the_same_counted_thing_has_the_same_key_in_another_order() -> None:
    assert only("The fire destroyed 40 homes.").key == only("52 homes were destroyed").key


def test_money_that_is_asked_for_is_not_money_that_is_given() -> None:
    asked = only("The mayor demanded $5.7 billion for the wall.")
    given = only("The bill provides $1.4 billion for the wall.")
    assert asked.what == given.what == "wall"
    assert asked.key != given.key


def test_a_noun_alone_is_too_little_to_compare() -> None:
    assert only("It met 12 senators.").key == ()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("They found 12 samples of clay.", "samples of clay found"),
        ("It counted 12 samples of the clay.", "samples counted"),
        ("after 12 active shooting attacks", "active shooting attacks"),
        ("the 12 women Elmshire has accused", "women"),
        ("cards of 12 customers were stolen", "customers"),
        ("It lists 12 homes, Monday", "homes"),
        ("the 12 said no", ""),
        ("It was 12 currently", ""),
        ("the suspected 12 attackers", "attackers"),
        ("a drop in drinks of 12 percent", ""),
        ("cuts in parks and roads reached 12 percent", ""),
        ("40 percent of voters", "voters"),
        ("$12 million for Ana Reyes", ""),
        ("a $12 million", ""),
        ("5,000 miles away", ""),
    ],
)
def test_what_is_counted_ends_where_the_noun_ends(text: str, what: str) -> None:
    assert only(text).what == what


def test_what_follows_a_share_decides_its_key() -> None:
    one = only("40 percent of voters support the new plan")
    other = only("40 percent of voters oppose the new plan")
    assert one.key
    assert other.key
    assert one.key != other.key


@pytest.mark.parametrize(
    ("language", "text", "approximate"),
    [
        ("en", "at least 26 dead", "at least"),
        ("en", "more than 1,000 homes", "at least"),
        ("en", "no more than 50 homes", "at most"),
        ("en", "up to 50 homes", "at most"),
        ("en", "nearly 300 homes", "about"),
        ("en", "some 300 homes", "about"),
        ("en", "300 or more homes", "at least"),
        ("en", "300 homes", ""),
        ("fr", "au moins 26 morts", "at least"),
        ("fr", "près de 300 maisons", "about"),
        ("fr", "jusqu'à 300 maisons", "at most"),
        ("es", "al menos 26 muertos", "at least"),
        ("es", "unas 300 casas", "about"),
    ],
)
def test_an_estimate_is_kept(language: str, text: str, approximate: str) -> None:
    assert only(text, language).approximate == approximate


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "20 to 30 people", (20.0, 30.0)),
        ("en", "20-30 people", (20.0, 30.0)),
        ("en", "between 20 and 30 people", (20.0, 30.0)),
        ("en", "20 to 30 million people", (2e7, 3e7)),
        ("en", "$2-$3 million", (2e6, 3e6)),
        ("fr", "20 à 30 personnes", (20.0, 30.0)),
        ("es", "entre 20 y 30 personas", (20.0, 30.0)),
    ],
)
def test_a_range_has_both_its_ends(language: str, text: str, value: tuple[float, float]) -> None:
    assert only(text, language).value == value


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It opened on May 6, 2026 and in 2019."),
        ("en", "The 2016 election was close."),
        ("en", "It began at 10:30 a.m. and ended at 5 p.m."),
        ("en", "Ana Reyes, 34, a 12-year-old boy and a man aged 40 came."),
        ("en", "Call 555-123-4567 now."),
        ("en", "Elm won 3-1 in a 54-46 vote."),
        ("en", "Route 66, Article 50, Section 230 and a Boeing 737."),
        ("en", "COVID-19, an F-16 and the G20 were named."),
        ("en", "It came 3rd, 21st and last."),
        ("en", "one of the men"),
        ("en", "both came, the two."),
        ("en", "12 " * 50 + "people died"),
        ("en", "1. Open the door"),
        ("en", "a bone 4,300 years ago and one 2,400 BC"),
        ("en", "at 1501 Perry Road"),
        ("en", "see https://elm.example/2/page3 or #12 or 24/7"),
        ("en", "two-thirds of the town"),
        ("en", "the Big Ten met"),
        ("fr", "un homme de 34 ans, le 6 mai, à 14h30"),
        ("es", "un hombre de 34 años de edad, el 6 de mayo"),
        ("en", "they called 911 at 0500 GMT"),
        ("en", "nothing is counted here"),
    ],
)
def test_what_counts_nothing_is_no_figure(language: str, text: str) -> None:
    assert figures(text, language) == ()


def test_a_town_before_a_number_is_not_its_name() -> None:
    assert whats("In Elm 26 people were killed.") == ["people killed"]


def test_offsets_hold_the_number_with_its_sign_and_unit() -> None:
    text = "They want about $5.7 billion and 40 percent."
    assert [text[f.start : f.end] for f in figures(text, "en")] == ["$5.7 billion", "40 percent"]


def test_a_language_without_tables_still_gives_numbers_and_units() -> None:
    figure = only("40 % xyz", "und")
    assert (figure.value, figure.unit, figure.key) == (40.0, "%", ())


_SENTENCE = (
    "26 1,250 5.7 million people killed were at least $ € % percent of the - – to from and 3rd "
    "homes , . ( ) May 2019 about dollars for wall rose fell per day twenty-six １２ été de"
)
_PIECES = st.sampled_from(_SENTENCE.split())


@given(
    st.lists(_PIECES, max_size=14).map(" ".join) | st.text(max_size=50),
    st.sampled_from(["en", "fr", "es", "zh", "und"]),
)
def test_any_text_gives_ordered_disjoint_figures(text: str, language: str) -> None:
    last = 0
    for figure in figures(text, language):
        assert last <= figure.start < figure.end <= len(text)
        assert list(figure.key) == sorted(figure.key)
        last = figure.end


def test_what_is_denied_is_not_counted() -> None:
    assert figures("None of its 21 crew members was hurt.", "en") == ()
