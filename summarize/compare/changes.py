"""What changed in each story since the earlier edition, decided on what the articles say.

1. New: no statement of the story's earlier articles tells it (`retold`).
2. Revised: the same counted thing has another value (`revisions`).
3. Reversed: the opposite of an earlier statement is told (`reversals`).
4. No longer reported: two origins that told it wrote again, and none tells it (`dropped`).

Both sides of a change are passages, word for word, or the claim of the brief that rests on one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from summarize.claims import Claim, Mark, StoryBrief, verbatim
from summarize.compare.carriers import Witnesses, with_carriers
from summarize.compare.dropped import dropped
from summarize.compare.retold import Heard, facts_of
from summarize.compare.reversals import reversals
from summarize.compare.revisions import revisions
from summarize.compare.statements import Statement, statements
from summarize.edition import Change, ChangeKind, Course, Life, Previous
from summarize.reported import Report
from summarize.stories.lineage import Line, lineage
from summarize.stories.story import Story
from summarize.text.standalone import is_boilerplate, stands_alone

NEW = 8  # new statements that are told of one story: more is the story again

Places = frozenset[tuple[str, int]]


class Telling(Protocol):
    """A story of today and its brief."""

    @property
    def story(self) -> Story:
        """The story, with its id as of today."""

    @property
    def brief(self) -> StoryBrief:
        """What is told of it."""


def course(
    told: Sequence[Telling],
    earlier: Report,
    previous: Previous,
    *,
    failed: Collection[str] = (),
    partial: bool = False,
) -> Course:
    """How the report goes on from `earlier`.

    `failed` are the outlets whose source failed or was excluded today; of what they told, and in a
    `partial` edition of anything, it is not said that it is reported no more.
    """
    lines = lineage([one.story for one in told], earlier)
    headlines = {story.id: story.brief for story in earlier.stories}
    lives: dict[str, Life] = {}
    changes: list[Change] = []
    for one in told:
        line = lines[one.story.id]
        evidence = Evidence.of(one.story, line)
        found = _changes(one, line, evidence, previous, None if partial else frozenset(failed))
        changes.extend(found)
        was = headlines[line.id].headline if line.id in headlines else None
        lives[one.story.id] = _life(one, line, evidence, found, was)
    return Course(previous, lives, tuple(changes), _quiet(earlier, lines.values()))


@dataclass(frozen=True)
class Evidence:
    """What is said of a story: `before`, today, and in today's articles that are `fresh`."""

    before: tuple[Statement, ...]
    today: tuple[Statement, ...]
    fresh: tuple[Statement, ...]
    whole: bool
    """Whether the texts of all earlier articles are there."""

    @classmethod
    def of(cls, story: Story, line: Line) -> Evidence:
        """The statements of a story and of the earlier ones that it goes on."""
        origins = tuple(origin for old in line.earlier for origin in old.origins)
        before = Story(line.id, origins)
        known = {article.id for article in before.articles}
        today = statements(story)
        return cls(
            before=statements(before),
            today=today,
            fresh=tuple(said for said in today if said.article.id not in known),
            whole=all(article.text for article in before.articles),
        )


def _changes(
    one: Telling, line: Line, evidence: Evidence, previous: Previous, failed: frozenset[str] | None
) -> list[Change]:
    if not line.goes_on or not evidence.fresh:
        return []
    then, now = Witnesses.of(Story(line.id, _origins(line))), Witnesses.of(one.story)

    def change(kind: ChangeKind, before: Statement | None, after: Statement | None) -> Change:
        return Change(
            kind,
            line.id,
            _claim(before, (), then) if before else None,
            _claim(after, one.brief.claims, now) if after else None,
        )

    said = evidence.before, evidence.fresh, evidence.today
    revised = list(revisions(*said))
    turned = [] if previous.by_values else list(reversals(*said))
    found = [change("revised", turn.before, turn.after) for turn in revised]
    found += [change("reversed", turn.before, turn.after) for turn in turned]
    told = {id(turn.after) for turn in (*revised, *turned)}
    fresh = [s for s in _new(evidence, previous) if id(s) not in told]
    found += [change("new", None, s) for s in _chosen(fresh)]
    if failed is not None and evidence.whole and not previous.by_values:
        back = _back(evidence, failed)
        gone = dropped(evidence.before, evidence.today, back)
        replaced = {id(turn.before) for turn in (*revised, *turned)}
        found += [
            change("dropped", same[0], None)
            for same in gone
            if not any(id(s) in replaced for s in same)
        ]
    return found


def _origins(line: Line):
    return tuple(origin for old in line.earlier for origin in old.origins)


def _claim(statement: Statement, claims: Sequence[Claim], witnesses: Witnesses) -> Claim:
    """The claim of the brief that rests on a statement alone, else the statement itself."""
    place = statement.article.id, statement.start
    for claim in claims:
        if claim.verdict.status != "unsupported" and claim.quotes:
            if (claim.quotes[0].article, claim.quotes[0].start) == place and claim.is_quote:
                return claim
    return with_carriers(verbatim(statement.quote, statement.article.language, 1), witnesses)


def _new(evidence: Evidence, previous: Previous) -> Iterator[Statement]:
    """What today's fresh articles say and nobody said before."""
    if not evidence.whole:
        return
    heard = Heard(evidence.before)
    for statement in evidence.fresh:
        if heard.lacks_values(statement.facts) or (not previous.by_values and not heard.tells(statement)):
            yield statement


def _chosen(fresh: Sequence[Statement]) -> list[Statement]:
    """Of new statements that tell one fact the first that reads well; the best witnessed ones."""
    groups = facts_of(fresh)
    groups.sort(key=lambda group: -len({s.counts_for for s in group}))
    best = (next(filter(_reads_well, group), None) for group in groups)
    return [statement for statement in best if statement][:NEW]


def _reads_well(statement: Statement) -> bool:
    text = statement.text
    if is_boilerplate(text):
        return False
    valued = statement.facts.numbers or statement.facts.dates
    return bool(valued) or stands_alone(text, statement.article.language)


def _back(evidence: Evidence, failed: frozenset[str]) -> frozenset[str]:
    return frozenset(s.article.outlet for s in evidence.fresh) - failed


def _life(
    one: Telling, line: Line, evidence: Evidence, changes: Sequence[Change], was: str | None
) -> Life:
    kinds = {change.kind for change in changes}
    mark: Mark | None = None
    if not line.goes_on:
        mark = "NEW"
    elif kinds & {"revised", "reversed"}:
        mark = "REVISED"
    elif kinds & {"new"}:
        mark = "UPDATED"
    return Life(
        id=line.id,
        mark=mark,
        was=was,
        continues=line.continues,
        origins_total=line.origins_total,
        new=frozenset(),
    )


def _quiet(earlier: Report, lines: Iterable[Line]) -> dict[str, str]:
    told = {old.id for line in lines for old in line.earlier}
    return {story.id: story.brief.headline for story in earlier.stories if story.id not in told}
