"""A block of Markdown as plain text, each character with its place, and the citations in it."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import regex

from summarize.check.brief_blocks import Block

_NAME = r"\^?[ ]?(?:\d{1,4}[a-z]{0,3}|(?<=\^)[^\[\]\s,;]{1,50})"
_NAMES = rf"{_NAME}(?:[ ]?[,;][ ]?{_NAME})*"
_WEB = r"https?://(?:[^\s()<>\"“”\]]|\([^\s()<>]{0,200}\)){1,2000}(?<![.,;:!?])"
_TARGET = r"\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)"
_LINKED = rf"(?:{_TARGET}|\[[^\[\]\n]{{0,300}}\])"
_WORDS = r"(?:[^\[\]\\\n]|\\.){0,1000}"
NO_PASSAGE = "[no passage found]"  # what `--fix-citations` writes where there is none
_INLINE = (
    rf"(?P<nothing>{regex.escape(NO_PASSAGE)})|"
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|\\(?=[ ]|\Z)"  # a hard break
    rf"|!\[{_WORDS}\]{_LINKED}"
    # [1], [^2], [3a], [1, 2], [[1]](address), 【1†source】
    rf"|\[(?P<marks>{_NAMES})\](?P<to>{_TARGET})?"
    rf"|\[\\?\[(?P<marks>{_NAMES})\\?\]\](?P<to>{_TARGET})"
    r"|【(?P<marks>\d{1,4})[^【】\n]{0,100}】"
    rf"|\([ ]?\[{_WORDS}\](?P<pointer>{_TARGET})[ ]?\)"  # a link that stands alone in brackets
    rf"|\([ ]?<?(?P<url>{_WEB})>?[ ]?\)|<(?P<url>{_WEB})>|(?P<url>{_WEB})"
    rf"|\[(?P<link>{_WORDS})\](?P<target>{_LINKED})"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|</?[A-Za-z][^<>\n]{0,2000}>"
    r"|`+|~~"
    r"|\*{2,}|(?<!\s)\*(?!\d)|(?<!\d)\*(?!\s)"  # 5*3 and 5 * 3 keep theirs
    r"|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)"
)
_ADDRESS = regex.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation: `name` is `3a`, `1`, `^note`, a web address, or the name of an outlet.

    It stands before character `at` of the plain text, and at `start:end` of the file; nowhere there
    (`start` is `end`) where it is the address of words that belong to a sentence.
    """

    name: str
    at: int
    start: int
    end: int


@dataclass(slots=True)
class Plain:
    """Plain text; character i stands at `places[i]` of the file."""

    text: str = ""
    places: list[int] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


def plain(block: Block, outlets: frozenset[str] = frozenset()) -> Plain:
    """The block without the marks of Markdown and without its citations, which are listed.

    The name of one of `outlets` in brackets, alone or before a comma, is a citation too.
    """
    found = Plain()
    chars = list(_plain(block.text, block.places, _Reading(outlets, found.marks)))
    found.text = "".join(char for char, _ in chars)
    found.places = [place for _, place in chars]
    return found


@dataclass(slots=True)
class _Reading:
    """What is looked for, the marks found so far, and how many characters came before."""

    outlets: frozenset[str]
    marks: list[Mark]
    count: int = 0


def _plain(text: str, places: Sequence[int], reading: _Reading) -> Iterator[tuple[str, int]]:
    """Each character that is left, with its place."""
    last = 0
    for match in _pattern(reading.outlets).finditer(text):
        yield from zip(text[last : match.start()], places[last : match.start()], strict=True)
        reading.count += match.start() - last
        last = match.end()
        end = places[match.end() - 1] + 1
        start = places[match.start()] if match["link"] is None else end
        marks = (Mark(name, reading.count, start, end) for name in _cited(match))
        reading.marks.extend(marks)
        yield from _kept(match, places, reading)
    yield from zip(text[last:], places[last:], strict=True)
    reading.count += len(text) - last


def _cited(match: regex.Match[str]) -> list[str]:
    """The names of what a match cites."""
    if alone := match["outlet"] or match["nothing"]:
        return [alone]
    names = [] if match["marks"] is None else match["marks"].replace(";", ",").split(",")
    target = next((match[part] for part in ("to", "pointer", "target") if match[part]), "")
    address = _ADDRESS.search(match["url"] or target[1:-1])
    return [name.strip() for name in names] + ([address[0].rstrip(">")] if address else [])


def _kept(
    match: regex.Match[str], places: Sequence[int], reading: _Reading
) -> Iterator[tuple[str, int]]:
    if match["link"] is not None:
        start, end = match.span("link")
        yield from _plain(match["link"], places[start:end], reading)
        return
    char = match["escaped"] or (html.unescape(match["entity"]) if match["entity"] else "")
    reading.count += len(char)
    yield from ((each, places[match.start()]) for each in char)


@cache
def _pattern(outlets: frozenset[str]) -> regex.Pattern[str]:
    names = "|".join(regex.escape(name) for name in sorted(outlets, key=lambda name: -len(name)))
    outlet = rf"\([ ]?(?P<outlet>(?i:{names}))(?:[,;][^()\n]{{0,60}})?\)|" if names else ""
    return regex.compile(f"{outlet or '(?P<outlet>(?!))|'}{_INLINE}")
