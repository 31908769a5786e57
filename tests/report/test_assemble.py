"""One content for each claim id; articles in the order of their numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from summarize.article import Article
from summarize.claims import Claim, Event, Opinion
from summarize.report.assemble import settle, versions
from summarize.report.walk import (
    all_claims,
    claims_of_brief,
    claims_of_overview,
    claims_of_story,
    tally,
)
from summarize.reported import Report, StoryReport, Withheld


def every_claim(report: Report) -> Iterator[Claim]:
    yield from claims_of_overview(report.overview)
    for story in report.stories:
        yield from claims_of_story(story.brief)
    for brief in report.briefs:
        yield from claims_of_brief(brief)
    yield from (entry.claim for entry in report.withheld)


def test_a_brief_takes_the_version_of_its_story(daily: Report) -> None:
    story, brief = daily.stories[0].brief.bottom_line, daily.briefs[0].bottom_line
    assert story is not None
    assert brief is not None
    assert (brief.id, len(brief.quotes), len(story.quotes)) == (story.id, 1, 2)
    assert settle(daily).briefs[0].bottom_line == story
    assert settle(daily).briefs[0].claims[0] == story


def test_the_same_id_means_the_same_content_everywhere(daily: Report) -> None:
    versions = defaultdict(set)
    for claim in every_claim(settle(daily)):
        versions[claim.id].add((claim.text, claim.quotes, claim.verdict, claim.rank, claim.origins))
    assert {len(found) for found in versions.values()} == {1}


def test_the_richest_version_of_a_story_wins(daily: Report, dam: StoryReport) -> None:
    main = dam.brief.bottom_line
    assert main is not None
    poor = replace(main, quotes=main.quotes[:1], origins=1)
    brief = replace(dam.brief, bottom_line=poor, timeline=(Event("2026-03-10", main),))
    settled = settle(replace(daily, stories=(replace(dam, brief=brief),)))
    assert settled.stories[0].brief.bottom_line == main


def test_a_quotation_keeps_its_speaker(daily: Report) -> None:
    settled = settle(daily)
    assert settled.stories[0].brief.quotations[0].speaker == "Ilse Tarn"
    assert settled.briefs[0].quotations[0].speaker == "Ilse Tarn"


def test_a_quotation_elsewhere_is_a_plain_claim(daily: Report, dam: StoryReport) -> None:
    said = dam.brief.quotations[0]
    settled = settle(replace(daily, withheld=(Withheld("dam1", said),)))
    assert type(settled.withheld[0].claim) is Claim


def test_a_story_without_a_bottom_line_settles(daily: Report, dam: StoryReport) -> None:
    bare = replace(dam, brief=replace(dam.brief, bottom_line=None))
    brief = replace(daily.briefs[0], bottom_line=None)
    settled = settle(replace(daily, stories=(bare,), briefs=(brief,)))
    assert settled.stories[0].brief.bottom_line is None
    assert settled.briefs[0].bottom_line is None


def test_articles_stand_in_order_of_first_citation_then_by_story(
    daily: Report, wire: Article, ledger: Article, vaccine: Article, copy: Article
) -> None:
    assert settle(daily).articles == (wire, ledger, vaccine, copy)


def test_an_article_of_no_story_comes_last(daily: Report, wire: Article) -> None:
    stray = replace(wire, key="stray")
    settled = settle(replace(daily, articles=(stray, *daily.articles)))
    assert settled.articles[-1] == stray


def test_settling_twice_changes_nothing(daily: Report) -> None:
    settled = settle(daily)
    assert settle(settled) == settled


def test_the_tally_counts_distinct_claims(daily: Report) -> None:
    counts = tally(settle(daily))
    distinct = {c.id for c in every_claim(daily)} - {w.claim.id for w in daily.withheld}
    assert (counts.supported, counts.unchecked, counts.withheld) == (len(distinct), 0, 1)


def test_an_opinion_stands_wherever_its_claim_does(daily: Report) -> None:
    opinions = {
        id_: Opinion("m-2", "unchecked", f"of {id_}") for id_ in versions(daily) if id_[0] < "8"
    }
    assert opinions

    settled = settle(daily, {**opinions, "unknown": Opinion("m-2", "supported", "")})

    for claim in every_claim(settled):
        assert claim.judge == opinions.get(claim.id)


def test_the_claims_of_a_settled_report_are_its_versions(daily: Report) -> None:
    settled = settle(daily)

    assert set(all_claims(settled)) == set(versions(daily))
