from __future__ import annotations

from summarize.check.stems import missing, speaks_of_itself, stem, stems


def test_irregular_forms_lead_to_their_base() -> None:
    assert stem("withdrew", "en") == stem("withdraw", "en") == stem("withdrawn", "en")


def test_stop_words_and_numbers_have_no_stem() -> None:
    assert [stem(token, "en") for token in ("the", "17", "seventeen", "million")] == [""] * 4


def test_words_about_the_text_are_no_content() -> None:
    assert stems("The passage describes two harbour bridges", "en") == {"harbour", "bridg"}


def test_longer_words_that_begin_alike_are_not_missing() -> None:
    passage = "A popular cyclist crossed by boat."

    assert missing(stems("cycling crossing boating boot", "en"), [passage], "en") == {
        "cycl",
        "boot",
    }
    assert missing(stems("cyclists", "en"), [passage], "en") == set()


def test_a_sentence_speaks_of_itself_only_by_a_name_that_the_passages_lack() -> None:
    claim = "The text names three harbours."

    assert speaks_of_itself(claim, ["Three harbours closed."], "en")
    assert not speaks_of_itself(claim, ["The text of the treaty names them."], "en")


def test_the_unit_of_a_number_is_no_content() -> None:
    assert stems("It fell 7 per cent to 14 euros", "en") == stems("It fell 7% to €14", "en")
