"""What several sources said yesterday and none says today, though they wrote of it again.

"Not reported" must not be said of what is only worded anew, of what a source told that is silent
today, or of what a source may tell in another language. Of such a source it is only seen that it
left something out as well: as many statements as there are facts that others dropped, and none of
today's has all the names of the fact.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from summarize.article import Article
from summarize.compare.retold import Heard, facts_of, of_one_fact
from summarize.compare.statements import Statement, every_statement
from summarize.stories.shared_names import share_a_name, share_most_names

CARRIED = 2  # origins that told it and wrote again


def dropped(
    before: Sequence[Statement],
    today: Sequence[Statement],
    fresh: Sequence[Article],
    heard_of: Collection[str],
) -> Iterator[Statement]:
    """The first statement of each fact that is told no more.

    `fresh` are the articles written since, `heard_of` the outlets that wrote of anything.
    """
    now = Heard(today)
    back = frozenset(
        said.article.id
        for said in before
        if any(_goes_on(said.article, article) for article in fresh)
    )
    gone = [
        same
        for same in facts_of(before)
        if _is_missed(same, back, heard_of)
        and not any(now.overlaps(said, counted=False) for said in same)
    ]
    left_out = _left_out(before, now)
    for same in gone:
        languages = {said.article.language for said in same}
        others = [said for said in today if said.article.language not in languages]
        quiet = all(left_out.get(said.article.outlet, 0) >= len(gone) for said in others)
        if quiet and not any(_names_all(other, said) for said in same for other in others):
            yield same[0]


def is_told_in(articles: Sequence[Article], said: Statement) -> bool:
    """Whether an article on the same may tell it, whichever story it was put to."""
    return any(
        of_one_fact(statement, said)
        for article in articles
        if article.language == said.article.language and share_a_name(article, said.article)
        for statement in every_statement(article)
    )


def _is_missed(same: Sequence[Statement], back: Collection[str], heard_of: Collection[str]) -> bool:
    """Whether so many that told a fact wrote again (`back`), and none that told it is away."""
    again = {said.witness for said in same if said.article.id in back}
    return len(again) >= CARRIED and all(said.article.outlet in heard_of for said in same)


def _goes_on(earlier: Article, article: Article) -> bool:
    """Whether an outlet wrote of the same again."""
    return earlier.outlet == article.outlet and share_most_names(earlier, article)


def _left_out(before: Sequence[Statement], now: Heard) -> dict[str, int]:
    """How many statements of each outlet nobody makes today in its language."""
    found: dict[str, int] = {}
    for said in before:
        missing = not now.overlaps(said, counted=False)
        found[said.article.outlet] = found.get(said.article.outlet, 0) + missing
    return found


def _names_all(other: Statement, said: Statement) -> bool:
    return bool(said.facts.names) and said.facts.names <= other.facts.names
