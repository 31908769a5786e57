"""Markdown: front matter, headings, and the plain text of everything else.

Not a full parser: it takes the marks of Markdown away where they stand in news. Tables are left
out, since their cells make no sentences; code keeps its text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from summarize.read import fields, front_matter
from summarize.read.clean import line, unseen
from summarize.read.draft import Block, Field, Found

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?")
_QUOTE = re.compile(r"(?:\s{0,3}>\s?)+")
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*$")
_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,300}\]:\s")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)

_TARGET = r"(?:\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)|\[[^\[\]\n]{0,300}\])"
_IMAGE = re.compile(rf"!\[[^\[\]]{{0,1000}}\]{_TARGET}")
_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|\[\^[^\[\]\s]{1,50}\]"  # footnote
    rf"|\[(?P<link>[^\[\]]{{0,1000}})\]{_TARGET}"
    r"|<(?P<auto>https?://[^<>\s]{1,2000})>"
    r"|</?[A-Za-z][^<>]{0,2000}>"
    r"|`+|~~"
    r"|\*{2,}|(?<!\s)\*(?!\d)|(?<!\d)\*(?!\s)"  # 5*3 and 5 * 3 keep theirs
    r"|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)"
)


def found(text: str) -> Found:
    """Blocks and fields; the title is that of the front matter, else the first `# ` heading."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    front = front_matter.split(text)
    known = fields.known(front.values, "front matter")
    blocks = list(_blocks(_COMMENT.sub("", text[front.end :])))
    top = next((block for block in blocks if block.level == 1), None)
    if top and "title" not in known:
        known["title"] = Field(top.text, "first heading")
        blocks.remove(top)
    if front.problem:
        known["front matter"] = Field("", front.problem)
    return Found(tuple(blocks), known, unseen(text))


def plain(text: str) -> str:
    """Text without the marks of Markdown, on one line."""
    text = _INLINE.sub(_unmarked, _IMAGE.sub("", text))
    return line(html.unescape(text))


def _unmarked(match: re.Match[str]) -> str:
    if match["link"]:
        return _INLINE.sub(_unmarked, match["link"])
    return match["escaped"] or match["auto"] or ""


def _blocks(text: str) -> Iterator[Block]:
    """Headings and paragraphs in order; none is empty."""
    gathered: list[str] = []
    for kind, content in [*_lines(text), (0, "")]:
        if kind is None:  # goes on with the paragraph
            gathered.append(content)
            continue
        underlined = kind < 0 and len(gathered) == 1
        level = -kind if underlined else 0
        if block := plain(" ".join(gathered)):
            yield Block(block, level)
        gathered = []
        if kind > 0:
            if heading := plain(content):
                yield Block(heading, kind)
        elif content:
            gathered.append(content)


def _lines(text: str) -> Iterator[tuple[int | None, str]]:
    """Each line as (kind, content).

    kind is None for a line that goes on with its paragraph, 0 where a paragraph ends and another
    may begin, 1 to 6 for a heading, -1 or -2 for the underline of a heading.
    """
    fence = ""
    for row in text.split("\n"):
        mark = _FENCE.match(row)
        if fence:
            closes = mark is not None and mark[1].startswith(fence)
            yield (0, "") if closes else (None, _escaped(row.strip()))
            fence = "" if closes else fence
        elif mark:
            fence = mark[1]
            yield 0, ""
        else:
            yield _line(row)


def _escaped(code: str) -> str:
    """Code as it is: its signs are no marks of Markdown."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", code)


def _line(row: str) -> tuple[int | None, str]:
    row = _QUOTE.sub("", row, count=1) if _QUOTE.match(row) else row
    if match := _HEADING.match(row):
        return len(match[1]), match[2] or ""
    if match := _UNDERLINE.match(row):
        return (-1 if match[1][0] == "=" else -2), ""
    if not row.strip() or _left_out(row):
        return 0, ""
    if match := _ITEM.match(row):
        return 0, row[match.end() :]
    return None, row.strip()


def _left_out(row: str) -> bool:
    """A rule, a row of a table, a link definition: nothing to read in it."""
    return any(form.match(row) for form in (_RULE, _TABLE_ROW, _TABLE_RULE, _DEFINITION))
