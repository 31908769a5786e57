"""Where independent sources give different values for the same counted thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from summarize.check import check
from summarize.claims import Claim, Difference, verbatim
from summarize.compare.carriers import Witnesses
from summarize.compare.figures import Reading, Row, superseded

# Sources that count the same event share more words than the counted thing itself. Chosen on the
# day pile and the examples, where two let in counts of another event of the same kind.
SHARED = 3
ROUNDING = 0.03  # relative difference that "about" and rounding to fewer digits explain
APPROXIMATE = 0.1  # the same where a source itself says "about"

Number = float | tuple[float, float]


def differences(rows: Sequence[Row], first_rank: int) -> tuple[Difference, ...]:
    """One entry for each row whose values conflict: a statement of each side, verbatim.

    `first_rank` is the rank of the first side: they stand behind the claims of the brief.
    """
    found = []
    for row in rows:
        sides = _sides(row)
        if len(sides) > 1:
            found.append((row.what, sides))
    return tuple(_difference(what, sides, first_rank) for what, sides in found)


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
        if apart and _conflict(one, other) and _same_day(row, one, other):
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


def _conflict(one: Reading, other: Reading) -> bool:
    """Whether the two readings cannot both be right."""
    low, high = sorted((one, other), key=lambda reading: _span(reading)[0])
    (_, low_end), (high_start, _) = _span(low), _span(high)
    if low_end >= high_start or low.mention.approximate == "at least":
        return False
    if high.mention.approximate == "at most":
        return False
    near = APPROXIMATE if "about" in {m.mention.approximate for m in (one, other)} else ROUNDING
    shared = one.statement.facts.words & other.statement.facts.words
    return high_start - low_end > near * abs(high_start) and len(shared) >= SHARED


def _span(reading: Reading) -> tuple[float, float]:
    value = reading.mention.value
    return value if isinstance(value, tuple) else (value, value)
