"""How files are read, as settings say it."""

import re

import pytest

from summarize.errors import UsageError
from summarize.read.options import AS_USUAL, Reading, reading_of


def test_nothing_said_is_as_usual() -> None:
    assert reading_of({}) == AS_USUAL == Reading()


def test_tables_of_settings_are_taken() -> None:
    tables = {"columns": {"text": "Volltext"}, "split": {"pattern": "^=== "}}
    assert reading_of(tables) == Reading({"text": "Volltext"}, "^=== ")


@pytest.mark.parametrize(
    "pattern",
    ["^=== ", r"\d+\. ", "(?:Article|Item) \\d+: ", "[*]{3} ", "\f", r"#(?:#)? ", r"\[\d+\]"],
)
def test_a_plain_pattern_is_taken(pattern: str) -> None:
    assert Reading(split=pattern).split == pattern


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("", "must have 1 to 200 characters"),
        ("x" * 201, "must have 1 to 200 characters"),
        ("(", "is not a pattern"),
        (".*", "would begin an article at every line"),
        ("(a+)+b", "could take too long"),
        ("(?:a|b)*c", "could take too long"),
        ("(a){2,}b", "could take too long"),
        (r"(a)\1", "could take too long"),
        ("(?=a)a", "could take too long"),
        ("a*b*c*d", "has more than 2 repeats"),
        ("a{1,}b+c+", "has more than 2 repeats"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_refused(pattern: str, why: str) -> None:
    with pytest.raises(UsageError, match=re.escape(why)):
        Reading(split=pattern)
