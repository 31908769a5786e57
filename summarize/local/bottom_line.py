"""The sentence that leads a brief: what happened, before what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import fsum

from summarize.article import Article
from summarize.local.repeats import repeats
from summarize.local.select import Candidate, Concept
from summarize.text.words import content

LEADING = 4  # sentences of an article among which its bottom line is looked for
BOTTOM_LINE = range(14, 41)  # words; another sentence is one only where no such one is
UNTITLED = 0.2  # beside 1 for a sentence whose first half has all that the titles say
USUAL = 26  # words of a lead; a shorter one gains nothing as a bottom line by being short
# How many times better than the best chosen sentence one must be to lead in its place. On NeuS val
# and the Vietnamese set, 40 clusters each, ROUGE-1 falls by up to 1.8 with 1.4, by 0.6 with 2.5.
BETTER = 2.5


def lead_with(
    candidates: Sequence[Candidate],
    chosen: Sequence[int],
    length: int,
    weights: Mapping[Concept, float],
    about: Mapping[str, float],
) -> tuple[int | None, list[int]]:
    """The bottom line and the chosen places with it, within `length` words.

    It is one of `chosen`, unless another sentence near the head of an article is `BETTER`: then
    those that tell the same, and the last chosen, make room for it.
    """
    first = bottom_line(candidates, weights, among=chosen, about=about)
    best = bottom_line(candidates, weights, about=about)
    if first is None or best is None or best in chosen or candidates[best].words > length:
        return first, [*chosen]
    known, new = (_leads(candidates[i], weights, about) for i in (first, best))
    if new < BETTER * known:
        return first, [*chosen]
    return best, _with(candidates, chosen, best, length)


def _with(
    candidates: Sequence[Candidate], chosen: Sequence[int], best: int, length: int
) -> list[int]:
    """`best` and what of `chosen` fits beside it, in the order of choice."""
    said = {*candidates[best].terms}
    kept = [i for i in chosen if not repeats({*candidates[i].terms}, [said])]
    over = candidates[best].words + sum(candidates[i].words for i in kept) - length
    while over > 0:
        over -= candidates[kept.pop()].words
    # What was to follow a sentence that made room goes with it.
    while late := [i for i in kept if candidates[i].needs not in (None, best, *kept)]:
        kept = [i for i in kept if i not in late]
    return [best, *kept]


def bottom_line(
    candidates: Sequence[Candidate],
    weights: Mapping[Concept, float],
    head: int = LEADING,
    among: Sequence[int] | None = None,
    about: Mapping[str, float] | None = None,
) -> int | None:
    """The index of the sentence that says most of what matters.

    One that opens with what the titles are `about` (`title_terms`) comes before one that tells a
    side of it and names it at its end ("Factories expect to hire after the bank cut its rate").

    It is looked for among the first `head` sentences of each document, and only `among` the indices
    given; where those have no such sentence, among all of them. To choose it first and the rest
    after it would be worse by 1 to 1.5 points of ROUGE-2 on the NeuS set (benchmarks/quality.md).
    """
    places = range(len(candidates)) if among is None else among
    places = [i for i in places if candidates[i].needs != i]
    alone = [i for i in places if candidates[i].needs is None]
    leading = [i for i in alone if candidates[i].position < head]
    fit = [i for i in leading if candidates[i].words in BOTTOM_LINE]
    return max(
        fit or leading or alone or places[:1],
        key=lambda i: _leads(candidates[i], weights, about, head),
        default=None,
    )


def title_terms(articles: Iterable[Article]) -> dict[str, float]:
    """The content stems of titles, each with its share of all of them."""
    found = Counter(term for one in articles for term in {*content(one.title, one.language)})
    return {term: times / found.total() for term, times in found.items()}


def _opens_with(candidate: Candidate, about: Mapping[str, float] | None) -> float:
    """A factor that is greater the more of the titles stands in the first half of a sentence."""
    half = candidate.terms[: (len(candidate.terms) + 1) // 2]
    return UNTITLED + fsum((about or {}).get(term, 0.0) for term in {*half})


def worth(candidate: Candidate, weights: Mapping[Concept, float], head: int) -> float:
    """How much of what the documents repeat a sentence says for its length; less after the head."""
    said = fsum(weights.get(concept, 0.0) for concept in candidate.concepts)
    place = 1 + 2 * candidate.position / head
    return candidate.weight * said / place / max(candidate.words, USUAL)


def _leads(
    candidate: Candidate,
    weights: Mapping[Concept, float],
    about: Mapping[str, float] | None,
    head: int = LEADING,
) -> float:
    return worth(candidate, weights, head) * _opens_with(candidate, about)
