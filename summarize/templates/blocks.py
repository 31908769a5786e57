"""The blocks of a template as spans of its text, and a template put together with what it extends.

jinja2's own tree says in which line a block begins, not where it ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from summarize.templates.sources import Source

_QUOTED = r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'"""
_MARKUP = re.compile(
    rf"""
      \{{\#.*?\#\}}
    | \{{%[-+]?\s*raw\s*[-+]?%\}}.*?\{{%[-+]?\s*endraw\s*[-+]?%\}}
    | \{{\{{(?:{_QUOTED}|(?!\}}\}}).)*+\}}\}}
    | \{{%[-+]?\s*(?P<word>\w+)\s*(?P<name>\w*)(?:{_QUOTED}|(?!%\}}).)*+%\}}
    """,
    re.DOTALL | re.VERBOSE,
)
_SUPER = re.compile(r"\{\{[-+]?\s*super\(\)\s*[-+]?\}\}")


@dataclass(frozen=True)
class Block:
    """A block: `text[start:end]` with its tags, `text[inner:inner_end]` without."""

    name: str
    start: int
    inner: int
    inner_end: int
    end: int


def blocks(text: str) -> list[Block]:
    """The blocks of a template that can be parsed, an outer one before those inside it."""
    found: list[Block] = []
    opened: list[re.Match[str]] = []
    for markup in _MARKUP.finditer(text):
        if markup["word"] == "block":
            opened.append(markup)
        elif markup["word"] == "endblock" and opened:
            begin = opened.pop()
            found.append(
                Block(begin["name"], begin.start(), begin.end(), markup.start(), markup.end())
            )
    return sorted(found, key=lambda block: block.start)


def put_together(files: Sequence[Source], comment: Callable[[Source], str]) -> str:
    """The text of a template with every block as it is used, and what it says outside of blocks.

    `files` are the template, what it extends, and so on. Before each block stands the `comment`
    on the file that it is from.
    """
    said: dict[str, list[Written]] = {}
    for file in files:
        for block in blocks(file.text):
            said.setdefault(block.name, []).append(Written(file, block))
    base = files[-1]
    begin = "".join(_outside(file) for file in files[:-1])
    return begin + Puzzle(said, comment).text(base, 0, len(base.text), 0).lstrip("\n")


@dataclass(frozen=True)
class Written:
    """A block, and the file that it stands in."""

    file: Source
    block: Block


@dataclass(frozen=True)
class Puzzle:
    """What each block is in each file that has it, the one that is used first."""

    said: dict[str, list[Written]]
    comment: Callable[[Source], str]

    def text(self, file: Source, start: int, end: int, depth: int) -> str:
        """A stretch of a file with its blocks replaced by those that are used."""
        parts, place = [], start
        for block in blocks(file.text):
            if block.start < place or block.end > end or depth > len(self.said):
                continue
            before = file.text[place : block.start]
            indent = before[len(before.rstrip(" \t")) :]
            own_line = before[: len(before) - len(indent)].endswith("\n") or not before.strip()
            comment = self.comment(self.said[block.name][0].file)
            if comment:
                comment += f"\n{indent}" if own_line else ""
            parts += [before, comment, file.text[block.start : block.inner]]
            parts += [self.inner(block.name, 0, depth + 1)]
            parts += [file.text[block.inner_end : block.end]]
            place = block.end
        return "".join([*parts, file.text[place:end]])

    def inner(self, name: str, level: int, depth: int) -> str:
        """What stands in a block; `super()` in it is the block of the next file."""
        used = self.said[name][level]
        text = self.text(used.file, used.block.inner, used.block.inner_end, depth)
        if level + 1 == len(self.said[name]) or not _SUPER.search(text):
            return text
        replaced = self.inner(name, level + 1, depth).strip("\n")
        return _SUPER.sub(lambda _: replaced, text)


def _outside(file: Source) -> str:
    """What a file that extends another says outside of blocks: variables, macros, imports."""
    return "".join(f"{tag}\n" for tag in _kept(file.text))


def _kept(text: str) -> Iterator[str]:
    ends = {"macro": "endmacro", "from": "", "import": "", "set": ""}
    inside = [(block.start, block.end) for block in blocks(text)]
    begin: re.Match[str] | None = None
    for markup in _MARKUP.finditer(text):
        if any(start <= markup.start() < end for start, end in inside):
            continue
        if begin is not None:
            if markup["word"] == ends[begin["word"]]:
                yield text[begin.start() : markup.end()]
                begin = None
        elif markup["word"] == "macro":
            begin = markup
        elif markup["word"] in ends:
            yield markup[0]
