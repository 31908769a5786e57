"""Do the words of a claim that stand in quotation marks stand in its passage, word for word?

Ellipses and bracketed insertions are allowed, and words that the passage quotes with "he said"
between them may stand together. In a claim of another language than its passage the quotation may
be translated: it is compared only where most of its words are the passage's. What the passage
itself tells is no quotation of a speaker of whom it quotes other words.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarize.check.sides import Looked, Side
from summarize.check.wording import Part, Wording, parts, wording
from summarize.claims import Finding
from summarize.text.quote_marks import quoted
from summarize.text.speakers import PRONOUN, speaker_of
from summarize.text.words import count

SAID = 4  # words of a quotation that is compared with what the passage's speaker says
NARRATED = "the passage does not quote it"


def look(claim: Side, passage: Sequence[Side]) -> Looked:
    """Each quotation is an item, of one word too; the kind of finding is "quotation"."""
    quotations = [(span, claim.text[slice(*span)].strip()) for span in quoted(claim.text)]
    asked = [(span, each, wanted) for span, each in quotations if (wanted := parts(each))]
    if not asked:
        return Looked()
    source = wording(side.text for side in passage)
    same_language = all(side.language == claim.language for side in passage)
    items, findings = 0, []
    for span, quotation, wanted in asked:
        closest = None
        if not _stands(wanted, source, claim.language if same_language else ""):
            closest = source.closest(quotation)
            if closest is None and not (same_language and _beside(quotation, claim.text)):
                continue
            why = f"the passage says “{closest}”" if closest else "the passage does not say it"
            findings.append(Finding("quotation", quotation, why))
        elif same_language and _is_narrated(span, wanted, claim, passage):
            findings.append(Finding("quotation", quotation, NARRATED))
        items += 1
    return Looked(items, tuple(findings))


def _beside(quotation: str, text: str) -> bool:
    """Whether the claim has words beside it: some writers put all they write into marks."""
    return count(text) > count(quotation)


def _stands(wanted: Sequence[Part], source: Wording, language: str) -> bool:
    return source.has(wanted, language) or _spoken(source.text).has(wanted, language)


def _spoken(text: str) -> Wording:
    """Only what the text itself quotes, without the "he said" between."""
    return wording(text[start:end] for start, end in quoted(text))


def _is_narrated(
    span: tuple[int, int], wanted: Sequence[Part], claim: Side, passage: Sequence[Side]
) -> bool:
    """Whether the passage says it itself, and has other words that this speaker said."""
    speaker = _speaker(claim, span) if count(claim.text[slice(*span)]) >= SAID else ""
    if not speaker or _spoken(" ".join(side.text for side in passage)).has(wanted):
        return False
    return any(
        _speaker(side, said) == speaker and count(side.text[slice(*said)]) >= SAID
        for side in passage
        for said in quoted(side.text)
    )


def _speaker(side: Side, span: tuple[int, int]) -> str:
    """The last word of who is said to speak there, "" where that is not known."""
    start, end = span
    while start and not side.text[start - 1].isspace() and not side.text[start - 1].isalnum():
        start -= 1  # the mark itself
    lead, tail = side.text[:start], side.text[end:].lstrip("\"”’'»“‘ ")
    named = speaker_of(lead, tail, side.text[slice(*span)], side.language)
    return "" if named in (None, PRONOUN) else str(named).split()[-1]
