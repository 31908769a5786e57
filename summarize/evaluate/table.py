"""The comparison as Markdown that reads well at 80 columns, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from summarize.evaluate.comparison import Column, Comparison, verdict
from summarize.evaluate.interval import LEVEL, Measured
from summarize.evaluate.measure import FIGURES
from summarize.evaluate.sheet import calls, sheet, title
from summarize.report.compare_page import Sheet
from summarize.report.escape import escape_markdown

ABREAST = 3  # variants in one table: more do not fit 80 columns
SCHEMA = 1


def to_markdown(made: Comparison) -> str:
    """What was compared, which variant is better in what, the figures, and what to know of them."""
    found = sheet(made)
    lines = [f"# {title(made)}", "", f"{found.headline}.", ""]
    for variant in found.variants:
        said = f": {escape_markdown(variant.said)}" if variant.said else ""
        lines.append(f"- **{variant.letter}** {escape_markdown(variant.name)}{said}")
    lines += [*_figures(found), *_differences(found)]
    lines += [line for note in found.notes for line in ("", escape_markdown(note))]
    return "\n".join(lines) + "\n"


def _figures(found: Sheet) -> Iterator[str]:
    for start in range(0, len(found.letters), ABREAST):
        shown = slice(start, start + ABREAST)
        yield ""
        yield from _table([
            ("", *found.letters[shown]),
            *((row.label, *row.cells[shown]) for row in found.figures),
        ])  # fmt: skip


def _differences(found: Sheet) -> Iterator[str]:
    for other in found.against:
        yield ""
        yield from _table([
            (f"{other.letter} against {other.first}", "difference", "95 % interval", "verdict"),
            *((row.label, row.difference, row.interval, row.verdict) for row in other.lines),
        ])  # fmt: skip


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A GFM table whose raw text is aligned too."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for number, row in enumerate(rows):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield f"|{'|'.join('-' * (width + 2) for width in widths)}|"


def to_json(made: Comparison) -> str:
    """Every figure with its interval (`level`), unrounded, and the counts behind it by story."""
    report = made.report
    return json.dumps(
        {
            "schema": SCHEMA,
            "as_of": report.as_of.isoformat(),
            "articles": len(report.articles),
            "level": LEVEL,
            "stories": [
                {
                    "id": entry.id,
                    "headline": entry.brief.headline,
                    "origins": len(entry.origins),
                    "shared_facts": [
                        {"text": fact.quote.text, "article": fact.quote.article,
                         "start": fact.quote.start, "origins": fact.origins}
                        for fact in made.shared[entry.id]
                    ],
                }
                for entry in report.stories
            ],
            "variants": [_variant(column) for column in made.columns],
        },
        ensure_ascii=False,
        indent=1,
    ) + "\n"  # fmt: skip


def _variant(column: Column) -> dict[str, object]:
    outcome, report = column.outcome, column.report
    return {
        "letter": column.letter,
        "name": outcome.variant.name,
        "prompts": outcome.variant.prompts or None,
        "model": outcome.variant.model,
        "error": outcome.error,
        "templates": dict(report.method.templates) if report else {},
        "missing": list(report.missing) if report else [],
        "figures": {name: _measured(found) for name, found in column.figures.items()},
        "against_first": {
            figure.name: {
                "difference": _measured(column.against_first[figure.name]),
                "verdict": verdict(figure, column.against_first[figure.name]),
            }
            for figure in FIGURES
            if column.against_first
        },
        "calls": calls(column),
        "reused": report.method.reused if report else 0,
        "tokens": {"input": outcome.tokens.input, "cached": outcome.tokens.cached,
                   "output": outcome.tokens.output},
        "cost_usd": outcome.cost_usd,
        "paid_usd": outcome.paid_usd,
        "seconds": report.method.seconds if report else None,
        "by_story": [
            {name: getattr(one, name) for name in one.__slots__} for one in column.counted
        ],
    }  # fmt: skip


def _measured(found: Measured | None) -> dict[str, float | None] | None:
    return None if found is None else {"value": found.value, "low": found.low, "high": found.high}
