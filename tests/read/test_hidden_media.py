"""Which media queries hold on a desktop screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.read.hidden_media import on_screen


@pytest.mark.parametrize(
    "media",
    [
        "",
        "all",
        "SCREEN",
        "only screen and (min-width: 600px)",
        "print, screen",
        "not print",
        "not all and (monochrome)",
        "not (width < 600px)",
        "(width >= 100px)",
        "(100px <= width <= 2000px)",
        "(width = 1280px)",
        "(min-device-width: 100px)",
        "(orientation: landscape)",
        "(hover: hover)",
        "(color)",
        "(prefers-reduced-motion: no-preference)",
        "(prefers-contrast: no-preference)",
        "(forced-colors: none)",
        "(max-width: 10px) or (min-width: 10px)",
        "(unheard-of: of)",
        "(min-resolution: 2dppx)",
        "(unheard-of > 3px)",
    ],
)
def test_a_query_of_a_desktop_holds(media: str) -> None:
    assert on_screen(media)


@pytest.mark.parametrize(
    "media",
    [
        "print",
        "speech and (min-width: 1px)",
        "not all",
        "not screen",
        "(max-width: 600px)",
        "(min-width: 100em)",
        "(width < 600px)",
        "(600px > width)",
        "(width > 2000px)",
        "(width = 600px)",
        "(width: 600px)",
        "(orientation: portrait)",
        "(prefers-color-scheme: dark)",
        "(prefers-reduced-motion)",
        "(scripting: none)",
        "not (min-width: 600px)",
        "(max-width: 10px) or (max-width: 20px)",
    ],
)
def test_a_query_of_another_device_does_not_hold(media: str) -> None:
    assert not on_screen(media)


@given(st.text("()<>=:, notandor0123456789pxwidth-"))
def test_no_query_breaks_the_reading(media: str) -> None:
    assert on_screen(media) in {True, False}
