"""Which origins carry a claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from summarize.article import Article, Quote
from summarize.check import Facts, carries, facts, supports
from summarize.check.carry import CONTENT
from summarize.check.sides import Side
from summarize.claims import Claim
from summarize.compare.statements import Statement, rarest, statements
from summarize.stories.story import Story

# Share of a claim's content words in all of another article with which it may say the same.
NEAR = 0.5

C = TypeVar("C", bound=Claim)  # a Quotation stays a Quotation


@dataclass(frozen=True)
class Witnesses:
    """A story made ready to be asked who carries a claim; `several` origins tell it, or one.

    `witness_of` has the number that each article counts for: all origins of a family have one, and
    `independent` says whether there are two.
    """

    several: bool
    independent: bool
    said: tuple[Statement, ...]
    places: Mapping[tuple[str, int], Statement]
    by_word: Mapping[str, Sequence[int]]
    by_article: Mapping[str, Sequence[Statement]]
    origin_of: Mapping[str, int]
    witness_of: Mapping[str, int]
    articles: Mapping[str, Article]

    @classmethod
    def of(cls, story: Story) -> Witnesses:
        """The statements of a story, by place and by article."""
        said = statements(story)
        several = len(story.origins) > 1
        by_word: dict[str, list[int]] = {}
        by_article: dict[str, list[Statement]] = {}
        for index, statement in enumerate(said):
            by_article.setdefault(statement.article.id, []).append(statement)
            if several:  # a story of one origin has nobody else to ask
                for word in statement.facts.words:
                    by_word.setdefault(word, []).append(index)
        return cls(
            by_word=by_word,
            by_article=by_article,
            several=several,
            independent=story.independent > 1,
            said=said,
            places={s.place: s for s in said},
            origin_of={
                article.id: number
                for number, origin in enumerate(story.origins)
                for article in origin.articles
            },
            witness_of={
                article.id: number
                for number, origin in zip(story.witnesses, story.origins, strict=True)
                for article in origin.articles
            },
            articles={article.id: article for article in story.articles},
        )

    def day(self, article: str) -> date | None:
        """The day an article of the story was published, by its id."""
        found = self.articles.get(article)
        return found.day if found else None

    def near(self, stated: Facts) -> Iterator[Statement]:
        """The statements that may share enough words with a claim to carry it, in their order."""
        asked = rarest(stated.words, CONTENT, lambda word: len(self.by_word.get(word, ())))
        found = {index for word in asked for index in self.by_word.get(word, ())}
        return (self.said[index] for index in sorted(found))


def with_carriers(claim: C, witnesses: Witnesses) -> C:
    """The claim with one passage of each further origin that carries it, and their number.

    A near-copy of a passage that is cited already is no further witness, and is not cited.
    Only a quote on which alone the claim holds counts: a claim that is carried by its quotes
    together has `origins` 0.
    """
    if not claim.quotes:
        return claim
    stated = facts(claim.text, claim.language, _day(claim, witnesses))
    own = {
        number
        for quote in claim.quotes
        if (number := _carrier(quote, claim, stated, witnesses)) is not None
    }
    others: dict[int, Statement] = {}
    for statement in witnesses.near(stated):
        number = statement.witness
        if number not in own and carries(statement.facts, stated):
            best = others.get(number)
            if best is None or _shared(statement, stated) > _shared(best, stated):
                others[number] = statement
    quotes = claim.quotes + tuple(others[number].quote for number in sorted(others))
    return replace(claim, quotes=quotes, origins=len(own) + len(others))


def _day(claim: Claim, witnesses: Witnesses) -> date | None:
    """The day from which the claim counts: that of its first passage."""
    return witnesses.day(claim.quotes[0].article) if claim.quotes else None


def _carrier(quote: Quote, claim: Claim, stated: Facts, witnesses: Witnesses) -> int | None:
    """The witness that a cited quote counts for, None where it does not carry the claim alone."""
    statement = witnesses.places.get((quote.article, quote.start))
    number = statement.witness if statement else witnesses.witness_of.get(quote.article)
    if quote.text == claim.text:
        return number
    article = witnesses.articles.get(quote.article)
    if article is None:
        return None
    found = facts(quote.text, article.language, article.day)
    if carries(found, stated):
        return number
    passage = Side(quote.text, article.language, article.day)
    whole = Side(claim.text, claim.language, _day(claim, witnesses))
    return number if supports([passage], whole) else None


def _shared(statement: Statement, stated: Facts) -> int:
    return len(statement.facts.words & stated.words)


def agreed(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that two or more origins carry; one that failed the check counts for nothing."""
    return [c for c in claims if c.origins >= 2 and c.verdict.status != "unsupported"]


def lone(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that one origin alone carries."""
    return [c for c in claims if c.origins == 1 and c.verdict.status != "unsupported"]


def unlike_all(claim: Claim, witnesses: Witnesses) -> bool:
    """Whether no other origin says anything like the claim, as far as can be seen.

    Another article speaks of it if it has one of its numbers, or, of a claim without numbers,
    `NEAR` of its content words. Of an article in another language nothing can be seen.
    """
    stated = facts(claim.text, claim.language, _day(claim, witnesses))
    own = {witnesses.witness_of.get(quote.article) for quote in claim.quotes}
    if len(own) > 1:  # it rests on passages of several, whichever of them carries it alone
        return False
    others: dict[int, list[Statement]] = {}
    for statement in witnesses.said:
        if witnesses.witness_of[statement.article.id] not in own:
            others.setdefault(statement.origin, []).append(statement)
    return not any(_speaks_of(said, claim.language, stated) for said in others.values())


def _speaks_of(said: Sequence[Statement], language: str, stated: Facts) -> bool:
    if any(statement.article.language != language for statement in said):
        return True
    if stated.numbers:
        return any(stated.numbers & statement.facts.numbers for statement in said)
    words = frozenset().union(*(statement.facts.words for statement in said))
    return len(stated.words & words) >= NEAR * len(stated.words)
