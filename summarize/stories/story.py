"""A story: the articles, and the independent origins, that tell one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from summarize.article import Article


@dataclass(frozen=True)
class Origin:
    """The articles that carry one and the same text, the most complete carrier first.

    `name` is what the text calls its origin (an agency), else the outlet of the earliest carrier.
    """

    name: str
    articles: tuple[Article, ...]

    @property
    def lead(self) -> Article:
        """The most complete carrier: the one that is briefed."""
        return self.articles[0]

    @cached_property
    def family(self) -> str | None:
        """The publisher of all its carriers, where the text is one's own: no agency's."""
        families = {a.declared.family if a.declared else None for a in self.articles}
        own = any(article.outlet == self.name for article in self.articles)
        return families.pop() if own and len(families) == 1 else None


@dataclass(frozen=True)
class Story:
    """One event as told by its origins, the earliest origin first.

    `also` are round-ups and live blogs that touch on it: they count for nothing here.
    """

    id: str
    origins: tuple[Origin, ...]
    also: tuple[Origin, ...] = ()

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """Every article of the story, origin by origin."""
        return tuple(article for origin in self.origins for article in origin.articles)

    @cached_property
    def also_in(self) -> tuple[Article, ...]:
        """The articles of the round-ups that touch on it."""
        return tuple(article for origin in self.also for article in origin.articles)

    @cached_property
    def leads(self) -> tuple[Article, ...]:
        """One article for each origin."""
        return tuple(origin.lead for origin in self.origins)

    @cached_property
    def witnesses(self) -> tuple[int, ...]:
        """For each origin the number of the one it counts as: the first of its family."""
        return witnesses(self.origins)

    @property
    def independent(self) -> int:
        """How many origins there are, those of one family counted once."""
        return len(set(self.witnesses))

    @cached_property
    def outlets(self) -> Sequence[str]:
        """Distinct outlets, in order of first appearance."""
        return list(dict.fromkeys(article.outlet for article in self.articles))


def witnesses(origins: Sequence[Origin]) -> tuple[int, ...]:
    """For each origin the number of the one it counts as: the first of its family, else itself."""
    firsts: dict[str, int] = {}
    return tuple(
        firsts.setdefault(origin.family, number) if origin.family else number
        for number, origin in enumerate(origins)
    )
