"""What several sources said yesterday and none says today, though they wrote of it again.

"Not reported" must not be said of what is only worded anew, of what a source told that is silent
today, or of what a source may tell in another language. Of such a source it is only seen that it
left something out as well: as many statements as there are facts that others dropped, and none of
today's has all the names of the fact; and all who told the fact wrote again.

Nor must it be said of what belongs to another event that was put to the same story. A source writes
again of what it told where it retells some of it, and of the article that it retells most; and only
a statement that has a name, a number or a date is known to be of this event and no other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from summarize.article import Article
from summarize.compare.retold import Heard, facts_of
from summarize.compare.statements import Statement, every_statement
from summarize.stories.shared_names import share_a_name, share_most_names

CARRIED = 2  # origins that told it and wrote again
# Statements of an earlier article that one on the same event retells: of the pairs of one outlet in
# the worlds of benchmarks/changes.py all of one event have so many, and 3 % of two events.
RETOLD = 2


def dropped(
    before: Sequence[Statement],
    today: Sequence[Statement],
    fresh: Sequence[Article],
    heard_of: Collection[str],
) -> Iterator[Statement]:
    """The first statement of each fact that is told no more.

    `fresh` are the articles written since, `heard_of` the outlets that wrote of anything.
    """
    back = frozenset(_back(before, fresh))
    if len({said.witness for said in before if said.article.id in back}) < CARRIED:
        return
    now = Heard(today)
    every = len({said.article.language for said in today}) > 1
    gone = [
        _particular(same)
        for same in facts_of(before)
        if _is_missed(same, back, heard_of, every=every)
        and not any(now.overlaps(said, counted=False) for said in same)
    ]
    left_out = _left_out(before, now)
    for same in gone:
        languages = {said.article.language for said in same}
        others = [said for said in today if said.article.language not in languages]
        quiet = all(left_out.get(said.article.outlet, 0) >= len(gone) for said in others)
        if quiet and not any(_names_all(other, said) for said in same for other in others):
            yield same[0]


class Elsewhere:
    """What all articles of today say, to be asked whether a fact is told in another story."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles

    @cached_property
    def _said(self) -> Heard:
        return Heard([said for article in self._articles for said in every_statement(article)])

    def tells(self, said: Statement) -> bool:
        """Whether an article on the same may tell it, whichever story it was put to."""
        return any(share_a_name(one.article, said.article) for one in self._said.of_its_fact(said))


def _is_missed(
    same: Sequence[Statement], back: Collection[str], heard_of: Collection[str], *, every: bool
) -> bool:
    """Whether so many that told a fact wrote again (`back`), and none that told it is away.

    With `every`, all that told it wrote again.
    """
    if not all(said.article.outlet in heard_of for said in same):
        return False
    if every and not all(said.article.id in back for said in same):
        return False
    again = {said.witness for said in _particular(same) if said.article.id in back}
    return len(again) >= CARRIED


def _particular(same: Sequence[Statement]) -> list[Statement]:
    """Those with a number, a date, or a name: one that any of them shows to be a name."""
    names = frozenset().union(*(said.facts.names for said in same))
    return [
        said
        for said in same
        if said.facts.numbers or said.facts.dates or not names.isdisjoint(said.facts.order)
    ]


def _back(before: Sequence[Statement], fresh: Sequence[Article]) -> Iterator[str]:
    """The earlier articles, by id, of which an outlet wrote again: those it retells most.

    All that an article says counts, also where another carries the same text.
    """
    heard, articles = Heard(before), {said.article.id: said.article for said in before}
    for article in fresh:
        retold = Counter(
            old
            for new in every_statement(article)
            for old in {one.article.id for one in heard.of_its_fact(new)}
        )
        again = {old: n for old, n in retold.items() if _may_go_on(articles[old], article)}
        most = max(again.values(), default=0)
        if most >= RETOLD:
            yield from (old for old, times in again.items() if times == most)


def _may_go_on(earlier: Article, article: Article) -> bool:
    one = (earlier.outlet, earlier.language) == (article.outlet, article.language)
    return one and share_most_names(earlier, article)


def _left_out(before: Sequence[Statement], now: Heard) -> dict[str, int]:
    """How many statements of each outlet nobody makes today in its language."""
    found: dict[str, int] = {}
    for said in before:
        missing = not now.overlaps(said, counted=False)
        found[said.article.outlet] = found.get(said.article.outlet, 0) + missing
    return found


def _names_all(other: Statement, said: Statement) -> bool:
    return bool(said.facts.names) and said.facts.names <= other.facts.names
