"""What a report's own file proves of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from summarize.article import Article, Quote
from summarize.claims import (
    Claim,
    Difference,
    Event,
    Figure,
    Gap,
    Quotation,
    Status,
    Verdict,
    claim_id,
)
from summarize.report.assemble import settle
from summarize.report.reading import Loaded
from summarize.report.recheck import Rechecked, recheck
from summarize.report.recheck_beside import Fault
from summarize.reported import Report, StoryReport


def checked(
    report: Report, without: frozenset[str] = frozenset(), altered: frozenset[str] = frozenset()
) -> Rechecked:
    return recheck(Loaded(report, without, altered))


def with_story(report: Report, story: StoryReport) -> Report:
    return replace(report, stories=(story, *report.stories[1:]))


def moved(quote: Quote) -> Quote:
    return replace(quote, start=quote.start + 1, end=quote.end + 1)


def bare(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """As they are read: people are no unit."""
    return tuple(replace(figure, unit=None) for figure in figures)


def with_brief(report: Report, n: int = 0, **fields: Any) -> Report:
    story = report.stories[n]
    changed = replace(story, brief=replace(story.brief, **fields))
    return replace(report, stories=(*report.stories[:n], changed, *report.stories[n + 1 :]))


def renamed(claim: Claim, text: str, status: Status = "supported") -> Claim:
    """The claim with another text, and the id of that."""
    made = claim_id(text, claim.quotes[:1])
    return replace(claim, id=made, text=text, verdict=Verdict(status))


@pytest.fixture
def good(daily: Report) -> Report:
    """The daily report under the titles of its articles."""
    stories = tuple(
        replace(
            story,
            brief=replace(story.brief, headline=title, figures=bare(story.brief.figures)),
        )
        for story, title in zip(
            daily.stories,
            ("Dam spillway fails above Ostrel", "Measles drive begins in Lethe"),
            strict=True,
        )
    )
    return settle(replace(daily, stories=stories, key_figures=bare(daily.key_figures)))


def test_a_report_as_it_was_made_has_no_findings(good: Report) -> None:
    found = checked(good)

    assert found.faults == ()
    assert (found.claims, found.quotes, found.without_text) == (12, 13, 0)


def test_an_article_brief_has_no_findings(single: Report) -> None:
    (brief,) = single.briefs

    assert (
        checked(replace(single, briefs=(replace(brief, figures=bare(brief.figures)),))).faults == ()
    )


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

    assert [f.of for f in found.faults if "reads" in f.why] == [
        "figure “hurt”",
        f"gap “{gap.text}”",
    ]


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
    wrong = renamed(claim, "They expect to reach 19,000 children by June.")
    brief = replace(story.brief, claims=(story.brief.claims[0], wrong))
    report = replace(
        good,
        stories=(good.stories[0], replace(story, brief=brief)),
        overview=replace(good.overview, highlights=()),
    )
    (fault,) = checked(report).faults

    assert (fault.of, fault.what) == (wrong.id, "marked supported")
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
    claim = renamed(first, text, "unchecked")
    brief = replace(story.brief, claims=(*story.brief.claims, claim))

    found = checked(with_story(good, replace(story, brief=brief)))

    assert found.faults == ()
    assert [warning.of for warning in found.warnings] == [claim.id]


def test_a_claim_of_another_text_under_its_old_id_is_a_finding(good: Report) -> None:
    first, second = good.stories[1].brief.claims
    forged = replace(second, text="They expect to reach children.", verdict=Verdict("unchecked"))
    found = checked(with_brief(good, 1, claims=(first, forged)))

    assert "is not what this id was given to" in [f.why for f in found.faults if f.of == second.id]


def test_a_claim_marked_unchecked_that_its_passage_denies_is_a_finding(good: Report) -> None:
    first, second = good.stories[1].brief.claims
    forged = renamed(second, "They expect to reach 19,000 children by June.", "unchecked")
    found = checked(with_brief(good, 1, claims=(first, forged)))

    assert [f.what for f in found.faults if f.of == forged.id] == ["marked unchecked"]


def test_a_claim_is_judged_from_its_quotes_where_no_text_was_kept(
    good: Report, vaccine: Article
) -> None:
    first, second = good.stories[1].brief.claims
    forged = renamed(second, "They expect to reach 19,000 children by June.")
    bare = [replace(a, text="", kept_id=a.id) if a.id == vaccine.id else a for a in good.articles]
    report = with_brief(replace(good, articles=tuple(bare)), 1, claims=(first, forged))
    found = checked(report, without=frozenset({vaccine.id}))

    assert forged.id in {fault.of for fault in found.faults}


def test_a_gap_that_its_passage_does_not_tell_of_is_a_finding(good: Report) -> None:
    announced = replace(good.gaps[0], text="An inquiry closes on 19 April.")
    bare = Gap("The mayor resigns on 19 April.", "announced", date(2026, 4, 19), ())
    found = checked(replace(good, gaps=(announced, bare)))

    assert [f.of for f in found.faults] == [f"gap “{announced.text}”", f"gap “{bare.text}”"]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"value": 999_999.0}, "its quotes say 26"),
        ({"text": "999,999"}, "is not 26"),
        ({"text": "about 26"}, None),
        ({"value": (26.0, 31.0)}, "its quotes say 26"),
        ({"origins": 9}, "there are 2 at most"),
    ],
)
def test_the_values_of_a_figure_are_those_of_its_quotes(
    good: Report, fields: dict[str, Any], why: str | None
) -> None:
    (figure,) = good.stories[0].brief.figures
    value = replace(figure.values[0], **fields)
    found = checked(with_brief(good, figures=(replace(figure, values=(value,)),)))

    assert [fault.why for fault in found.faults] == ([why] if why else [])


def test_the_unit_of_a_figure_is_that_of_its_quotes(good: Report) -> None:
    (figure,) = good.key_figures

    assert len(checked(replace(good, key_figures=(replace(figure, unit="$"),))).faults) == 2


def test_a_figure_of_an_article_that_is_not_there_is_a_finding(good: Report) -> None:
    found = checked(replace(good, articles=good.articles[:1]))

    assert any("its quotes say none" in fault.why for fault in found.faults)


def test_the_day_of_an_event_is_that_of_its_passage(good: Report) -> None:
    event = good.stories[0].brief.timeline[0]
    (fault,) = checked(with_brief(good, timeline=(Event("1900-01-01", event.claim),))).faults

    assert (fault.of, fault.what) == (event.claim.id, "event of 1900-01-01")


def test_a_speaker_stands_in_what_is_cited(good: Report) -> None:
    said: Quotation = good.stories[0].brief.quotations[0]
    found = checked(with_brief(good, quotations=(replace(said, speaker="Adda Nobody"),)))

    assert [fault.what for fault in found.faults] == ["speaker “Adda Nobody”"]


def test_names_stand_in_the_articles(good: Report) -> None:
    found = checked(with_brief(good, who=("Adda Nobody",), where=("Ostrel", "Marsh")))

    assert [fault.what for fault in found.faults] == ["name “Adda Nobody”", "name “Marsh”"]


def test_more_origins_than_the_quotes_have_is_a_finding(good: Report) -> None:
    (agreed,) = good.stories[0].brief.agree
    found = checked(with_brief(good, agree=(replace(agreed, origins=99),)))

    assert [(f.of, f.what) for f in found.faults] == [(agreed.claim.id, "99 origins")]


def test_what_sources_differ_about_stands_in_what_they_say(good: Report) -> None:
    (differ,) = good.stories[0].brief.differ
    found = checked(with_brief(good, differ=(Difference("how many cows flew", differ.sides),)))

    assert [fault.what for fault in found.faults] == ["differ about “how many cows flew”"]


def test_counts_of_claims_that_are_not_those_of_the_file_are_a_finding(good: Report) -> None:
    told = {"supported": 9_999, "unchecked": 0, "withheld": 1}
    (fault,) = recheck(Loaded(good, frozenset(), frozenset(), told)).faults

    assert (fault.of, fault.what) == ("claims", "9999 supported")
