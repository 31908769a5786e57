"""Paragraphs of plain text, whatever its author meant by a line break.

- A blank line always ends a paragraph.
- A line break inside a block is nothing where the text is hard-wrapped: the line is full, since the
  first word of the next one would not have fitted any more.
- Between paragraphs set apart by blank lines, it is nothing too where the line does not end a
  sentence and the next does not start with a capital.
- Otherwise each line is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import regex

from summarize.read.clean import characters

# Widths in use for hard-wrapped text are 65 to 80 characters; 100 leaves room for one long word.
NARROWEST, WIDEST = 50, 100
# Of the lines that another follows: shares above this were seen only in wrapped text.
FULL_LINES = 0.6
# Lines looked at to decide; enough for any newspaper article, and a 20 MB file costs no more.
LOOKED_AT = 2_000

_ENDED = regex.compile(r"[.!?…。！？।॥؟۔:;][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[-*•–—·]|\(?\d{1,3}[.)])\s")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}，。、！？]")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of `text`, clean, each on one line; none is empty."""
    blocks = [block.split("\n") for block in _blocks(characters(text))]
    width = _width(blocks)
    spaced = len(blocks) > 1
    return [made for block in blocks for made in _unwrap(block, width, spaced)]


def _blocks(text: str) -> list[str]:
    return [block for part in re.split(r"\n{2,}", text) if (block := part.strip("\n"))]


def _width(blocks: Sequence[Sequence[str]]) -> int | None:
    """The width at which the text was wrapped by hand or program; None where it was not."""
    pairs: list[tuple[str, str]] = []
    for block in blocks:
        pairs.extend(pairwise(block))
        if len(pairs) > LOOKED_AT:
            break
    if not pairs:
        return None
    lengths = sorted(len(line) for line, _ in pairs)
    width = lengths[int(len(lengths) * 0.95)]
    if not NARROWEST <= width <= WIDEST:
        return None
    full = sum(_full(line, following, width) for line, following in pairs)
    ended = sum(_ENDED.search(line) is not None for line, _ in pairs)
    wrapped = full >= FULL_LINES * len(pairs) and ended <= len(pairs) / 2
    return width if wrapped else None


def _full(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width


def _unwrap(lines: Sequence[str], width: int | None, spaced: bool) -> list[str]:
    made: list[list[str]] = [[lines[0]]]
    for line, following in pairwise(lines):
        if _goes_on(line, following, width, spaced):
            made[-1].append(following)
        else:
            made.append([following])
    return [_join(parts) for parts in made]


def _goes_on(line: str, following: str, width: int | None, spaced: bool) -> bool:
    if _ITEM.match(following):
        return False
    if width is not None and _full(line, following, width):
        return True
    loose = spaced or width is not None
    return loose and not _ENDED.search(line) and not following[0].isupper()


def _join(parts: Sequence[str]) -> str:
    """Lines as one; scripts without spaces get none at the seam."""
    pieces = [parts[0]]
    for before, after in pairwise(parts):
        seamless = _UNSPACED.match(before[-1]) and _UNSPACED.match(after[0])
        pieces.append(after if seamless else " " + after)
    return "".join(pieces)
