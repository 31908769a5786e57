"""Plain text: a title where the first line is one, then paragraphs."""

from __future__ import annotations

import re

from summarize.read.clean import line, unseen
from summarize.read.draft import Block, Field, Found
from summarize.read.unwrap import paragraphs

LONGEST_TITLE = 200  # characters
_LINE_END = re.compile(r"\r\n?|\n")
_BLANK_LINE = re.compile(r"[ \t]*(?:\r\n?|\n)")
# A line that ends like a sentence is the first paragraph; it stays in the text.
_SENTENCE_END = re.compile(r"(?<!\.)[.。।۔]$")


def found(text: str) -> Found:
    """The first line is the title if it is short, no sentence, and a blank line follows."""
    text = text.strip()
    end = _LINE_END.search(text)
    title = line(text[: end.start()]) if end else ""
    if end is None or not _BLANK_LINE.match(text, end.end()) or not _is_title(title):
        return Found(tuple(map(Block, paragraphs(text))), {}, unseen(text))
    fields = {"title": Field(title, "first line")}
    return Found(tuple(map(Block, paragraphs(text[end.end() :]))), fields, unseen(text))


def _is_title(text: str) -> bool:
    return 0 < len(text) <= LONGEST_TITLE and not _SENTENCE_END.search(text)
