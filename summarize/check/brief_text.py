"""A brief that somebody wrote, as statements to check: each sentence with its line and citations.

1. `brief_blocks` and `brief_inline` give plain text without headings, tables, code and markup.
2. What stands under "Sources" or "References", and each definition (`[1]: …`), is a reference.
3. A short bold lead ("**Casualties**:") is left out; a long one is a statement of its own.
4. A citation belongs to the sentence that it stands in, or that ends before it.
5. In a page that this program wrote, a statement runs up to its citations, since a claim may be
   several sentences; `Furniture` says what in such a page is no statement.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from summarize.check.brief_blocks import Block, Heading, outline
from summarize.check.brief_inline import Mark, Plain, plain
from summarize.text.patterns import fullmatch, match, search
from summarize.text.sentences import tile
from summarize.text.words import count

REFERENCES = frozenset({
    "sources", "references", "reference list", "source list", "citations", "footnotes", "endnotes",
    "bibliography", "works cited", "références", "fuentes", "referencias", "quellen",
    "quellenverzeichnis", "einzelnachweise", "fontes", "referências", "المصادر", "المراجع",
    "स्रोत", "संदर्भ", "来源", "参考资料", "参考文献", "nguồn", "tài liệu tham khảo",
    "حوالہ جات", "ماخذ",
})  # fmt: skip
LEAD_WORDS = 4  # a bold lead of fewer words names what follows and states nothing
_LEAD = r"\s*(?:\*\*|__)(?P<words>[^*_]{1,300}?)(?::(?:\*\*|__)|(?:\*\*|__)\s?(?::|\s[—–-](?=\s)))"
_NUMBERED = r"\s*(?P<name>\d{1,4})[.)]\s"


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a page of this program holds beside statements, as patterns that are to match.

    `sections` are casefolded titles of sections without any; `blocks` match whole blocks of
    Markdown, `leads` what stands before a statement, `notes` what stands behind its citations.
    """

    sections: frozenset[str]
    blocks: str
    leads: str
    notes: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the text: its plain words, the line (from 1) and place in the file, its marks.

    `end` is behind its last word; `marks` may stand after it.
    """

    text: str
    line: int
    start: int
    end: int
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """What a mark stands for, as the text lists it: plain words and web addresses."""

    name: str
    text: str
    line: int
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BriefText:
    """`lists` are the places (start, end) of the references in the file."""

    statements: tuple[Statement, ...]
    references: tuple[Reference, ...]
    lists: tuple[tuple[int, int], ...]


def parse(
    text: str,
    language: str,
    outlets: frozenset[str] = frozenset(),
    furniture: Furniture | None = None,
) -> BriefText:
    """The statements and references of a Markdown or plain text.

    `outlets` are names that cite in brackets; `furniture` is given for a page of this program.
    """
    page = _Page(text, language, outlets, furniture)
    found = outline(text, REFERENCES)
    for block in found.blocks:
        if block.text.strip():
            page.take(block)
    lists = [*_lists(found.headings, len(text)), *page.definitions]
    return BriefText(tuple(page.statements), tuple(page.references), tuple(lists))


def _lists(headings: Sequence[Heading], end: int) -> Iterator[tuple[int, int]]:
    """From the heading of each list of references to the next heading that is not inside it."""
    for index, heading in enumerate(headings):
        if heading.title.casefold() in REFERENCES:
            after = (other.start for other in headings[index + 1 :] if other.level <= heading.level)
            yield heading.start, next(after, end)


class _Page:
    """What was read of a text so far."""

    def __init__(
        self, text: str, language: str, outlets: frozenset[str], furniture: Furniture | None
    ) -> None:
        self._text = text
        self._language = language
        self._outlets = outlets
        self._own = furniture
        self._lines = [0, *(found.end() for found in regex.finditer("\n", text))]
        self.statements: list[Statement] = []
        self.references: list[Reference] = []
        self.definitions: list[tuple[int, int]] = []

    def take(self, block: Block) -> None:
        """Add what a block holds."""
        under = {title.casefold() for title in block.under}
        if block.is_definition:
            self._refer(block)
            line = self._line(block.places[0])
            ends = [*self._lines[line : line + 1], len(self._text)]
            self.definitions.append((self._lines[line - 1], ends[0]))
        elif under & REFERENCES:
            self._refer(block)
        elif self._own is None:
            self._state(block)
        elif not under & self._own.sections and not fullmatch(self._own.blocks, block.text.strip()):
            self._state_own(block, self._own)

    def _refer(self, block: Block) -> None:
        listed = plain(block)
        first = next((mark for mark in listed.marks if not listed.text[: mark.at].strip()), None)
        numbered = match(_NUMBERED, listed.text)
        name = block.name or (numbered["name"] if numbered else None)
        if name is None and first is not None:
            name = first.name
        addresses = tuple(mark.name for mark in listed.marks if mark.name.startswith("http"))
        text = _tidy(listed.text)
        line = self._line(block.places[0])
        if name is not None and (addresses or not text.startswith("#")):  # an anchor in the page
            self.references.append(Reference(name, text, line, addresses))

    def _state(self, block: Block) -> None:
        lead = match(_LEAD, block.text)
        if lead:
            words = _part(block, *lead.span("words"))
            if count(words.text) >= LEAD_WORDS or search(r"\p{N}", words.text):
                self._split(plain(words, self._outlets))
            block = _part(block, lead.end(), len(block.text))
        self._split(plain(block, self._outlets))

    def _state_own(self, block: Block, own: Furniture) -> None:
        """Statements that run up to their marks; what is left behind the last marks is split."""
        if lead := match(own.leads, block.text):
            block = _part(block, lead.end(), len(block.text))
        read = plain(block, self._outlets)
        last = 0
        pieces = []
        for marks in _groups(read):
            pieces.append((last, marks[0].at, tuple(marks)))
            last = marks[-1].at
        # Sides and values stand apart by "/", behind what they are about.
        sides = any(read.text[start:end].lstrip().startswith("/") for start, end, _ in pieces)
        for number, (start, end, cited) in enumerate(pieces):
            start += len(_found(own.notes, read.text[start:end]))
            if sides and number == 0:
                start += len(_found(r".*?:(?=\s|$)", read.text[start:end]))
            self._add(read, start, end, cited)
        last += len(_found(own.notes, read.text[last:]))
        self._split(read, last)

    def _split(self, read: Plain, start: int = 0) -> None:
        """Sentence by sentence, from character `start` on."""
        text = read.text[start:]
        spans = [(start + first, start + last) for first, last in tile(text, self._language)]
        # White space at the end of a sentence belongs to the next: there the marks of this one are.
        ends = [start + len(read.text[start:last].rstrip()) for _, last in spans]
        owners: dict[int, list[Mark]] = {}
        begins = [first for first, _ in spans]
        for mark in read.marks:
            if mark.at >= start and spans:
                owners.setdefault(_owner(mark.at, begins, ends), []).append(mark)
        for index, (first, last) in enumerate(spans):
            self._add(read, first, last, tuple(owners.get(index, ())))

    def _add(self, read: Plain, start: int, end: int, marks: tuple[Mark, ...]) -> None:
        start += len(_found(r"[\s—–•/→*-]+(?=\s|\p{L})", read.text[start:end]))
        said = read.text[start:end].rstrip()
        if search(r"[\p{L}\p{N}]", said):
            first, last = read.places[start], read.places[start + len(said) - 1] + 1
            self.statements.append(Statement(_tidy(said), self._line(first), first, last, marks))

    def _line(self, place: int) -> int:
        return bisect_right(self._lines, place)


def _part(block: Block, start: int, end: int) -> Block:
    return replace(block, text=block.text[start:end], places=block.places[start:end])


def _found(pattern: str, text: str) -> str:
    """What `pattern` matches at the start of `text`."""
    found = match(pattern, text)
    return found[0] if found else ""


def _groups(read: Plain) -> Iterator[list[Mark]]:
    """Marks with nothing between them."""
    group: list[Mark] = []
    for mark in read.marks:
        if group and read.text[group[-1].at : mark.at].strip():
            yield group
            group = []
        group.append(mark)
    if group:
        yield group


def _owner(at: int, begins: Sequence[int], ends: Sequence[int]) -> int:
    """Which sentence a mark before character `at` cites for: the one that ends before it."""
    index = max(0, bisect_right(begins, at) - 1)
    return index - 1 if index and ends[index - 1] <= at <= begins[index] else index


def _tidy(text: str) -> str:
    """Without the gaps that citations leave."""
    spaced = " ".join(text.split())
    return regex.sub(r"(?<=[^\s\p{P}]) (?=[.,;:!?](?:\s|$))", "", spaced)
