"""The stories are told: a brief of each origin, then one across them, both checked and compared.

A story begins when its own articles are done. Only where articles are in another language than the
report, beside others, all are briefed first: what was written of them, in the language of the
report, says to which story they belong.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from summarize.aside import aside
from summarize.checked import Checked, Rules, article_brief, story_brief
from summarize.claims import Brief, StoryBrief
from summarize.compare import Witnesses, compare, compare_brief
from summarize.engine import HERE, Engine, Work
from summarize.reported import Withheld
from summarize.stories.after_brief import are_to_be_joined, is_foreign
from summarize.stories.story import Story
from summarize.stories.unique import only_others
from summarize.writer import BriefWriter

Progress = Callable[[str, int, int], None]
# The stories anew, after the briefs of their leads by article id.
Join = Callable[[Mapping[str, Brief]], tuple[Story, ...]]


@dataclass(frozen=True)
class Told:
    """One story with all that was written about it."""

    story: Story
    brief: StoryBrief
    briefs: tuple[Brief, ...]
    withheld: tuple[Withheld, ...]


async def tell_all(
    stories: Sequence[Story],
    writer: BriefWriter,
    rules: Rules,
    progress: Progress,
    join: Join | None,
    engine: Engine = HERE,
) -> list[Told]:
    """All stories; after `join`, where a model writes of articles that are in other languages."""
    by_model = writer.writer.kind == "model"
    if join is not None and by_model and are_to_be_joined(stories, rules.language):
        works = await _joined(stories, writer, rules, progress, join, engine)
    else:
        works = [Work(story) for story in stories]
    writer.begin([work.story for work in works])
    return await engine.each(tell, works, writer, rules, partial(progress, "stories"))


async def _joined(
    stories: Sequence[Story],
    writer: BriefWriter,
    rules: Rules,
    progress: Progress,
    join: Join,
    engine: Engine,
) -> list[Work]:
    """All articles briefed, and the stories that are made of them."""
    single = _single(stories, rules.language)
    writer.begin(single)
    works = [Work(story) for story in single]
    found = await engine.each(brief, works, writer, rules, partial(progress, "articles"))
    checked = {one.brief.article: one for some in found for one in some}
    joined = await aside(join, {id_: one.brief for id_, one in checked.items()})
    return [
        Work(story, tuple(_of(story, checked[lead.id]) for lead in story.leads)) for story in joined
    ]


async def tell(work: Work, writer: BriefWriter, rules: Rules) -> Told:
    """Everything that is written about one story: a brief of each origin, then one across them.

    A story of one origin is that origin's brief, promoted.
    """
    briefed = work.briefed or await brief(work, writer, rules)
    return await _across(work.story, briefed, writer, rules)


async def brief(work: Work, writer: BriefWriter, rules: Rules) -> tuple[Checked[Brief], ...]:
    """The brief of each origin."""
    story = work.story
    return tuple(
        await asyncio.gather(
            *(article_brief(writer, o.lead, story.id, rules, only_others(o)) for o in story.origins)
        )
    )


async def _across(
    story: Story, checked: Sequence[Checked[Brief]], writer: BriefWriter, rules: Rules
) -> Told:
    """The brief across the origins, given that of each."""
    briefs = [one.brief for one in checked]
    withheld = [entry for one in checked for entry in one.withheld]
    if len(briefs) == 1:
        across = promote(story, briefs[0])
    else:
        result = await story_brief(writer, story, briefs, rules)
        across = result.brief
        withheld.extend(result.withheld)
    return await aside(_compared, story, across, briefs, withheld)


def _single(stories: Sequence[Story], language: str) -> list[Story]:
    """The same, but the origins of a story with a foreign article each alone, as it may end."""
    return [
        part
        for story in stories
        for part in (
            [Story(origin.lead.id, (origin,)) for origin in story.origins]
            if any(is_foreign(lead, language) for lead in story.leads)
            else [story]
        )
    ]


def _of(story: Story, checked: Checked[Brief]) -> Checked[Brief]:
    """A brief as that of an article of this story."""
    withheld = tuple(replace(entry, story=story.id) for entry in checked.withheld)
    return replace(checked, withheld=withheld)


def _compared(
    story: Story, across: StoryBrief, briefs: Sequence[Brief], withheld: Sequence[Withheld]
) -> Told:
    witnesses = Witnesses.of(story)
    return Told(
        story,
        compare(across, witnesses),
        tuple(compare_brief(brief, witnesses) for brief in briefs),
        tuple(withheld),
    )


def promote(story: Story, brief: Brief) -> StoryBrief:
    """The brief of the only origin, as the brief of its story: all that it holds.

    Its added fields too: who writes it has asked for those of the story in the same call.
    """
    return StoryBrief(
        story=story.id,
        writer=brief.writer,
        headline=brief.headline,
        bottom_line=brief.bottom_line,
        claims=brief.claims,
        who=brief.who,
        where=brief.where,
        quotations=brief.quotations,
        calls=brief.calls,
        extra=brief.extra,
    )
