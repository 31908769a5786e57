"""What a model is shown: numbered sentences of articles, inside a boundary.

Numbers are local to one call: 1...N in order of showing, one for each distinct span. What stands
between the boundaries is text by strangers. Its boundary is made of that text, so that whoever
wrote the article cannot know it, and the next run makes the same one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from summarize.article import Article, Quote
from summarize.claims import Claim, Extra, Quotation

# A sentence that begins as our own numbers do would look like a further sentence.
_NUMBERED = re.compile(r"^(\s*)\[(?=\s*\d)")
BOUNDARY = 32  # hex digits
MARK = 7  # tokens of `[1000] ` where each digit is one, and of the end of the line


@dataclass(frozen=True)
class Source:
    """A source to show: its `heading` (a line or several), its sentences, and notes on them.

    `said` are somebody's words, with who said them, `extra` the fields that a template adds. A note
    that only repeats the sentence it rests on is not shown.
    """

    heading: str
    quotes: tuple[Quote, ...]
    notes: tuple[Claim, ...] = ()
    said: tuple[Quotation, ...] = ()
    extra: tuple[Extra, ...] = ()


@dataclass
class Numbers:
    """The number of each distinct span, in order of showing."""

    of: dict[tuple[str, int, int], int] = field(default_factory=dict)
    quotes: list[Quote] = field(default_factory=list)

    def number(self, quote: Quote) -> int:
        """The number of a span, a new one where it was not shown yet."""
        key = quote.span
        if key not in self.of:
            self.quotes.append(quote)
            self.of[key] = len(self.quotes)
        return self.of[key]

    def around(self, quote: Quote) -> int:
        """The number of a span, or of one that was shown and has it inside."""
        if quote.span not in self.of:
            for n, other in enumerate(self.quotes, 1):
                inside = other.start <= quote.start and quote.end <= other.end
                if inside and other.article == quote.article:
                    return n
        return self.number(quote)


@dataclass(frozen=True)
class Shown:
    """The text of one call's input, and the passages behind its numbers."""

    text: str
    quotes: tuple[Quote, ...]


def show(sources: Iterable[Source], preface: Sequence[str] = ()) -> Shown:
    """The sources one after the other, numbered through, inside one boundary."""
    numbers = Numbers()
    parts = ["\n".join(preface)] if preface else []
    parts += ["\n".join(_lines(source, numbers)) for source in sources]
    body = "\n\n".join(parts)
    mark = boundary(body)
    return Shown(f"===== {mark}\n{body}\n===== {mark}", tuple(numbers.quotes))


def _lines(source: Source, numbers: Numbers) -> Iterable[str]:
    yield source.heading
    heading: str | None = None
    for quote in source.quotes:
        under = quote.locator.heading
        if under is not None and under != heading:
            heading = under
            yield f"# {one_line(under)}"
        yield sentence_line(numbers.number(quote), quote.text)
    for claim in source.notes:
        if [claim.text] != [quote.text for quote in claim.quotes]:
            yield f"NOTE: {one_line(claim.text)} {_marks(claim.quotes, numbers)}"
    for quotation in source.said:
        speaker = f" ({one_line(quotation.speaker)})" if quotation.speaker else ""
        marks = _marks(quotation.quotes, numbers)
        yield f"QUOTATION{speaker}: “{one_line(quotation.text)}” {marks}"
    for one in source.extra:
        for claim in one.claims:
            marks = _marks(claim.quotes, numbers)
            yield f"NOTE ({one.name}): {one_line(claim.text)} {marks}"
        yield from (f"NOTE ({one.name}): {one_line(text)}" for text in one.plain)


def _marks(quotes: Iterable[Quote], numbers: Numbers) -> str:
    return "".join(f"[{numbers.around(quote)}]" for quote in quotes)


def sentence_line(number: int, text: str) -> str:
    """`[7] The dam failed.`; a number that the sentence itself begins with is escaped."""
    escaped = _NUMBERED.sub(r"\1\\[", one_line(text))
    return f"[{number}] {escaped}"


def one_line(text: str) -> str:
    """The text without line breaks: a line is one sentence."""
    return " ".join(text.split())


def boundary(text: str) -> str:
    """32 hex digits of sha256 over `text`, hashed again with a counter while they occur in it."""
    counter = 0
    while True:
        salted = f"{text}\n{counter}" if counter else text
        mark = hashlib.sha256(salted.encode("utf-8", "surrogatepass")).hexdigest()[:BOUNDARY]
        if mark not in text:
            return mark
        counter += 1


def article_heading(article: Article, number: int, origin: int | None = None) -> str:
    """What a model is told of an article: outlet, date, origin number, title."""
    facts = [f"ARTICLE {number}", one_line(article.outlet).replace("|", "/")]
    if article.day:
        facts.append(article.day.isoformat())
    if origin is not None:
        facts.append(f"origin {origin}")
    return f"{' | '.join(facts)}\nTITLE: {one_line(article.title)}"


@lru_cache(maxsize=2_000)  # an article is shown for its own brief and for its story's
def statement_quotes(article: Article) -> tuple[Quote, ...]:
    """Every sentence of an article that says something, as a quote."""
    return tuple(article.quote(s.start, s.end) for s in article.statements)


def cost(source: Source, count: Callable[[str], int]) -> int:
    """Tokens of a source as it is shown, numbers of four digits taken for granted."""
    sentences = sum(count(quote.text) + MARK for quote in source.quotes)
    lines = [source.heading]
    lines += [f"NOTE: {c.text} " + "[1000]" * len(c.quotes) for c in source.notes]
    lines += [f"QUOTATION ({s.speaker}): “{s.text}” [1000]" for s in source.said]
    for one in source.extra:
        lines += [f"NOTE ({one.name}): {text}" for text in one.plain]
        lines += [f"NOTE ({one.name}): {c.text} " + "[1000]" * len(c.quotes) for c in one.claims]
    headings = {q.locator.heading for q in source.quotes if q.locator.heading}
    others = sum(count(line) + 1 for line in lines)
    return sentences + others + sum(count(str(heading)) + 3 for heading in headings)
