from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.check.dates import look
from summarize.check.sides import Looked, Side

THURSDAY = date(2026, 5, 7)
MONTHS = [f"{date(2026, month, 1):%B}" for month in range(1, 13)]
WEEKDAYS = [f"{date(2026, 6, day):%A}" for day in range(1, 8)]


def looked(
    claim: str, passage: str, languages: str = "en en", days: tuple[date | None, ...] = (None, None)
) -> Looked:
    one, other = languages.split()
    return look(Side(claim, one, days[0]), [Side(passage, other, days[1])])


def found(*args: object, **kwargs: object) -> list[str]:
    return [finding.text for finding in looked(*args, **kwargs).findings]  # type: ignore[arg-type]


RIGHT = [
    ("It fell in March 2026.", "It fell on 12 March 2026."),
    ("It fell in March.", "It fell on 12 March 2026."),
    ("It fell in 2026.", "It fell on 12 March 2026."),
    ("It fell on March 12.", "It fell on Thursday, 12th of March, 2026."),
    ("It fell on Tuesday.", "It fell on 10 March 2026."),
    ("It fell on Tuesday, 10 March.", "On Tuesday, Reyes said it fell on 10 March."),
    ("It fell on 10 March 2026.", "In 2026 the wall fell, on March 10."),
    ("It fell in the 2007-08 season.", "The 2007/08 season ended it."),
    ("It ran from 2007-2011.", "It ran ( 2007 -- 11 )."),
    ("It ran from May 6-8.", "It ran from May 6 to May 8."),
    ("It ended on May 8.", "It ran from May 6 to May 8."),
    ("It fell in May 2019.", "It ran from May 6 to May 8, 2019."),
    ("It fell on 5 March.", "It fell on March 3, 5 and 9."),
    ("It fell on 10 March 2026.", "It fell on 10/03/2026."),
    ("It fell on 10/03/2026.", "It fell on 3 October 2026."),
    ("It fell yesterday.", "It fell yesterday."),
    ("It fell two weeks ago.", "It fell two weeks ago."),
    ("The June vote failed.", "It failed in June."),
    ("It fell in 1998.", "The class of '98 saw it."),
    ("Ms. June Lind left.", "Lind left on Monday."),
    ("It took three days.", "It took from Monday."),
    ("It opened at 14:00.", "It opened at 2 p.m."),
    ("It opened at 2 PM.", "It opened at 14:00."),
    ("It opened at 2:30.", "It opened at 14:30."),
    ("It opened at 8 a.m.", "It was open 8-10 a.m."),
]

WRONG = [
    ("It fell on 12 March 2026.", "It fell in March 2026.", "12 March 2026"),
    ("It fell in April.", "It fell on 12 March 2026.", "April"),
    ("It fell on 13 March.", "It fell on 12 March.", "13 March"),
    ("It fell on Wednesday.", "It fell on 10 March 2026.", "Wednesday"),
    ("It fell on Wednesday.", "It fell on Tuesday.", "Wednesday"),
    ("It fell on Wednesday.", "It fell on 10 March.", "Wednesday"),
    ("It fell on Wednesday.", "It fell.", "Wednesday"),
    ("It fell on Friday, 10 March 2026.", "It fell on 10 March 2026.", "Friday, 10 March 2026"),
    ("It fell in 2025.", "It fell on 12 March 2026.", "2025"),
    ("It fell in March 2025.", "It fell on 12 March 2026.", "March 2025"),
    ("It fell in July 2017.", "Born on 8 July 1989, he has it since May 2017.", "July 2017"),
    ("It ran to 8 May.", "It ran from 6 May to 8 June.", "8 May"),
    ("It ran from May 6-9.", "It ran from May 6 to May 8.", "May 6-9"),
    ("It fell in the 2008-09 season.", "The 2007-08 season ended it.", "2008-09"),
    ("It fell yesterday.", "It will fall tomorrow.", "yesterday"),
    ("The January vote failed.", "It failed in June.", "January"),
    ("It fell on 13 March 2026.", "It fell on 10/03/2026.", "13 March 2026"),
    ("It opened at 3 p.m.", "It opened at 2 p.m.", "3 p.m."),
    ("It opened at 2 a.m.", "It opened at 14:00.", "2 a.m."),
    ("It opened at 2 a.m.", "It opened.", "2 a.m."),
]


@pytest.mark.parametrize(("claim", "passage"), RIGHT)
def test_the_same_date_and_a_coarser_one_are_right(claim: str, passage: str) -> None:
    assert looked(claim, passage) == Looked(looked(claim, passage).items)


@pytest.mark.parametrize(("claim", "passage", "expected"), WRONG)
def test_a_finer_date_and_another_one_are_found(claim: str, passage: str, expected: str) -> None:
    assert found(claim, passage) == [expected]


RESOLVED = [
    ("It fell on Tuesday.", "It fell on 5 May.", 0, True),
    ("It fell on Monday.", "It fell on 5 May.", 0, False),
    ("It fell on Tuesday.", "It fell yesterday.", -1, True),
    ("It fell on Thursday.", "It fell yesterday.", -1, False),
    ("It fell on Tuesday.", "It fell on 21 April.", -1, False),
    ("It fell on Tuesday.", "It fell on Tuesday.", -30, False),
    ("It fell last week.", "It fell on Friday.", 0, True),
    ("It fell last week.", "It fell on Tuesday.", 0, False),
    ("It fell on 12 May.", "It will fall on Tuesday.", 0, True),
    ("It fell on 12 March.", "It fell on 12 March 2019.", 0, True),
    ("It fell last year.", "It fell in June 2025.", 0, True),
    ("It fell last year.", "It fell in June 2024.", 0, False),
    ("It fell two weeks ago.", "It fell on 20 April.", 0, True),
    ("It fell two weeks ago.", "It fell on 1 March.", 0, False),
    ("It fell two weeks ago.", "It fell three weeks ago.", 0, False),
    ("It fell yesterday.", "It fell yesterday.", -3, False),
    ("It fell yesterday.", "It fell.", 0, False),
]


@pytest.mark.parametrize(("claim", "passage", "shift", "right"), RESOLVED)
def test_with_days_of_publication_dates_are_compared_by_what_they_mean(
    claim: str, passage: str, shift: int, right: bool
) -> None:
    days = (THURSDAY, THURSDAY + timedelta(shift))
    assert looked(claim, passage, days=days).doubts == ()
    assert (found(claim, passage, days=days) == []) is right


DOUBTED = [
    ("It fell on Thursday.", "It fell.", "en en", THURSDAY),
    ("It fell today.", "It fell.", "en en", THURSDAY),
    ("It fell on Tuesday.", "It fell yesterday.", "en en", None),
    ("It fell yesterday.", "It fell on Tuesday.", "en en", None),
    ("It fell last year.", "It fell in 2025.", "en en", None),
    ("It fell last year.", "It fell.", "en en", None),
    ("It fell on 10 March.", "Pukul delapan ia jatuh.", "en id", None),
    ("It fell on 10 March.", "Ia jatuh pada 2026-04-10.", "en id", None),
    ("It fell at 8 p.m.", "Pukul delapan ia jatuh.", "en id", None),
]


@pytest.mark.parametrize(("claim", "passage", "languages", "day"), DOUBTED)
def test_what_cannot_be_compared_is_a_doubt(
    claim: str, passage: str, languages: str, day: date | None
) -> None:
    answer = looked(claim, passage, languages, (day, day))
    assert (answer.items, len(answer.doubts), answer.findings) == (1, 1, ())


# Claim, passage, their languages, and a passage with another date.
PAIRS = [
    (
        "On Tuesday, 10 March, it fell.",
        "سقط يوم الثلاثاء 10 مارس.",
        "en ar",
        "سقط يوم الجمعة 10 مارس.",
    ),
    ("It fell on 10 March.", "它在3月10日倒塌。", "en zh", "它在3月11日倒塌。"),
    ("It fell in March.", "它在3月倒塌。", "en zh", "它在4月倒塌。"),
    (
        "Il est tombé le 10 mars 2026.",
        "Он упал 10 марта 2026 года.",
        "fr ru",
        "Он упал 10 мая 2026 года.",
    ),
    ("Cayó el 10 de marzo.", "یہ 10 مارچ کو گر گیا۔", "es ur", "یہ 10 مئی کو گر گیا۔"),
    ("It fell on Tuesday.", "Er fiel am Dienstagabend.", "en de", "Er fiel am Montagabend."),
    ("Cayó el martes.", "Он упал во вторник.", "es ru", "Он упал в среду."),
    ("Caiu na terça-feira.", "Caiu na terça (10).", "pt pt", "Caiu na quarta (11)."),
    ("यह मंगलवार को गिरा।", "यह मंगलवार को गिरा।", "hi hi", "यह बुधवार को गिरा।"),
    ("Nó đổ hôm thứ ba.", "Nó đổ hôm thứ Ba.", "vi vi", "Nó đổ hôm thứ Tư."),
    ("Nó đổ vào tháng 5.", "Nó đổ ngày 10/5/2026.", "vi vi", "Nó đổ ngày 10/6/2026."),
    ("它在星期天倒塌。", "它在周日倒塌。", "zh zh", "它在周六倒塌。"),
    ("Er fiel vor zwei Tagen.", "Er fiel vor zwei Tagen.", "de de", "Er fiel vor drei Tagen."),
    ("它在晚上8点倒塌。", "It fell at 8 p.m.", "zh en", "It fell at 8 a.m."),
]


@pytest.mark.parametrize(("claim", "passage", "languages", "other"), PAIRS)
def test_dates_are_compared_within_and_between_languages(
    claim: str, passage: str, languages: str, other: str
) -> None:
    assert looked(claim, passage, languages) == Looked(looked(claim, passage, languages).items)
    assert len(found(claim, other, languages)) == 1


def test_a_finding_tells_what_the_passage_says() -> None:
    [finding] = looked("It fell on Friday.", "It fell on Monday or Tuesday.").findings
    assert (finding.kind, finding.why) == ("date", "the passage says “Monday”, “Tuesday”")


def test_a_finding_tells_that_the_passage_has_no_time() -> None:
    [finding] = looked("It fell at 8 p.m.", "It fell.").findings
    assert (finding.kind, finding.why) == ("time", "the passage names no time of day")


def test_a_claim_without_dates_has_no_items() -> None:
    assert looked("It may fall, and they march.", "It fell on Tuesday.") == Looked()


dates = st.dates(date(1990, 1, 1), date(2040, 1, 1))


@given(dates, st.sampled_from(["day", "month", "year", "weekday"]))
def test_no_coarser_name_of_a_date_is_ever_found(day: date, name: str) -> None:
    names = {
        "day": f"on {MONTHS[day.month - 1]} {day.day}",
        "month": f"in {MONTHS[day.month - 1]}",
        "year": f"in {day.year}",
        "weekday": f"on {WEEKDAYS[day.weekday()]}",
    }
    passage = f"It fell on {day.day} {MONTHS[day.month - 1]} {day.year}, they said."
    answer = looked(f"It fell {names[name]}.", passage)
    assert answer == Looked(1)


@given(dates, dates)
def test_another_day_is_always_found(day: date, other: date) -> None:
    claim, passage = (
        f"It fell on {each.day} {MONTHS[each.month - 1]} {each.year}." for each in (day, other)
    )
    assert bool(found(claim, passage)) is (day != other)


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["en", "ar", "zh", "id", "und"]))
def test_any_text_can_be_looked_at(claim: str, passage: str, language: str) -> None:
    assert looked(claim, passage, f"{language} en").items >= 0
