"""What is counted in a story, and every value that its sources give for it.

1. Each figure of each statement is read with what it counts (`text.figures`).
2. Figures with the same unit that count the same thing are one row.
3. A value that an outlet itself later replaced by another is `superseded`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from summarize.article import UNKNOWN_OUTLET
from summarize.claims import Figure, StoryBrief, Value
from summarize.compare.statements import Statement
from summarize.text.figures import FigureMention, figures

KEY = 8  # key figures of a report (DESIGN §6)
A_STORY = 2  # key figures of one story
QUOTES = 5  # passages kept for one value: enough to show it, not every repetition


@dataclass(frozen=True)
class Reading:
    """One figure as one statement gives it."""

    statement: Statement
    mention: FigureMention

    @property
    def text(self) -> str:
        """The figure as worded, in English with its hedge: "at least 31" is not 31."""
        worded = self.statement.text[self.mention.start : self.mention.end]
        hedged = self.mention.approximate and self.statement.article.language == "en"
        return f"{self.mention.approximate} {worded}" if hedged else worded

    @property
    def language(self) -> str:
        """The language of the statement."""
        return self.statement.article.language

    @property
    def source(self) -> str:
        """Who gives it: the outlet; of an unknown outlet, the article alone."""
        article = self.statement.article
        return article.id if article.outlet == UNKNOWN_OUTLET else article.outlet

    @property
    def day(self) -> date | None:
        """As of when: the day on which the article was published."""
        return self.statement.article.day


@dataclass(frozen=True)
class Row:
    """All readings of one counted thing, in order of the statements."""

    what: str
    unit: str | None
    readings: tuple[Reading, ...]


def rows(said: Sequence[Statement]) -> tuple[Row, ...]:
    """The counted things of a story, in order of first mention."""
    found: dict[tuple[tuple[str, ...], str | None], list[Reading]] = {}
    for reading in readings(said):
        mention = reading.mention
        if mention.key:
            found.setdefault((mention.key, mention.unit), []).append(reading)
    return tuple(Row(same[0].mention.what, unit, tuple(same)) for (_, unit), same in found.items())


def readings(said: Sequence[Statement]) -> Iterator[Reading]:
    """Every figure that is given, in order, whether it is known what it counts or not."""
    for statement in said:
        for mention in figures(statement.text, statement.article.language):
            yield Reading(statement, mention)


def figure(row: Row) -> Figure:
    """A row as report.json tells it: one entry a value, the best witnessed first."""
    by_value: dict[float | tuple[float, float], list[Reading]] = {}
    for reading in row.readings:
        by_value.setdefault(reading.mention.value, []).append(reading)
    old = superseded(row)
    values = [_value(readings, value in old) for value, readings in by_value.items()]
    values.sort(key=lambda value: (value.superseded, -value.origins))
    return Figure(row.what, row.unit, tuple(values))


def superseded(row: Row) -> set[float | tuple[float, float]]:
    """Values that every outlet which gave them replaced by another on a later day."""
    last: dict[str, date] = {}
    for reading in row.readings:
        if reading.day:
            last[reading.source] = max(reading.day, last.get(reading.source, reading.day))
    current = {
        reading.mention.value
        for reading in row.readings
        if reading.day is None or reading.day == last[reading.source]
    }
    return {reading.mention.value for reading in row.readings} - current


def _value(readings: Sequence[Reading], old: bool) -> Value:
    firsts: dict[int, Reading] = {}
    for reading in readings:
        firsts.setdefault(reading.statement.witness, reading)
    days = [reading.day for reading in readings if reading.day]
    return Value(
        value=readings[0].mention.value,
        text=Counter(reading.text for reading in readings).most_common(1)[0][0],
        as_of=max(days, default=None),
        origins=len(firsts),
        quotes=tuple(reading.statement.quote for reading in list(firsts.values())[:QUOTES]),
        superseded=old,
    )


def key_figures(stories: Sequence[StoryBrief]) -> tuple[Figure, ...]:
    """The figures for the head of the report: best witnessed first, at most two of a story.

    `stories` come in order of importance. What one origin alone counts is no key figure.
    """
    chosen = [
        (-_witnesses(one), place, one)
        for place, story in enumerate(stories)
        for one in sorted(story.figures, key=_witnesses, reverse=True)[:A_STORY]
        if _witnesses(one) > 1
    ]
    chosen.sort(key=lambda entry: entry[:2])
    return tuple(one for _, _, one in chosen[:KEY])


def _witnesses(one: Figure) -> int:
    return sum(value.origins for value in one.values)
