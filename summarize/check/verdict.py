"""The verdict on a claim."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from summarize.claims import Claim, Finding, Verdict

C = TypeVar("C", bound=Claim)  # a Quotation stays a Quotation

NO_PASSAGE = Finding("no passage", "", "cites no passage that was shown")


def check(claim: C) -> C:
    """The claim with its verdict.

    A claim equal to one of its quotes is supported, in any language. One with no quote at all is
    unsupported. Whatever was put into other words is unchecked.
    """
    return replace(claim, verdict=_verdict(claim))


def _verdict(claim: Claim) -> Verdict:
    if not claim.quotes:
        return Verdict("unsupported", (NO_PASSAGE,))
    text = _spaced(claim.text)
    if any(_spaced(quote.text) == text for quote in claim.quotes):
        return Verdict("supported")
    return Verdict("unchecked", (Finding("not checked", claim.text, "in other words"),))


def _spaced(text: str) -> str:
    return " ".join(text.split())
