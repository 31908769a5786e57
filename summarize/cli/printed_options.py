"""The options that say what of a report is printed, and how."""

from __future__ import annotations

import click

from summarize.cli.options import option, options
from summarize.cli.values import OneOf, Sections

words = option(
    "--words",
    type=click.IntRange(min=50),
    default=1_500,
    show_default=True,
    metavar="N",
    help="Words of the printed body. The JSON keeps all.",
)
sections = option(
    "--sections",
    type=Sections(),
    default="full",
    show_default=True,
    metavar="LIST",
    help="What is printed, and in which order: full, desk (what changed and differs first), public "
    "(without the counts and how it was made), or names: highlights, corrections, glance, stories, "
    "differ, timeline, quotations, also, figures, gaps, sources, method.",
)
embed = option(
    "--embed",
    type=OneOf(["passages", "full", "none"]),
    help="What of the articles' own text goes into the files (default: the cited passages; in "
    ".json the full texts, which `check` needs).",
)
mermaid = click.option(
    "--mermaid",
    is_flag=True,
    help="In .md, draw the timeline of a story as a Mermaid diagram in place of the list.",
)
cite = option(
    "--cite",
    type=OneOf(["marks", "pandoc"]),
    default="marks",
    show_default=True,
    help="How Markdown cites: [3a], or [@key, p. 12] with the keys of -o refs.bib and "
    "-o refs.csl.json.",
)
show_withheld = click.option(
    "--show-withheld", is_flag=True, help="Print the withheld claims too, and why."
)

shape = options(words, sections, embed, mermaid, cite)
