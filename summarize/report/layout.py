"""How much of each story a page of so many words holds.

Every story that is shown gets its line first; what room is left goes to the stories in order,
each to its end before the next: fields that a prompt adds, what sources differ on, claims by rank,
timeline, quotations. The
first story that would get nothing, and those after it, are told in one line each. What then does
not fit is counted on the page and stands in report.json.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TypeVar

from summarize.report.view import Cited, StoryView
from summarize.reported import StoryReport
from summarize.text.words import content, count

T = TypeVar("T")

# So many stories keep their line whatever it costs the rest, and no story among them is put off
# to "Also reported" for being told by one article only.
FRONT = 6
# Of the room, what the single lines of the stories after those may take: else a page of two
# hundred stories would tell none of them.
LINES_SHARE = 0.5
# A headline with fewer words of its own than this share repeats its bottom line.
HEADLINE_SAYS_MORE = 0.5


@dataclass(frozen=True, slots=True)
class Layout:
    """The stories told at length, those in one line, and how much was left out."""

    stories: tuple[StoryView, ...]
    also: tuple[StoryView, ...]
    stories_left: int
    claims_left: int


def lay_out(
    views: Sequence[StoryView],
    single: Sequence[bool],
    words: int,
    old: Collection[int] = (),
    most: int | None = None,
) -> Layout:
    """Share `words` among the stories, `most` to one.

    `single` says which are told by one article alone; those at the places `old` have nothing new,
    and get one line.
    """
    short = [i in old or (i >= FRONT and single[i]) for i in range(len(views))]
    at_length = [view for i, view in enumerate(views) if not short[i]]
    in_one_line = [view for i, view in enumerate(views) if short[i]]
    order = at_length + in_one_line
    lines = _lines(order, words)
    used = sum(_line_cost(view) for view in order[:lines])
    told = _tell(at_length[:lines], words - used, words if most is None else most)
    used += sum(_cost_beyond_line(view) for view in told)
    while lines < len(order) and used + _line_cost(order[lines]) <= words:
        used += _line_cost(order[lines])
        lines += 1
    cut = sum(map(_size, order[:lines])) - sum(map(_size, told))
    return Layout(tuple(told), tuple(order[len(told) : lines]), len(order) - lines, cut)


def is_single(story: StoryReport) -> bool:
    """Told by one article alone."""
    return len(story.articles) == 1


def says_more(headline: str, text: str, language: str) -> bool:
    """Whether a headline says something that the sentence beside it does not."""
    own = set(content(headline, language))
    return len(own - set(content(text, language))) > HEADLINE_SAYS_MORE * len(own)


def _lines(views: Sequence[StoryView], words: int) -> int:
    """How many of the stories get at least a line; the first always does."""
    used = 0
    for i, view in enumerate(views):
        used += _line_cost(view)
        if i and used > (words if i < FRONT else words * LINES_SHARE):
            return i
    return len(views)


def _tell(views: Sequence[StoryView], room: int, most: int) -> list[StoryView]:
    """Stories at the length there is room for, up to the first that would get nothing."""
    told: list[StoryView] = []
    for view in views:
        shown = _fill(view, min(room, most - _line_cost(view)))
        if told and most > room and _size(view) and not _size(shown):
            break
        told.append(shown)
        room -= _cost_beyond_line(shown)
    return told


def _fill(view: StoryView, room: int) -> StoryView:
    """As much of a story as fits into `room` words."""
    fields = _fitting(view.fields, lambda field: _cost(field.values), room)
    room -= sum(_cost(field.values) for field in fields)
    differ = _fitting(view.differ, lambda d: _cost(d.sides), room)
    room -= sum(_cost(d.sides) for d in differ)
    claims = _fitting(view.claims, _words, room)
    room -= _cost(claims)
    timeline = view.timeline if _cost(view.timeline) <= room else ()
    room -= _cost(timeline)
    quotations = _fitting(view.quotations, _words, room)
    return replace(
        view,
        fields=fields,
        differ=differ,
        claims=claims,
        timeline=timeline,
        quotations=quotations,
    )


def _fitting(things: Sequence[T], cost: Callable[[T], int], room: int) -> tuple[T, ...]:
    """The first of `things` that fit into the room together."""
    return tuple(
        thing
        for thing, used in zip(things, accumulate(map(cost, things)), strict=True)
        if used <= room
    )


def _words(text: Cited) -> int:
    return count(text.lead) + count(text.text)


def _cost(texts: Iterable[Cited]) -> int:
    return sum(map(_words, texts))


def _line_cost(view: StoryView) -> int:
    line = [view.headline] if view.bottom_line is None else [view.headline, view.bottom_line]
    return _cost(line)


def _cost_beyond_line(view: StoryView) -> int:
    beside = sum(_cost(d.sides) for d in view.differ)
    beside += sum(_cost(field.values) for field in view.fields)
    return beside + _cost(view.claims) + _cost(view.timeline) + _cost(view.quotations)


def _size(view: StoryView) -> int:
    """How many things a story says beyond its bottom line."""
    parts = (view.fields, view.differ, view.claims, view.timeline, view.quotations)
    return sum(map(len, parts))
