import re
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarize.text.calendar_words import CALENDARS
from summarize.text.date_patterns import reader
from summarize.text.dates import DateMention, dates, matches

THURSDAY = date(2026, 5, 7)

LANGUAGES = [*CALENDARS, "ko"]


def found(text: str, language: str, published: date | None = THURSDAY) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.iso) for m in dates(text, language, published)]


ENGLISH = [
    ("The council met on Tuesday.", [("Tuesday", "2026-05-05")]),
    ("The council met on Thursday.", [("Thursday", "2026-05-07")]),
    ("It met last Thursday.", [("last Thursday", "2026-04-30")]),
    ("It meets next Thursday.", [("next Thursday", "2026-05-14")]),
    ("It meets this Friday.", [("this Friday", "2026-05-08")]),
    ("It met this past Monday.", [("this past Monday", "2026-05-04")]),
    ("The council will vote on Monday.", [("Monday", "2026-05-11")]),
    ("The bill is expected to be published Monday.", [("Monday", "2026-05-11")]),
    ("On Friday, the court will rule.", [("Friday", "2026-05-08")]),
    ("On Wednesday the mayor said it will rain.", [("Wednesday", "2026-05-06")]),
    ("Reyes, who will retire, said on Monday.", [("Monday", "2026-05-04")]),
    ("It came yesterday, not today.", [("yesterday", "2026-05-06"), ("today", "2026-05-07")]),
    ("It ends tomorrow at 10:30.", [("tomorrow", "2026-05-08")]),
    ("Rain fell last week.", [("last week", "2026-04-27/2026-05-03")]),
    ("Rain fell this week.", [("this week", "2026-05-04/2026-05-10")]),
    ("Rain fell last month and last year.", [("last month", "2026-04"), ("last year", "2025")]),
    ("It fell two days ago.", [("two days ago", "2026-05-05")]),
    ("It fell three weeks ago.", [("three weeks ago", "2026-04-13/2026-04-19")]),
    ("It fell 5 months ago.", [("5 months ago", "2025-12")]),
    ("It fell a year ago.", [("a year ago", "2025")]),
    ("The fire of May 6 spread.", [("May 6", "2026-05-06")]),
    ("The fire of 6 May spread.", [("6 May", "2026-05-06")]),
    ("On Tuesday, May 5, it spread.", [("Tuesday, May 5", "2026-05-05")]),
    ("In this Monday, Jan. 12, 2026 photo", [("this Monday, Jan. 12, 2026", "2026-01-12")]),
    ("In this May 4, 2001, photo", [("May 4, 2001", "2001-05-04")]),
    ("Talks of May 6-7 failed.", [("May 6-7", "2026-05-06/2026-05-07")]),
    ("Talks of May 6–7, 2025 failed.", [("May 6–7, 2025", "2025-05-06/2025-05-07")]),
    ("Talks from May 6 to May 8 failed.", [("May 6 to May 8", "2026-05-06/2026-05-08")]),
    ("Snow from Dec. 30 to Jan. 2.", [("Dec. 30 to Jan. 2", "2025-12-30/2026-01-02")]),
    ("In March 2025 it began.", [("March 2025", "2025-03")]),
    ("It began in May.", [("May", "2026-05")]),
    ("It began in December.", [("December", "2025-12")]),
    ("It began last December.", [("last December", "2025-12")]),
    ("It ends next March.", [("next March", "2027-03")]),
    ("It ends next June.", [("next June", "2026-06")]),
    ("It began this June.", [("this June", "2026-06")]),
    ("Sept. 5 and Jan. 25 count.", [("Sept. 5", "2026-09-05"), ("Jan. 25", "2026-01-25")]),
    ("The 5th of May 2021 was cold.", [("5th of May 2021", "2021-05-05")]),
    ("In 2019 the mill closed.", [("2019", "2019")]),
    ("The film (2011) won.", [("2011", "2011")]),
    ("By 2030 the mill closes.", [("2030", "2030")]),
    ("The years 2017-2019 were dry.", [("2017-2019", "2017-01-01/2019-12-31")]),
    ("The season 2007-08 was dry.", [("2007-08", "2007-01-01/2008-12-31")]),
    ("Signed on 2026-03-10.", [("2026-03-10", "2026-03-10")]),
    ("Signed on 13/03/2026.", [("13/03/2026", "2026-03-13")]),
    ("Signed on 03/13/2026.", [("03/13/2026", "2026-03-13")]),
]

NOT_DATES = [
    "It may 6 times fail, and they march 2 by 2.",
    "She may, they march on.",
    "A group of 2019 people paid $2019 for 2019 seats.",
    "Signed on 10/03/2026.",
    "On Feb. 30 and 2026-02-30 nothing happened.",
    "It opened at 10:30 on Black Friday.",
    "The Sunday Times wrote of June Lind.",
    "Some 49,000 years ago people came.",
    "In 2019.5 units, in 2019% of cases, in 1850.",
    "The order 8-6 May and 2019-2017.",
    "USA TODAY wrote it.",
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_dates_mean_what_a_newspaper_means(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text, "en") == expected


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert found(text, "en") == []


# The dates stand in brackets.
OTHERS = [
    ("fr", "Il est venu [mardi].", "2026-05-05"),
    ("fr", "Le conseil votera [lundi].", "2026-05-11"),
    ("fr", "Il est venu [mardi dernier].", "2026-05-05"),
    ("fr", "Il vient [jeudi prochain].", "2026-05-14"),
    ("fr", "[Mardi 5 mai], le [9 mars]", "2026-05-05 2026-03-09"),
    ("fr", "[Hier], [la semaine dernière]", "2026-05-06 2026-04-27/2026-05-03"),
    ("fr", "du [6 au 8 mai]", "2026-05-06/2026-05-08"),
    ("fr", "du [30 avril au 2 mai 2025]", "2025-04-30/2025-05-02"),
    ("fr", "Le [1er mai], en [mars]", "2026-05-01 2026-03"),
    ("fr", "[L’an dernier], en [2019]", "2025 2019"),
    ("fr", "[il y a trois jours]", "2026-05-04"),
    ("fr", "le [10/03/2026]", "2026-03-10"),
    ("es", "Llegó el [martes].", "2026-05-05"),
    ("es", "El consejo votará el [lunes].", "2026-05-11"),
    ("es", "el [martes pasado]", "2026-05-05"),
    ("es", "el [próximo jueves]", "2026-05-14"),
    ("es", "el [9 de marzo de 2026]", "2026-03-09"),
    ("es", "[Ayer] y [la semana pasada]", "2026-05-06 2026-04-27/2026-05-03"),
    ("es", "del [6 al 8 de mayo]", "2026-05-06/2026-05-08"),
    ("es", "en [marzo de 2025], [hace dos días]", "2025-03 2026-05-05"),
    ("es", "en la Plaza de Mayo, un grupo de 2019 personas", ""),
    ("de", "Am [9. März 2026], vom [6. bis 8. Mai]", "2026-03-09 2026-05-06/2026-05-08"),
    ("de", "Am [Dienstag], am [10.03.2026]", "2026-05-05 2026-03-10"),
    ("pt", "[9 de março de 2026], na [quarta-feira]", "2026-03-09 2026-05-06"),
    (
        "it",
        "il [9 marzo 2026], [martedì], dal [6 all’8 maggio]",
        "2026-03-09 2026-05-05 2026-05-06/2026-05-08",
    ),
    ("zh", "[2026年3月10日]，[3月11日]", "2026-03-10 2026-03-11"),
    ("zh", "[星期二]、[周三]，[上周二]", "2026-05-05 2026-05-06 2026-04-28"),
    (
        "zh",
        "[3月6日至8日]，[2025年3月]，[2019年]，[上周]",
        "2026-03-06/2026-03-08 2025-03 2019 2026-04-27/2026-05-03",
    ),
    ("ja", "[2026年3月10日]、[火曜日]、[昨日]", "2026-03-10 2026-05-05 2026-05-06"),
    ("ar", "في [10 آذار/مارس 2026]", "2026-03-10"),
    ("ar", "يوم [الثلاثاء] ووالثلاثاء الماضي و[أمس]", "2026-05-05 2026-05-06"),
    ("ar", "و[الثلاثاء الماضي]، [١٠ مارس ٢٠٢٦]، عام [2019]", "2026-05-05 2026-03-10 2019"),
    ("ur", "[10 مارچ 2026]، [منگل کے روز]", "2026-03-10 2026-05-05"),
    ("ur", "اس ہفتہ وار، [2019] میں", "2019"),
    ("hi", "[10 मार्च 2026], [मंगलवार] को, [2019] में", "2026-03-10 2026-05-05 2019"),
    ("vi", "ngày [10 tháng 3 năm 2026], [10/3/2026]", "2026-03-10 2026-03-10"),
    ("vi", "ngày [10/3], tháng [3 năm 2025], [hôm qua]", "2026-03-10 2025-03 2026-05-06"),
    ("ko", "[2026-03-10], [13/03/2026], 10/03/2026", "2026-03-10 2026-03-13"),
]


@pytest.mark.parametrize(("language", "marked", "expected"), OTHERS)
def test_other_languages_read_their_own_words(language: str, marked: str, expected: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    spans = re.findall(r"\[(.*?)\]", marked)
    assert found(text, language) == list(zip(spans, expected.split(), strict=True))


def test_a_month_at_the_turn_of_the_year_is_in_the_closest_year() -> None:
    assert found("It opens on January 3.", "en", date(2025, 12, 20)) == [
        ("January 3", "2026-01-03")
    ]


def test_the_29th_of_february_is_in_a_leap_year() -> None:
    assert found("It opened on Feb. 29.", "en", date(2025, 3, 1)) == [("Feb. 29", "2024-02-29")]


def test_without_publication_only_dates_with_a_year_remain() -> None:
    text = "On Tuesday, May 6, yesterday, in May, two days ago, May 6, 2026, since 2019, 2017-2019."
    assert [shown for shown, _ in found(text, "en", None)] == ["May 6, 2026", "2019", "2017-2019"]


def test_capitals_are_read_as_names_of_months() -> None:
    assert found("CLOSED ON MAY 6, 2026", "en") == [("MAY 6, 2026", "2026-05-06")]


def test_a_day_before_the_first_is_left_out() -> None:
    assert found("It was yesterday.", "en", date(1, 1, 1)) == []


# Parts of dates, to be put together wrongly.
WORDS = """May 6 - 2026 Tuesday next in will ago a year / 3 mars de au 月 日 年 周 上周 二 مارس و في
मार्च में tháng ngày 31 1er Feb. ( ) , 29 0 9999 hace días of June this"""
pieces = st.sampled_from([*WORDS.split(), " ", "\n"])


@given(
    text=st.one_of(st.text(), st.lists(pieces, max_size=30).map("".join)),
    language=st.sampled_from(LANGUAGES),
    published=st.one_of(st.none(), st.dates()),
)
@example(text="0年", language="zh", published=None)
@example(text="9999 years ago, 12 months ago", language="en", published=date.min)
def test_mentions_lie_in_the_text_in_order_and_apart(
    text: str, language: str, published: date | None
) -> None:
    last = 0
    for mention in dates(text, language, published):
        assert isinstance(mention, DateMention)
        assert last <= mention.start < mention.end <= len(text)
        assert mention.first <= mention.last
        last = mention.end


def test_every_word_of_a_calendar_is_lower_case() -> None:
    words = [
        word
        for calendar in CALENDARS.values()
        for word in (*calendar.months, *calendar.weekdays, *calendar.days, *calendar.turns)
    ]
    assert [word for word in words if word != word.lower()] == []


def _vocabulary(language: str) -> list[str]:
    """The words of a calendar, numbers and signs: texts of these are nearly dates."""
    calendar = CALENDARS[language]
    names = "|".join((*calendar.months, *calendar.weekdays, *calendar.units)).split("|")
    words = [*names, *calendar.days, *calendar.turns, *calendar.periods, *calendar.counts]
    signs = ["1", "2", "9", "31", "2026", "1999", "-", "–", "/", ".", ",", "de", "le", "to", "of"]
    signs += [
        "ngày",
        "tháng",
        "năm",
        "月",
        "日",
        "年",
        "بین",
        "إلى",
        "से",
        "bis",
        "du",
        "au",
        "al",
        "in",
    ]
    return [word for word in (*words, *(w.capitalize() for w in words), *signs) if word]


@given(st.data())
@settings(max_examples=400)
def test_no_order_of_the_words_of_a_calendar_breaks_it(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(sorted(CALENDARS)))
    words = data.draw(st.lists(st.sampled_from(_vocabulary(language)), max_size=7))
    glue = data.draw(st.sampled_from([" ", "", "-", " - "]))
    text = glue.join(words)

    mentions = dates(text, language, THURSDAY)

    assert all(0 <= m.start < m.end <= len(text) and m.first <= m.last for m in mentions)


@given(st.data())
def test_no_date_is_missed_where_the_pattern_is_not_tried(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(sorted(CALENDARS)))
    words = [*_vocabulary(language), "ago", "il y a", "hace", "the", "of", "İ", "X²"]
    text = " ".join(data.draw(st.lists(st.sampled_from(words), max_size=9)))

    tried = [match.span() for _, match in matches(text, language)]

    assert tried == [match.span() for match in reader(language).pattern.finditer(text)]
