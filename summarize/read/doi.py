"""Digital object identifiers: the name of a publication, as publishers print it."""

from __future__ import annotations

from functools import cache

import regex

LONGEST = 200  # characters; registries take more, publishers print none

_BEFORE = r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:?\s*)"
_NAME = rf"10\.\d{{4,9}}/[^\s\"'<>{{}}|\\^`\]]{{1,{LONGEST}}}"


def bare(text: str) -> str:
    """The DOI that `text` is, without "doi:" and the address of a resolver; "" where it is none."""
    match = _pattern(rf"\s*{_BEFORE}?({_NAME})\s*").fullmatch(text)
    return _ended(match[1]) if match else ""


def find(text: str) -> str:
    """The first DOI in `text` that is said to be one ("doi:", "https://doi.org/"); "" for none."""
    match = _pattern(rf"(?<!\w){_BEFORE}({_NAME})").search(text)
    return _ended(match[1]) if match else ""


def _ended(name: str) -> str:
    """Without the stop, comma or bracket of the sentence around it."""
    name = name.rstrip(".,;:")
    while name.endswith(")") and name.count(")") > name.count("("):
        name = name[:-1].rstrip(".,;:")
    return name


@cache
def _pattern(form: str) -> regex.Pattern[str]:
    return regex.compile(form, regex.IGNORECASE)
