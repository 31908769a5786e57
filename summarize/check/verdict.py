"""The verdict on a claim: is it in its passages? Answered without a second model.

1. A claim that cites nothing is unsupported.
2. A claim equal to one of its quotes is supported, in any language.
3. In a language that is not covered nothing is guessed: unchecked. A claim that is a long list or a
   table is never supported, but its numbers, dates and quotations are held against the passages,
   unless there are too many of both.
4. Each kind of check (`kinds`) compares the claim with the sentences it cites and one around each.
   Whatever one of them finds makes the claim unsupported, but for a name that the passage leaves
   out and its article has: a writer says who "he" is, and who says it.
5. Where no passage is in the language of the claim, most of it cannot be compared: unchecked. So
   is a claim about which one of the checks has doubts, or in which nothing could be compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from summarize.article import Article
from summarize.check import names
from summarize.check.kinds import LOOKS
from summarize.check.passages import articles_of, outlets_of, passage
from summarize.check.sides import Looked, Side
from summarize.claims import Claim, Finding, Verdict
from summarize.text.patterns import compiled

C = TypeVar("C", bound=Claim)  # a Quotation stays a Quotation

COVERED = frozenset({"ar", "de", "en", "es", "fr", "hi", "pt", "ur", "vi", "zh"})
NO_PASSAGE = Finding("no passage", "", "cites no passage that was shown")
# Words with a capital, numbers and quotation marks of a claim. The sentences of
# benchmarks/check_facts.py have 29 at most, those of their passages 48.
MANY_ITEMS = 60
# The checks to which a longer claim is put, and how many of its items times those of its passages
# they compare at most: within half a second, measured with numbers, dates, and quotations alone.
LISTED = ("numbers", "dates", "quotations")
MOST_COMPARED = 100_000
_ITEM = r"""(?<!\w)[\p{Lu}\p{Lt}\p{N}]|["“”„«»]"""


def check(claim: C, articles: Mapping[str, Article]) -> C:
    """The claim with its verdict; `articles` are those it may quote, by id."""
    return replace(claim, verdict=verdict(claim, articles))


def verdict(claim: Claim, articles: Mapping[str, Article]) -> Verdict:
    """Whether the passages of `claim` support it, and what was found."""
    if not claim.quotes:
        return Verdict("unsupported", (NO_PASSAGE,))
    if claim.is_quote:
        return Verdict("supported")
    if claim.language not in COVERED:
        return _unchecked("language", f"{claim.language} is not covered")
    first = articles.get(claim.quotes[0].article)
    side = Side(claim.text, claim.language, first.day if first else None)
    passages = passage(claim.quotes, articles)
    if _is_list(claim.text):
        return _of_list(side, passages)
    looked = _looked(side, passages)
    if looked["names"].findings:
        told, outlets = articles_of(claim.quotes, articles), outlets_of(claim.quotes, articles)
        looked["names"] = names.with_articles(looked["names"], side, told, outlets)
    return _decided(side, passages, looked.values())


def supports(passages: Sequence[Side], claim: Side) -> bool:
    """Whether these sentences, with none around them, support a claim."""
    if claim.language not in COVERED or _is_list(claim.text):
        return False
    return _decided(claim, passages, _looked(claim, passages).values()).status == "supported"


def _is_list(text: str) -> bool:
    return _count(text) > MANY_ITEMS


def _count(text: str) -> int:
    return len(compiled(_ITEM).findall(text))


def _of_list(claim: Side, passages: Sequence[Side]) -> Verdict:
    """What can be said of a list in bounded time: that it is wrong, or nothing."""
    if _count(claim.text) * sum(_count(side.text) for side in passages) <= MOST_COMPARED:
        looked = [LOOKS[kind](claim, passages) for kind in LISTED]
        if findings := tuple(_all(one.findings for one in looked)):
            return Verdict("unsupported", findings)
    return _unchecked("content", "too many names and numbers to compare")


def _looked(claim: Side, passages: Sequence[Side]) -> dict[str, Looked]:
    return {kind: look(claim, passages) for kind, look in LOOKS.items()}


def _decided(claim: Side, passages: Sequence[Side], looked: Collection[Looked]) -> Verdict:
    doubts = tuple(_all(one.doubts for one in looked))
    if findings := tuple(_all(one.findings for one in looked)):
        return Verdict("unsupported", findings + doubts)
    if all(side.language != claim.language for side in passages):
        return _unchecked("language", "other language")
    if doubts:
        return Verdict("unchecked", doubts)
    return Verdict("supported") if _items(looked) else _unchecked("content", "nothing to compare")


def _all(several: Iterable[tuple[Finding, ...]]) -> Iterable[Finding]:
    return (finding for findings in several for finding in findings)


def _items(looked: Iterable[Looked]) -> int:
    return sum(one.items for one in looked)


def _unchecked(kind: str, why: str) -> Verdict:
    return Verdict("unchecked", (Finding(kind, "", why),))
