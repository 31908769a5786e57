from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.local.standing import Standing, standing_of, stands

NAMED = "Governor Hedda Marwick told reporters that the Karrow Dam had failed."
UNNAMED = "The Karrow Dam burst on Monday night and flooded two towns."


@pytest.mark.parametrize(
    "text",
    [
        UNNAMED,
        NAMED,
        "Sorvald said on Monday that she would stay in office.",
        "A father tried to carry his son out of the flooded house.",
        "The baker in Lindmere said that her shop was gone for good.",
        "Rescuers said on Tuesday that they had searched every house.",
        "Governor Marwick said: “We have nothing left to give them.”",
        "Insurers in the US expect a bill of two billion dollars.",
        "The dam was built in the spring of this century, officials said.",
    ],
)
def test_a_sentence_that_names_all_it_speaks_of_stands_alone(text: str) -> None:
    assert stands(text, "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("One falling beam hit his arm on Monday night.", "en"),
        ("On Monday evening he left the town with two bags.", "en"),
        ("In both cases, the towns were warned an hour before.", "en"),
        ("Of that, three million is meant for the schools.", "en"),
        ("The second breach came an hour later near Lindmere.", "en"),
        ("During the first hours of that storm the towns were cut off.", "en"),
        ("“Ana Tolver was asleep when it came,” he said on Tuesday.", "en"),
        ("The prize of FloodFund.com grows by the hour, she said.", "en"),
        ("Statistical tools cannot answer those questions any better.", "en"),
        ("One grabbed a purse from the car and ran to the river.", "en"),
        ("The usual view is they came by boat in the night.", "en"),
        ("In thirty years we have never seen such a flood here.", "en"),
        ("Pour sa part, la préfecture a ouvert trois écoles.", "fr"),
        ("Lundi soir, il a quitté la ville avec deux valises.", "fr"),
        ("Sin embargo, la presa aguantó toda la noche del lunes.", "es"),
        ("Daraufhin wurde die Brücke für zwei Tage gesperrt.", "de"),
        ("No entanto, a barragem resistiu durante toda a noite.", "pt"),
        ("Tuy nhiên, con đập vẫn giữ được suốt đêm thứ Hai.", "vi"),
        ("しかし、ダムは月曜日の夜を通して持ちこたえたという。", "ja"),
        ("此外,大坝在星期一整个夜里都没有决口的危险发生。", "zh"),
        ("इसके बाद दोनों शहरों में पानी भर गया था और लोग चले गए।", "hi"),
    ],
)
def test_a_sentence_that_points_outside_itself_does_not(text: str, language: str) -> None:
    assert not stands(text, language)


def test_it_may_follow_a_sentence_that_names_whom_it_means() -> None:
    said = "He also said that more rain was on its way to the valley."

    assert standing_of(said.replace("He", "She"), NAMED, "en") is Standing.AFTER
    assert standing_of(said, UNNAMED, "en") is Standing.NOT
    assert standing_of(said, "", "en") is Standing.NOT


def test_a_speaker_is_known_by_name() -> None:
    said = "More rain was on its way to the whole of the valley, she said."

    assert standing_of(said, "The winner was not known until Tuesday.", "en") is Standing.NOT
    assert standing_of(said, NAMED, "en") is Standing.AFTER


def test_what_goes_on_without_a_pronoun_may_follow_any_sentence() -> None:
    assert standing_of("In both cases, towns were warned late.", UNNAMED, "en") is Standing.AFTER


@pytest.mark.parametrize(
    "text",
    [
        "(The dam was built in 1931 by the province.)",
        "The mayor of Lindmere then said that the water …",
        "“I know what it is to lose a house in one night. Very hard ...”",
        "Boats near the flooded school in the morning The mayor said on Tuesday that it was over.",
        "Water levels on the Vessen at noon",
        "We went to the dam on Monday night and saw it fail.",
    ],
)
def test_what_is_no_whole_sentence_of_the_news_stands_nowhere(text: str) -> None:
    assert standing_of(text, NAMED, "en") is Standing.NOT


def test_a_language_without_lists_is_judged_by_its_form_alone() -> None:
    assert stands("Zapora pękła w poniedziałek wieczorem i zalała dwa miasta.", "pl")


@given(st.text(min_size=1).map(str.strip).filter(bool), st.sampled_from(["en", "fr", "ja", "xx"]))
def test_any_text_has_a_standing(text: str, language: str) -> None:
    assert standing_of(text, text, language) in Standing
