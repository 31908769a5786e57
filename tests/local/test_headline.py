from __future__ import annotations

import pytest

from summarize.local.headline import LONGEST, clean, headline, shorten
from tests.builders import article

TEXT = "The Karrow Dam burst on Monday night."


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
        ("Dam bursts above Vessen - Vale Evening News", "Dam bursts above Vessen"),
        ("Dam Bursts - Thousands Flee", "Dam Bursts - Thousands Flee"),
        ("Opinion | Why the dam burst above Vessen", "Why the dam burst above Vessen"),
        ("BREAKING: Dam bursts above Vessen", "Dam bursts above Vessen"),
        ("Watch: dam", "Watch: dam"),
    ],
)
def test_what_a_carrier_hung_onto_a_title_is_dropped(title: str, expected: str) -> None:
    assert clean(title) == expected


def test_the_name_of_its_own_outlet_is_dropped_from_a_title() -> None:
    assert clean("Dam bursts above Vessen — The Vale", "The Vale") == "Dam bursts above Vessen"
    assert clean("Dam bursts above Vessen — The Vale") == "Dam bursts above Vessen — The Vale"


def test_a_title_that_is_cut_at_a_word_does_not_end_with_an_article() -> None:
    title = "Reservoir " * 9 + "and the " + "spillway " * 9

    assert shorten(title).endswith("Reservoir")


def test_a_title_that_asks_gives_way_to_one_that_says() -> None:
    asks = article(TEXT, title="Why did the Karrow Dam burst?", outlet="A")
    says = article(TEXT, title="Karrow Dam bursts above Lindmere", outlet="B")

    assert headline([asks, says], {"karrow": 1.0, "dam": 1.0, "burst": 1.0}) == says.title


def test_articles_without_titles_have_no_headline() -> None:
    assert headline([article(TEXT, title="")], {}) == ""


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
