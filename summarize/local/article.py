"""The built-in brief of one article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from summarize.article import Article
from summarize.claims import EXTRACTIVE, Brief, Claim, Section, make_claim
from summarize.local.bottom_line import bottom_line, lead_with, title_terms, worth
from summarize.local.headline import headline
from summarize.local.parts import is_long, parts, under_headings
from summarize.local.passages import Passage, passages
from summarize.local.quoted import quoted
from summarize.local.ranker import rank
from summarize.local.repeats import repeats
from summarize.local.select import Candidate, Concept, form, select, weigh
from summarize.local.standing import Standing
from summarize.text.dates import named_days
from summarize.text.names import who_and_where
from summarize.text.words import tokens

NAMED = 1_000  # sentences, evenly over the article, are enough to know whom it names most
LONG_LEADING = 20  # a magazine piece opens with a scene and says what it is about later


def brief_article(article: Article, length: int) -> Brief:
    """A brief of about `length` words, every claim a verbatim span of `article`."""
    found = passages(article)
    candidates = to_candidates([found])
    weights = weigh(candidates)
    about = title_terms([article])
    long = is_long(found)
    if long:
        picked = _of_each_part(article, found, weights, length)
        first = bottom_line(candidates, weights, LONG_LEADING, about=about)
    else:
        chosen = choose(candidates, length, weights, tokens(article.title))
        first, picked = lead_with(candidates, chosen, length, weights, about)
    order = ranked(candidates, picked, first)
    claims = tuple(to_claim(found[place], rank) for rank, place in enumerate(order, 1))
    by_place = dict(zip(order, claims, strict=True))
    wording = article.wording
    names = who_and_where(wording[:: max(1, len(wording) // NAMED)], article.language)
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
            for title, places in (under_headings(article, found, picked) if long else ())
        ),
    )


def choose(
    candidates: Sequence[Candidate],
    length: int,
    weights: Mapping[Concept, float],
    titles: Sequence[str],
) -> list[int]:
    """Indices of the chosen candidates; the best one where none fits into `length` words."""
    if picked := select(candidates, length, rank(candidates, titles)):
        return picked
    best = bottom_line(candidates, weights)
    return [] if best is None else [best]


def to_candidates(documents: Sequence[Sequence[Passage]]) -> list[Candidate]:
    """The passages of several documents, one after the other, as selection sees them."""
    made: list[Candidate] = []
    for number, document in enumerate(documents):
        for place, passage in enumerate(document):
            adjoins = place > 0 and document[place - 1].position == passage.position - 1
            after = passage.standing is Standing.AFTER and adjoins
            needs = None if passage.standing is Standing.ALONE else len(made) - after
            made.append(_to_candidate(passage, number, needs))
    return made


def _to_candidate(passage: Passage, document: int, needs: int | None) -> Candidate:
    text = passage.text
    ended, has_quote = form(text)
    return Candidate(
        document,
        passage.position,
        tokens(text),
        passage.terms,
        passage.words,
        language=passage.article.language,
        ended=ended,
        quoted=has_quote,
        weight=passage.weight,
        needs=needs,
    )


def to_claim(passage: Passage, rank: int) -> Claim:
    """A claim that is its own evidence."""
    return make_claim(passage.text, [passage.quote], passage.article.language, rank)


def ranked(candidates: Sequence[Candidate], picked: Sequence[int], first: int | None) -> list[int]:
    """The chosen places in the order in which they are read.

    The bottom line leads; the rest stand as in their articles, what opens one before what comes
    later in another; neighbours in an article stay neighbours.
    """
    wanted = {*picked} if first is None else {first, *picked}
    heads = sorted(wanted, key=lambda place: (place != first, candidates[place].position, place))
    order: list[int] = []
    for head in heads:
        place = head
        while place in wanted:
            wanted.remove(place)
            order.append(place)
            place = _next(candidates, place)
    return order


def _next(candidates: Sequence[Candidate], place: int) -> int:
    """The place of the next sentence of the same document, -1 where that is no candidate."""
    one, other = candidates[place], candidates[(place + 1) % len(candidates)]
    adjoin = (one.document, one.position + 1) == (other.document, other.position)
    return place + 1 if adjoin else -1


def _of_each_part(
    article: Article, found: Sequence[Passage], weights: Mapping[Concept, float], length: int
) -> list[int]:
    """The places chosen of a long article: of each part its share of `length`."""
    runs = parts(article, found, length)
    chosen: list[int] = []
    told: list[set[str]] = []
    for places in runs:
        # Position counts from the part's own head: the whole is covered, not its beginning.
        head = found[places[0]].position
        run = [replace(found[p], position=found[p].position - head) for p in places]
        local = to_candidates([run])
        picked = select(local, length // len(runs), rank(local, tokens(article.title)))
        new = {i for i in picked if not repeats({*run[i].terms}, told)}
        # However short the brief, no part with a sentence that stands alone is passed over.
        kept = [i for i in new if local[i].needs in (None, *new)] or _best(local, weights)
        told += [{*run[i].terms} for i in kept]
        chosen += [places[i] for i in kept]
    return sorted(chosen)


def _best(candidates: Sequence[Candidate], weights: Mapping[Concept, float]) -> list[int]:
    """The place of the best that stands alone; none where none does."""
    places = [i for i, one in enumerate(candidates) if one.needs is None]
    places.sort(key=lambda i: -worth(candidates[i], weights, len(candidates)))
    return places[:1]


def _fallback(claims: Sequence[Claim]) -> str:
    return claims[0].text if claims else ""
