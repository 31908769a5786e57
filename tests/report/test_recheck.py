"""What a report's own file proves of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarize.article import Article, Quote
from summarize.claims import Figure, Verdict
from summarize.report.assemble import settle
from summarize.report.reading import Loaded
from summarize.report.recheck import Fault, Rechecked, recheck
from summarize.reported import Report, StoryReport


def checked(
    report: Report, without: frozenset[str] = frozenset(), altered: frozenset[str] = frozenset()
) -> Rechecked:
    return recheck(Loaded(report, without, altered))


def with_story(report: Report, story: StoryReport) -> Report:
    return replace(report, stories=(story, *report.stories[1:]))


def moved(quote: Quote) -> Quote:
    return replace(quote, start=quote.start + 1, end=quote.end + 1)


@pytest.fixture
def good(daily: Report) -> Report:
    """The daily report under the titles of its articles."""
    stories = tuple(
        replace(story, brief=replace(story.brief, headline=title))
        for story, title in zip(
            daily.stories,
            ("Dam spillway fails above Ostrel", "Measles drive begins in Lethe"),
            strict=True,
        )
    )
    return settle(replace(daily, stories=stories))


def test_a_report_as_it_was_made_has_no_findings(good: Report) -> None:
    found = checked(good)

    assert found.faults == ()
    assert (found.claims, found.quotes, found.without_text) == (12, 13, 0)


def test_an_article_brief_has_no_findings(single: Report) -> None:
    assert checked(single).faults == ()


def test_a_quote_that_is_not_its_span_is_a_finding_of_its_claim(good: Report) -> None:
    story = good.stories[0]
    claim = story.brief.claims[1]
    wrong = replace(claim, quotes=(moved(claim.quotes[0]),))
    found = checked(with_story(good, replace(story, brief=replace(story.brief, claims=(wrong,)))))

    assert (claim.id, True) in [(f.of, "reads “ore than" in f.why) for f in found.faults]


def test_a_quote_of_an_article_that_is_not_there_is_a_finding(good: Report) -> None:
    left = replace(good, articles=good.articles[:1])

    assert "there is no article" in checked(left).faults[0].why


def test_the_quotes_of_figures_and_gaps_are_checked(good: Report) -> None:
    figure = good.key_figures[0]
    value = replace(figure.values[0], quotes=tuple(map(moved, figure.values[0].quotes)))
    gap = replace(good.gaps[0], quotes=tuple(map(moved, good.gaps[0].quotes)))
    found = checked(replace(good, key_figures=(Figure("hurt", None, (value,)),), gaps=(gap,)))

    assert [fault.of for fault in found.faults] == ["figure “hurt”", f"gap “{gap.text}”"]


def test_an_altered_text_is_a_finding(good: Report, wire: Article) -> None:
    (fault,) = checked(good, altered=frozenset({wire.id})).faults

    assert fault.of == f"article {wire.id}"


def test_spans_of_texts_that_were_not_kept_are_counted_and_no_finding(
    good: Report, wire: Article
) -> None:
    bare = [replace(a, text="", kept_id=a.id) if a.id == wire.id else a for a in good.articles]
    found = checked(replace(good, articles=tuple(bare)), without=frozenset({wire.id}))

    assert (found.faults, found.without_text) == ((), 1)
    assert found.quotes < checked(good).quotes


def test_a_claim_marked_supported_that_is_not_is_a_finding(good: Report) -> None:
    story = good.stories[1]
    claim = story.brief.claims[1]
    wrong = replace(claim, text="They expect to reach 19,000 children by June.")
    brief = replace(story.brief, claims=(story.brief.claims[0], wrong))
    report = replace(
        good,
        stories=(good.stories[0], replace(story, brief=brief)),
        overview=replace(good.overview, highlights=()),
    )
    (fault,) = checked(report).faults

    assert (fault.of, fault.what) == (claim.id, "marked supported")
    assert "19,000" in fault.why


def test_one_id_for_two_claims_is_a_finding(good: Report) -> None:
    story = good.stories[1]
    first, second = story.brief.claims
    twice = replace(second, id=first.id)
    brief = replace(story.brief, claims=(first, twice))
    found = checked(replace(good, stories=(good.stories[0], replace(story, brief=brief))))

    assert (
        Fault(
            first.id,
            f"claim “{second.text}”",
            f"the claim of this id is “{first.text}” elsewhere, or has other evidence",
        )
        in found.faults
    )


@pytest.mark.parametrize(
    ("headline", "findings"),
    [
        ("Dam spillway fails", 0),
        ("Dam spillway fails above…", 0),
        ("The spillway of the Varno dam gave way on Tuesday night", 0),
        ("", 0),
        ("Dam spillway fai", 1),
        ("Varno dam spillway blown up", 1),
    ],
)
def test_a_headline_is_a_title_or_a_claim_or_begins_like_one(
    good: Report, headline: str, findings: int
) -> None:
    story = good.stories[0]
    report = with_story(good, replace(story, brief=replace(story.brief, headline=headline)))

    assert len(checked(report).faults) == findings


def test_language_that_misleads_is_a_warning_and_no_finding(good: Report) -> None:
    story = good.stories[0]
    first = story.brief.claims[1]
    text = f"It is likely with high confidence that {first.text}"
    claim = replace(first, id="0" * 12, text=text, verdict=Verdict("unchecked"))
    brief = replace(story.brief, claims=(*story.brief.claims, claim))

    found = checked(with_story(good, replace(story, brief=brief)))

    assert found.faults == ()
    assert [warning.of for warning in found.warnings] == [claim.id]
