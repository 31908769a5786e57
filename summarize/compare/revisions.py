"""Which figures of yesterday have another value today.

Two figures count the same thing where they are one row (`figures.rows`), or where they stand in
statements that are equal but for them. A value that still stands beside the new one is a
difference between sources and no revision.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.compare.figures import Reading, readings, rows, superseded
from summarize.compare.statements import Statement
from summarize.stories.shared_names import share_a_name
from summarize.text.figures import figures

SAME_BUT = 0.75  # Jaccard of the words of two statements that differ in one figure
LEAST_WORDS = 2
ABOUT = 0.1  # relative difference that "about" explains

Number = float | tuple[float, float]


@dataclass(frozen=True)
class Turn:
    """An earlier statement and a later one that does not agree with it."""

    before: Statement
    after: Statement


def revisions(
    before: Sequence[Statement], fresh: Sequence[Statement], today: Sequence[Statement]
) -> Iterator[Turn]:
    """One turn for each counted thing with another value in `fresh`, the new part of `today`."""
    seen: set[tuple[frozenset[float], frozenset[float]]] = set()
    for turn in (*_in_rows(before, fresh, today), *_in_wording(before, fresh, today)):
        old, new = turn.before.facts.numbers, turn.after.facts.numbers
        values = old - new, new - old
        if values not in seen:
            seen.add(values)
            yield turn


def _in_rows(
    before: Sequence[Statement], fresh: Sequence[Statement], today: Sequence[Statement]
) -> Iterator[Turn]:
    if not any(reading.mention.key for reading in readings(fresh)):
        return  # before the earlier ones are read
    earlier, later, still = _places(before), _places(fresh), _places(today)
    for row in rows((*before, *(s for s in today if s.place not in earlier))):
        gone = superseded(row)
        told = [r for r in row.readings if r.statement.place in earlier]
        now = [r for r in row.readings if r.statement.place in later]
        stands = {r.mention.value for r in row.readings if r.statement.place not in earlier}
        stands |= {r.mention.value for r in told if r.statement.place in still}
        known = {r.mention.value for r in told}
        new = _best([r for r in now if r.mention.value not in known | gone])
        old = _best([r for r in told if r.mention.value not in stands])
        if new and old and _apart(old, new) and _goes_on(old.statement, new.statement):
            yield Turn(old.statement, new.statement)


def _best(readings: Sequence[Reading]) -> Reading | None:
    """The first reading of the value that most give."""
    if not readings:
        return None
    value = Counter(r.mention.value for r in readings).most_common(1)[0][0]
    return next(r for r in readings if r.mention.value == value)


def _apart(old: Reading, new: Reading) -> bool:
    """Whether it is another value, and not the same less or more exactly told."""
    one, other = old.mention.value, new.mention.value
    if isinstance(one, tuple) or isinstance(other, tuple):
        (low, high), (start, end) = _span(one), _span(other)
        return high < start or end < low
    hedged = "about" in {old.mention.approximate, new.mention.approximate}
    return not same_value(one, other, hedged=hedged)


def _span(value: Number) -> tuple[float, float]:
    return value if isinstance(value, tuple) else (value, value)


def same_value(one: float, other: float, *, hedged: bool) -> bool:
    """Whether one number is the other, rounded or, where one is hedged, nearly so."""
    if hedged and abs(one - other) <= ABOUT * max(abs(one), abs(other)):
        return True
    return one == other or _rounds_to(one, other) or _rounds_to(other, one)


def _rounds_to(exact: float, rounded: float) -> bool:
    """1,187 rounds to 1,200 and 12.4 to 12; 102 to 100 does not: two digits tell it apart."""
    digits = len(f"{abs(rounded):.10g}".replace(".", "").strip("0"))
    return digits > 1 and float(f"{exact:.{digits}g}") == rounded


def _in_wording(
    before: Sequence[Statement], fresh: Sequence[Statement], today: Sequence[Statement]
) -> Iterator[Turn]:
    counted = [s for s in before if s.facts.numbers]
    for after in (s for s in fresh if s.facts.numbers):
        for earlier in counted:
            values = _swapped(earlier, after)
            if values is None or any(_still(earlier, values[0], other) for other in today):
                continue
            if not any(_still(after, values[1], other) for other in counted):
                yield Turn(earlier, after)


def _swapped(earlier: Statement, after: Statement) -> tuple[float, float] | None:
    """The old and the new value of two statements that are equal but for one number."""
    old = earlier.facts.numbers - after.facts.numbers
    new = after.facts.numbers - earlier.facts.numbers
    if len(old) != 1 or len(new) != 1:
        return None
    if not _alike(earlier, after) or not _goes_on(earlier, after):
        return None
    (one,), (other,) = old, new
    hedged = any(
        figure.approximate == "about"
        for said in (earlier, after)
        for figure in figures(said.text, said.article.language)
    )
    return None if same_value(one, other, hedged=hedged) else (one, other)


def _still(earlier: Statement, value: float, other: Statement) -> bool:
    return value in other.facts.numbers and _alike(earlier, other)


def _alike(one: Statement, other: Statement) -> bool:
    if one.article.language != other.article.language:
        return False
    if _unnumbered(one) == _unnumbered(other):
        return True
    words, others = one.facts.words, other.facts.words
    return len(words & others) >= max(LEAST_WORDS, SAME_BUT * len(words | others))


def _unnumbered(statement: Statement) -> list[str]:
    return [token for token in statement.facts.order if not token[0].isdigit()]


def _goes_on(earlier: Statement, after: Statement) -> bool:
    if not share_a_name(earlier.article, after.article):
        return False
    one, other = earlier.article.day, after.article.day
    return one is not None and other is not None and one <= other  # undated ones revise nothing


def _places(said: Sequence[Statement]) -> frozenset[tuple[str, int]]:
    return frozenset(one.place for one in said)
