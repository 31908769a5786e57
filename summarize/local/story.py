"""The built-in brief across the origins of one story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from summarize.article import Article
from summarize.claims import EXTRACTIVE, StoryBrief
from summarize.local.article import choose, ranked, to_candidates, to_claim
from summarize.local.bottom_line import lead_with, title_terms
from summarize.local.headline import headline
from summarize.local.passages import Passage, passages
from summarize.local.quoted import quoted
from summarize.local.select import Candidate, weigh
from summarize.stories.story import Origin, Story
from summarize.stories.unique import said_by
from summarize.text.names import who_and_where
from summarize.text.words import tokens

# `local` does not translate: a sentence in another language than most of the story's articles is
# taken only where it says much that no other does.
OTHER_LANGUAGE = 0.4
CENTRALITY = 2.0  # power of the share of an article's words that other articles have too


def brief_story(story: Story, length: int) -> StoryBrief:
    """A brief of about `length` words over what each origin says, verbatim spans only."""
    language = _main_language(story.leads)
    documents = [_of_language(_passages(origin), language) for origin in story.origins]
    found = [passage for document in documents for passage in document]
    candidates = to_candidates(documents)
    weights = weigh(candidates)
    titles = [word for article in story.leads for word in tokens(article.title)]
    chosen = choose(candidates, length, weights, titles)
    about = title_terms(story.leads)
    central = _by_centrality(candidates)
    first, picked = lead_with(central, chosen, length, weights, about)
    order = ranked(candidates, picked, first)
    claims = tuple(to_claim(found[i], rank) for rank, i in enumerate(order, 1))
    told = [article for article in story.leads if article.language == language]
    names = who_and_where([text for article in told for text in article.wording], language)
    return StoryBrief(
        story=story.id,
        writer=EXTRACTIVE,
        headline=headline(told, weights) or (claims[0].text if claims else ""),
        bottom_line=claims[0] if first is not None else None,
        claims=claims,
        who=names.who,
        where=names.where,
        quotations=quoted(told, weights, claims),
    )


def _passages(origin: Origin) -> list[Passage]:
    """Those of the most complete carrier, then those that only another carrier has."""
    said = {(one.article.id, one.sentence.start) for one in said_by(origin)}
    return [
        passage
        for article in origin.articles
        for passage in passages(article)
        if (article.id, passage.start) in said
    ]


def _main_language(articles: Sequence[Article]) -> str:
    """The language of most articles; of the first of them where several are as frequent."""
    return Counter(article.language for article in articles).most_common(1)[0][0]


def _by_centrality(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates of an article that tells what the others tell weigh more.

    The lead of the one that tells a side of the story ("factories welcome the cut") is no bottom
    line of the story ("the bank cut its rate").
    """
    terms: dict[int, set[str]] = {}
    for candidate in candidates:
        terms.setdefault(candidate.document, set()).update(candidate.terms)
    carriers = Counter(term for words in terms.values() for term in words)
    shared = {
        number: sum(carriers[term] > 1 for term in words) / max(len(words), 1)
        for number, words in terms.items()
    }
    return [replace(c, weight=c.weight * shared[c.document] ** CENTRALITY) for c in candidates]


def _of_language(document: Sequence[Passage], language: str) -> list[Passage]:
    return [
        passage
        if passage.article.language == language
        else replace(passage, weight=passage.weight * OTHER_LANGUAGE)
        for passage in document
    ]
