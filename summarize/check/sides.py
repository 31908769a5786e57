"""What a check compares, and what it answers with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from summarize.claims import Finding


@dataclass(frozen=True, slots=True)
class Side:
    """One sentence: a claim, or a sentence of the passages it cites.

    `day` is the day its relative dates count from: that of the article's publication.
    """

    text: str
    language: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """What one kind of check found in a claim.

    `items` is how many things of its kind the claim states that could be compared. `findings` are
    those that the passage contradicts or lacks: the claim is unsupported. `doubts` are those about
    which nothing can be said: the claim is not supported, and not unsupported either.
    """

    items: int = 0
    findings: tuple[Finding, ...] = ()
    doubts: tuple[Finding, ...] = ()


# A check of one kind: of a claim, against the sentences of its passages in order.
Look = Callable[[Side, Sequence[Side]], Looked]
