"""Digital object identifiers."""

import pytest

from summarize.read import doi


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("10.5555/w.4.2", "10.5555/w.4.2"),
        ("doi:10.5555/w.4.2", "10.5555/w.4.2"),
        ("DOI: 10.5555/W(4)2.", "10.5555/W(4)2"),
        ("https://doi.org/10.5555/a/b", "10.5555/a/b"),
        ("http://dx.doi.org/10.5555/a", "10.5555/a"),
        ("10.55/too short", ""),
        ("https://a.example/10.5555/a", ""),
        ("", ""),
    ],
)
def test_a_value_is_a_doi_or_none(written: str, expected: str) -> None:
    assert doi.bare(written) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Journal 12 (doi: 10.5555/w.4.2), 2020", "10.5555/w.4.2"),
        ("see https://doi.org/10.5555/x.", "10.5555/x"),
        ("version 10.5555/x of the file", ""),
    ],
)
def test_a_doi_in_a_text_says_that_it_is_one(text: str, expected: str) -> None:
    assert doi.find(text) == expected
