"""What `summarize editions` prints, in lines of 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.claims import Claim, StoryBrief
from summarize.cli.terminal import counted, printable
from summarize.continued import compared, go_on
from summarize.edition import Change, Life
from summarize.history import History
from summarize.reported import Report
from summarize.stored import StoredEdition
from summarize.stories.lineage import earlier_stories
from summarize.stories.story import Story

COLUMNS = 80
NEW = 4  # new facts that are listed of one story
SIGNS = {"new": "+", "revised": "~", "reversed": "~", "dropped": "-"}


def listed(history: History) -> str:
    """The editions of a series, one a line, and which other series there are."""
    lines = [_edition(one) for one in history.kept()]
    if not lines:
        lines.append(f"series {history.series} has no edition yet")
    others = ", ".join(f"{name} ({n})" for name, n in history.others().items())
    if others:
        lines += textwrap.wrap(f"other series: {others}", COLUMNS)
    return "".join(f"{printable(line)}\n" for line in lines)


def _edition(one: StoredEdition) -> str:
    made = one.made.astimezone()
    size = f"{counted(one.articles, 'article', 'articles')}, "
    size += counted(one.stories, "story", "stories")
    partial = ", INCOMPLETE" if one.partial else ""
    return f"{one.numbered!s:>6}  as of {one.as_of}, made {made:%Y-%m-%d %H:%M}, {size}{partial}"


def numbers(found: Sequence[StoredEdition]) -> str:
    """`edition 4 (with 4.1 and 4.2)`."""
    first, *more = [str(one.numbered) for one in found]
    return f"edition {first}" + (f" (with {', '.join(more)})" if more else "")


@dataclass(frozen=True)
class _Told:
    """A story of an edition that was read back."""

    story: Story
    brief: StoryBrief


def differing(earlier: Report, later: Report) -> str:
    """What changed from one report to a later one, story by story."""
    used = later.method.templates
    previous = compared(earlier, later.method.writer, used, later.language)
    stories = {story.id: story for story in earlier_stories(later)}
    told = [_Told(stories[s.id], s.brief) for s in later.stories if s.id in stories]
    course = go_on(told, earlier, previous).course
    lines = [f"From {_name(earlier)} to {_name(later)}"]
    if previous.by_values:
        lines.append("By figures, names and dates only: they were written in different ways.")
    for one in told:
        life = course.lives[one.story.id]
        lines += _story(life, [c for c in course.changes if c.story == life.id])
    if course.quiet:
        lines += ["", f"Not reported in {_name(later)}:"]
        lines += [line for said in course.quiet.values() for line in _wrapped("  ", said)]
    if len(lines) == 1:
        lines += ["", "No story of one is told otherwise in the other."]
    return "".join(f"{printable(line)}\n" for line in lines)


def _name(report: Report) -> str:
    return f"edition {report.numbered} ({report.as_of})"


def _story(life: Life, changes: Sequence[Change]) -> Iterator[str]:
    if life.mark is None and not changes:
        return
    yield ""
    yield from _wrapped("", f"{life.mark or 'SAME'}: {life.headline}")
    of_kind = {kind: [c for c in changes if c.kind == kind] for kind in SIGNS}
    new = of_kind["new"]
    shown = [*of_kind["revised"], *of_kind["reversed"], *new[:NEW]]
    for change in shown:
        yield from _change(change)
    if len(new) > NEW:
        yield f"  {SIGNS['new']} and {len(new) - NEW} more"
    for change in of_kind["dropped"]:
        yield from _change(change)


def _change(change: Change) -> Iterator[str]:
    sign = SIGNS[change.kind]
    before, after = (_text(claim) for claim in (change.before, change.after))
    if change.kind == "dropped":
        yield from _wrapped(f"  {sign} ", f"no longer reported: {before}")
    else:
        if before:
            yield from _wrapped(f"  {sign} ", before)
        yield from _wrapped("    → " if before else f"  {sign} ", after)


def _text(claim: Claim | None) -> str:
    return " ".join(claim.text.split()) if claim else ""


def _wrapped(lead: str, text: str) -> list[str]:
    return textwrap.wrap(
        text, COLUMNS, initial_indent=lead, subsequent_indent=" " * len(lead) or "  ",
        break_on_hyphens=False,
    )  # fmt: skip
