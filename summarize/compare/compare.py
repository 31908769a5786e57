"""One story as its origins tell it, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarize.claims import Agreement, Brief, Claim, Extra, Figure, StoryBrief
from summarize.compare.carriers import Witnesses, agreed, lone, unlike_all, with_carriers
from summarize.compare.differ import differences, proposed
from summarize.compare.figures import Row, figure, rows
from summarize.compare.statements import Statement
from summarize.compare.timeline import timeline

FIGURES = 12  # rows kept for one story or article
# Statements of one article, or story of one origin, whose figures are read: a book of 200,000 words
# has 6,000 or more, and reading all of them took as long as everything else (benchmarks/
# long_document.py). Where sources may differ all are read, however many.
CLOSELY = 1_000


def compare(brief: StoryBrief, witnesses: Witnesses) -> StoryBrief:
    """The brief with everything that is counted: origins, agree, differ, figures, timeline."""
    claims = tuple(with_carriers(claim, witnesses) for claim in brief.claims)
    several = witnesses.several
    counted = rows(witnesses.said if several else _closely(witnesses.said, claims))
    rank = max((claim.rank for claim in claims), default=0) + 1
    found = differences(counted, witnesses.said, rank) if several else ()
    differ = (*found, *proposed(brief.differ, found, witnesses)) if several else ()
    rank += sum(len(difference.sides) for difference in differ)
    bottom = brief.bottom_line
    single = lone(claims) if witnesses.independent else []
    return replace(
        brief,
        bottom_line=with_carriers(bottom, witnesses) if bottom else None,
        claims=claims,
        quotations=tuple(with_carriers(quotation, witnesses) for quotation in brief.quotations),
        agree=tuple(Agreement(claim, claim.origins) for claim in agreed(claims)),
        single_source=tuple(single),
        only=tuple(claim.id for claim in single if unlike_all(claim, witnesses)),
        differ=tuple(
            replace(d, sides=tuple(with_carriers(side, witnesses) for side in d.sides))
            for d in differ
        ),
        timeline=tuple(
            replace(event, claim=with_carriers(event.claim, witnesses))
            for event in timeline(witnesses.said, _told(brief, claims), rank)
        ),
        figures=_figures(counted, claims),
        extra=_counted(brief.extra, witnesses),
    )


def _told(brief: StoryBrief, claims: Sequence[Claim]) -> list[Claim]:
    """The claims that may tell an event: those of the brief go before those of its timeline."""
    return [*(event.claim for event in brief.timeline), *claims]


def compare_brief(brief: Brief, witnesses: Witnesses) -> Brief:
    """The brief of one article, its figures, and its claims counted over the story's origins."""
    claims = tuple(with_carriers(claim, witnesses) for claim in brief.claims)
    own = rows(_closely(witnesses.by_article.get(brief.article, ()), claims))
    bottom = brief.bottom_line
    return replace(
        brief,
        bottom_line=with_carriers(bottom, witnesses) if bottom else None,
        claims=claims,
        quotations=tuple(with_carriers(quotation, witnesses) for quotation in brief.quotations),
        figures=_figures(own, claims),
        extra=_counted(brief.extra, witnesses),
    )


def _closely(said: Sequence[Statement], claims: Sequence[Claim]) -> Sequence[Statement]:
    """The statements that claims quote and, of very many others, every so many."""
    step = max(1, len(said) // CLOSELY)
    quoted = {(quote.article, quote.start) for claim in claims for quote in claim.quotes}
    return [one for number, one in enumerate(said) if number % step == 0 or one.place in quoted]


def _counted(extra: Sequence[Extra], witnesses: Witnesses) -> tuple[Extra, ...]:
    """The fields with their claims counted over the story's origins."""
    return tuple(
        one.with_claims({claim.id: with_carriers(claim, witnesses) for claim in one.claims})
        for one in extra
    )


def _figures(counted: Sequence[Row], claims: Sequence[Claim]) -> tuple[Figure, ...]:
    """The rows that matter most: witnessed by several origins, or standing in a claim."""
    claimed = {(quote.article, quote.start) for claim in claims for quote in claim.quotes}

    def weight(row: Row) -> tuple[int, bool]:
        places = {r.statement.place for r in row.readings}
        return len({r.statement.witness for r in row.readings}), bool(places & claimed)

    return tuple(figure(row) for row in sorted(counted, key=weight, reverse=True)[:FIGURES])
