"""The cited articles of a page with their passages: each quote where it stands in its article.

Of an article no more is embedded than is asked for: by default a quote with one paragraph on either
side, each cut where it is long, so that a text in one paragraph is not given away as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarize.article import UNKNOWN_LANGUAGE, Article, Quote
from summarize.report.desk import Desk
from summarize.report.told import direction
from summarize.report.view import Passage, Source, Sources

AROUND = 1  # paragraphs before and after that of a quote
# Characters of a paragraph on either side of a quote: of 500 paragraphs of news (those of examples/
# and of a day's pile) 99 % are shorter than 620; a text without paragraphs is one of many thousand.
LONGEST = 700


@dataclass(frozen=True, slots=True)
class Stretch:
    """One paragraph of a passage: what comes before the quote, its words, and what follows.

    Whether there is a space between them is said apart: Chinese has none.
    """

    before: str
    quoted: str
    after: str
    opens_apart: bool = False
    closes_apart: bool = False


@dataclass(frozen=True, slots=True)
class PassageCard:
    """A cited passage: its mark, its words in quotation marks (or empty), its place and context."""

    mark: str
    text: str
    place: str
    context: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A cited article as `Source` has it; `full` are the paragraphs of its text, where wanted."""

    number: int
    title: str
    outlet: str
    day: str
    facts: str
    url: str
    carriers: str
    language: str
    direction: str
    passages: tuple[PassageCard, ...]
    full: tuple[str, ...]


def view_cards(desk: Desk, sources: Sources) -> tuple[SourceCard, ...]:
    """The cited sources of a page, in their order."""
    return tuple(_card(desk, source) for source in sources.cited)


def _card(desk: Desk, source: Source) -> SourceCard:
    article = desk.report.articles[source.number - 1]
    language = "" if article.language == UNKNOWN_LANGUAGE else article.language
    return SourceCard(
        number=source.number,
        title=source.title,
        outlet=article.outlet,
        day=article.day.isoformat() if article.day else "",
        facts=source.facts,
        url=source.url,
        carriers=source.carriers,
        language=language,
        direction=direction(language),
        passages=tuple(_passage(desk, article, one) for one in source.passages),
        full=source.full,
    )


def _passage(desk: Desk, article: Article, passage: Passage) -> PassageCard:
    if desk.printing.embed == "none":
        return PassageCard(passage.mark, "", passage.place, ())
    quote = desk.citations.quotes[passage.mark]
    # Of an article whose text was not kept, the quote is all there is.
    context = around(article, quote) if article.text else (Stretch("", quote.text, ""),)
    return PassageCard(passage.mark, passage.text, passage.place, context)


def around(article: Article, quote: Quote) -> tuple[Stretch, ...]:
    """The paragraphs that hold a quote, and one on either side, with the quote set apart."""
    spans = list(_paragraphs(article.text))
    first = article.paragraph(quote.start) - 1
    last = article.paragraph(max(quote.start, quote.end - 1)) - 1
    near = spans[max(0, first - AROUND) : last + 1 + AROUND]
    return tuple(_stretch(article.text, span, quote) for span in near)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for paragraph in text.split("\n\n"):
        yield start, start + len(paragraph)
        start += len(paragraph) + 2


def _stretch(text: str, span: tuple[int, int], quote: Quote) -> Stretch:
    start, end = span
    if end <= quote.start:
        return Stretch(_end_of(text[start:end]), "", "")
    if quote.end <= start:
        return Stretch("", "", _start_of(text[start:end]))
    opens, closes = max(start, quote.start), min(end, quote.end)
    before, after = text[start:opens], text[closes:end]
    return Stretch(
        _end_of(before).rstrip(),
        text[opens:closes],
        _start_of(after).lstrip(),
        opens_apart=before[-1:].isspace(),
        closes_apart=after[:1].isspace(),
    )


def _start_of(text: str) -> str:
    """The text, or its first words and an ellipsis."""
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rpartition(" ")[0] + " …"


def _end_of(text: str) -> str:
    """The text, or an ellipsis and its last words."""
    if len(text) <= LONGEST:
        return text
    return "… " + text[-LONGEST:].partition(" ")[2]
