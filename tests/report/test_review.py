"""What an editor has to look at, and unsupported claims as they are printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarize.claims import Claim, Finding, Opinion, Status, Verdict, make_claim
from summarize.report.assemble import settle
from summarize.report.desk import Printing
from summarize.report.markdown import to_markdown, to_review
from summarize.report.walk import Tally
from summarize.reported import Report, Unsupported, Withheld

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
    assert "- too few words in common" in section
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


def seconded(report: Report, second: Status, verdict: Verdict) -> Report:
    """The report with an opinion on the first claim of its first brief, which has `verdict`."""
    settled = judged(report, verdict, "flag")
    opinion = Opinion("judge-1", second, "it *says* 26")
    return settle(settled, {first_claim(settled).id: opinion})


GOOD = Verdict("supported")


@pytest.mark.parametrize(
    ("second", "verdict", "note"),
    [
        ("unsupported", GOOD, "(second judge: not supported)"),
        ("unsupported", OPEN, "(unchecked) (second judge: not supported)"),
        ("supported", WRONG, "(second judge: supported)"),
    ],
)
def test_what_the_two_judges_differ_on_has_a_note_and_a_section_of_its_own(
    single: Report, second: Status, verdict: Verdict, note: str
) -> None:
    report = seconded(single, second, verdict)

    assert note in to_markdown(report)
    section = to_review(report).partition("\n## The check and the second judge differ\n")[2]
    assert first_claim(report).text in section
    assert "\n   - check: " in section
    assert "(judge-1): it \\*says\\* 26" in section
    assert "##" not in section


@pytest.mark.parametrize(
    ("second", "verdict"),
    [
        ("supported", GOOD),
        ("unchecked", GOOD),
        ("supported", OPEN),
        ("unchecked", WRONG),
        ("unsupported", WRONG),
    ],
)
def test_where_they_do_not_differ_nothing_is_printed_of_the_second(
    single: Report, second: Status, verdict: Verdict
) -> None:
    report = seconded(single, second, verdict)

    assert "(second judge:" not in to_markdown(report)
    assert "The check and the second judge differ" not in to_review(report)


def test_the_review_tells_the_second_view_of_what_is_unchecked(single: Report) -> None:
    review = to_review(seconded(single, "supported", OPEN))

    assert "- second judge: supported (judge-1): " in review.partition("\n## Unchecked\n")[2]


def test_an_opinion_without_a_reason_ends_with_its_model(single: Report) -> None:
    report = judged(single, OPEN)
    silent = settle(report, {first_claim(report).id: Opinion("judge-1", "unchecked", "")})

    assert "- second judge: unchecked (judge-1)\n" in to_review(silent)
