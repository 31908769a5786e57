"""What changed since the previous edition, as a page tells it: `people killed: 12 → 17`.

1. A revision is told by its two values where both sentences count the same thing; else, as a
   reversal, by both sentences.
2. What is reported no longer is told by the earlier sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from summarize.claims import Claim
from summarize.edition import Change
from summarize.report.citations import CORRECTIONS
from summarize.report.desk import Desk, marks
from summarize.report.view import Changed, Cited, Link
from summarize.reported import StoryReport
from summarize.text.figures import FigureMention, figures

QUIET = 8  # headlines of stories of which nothing was reported


def corrections(desk: Desk, links: Mapping[str, Link]) -> list[Changed]:
    """What the previous edition said otherwise: values first, then sentences, story by story."""
    told = [
        _changed(desk, change, links.get(change.story))
        for change in desk.report.changes
        if change.kind in CORRECTIONS
    ]
    return sorted(told, key=lambda one: not one.about)


def dropped(desk: Desk, story: StoryReport) -> tuple[Cited, ...]:
    """What was told of a story in the previous edition, and is told no longer."""
    return tuple(
        Cited(change.before.text, marks(desk, change.before.quotes))
        for change in desk.report.changes
        if change.story == story.id and change.kind == "dropped" and change.before
    )


def is_old(desk: Desk, story: StoryReport) -> bool:
    """Whether nothing in a story is new since the previous edition."""
    return desk.report.previous is not None and story.mark is None


def since(desk: Desk) -> str:
    """`No. 3`, or the day of a previous report that has no number; nothing where there is none."""
    previous = desk.report.previous
    if previous is None:
        return ""
    if previous.number is None:
        return previous.as_of.isoformat()
    return desk.labels.say("number", n=previous.number)


def quiet(desk: Desk) -> str:
    """The stories of the previous edition of which nothing was reported, in one line."""
    titles = list(desk.report.quiet.values())
    shown = titles[:QUIET]
    if len(titles) > QUIET:
        shown.append(desk.labels.say("and_more", n=len(titles) - QUIET))
    return desk.labels.say("quiet", stories="; ".join(shown)) if shown else ""


def _changed(desk: Desk, change: Change, link: Link | None) -> Changed:
    before, after = change.before, change.after
    if before is None or after is None:
        said = before or after
        return Changed("", _cited(desk, said), _cited(desk, said), link)
    for old, new in _pairs(before, after):
        was = Cited(_worded(before, old), marks(desk, before.quotes))
        now = Cited(_worded(after, new), marks(desk, after.quotes))
        return Changed(new.what, was, now, link)
    return Changed("", _cited(desk, before), _cited(desk, after), link)


def _cited(desk: Desk, claim: Claim | None) -> Cited:
    return Cited(claim.text, marks(desk, claim.quotes)) if claim else Cited("", ())


def _pairs(before: Claim, after: Claim) -> Iterator[tuple[FigureMention, FigureMention]]:
    """The figures that count the same thing in both, with other values."""
    later = figures(after.text, after.language)
    for old in figures(before.text, before.language):
        for new in _alike(old, later):
            if old.value != new.value:
                yield old, new


def _alike(old: FigureMention, later: Sequence[FigureMention]) -> Iterator[FigureMention]:
    return (new for new in later if old.key and (new.key, new.unit) == (old.key, old.unit))


def _worded(claim: Claim, figure: FigureMention) -> str:
    text = claim.text[figure.start : figure.end]
    return f"{figure.approximate} {text}" if figure.approximate and claim.language == "en" else text
