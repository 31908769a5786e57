"""Where each claim of a report stands, withheld ones among them, and who wrote that part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarize.claims import Brief, Call, Claim, Extra, Overview, StoryBrief, Writer
from summarize.reported import Report, StoryReport, Withheld

HEAD = "the head of the report"
WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Part:
    """What was written at once: the head of the report, the brief of a story or of an article.

    `articles` are the ids of those it is about; `mode` is how a story was shown to its writer.
    """

    name: str
    writer: Writer
    calls: tuple[Call, ...]
    articles: tuple[str, ...] = ()
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A claim in one list (`where`) of a part."""

    part: Part
    where: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim, and every place where it stands, in the order of the page."""

    claim: Claim
    places: tuple[Place, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts it stands in, each once."""
        return tuple(dict.fromkeys(place.part for place in self.places))


def placed_claims(report: Report) -> dict[str, Placed]:
    """Each distinct claim by its id: those of the page in its order, then the withheld ones."""
    found: dict[str, Placed] = {}
    for claim, place in _all(report):
        known = found.get(claim.id, Placed(claim, ()))
        places = dict.fromkeys((*known.places, place))
        found[claim.id] = Placed(known.claim, tuple(places))
    return found


def _of_changes(
    report: Report, stories: Mapping[str, Part], head: Part
) -> Iterator[tuple[Claim, Place]]:
    for change in report.changes:
        part = stories.get(change.story, head)
        for claim in filter(None, (change.after, change.before)):
            yield claim, Place(part, f"what changed ({change.kind})")


def _all(report: Report) -> Iterator[tuple[Claim, Place]]:
    stories = {story.id: _story_part(story) for story in report.stories}
    briefs = {brief.article: _brief_part(brief) for brief in report.briefs}
    head = Part(HEAD, report.overview.writer, report.overview.calls)
    for where, claim in _of_overview(report.overview):
        yield claim, Place(head, where)
    for story in report.stories:
        for where, claim in _of_story(story.brief):
            yield claim, Place(stories[story.id], where)
    for brief in report.briefs:
        for where, claim in _of_brief(brief):
            yield claim, Place(briefs[brief.article], where)
    yield from _of_changes(report, stories, head)
    for entry in report.withheld:
        yield entry.claim, Place(_written_for(entry, stories, briefs) or head, WITHHELD)


def _written_for(
    entry: Withheld, stories: Mapping[str, Part], briefs: Mapping[str, Part]
) -> Part | None:
    # In a report on single articles a story has the id of its article.
    return briefs.get(entry.article or "") or stories.get(entry.story) or briefs.get(entry.story)


def _story_part(story: StoryReport) -> Part:
    brief = story.brief
    name = f"story “{brief.headline}”"
    return Part(name, brief.writer, brief.calls, story.articles, brief.mode)


def _brief_part(brief: Brief) -> Part:
    return Part(f"brief of “{brief.headline}”", brief.writer, brief.calls, (brief.article,))


def _of_overview(overview: Overview) -> Iterator[tuple[str, Claim]]:
    yield from (("bottom line", claim) for claim in overview.bottom_line)
    yield from (("highlights", highlight.claim) for highlight in overview.highlights)
    yield from _of_fields(overview.extra)


def _of_fields(extra: Sequence[Extra]) -> Iterator[tuple[str, Claim]]:
    yield from ((f"field {one.name}", claim) for one in extra for claim in one.claims)


def _of_brief(brief: Brief | StoryBrief) -> Iterator[tuple[str, Claim]]:
    if brief.bottom_line is not None:
        yield "bottom line", brief.bottom_line
    yield from (("claims", claim) for claim in brief.claims)
    for said in brief.quotations:
        yield f"quotations ({said.speaker or 'no speaker named'})", said
    yield from _of_fields(brief.extra)


def _of_story(brief: StoryBrief) -> Iterator[tuple[str, Claim]]:
    yield from _of_brief(brief)
    for difference in brief.differ:
        yield from ((f"sources differ on {difference.about}", side) for side in difference.sides)
    yield from ((f"timeline ({event.date})", event.claim) for event in brief.timeline)
    yield from ((f"agree ({one.origins} origins)", one.claim) for one in brief.agree)
    yield from (("single source", claim) for claim in brief.single_source)
