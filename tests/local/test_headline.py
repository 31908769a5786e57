from __future__ import annotations

import pytest

from summarize.local.headline import LONGEST, clean, shorten


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Dam bursts above Vessen - report", "Dam bursts above Vessen"),
        ("Dam bursts above Vessen | Live", "Dam bursts above Vessen"),
        (
            "Governor of Lower Tavren opens an inquiry in the …",
            "Governor of Lower Tavren opens an inquiry",
        ),
        ("Talks stall – again", "Talks stall – again"),
    ],
)
def test_what_a_carrier_hung_onto_a_title_is_dropped(title: str, expected: str) -> None:
    assert clean(title) == expected


def test_a_long_title_ends_where_a_phrase_ends() -> None:
    title = (
        "Province of Lower Tavren opens a second inquiry into the spillway of the Karrow Dam, "
        "engineers and mayors are to be heard from April"
    )

    assert shorten(title) == (
        "Province of Lower Tavren opens a second inquiry into the spillway of the Karrow Dam"
    )


def test_a_title_is_never_cut_inside_a_quotation() -> None:
    title = (
        "Governor praises the crews for “days and nights of work, under " + "heavy " * 12 + "rain”"
    )

    assert "“" not in shorten(title)


def test_a_title_with_no_border_is_cut_at_the_limit() -> None:
    assert shorten("x" * 300) == "x" * LONGEST
