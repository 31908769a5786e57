"""Do the words of a claim that stand in quotation marks stand in its passage, word for word?

Ellipses and bracketed insertions are allowed, and words that the passage quotes with "he said"
between them may stand together. In a claim of another language than its passage the quotation may
be translated: it is compared only where most of its words are the passage's.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarize.check.sides import Looked, Side
from summarize.check.wording import Part, Wording, parts, wording
from summarize.claims import Finding
from summarize.text.quote_marks import quoted
from summarize.text.words import count


def look(claim: Side, passage: Sequence[Side]) -> Looked:
    """Each quotation is an item, of one word too; the kind of finding is "quotation"."""
    quotations = [claim.text[start:end].strip() for start, end in quoted(claim.text)]
    asked = [(each, wanted) for each in quotations if (wanted := parts(each))]
    if not asked:
        return Looked()
    source = wording(side.text for side in passage)
    same_language = all(side.language == claim.language for side in passage)
    items, findings = 0, []
    for quotation, wanted in asked:
        closest = None
        if not _stands(wanted, source):
            closest = source.closest(quotation)
            if closest is None and not (same_language and _beside(quotation, claim.text)):
                continue
            why = f"the passage says “{closest}”" if closest else "the passage does not say it"
            findings.append(Finding("quotation", quotation, why))
        items += 1
    return Looked(items, tuple(findings))


def _beside(quotation: str, text: str) -> bool:
    """Whether the claim has words beside it: some writers put all they write into marks."""
    return count(text) > count(quotation)


def _stands(wanted: Sequence[Part], source: Wording) -> bool:
    return source.has(wanted) or _spoken(source.text).has(wanted)


def _spoken(text: str) -> Wording:
    """Only what the text itself quotes, without the "he said" between."""
    return wording(text[start:end] for start, end in quoted(text))
