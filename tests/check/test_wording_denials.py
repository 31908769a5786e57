"""Whether what a quotation leaves out turns it round."""

from __future__ import annotations

import pytest

from summarize.check.wording_denials import turns_round


@pytest.mark.parametrize(
    ("left_out", "inserted", "language", "turned"),
    [
        ("not", "…", "en", True),
        ("not", "[surely]", "en", True),
        ("surely", "[not]", "en", True),
        ("not", "[never]", "en", False),
        ("surely", "…", "en", False),
        ("", "[not]", "en", False),
        ("he said. It is not so. Then he", "…", "en", False),
        (" ".join(["so"] * 9 + ["not"] + ["so"] * 9), "…", "en", False),
        ("不", "…", "zh", True),
        ("không", "…", "vi", True),
        ("nicht", "…", "de", True),
        ("nie", "…", "pl", False),
    ],
)  # fmt: skip
def test_a_denial_next_to_the_quoted_words_may_not_be_left_out(
    left_out: str, inserted: str, language: str, turned: bool
) -> None:
    assert turns_round(left_out, inserted, language) is turned
