"""Where claims stand, and who wrote that part."""

from __future__ import annotations

from dataclasses import replace

from summarize.claims import Call, Writer
from summarize.report.places import HEAD, Placed, placed_claims
from summarize.reported import Report, StoryReport, Withheld

CALL = Call("article", "0123456789ab", "f00d", "beef")


def where(placed: Placed) -> list[tuple[str, str]]:
    return [(place.part.name, place.where) for place in placed.places]


def test_a_claim_is_told_in_every_list_it_stands_in_once(daily: Report, dam: StoryReport) -> None:
    claim = dam.brief.claims[1]

    assert where(placed_claims(daily)[claim.id]) == [
        (HEAD, "highlights"),
        ("story “Varno dam spillway fails”", "claims"),
        ("story “Varno dam spillway fails”", "single source"),
        ("brief of “Dam spillway fails above ostrel”", "claims"),
    ]


def test_dates_speakers_and_disputes_are_named(daily: Report, dam: StoryReport) -> None:
    found = placed_claims(daily)
    brief = dam.brief

    assert where(found[brief.quotations[0].id])[0][1] == "quotations (Ilse Tarn)"
    assert where(found[brief.timeline[0].claim.id])[0][1] == "timeline (2026-03-10)"
    assert where(found[brief.differ[0].sides[0].id])[0][1] == "sources differ on people killed"
    assert "agree (2 origins)" in [what for _, what in where(found[brief.agree[0].claim.id])]


def test_a_withheld_claim_stands_in_its_story(daily: Report) -> None:
    lost = daily.withheld[0].claim

    assert where(placed_claims(daily)[lost.id]) == [
        ("story “Varno dam spillway fails”", "withheld")
    ]


def test_a_withheld_claim_of_an_article_stands_in_its_brief(daily: Report) -> None:
    brief = replace(daily.briefs[0], writer=Writer("model", "m"), calls=(CALL,))
    (entry,) = daily.withheld
    report = replace(daily, briefs=(brief,), withheld=(replace(entry, article=brief.article),))

    (part,) = placed_claims(report)[entry.claim.id].parts

    assert (part.writer.model, part.calls, part.articles) == ("m", (CALL,), (brief.article,))


def test_a_withheld_claim_of_no_story_stands_in_the_head(daily: Report) -> None:
    report = replace(daily, withheld=(Withheld("", daily.withheld[0].claim),))

    assert where(placed_claims(report)[report.withheld[0].claim.id]) == [(HEAD, "withheld")]


def test_in_a_report_on_articles_the_story_is_the_brief(single: Report, daily: Report) -> None:
    lost = Withheld(single.briefs[0].article, daily.withheld[0].claim)

    (part,) = placed_claims(replace(single, withheld=(lost,)))[lost.claim.id].parts

    assert part.name.startswith("brief of ")


def test_a_brief_without_a_bottom_line_has_its_claims(single: Report) -> None:
    brief = replace(single.briefs[0], bottom_line=None)

    assert set(placed_claims(replace(single, briefs=(brief,)))) >= {c.id for c in brief.claims}
