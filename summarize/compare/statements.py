"""Every statement of a story, what it states, and the origin it counts for.

A sentence that is a near-copy of another origin's sentence counts for the earliest carrier's
origin, even where the articles differ: a rewrite that keeps a paragraph adds no witness to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from summarize.article import Article, Quote
from summarize.check import Facts, facts, near_copy
from summarize.check.carry import COPY, COPY_WORDS
from summarize.stories.story import Story
from summarize.stories.unique import said_by


@dataclass(frozen=True)
class Statement:
    """The span `start:end` of `article`, a carrier of origin number `origin` of its story.

    `counts_for` is the number of the origin that said it first, `witness` that of the first origin
    of its family: texts of one publisher differ, but are no two witnesses.
    """

    article: Article = field(repr=False)
    start: int
    end: int
    origin: int
    counts_for: int
    witness: int

    @cached_property
    def text(self) -> str:
        """The verbatim span."""
        return self.article.text[self.start : self.end]

    @cached_property
    def facts(self) -> Facts:
        """What it states."""
        return facts(self.text, self.article.language, self.article.day)

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands: the article's id and the start of the span."""
        return self.article.id, self.start

    @property
    def quote(self) -> Quote:
        """The span as evidence."""
        return self.article.quote(self.start, self.end)


@lru_cache(maxsize=1_000)  # who compares origins asks for it, and who compares editions
def statements(story: Story) -> tuple[Statement, ...]:
    """All that is said, origin by origin (the earliest first), in order of the text.

    Of an origin, its most complete carrier, then what only its other carriers have.
    """
    found = [
        Statement(said.article, said.sentence.start, said.sentence.end, number, number, witness)
        for number, (origin, witness) in enumerate(zip(story.origins, story.witnesses, strict=True))
        for said in said_by(origin)
    ]
    return tuple(_credit(found)) if len(story.origins) > 1 else tuple(found)


def every_statement(article: Article) -> tuple[Statement, ...]:
    """All that an article says, as of an origin of its own."""
    return tuple(Statement(article, s.start, s.end, 0, 0, 0) for s in article.statements)


def _credit(found: Sequence[Statement]) -> Iterator[Statement]:
    """Each statement, counted for the origin of the first near-copy before it."""
    frequency: dict[str, int] = {}
    for statement in found:
        for word in statement.facts.words:
            frequency[word] = frequency.get(word, 0) + 1
    seen: dict[str, list[Statement]] = {}
    for statement in found:
        keys = _rare(statement.facts, frequency)
        near = [s for key in keys for s in seen.get(key, ()) if _copies(s, statement)]
        first = min(near, key=lambda said: said.counts_for, default=statement)
        credited = statement
        if first is not statement:
            credited = replace(statement, counts_for=first.counts_for, witness=first.witness)
        for key in keys:
            seen.setdefault(key, []).append(credited)
        yield credited


def _copies(earlier: Statement, later: Statement) -> bool:
    return earlier.origin != later.origin and near_copy(earlier.facts, later.facts)


def _rare(stated: Facts, frequency: dict[str, int]) -> list[str]:
    if len(stated.words) < COPY_WORDS:
        return [" ".join(stated.order)]  # only an equal sentence is a copy of so short a one
    return rarest(stated.words, COPY, frequency.__getitem__)


def rarest(words: Iterable[str], share: float, frequency: Callable[[str], int]) -> list[str]:
    """The rarest of `words`, so many that a text which has `share` of all has one of these.

    It misses at most the rest of them, so that of one more than that it has one (prefix filtering,
    Chaudhuri et al. 2006).
    """
    ordered = sorted([(frequency(word), word) for word in words])
    return [word for _, word in ordered[: int(len(ordered) * (1 - share)) + 1]]
