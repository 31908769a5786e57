"""Which date of a passage stands with what the claim dates?

A date that only a neighbouring sentence has may be that of another event: "the dam broke on
Tuesday", where the dam broke on Monday and the mayor spoke on Tuesday. What a date dates is told by
the content words around it, the nearer the more. Another date of the passage, of the same kind (a
day, a month or a year), is a rival where it has more of the claim's around it than each date that
says the claim's, one of them close to both.

A right claim may have its date from a neighbour. So a date is no rival that the claim has too, that
dates somebody's words and not the event ("officials said on Tuesday"), that stands in a dateline,
or in a sentence that goes on to another day ("the day before").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarize.check.dates_said import says
from summarize.check.dates_words import OTHER_DAY
from summarize.check.hedge_words import REPORTS
from summarize.check.nearness import Around, around, content_words, weight
from summarize.check.sides import Side
from summarize.text.datelines import body_start
from summarize.text.named_dates import NamedDate, Point, named_dates
from summarize.text.patterns import compiled
from summarize.text.words import tokens

# Of 393 dates of right claims that have a date of the same kind beside them, with these none has a
# rival (1 with 0.05, 2 with 0). Of 382 dates that another of the passage replaced, it finds 213.
# Sentences and claims are those of benchmarks/check_facts.py and benchmarks/quotes.py.
MARGIN = 0.1  # of what the words around the claim's date weigh together
TWO_OF_ONE = 0.3  # the same, where it stands in the sentence that says the claim's
CLOSE = 2  # content words: so near to both dates one of the words must be
SPOKEN = 3  # words before a date among which "said" dates the saying; after it, where it opens

_MARKS = " ,;:()—–"
_BORDER = rf"[{_MARKS[1:]}]|\s-\s"


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date, and the sentence in which it stands."""

    side: Side
    date: NamedDate

    @property
    def shown(self) -> str:
        return self.side.text[self.date.start : self.date.end]


def rival(date: NamedDate, claim: Side, passage: Sequence[Side]) -> str | None:
    """The date that the passage has where the claim has `date`, as it is written.

    None where there is none; where no date of the passage says `date`; for a range, and in a
    language whose verbs of saying are not known.
    """
    sides = [side for side in passage if side.language == claim.language]
    if claim.language not in REPORTS or len(date.readings) > 1 or len(date.readings[0]) > 1:
        return None
    point, own = date.readings[0][0], list(_points(claim))
    there = [_Dated(side, each) for side in sides for each in dates_of(side)]
    saying = [one for one in there if any(says(point, other, passage) for other in one.date.points)]
    others = [
        one
        for one in there
        if _is_alike(point, one.date)
        and not any(says(each, other, passage) for each in own for other in one.date.points)
    ]
    if not saying or not others:
        return None
    return _closer(_Dated(claim, date), saying, others)


def dates_of(side: Side) -> tuple[NamedDate, ...]:
    """The dates that it names, in order."""
    return named_dates(side.text, side.language, side.day)


def _points(side: Side) -> Iterator[Point]:
    for date in dates_of(side):
        yield from date.points


def _is_alike(point: Point, date: NamedDate) -> bool:
    """Whether it is one point of the same kind, so that not both can be right."""
    if len(date.readings) > 1 or len(date.readings[0]) > 1:
        return False
    other = date.readings[0][0]
    if _kind(point) is None or _kind(point) != _kind(other):
        return False
    return bool(point.days and other.days) or point.is_weekday == other.is_weekday


def _kind(point: Point) -> str | None:
    """How long a time it names: day, month or year; None for others."""
    if point.relative:
        return "day" if point.relative[0] == "day" and point.days else None
    if point.day or point.weekday is not None:
        return "day"
    if point.month:
        return "month"
    return "year" if point.year else None


def _closer(dated: _Dated, saying: Sequence[_Dated], others: Sequence[_Dated]) -> str | None:
    """The one of `others` that stands with more of what is dated than any of `saying`."""
    words = _around(dated)
    most = max(len(words.keys() & _around(one).keys()) for one in saying)
    best = max(saying, key=lambda one: weight(words, _around(one)))
    own, whole = weight(words, _around(best)), weight(words, words)
    least = own + MARGIN * whole, own + TWO_OF_ONE * whole
    spoken = _is_spoken(dated)
    for one in others:
        there = _around(one)
        if (
            weight(words, there) > least[one.side == best.side]
            and len(words.keys() & there.keys()) >= most
            and not _next_to(dated).isdisjoint(_next_to(one))
            and _is_spoken(one) == spoken
            and not _is_aside(one)
        ):
            return one.shown
    return None


@lru_cache(maxsize=20_000)
def _around(dated: _Dated) -> Around:
    text, date = dated.side.text, dated.date
    return around(tokens(text[: date.start]), tokens(text[date.end :]), dated.side.language)


@lru_cache(maxsize=20_000)
def _next_to(dated: _Dated) -> frozenset[str]:
    """The words close to a date that no comma parts from it, but for one right at the date."""
    text, date, border = dated.side.text, dated.date, compiled(_BORDER)
    before = border.split(text[: date.start].rstrip(_MARKS))[-1]
    after = border.split(text[date.end :].lstrip(_MARKS), 1)[0]
    language = dated.side.language
    return frozenset(
        content_words(tokens(before), language)[-CLOSE:]
        + content_words(tokens(after), language)[:CLOSE]
    )


def _is_spoken(dated: _Dated) -> bool:
    """Whether the date is rather that of somebody's words."""
    text, date = dated.side.text, dated.date
    before = tokens(text[: date.start])
    words = before[-SPOKEN:] if len(before) > 1 else tokens(text[date.end :])[: SPOKEN + 1]
    marking = REPORTS[dated.side.language]
    pattern = rf"(?<!\p{{L}})(?:{marking.plain}|{marking.implied})(?!\p{{L}})"
    return compiled(pattern).search(" ".join(words)) is not None


def _is_aside(dated: _Dated) -> bool:
    """Whether the date is part of a dateline, or its sentence goes on to another day."""
    side = dated.side
    if dated.date.start < body_start(side.text):
        return True
    return compiled(OTHER_DAY[side.language]).search(side.text.casefold()) is not None
