"""The nouns of what is read: an article, and spans of it.

Text is never carried about without its place: a quote is `article.text[start:end]`. All offsets
are Unicode code points of the cleaned text, the one that report.json stores.
"""

from __future__ import annotations

import hashlib
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from summarize.text.datelines import body_start
from summarize.text.sentences import tile

UNKNOWN_OUTLET = "unknown outlet"
UNKNOWN_LANGUAGE = "und"
AROUND = 1  # sentences before and after a quote: a name or a day often stands one earlier


@dataclass(frozen=True, slots=True)
class Sentence:
    """One span of an article. The sentences of an article tile its text: none overlap, none miss.

    `start:end` includes the white space up to the next sentence; `Article.quote` trims it.
    """

    start: int
    end: int
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside an article's text; `level` is 1 for the outermost."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a document: its span of the text, its number (1 is the first sheet) and its label.

    `label` is what is printed for it ("iv", "A-3"); None where the document does not say.
    """

    start: int
    end: int
    number: int
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a person finds a quote: printed page, paragraph (1 is the first), nearest heading.

    `page` is a range ("3–4") where a quote runs on; `sheet` is the number of the page where it
    begins, counted from 1 whatever is printed on it.
    """

    page: str | None = None
    paragraph: int | None = None
    heading: str | None = None
    sheet: int | None = None


Span = tuple[str, int, int]  # article id, start, end


@dataclass(frozen=True, slots=True)
class Quote:
    """Evidence: `text` is `article.text[start:end]` of the article with id `article`, always."""

    article: str
    start: int
    end: int
    text: str
    locator: Locator = Locator()
    translation: str | None = None

    @property
    def span(self) -> Span:
        """Which characters of which article: the same span is the same passage."""
        return self.article, self.start, self.end


@dataclass(frozen=True, slots=True)
class Declared:
    """What the settings say of an outlet: its publisher (`family`), and what is printed of it."""

    family: str | None = None
    country: str | None = None
    type: str | None = None
    reliability: str | None = None


@dataclass(frozen=True)
class Article:
    """One document as read.

    `key` is the canonical URL, else outlet + title, else the path relative to its SOURCE.
    `published` keeps the precision it was given with: a date, or an aware datetime.
    `text` is clean: NFC, paragraphs apart by one blank line, no line break inside a paragraph.
    `removed` counts what a reader could not have seen and was taken out, by what hid it.
    `declared` is None of an outlet that the settings do not have. `pages` tile the text of a
    document that has pages. `doi` is bare ("10.1000/182"), `citekey` as a bibliography has it.
    """

    key: str
    title: str
    text: str
    retrieved: datetime
    outlet: str = UNKNOWN_OUTLET
    via: str | None = None
    author: str | None = None
    url: str | None = None
    path: str | None = None
    published: date | datetime | None = None
    language: str = UNKNOWN_LANGUAGE
    headings: tuple[Heading, ...] = ()
    kept_id: str | None = None
    removed: Mapping[str, int] = field(default_factory=dict, compare=False)
    declared: Declared | None = None
    pages: tuple[Page, ...] = ()
    doi: str | None = None
    citekey: str | None = None

    @cached_property
    def id(self) -> str:
        """12 hex digits of sha256(key + NFC text): the same key and text are the same article.

        An article whose text was not kept has the `kept_id` that it had with it.
        """
        if self.kept_id is not None:
            return self.kept_id
        return _sha256(self.key + unicodedata.normalize("NFC", self.text))[:12]

    @cached_property
    def sha256(self) -> str:
        """The digest of the cleaned text, with which a span can be proved later."""
        return _sha256(self.text)

    @cached_property
    def day(self) -> date | None:
        """The publication date, without its time."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Spans that tile `text`, in order; a heading is a sentence of its own."""
        borders = [place for h in self.headings for place in (h.start, h.end)]
        spans = tile(self.text, self.language, borders)
        return tuple(Sentence(start, end, self._in_heading(start)) for start, end in spans)

    def _in_heading(self, place: int) -> bool:
        heading = self.heading(place)
        return heading is not None and place < heading.end

    @cached_property
    def statements(self) -> tuple[Sentence, ...]:
        """The sentences that say something: no headings, white space and datelines trimmed off."""
        trimmed = (self._trim(s.start, s.end) for s in self.sentences if not s.is_heading)
        return tuple(sentence for sentence in trimmed if sentence.start < sentence.end)

    @property
    def wording(self) -> list[str]:
        """The text of each statement."""
        return [self.text[s.start : s.end] for s in self.statements]

    def _trim(self, start: int, end: int) -> Sentence:
        whole = self.text[start:end]
        opens = start == 0 or self.text[start - 1] == "\n"
        start += len(whole) - len(whole.lstrip())
        end = start + len(whole.strip())
        # Only the head of a paragraph has a dateline ("PORT HALDEN (CNW) -").
        return Sentence(start + body_start(self.text[start:end]) if opens else start, end)

    @cached_property
    def _paragraphs(self) -> Sequence[int]:
        """Where each paragraph starts."""
        starts = [0]
        while (gap := self.text.find("\n\n", starts[-1])) >= 0:
            starts.append(gap + 2)
        return starts

    def paragraph(self, place: int) -> int:
        """The number of the paragraph that holds offset `place`; 1 is the first."""
        return bisect_right(self._paragraphs, place)

    def heading(self, place: int) -> Heading | None:
        """The last heading that starts at or before offset `place`."""
        index = bisect_right(self.headings, place, key=lambda heading: heading.start)
        return self.headings[index - 1] if index else None

    def page(self, place: int) -> Page | None:
        """The page that holds offset `place`; None in a document without pages."""
        index = bisect_right(self.pages, place, key=lambda page: page.start)
        return self.pages[index - 1] if index else None

    def quote(self, start: int, end: int) -> Quote:
        """The span as evidence, white space trimmed. ValueError where nothing is left of it."""
        known = self._quotes.get((start, end))
        if known is None:
            known = self._quotes[start, end] = self._quote(start, end)
        return known

    def around(self, quote: Quote) -> Sequence[Sentence]:
        """The statements that `quote` touches, and one before and after them."""
        said = self.statements
        first = bisect_right(said, quote.start, key=lambda sentence: sentence.start) - 1
        last = bisect_right(said, quote.end - 1, key=lambda sentence: sentence.start) - 1
        return said[max(0, first - AROUND) : last + 1 + AROUND]

    @cached_property
    def _quotes(self) -> dict[tuple[int, int], Quote]:
        """The quotes of each span asked for: every stage asks for the same sentences."""
        return {}

    def _quote(self, start: int, end: int) -> Quote:
        whole = self.text[start:end]
        start += len(whole) - len(whole.lstrip())
        text = whole.strip()
        if not text:
            raise ValueError(f"no text at {start}:{end} of article {self.id}")
        heading = self.heading(start)
        title = self.text[heading.start : heading.end].strip() if heading else None
        first, last = self.page(start), self.page(start + len(text) - 1)
        locator = Locator(
            page=_printed(first, last),
            paragraph=self.paragraph(start),
            heading=title,
            sheet=first.number if first else None,
        )
        return Quote(self.id, start, start + len(text), text, locator)


def _printed(first: Page | None, last: Page | None) -> str | None:
    """The label of a page, else its number; of two, both."""
    labels = [page.label or str(page.number) for page in (first, last) if page]
    return "–".join(dict.fromkeys(labels)) or None


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
