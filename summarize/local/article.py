"""The built-in brief of one article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum

from summarize.article import Article
from summarize.claims import EXTRACTIVE, Brief, Claim, Section, make_claim
from summarize.local.headline import headline
from summarize.local.passages import Passage, passages
from summarize.local.quoted import quoted
from summarize.local.select import Candidate, Concept, select, weigh
from summarize.text.dates import named_days
from summarize.text.names import who_and_where

LONG = 3_000  # words; a longer article with headings is briefed section by section
LEADING = 4  # sentences of an article among which its bottom line is looked for
LONG_LEADING = 20  # a magazine piece opens with a scene and says what it is about later
BOTTOM_LINE = range(14, 41)  # words; another sentence is one only where no such one is
USUAL = 26  # words of a lead; a shorter one gains nothing as a bottom line by being short


def brief_article(article: Article, length: int) -> Brief:
    """A brief of about `length` words, every claim a verbatim span of `article`."""
    found = passages(article)
    candidates = to_candidates([found])
    weights = weigh(candidates)
    long = bool(article.headings) and sum(passage.words for passage in found) >= LONG
    first = bottom_line(candidates, weights, LONG_LEADING if long else LEADING)
    sections = _sections(article, found, weights, length) if long else ()
    if sections:
        picked = [place for _, places in sections for place in places]
        picked.sort(key=lambda place: -_worth(candidates[place], weights, len(candidates)))
    else:
        picked = select(candidates, length, weights, () if first is None else (first,))
    order = ranked(picked, first)
    claims = tuple(to_claim(found[place], rank) for rank, place in enumerate(order, 1))
    by_place = dict(zip(order, claims, strict=True))
    names = who_and_where(article.wording, article.language)
    return Brief(
        article=article.id,
        writer=EXTRACTIVE,
        headline=headline([article], weights) or _fallback(claims),
        bottom_line=by_place.get(first) if first is not None else None,
        claims=claims,
        who=names.who,
        where=names.where,
        # Of a long article, not every day it has ever seen.
        when=named_days(((c.text, c.language) for c in claims), article.day),
        quotations=quoted([article], weights, claims),
        sections=tuple(
            Section(title, tuple(by_place[place].id for place in places))
            for title, places in sections
        ),
    )


def to_candidates(documents: Sequence[Sequence[Passage]]) -> list[Candidate]:
    """The passages of several documents, one after the other, as selection sees them."""
    return [
        Candidate(number, passage.position, passage.terms, passage.words, passage.weight)
        for number, document in enumerate(documents)
        for passage in document
    ]


def to_claim(passage: Passage, rank: int) -> Claim:
    """A claim that is its own evidence."""
    return make_claim(passage.text, [passage.quote], passage.article.language, rank)


def ranked(picked: Sequence[int], first: int | None) -> list[int]:
    """The chosen places by importance: the bottom line, then as they were chosen."""
    head = [] if first is None else [first]
    return head + [place for place in picked if place != first]


def bottom_line(
    candidates: Sequence[Candidate], weights: Mapping[Concept, float], head: int = LEADING
) -> int | None:
    """The index of the sentence that says most of what matters.

    It is looked for among the first `head` sentences of each document.
    """
    leading = [i for i, candidate in enumerate(candidates) if candidate.position < head]
    fit = [i for i in leading if candidates[i].words in BOTTOM_LINE]
    return max(
        fit or leading or range(min(len(candidates), 1)),
        key=lambda i: _worth(candidates[i], weights, head),
        default=None,
    )


def _worth(candidate: Candidate, weights: Mapping[Concept, float], head: int) -> float:
    said = fsum(weights.get(concept, 0.0) for concept in candidate.concepts)
    place = 1 + 2 * candidate.position / head
    return candidate.weight * said / place / max(candidate.words, USUAL)


def _sections(
    article: Article, found: Sequence[Passage], weights: Mapping[Concept, float], length: int
) -> tuple[tuple[str, list[int]], ...]:
    """Each heading of a long article and the places chosen under it, its share of `length`."""
    under: dict[str, list[int]] = {}
    for place, passage in enumerate(found):
        heading = article.heading(passage.start)
        title = article.text[heading.start : heading.end].strip() if heading else ""
        under.setdefault(title, []).append(place)
    share = length // len(under)
    chosen = []
    for title, places in under.items():
        # Position counts from the section's own head: the whole is covered, not its beginning.
        local = [
            Candidate(0, i, found[p].terms, found[p].words, found[p].weight)
            for i, p in enumerate(places)
        ]
        # However short the brief, no section is passed over.
        picked = select(local, share, weights) or [_best(local, weights)]
        chosen.append((title or article.title, sorted(places[i] for i in picked)))
    return tuple(chosen)


def _best(candidates: Sequence[Candidate], weights: Mapping[Concept, float]) -> int:
    places = range(len(candidates))
    return max(places, key=lambda i: _worth(candidates[i], weights, len(candidates)))


def _fallback(claims: Sequence[Claim]) -> str:
    return claims[0].text if claims else ""
