"""Claims, quotes, figures and calls as report.json holds them (DESIGN §5)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from summarize.article import Quote
from summarize.claims import Call, Claim, Extra, Figure, Opinion, Quotation, Said, Value

Json = dict[str, object]


def claims_json(claims: Sequence[Claim]) -> list[Json]:
    """Claims in their order."""
    return [claim_json(claim) for claim in claims]


def maybe_json(claim: Claim | None) -> Json | None:
    """A claim, or null."""
    return None if claim is None else claim_json(claim)


def claim_json(claim: Claim) -> Json:
    """CLAIM: a quotation loses its speaker here."""
    return {
        "id": claim.id,
        "text": claim.text,
        "quotes": [quote_json(quote) for quote in claim.quotes],
        "origins": claim.origins,
        "rank": claim.rank,
        "language": claim.language,
        "verdict": claim.verdict.status,
        "findings": [
            {"kind": finding.kind, "text": finding.text, "why": finding.why}
            for finding in claim.verdict.findings
        ],
        "judge": _opinion(claim.judge),
        "override": None,
    }


def _opinion(opinion: Opinion | None) -> Json | None:
    if opinion is None:
        return None
    return {"model": opinion.model, "verdict": opinion.verdict, "why": opinion.why}


def extra_json(extra: Sequence[Extra]) -> Json:
    """What was answered to the fields that a template adds, by name: claims, or plain values."""
    return {one.name: _said(one.value) for one in extra}


def _said(value: Said) -> object:
    if isinstance(value, tuple):
        return [_said(entry) for entry in value]
    if isinstance(value, Claim):
        return claim_json(value)
    return _number(value) if isinstance(value, float) else value


def quotation_json(said: Quotation) -> Json:
    """QUOTATION: a claim and who said it."""
    return {**claim_json(said), "speaker": said.speaker}


def quote_json(quote: Quote) -> Json:
    """QUOTE: the span, its text, and where a person finds it."""
    where = quote.locator
    return {
        "article": quote.article,
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "locator": {
            "page": where.page,
            "paragraph": where.paragraph,
            "heading": where.heading,
            "sheet": where.sheet,
        },
        "translation": quote.translation,
    }


def figure_json(figure: Figure) -> Json:
    """FIGURE: what is counted, and its values."""
    values = [_value(value) for value in figure.values]
    return {"what": figure.what, "unit": figure.unit, "values": values}


def _value(value: Value) -> Json:
    number = value.value
    return {
        "value": [_number(n) for n in number] if isinstance(number, tuple) else _number(number),
        "text": value.text,
        "as_of": iso(value.as_of),
        "superseded": value.superseded,
        "origins": value.origins,
        "quotes": [quote_json(quote) for quote in value.quotes],
    }


def _number(number: float) -> float | None:
    """26 and not 26.0; JSON has no word for a number too large to be one."""
    if not math.isfinite(number):
        return None
    return int(number) if float(number).is_integer() else number


def calls_json(calls: Sequence[Call]) -> list[Json]:
    """CALL: which question was asked, in the order of asking."""
    return [
        {"template": call.template, "hash": call.hash, "request": call.request, "key": call.key}
        for call in calls
    ]


def iso(day: date | None) -> str | None:
    """A date, or a datetime, which is a date with a time."""
    return None if day is None else day.isoformat()
