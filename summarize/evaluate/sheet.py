"""A comparison in words and figures, ready to be printed in whatever format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from summarize.evaluate.comparison import Column, Comparison, verdict
from summarize.evaluate.interval import FEWEST, Measured
from summarize.evaluate.measure import FIGURES, Figure
from summarize.report.compare_page import Against, DifferenceLine, FigureLine, Sheet, VariantLine

NONE = "–"
FEW = 5  # a share of fewer is shown with its counts
_CLEAR = ("better", "worse", "more", "less")
_USED: Sequence[tuple[str, Callable[[Column], str]]] = (
    ("claims", lambda c: f"{sum(one.claims for one in c.counted):,}"),
    ("calls", lambda c: f"{calls(c):,}"),
    ("tokens in", lambda c: f"{c.outcome.tokens.input:,}"),
    ("tokens out", lambda c: f"{c.outcome.tokens.output:,}"),
    ("cost, USD", lambda c: usd(c.outcome.cost_usd)),
    ("paid now, USD", lambda c: usd(c.outcome.paid_usd)),
    ("seconds", lambda c: f"{c.report.method.seconds:.1f}" if c.report else NONE),
)


def sheet(made: Comparison) -> Sheet:
    """Everything that is said of a comparison but for the briefs themselves."""
    run = made.run
    figures = [FigureLine(f.label, tuple(_cell(f, c) for c in run)) for f in FIGURES]
    used = [FigureLine(label, tuple(say(column) for column in run)) for label, say in _USED]
    return Sheet(
        headline=_headline(made),
        variants=tuple(_variant(column, made) for column in made.columns),
        letters=tuple(column.letter for column in run),
        figures=(*figures, *used),
        against=tuple(_against(column, run[0]) for column in run[1:]),
        notes=tuple(_notes(made)),
    )


def title(made: Comparison) -> str:
    """What was done."""
    return f"{_counted(len(made.columns), 'variant')} of one report"


def calls(column: Column) -> int:
    """Questions that were asked, of a server or of the store."""
    method = column.report.method if column.report else None
    return method.calls + method.reused if method else 0


def _headline(made: Comparison) -> str:
    stories = made.report.stories
    several = sum(len(story.origins) > 1 for story in stories)
    facts = sum(map(len, made.shared.values()))
    said = f"{_counted(len(made.report.articles), 'article')}, {_stories(len(stories))}"
    if not facts:
        return f"{said}; no fact stated by several origins was found"
    return (
        f"{said}, {several} of them told by several origins with {_counted(facts, 'shared fact')}"
    )


def _variant(column: Column, made: Comparison) -> VariantLine:
    outcome = column.outcome
    said = _in_words(column) if column.against_first else ""
    if outcome.error is not None:
        said = f"failed: {outcome.error}"
    elif not said and len(made.run) > 1:
        said = "the first, which the others are held against"
    return VariantLine(column.letter, outcome.variant.name, said, outcome.error is not None)


def _in_words(column: Column) -> str:
    """`better in shared facts told; no clear difference in the rest`."""
    said: dict[str, list[str]] = {}
    for figure in FIGURES:
        word = verdict(figure, column.against_first[figure.name])
        said.setdefault(word, []).append(figure.label)
    parts = [
        f"{word}{' in' if word in ('better', 'worse') else ''} {', '.join(said[word])}"
        for word in _CLEAR
        if word in said
    ]
    for word in ("no clear difference", "too few stories to tell"):
        if word in said:
            parts.append(f"{word} in the rest" if parts else word)
    return "; ".join(parts)


def _cell(figure: Figure, column: Column) -> str:
    """`94 % (88–98)`, of few `67 %, 2 of 3`."""
    found = column.figures[figure.name]
    if found is None:
        return NONE
    unit = " %" if figure.digits is None else ""
    value = f"{_number(figure, found.value)}{unit}{_counts(figure, column)}"
    if found.low is None or found.high is None:
        return value
    return f"{value} ({_number(figure, found.low)}–{_number(figure, found.high)})"


def _counts(figure: Figure, column: Column) -> str:
    """The counts behind a share of few: one more or less moves it by 20 points and more."""
    whole = sum(map(figure.whole, column.counted))
    if figure.digits is not None or whole >= FEW:
        return ""
    return f", {sum(map(figure.part, column.counted))} of {whole}"


def _against(column: Column, first: Column) -> Against:
    lines = (_difference(figure, column.against_first[figure.name]) for figure in FIGURES)
    return Against(column.letter, first.letter, tuple(lines))


def _difference(figure: Figure, found: Measured | None) -> DifferenceLine:
    word = verdict(figure, found)
    if found is None:
        return DifferenceLine(figure.label, NONE, NONE, word, False)
    unit = " points" if figure.digits is None else ""
    interval = NONE
    if found.low is not None and found.high is not None:
        interval = f"{_signed(figure, found.low)} to {_signed(figure, found.high)}"
    value = f"{_signed(figure, found.value)}{unit}"
    return DifferenceLine(figure.label, value, interval, word, word in _CLEAR)


def _number(figure: Figure, value: float) -> str:
    return f"{100 * value:.0f}" if figure.digits is None else f"{value:.{figure.digits}f}"


def _signed(figure: Figure, value: float) -> str:
    size = _number(figure, abs(value))
    if not size.strip("0."):
        return "0"
    return f"{'−' if value < 0 else '+'}{size}"


def _notes(made: Comparison) -> Iterator[str]:
    several = len(made.run) > 1
    if len(made.report.stories) < FEWEST:
        yield f"With fewer than {FEWEST} stories there are no intervals: give it more articles."
    elif several:
        yield (
            "In brackets: the 95 % interval over stories. A difference counts (better, worse, "
            "more, less) where its own interval leaves out zero. Of twenty figures that do not "
            "differ, one looks as if it did, by chance."
        )
    for column in made.run:
        report = column.report
        if report is not None and report.missing:
            more = len(report.missing) - 1
            others = f" (and {more} more)" if more else ""
            yield f"{column.letter} is INCOMPLETE: {report.missing[0]}{others}"
        if report is not None and report.method.reused:
            yield (
                f"{column.letter}: {_counted(report.method.reused, 'answer')} came from the store "
                "(its cost counts them, its seconds do not)."
            )


def usd(amount: float | None) -> str:
    """US dollars to a hundredth of a cent; "unknown" for a model without a price."""
    return "unknown" if amount is None else f"{amount:.4f}"


def _stories(number: int) -> str:
    return f"{number} {'story' if number == 1 else 'stories'}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
