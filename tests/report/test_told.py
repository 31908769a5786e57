"""What stands behind a printed sentence."""

from __future__ import annotations

import pytest

from summarize.report.told import Told, direction


@pytest.mark.parametrize(
    ("language", "written"),
    [("ar", "rtl"), ("fa-IR", "rtl"), ("HE_il", "rtl"), ("en", "ltr"), ("zh", "ltr")],
)
def test_a_language_is_written_one_way(language: str, written: str) -> None:
    assert direction(language) == written
    assert Told("1", "supported", (), language).direction == written


@pytest.mark.parametrize("language", ["", "und"])
def test_of_an_unknown_language_the_text_decides(language: str) -> None:
    assert direction(language) == "auto"
