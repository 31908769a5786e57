"""What most independent origins of a story state: found in its articles, whoever briefs them.

1. Each statement is asked which origins carry it, as a claim is (`compare.carriers`).
2. Those of two or more are taken, the most carried first, but none that says what one taken before
   says, or the reverse.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from summarize.article import Quote
from summarize.check import Facts, carries
from summarize.claims import Claim
from summarize.compare.carriers import Witnesses
from summarize.stories.story import Story

MOST = 5  # facts of one story: what a reader would miss, not every detail

Place = tuple[str, int]  # article id, and where in it a sentence starts


@dataclass(frozen=True)
class SharedFact:
    """A statement that `origins` (two or more) independent origins of one story make.

    `passages` are the places of all sentences that say it.
    """

    quote: Quote
    origins: int
    passages: frozenset[Place]
    stated: Facts = field(repr=False, compare=False)

    def told_by(self, claim: Claim, said: Facts) -> bool:
        """Whether `claim`, which says `said`, cites a passage of it, or says it itself."""
        cited = {(quote.article, quote.start) for quote in claim.quotes}
        return bool(cited & self.passages) or carries(said, self.stated)


def shared_facts(story: Story) -> tuple[SharedFact, ...]:
    """At most `MOST` facts, those of the most origins first; none of a story of one origin."""
    if story.independent < 2:
        return ()
    taken: list[SharedFact] = []
    for fact in sorted(_carried(Witnesses.of(story)), key=lambda fact: -fact.origins):
        if len(taken) == MOST:
            break
        if not any(_same(fact.stated, other.stated) for other in taken):
            taken.append(fact)
    return tuple(taken)


def _carried(witnesses: Witnesses) -> Iterator[SharedFact]:
    for statement in witnesses.said:
        stated = statement.facts
        others = [s for s in witnesses.near(stated) if carries(s.facts, stated)]
        origins = {statement.witness, *(other.witness for other in others)}
        if len(origins) > 1:
            passages = frozenset(one.place for one in (statement, *others))
            yield SharedFact(statement.quote, len(origins), passages, stated)


def _same(one: Facts, other: Facts) -> bool:
    return carries(one, other) or carries(other, one)
