"""A newsletter that tells several stories, parted where each begins.

A mail is a digest where at least two headings, or paragraphs that stand out as headings do, have
each a text below them and a link of their own. What stands before the first is the editor's word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from summarize.read import boilerplate, mail_words
from summarize.read.fragment import Piece
from summarize.text import words

FEWEST_STORIES = 2
FEWEST_WORDS = 8  # of a story: a flash of one sentence
LONGEST_HEADING = 25  # words; a longer paragraph in bold is text
SHORTEST_HEADING = 2  # words; one alone is a button or a name of a section
# An end that comes in the first half of a mail is a line at its top.
END_AFTER = 0.5

_SENTENCE_END = regex.compile(r"[.。।۔]$")


@dataclass(frozen=True, slots=True)
class Part:
    """One story of a digest: its heading, its address or None, and what is said below it."""

    title: str
    link: str | None
    pieces: tuple[Piece, ...]


def trimmed(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces without what a newsletter says around its text, and nothing after its end."""
    length, before = sum(len(piece.text) for piece in pieces), 0
    for number, piece in enumerate(pieces):
        if before >= END_AFTER * length and mail_words.is_end(piece.text):
            pieces = pieces[:number]
            break
        before += len(piece.text)
    around = (mail_words.is_around, mail_words.is_end)
    return tuple(piece for piece in pieces if not any(is_(piece.text) for is_ in around))


def parts(pieces: Sequence[Piece]) -> tuple[Part, ...]:
    """The stories of a digest in order; none where the mail tells one."""
    heads = [number for number, piece in enumerate(pieces) if _heads(piece)]
    made = [*_parts(pieces, heads)]
    stories = [part for part in made if _is_story(part)]
    links = {part.link for part in stories}
    return tuple(stories) if min(len(stories), len(links)) >= FEWEST_STORIES else ()


def before(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """What stands before the first heading."""
    first = next((number for number, piece in enumerate(pieces) if _heads(piece)), len(pieces))
    return tuple(pieces[:first])


def _heads(piece: Piece) -> bool:
    if boilerplate.is_prompt(piece.text):
        return False
    count = words.count(piece.text)
    if piece.level:
        return 0 < count <= LONGEST_HEADING
    fits = SHORTEST_HEADING <= count <= LONGEST_HEADING
    return piece.stands_out and fits and not _SENTENCE_END.search(piece.text)


def _parts(pieces: Sequence[Piece], heads: Sequence[int]) -> Iterator[Part]:
    for number, start in enumerate(heads):
        end = heads[number + 1] if number + 1 < len(heads) else len(pieces)
        inner = pieces[start + 1 : end]
        link = next((piece.link for piece in pieces[start:end] if piece.link), None)
        text = (piece for piece in inner if not boilerplate.is_prompt(piece.text))
        yield Part(pieces[start].text, link, tuple(text))


def _is_story(part: Part) -> bool:
    return part.link is not None and sum(words.count(p.text) for p in part.pieces) >= FEWEST_WORDS
