"""What was found, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarize.claims import Claim, Finding, Verdict, make_claim
from summarize.report.causes import causes, findings
from summarize.report.labels import catalogues, labels_for


@pytest.mark.parametrize(
    ("finding", "line"),
    [
        (Finding("number", "17", "the passage says 12"), 'number "17": the passage says 12'),
        (
            Finding("overlap", "All of it.", "not in the passage: it"),
            "wording: not in the passage: it",
        ),
        (Finding("hedge", "may", "not certain"), 'certainty "may": not certain'),
        (
            Finding("negation", "not", "the passage denies it"),
            'denial "not": the passage denies it',
        ),
        (Finding("content", "", "nothing to compare"), "nothing to compare"),
        (Finding("citation", "[9z]", "is listed nowhere"), "[9z] is listed nowhere"),
        (Finding("name", "A" * 200, "x"), f'name "{"A" * 99}…": x'),
    ],
)
def test_a_finding_is_one_short_line(finding: Finding, line: str) -> None:
    assert list(findings([finding])) == [line]


def test_causes_are_counted_once_a_claim_and_the_most_frequent_first() -> None:
    one, two = Finding("name", "Ana", "x"), Finding("overlap", "", "x")
    claims = [
        _claim("a", one, one, two),
        _claim("b", two),
        _claim("c", Finding("oddity", "", "x")),
    ]

    assert causes(labels_for("en"), claims) == (
        "2 for the wording (the passage says something else), 1 for a name (not in the passage, "
        "or another stands there), 1 for another reason"
    )


def test_every_language_has_a_word_for_every_cause() -> None:
    kinds = ["number", "date", "name", "quotation", "overlap", "hedge", "attribution", "negation"]
    claim = _claim("a", *(Finding(kind, "", "x") for kind in [*kinds, "no passage", "oddity"]))

    for labels in catalogues():
        assert causes(labels, [claim]).count("1 ") == 10


def _claim(text: str, *found: Finding) -> Claim:
    return replace(make_claim(text, [], "en", 1), verdict=Verdict("unsupported", found))
