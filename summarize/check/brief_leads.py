"""What leads a statement or follows it and is no part of it: a date, who says it, a bold word."""

from __future__ import annotations

from collections.abc import Iterator

from summarize.check.brief_blocks import Block
from summarize.check.brief_inline import Mark, Plain, plain
from summarize.check.brief_nouns import Beside
from summarize.text.named_dates import named_dates
from summarize.text.patterns import compiled, match, search

LEAD = r"\s*(?:\*\*|__)(?P<words>[^*_]{1,300}?)(?::(?:\*\*|__)|(?:\*\*|__)\s?(?::|\s[—–-](?=\s)))"
_DAY_LEAD = r"(?<![\w-])(\d{4}(?:-\d\d){0,2}):"
_SPEAKER_LEAD = r"\*\*([^*]+)\*\*:"
# Behind the words of somebody: "…" — Ana Reyes, mayor of Brask
_SIGNED = (
    r"(?P<said>.*[\"”»“])?[\s—–―-]*[—–―-]\s*(?P<name>\p{Lu}[^\"”»“,;:.(]{1,60}?)"
    r"\s*(?:[,(][^\"”»“]*)?[.]?\s*$"
)
_QUOTED = '"”»“'
_NAME_WORDS = 6


def date_alone(text: str, language: str) -> bool:
    """Whether a text is a date and nothing else."""
    found = named_dates(text, language, None)
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))


def leads_of(text: str, is_item: bool) -> Iterator[Beside]:
    """What the lead of a statement of our own page says of it: `2026-03-10:`, `**Ana Reyes**:`.

    Only in an item of a list is a bold lead somebody who speaks; elsewhere it names a field.
    """
    if day := search(_DAY_LEAD, text):
        yield Beside("date", day[1])
    if is_item and (speaker := search(_SPEAKER_LEAD, text)):
        words = speaker[1]
        yield Beside("speaker", plain(Block(words, range(len(words)))).text)


def speaker_of(text: str, before: str) -> tuple[str, str]:
    """Somebody's words without who says them behind a dash, and who that is.

    Of a text that is nothing but who says it no words are left: `before` are the words then.
    """
    signed = match(_SIGNED, text)
    if signed is None or len(signed["name"].split()) > _NAME_WORDS:
        return text, ""
    if not signed["said"] and not before.endswith(tuple(_QUOTED)):
        return text, ""
    return signed["said"] or "", signed["name"]


def groups(read: Plain) -> Iterator[list[Mark]]:
    """Marks with nothing between them."""
    group: list[Mark] = []
    for mark in read.marks:
        if group and read.text[group[-1].at : mark.at].strip():
            yield group
            group = []
        group.append(mark)
    if group:
        yield group


def found_in(pattern: str, text: str) -> str:
    """What `pattern` matches at the start of `text`."""
    found = compiled(pattern).match(text)
    return found[0] if found else ""
