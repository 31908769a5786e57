"""The blocks of a Markdown or plain text that can hold sentences, each character with its place.

Not a full parser. Passed over are front matter, comments, code between fences and rules; a list
item and a definition (`[1]: …`) are blocks of their own, and so is each line that begins with a
mark (`[1] …`) in a list of references. Headings and the cells of tables are kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summarize.read import front_matter

_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?:[ \t]+(?P<title>.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r"\s*(?:[-*+•]|(?P<number>\d{1,9})[.)])\s+(?:\[[ xX]\]\s+)?")
_QUOTE = re.compile(r"(?:\s{0,3}>\s?)+")
_TABLE = re.compile(r"\s*\|.*\|\s*$|\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$")
_CELL = re.compile(r"(?:\\.|[^|\\])+")
_DIVIDER = re.compile(r":?-+:?")
_DEFINITION = re.compile(r" {0,3}\[(?P<name>[^\]\n]{1,300})\]:\s+")
_MARKED = re.compile(r"\s*\[\^?\w{1,20}\]\s*\S")
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<tag>script|style)\b.*?(?:</(?P=tag)>|\Z)", re.DOTALL | re.IGNORECASE
)
# A line that is a heading in all but its form: "Sources:" or "**Sources**".
_BARE = re.compile(r"\s*(?:\*\*|__)?(?P<title>\w[^\W\d_]*(?: \w+){0,2}):?(?:\*\*|__)?:?\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, joined by spaces; character i stands at `places[i]` of the file.

    `name` is the number of a list item, or what a definition defines. `under` are the titles of the
    headings above it, from the outermost in.
    """

    text: str
    places: Sequence[int]
    under: tuple[str, ...] = ()
    name: str | None = None
    is_definition: bool = False
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its title, its level (1 is the outermost), and where its line begins."""

    title: str
    level: int
    start: int
    block: Block


Table = list[tuple[Block, ...]]  # its rows, each the cells of one line; the head is the first


@dataclass(slots=True)
class Outline:
    """What was found in a text so far: its blocks, headings and tables, in order.

    `code` is how many pieces of code were passed over.
    """

    blocks: list[Block] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    code: int = 0
    path: tuple[Heading, ...] = ()  # the headings that the next block stands under

    def begin(self, heading: Heading) -> None:
        """What comes next stands under `heading`."""
        self.headings.append(heading)
        above = (one for one in self.path if one.level < heading.level)
        self.path = (*above, heading)


def outline(text: str, lists: frozenset[str]) -> Outline:
    """The blocks and headings of `text`.

    `lists` are casefolded titles of lists of references. A line that is nothing but one of them is
    a heading, also without its form.
    """
    found = Outline()
    open_rows: list[_Row] = []  # of a block that is not at its end yet
    kind = ""
    for row in _rows(text):
        if row.kind == "table":
            found.tables += [] if kind == "table" else [[]]
            found.tables[-1] += _cells(row, found)
        kind = row.kind
        found.code += kind == "code"
        if row.kind == "underline" and len(open_rows) == 1:
            found.begin(_titled(open_rows[0], open_rows[0].content.strip(), 2, found))
            open_rows.clear()
        if row.kind != "text" or (_MARKED.match(row.content) and _in_list(found, lists)):
            _close(open_rows, found)
        if heading := _heading(row, bool(open_rows), lists, found):
            found.begin(heading)
        elif row.kind in ("text", "item", "definition"):
            open_rows.append(row)
    _close(open_rows, found)
    return found


@dataclass(frozen=True, slots=True)
class _Row:
    """A line without its marks: what it is, its content and where that begins; a name, a level."""

    kind: str  # text, item, definition, heading, underline, table, code, end
    start: int
    content: str = ""
    name: str | None = None
    line: str = ""
    level: int = 0


def _in_list(found: Outline, lists: frozenset[str]) -> bool:
    return any(heading.title.casefold() in lists for heading in found.path)


def _close(rows: list[_Row], found: Outline) -> None:
    """Make a block of `rows`, and empty them."""
    if not rows:
        return
    places = [at for row in rows for at in range(row.start, row.start + len(row.content) + 1)]
    text = " ".join(row.content for row in rows)
    under = tuple(heading.title for heading in found.path)
    kind = rows[0].kind
    block = Block(text, places[:-1], under, rows[0].name, kind == "definition", kind == "item")
    found.blocks.append(block)
    rows.clear()


def _heading(row: _Row, inside: bool, lists: frozenset[str], found: Outline) -> Heading | None:
    if row.kind == "heading":
        return _titled(row, row.content, row.level, found)
    match = _BARE.match(row.content) if row.kind == "text" and not inside else None
    if match and match["title"].casefold() in lists:
        return _titled(row, match["title"], 6, found)
    return None


def _titled(row: _Row, title: str, level: int, found: Outline) -> Heading:
    at = row.start + row.line.find(title)
    under = tuple(above.title for above in found.path if above.level < level)
    return Heading(title, level, row.start, Block(title, range(at, at + len(title)), under))


def _cells(row: _Row, found: Outline) -> Table:
    """The cells of a row, one row of them; none where it only parts the head from the rest."""
    under = tuple(heading.title for heading in found.path)
    cells = []
    for match in _CELL.finditer(row.content):
        text, at = match[0].strip(), row.start + match.end() - len(match[0].lstrip())
        cells.append(Block(text, range(at, at + len(text)), under))
    parts = all(_DIVIDER.fullmatch(cell.text) for cell in cells)
    return [] if parts else [tuple(cells)]


def _rows(text: str) -> Iterator[_Row]:
    masked = _UNSEEN.sub(_blank, text)
    start = front_matter.split(masked).end
    masked = _blank_until(masked, start)
    fence, start = "", 0
    for line in masked.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
        elif mark:
            fence = mark[1]
            yield _Row("code", start)
        else:
            yield _row(line.rstrip("\r"), start)
        start += len(line) + 1


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _blank_until(text: str, end: int) -> str:
    return re.sub(r"[^\n]", " ", text[:end]) + text[end:]


def _row(line: str, start: int) -> _Row:
    if quote := _QUOTE.match(line):
        start, line = start + quote.end(), line[quote.end() :]
    if match := _HEADING.match(line):
        return _Row("heading", start, match["title"] or "", line=line, level=len(match["marks"]))
    if _UNDERLINE.match(line):
        return _Row("underline", start)
    if not line.strip() or _RULE.match(line):
        return _Row("end", start)
    if _TABLE.match(line):
        return _Row("table", start, line)
    if match := _DEFINITION.match(line):
        return _Row("definition", start + match.end(), line[match.end() :], match["name"])
    if match := _ITEM.match(line):
        return _Row("item", start + match.end(), line[match.end() :], match["number"])
    return _Row("text", start, line.rstrip(), line=line)
