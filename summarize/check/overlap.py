"""Do enough of a claim's content words stand in its passages?

Words are compared as stems, without numbers (they have a check of their own) and without the words
with which a summary speaks of itself. Languages are not bridged here: only passages in the language
of the claim count.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarize.check.sides import Looked, Side
from summarize.check.stems import missing, speaks_of_itself, stem, stems
from summarize.claims import Finding
from summarize.text.words import tokens

COVERED = frozenset({"ar", "de", "en", "es", "fr", "hi", "pt", "ur", "vi", "zh"})
# Of the 1225 right sentences that benchmarks/check_facts.py aims at, 0.2 % fall below LOW and 2.0 %
# between; with ENOUGH at 0.55 it would be 4.3 %.
LOW = 0.3
ENOUGH = 0.5
FEWEST = 4  # fewer content words than this are too few for a share
SHOWN = 5  # missing words that are named


def overlap(claim: Side, passage: Sequence[Side]) -> Looked:
    """One item: the share of the claim's content words that its passages have."""
    texts = [side.text for side in passage if side.language == claim.language]
    words = stems(claim.text, claim.language)
    if claim.language not in COVERED or not texts or len(words) < FEWEST:
        return Looked()
    absent = missing(words, texts, claim.language)
    found = len(words) - len(absent)
    if found >= ENOUGH * len(words):
        return Looked(items=1)
    of_itself = speaks_of_itself(claim.text, texts, claim.language)
    if found >= LOW * len(words) or of_itself:
        why = f"only {found} of {len(words)} content words are in the passage"
        return Looked(items=1, doubts=(Finding("overlap", claim.text, why),))
    why = f"not in the passage: {', '.join(_written(claim, absent))}"
    return Looked(items=1, findings=(Finding("overlap", claim.text, why),))


def _written(claim: Side, absent: set[str]) -> list[str]:
    """The first words of the claim whose stems are `absent`, each once."""
    words = dict.fromkeys(tokens(claim.text))
    return [word for word in words if stem(word, claim.language) in absent][:SHOWN]
