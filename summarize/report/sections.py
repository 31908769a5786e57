"""Which parts of a page are printed, and in which order: presets, or a person's own choice.

Title, status and warnings are no choice: they stand first on every page. So do the sources and how
the report was made, where they are wanted, last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarize.errors import UsageError, known_are
from summarize.report.view import ArticlePage, Block, Head, SituationPage, StoryView

# As they are named on the command line, in the order in which a page has them.
SECTIONS = (
    *("highlights", "corrections", "glance", "stories", "differ", "timeline", "quotations"),
    *("also", "figures", "gaps", "sources", "method"),
)
PRESETS = {
    "full": SECTIONS,
    # What a newsroom hands out: no counts of sources, no notes on the making.
    "public": tuple(s for s in SECTIONS if s not in ("glance", "method")),
    # What changed, what differs and what is open comes before the stories.
    "desk": (
        *("highlights", "corrections", "figures", "gaps", "glance", "stories", "differ"),
        *("timeline", "quotations", "also", "sources", "method"),
    ),
}
_NAMES = (*PRESETS, *SECTIONS)
_IN_STORY = ("differ", "timeline", "quotations")
# The blocks that each section has of its own, with what follows it unasked.
_BLOCKS: dict[str, tuple[Block, ...]] = {
    "highlights": ("fields",),
    "corrections": ("corrections",),
    "glance": ("glance",),
    "stories": ("stories",),
    "also": ("also", "quiet"),
    "figures": ("figures",),
    "gaps": ("gaps",),
}


def sections(said: str) -> tuple[str, ...]:
    """The sections of a preset, or those named in a list with commas. UsageError names a wrong one.

    What belongs to stories or comes last keeps its place; the others stand in the order given.
    """
    names = [name.strip() for name in said.split(",") if name.strip()]
    if len(names) == 1 and names[0] in PRESETS:
        return PRESETS[names[0]]
    wrong = [name for name in names if name not in SECTIONS]
    if wrong or not names:
        name = wrong[0] if wrong else ""
        raise UsageError(f"no section is called {name!r}", hint=known_are(name, _NAMES))
    return tuple(dict.fromkeys(names))


def order(chosen: Sequence[str]) -> tuple[Block, ...]:
    """The blocks of a page, in the order in which it prints them."""
    blocks: list[Block] = []
    for name in chosen:
        blocks += _BLOCKS.get(name, ())
    told = [i for i, block in enumerate(blocks) if block in ("stories", "also")]
    if told:  # what there was no room for, of both, is said once
        blocks.insert(told[-1] + 1, "left_out")
    return tuple(blocks)


def only(page: SituationPage, chosen: Sequence[str]) -> SituationPage:
    """The page with the sections that are wanted."""
    return replace(
        page,
        head=_head(page.head, chosen),
        stories=tuple(_story(story, chosen) for story in page.stories),
    )


def only_of_articles(page: ArticlePage, chosen: Sequence[str]) -> ArticlePage:
    """The page with the sections that are wanted, of those that the brief of an article has."""
    briefs = [
        replace(
            brief,
            figures=brief.figures if "figures" in chosen else (),
            quotations=brief.quotations if "quotations" in chosen else (),
        )
        for brief in page.briefs
    ]
    return replace(page, head=_head(page.head, chosen), briefs=tuple(briefs))


def _head(head: Head, chosen: Sequence[str]) -> Head:
    if "highlights" not in chosen:
        head = replace(head, bottom_line=(), highlights=())
    return head if "corrections" in chosen else replace(head, corrections=())


def _story(story: StoryView, chosen: Sequence[str]) -> StoryView:
    return replace(
        story,
        differ=story.differ if "differ" in chosen else (),
        timeline=story.timeline if "timeline" in chosen else (),
        quotations=story.quotations if "quotations" in chosen else (),
    )
