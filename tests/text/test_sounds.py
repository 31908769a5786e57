from __future__ import annotations

import pytest

from summarize.text.sounds import Known, latin_sounds, plain_latin


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("karsten", "في كارستن أمس"),
        ("karsten", "وكارستن"),
        ("olivete", "قال في أوليفيتي"),
        ("volanin", "Говорит Воланин"),
        ("teklari", "ביקור בטקלרי"),
        ("papandreu", "ο Παπανδρέου"),
        ("karsten", "在卡斯滕附近"),
        ("velkova", "维尔科娃说"),
        ("emberly", "恩伯利"),
        ("brevik", "安东·布雷维克"),
    ],
)
def test_a_name_is_found_in_another_script_by_its_sound(name: str, text: str) -> None:
    assert list(Known([name, "otherwhere"]).found(text)) == [name]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("karsten", "Karsten"),
        ("colt", "قالت"),
        ("catel", "قتل"),
        ("karsten", "في كيرستان"),
        ("ada", "أدا"),
        ("karsten", "今天"),
    ],
)
def test_what_sounds_otherwise_or_says_too_little_is_not(name: str, text: str) -> None:
    assert list(Known([name]).found(text)) == []


def test_of_two_that_may_be_meant_the_nearer_is_taken() -> None:
    assert list(Known(["tirvano", "trevano"]).found("تيرفانو")) == ["tirvano"]


def test_a_name_is_found_as_often_as_it_stands_there() -> None:
    assert list(Known(["karsten"]).found("كارستن ثم كارستن")) == ["karsten", "karsten"]


def test_j_is_said_in_two_ways() -> None:
    assert len(latin_sounds("jorvika", "letters")) == 2


def test_a_name_of_two_consonants_is_too_short() -> None:
    assert latin_sounds("ada", "letters") == ()


def test_accents_are_taken_off() -> None:
    assert plain_latin("Évran") == "evran"
