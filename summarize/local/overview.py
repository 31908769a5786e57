"""The built-in overview: what leads the report.

1. The bottom line is that of the first stories; one that says mostly what a line before it says
   gives its place to the next story.
2. Highlights are the bottom lines of the other stories, then the weightiest further claim of each
   of the first ones: told by several origins, with a figure, of high rank. No two tell the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from summarize.claims import EXTRACTIVE, Claim, Highlight, Overview, StoryBrief
from summarize.local.repeats import repeats
from summarize.local.standing import stands
from summarize.text.words import content

BOTTOM_LINES = 3  # DESIGN §6
HIGHLIGHTS = 5
_FIGURE = re.compile(r"\d")


def overview(stories: Sequence[StoryBrief]) -> Overview:
    """Bottom lines of the first stories; then what the others say, then what else the first say.

    `stories` come in order of importance.
    """
    lines = list(_untold((s.story, s.bottom_line) for s in stories if s.bottom_line))
    leading, rest = lines[:BOTTOM_LINES], lines[BOTTOM_LINES:]
    # A reader of the bottom line can read the rest of the head too; other languages come behind.
    read = {claim.language for _, claim in leading}
    rest.sort(key=lambda line: line[1].language not in read)
    first = {story for story, _ in leading}
    more = ((s.story, claim) for s in stories if s.story in first for claim in _by_weight(s)[:1])
    fresh = list(_untold([*leading, *rest, *more]))[len(leading) :]
    return Overview(
        writer=EXTRACTIVE,
        bottom_line=tuple(claim for _, claim in leading),
        highlights=tuple(Highlight(story, claim) for story, claim in fresh[:HIGHLIGHTS]),
    )


def _untold(lines: Iterable[tuple[str, Claim]]) -> Iterator[tuple[str, Claim]]:
    """Those that say something else than all before them."""
    told: list[set[str]] = []
    for story, claim in lines:
        said = set(content(claim.text, claim.language))
        if not repeats(said, told):
            told.append(said)
            yield story, claim


def _by_weight(story: StoryBrief) -> list[Claim]:
    """Its claims that say something beside the bottom line, the best for a highlight first."""
    line = story.bottom_line
    said = set(content(line.text, line.language)) if line else set()
    others = [
        claim
        for claim in story.claims
        if claim != line and not repeats(set(content(claim.text, claim.language)), [said])
    ]
    return sorted(others, key=_lightness)


def _lightness(claim: Claim) -> tuple[bool, int, bool, int]:
    leans = not stands(claim.text, claim.language)
    return leans, -claim.origins, not _FIGURE.search(claim.text), claim.rank
