"""What several sources said yesterday and none says today, though they wrote of it again.

"Not reported" must not be said of what is only worded anew, of what a source that is silent today
told, or of what cannot be seen because a source writes in another language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.compare.retold import Heard, facts_of
from summarize.compare.statements import Statement

CARRIED = 2  # origins that told it and wrote again


def dropped(
    before: Sequence[Statement], today: Sequence[Statement], back: frozenset[str]
) -> Iterator[tuple[Statement, ...]]:
    """The statements of each fact that is told no more.

    `back` are the outlets that wrote of the story again: all that told it must have.
    """
    now = Heard(today)
    for same in facts_of(before):
        if len({said.counts_for for said in same}) < CARRIED:
            continue
        if all(said.article.outlet in back and not _may_be_told(said, now) for said in same):
            yield tuple(same)


def _may_be_told(statement: Statement, now: Heard) -> bool:
    if now.languages != {statement.article.language}:
        return True
    return now.overlaps(statement, counted=False)
