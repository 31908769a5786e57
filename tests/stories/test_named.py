from __future__ import annotations

from summarize.stories.named import named
from tests.stories.texts import DAM, article


def names(*texts: str, language: str = "en") -> list[dict[str, int]]:
    return [dict(own) for own in named([article(t, t, language=language) for t in texts])]


def test_a_word_with_a_capital_inside_sentences_is_a_name_wherever_it_stands() -> None:
    (own,) = names("Karrow lies low. The dam at Karrow broke.")
    assert own == {"karrow": 2}


def test_a_word_that_others_write_small_is_none() -> None:
    first, _ = names("We saw Doctor Vale there.", "We saw a doctor and a doctor there.")
    assert first == {"vale": 1}


def test_days_months_titles_and_short_words_are_no_names() -> None:
    assert names("It was on Tuesday in March that Governor Jo met the UN.") == [{}]


def test_names_are_counted_in_the_title_too() -> None:
    (own,) = named([article("a", "The dam at Karrow broke.", title="Flood below Karrow")])
    assert own == {"karrow": 2}


def test_accents_do_not_part_a_name_of_two_languages() -> None:
    english = article("a", "They met in Evran at noon.")
    french = article("b", "Le barrage près d’Évran a cédé.", language="fr")
    assert [set(own) for own in named([english, french])] == [{"evran"}, {"evran"}]


def test_another_script_has_the_names_of_the_pile_that_it_spells() -> None:
    english = article("a", "The dam at Karsten broke, said Anton Brevik.")
    arabic = article("b", "انهار سد كارستن، قال أنطون بريفيك.", language="ar")
    chinese = article("c", "安东·布雷维克说，卡斯滕的大坝决堤。", language="zh")
    _, *found = named([english, arabic, chinese])
    assert [set(own) for own in found] == [{"karsten", "anton", "brevik"}] * 2


def test_capitals_of_one_language_say_nothing_about_another() -> None:
    german = article("a", "Sie sah den Damm.", language="de")
    english = article("b", "They saw the damm.", language="en")
    assert [set(own) for own in named([german, english])] == [{"damm"}, set()]


def test_only_the_head_of_a_text_is_read() -> None:
    (own,) = names(DAM + " word" * 1_000 + " at Wexcombe.")
    assert "karrow" in own
    assert "wexcombe" not in own
