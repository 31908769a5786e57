"""Which statements of yesterday are turned round today: denied, or told with the opposite outcome.

Two statements speak of the same where they share most of their other words; that one says the
opposite is told by two outcomes of which one is no other (`outcomes`), by a pair of opposites
(`check.opposites`) or by a denial.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarize.check import near_copy
from summarize.check.opposites import opposites
from summarize.check.sides import Side
from summarize.compare.outcomes import denies, opposed
from summarize.compare.retold import Heard, facts_of, of_one_fact, words
from summarize.compare.revisions import Turn
from summarize.compare.statements import Statement
from summarize.stories.shared_names import share_a_name

WHOLE = 0.8  # of the words of the shorter statement


def reversals(
    before: Sequence[Statement], fresh: Sequence[Statement], today: Sequence[Statement]
) -> Iterator[Turn]:
    """A turn for each fact whose opposite is in `fresh`, and to which nobody keeps today."""
    heard, now = Heard(before), Heard(today)
    found = {id(after): turn for after in fresh if (turn := _turn(after, heard, now))}
    for group in facts_of([turn.after for turn in found.values()]):
        yield found[id(group[0])]


def _turn(after: Statement, heard: Heard, now: Heard) -> Turn | None:
    opposed = [one for one in heard.of_its_fact(after) if _is_turned(one, after)]
    if not opposed or _says(after, opposed[0], heard):  # the opposite stood beside it before
        return None
    closest = max(opposed, key=lambda one: len(words(one) & words(after)))
    return None if _says(closest, after, now) else Turn(closest, after)


def turned(one: Statement, other: Statement) -> bool:
    """Whether two statements are of one fact and say the opposite."""
    return of_one_fact(one, other) and _is_turned(one, other)


def _is_turned(one: Statement, other: Statement) -> bool:
    if one.facts.dates != other.facts.dates:  # "closed", and "reopens on Friday"
        return False
    return _exclude(one, other) and share_a_name(one.article, other.article)


def _exclude(one: Statement, other: Statement) -> bool:
    """Whether their words tell outcomes of which one is no other."""
    sides = _side(one), _side(other)
    known = opposed(*sides[::-1])  # the later one is held against several
    if known is not None:
        return known
    if any(opposites(side, [against]).findings for side, against in (sides, sides[::-1])):
        return True
    return _is_denied(one, other)


def _is_denied(one: Statement, other: Statement) -> bool:
    """Whether one has a denial or a refusal, and they are the same but for little.

    "The line is closed" and "no trains run" are not the same but for the denial.
    """
    least = WHOLE * min(len(words(one)), len(words(other)))
    if len(words(one) & words(other)) < least:
        return False
    return denies(_side(one), refusing=True) != denies(_side(other), refusing=True)


def _says(statement: Statement, opposite: Statement, said: Heard) -> bool:
    """Whether somebody says the statement in nearly its words, and not its opposite."""
    return any(
        near_copy(other.facts, statement.facts) and turned(other, opposite)
        for other in said.near(statement)
    )


def _side(statement: Statement) -> Side:
    return Side(statement.text, statement.article.language, statement.article.day)
