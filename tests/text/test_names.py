from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.text.names import names, who_and_where


def kinds(text: str, language: str = "en") -> dict[str, str]:
    return {name.text: name.kind for name in names(text, language)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They saw President Ana Reyes there.", "Ana Reyes", "person"),
        ("They met Mr. Vale again.", "Vale", "person"),
        ("It is late, said Ana Reyes.", "Ana Reyes", "person"),
        ("The driver, Ana Reyes, 34, was hurt.", "Ana Reyes", "person"),
        ("They saw Mayor-elect Ana Reyes there.", "Ana Reyes", "person"),
        ("The Elmshire Ministry of Health closed.", "Elmshire Ministry of Health", "organisation"),
        ("A paper by the ABCD was late.", "ABCD", "organisation"),
        ("A flood in Port Halden was late.", "Port Halden", "place"),
        ("They crossed the Elm River again.", "Elm River", "place"),
        ("He flew home to Norway again.", "Norway", "place"),
        ("They signed the Elm Valley Agreement again.", "Elm Valley Agreement", "other"),
    ],
)
def test_the_words_beside_a_name_tell_what_it_is(text: str, name: str, kind: str) -> None:
    assert kinds(text).get(name) == kind


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("fr", "Une crue à Port Halden a surpris.", "Port Halden", "place"),
        ("fr", "Le pont est fermé, a déclaré Anne Roux.", "Anne Roux", "person"),
        ("es", "Una crecida en Port Halden sorprendió.", "Port Halden", "place"),
        ("es", "El puente está cerrado, dijo Ana Reyes.", "Ana Reyes", "person"),
    ],
)
def test_french_and_spanish_cues_are_known(language: str, text: str, name: str, kind: str) -> None:
    assert kinds(text, language).get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Storm Kills Dozens In Port Halden After Dam Fails",
        "It rained on Monday and in March.",
        "The Norwegian and French ships sailed.",
        "The President and the Prime Minister left.",
        "When the rain stopped they left.",
        "Heavy rain fell.",
        "I think so.",
        "King Henry VIII",
        "大坝决口，三人死亡。",
    ],
)
def test_what_only_has_a_capital_is_no_name(text: str) -> None:
    assert not {"Storm", "Monday", "March", "Norwegian", "President", "When", "Heavy", "I"} & set(
        kinds(text)
    )
    assert "VIII" not in kinds(text)


def test_titles_are_left_out_of_the_name_and_kept_in_institutions() -> None:
    found = kinds("They met Harbor Police Chief Tom Vale and the Justice Department then.")
    assert "Tom Vale" in found
    assert "Justice Department" in found


def test_a_person_and_their_ministry_are_two_names() -> None:
    found = kinds("They met Ana Reyes of the Ministry of Health then.")
    assert set(found) == {"Ana Reyes", "Ministry of Health"}


def test_the_paper_that_was_told_is_not_who_acts() -> None:
    assert kinds("The mayor told the ABC then.") == {"ABC": "other"}


def test_a_full_stop_ends_a_name() -> None:
    assert "Elm. Tom Vale" not in kinds("They went to Elm. Tom Vale stayed.")


def test_only_runs_of_words_are_names_in_german() -> None:
    assert "Wasser" not in kinds("Sie sah das Wasser in der Stadt.", "de")


def test_the_full_form_stands_for_the_last_name() -> None:
    found = who_and_where(
        ["Mayor Ana Reyes opened the bridge.", "Reyes said it was late.", "Then Reyes left."], "en"
    )
    assert found.who == ("Ana Reyes",)


def test_the_most_frequent_come_first_and_at_most_six() -> None:
    people = [
        f"They met Mr. {name} again."
        for name in ["Able", "Baker", "Cole", "Dunn", "Eads", "Ford", "Gale"]
    ]
    found = who_and_where([*people, "They met Mr. Gale again."], "en")
    assert found.who[0] == "Gale"
    assert len(found.who) == 6


def test_a_dateline_is_a_place_in_its_written_form() -> None:
    found = who_and_where(
        ["PORT HALDEN, Elmshire (CNW) — The dam broke.", "Roads in Port Halden are closed."], "en"
    )
    assert found.where == ("Port Halden",)


def test_a_dateline_alone_stands_as_it_is_written() -> None:
    assert who_and_where(["PORT HALDEN — The dam broke."], "en").where == ("PORT HALDEN",)


def test_a_verb_before_a_known_name_is_not_part_of_it() -> None:
    found = who_and_where(["They met Mr. Tom Vale then.", "Add Tom Vale to the list."], "en")
    assert found.who == ("Tom Vale",)


def test_a_known_last_name_counts_at_the_head_of_a_sentence() -> None:
    found = who_and_where(
        [
            "They met Mayor Ana Reyes and Mr. Vale.",
            "They met Vale, who left.",
            "They saw Mr. Vale.",
            "Vale left.",
        ],
        "en",
    )
    assert found.who[0] == "Vale"


def test_scripts_without_capitals_have_no_names() -> None:
    assert who_and_where(["大坝决口，三人死亡。", "انهار السد في المدينة."], "zh").who == ()


_SENTENCE = (
    "Ana Reyes President of the Ministry in Port Halden said , . Mr. US U.S. (ABC) — Monday I "
    "FLOOD when When de Vale's O'Neil J. “ ” Elm-Side said"
)
_WORDS = st.sampled_from(_SENTENCE.split())


@given(
    st.lists(_WORDS, max_size=12).map(" ".join) | st.text(max_size=50),
    st.sampled_from(["en", "fr", "es", "de", "zh"]),
)
def test_any_text_gives_ordered_disjoint_names(text: str, language: str) -> None:
    last = 0
    for name in names(text, language):
        assert last <= name.start < name.end <= len(text)
        assert text[name.start : name.end] == name.text
        last = name.end
    found = who_and_where([text], language)
    assert all(name in text for name in (*found.who, *found.where))
