"""Each number of a claim against its passage."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.check.numbers import look
from summarize.check.sides import Looked, Side

DAY = date(2026, 3, 12)


def looked(claim: str, *passage: str, language: str = "en", other: str | None = None) -> Looked:
    sides = [Side(text, other or language, DAY) for text in passage]
    return look(Side(claim, language, DAY), sides)


def kinds(claim: str, *passage: str, language: str = "en", other: str | None = None) -> list[str]:
    return [each.kind for each in looked(claim, *passage, language=language, other=other).findings]


@pytest.mark.parametrize(
    ("language", "claim", "passage"),
    [
        ("en", "Floods killed 17 people.", "Seventeen people died in the floods."),
        ("en", "The plant costs $2.5 billion.", "It is to cost 2.5 billion dollars."),
        ("en", "The plant costs $2.5bn.", "It is to cost two and a half billion dollars."),
        ("en", "The club offers £50 m.", "A bid of £50million was made."),
        ("en", "Some 24 eggs broke.", "Two dozen eggs broke."),
        ("en", "Turnout was 50 percent.", "Half of all voters came."),
        ("en", "Her 3rd book is out.", "This is her third book."),
        ("en", "Mr Orlan, 83, retired.", "The 83-year-old Mr Orlan retired."),
        ("en", "He retired at the age of 83.", "Orlan, 83, retired."),
        ("en", "Between 10 and 20 million saw it.", "It was seen by 10 to 20 million."),
        ("en", "Halmera won 3-1.", "Halmera beat Tarn by 3–1 on Sunday."),
        ("en", "The fine is 12 lakh rupees.", "He must pay 1,200,000 rupees."),
        ("en", "The songs of the '80s are back.", "Songs of the 1980s are back."),
        ("en", "Around 12,000 marched.", "Police counted 12,345 marchers."),
        ("en", "More than 12,000 marched.", "Police counted 12,945 marchers."),
        ("en", "Sales rose 12 percent.", "Sales rose by 12.3 percent."),
        ("en", "It has 1.2 million users.", "It has 1,234,567 users."),
        ("en", "It cost $12 million.", "It cost A$12 million."),
        ("en", "Three in 12 fail.", "Three in 12 kilometres fail."),
        ("fr", "Le séisme a fait 17 morts.", "Dix-sept personnes sont mortes."),
        ("es", "Hubo 38 heridos.", "Hubo treinta y ocho heridos."),
        ("es", "Ocurrió a las 4.15 y duró poco.", "Ocurrió de madrugada."),
        ("de", "Es gab 38 Verletzte.", "Achtunddreißig Menschen wurden verletzt."),
        ("de", "Es kostet 2,5 Mrd. Euro.", "Es kostet 2,5 Milliarden Euro."),
        ("pt", "Morreram 17 pessoas.", "Dezessete pessoas morreram."),
        ("ar", "قتل 17 شخصا.", "ولقي سبعة عشر شخصا حتفهم."),
        ("ar", "ارتفع التضخم إلى 12 في المئة.", "بلغ التضخم ١٢ في المئة."),
        ("hi", "17 लोगों की मौत हुई।", "सत्रह लोगों की मौत हुई।"),
        ("ur", "شرح سود 3.5 فیصد ہے۔", "شرح سود ساڑھے تین فیصد ہے۔"),
        ("zh", "利率下调至3.5%。", "利率下调至百分之三点五。"),
        ("vi", "Có 38 người bị thương.", "Ba mươi tám người bị thương."),
    ],
)
def test_a_number_that_the_passage_says_in_its_way_is_right(
    language: str, claim: str, passage: str
) -> None:
    assert looked(claim, passage, language=language).findings == ()
    assert looked(claim, passage, language=language).doubts == ()


@pytest.mark.parametrize(
    ("claim", "passage", "kind"),
    [
        ("Floods killed 13 people.", "Floods killed 12 people.", "number"),
        ("Floods killed 10 people.", "Floods killed 12 people.", "number"),
        ("It cost $5 billion.", "It cost $5 million.", "number"),
        ("It cost €5 million.", "It cost $5 million.", "currency"),
        ("Support is at 12 percent.", "Only 12 people support it.", "unit"),
        ("Rates rose by 2 percent.", "Rates rose by 2 percentage points.", "unit"),
        ("The road is 12 km long.", "The road is 12 miles long.", "unit"),
        ("It lasted 12,345 hours.", "It lasted about 12,000 hours.", "number"),
        ("About 15 saw it.", "Between 10 and 20 saw it.", "number"),
        ("Halmera won 3-1.", "Halmera won 3-2 in Tarn.", "number"),
        ("More than 13,000 marched.", "Police counted 12,945 marchers.", "number"),
        ("Orlan, 84, retired.", "Orlan, 83, retired.", "number"),
        ("The town has 4,300 homes.", "The town is old.", "number"),
        ("Some 112 came, others say 150.", "Some 112 came.", "number"),
    ],
)
def test_a_number_that_the_passage_says_otherwise_is_found(
    claim: str, passage: str, kind: str
) -> None:
    assert kinds(claim, passage) == [kind]


def test_a_finding_names_the_number_with_its_unit_and_what_the_passage_says() -> None:
    (finding,) = looked("It cost €5 million.", "It cost $5 million.").findings
    assert (finding.text, finding.why) == ("€5 million", "the passage says $5 million")


def test_a_score_is_one_finding() -> None:
    (finding,) = looked("Tarn won 4-2 at home.", "Tarn won 4-1 at home.").findings
    assert (finding.text, finding.why) == ("4-2", "the passage says 4-1")


def test_a_value_that_counts_something_else_is_found_where_another_counts_the_same() -> None:
    assert kinds("Tarn have 32 points.", "Tarn have 64 points from 32 games.") == ["number"]


def test_a_number_from_elsewhere_in_the_passage_is_found_by_the_words_around_it() -> None:
    passage = "She was the 45th governor of the state, and was born on September 13 in Tarn."
    assert kinds("She was the 13th governor of the state.", passage) == ["number"]


def test_a_year_from_elsewhere_in_the_passage_is_found() -> None:
    passage = "He worked there as a judge from 1991 to 1995, and lost the election of 1994."
    (finding,) = looked("He worked there as a judge from 1991 to 1994.", passage).findings
    assert finding.why == "the passage says 1995"


def test_an_age_belongs_to_the_person_before_it() -> None:
    passage = "Anna Rell, 27, and her brother Jan Osk, 21, have left."
    assert kinds("Jan Osk, 27, has left.", passage) == ["number"]


def test_what_a_reader_can_count_is_a_doubt() -> None:
    answer = looked("It describes two films.", "One is Harbour, the other is Tide.")
    assert not answer.findings
    assert [each.text for each in answer.doubts] == ["two"]


def test_a_small_number_in_a_language_whose_words_are_not_known_is_a_doubt() -> None:
    answer = looked("Floods killed 12 people.", "Twaalf mensen kwamen om.", other="nl")
    assert not answer.findings
    assert len(answer.doubts) == 1


def test_one_the_numbers_of_names_dates_and_list_marks_are_no_items() -> None:
    claim = "1. One car of the G20 drove at 14:00 on 12 March 2026 to the Big Four, said [3]."
    assert looked(claim, "Nothing is said here.").items == 0


def test_a_language_that_is_not_covered_is_not_looked_at() -> None:
    assert looked("12 mensen", "13 mensen", language="nl") == Looked()


def test_a_passage_of_unknown_language_is_read_in_that_of_the_claim() -> None:
    assert kinds("Il y a 17 morts.", "Dix-sept morts.", language="fr", other="und") == []


@pytest.mark.parametrize(
    ("claim", "passage", "other", "expected"),
    [
        ("Floods killed 17 people.", "Es starben siebzehn Menschen.", "de", []),
        ("Floods killed 18 people.", "Es starben siebzehn Menschen.", "de", ["number"]),
        ("It costs $3 million.", "تبلغ الكلفة ثلاثة ملايين دولار.", "ar", []),
        ("It costs €3 million.", "تبلغ الكلفة ثلاثة ملايين دولار.", "ar", ["currency"]),
        ("Prices rose 8 percent.", "Цены выросли на восемь процентов.", "ru", []),
        ("Prices rose 8 percent.", "Пришли восемь человек.", "ru", ["unit"]),
        ("It is 12 km long.", "它有12英里长。", "zh", []),
    ],
)
def test_across_languages_values_percent_and_currency_are_compared(
    claim: str, passage: str, other: str, expected: list[str]
) -> None:
    assert kinds(claim, passage, other=other) == expected


@given(
    st.lists(st.sampled_from(["3-1", "12", "$5 million", "7.5 percent", "two", "1991", "80 km"])),
    st.sampled_from(["en", "fr", "de"]),
)
def test_a_claim_equal_to_its_passage_has_no_finding(parts: list[str], language: str) -> None:
    text = "They saw " + " and again ".join(parts)
    answer = looked(text, text, language=language)
    assert not answer.findings
    assert not answer.doubts


@given(st.integers(1, 10**7), st.integers(1, 9))
def test_another_last_digit_is_found(number: int, step: int) -> None:
    other = number - number % 10 + (number + step) % 10
    claim, passage = f"Floods hit {other:,} homes.", f"Floods hit {number:,} homes."
    if other not in (0, 1):
        assert kinds(claim, passage) == ["number"]


@pytest.mark.parametrize("sign", ["⓷⓷", "Ⅻ", "½"])
def test_a_number_in_signs_that_are_not_read_is_a_doubt(sign: str) -> None:
    assert [each.text for each in looked(f"Some {sign} men left.", "Men left.").doubts] == [sign]
    assert looked(f"Some {sign} men left.", f"{sign} men left.").doubts == ()


@pytest.mark.parametrize(
    ("language", "claim", "passage"),
    [
        ("en", "It is worth 2.5 billion pounds.", "It is worth £2.5bn."),
        ("en", "It costs ¥300.", "It costs 300 yen."),
        ("en", "It employs 12 345 people.", "It employs 12,345 people."),
        ("en", "Some 20 percent go hungry.", "One in five go hungry."),
        ("es", "Vale 2.500 M€.", "Vale 2.500 millones de euros."),
        ("fr", "Il vaut 18,5 M€.", "Il vaut 18,5 millions d'euros."),
        ("de", "1,5 Millionen Menschen", "Anderthalb Millionen Menschen"),
        ("de", "3500 Menschen", "Dreieinhalbtausend Menschen"),
        ("hi", "18.5 मिलियन डॉलर", "1.85 करोड़ डॉलर"),
        ("de", "Sie beginnt am 3.4. hier.", "Sie beginnt am 3. April hier."),
    ],
)
def test_more_ways_of_writing_one_number(language: str, claim: str, passage: str) -> None:
    assert looked(claim, passage, language=language).findings == ()


def test_yuan_are_not_yen() -> None:
    assert kinds("It costs 300 yuan.", "It costs 300 yen.") == ["currency"]


def test_numbers_that_changed_places_are_told_once() -> None:
    found = looked("It has 31 cooks and 540 guests.", "It has 540 cooks and 31 guests.").findings

    assert [(each.text, each.why) for each in found] == [
        ("31", "the passage says 540 here"),
        ("540", "the passage says 31 here"),
    ]
