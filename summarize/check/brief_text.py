"""A brief that somebody wrote, as statements to check: each sentence with its line and citations.

1. `brief_blocks` and `brief_inline` give plain text without code and markup.
2. What stands under "Sources" or "References", and each definition (`[1]: …`), is a reference.
3. A short bold lead ("**Casualties**:") is left out; a long one is a statement of its own. A date
   that leads ("**10 March**:") stands beside the statement; so does who says it ("— Ana Reyes").
4. A citation belongs to the sentence that it stands in, or that ends before it.
5. In a page that this program wrote, a statement runs up to its citations, since a claim may be
   several sentences; `Furniture` says what in such a page is no statement.
6. The rows of a table and the headings that cite are statements too; the others are counted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import regex

from summarize.check.brief_blocks import Block, Heading, Table, outline
from summarize.check.brief_inline import Mark, Plain, plain
from summarize.check.brief_leads import LEAD, date_alone, found_in, groups, leads_of, speaker_of
from summarize.check.brief_nouns import Beside, BriefText, Furniture, Piece, Reference, Statement
from summarize.check.brief_tables import cited_rows
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
_NUMBERED = r"\s*(?P<name>\d{1,4})[.)]\s"


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
    page.passed.update({"code": found.code} if found.code else {})
    for block in found.blocks:
        if block.text.strip():
            page.take(block)
    for heading in found.headings:
        page.take_heading(heading)
    for table in found.tables:
        page.take_table(table)
    return BriefText(
        tuple(sorted(page.statements, key=lambda statement: statement.start)),
        tuple(page.references),
        page.anchors,
        tuple(page.loose),
        page.passed,
    )


class _Page:
    """What was read of a text so far."""

    def __init__(
        self, text: str, language: str, outlets: frozenset[str], furniture: Furniture | None
    ) -> None:
        self._language = language
        self._outlets = outlets
        self._own = furniture
        self._lines = [0, *(found.end() for found in regex.finditer("\n", text)), len(text)]
        self.statements: list[Statement] = []
        self.references: list[Reference] = []
        self.anchors: dict[str, tuple[int, int]] = {}
        self.loose: list[Mark] = []
        self.passed: Counter[str] = Counter()

    def take(self, block: Block) -> None:
        """Add what a block holds."""
        if block.is_definition or self._is_under(block, REFERENCES):
            self._refer(block)
        elif self._own is None:
            self._state(block)
        elif self._is_under(block, self._own.sections) or fullmatch(
            self._own.blocks, block.text.strip()
        ):
            self.loose += plain(block, self._outlets).marks
        else:
            self._state_own(block, self._own)

    def take_heading(self, heading: Heading) -> None:
        """A heading that cites is a statement."""
        block = heading.block
        known = REFERENCES | (self._own.titles if self._own else frozenset())
        if heading.title.casefold() in known or self._is_under(block, REFERENCES):
            return
        number = match(r"\d+\.\s+", block.text)
        block = _part(block, number.end() if number else 0, len(block.text))
        if not plain(block, self._outlets).marks:
            self.passed["heading"] += 1
        elif self._own is None:
            self._split(plain(block, self._outlets))
        else:
            self._state_own(block, self._own)

    def take_table(self, table: Table) -> None:
        """The rows that cite."""
        if self._is_under(table[0][0], REFERENCES):
            return
        rows = list(cited_rows(table, self._outlets, self._own.notes if self._own else ""))
        if not rows:
            self.passed["table"] += 1
        for row in rows:
            for piece in row:
                self._add(piece)

    def _is_under(self, block: Block, titles: frozenset[str]) -> bool:
        return not titles.isdisjoint(title.casefold() for title in block.under)

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
        start, end = self._lines[line - 1], self._lines[self._line(block.places[-1])]
        if name is None:
            return
        if addresses or not text.startswith("#"):
            self.references.append(Reference(name, text, line, addresses, start, end))
        else:
            self.anchors[name] = (start, end)

    def _state(self, block: Block) -> None:
        beside: tuple[Beside, ...] = ()
        if lead := match(LEAD, block.text):
            words = _part(block, *lead.span("words"))
            if date_alone(words.text, self._language):
                beside = (Beside("date", words.text),)
            elif count(words.text) >= LEAD_WORDS or search(r"\p{N}", words.text):
                self._split(plain(words, self._outlets))
            block = _part(block, lead.end(), len(block.text))
        self._split(plain(block, self._outlets), beside=beside)

    def _state_own(self, block: Block, own: Furniture) -> None:
        """Statements that run up to their marks; what is left behind the last marks is split."""
        beside: tuple[Beside, ...] = ()
        if lead := match(own.leads, block.text):
            beside = tuple(leads_of(lead[0], block.is_item))
            block = _part(block, lead.end(), len(block.text))
        read = plain(block, self._outlets)
        last = 0
        pieces = []
        for marks in groups(read):
            pieces.append((last, marks[0].at, tuple(marks)))
            last = marks[-1].at
        # Sides and values stand apart by "/", behind what they are about.
        sides = any(read.text[start:end].lstrip().startswith("/") for start, end, _ in pieces)
        for number, (start, end, cited) in enumerate(pieces):
            start += self._note(own, read.text[start:end], number)
            if sides and number == 0:
                start += len(found_in(r".*?:(?=\s|$)", read.text[start:end]))
            self._add(Piece(read, start, end, cited, beside))
        last += self._note(own, read.text[last:], len(pieces))
        self._split(read, last, beside if not pieces else ())

    def _note(self, own: Furniture, text: str, behind: int) -> int:
        """How many characters are notes; a count of origins in them is of the statement before."""
        notes = found_in(own.notes, text)
        if behind and self.statements and (said := search(own.origins, notes)):
            number = next(each for each in said.groups() if each)
            number = own.worded.get(number, number)
            last = self.statements[-1]
            self.statements[-1] = replace(last, beside=(*last.beside, Beside("origins", number)))
        return len(notes)

    def _split(self, read: Plain, start: int = 0, beside: tuple[Beside, ...] = ()) -> None:
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
            marks = tuple(owners.get(index, ()))
            self._add(Piece(read, first, last, marks, beside if index == 0 else ()))

    def _add(self, piece: Piece) -> None:
        read, start, marks = piece.read, piece.start, piece.marks
        before = self.statements[-1].text if self.statements else ""
        said, speaker = speaker_of(read.text[start : piece.end], before)
        spoken = (Beside("speaker", speaker),) if speaker else ()
        if speaker and not said:
            last = self.statements[-1]
            beside = last.beside + spoken
            self.statements[-1] = replace(last, marks=last.marks + marks, beside=beside)
            return
        lead = len(found_in(r"[\s;—–•/→*-]+(?=\s|\p{L})", said))
        start, said = start + lead, said[lead:].rstrip()
        if search(r"[\p{L}\p{N}]", said):
            first, last_place = read.places[start], read.places[start + len(said) - 1] + 1
            text = _tidy(f"{piece.label}{said}{piece.what}")
            beside = piece.beside + spoken
            self.statements.append(
                Statement(text, self._line(first), first, last_place, marks, beside)
            )

    def _line(self, place: int) -> int:
        return bisect_right(self._lines, place, hi=len(self._lines) - 1)


def _part(block: Block, start: int, end: int) -> Block:
    return replace(block, text=block.text[start:end], places=block.places[start:end])


def _owner(at: int, begins: Sequence[int], ends: Sequence[int]) -> int:
    """Which sentence a mark before character `at` cites for: the one that ends before it."""
    index = max(0, bisect_right(begins, at) - 1)
    return index - 1 if index and ends[index - 1] <= at <= begins[index] else index


def _tidy(text: str) -> str:
    """Without the gaps that citations leave; before `;`, `:`, `!` and `?` French has one anyway."""
    spaced = " ".join(text.split())
    return regex.sub(r"(?<=[^\s\p{P}]) (?=[.,](?:\s|$))", "", spaced)
