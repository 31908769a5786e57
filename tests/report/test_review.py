"""What an editor has to look at, and unsupported claims as they are printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarize.claims import (
    Claim,
    Finding,
    Report,
    Unsupported,
    Verdict,
    Withheld,
    make_claim,
)
from summarize.report.assemble import settle
from summarize.report.desk import Printing
from summarize.report.markdown import to_markdown, to_review
from summarize.report.walk import Tally

WRONG = Verdict("unsupported", (Finding("number", "40", "the passage says 26"),))
OPEN = Verdict("unchecked", (Finding("content", "", "too few words in common"),))


def judged(report: Report, verdict: Verdict, unsupported: Unsupported = "withhold") -> Report:
    """The report with another verdict on the first claim of its first brief."""
    brief = report.briefs[0]
    first, *others = brief.claims
    claims = (replace(first, verdict=verdict), *others)
    return settle(
        replace(
            report,
            briefs=(replace(brief, bottom_line=None, claims=claims, sections=()),),
            method=replace(report.method, unsupported=unsupported),
        )
    )


def first_claim(report: Report) -> Claim:
    return report.briefs[0].claims[0]


def test_a_withheld_claim_stands_in_the_review_with_its_finding(daily: Report) -> None:
    [entry] = daily.withheld

    review = to_review(settle(daily))

    section = review.partition("\n## Not supported\n")[2]
    assert entry.claim.text in section
    assert f"- {entry.claim.verdict.findings[0].kind}" in section


def test_an_unchecked_claim_stands_in_the_review_with_its_passages(single: Report) -> None:
    review = to_review(judged(single, OPEN))

    section = review.partition("\n## Unchecked\n")[2]
    assert "- content: too few words in common" in section
    assert f'- Passage: "{first_claim(single).quotes[0].text}" (' in section


def test_a_claim_without_a_passage_is_said_to_have_none(single: Report) -> None:
    bare = replace(make_claim("Forty died.", [], "en", 9), verdict=WRONG)

    review = to_review(settle(replace(single, withheld=(Withheld("", bare),))))

    assert "- cites no passage" in review


def test_where_all_is_supported_there_is_nothing_to_review(single: Report) -> None:
    review = to_review(settle(single))

    assert "nothing was left unsupported or unchecked" in review
    assert "##" not in review.replace("# Review", "", 1)


def test_a_flagged_claim_is_led_by_a_warning(single: Report) -> None:
    text = to_markdown(judged(single, WRONG, "flag"))

    assert f"NOT SUPPORTED: {first_claim(single).text}" in text


def test_a_kept_claim_has_a_mark_only(single: Report) -> None:
    text = to_markdown(judged(single, WRONG, "keep"))

    assert "NOT SUPPORTED" not in text
    assert "(not supported)" in text


def test_withheld_claims_are_printed_where_they_are_asked_for(daily: Report) -> None:
    [entry] = daily.withheld

    text = to_markdown(settle(daily), Printing(withheld=True))

    assert f"- **NOT SUPPORTED**: {entry.claim.text}" in text.partition("## How this was made")[2]


def test_withheld_claims_are_not_printed_otherwise(daily: Report) -> None:
    assert daily.withheld[0].claim.text not in to_markdown(settle(daily))


def test_more_than_a_quarter_withheld_stands_in_the_head(single: Report) -> None:
    claims = [replace(first_claim(single), id=f"{n:012x}", verdict=WRONG) for n in range(20)]
    report = replace(single, withheld=tuple(Withheld("", claim) for claim in claims))

    head = to_markdown(settle(report)).splitlines()[:25]

    assert any("more than a quarter of the claims were withheld (20 of " in line for line in head)


@pytest.mark.parametrize(("withheld", "many"), [(1, False), (2, True)])
def test_many_withheld_are_more_than_a_quarter(withheld: int, many: bool) -> None:
    counts = Tally(supported=2, unchecked=1, withheld=withheld)

    assert counts.many_withheld is many
