"""What leads a statement, and who says it."""

from __future__ import annotations

import pytest

from summarize.check.brief_leads import date_alone, leads_of, speaker_of
from summarize.check.brief_nouns import Beside


@pytest.mark.parametrize(
    ("text", "is_date"), [("10 March", True), ("2026-03-10", True), ("Casualties", False),
                          ("10 March in Brask", False)],
)  # fmt: skip
def test_a_date_alone_is_told_from_other_leads(text: str, is_date: bool) -> None:
    assert date_alone(text, "en") is is_date


def test_the_leads_of_our_own_page_are_a_day_and_a_speaker() -> None:
    assert list(leads_of("2026-03-10: ", True)) == [Beside("date", "2026-03-10")]
    assert list(leads_of("**Ana\\_R**: ", True)) == [Beside("speaker", "Ana_R")]
    assert list(leads_of("**A headline** — ", True)) == []
    assert list(leads_of("**A field**: ", False)) == []


@pytest.mark.parametrize(
    ("text", "before", "said", "name"),
    [
        ('"Two towns." — Ana Reyes', "", '"Two towns."', "Ana Reyes"),
        ("“Two towns.” – Ana Reyes, mayor of Brask.", "", "“Two towns.”", "Ana Reyes"),
        ("— Ana Reyes", "“Two towns.”", "", "Ana Reyes"),
        ("— Ana Reyes", "Two towns.", "— Ana Reyes", ""),
        ("“Two towns” - and more", "", "“Two towns” - and more", ""),
        ("“Two” — One Of Many Words That No Name Has", "", None, ""),
    ],
)
def test_who_says_it_stands_behind_a_dash(
    text: str, before: str, said: str | None, name: str
) -> None:
    assert speaker_of(text, before) == (text if said is None else said, name)
