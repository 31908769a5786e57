"""Regular expressions that are built from tables, compiled once.

The cache of `regex` itself takes 10 µs a call, longer than most of these searches.
"""

from __future__ import annotations

from functools import cache

import regex


@cache
def compiled(pattern: str) -> regex.Pattern[str]:
    """`pattern`, ready for use."""
    return regex.compile(pattern)


def search(pattern: str, text: str) -> regex.Match[str] | None:
    """The first match of `pattern` in `text`."""
    return compiled(pattern).search(text)


def match(pattern: str, text: str) -> regex.Match[str] | None:
    """The match of `pattern` at the start of `text`."""
    return compiled(pattern).match(text)


def fullmatch(pattern: str, text: str) -> regex.Match[str] | None:
    """The match of `pattern` over the whole of `text`."""
    return compiled(pattern).fullmatch(text)
