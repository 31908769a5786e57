"""Number words of ar, de, hi, pt, ru, ur, vi and zh."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.text.spelled import spelled
from summarize.text.spelled_words import SPELLED


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "سبعة عشر شخصا", [17]),
        ("ar", "ثمانية وثلاثون", [38]),
        ("ar", "ثلاثة ملايين دولار", [3e6]),
        ("ar", "مئتين وخمسين ألف", [250e3]),
        ("ar", "في الأيام الثلاثة الأولى", [3]),
        ("ar", "مليون", [1e6]),
        ("de", "achtunddreißig Menschen", [38]),
        ("de", "zweihundertfünfzig oder zwölftausend", [250, 12e3]),
        ("de", "drei Millionen", [3e6]),
        ("de", "viele Millionen", []),
        ("hi", "साढ़े तीन लाख", [350e3]),
        ("hi", "दो सौ पचास", [250]),
        ("hi", "दो तीन", [2, 3]),
        ("pt", "cento e vinte e cinco mil", [125e3]),
        ("pt", "duas ou três", [2, 3]),
        ("ru", "тридцать восемь", [38]),
        ("ru", "двести пятьдесят тысяч", [250e3]),
        ("ur", "ڈھائی ارب", [2.5e9]),
        ("ur", "ایک ارب بیس کروڑ", [1.2e9]),
        ("vi", "ba mươi tám", [38]),
        ("vi", "hai trăm linh năm nghìn", [205e3]),
        ("vi", "Mười bảy", [17]),
        ("zh", "三百二十万人", [3.2e6]),
        ("zh", "百分之三点五", [3.5]),
        ("zh", "一万亿元", [1e12]),
        ("zh", "第三个", []),
        ("zh", "三点", []),
        ("zh", "二〇二六", [2026]),
        ("ar", "مئة ألف مليون", [1e11]),
        ("nl", "twaalf", []),
    ],
)
def test_number_words_are_added_up(language: str, text: str, expected: list[float]) -> None:
    assert [each.value for each in spelled(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "sure"),
    [
        ("ur", "اسی", False),
        ("ur", "پچاس", True),
        ("vi", "năm", False),
        ("vi", "năm mươi", True),
        ("de", "ein", False),
        ("zh", "三人", True),
        ("zh", "三星", False),
    ],
)
def test_a_word_that_is_often_something_else_is_not_sure(
    language: str, text: str, sure: bool
) -> None:
    assert [each.sure for each in spelled(text, language)] == [sure]


@given(st.sampled_from(sorted(SPELLED)), st.data())
def test_every_mention_is_a_span_of_the_text(language: str, data: st.DataObject) -> None:
    words = [*SPELLED[language].words, *SPELLED[language].scales, "Tarn", ","]
    text = " ".join(data.draw(st.lists(st.sampled_from(words), max_size=8)))
    last = 0
    for each in spelled(text, language):
        assert last <= each.start < each.end <= len(text)
        last = each.end
