"""One text file of many articles, parted by the pattern of the settings' `[split]`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarize.read import text_file, unwrap
from summarize.read.clean import line, unseen
from summarize.read.draft import Block, Field, Found
from summarize.read.records import Record

# The pattern is tried on this much of a line: no head of an article is longer.
HEAD = 300  # characters


def parts(text: str, pattern: str) -> Sequence[Record]:
    """The articles of `text`, each at the number of its first line; none where no line starts one.

    A line that starts with `pattern` begins an article, and what follows on it is the title; where
    nothing does, the article is read as a text file of its own. So is what stands before the first.
    """
    rows = re.split(r"\r\n?|\n", text.lstrip("\ufeff"))
    form = re.compile(pattern)
    heads = [(n, match.end()) for n, row in enumerate(rows) if (match := form.match(row[:HEAD]))]
    if not heads:
        return ()
    return tuple(_parts(rows, heads))


def _parts(rows: Sequence[str], heads: Sequence[tuple[int, int]]) -> Iterator[Record]:
    before = "\n".join(rows[: heads[0][0]])
    if before.strip():
        yield Record(1, text_file.found(before))
    ends = [*(n for n, _ in heads[1:]), len(rows)]
    for (n, at), end in zip(heads, ends, strict=True):
        yield Record(n + 1, _found(line(rows[n][at:]), "\n".join(rows[n + 1 : end])))


def _found(title: str, body: str) -> Found:
    if not title:
        return text_file.found(body)
    blocks = tuple(map(Block, unwrap.paragraphs(body)))
    return Found(blocks, {"title": Field(title, "[split]")}, unseen(body))
