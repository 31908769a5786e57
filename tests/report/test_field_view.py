"""Added fields in a report: printed, counted, cited, written to its file and read again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarize.article import Article
from summarize.claims import Claim, Extra, Finding, Verdict
from summarize.report.assemble import settle
from summarize.report.citations import number_citations
from summarize.report.json_file import to_json
from summarize.report.labels import labels_for
from summarize.report.markdown import Printing, to_markdown, to_review
from summarize.report.places import placed_claims
from summarize.report.reading import load
from summarize.report.recheck import recheck
from summarize.report.walk import tally
from summarize.reported import Report
from tests.report.conftest import claim

UNSOURCED = labels_for("en").say("unsourced_explained")


def with_extra(report: Report, *extra: Extra, overview: tuple[Extra, ...] = ()) -> Report:
    """The report, its first story, its first brief and its head with these fields."""
    first, *others = report.stories
    story = replace(first, brief=replace(first.brief, extra=extra))
    briefs = (replace(report.briefs[0], extra=extra), *report.briefs[1:])
    head = replace(report.overview, extra=overview)
    return settle(replace(report, stories=(story, *others), briefs=briefs, overview=head))


@pytest.fixture
def repairs(wire: Article) -> Claim:
    return claim(wire, "The order was confirmed on 10 March.", 9)


@pytest.fixture
def filled(daily: Report, repairs: Claim) -> Report:
    return with_extra(
        daily,
        Extra("who_pays", repairs),
        Extra("affected", (repairs,)),
        Extra("severity", "high"),
        Extra("tags", ("dam", "flood")),
        Extra("dead", 26.0),
        Extra("share", 0.5),
        Extra("outlook", None),
        overview=(Extra("mood", "*grave*"),),
    )


def test_every_kind_of_value_stands_in_the_file_and_is_read_again(
    filled: Report, repairs: Claim, tmp_path: Path
) -> None:
    path = tmp_path / "r.json"
    path.write_text(to_json(filled), encoding="utf-8")
    told: Any = json.loads(path.read_text(encoding="utf-8"))

    extra = told["stories"][0]["extra"]
    assert extra["who_pays"]["id"] == repairs.id
    assert [one["id"] for one in extra["affected"]] == [repairs.id]
    assert {name: extra[name] for name in ("severity", "tags", "dead", "share", "outlook")} == {
        "severity": "high",
        "tags": ["dam", "flood"],
        "dead": 26,
        "share": 0.5,
        "outlook": None,
    }
    assert told["briefs"][0]["extra"].keys() == extra.keys()
    assert told["extra"] == {"mood": "*grave*"}
    assert to_json(load(path).report) == to_json(filled)


def test_a_file_without_fields_is_read(daily: Report, tmp_path: Path) -> None:
    told: Any = json.loads(to_json(settle(daily)))
    for part in (told, *told["stories"], *told["briefs"]):
        del part["extra"]
    path = tmp_path / "r.json"
    path.write_text(json.dumps(told), encoding="utf-8")

    assert load(path).report.stories[0].brief.extra == ()


def test_a_claim_of_a_field_is_checked_again_and_placed(
    filled: Report, repairs: Claim, tmp_path: Path
) -> None:
    path = tmp_path / "r.json"
    wrong = replace(repairs, text="The order was confirmed on 12 March.", id="0123456789ab")
    path.write_text(to_json(with_extra(filled, Extra("impact", wrong))), encoding="utf-8")

    assert "0123456789ab" in {fault.of for fault in recheck(load(path)).faults}
    wheres = {place.where for place in placed_claims(filled)[repairs.id].places}
    assert {"field who_pays", "field affected"} <= wheres


def test_claims_of_fields_are_counted_and_reviewed(daily: Report, wire: Article) -> None:
    fault = Verdict("unsupported", (Finding("number", "99", "not there"),))
    wrong = replace(claim(wire, "Twenty-six people"), id="ba9876543210", verdict=fault)

    flagged = with_extra(daily, Extra("impact", wrong))

    assert tally(flagged).unsupported == 1
    assert "ba9876543210" in to_review(flagged)


def test_passages_of_a_field_are_cited_under_sources(filled: Report, repairs: Claim) -> None:
    [mark] = number_citations(filled).of(repairs.quotes)

    assert f'[{mark}] "{repairs.text}"' in to_markdown(filled)


def test_fields_are_printed_under_their_names_after_the_text_of_their_story(
    filled: Report, repairs: Claim
) -> None:
    [mark] = number_citations(filled).of(repairs.quotes)

    page = to_markdown(filled)
    story = page[page.index("### 1.") : page.index("### 2.")]

    printed = [line for line in story.splitlines() if line.startswith(("**", "- ["))]
    assert [line for line in printed if line[2:6] in {"Who ", "Seve", "Tags", "Dead", "Shar"}] == [
        f"**Who pays**: {repairs.text} [{mark}]",
        "**Severity** (unsourced): high",
        "**Tags** (unsourced): dam; flood",
        "**Dead** (unsourced): 26",
        "**Share** (unsourced): 0.5",
    ]
    assert story.index("Quotations") < story.index("Who pays")
    assert "Outlook" not in page


def test_what_is_unsourced_is_explained_once_and_only_where_it_stands(
    filled: Report, daily: Report, repairs: Claim
) -> None:
    assert to_markdown(filled).casefold().count(UNSOURCED.casefold()) == 1
    cited = with_extra(daily, Extra("who_pays", repairs))
    assert UNSOURCED.casefold() not in to_markdown(cited).casefold()


def test_a_claim_is_printed_once_in_a_story_and_its_marks_stand_in_the_field(
    daily: Report,
) -> None:
    main, moved = daily.stories[0].brief.claims[:2]
    report = with_extra(daily, Extra("point", main), Extra("moves", (moved,)))
    [mark] = number_citations(report).of(moved.quotes)

    page = to_markdown(report)
    story = page[page.index("### 1.") : page.index("### 2.")]

    assert story.count(main.text) == 1
    assert story.count(moved.text) == 1
    assert f"**Moves**: {moved.text} [{mark}]" in story
    assert "**Point**: [" in story


def test_several_cited_sentences_stand_in_a_list(
    daily: Report, repairs: Claim, wire: Article
) -> None:
    second = claim(wire, "An inquiry opens on 15 March.", 9)
    page = to_markdown(with_extra(daily, Extra("affected", (repairs, second))))

    assert f"**Affected**:\n\n- {repairs.text} [" in page
    assert f"\n- {second.text} [" in page


def test_a_field_is_escaped_as_all_text_of_a_model(filled: Report) -> None:
    assert "**Mood** (unsourced): \\*grave\\*" in to_markdown(filled)


def test_the_fields_of_the_head_stand_between_it_and_the_table(filled: Report) -> None:
    page = to_markdown(filled)

    assert page.index("Highlights") < page.index("**Mood**") < page.index("At a glance")


def test_a_sentence_of_the_head_or_a_gap_is_not_printed_again_as_its_field(daily: Report) -> None:
    lead = daily.overview.bottom_line[0]
    before = to_markdown(settle(daily)).count(lead.text)

    page = to_markdown(with_extra(daily, overview=(Extra("lead", lead),)))

    assert page.count(lead.text) == before
    assert "**Lead**: [" in page


def test_a_failing_claim_of_a_field_is_flagged(daily: Report, wire: Article) -> None:
    fault = Verdict("unsupported", (Finding("number", "99", "not there"),))
    wrong = replace(claim(wire, "An inquiry opens on 15 March."), id="ba9876543210", verdict=fault)
    wrong = replace(wrong, text="An inquiry opens on 99 March.")
    flagged = replace(daily, method=replace(daily.method, unsupported="flag"))

    page = to_markdown(with_extra(flagged, Extra("impact", wrong)))

    assert "**Impact**: NOT SUPPORTED: An inquiry opens on 99 March. [" in page


def test_fields_take_part_in_the_length_of_the_page(filled: Report) -> None:
    short = to_markdown(filled, Printing(words=10))

    assert "Who pays" not in short
    assert "Left out for length" in short


def test_fields_of_an_article_stand_on_its_page(single: Report, repairs: Claim) -> None:
    brief = replace(single.briefs[0], extra=(Extra("impact", repairs), Extra("tone", "calm")))
    page = to_markdown(settle(replace(single, briefs=(brief,))))

    assert f"**Impact**: {repairs.text} [" in page
    assert "**Tone** (unsourced): calm" in page
    assert page.casefold().count(UNSOURCED.casefold()) == 1
