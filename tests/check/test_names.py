from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.check.name_reading import read
from summarize.check.names import look
from summarize.check.sides import Looked, Side


def looked(claim: str, *passage: str, language: str = "en", cited: str | None = None) -> Looked:
    sides = [Side(text, cited or language) for text in passage]
    return look(Side(claim, language), sides)


def found(claim: str, *passage: str, language: str = "en") -> list[str]:
    return [finding.text for finding in looked(claim, *passage, language=language).findings]


PASSAGE = (
    "Rescuers reached the village of Lindmere on Tuesday.",
    "Governor Ana Reyes told the Halden Courier that the Karrow Dam had burst at night.",
    "Tom Vale of the water board denied that his staff had been warned.",
)


def test_a_name_that_no_passage_has_is_a_finding() -> None:
    answer = looked("Officials said that Petra Ostrand told the Halden Courier.", *PASSAGE)

    assert [(each.kind, each.text) for each in answer.findings] == [("name", "Petra Ostrand")]
    assert answer.items == 2


def test_the_name_in_its_place_is_told() -> None:
    answer = looked("On Friday Petra Ostrand told the Halden Courier the dam had burst.", *PASSAGE)

    why = "not in the passage, which names Ana Reyes"
    assert [each.why for each in answer.findings] == [why]


def test_a_name_of_the_passage_in_the_place_of_another_is_a_finding() -> None:
    answer = looked("On Friday Tom Vale told the Halden Courier the Karrow Dam burst.", *PASSAGE)

    assert [(each.text, each.why) for each in answer.findings] == [
        ("Tom Vale", "the passage names Ana Reyes here")
    ]


def test_a_name_that_opens_the_claim_in_the_place_of_another_is_a_finding() -> None:
    claim = "Vale told the Halden Courier that the Karrow Dam had burst at night."

    assert found(claim, *PASSAGE) == ["Vale"]
    assert found(claim.replace("Vale", "Ostrand"), *PASSAGE) == ["Ostrand"]


def test_another_word_that_opens_the_claim_is_no_name() -> None:
    claims = [
        "Divers told the Halden Courier little.",
        "Additionally, the Karrow Dam had burst at night.",
        "- Warned the water board about the Karrow Dam",
        "Co-chairman Tom Vale denied it.",
        "Rescuers reached Lindmere.",
        "Former Governor Ana Reyes told the paper.",
    ]

    for claim in claims:
        assert not found(claim, *PASSAGE), claim


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("It was said by Ana Reyes.", "Reyes said so."),
        ("It was said by Reyes.", "Ana Reyes said so."),
        ("It was said by Ana Reyes.", "Pleas from Ana helped, Ana said."),
        ("It was said by President Ana Reyes.", "Mrs Reyes said so."),
        ("It was said by J. K. Ostrand.", "Then JK Ostrand said so."),
        ("It was said by JK Vale.", "Then J.K. Vale said so."),
        ("It was said by Müller.", "Then Muller said so."),
        ("It was said by Mueller.", "Then Müller said so."),
        ("It was said by José Núñez.", "Then Jose Nunez said so."),
        ("It was said by Basim al-Karad.", "Then Al Karad said so."),
        ("It was said by Min Dal-soo.", "Then Min Dal Soo said so."),
        ("It was said by Min Dalsoo.", "Then Min Dal-soo said so."),
        ("It was said by Olena Zelenskyy.", "Then Zelensky said so."),
        ("It was said by the World Harbour Organization.", "Then the WHO said so."),
        ("It was said by the WHO.", "Then the World Harbour Organization said so."),
        ("It was said by the NHB.", "Then the national harbour board said so."),
        ("It was said by NATO.", "Then Nato said so."),
        ("It was said by Lib Dem voters.", "Then Liberal Democrat voters said so."),
        ("It was said by fans of Hibernian.", "Then fans of Hibs said so."),
        ("It was said by the Paralympic team.", "Then the Paralympics began."),
        ("It was said by the Lindmerian poets.", "Then Lindmere said so."),
        ("It was said by Karrovans.", "Then the Karrovian party said so."),
        ("It was said of Lindmere.", "People wrote #PrayForLindmere."),
        ("It was said by Ana Reyes.", "People asked @ana_reyes."),
        ("It was said by Ana Reyes.", "ANA REYES SAID SO."),
        ("It was said by Ana Reyes’s staff.", "Then Ana Reyes' staff said so."),
        ("It was on the Lindmere-Halden road.", "Then the Lindmere road and Halden."),
        ("It was in St. Karrow.", "Then St Karrow flooded."),
        ("It was said by the Karrow Dam board.", "Then the dam at Karrow burst."),
        ("It was said by Zack de la Ostrand.", "Then De la Ostrand said so."),
        ("It was said by the Democratic Republic of Congo.", "Then the DRC said so."),
    ],
)
def test_another_form_of_a_name_is_the_same_name(claim: str, passage: str) -> None:
    assert not found(claim, passage)
    assert looked(claim, passage).items


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("It was said in France.", "The French said so."),
        ("It was said by the French.", "Then France said so."),
        ("It was said by Americans.", "Then the U.S. said so."),
        ("It was said in the US.", "Then the United States said so."),
        ("It was said in the USA.", "Then Washington said so."),
        ("It was said in the UK's ports.", "Then Britain said so."),
        ("It was said by the British.", "Then Scottish ports closed."),
        ("It was said by Russia.", "Then Moscow said so."),
        ("It was said by South Koreans.", "Then Seoul said so."),
        ("It was said in Ohio.", "Then Ohio said so."),
    ],
)
def test_a_country_is_known_by_its_people_and_its_capital(claim: str, passage: str) -> None:
    answer = looked(claim, passage)

    assert answer == Looked(1)


def test_a_pronoun_is_not_the_country() -> None:
    answer = looked("It was said in the US.", "He told us so.")

    assert [each.text for each in answer.doubts] == ["US"]


def test_a_country_that_the_passage_does_not_name_is_a_doubt() -> None:
    answer = looked("Rescuers reached the village of Lindmere in Norway on Tuesday.", *PASSAGE)

    assert not answer.findings
    assert [(each.text, each.why) for each in answer.doubts] == [("Norway", "not in the passage")]


def test_a_country_in_the_place_of_another_is_a_finding() -> None:
    assert found("The dam burst in Norway on Tuesday.", "A dam burst in Sweden on Tuesday.")


def test_a_place_added_to_a_claim_is_a_doubt_where_the_passage_names_none() -> None:
    claim = "The Karrow Dam burst at Oster Falls."

    assert looked(claim, "Ana Reyes said late at night that the Karrow Dam burst.").doubts
    assert found(claim, "The Karrow Dam burst in the Halden valley.") == ["Oster Falls"]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("It was said by Ana Vale.", "Then Ana Reyes said so."),
        ("It was said by Mara Reyes.", "Then Ana Reyes said so."),
        ("It was said by Louis van Oster.", "Then Louis van Halden said so."),
        ("It was said by the Halden Courier.", "The Halden Harbour closed."),
        ("It was said by the WHO.", "Then the Karrow board said so."),
        ("It was said by the Oster Bay Club.", "Then Ana Reyes said so."),
        ("It was said by Li.", "Then Ana Reyes said so."),
        ("It was said by Xu Q.", "Then Ana Reyes said so."),
    ],
)
def test_a_name_with_one_word_in_common_is_another_name(claim: str, passage: str) -> None:
    assert len(found(claim, passage)) == 1


def test_titles_weekdays_and_posts_are_no_names() -> None:
    claim = "The President met the CEO and Dr on a Tuesday in May when I and GOP men left."

    assert looked(claim, "Nobody met.") == Looked()


def test_money_is_no_name() -> None:
    assert looked("It cost US$12 or EUR 10, or USD 12.", "Nothing.") == Looked()


def test_a_headline_has_no_names_and_a_list_has() -> None:
    assert looked("Karrow Dam Bursts Above Lindmere Village", "Nothing.") == Looked()
    assert found("Cast Petra Ostrand, Mara Lindqvist, Tom Vale", *PASSAGE)


def test_a_part_of_a_longer_name_of_the_claim_is_not_looked_for_again() -> None:
    passage = "The City have won four derbies, and United none."

    assert not found("They say Lindmere City have won four Lindmere derbies.", passage)


def test_a_first_name_is_not_taken_for_another_person() -> None:
    passage = ("Ana Reyes came.", "Despite the wish to keep Ana, the board let the engineer go.")

    assert not found("Despite the wish to keep Reyes, the board let the engineer go.", *passage)


def test_a_possessive_goes_with_the_word_after_it() -> None:
    passage = (
        "The board will let Halden's Tom Vale lead the works.",
        "It had asked Reyes first.",
    )

    assert not found("The board will let Reyes lead the works.", passage[1], passage[0][:22])


@pytest.mark.parametrize(
    ("language", "claim", "passage"),
    [
        ("fr", "Selon Ana Reyes, l'Allemagne a payé.", "Reyes a dit que le Trésor allemand paie."),
        ("es", "Según Ana Reyes, EE. UU. pagó.", "Reyes dijo que Estados Unidos pagó."),
        ("pt", "Segundo Ana Reyes, o Brasil pagou.", "Reyes disse que o governo brasileiro pagou."),
        ("vi", "Theo ông Nguyễn Văn Lâm, mưa lớn.", "Ông Lâm nói mưa lớn."),
    ],
)
def test_other_languages_with_capitals(language: str, claim: str, passage: str) -> None:
    assert not found(claim, passage, language=language)
    assert looked(claim, passage, language=language).items
    stranger = claim.replace("Ana Reyes", "Petra Ostrand").replace("Nguyễn Văn Lâm", "Trần Hoa")
    assert found(stranger, passage, language=language)


@pytest.mark.parametrize(
    ("language", "claim"),
    [
        ("de", "Die Gouverneurin Petra Ostrand sprach am Abend in Halden."),
        ("ar", "قالت الحاكمة إن السد انهار"),
        ("zh", "州长说大坝决口"),
        ("hi", "राज्यपाल ने कहा"),
        ("it", "Ha parlato Petra Ostrand."),
    ],
)
def test_nothing_is_said_where_capitals_make_no_names(language: str, claim: str) -> None:
    assert looked(claim, "Nothing.", language=language) == Looked()


def test_across_languages_a_name_is_only_found_never_missed() -> None:
    claim = "It was said by Ana Reyes in Cologne."

    assert looked(claim, "Ana Reyes sagte das in Köln.", cited="de") == Looked(1)
    assert looked(claim, "قالت ذلك الحاكمة", cited="ar") == Looked()


def test_no_passage_has_no_name() -> None:
    assert found("It was said by Ana Reyes.") == ["Ana Reyes"]


WORDS = ["Ana", "Reyes", "Tom", "Vale", "the", "dam", "of", "Halden", "NHB", "US", "French"]
WORDS += ["van", "told", "that", "Mr", "Tuesday", "in", "Norway", "12", "J.", "St.", "Karrow-Dam"]
WORDS += ["Reyes's", "-", "(Vale)", "#Halden", '"Oster', "us", "Café", "El", "said,", "end."]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=20).map(" ".join)


@given(st.lists(SENTENCES, min_size=1, max_size=5), st.data())
def test_a_claim_that_is_a_passage_sentence_has_no_finding(
    passage: Sequence[str], data: st.DataObject
) -> None:
    answer = looked(data.draw(st.sampled_from(passage)), *passage)

    assert (answer.findings, answer.doubts) == ((), ())


@given(st.lists(st.text(max_size=60), min_size=2, max_size=4))
def test_any_text_can_be_looked_at(texts: Sequence[str]) -> None:
    answer = looked(texts[0], *texts)

    assert (answer.findings, answer.doubts) == ((), ())


def test_a_run_of_capitals_without_end_is_cut_into_names() -> None:
    names = read(f"They went to meet {'Ana Reyes ' * 100}", "en").names

    assert max(len(name.keys) for name in names) == 12
    assert sum(len(name.keys) for name in names) == 200


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("South Korea fired it.", "North Korea fired it."),
        ("It came from North Korea.", "It came from South Korea."),
        ("The Democratic Republic of Congo closed it.", "The Republic of Congo closed it."),
        ("Officials say Guinea closed it.", "Equatorial Guinea closed it."),
    ],
)
def test_a_country_is_not_named_by_the_longer_name_of_another(claim: str, passage: str) -> None:
    assert found(claim, passage) or looked(claim, passage).doubts


@pytest.mark.parametrize("claim", ["The Congo closed it.", "The Korean envoy left."])
def test_a_shorter_name_may_be_either_country(claim: str) -> None:
    passage = "The Republic of Congo closed it. The envoy of North Korea left."

    assert looked(claim, passage).findings == ()


@pytest.mark.parametrize("claim", ["Eva Reyes is the mayor.", "The mayor is Eva Reyes."])
def test_another_first_name_is_found_where_the_passage_opens_with_the_name(claim: str) -> None:
    assert found(claim, "Ana Reyes is the mayor.") == ["Eva Reyes"]


@pytest.mark.parametrize(
    ("language", "claim", "passage"),
    [
        ("en", "It is 41 degrees Celsius.", "It is 41°C."),
        ("en", "It costs Rs 2.5bn.", "It costs 2.5 billion rupees."),
        ("fr", "Cela vaut 2,5 Md€.", "Cela vaut 2,5 milliards d'euros."),
    ],
)
def test_a_unit_is_no_name(language: str, claim: str, passage: str) -> None:
    assert found(claim, passage, language=language) == []


def test_a_name_may_be_cut_to_its_first_letters() -> None:
    assert found("The Fed kept rates.", "The Federal Reserve kept rates.") == []
