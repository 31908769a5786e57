"""What changed in each story since the earlier edition, decided on what the articles say.

1. New: no statement of the story's earlier articles tells it (`retold`).
2. Revised: the same counted thing has another value (`revisions`).
3. Reversed: the opposite of an earlier statement is told (`reversals`).
4. No longer reported: two origins that told it wrote again, and none tells it (`dropped`).

Both sides of a change are passages, word for word, or the claim of the brief that is one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from summarize.check import facts
from summarize.claims import Claim, Mark, StoryBrief, verbatim
from summarize.compare.carriers import Witnesses, with_carriers
from summarize.compare.dropped import Elsewhere, dropped
from summarize.compare.retold import Heard, facts_of, of_one_fact
from summarize.compare.reversals import reversals
from summarize.compare.revisions import Turn, revisions
from summarize.compare.statements import Statement, statements
from summarize.edition import Change, ChangeKind, Course, Life, Previous
from summarize.reported import Report
from summarize.stories.lineage import Line, lineage
from summarize.stories.story import Story
from summarize.text.standalone import is_boilerplate, stands_alone

NEW = 8  # new facts that are listed of one story: more is the story told again


class Telling(Protocol):
    """A story of today, by its id as of today, and its brief."""

    @property
    def story(self) -> Story:
        """The story."""

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
    """How today's stories go on from `earlier`, the edition that `previous` names.

    `failed` are the outlets whose source failed or was excluded today: of what one of them told it
    is not said that it is reported no more, nor of anything in a `partial` edition. The same holds
    of an outlet of which there is no article at all.
    """
    lines = lineage([one.story for one in told], earlier)
    briefs = {story.id: story.brief for story in earlier.stories}
    articles = [article for one in told for article in one.story.articles]
    elsewhere = Elsewhere(articles)
    heard_of = {article.outlet for article in articles} - set(failed)
    lives: dict[str, Life] = {}
    changes: list[Change] = []
    for one in told:
        line = lines[one.story.id]
        found = Difference.of(one, line, previous)
        gone = found.dropped(heard_of) if not partial else []
        gone = [said for said in gone if not elsewhere.tells(said)]
        changes += found.changes(gone)
        lives[one.story.id] = _life(one, line, found, briefs.get(line.id))
    return Course(previous, lives, tuple(changes), _quiet(earlier, lines.values()))


@dataclass(frozen=True)
class Difference:
    """What today's articles of a story say and the earlier ones do not, as statements.

    `said` are all of today, `fresh` those of articles that the earlier edition had not.
    """

    id: str
    before: Story
    brief: StoryBrief
    today: Story
    said: tuple[Statement, ...]
    fresh: tuple[Statement, ...]
    earlier: tuple[Statement, ...] = ()
    revised: tuple[Turn, ...] = ()
    reversed: tuple[Turn, ...] = ()
    new: tuple[Statement, ...] = ()
    whole: bool = False
    """Whether words can be compared: all texts are there, and editions are of one kind."""

    @classmethod
    def of(cls, one: Telling, line: Line, previous: Previous) -> Difference:
        """The difference between the story and those that it goes on, as far as can be seen."""
        before = Story(line.id, tuple(origin for old in line.earlier for origin in old.origins))
        known = {article.id for article in before.articles}
        today = statements(one.story)
        fresh = tuple(said for said in today if said.article.id not in known)
        if not line.goes_on or not fresh:
            return cls(line.id, before, one.brief, one.story, today, fresh)
        earlier = statements(before)
        texts = all(article.text for article in before.articles)
        whole = texts and not previous.by_values
        revised = tuple(revisions(earlier, fresh, today))
        turned = tuple(reversals(earlier, fresh, today)) if whole else ()
        known_turns = {id(turn.after) for turn in (*revised, *turned)}
        new = _new(earlier, fresh, by_values=previous.by_values) if texts else ()
        rest = tuple(said for said in new if id(said) not in known_turns)
        parts = (today, fresh, earlier, revised, turned, rest, whole)
        return cls(line.id, before, one.brief, one.story, *parts)

    def dropped(self, heard_of: Collection[str]) -> list[Statement]:
        """The first statement of each fact that is told no more; outlets not heard of are away."""
        if not self.whole or not self.fresh:
            return []
        known = {article.id for article in self.before.articles}
        fresh = [article for article in self.today.articles if article.id not in known]
        turned = [turn.before for turn in (*self.revised, *self.reversed)]
        gone = dropped(self.earlier, self.said, fresh, heard_of)
        return [said for said in gone if not any(of_one_fact(said, other) for other in turned)]

    def changes(self, gone: Sequence[Statement]) -> Iterator[Change]:
        """All changes with the claims of both sides, `gone` among them."""
        then = cache(lambda: Witnesses.of(self.before))
        now = cache(lambda: Witnesses.of(self.today))

        def change(kind: ChangeKind, before: Statement | None, after: Statement | None) -> Change:
            one = _claim(before, (), then) if before else None
            return Change(
                kind, self.id, one, _claim(after, self.brief.claims, now) if after else None
            )

        for turn in self.revised:
            yield change("revised", turn.before, turn.after)
        for turn in self.reversed:
            yield change("reversed", turn.before, turn.after)
        for said in _chosen(self.new):
            yield change("new", None, said)
        for said in gone:
            yield change("dropped", said, None)

    @property
    def new_claims(self) -> frozenset[str]:
        """The ids of the claims of the brief that rest on new statements alone."""
        turned = [turn.after for turn in (*self.revised, *self.reversed)]
        spans = [(said.article.id, said.start, said.end) for said in (*self.new, *turned)]

        def is_new(claim: Claim) -> bool:
            return bool(claim.quotes) and all(
                any(q.article == of and start <= q.start < end for of, start, end in spans)
                for q in claim.quotes
            )

        claims = (*self.brief.claims, *self.brief.quotations)
        bottom = (self.brief.bottom_line,) if self.brief.bottom_line else ()
        return frozenset(claim.id for claim in (*claims, *bottom) if is_new(claim))


def _new(
    before: Sequence[Statement], fresh: Sequence[Statement], *, by_values: bool
) -> tuple[Statement, ...]:
    heard = Heard(before)
    if by_values:
        return tuple(
            said
            for said in fresh
            if heard.lacks_values(said.facts) or heard.lacks_names(said.facts)
        )
    return tuple(said for said in fresh if not heard.tells(said))


def _chosen(new: Sequence[Statement]) -> list[Statement]:
    """Of the statements of each new fact the first that reads well; the best witnessed facts."""
    groups = sorted(facts_of(new), key=lambda group: -len({s.witness for s in group}))
    best = (next(filter(_reads_well, group), None) for group in groups)
    return [said for said in best if said][:NEW]


def _reads_well(said: Statement) -> bool:
    if is_boilerplate(said.text):
        return False
    valued = said.facts.numbers or said.facts.dates
    return bool(valued) or stands_alone(said.text, said.article.language)


def _claim(said: Statement, claims: Sequence[Claim], witnesses: Callable[[], Witnesses]) -> Claim:
    """The claim of the brief that is a statement word for word, else the statement itself."""
    own = verbatim(said.quote, said.article.language, len(claims) + 1)
    known = (claim for claim in claims if claim.id == own.id)
    return next(known, None) or with_carriers(own, witnesses())


def _life(one: Telling, line: Line, found: Difference, earlier: StoryBrief | None) -> Life:
    headline, was = one.brief.headline, None
    if earlier and earlier.headline != headline:
        if _is_outdated(earlier, found):
            was = earlier.headline
        else:
            headline = earlier.headline
    return Life(
        id=line.id,
        mark=_mark(line, found),
        headline=headline,
        was=was,
        continues=line.continues,
        origins_total=line.origins_total,
        new=found.new_claims,
    )


def _mark(line: Line, found: Difference) -> Mark | None:
    if not line.goes_on:
        return "NEW"
    if found.revised or found.reversed:
        return "REVISED"
    return "UPDATED" if found.new else None


def _is_outdated(earlier: StoryBrief, found: Difference) -> bool:
    """Whether the earlier bottom line, or a figure in its headline, is revised."""
    bottom = earlier.bottom_line
    places = {(q.article, q.start) for q in bottom.quotes} if bottom else set()
    numbers = (
        facts(earlier.headline, found.brief.claims[0].language, None).numbers
        if found.brief.claims
        else frozenset()
    )
    return any(
        turn.before.place in places
        or numbers & (turn.before.facts.numbers - turn.after.facts.numbers)
        for turn in (*found.revised, *found.reversed)
    )


def _quiet(earlier: Report, lines: Iterable[Line]) -> Mapping[str, str]:
    told = {old.id for line in lines for old in line.earlier}
    return {
        story.id: story.brief.headline
        for story in earlier.stories
        if story.id not in told and not earlier.is_asleep(story)
    }
