"""Where the steps of telling are done: here, or on an engine that maps them over machines.

A step is a function of one `Work`, which has all that it needs; so any number are done at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from summarize.checked import Checked, Rules
from summarize.claims import Brief
from summarize.stories.story import Story
from summarize.writer import BriefWriter

R = TypeVar("R")
Progress = Callable[[int, int], None]  # how many are done, of how many


@dataclass(frozen=True)
class Work:
    """A story, and the briefs of its origins where they are written already."""

    story: Story
    briefed: tuple[Checked[Brief], ...] = ()


Step = Callable[[Work, BriefWriter, Rules], Awaitable[R]]


class Engine(Protocol):
    """Does a step for each of many works."""

    async def each(
        self,
        step: Step[R],
        works: Sequence[Work],
        writer: BriefWriter,
        rules: Rules,
        progress: Progress,
    ) -> list[R]:
        """What the step, a function of a module, makes of each work, in their order.

        `writer` has begun with their stories. Where others write in its place, its account holds
        afterwards what they have used too.
        """
        ...


class Here:
    """All in this process, at once."""

    async def each(
        self,
        step: Step[R],
        works: Sequence[Work],
        writer: BriefWriter,
        rules: Rules,
        progress: Progress,
    ) -> list[R]:
        """What the step makes of each work."""
        done = 0

        async def one(work: Work) -> R:
            nonlocal done
            made = await step(work, writer, rules)
            done += 1
            progress(done, len(works))
            return made

        return await asyncio.gather(*map(one, works))


HERE = Here()
