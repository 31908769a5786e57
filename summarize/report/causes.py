"""What a check found, in words of a newsroom: the same in a report, a review, `check` and `why`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from summarize.claims import Claim, Finding, Status
from summarize.report.labels import Labels

# A verdict as it is said to a person.
VERDICTS: Mapping[Status, str] = {
    "supported": "supported",
    "unsupported": "not supported",
    "unchecked": "unchecked",
}
SHOWN = 100  # characters of a sentence or a passage in a line
# A kind of finding by the word for it, where that is another.
_WORDS = {"overlap": "wording", "hedge": "certainty", "negation": "denial"}
# Kinds of which the reason says all: they are of the whole sentence.
_WHOLE = frozenset({"content", "language", "no passage", "no passage found"})
# What is counted under one name, as in the labels `cause_…`.
_CAUSES = {
    "number": "number",
    "currency": "number",
    "unit": "number",
    "date": "date",
    "time": "date",
    "name": "name",
    "quotation": "quotation",
    "overlap": "wording",
    "hedge": "certainty",
    "attribution": "attribution",
    "negation": "denial",
    "no passage": "passage",
}


def findings(found: Iterable[Finding]) -> Iterator[str]:
    """`number “17”: the passage says 12`, one line for each."""
    return map(_line, found)


def _line(finding: Finding) -> str:
    if finding.kind in _WHOLE:
        return finding.why
    if finding.kind == "citation":
        return f"{finding.text} {finding.why}"
    word = _WORDS.get(finding.kind, finding.kind)
    # That of the wording is the sentence itself, which stands beside it already.
    item = f" {in_marks(shown(finding.text))}" if finding.text and word != "wording" else ""
    return f"{word}{item}: {finding.why}"


def causes(labels: Labels, claims: Iterable[Claim]) -> str:
    """For what some claims were withheld: how many for each cause, the most frequent first."""
    counted: Counter[str] = Counter()
    for claim in claims:
        counted.update({_CAUSES.get(one.kind, "other"): 1 for one in claim.verdict.findings})
    return ", ".join(labels.say(f"cause_{cause}", n=n) for cause, n in counted.most_common())


def in_marks(text: str) -> str:
    """The words in quotation marks, in other ones than they hold themselves."""
    return f"“{text}”" if '"' in text else f'"{text}"'


def shown(text: str) -> str:
    """The beginning of a text, for a line about it."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rstrip()}…"
