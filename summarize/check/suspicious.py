"""Text that speaks to a model instead of to a reader: "ignore previous instructions".

It is marked for a person and never removed: what it says may be the news. Nothing rests on it being
found, for article text is shown to a model as material only. A plain question or wish ("What is the
capital of Brazil?") cannot be told from the words of an article and is not marked.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from summarize.check.suspicious_words import FORMS
from summarize.text.patterns import compiled

MODES = "(?im)"


class Span(NamedTuple):
    """Code points `start` up to `end` of a text."""

    start: int
    end: int


@lru_cache(maxsize=2_000)  # an article is looked at for report.json and for each page
def suspicious(text: str) -> tuple[Span, ...]:
    """Where `text` gives orders to a model, in order; no two overlap."""
    lower = f" {' '.join(text.lower().split())} "
    found = [
        Span(*match.span())
        for form in FORMS
        if any(word in lower for word in form.needs)
        for match in compiled(MODES + form.pattern).finditer(text)
    ]
    return tuple(_apart(sorted(found)))


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Those that overlap or touch as one."""
    apart: list[Span] = []
    for span in spans:
        if apart and span.start <= apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return apart
