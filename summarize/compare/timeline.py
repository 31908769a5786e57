"""The dated events of a story, in order.

1. A statement that stands alone and names one day (not after its publication) is a dated event;
   somebody's words about it are not.
2. Statements of one day that share most of their words are one event, told by a claim of the brief
   if that says it, else by the first of them.
3. The best witnessed events are kept, and set in order of their date.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarize.claims import Claim, Event, verbatim
from summarize.compare.statements import Statement
from summarize.text.dates import DateMention, dates
from summarize.text.standalone import QUOTE_MARKS, is_boilerplate, stands_alone

SAME_EVENT = 0.4  # Jaccard overlap of the content words of two statements about one day
EVENTS = 8  # of one story: more is a chronicle, not a brief
A_DAY = 2  # events of one day
NOW = frozenset({"today", "aujourd'hui", "aujourd’hui", "hoy"})  # often "these days"


def timeline(
    said: Sequence[Statement], claims: Sequence[Claim], first_rank: int
) -> tuple[Event, ...]:
    """The events as claims, in order of date; ranks go on from `first_rank`.

    An event that is one of `claims`, the claims of the brief, is that claim.
    """
    by_day: dict[str, list[list[Statement]]] = {}
    for statement in said:
        mention = _dated(statement)
        if mention is not None:
            _gather(by_day.setdefault(mention.iso, []), statement)
    kept = [
        (iso, group)
        for iso, groups in by_day.items()
        for group in sorted(groups, key=len, reverse=True)[:A_DAY]
    ]
    best = sorted(kept, key=lambda event: -len(event[1]))[:EVENTS]
    best.sort(key=lambda event: event[0])
    told = {(q.article, q.start): claim for claim in claims for q in claim.quotes}
    events = [
        Event(iso, _claim(group, told, rank)) for rank, (iso, group) in enumerate(best, first_rank)
    ]
    # One claim may rest on what two groups of a day say.
    return tuple({(event.date, event.claim.id): event for event in events}.values())


def _claim(group: Sequence[Statement], told: Mapping[tuple[str, int], Claim], rank: int) -> Claim:
    known = (told.get(s.place) for s in group)
    first = group[0]
    return next(filter(None, known), None) or verbatim(first.quote, first.article.language, rank)


def _dated(statement: Statement) -> DateMention | None:
    """The day a statement tells of, where it tells of one only and can stand alone."""
    article = statement.article
    text = statement.text
    days = [
        mention
        for mention in dates(text, article.language, article.day)
        if mention.precision in {"day", "range"} and _tells_when(text, mention)
    ]
    if len({mention.iso for mention in days}) != 1:
        return None
    if text[0] in QUOTE_MARKS or is_boilerplate(text) or not stands_alone(text, article.language):
        return None
    return days[0] if article.day is None or days[0].first <= article.day else None


def _tells_when(text: str, mention: DateMention) -> bool:
    """Not so in "the city today", and not in "after Tuesday's vote"."""
    possessive = text[mention.end : mention.end + 2] in {"'s", "’s"}
    return not possessive and text[mention.start : mention.end] not in NOW


def _gather(groups: list[list[Statement]], statement: Statement) -> None:
    """Put a statement to the event it tells, or let it begin one."""
    words = statement.facts.words
    for group in groups:
        other = group[0].facts.words
        if len(words & other) >= SAME_EVENT * len(words | other):
            group.append(statement)
            return
    groups.append([statement])
