"""Is something denied in a claim and not in its passages, or in its passages and not in the claim?

A denial is a word ("not", "never") and the content words next to it. One of the claim must have its
like in a passage: a denial beside the same words, with no passage that states them in a wording
closer to the claim. "Refused" and the like stand for a denial, so that "did not agree" may be told
of who "refused to agree".

The other way round less can be said, for a summary leaves out: a finding is only what the passages
deny and never state, and the claim states in nearly the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.check.marks import Mark, Marked, Marking, closest, marked, may_mark
from summarize.check.negation_words import DENIALS
from summarize.check.sides import Looked, Side
from summarize.claims import Finding

# Measured with benchmarks/check_facts.py: an inserted negation is found in 88.8 % of 818 sentences,
# with 3 false alarms on 1225.
# Words next to two denials that must be the same where what they turn round is not:
PLAIN_SHARED = 2
IMPLIED_SHARED = 1
# Words next to a denial of the claim in one passage that speaks of the same; fewer are a doubt:
STATED_SHARED = 2
# Words next to a denial of the passage that stand next to the same word in the claim:
LEFT_OUT_SHARED = 3

ONLY_CLAIM = "the passage states it and does not deny it"
ONLY_PASSAGE = "the passage denies it"
NOT_TOLD = "nothing like it is denied in the passage"


def negation(claim: Side, passage: Sequence[Side]) -> Looked:
    """Items are the denials of the claim; one more where a passage's is left out."""
    sides = [side for side in passage if side.language == claim.language]
    marking = DENIALS.get(claim.language)
    if marking is None or not sides:
        return Looked()
    denying = [side for side in sides if may_mark(side.text, side.language, marking)]
    if not denying and not may_mark(claim.text, claim.language, marking):
        return Looked()
    said = marked(claim.text, claim.language, marking)
    left_out = [*_left_out(said, _read(denying, marking), sides, marking)]
    told = _read(sides, marking) if said.plain else []
    missing = [denial for denial in said.plain if not _is_told(denial, told)]
    stated = [denial for denial in missing if _is_stated(denial, told)]
    findings = [_finding(denial, ONLY_CLAIM) for denial in stated]
    findings += (_finding(denial, ONLY_PASSAGE) for denial in left_out)
    doubts = [_finding(d, NOT_TOLD) for d in missing if d not in stated]
    return Looked(max(len(said.plain), len(findings)), tuple(findings), tuple(doubts))


def _is_told(denial: Mark, told: Sequence[Marked]) -> bool:
    """Whether a passage denies the same, and none states it in words closer to the claim."""
    denied = max((_shared(denial, other) for one in told for other in one.marks), default=0)
    return denied > 0 and denied >= closest(denial, denial.heads, told)


def _shared(claim: Mark, passage: Mark) -> int:
    """How many words next to both are the same; 0 where they deny different things."""
    shared = len(claim.near & passage.near)
    if not passage.near.isdisjoint(claim.heads):
        return shared
    return shared if shared >= (PLAIN_SHARED if passage.plain else IMPLIED_SHARED) else 0


def _is_stated(denial: Mark, told: Sequence[Marked]) -> bool:
    """Whether a passage has what is denied, or else most of the words around it."""
    if closest(denial, denial.heads, told):
        return True
    return any(len(denial.near & one.stated.keys()) >= STATED_SHARED for one in told)


def _left_out(
    said: Marked, denying: Sequence[Marked], sides: Sequence[Side], marking: Marking
) -> Iterator[Mark]:
    for denial in (denial for one in denying for denial in one.plain):
        claimed = closest(denial, denial.heads[:1], [said])
        if claimed < LEFT_OUT_SHARED or any(_shared(own, denial) for own in said.marks):
            continue
        if claimed > closest(denial, denial.heads[:1], _read(sides, marking)):
            yield denial


def _read(sides: Sequence[Side], marking: Marking) -> list[Marked]:
    return [marked(side.text, side.language, marking) for side in sides]


def _finding(denial: Mark, why: str) -> Finding:
    return Finding("negation", denial.text, why)
