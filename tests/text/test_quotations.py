from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.text.quotations import QuotedSpan, quotations
from summarize.text.sentences import tile


def found(text: str, language: str = "en") -> tuple[QuotedSpan, ...]:
    return quotations(text, tile(text, language), language)


def speakers(text: str, language: str = "en") -> list[str | None]:
    return [span.speaker for span in found(text, language)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We will rebuild every house here,” said Ana Reyes.", "Ana Reyes"),
        ("“We will rebuild every house here,” Ana Reyes said.", "Ana Reyes"),
        ("“We will rebuild every house here,” said Mayor Ana Reyes.", "Ana Reyes"),
        ("“We will rebuild every house here,” Reyes, the mayor, told reporters.", "Reyes"),
        ("“We will rebuild every house here,” said a spokeswoman.", "a spokeswoman"),
        ("“We will rebuild every house here,” officials said.", "officials"),
        ("“We will rebuild every house here,” according to Tom Vale.", "Tom Vale"),
        ("“We will rebuild every house here,” said the mayor's lawyer.", "the mayor's lawyer"),
        ("“We will rebuild every house here” than now, said Ana Reyes.", "Ana Reyes"),
        ('Ana Reyes said: "We will rebuild every house here."', "Ana Reyes"),
        ('Ana Reyes told reporters "we will rebuild every house here".', "Ana Reyes"),
        ("According to Tom Vale, “we will rebuild every house here.”", "Tom Vale"),
        ("“We will rebuild every house here,” the mayor’s brother Tom Vale said.", "Tom Vale"),
        ("When asked, Ana Reyes replied, “we will rebuild every house here.”", "Ana Reyes"),
        (
            "“We will rebuild every house here,” said Ana Reyes and Tom Vale.",
            "Ana Reyes and Tom Vale",
        ),
        (
            "“We will rebuild every house here,” said Housing and Harbour Secretary Ana Reyes.",
            "Ana Reyes",
        ),
        ("‘We will rebuild every house here,’ said Ana Reyes.", "Ana Reyes"),
        ("'We'll rebuild every house here,' said Ana Reyes.", "Ana Reyes"),
        ("“We will rebuild every house here.”", None),
    ],
)
def test_the_speaker_stands_beside_the_words(text: str, speaker: str | None) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "« Nous allons tout reconstruire ici », a déclaré Anne Roux.", "Anne Roux"),
        ("fr", "« Nous allons tout reconstruire ici », a dit la maire.", "la maire"),
        ("fr", "Selon Anne Roux, « nous allons tout reconstruire ici ».", "Anne Roux"),
        ("fr", "« Nous allons tout reconstruire ici », selon un témoin.", "un témoin"),
        ("es", '"Vamos a reconstruir todas las casas", dijo Ana Reyes.', "Ana Reyes"),
        ("es", '"Vamos a reconstruir todas las casas", afirmó el alcalde.', "el alcalde"),
        ("es", 'Según Ana Reyes, "vamos a reconstruir todas las casas".', "Ana Reyes"),
        ("de", "„Wir werden jedes Haus wieder aufbauen“, sagte Ana Reyes.", None),
        ("zh", "他说「我们将重建所有的房屋和道路」。", None),
    ],
)
def test_other_languages_have_their_own_marks_and_verbs(
    language: str, text: str, speaker: str | None
) -> None:
    assert speakers(text, language) == [speaker]


def test_the_span_is_the_whole_sentence_and_the_words_stand_between_the_marks() -> None:
    text = "It rained. “We will rebuild every house here,” said Ana Reyes. It stopped."
    (span,) = found(text)
    assert text[span.start : span.end] == "“We will rebuild every house here,” said Ana Reyes."
    assert span.words == "We will rebuild every house here"


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    text = "“We will rebuild every house,” said Ana Reyes. “It is going to be slow and hard.”"
    assert speakers(text) == ["Ana Reyes", "Ana Reyes"]


def test_a_short_quotation_names_the_speaker_of_the_one_after_it() -> None:
    text = "“It hurts,” said Tom Vale. “We have lost every house in this street.”"
    assert speakers(text) == ["Tom Vale"]


def test_two_parts_in_one_sentence_are_one_quotation() -> None:
    text = "“We will rebuild every house,” said Ana Reyes, “and we will do it by spring.”"
    (span,) = found(text)
    assert span.words == "We will rebuild every house … and we will do it by spring."
    assert span.speaker == "Ana Reyes"


def test_he_said_is_the_one_person_named_before() -> None:
    text = "The mayor, Mr. Tom Vale, came late.\n\n“There is no more water left,” he said."
    assert speakers(text) == ["Tom Vale"]


def test_he_said_is_nobody_where_two_can_be_meant() -> None:
    text = "Mr. Tom Vale met Mr. Sam Cole.\n\n“There is no more water left,” he said."
    assert speakers(text) == [None]


def test_he_said_is_whoever_was_quoted_before() -> None:
    text = "“We will rebuild every house,” said Tom Vale.\n\n“There is no water left,” he said."
    assert speakers(text) == ["Tom Vale", "Tom Vale"]


def test_elle_a_dit_is_resolved_too() -> None:
    text = (
        "« Nous allons reconstruire toutes les maisons », a déclaré Anne Roux, la maire. "
        "« Il faut attendre encore quelques jours », a-t-elle ajouté."
    )
    assert speakers(text, "fr") == ["Anne Roux", "Anne Roux"]


@pytest.mark.parametrize(
    "text",
    [
        "They called it “a gift” then.",
        "The men's and women's teams didn't win in the end.",
        'He said "we will rebuild every house here and left.',
        "They watched “The Long Road To Port Halden” again.",
        "It was 5' 11\" and then 6' 2\" tall in the end, they said.",
    ],
)
def test_phrases_apostrophes_titles_and_unbalanced_marks_are_no_quotations(text: str) -> None:
    assert found(text) == ()


def test_a_transcript_over_many_sentences_is_left_out() -> None:
    text = "“" + "We will rebuild every house here. " * 12 + "”"
    spans = [(i, i + 34) for i in range(1, len(text) - 34, 34)]
    assert quotations(text, [(0, 1), *spans], "en") == ()


def test_words_outside_the_given_sentences_are_left_out() -> None:
    assert quotations("“We will rebuild every house,” said Ana.", [], "en") == ()


_PARAGRAPHS = '“ ” " « » ‘ ’ 「 」 „ said he Ana Reyes we will rebuild every house , . \n\n told a'
_PIECES = st.sampled_from(_PARAGRAPHS.split(" "))


@given(
    st.lists(_PIECES, max_size=25).map(" ".join) | st.text(max_size=80),
    st.sampled_from(["en", "fr", "es", "zh"]),
)
def test_any_text_gives_ordered_disjoint_spans(text: str, language: str) -> None:
    spans = found(text, language)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_who_is_named_beside_an_office_is_the_speaker() -> None:
    text = "“We are for plain arithmetic here,” said the council's leader, Bram Ostley."

    assert speakers(text) == ["Bram Ostley"]


def test_a_speaker_named_in_full_elsewhere_is_named_in_full() -> None:
    text = (
        "Ana Reyes, the mayor, spoke on Monday. The town listened.\n\n"
        "“We will rebuild every house here,” Reyes said."
    )

    assert speakers(text) == ["Ana Reyes"]
