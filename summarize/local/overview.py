"""The built-in overview: what leads the report."""

from __future__ import annotations

from collections.abc import Sequence

from summarize.claims import EXTRACTIVE, Claim, Highlight, Overview, StoryBrief

BOTTOM_LINES = 3  # DESIGN §6
HIGHLIGHTS = 5


def overview(stories: Sequence[StoryBrief]) -> Overview:
    """Bottom lines of the first stories; then what the others say, then what else the first say.

    `stories` come in order of importance.
    """
    told = [story for story in stories if story.bottom_line is not None]
    leading = told[:BOTTOM_LINES]
    seconds = [(story, claim) for story in leading if (claim := _second(story))]
    others = [(story, story.bottom_line) for story in told[BOTTOM_LINES:] if story.bottom_line]
    # A reader of the bottom line can read the rest of the head too; other languages come behind.
    read = {claim.language for _, claim in seconds}
    others.sort(key=lambda pair: pair[1].language not in read)
    highlights = [Highlight(story.story, claim) for story, claim in [*others, *seconds]]
    return Overview(
        writer=EXTRACTIVE,
        bottom_line=tuple(story.bottom_line for story in leading if story.bottom_line),
        highlights=tuple(highlights[:HIGHLIGHTS]),
    )


def _second(story: StoryBrief) -> Claim | None:
    """The claim of highest rank beside the bottom line."""
    rest = [claim for claim in story.claims if claim != story.bottom_line]
    return min(rest, key=lambda claim: claim.rank, default=None)
