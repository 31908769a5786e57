"""The fields that a template adds to the reply, as they are printed.

A sentence that stands on the page already is not printed again: its marks lead to the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from summarize.claims import Claim, Extra
from summarize.report.desk import Desk, cite
from summarize.report.view import Cited, FieldView
from summarize.reported import Report


def view_fields(
    desk: Desk, extra: Sequence[Extra], is_printed: Callable[[Claim], bool]
) -> tuple[FieldView, ...]:
    """The fields that have a value. `is_printed` is asked once for each claim, in order."""
    return tuple(_view(desk, one, is_printed) for one in extra if one.claims or one.plain)


def _view(desk: Desk, extra: Extra, is_printed: Callable[[Claim], bool]) -> FieldView:
    name = extra.name.replace("_", " ")
    name = name[:1].upper() + name[1:]
    if not extra.claims:
        values = tuple(Cited(text, ()) for text in extra.plain)
        return FieldView(name, values, desk.labels.say("unsourced"), one_a_line=False)
    said = tuple(_cited(desk, claim, is_printed(claim)) for claim in extra.claims)
    return FieldView(name, said, "", one_a_line=len(said) > 1)


def _cited(desk: Desk, claim: Claim, is_printed: bool) -> Cited:
    said = cite(desk, claim)
    return replace(said, text="", notes=()) if is_printed and said.marks else said


def has_unsourced(report: Report) -> bool:
    """Whether a field of a report says something that no passage is cited for."""
    return any(one.plain for one in _fields(report))


def _fields(report: Report) -> Iterator[Extra]:
    yield from report.overview.extra
    for story in report.stories:
        yield from story.brief.extra
    for brief in report.briefs:
        yield from brief.extra
