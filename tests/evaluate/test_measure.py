"""What a report made of its stories, in counts."""

from __future__ import annotations

from dataclasses import replace

from summarize.claims import Claim, Extra, Verdict, make_claim
from summarize.evaluate.facts import shared_facts
from summarize.evaluate.measure import FIGURES, Counted, measure, shown
from summarize.report.families import story_of
from summarize.reported import Report, Withheld


def counted(report: Report, *, shared: bool = True) -> Counted:
    (entry,) = report.stories
    articles = {one.id: one for one in report.articles}
    facts = {entry.id: shared_facts(story_of(entry, articles))} if shared else {}
    (found,) = measure(report, facts)
    return found


def failed(text: str, report: Report, *, cites: bool = True) -> Claim:
    quotes = [report.articles[0].quote(0, 9)] if cites else []
    return replace(make_claim(text, quotes, "en", 1), verdict=Verdict("unsupported"))


def test_what_is_shown_is_counted_with_what_was_made_on_the_way(report: Report) -> None:
    found = counted(report)
    (entry,) = report.stories
    brief = entry.brief
    claims = {claim.id for one in report.briefs for claim in one.claims}

    assert found.sentences == len(shown(brief)) == 3
    assert found.supported == len(claims | {claim.id for claim in shown(brief)})
    assert (found.failed, found.unchecked) == (0, 0)
    assert found.words == sum(len(claim.text.split()) for claim in brief.claims)


def test_origins_are_cited_through_any_article_of_theirs(report: Report) -> None:
    found = counted(report)

    assert (found.cited, found.origins) == (3, 3)
    assert found.passages >= found.cited


def test_the_brief_tells_the_facts_that_it_cites(report: Report) -> None:
    assert counted(report).told == (True, True)


def test_a_brief_of_nothing_tells_nothing(report: Report) -> None:
    (entry,) = report.stories
    brief = replace(entry.brief, bottom_line=None, claims=(), quotations=())
    found = counted(replace(report, stories=(replace(entry, brief=brief),)))

    assert found.told == (False, False)
    assert (found.cited, found.sentences, found.words) == (0, 0, 0)


def test_a_withheld_claim_counts_once_for_its_story(report: Report) -> None:
    entry = Withheld(report.stories[0].id, failed("No.", report))
    found = counted(replace(report, withheld=(entry, entry)))

    assert found.failed == 1
    assert found.claims == found.supported + 1


def test_what_is_withheld_of_the_overview_counts_for_the_story_it_cites(report: Report) -> None:
    cited, lone = failed("One.", report), failed("Two.", report, cites=False)
    found = counted(replace(report, withheld=(Withheld("", cited), Withheld("", lone))))

    assert found.failed == 2


def test_a_claim_that_cites_nothing_is_counted_and_tells_nothing(report: Report) -> None:
    (entry,) = report.stories
    claim = make_claim("Anything.", [], "en", 1)
    brief = replace(entry.brief, bottom_line=claim, claims=(claim,), quotations=())
    found = counted(replace(report, stories=(replace(entry, brief=brief),)))

    assert (found.unchecked, found.sentences, found.passages) == (1, 1, 0)
    assert found.told == (False, False)


def test_what_a_cited_field_says_counts_as_other_claims_do(report: Report) -> None:
    (entry,) = report.stories
    claim = make_claim("Trains stop.", [report.articles[0].quote(0, 9)], "en", 9)
    extra = (Extra("impact", (claim,)), Extra("level", "high"))
    brief = replace(entry.brief, extra=extra)
    found = counted(replace(report, stories=(replace(entry, brief=brief),)))
    before = counted(report)

    assert (found.sentences, found.claims) == (before.sentences + 1, before.claims + 1)
    assert found.passages == before.passages + 1


def test_figures_are_parts_of_wholes() -> None:
    one = Counted(6, 1, 2, 5, 8, 2, 3, 90, (True, False))

    assert {f.name: (f.part(one), f.whole(one)) for f in FIGURES} == {
        "supported": (6, 8),
        "withheld": (2, 9),
        "unchecked": (1, 9),
        "origins_cited": (2, 3),
        "facts_told": (1, 2),
        "citations": (8, 5),
        "words": (90, 1),
    }
