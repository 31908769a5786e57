"""Does a claim say flatly what its passages only hedge, or report as somebody's word?

A finding is a hedge ("may", "appears to") or a report that casts doubt ("alleged", "claimed")
beside words that the claim has too, close together and without such a mark, while no passage states
them flatly in words as close. "Said" and "according to" are left out in right summaries every day:
leaving them out is no finding, and having one in the claim answers any report of the passage.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.check.hedge_words import HEDGES, REPORTS
from summarize.check.marks import Mark, Marked, Marking, closest, marked, may_mark
from summarize.check.sides import Looked, Side
from summarize.claims import Finding

# Words next to the mark of the passage that stand next to the same word in the claim.
# With 3, benchmarks/check_facts.py has 1 false alarm on 1225 right sentences; 2 flags "was due for
# release in" beside "has been cleared for release in".
SHARED = 3

HEDGED = "the passage does not say it as certain"
REPORTED = "the passage gives it as somebody's word"


def hedges(claim: Side, passage: Sequence[Side]) -> Looked:
    """An item for each hedge or report that was left out of the claim."""
    sides = [side for side in passage if side.language == claim.language]
    if claim.language not in HEDGES or not sides:
        return Looked()
    hedged = _left_out(claim, sides, HEDGES[claim.language])
    found = [Finding("hedge", mark.text, HEDGED) for mark in hedged]
    reporting = REPORTS[claim.language]
    reported = [*_left_out(claim, sides, reporting)]
    if reported and not marked(claim.text, claim.language, reporting).marks:
        found += (Finding("attribution", mark.text, REPORTED) for mark in reported)
    return Looked(len(found), tuple(found))


def _left_out(claim: Side, sides: Sequence[Side], marking: Marking) -> Iterator[Mark]:
    for side in (side for side in sides if may_mark(side.text, side.language, marking)):
        said = marked(claim.text, claim.language, marking)
        own = marked(side.text, side.language, marking)
        for mark in own.plain:
            claimed = closest(mark, mark.heads[:1], [said])
            if claimed < SHARED or _answered(mark, said):
                continue
            told = [marked(each.text, each.language, marking) for each in sides]
            flat = closest(mark, mark.heads[:1], told) >= claimed
            if not flat and not _stated_elsewhere(mark, said, own, told):
                yield mark


def _stated_elsewhere(mark: Mark, said: Marked, own: Marked, told: Sequence[Marked]) -> bool:
    """Whether a sentence that has more of the claim states flatly what `own` hedges."""
    words = _words(said)
    least = len(words & _words(own))
    flat = (one for one in told if one is not own and any(h in one.stated for h in mark.heads[:1]))
    return any(len(words & _words(one)) > least for one in flat)


def _words(one: Marked) -> set[str]:
    return {word for clause in one.clauses for word in clause}


def _answered(mark: Mark, said: Marked) -> bool:
    """Whether the claim has such a mark near the same words."""
    return any(not mark.near.isdisjoint(own.near) for own in said.marks)
