"""Where independent sources give different values for the same counted thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice

from summarize.check import check
from summarize.claims import Claim, Difference, verbatim
from summarize.compare.carriers import Witnesses
from summarize.compare.figures import Reading, Row, readings, superseded
from summarize.compare.retold import gist, words
from summarize.compare.slots import pairs
from summarize.compare.statements import Statement
from summarize.stories.components import Components
from summarize.stories.shared_names import share_a_name
from summarize.text.unit_words import MONEY

# Sources that count the same event share more words than the counted thing itself. Chosen on the
# day pile and the examples, where two let in counts of another event of the same kind.
SHARED = 3
SHORT = 0.5  # of the words of the shorter statement, where that is fewer
ROUNDING = 0.03  # relative difference that "about" and rounding to fewer digits explain
APPROXIMATE = 0.1  # the same where a source itself says "about"
# The same where the lower one is "at least": who says "at least 23" does not know of 49. On 899
# articles of AllSides and BASIL, and on the day pile, it finds the same differences as without.
AT_LEAST = 0.25
NAMED = 3  # words that say what nobody names

Number = float | tuple[float, float]


def differences(
    counted: Sequence[Row], said: Sequence[Statement], first_rank: int
) -> tuple[Difference, ...]:
    """One entry for each counted thing whose values conflict: a statement of each side, verbatim.

    `counted` are the rows of what is `said`. `first_rank` is the rank of the first side: they stand
    behind the claims of the brief.
    """
    found = [(row.what, sides) for row in counted if len(sides := _sides(row)) > 1]
    known = {_spot(side) for _, sides in found for side in sides}
    found += (
        (about, sides)
        for sides in _in_slots(said)
        if not known & {_spot(side) for side in sides} and (about := _about(sides))
    )
    return tuple(_difference(what, sides, first_rank) for what, sides in found)


def _about(sides: Sequence[Reading]) -> str:
    """What the sides count, else their unit, else the words that they have in common.

    Empty for a currency that none of them names: "differ on USD" tells a reader nothing.
    """
    named = next((side.mention.what for side in sides if side.mention.what), "")
    unit = sides[0].mention.unit
    if named or unit is None:
        return named or _in_common(sides)
    spoken = any(unit.casefold() in side.statement.text.casefold() for side in sides)
    return unit if spoken or unit not in MONEY else ""


def _in_common(sides: Sequence[Reading]) -> str:
    shared = frozenset.intersection(*(words(side.statement) for side in sides))
    first = sides[0].statement
    language = first.article.language
    found = (word for word in first.facts.order if gist(word, language) & shared)
    return " ".join(islice(dict.fromkeys(found), NAMED))


def _in_slots(said: Sequence[Statement]) -> Iterator[list[Reading]]:
    """What two articles count in other words (`slots`): all values that hang together."""
    by_article: dict[str, list[Reading]] = {}
    for reading in readings(said):
        by_article.setdefault(reading.statement.article.id, []).append(reading)
    firsts: list[Reading] = []
    edges: list[tuple[int, int]] = []
    for one, other in combinations(by_article.values(), 2):
        if not _side_by_side(one[0], other[0]):
            continue
        for left, right in pairs(one, other):
            if _apart(left, right):
                edges.append((_index(left, firsts), _index(right, firsts)))
    joined = Components(len(firsts))
    for left_index, right_index in edges:
        joined.join(left_index, right_index)
    for members in joined.members():
        values = {firsts[index].mention.value: firsts[index] for index in reversed(members)}
        yield list(reversed(values.values()))


def _side_by_side(one: Reading, other: Reading) -> bool:
    """Whether two articles of other origins were published on one day."""
    if one.statement.counts_for == other.statement.counts_for or one.source == other.source:
        return False
    if not share_a_name(one.statement.article, other.statement.article):
        return False
    return one.day is None or other.day is None or one.day == other.day


def _index(reading: Reading, known: list[Reading]) -> int:
    for index, other in enumerate(known):
        if _spot(other) == _spot(reading):
            return index
    known.append(reading)
    return len(known) - 1


def _spot(reading: Reading) -> tuple[str, int]:
    """Where a figure stands."""
    return reading.statement.article.id, reading.statement.start + reading.mention.start


def proposed(
    differ: Sequence[Difference], found: Sequence[Difference], witnesses: Witnesses
) -> Iterator[Difference]:
    """Those differences a writer proposed that hold.

    Each side has passed the check, all its passages are of other origins than those of the other
    sides, and no difference that code found rests on the same words.
    """
    known = {_place(side) for difference in found for side in difference.sides}
    for difference in differ:
        sides = [check(side, witnesses.articles) for side in difference.sides]
        origins = [{witnesses.origin_of.get(q.article) for q in side.quotes} for side in sides]
        apart = all(not one & other for one, other in combinations(origins, 2))
        holds = all(side.verdict.status != "unsupported" for side in sides)
        if apart and holds and not known & {_place(side) for side in sides}:
            known |= {_place(side) for side in sides}
            yield replace(difference, sides=tuple(sides))


def _place(claim: Claim) -> tuple[str, int] | None:
    first = next(iter(claim.quotes), None)
    return (first.article, first.start) if first else None


def _difference(what: str, sides: Sequence[Reading], rank: int) -> Difference:
    claims = (
        verbatim(side.statement.quote, side.statement.article.language, place)
        for place, side in enumerate(sides, rank)
    )
    return Difference(what, tuple(claims))


def _sides(row: Row) -> list[Reading]:
    """One reading for each value that conflicts with another, [] where none does."""
    old = superseded(row)
    current = [reading for reading in row.readings if reading.mention.value not in old]
    firsts = {reading.mention.value: reading for reading in reversed(current)}
    witnesses = {value: _witnesses(row, value) for value in firsts}
    clash: dict[Number, Reading] = {}
    for one, other in combinations(reversed(list(firsts.values())), 2):
        apart = not witnesses[one.mention.value] & witnesses[other.mention.value]
        if apart and _conflict(row, one, other) and _same_day(row, one, other):
            clash[one.mention.value] = one
            clash[other.mention.value] = other
    return list(clash.values())


def _witnesses(row: Row, value: Number) -> set[int]:
    return {r.statement.counts_for for r in row.readings if r.mention.value == value}


def _same_day(row: Row, one: Reading, other: Reading) -> bool:
    """Whether the two values were given side by side: a value given only later is an update."""
    first = list(_days(row, one.mention.value))
    second = list(_days(row, other.mention.value))
    if not first or not second:
        return True
    return max(first) >= min(second) and max(second) >= min(first)


def _days(row: Row, value: Number) -> Iterator[int]:
    for reading in row.readings:
        if reading.mention.value == value and reading.day:
            yield reading.day.toordinal()


def _conflict(row: Row, one: Reading, other: Reading) -> bool:
    """Whether two values cannot both be right, and statements of both are of one event."""
    return _apart(one, other) and any(
        _of_one(left, right)
        for left in row.readings
        if left.mention.value == one.mention.value
        for right in row.readings
        if right.mention.value == other.mention.value
    )


def _apart(one: Reading, other: Reading) -> bool:
    """Whether the two readings cannot both be right."""
    low, high = sorted((one, other), key=lambda reading: _span(reading)[0])
    (_, low_end), (high_start, _) = _span(low), _span(high)
    if low_end >= high_start or high.mention.approximate == "at most":
        return False
    near = APPROXIMATE if "about" in {m.mention.approximate for m in (one, other)} else ROUNDING
    near = AT_LEAST if low.mention.approximate == "at least" else near
    return high_start - low_end > near * abs(high_start)


def _of_one(one: Reading, other: Reading) -> bool:
    """Whether two statements with a key in common are of one event."""
    words, others = one.statement.facts.words, other.statement.facts.words
    enough = min(SHARED, SHORT * min(len(words), len(others)))
    if len(words & others) < enough:
        return False
    names = one.statement.facts.names, other.statement.facts.names
    if len(words & others) < SHARED and all(names) and names[0].isdisjoint(names[1]):
        return False
    return share_a_name(one.statement.article, other.statement.article)


def _span(reading: Reading) -> tuple[float, float]:
    value = reading.mention.value
    return value if isinstance(value, tuple) else (value, value)
