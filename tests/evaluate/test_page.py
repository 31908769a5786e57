"""The page that shows variants side by side, as it is put together."""

from __future__ import annotations

from dataclasses import replace

from summarize.claims import Extra, Finding, Quotation, Verdict, make_claim
from summarize.evaluate.comparison import compared
from summarize.evaluate.page import compare_page
from summarize.evaluate.running import Outcome
from summarize.report.compare_page import ComparePage, to_compare_page
from summarize.reported import Report, Withheld
from tests.evaluate.test_sheet import variant


def page(*reports: Report) -> ComparePage:
    made = compared([Outcome(variant(x), one) for x, one in zip("ABC", reports, strict=False)])
    assert made is not None
    return compare_page(made)


def with_claims(report: Report, *texts: str) -> Report:
    """The report with these claims instead of its own, each on the start of an article."""
    (entry,) = report.stories
    claims = tuple(
        make_claim(text, [report.articles[n].quote(0, 9)], "en", n + 1)
        for n, text in enumerate(texts)
    )
    brief = replace(entry.brief, bottom_line=None, claims=claims, quotations=())
    return replace(report, stories=(replace(entry, brief=brief),))


def test_every_story_has_a_column_for_each_variant(report: Report) -> None:
    (story,) = page(report, with_claims(report, "One.", "Two.")).stories

    assert [column.letter for column in story.columns] == ["A", "B"]
    assert story.columns[0].bottom_line is not None
    assert [claim.text for claim in story.columns[1].claims] == ["One.", "Two."]
    assert story.about == "3 origins · 3 articles · 2026-03-10"


def test_what_leads_a_brief_does_not_stand_in_it_twice(report: Report) -> None:
    (column,) = page(report).stories[0].columns

    assert column.bottom_line is not None
    assert column.bottom_line.text not in [claim.text for claim in column.claims]


def test_a_passage_has_one_number_in_all_columns(report: Report) -> None:
    (story,) = page(report, report).stories
    one, two = story.columns

    assert one.claims == two.claims
    assert [passage.number for passage in story.passages] == [*range(1, len(story.passages) + 1)]
    assert {p for c in one.claims for p in c.passages} <= set(story.passages)


def test_a_passage_says_where_it_stands(report: Report) -> None:
    (story,) = page(report).stories
    passage = story.passages[0]
    (article,) = [one for one in report.articles if passage.text in one.text]

    assert passage.source == f"{article.outlet}, 2026-03-10, ¶ 1"


def test_shared_facts_name_who_tells_them(report: Report) -> None:
    (story,) = page(with_claims(report, "One."), report).stories

    assert [(fact.origins, fact.told_by) for fact in story.shared] == [(3, ("B",)), (2, ("B",))]
    assert [column.facts for column in story.columns] == [
        "0 of 2 shared facts told",
        "2 of 2 shared facts told",
    ]


def test_fields_stand_behind_what_they_are_called(report: Report) -> None:
    (entry,) = report.stories
    claim = make_claim("Trains stop.", [report.articles[0].quote(0, 9)], "en", 9)
    extra = (Extra("who_is_hit", (claim,)), Extra("level", "high"), Extra("tone", None))
    brief = replace(entry.brief, extra=extra)
    made = page(replace(report, stories=(replace(entry, brief=brief),)), report)
    one, other = made.stories[0].columns

    assert [(f.title, [c.text for c in f.said], f.unsourced) for f in one.fields] == [
        ("Who is hit", ["Trains stop."], ()),
        ("Level", [], ("high",)),
    ]
    assert other.fields == ()
    text = to_compare_page(made)
    assert '<p class="soft">Who is hit</p>' in text
    assert '<p>high <span class="soft" lang="en">(unsourced)</span></p>' in text


def test_each_column_says_in_which_language_it_is(report: Report) -> None:
    (entry,) = report.stories
    quote = report.articles[0].quote(0, 9)
    claims = tuple(make_claim(text, [quote], "es", 1) for text in ("Uno.", "Dos."))
    brief = replace(entry.brief, bottom_line=None, claims=claims, quotations=())
    spanish = replace(report, stories=(replace(entry, brief=brief),))
    nothing = replace(entry.brief, bottom_line=None, claims=(), quotations=())
    silent = replace(report, language="fr", stories=(replace(entry, brief=nothing),))

    made = page(report, spanish, silent)

    assert [column.language for column in made.stories[0].columns] == ["en", "es", "fr"]
    text = to_compare_page(made)
    assert text.count('<article class="column" lang="es">') == 1
    assert '<html lang="en">' in text


def test_a_withheld_claim_stands_with_what_was_found(report: Report) -> None:
    claim = make_claim("Rescuers brought 350 people.", [report.articles[0].quote(0, 9)], "en", 1)
    failed = replace(
        claim, verdict=Verdict("unsupported", (Finding("number", "350", "the passage says 340"),))
    )
    entry = Withheld(report.stories[0].id, failed)

    (column,) = page(replace(report, withheld=(entry,))).stories[0].columns

    (line,) = column.withheld
    assert line.status == "unsupported"
    assert "350" in line.notes[0]
    assert "the passage says 340" in line.notes[0]


def test_a_quotation_has_its_speaker(report: Report) -> None:
    (entry,) = report.stories
    said = Quotation(
        "q1", "“We go on.”", (report.articles[0].quote(0, 9),), "en", 1, speaker="Ilse"
    )
    brief = replace(entry.brief, quotations=(said,))

    (column,) = page(replace(report, stories=(replace(entry, brief=brief),))).stories[0].columns

    assert [one.speaker for one in column.quotations] == ["Ilse"]


def test_a_claim_of_several_origins_says_so(report: Report) -> None:
    (column,) = page(report).stories[0].columns

    assert column.bottom_line is not None
    assert column.bottom_line.notes == ("3 origins",)


def test_a_story_of_one_origin_has_no_shared_facts(report: Report) -> None:
    (entry,) = report.stories
    alone = replace(entry, origins=entry.origins[:1])

    (story,) = page(replace(report, stories=(alone,))).stories

    assert (story.shared, story.columns[0].facts) == ((), "")
