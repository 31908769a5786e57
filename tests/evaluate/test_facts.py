"""What most origins state."""

from __future__ import annotations

from summarize.claims import verbatim
from summarize.compare.carriers import Witnesses, with_carriers
from summarize.evaluate.facts import MOST, SharedFact, shared_facts
from summarize.report.families import story_of
from summarize.reported import Report
from summarize.stories.story import Story
from tests.builders import article, story
from tests.evaluate.conftest import BOATS, BURST, TRAINS, dam


def facts_of_dam() -> tuple[Story, tuple[SharedFact, ...]]:
    told = story(*dam())
    return told, shared_facts(told)


def test_what_several_origins_state_is_found_that_of_the_most_first() -> None:
    _, (burst, boats) = facts_of_dam()

    assert (burst.quote.text, burst.origins) == (BURST, 3)
    assert (boats.quote.text, boats.origins) == (BOATS, 2)


def test_each_origin_that_states_it_is_one_of_its_passages() -> None:
    told, (burst, boats) = facts_of_dam()

    assert {article for article, _ in burst.passages} == {one.id for one in told.articles}
    assert len(boats.passages) == 2


def test_origins_are_those_that_carry_it_as_a_claim() -> None:
    told, found = facts_of_dam()

    for fact in found:
        claim = with_carriers(verbatim(fact.quote, "en", 1), Witnesses.of(told))
        assert claim.origins == fact.origins


def test_a_story_of_one_origin_shares_nothing() -> None:
    assert shared_facts(story(dam()[0])) == ()


def test_there_are_no_more_than_a_reader_would_miss() -> None:
    towns = ["Arbel", "Brask", "Corrin", "Dolven", "Eastry", "Fenwick", "Gorsey", "Hallam"]
    one = [f"In {t} the river rose {n + 2} metres over its banks." for n, t in enumerate(towns)]
    two = [
        f"Our reporter saw in {t} how the river rose {n + 2} metres over its grassy banks."
        for n, t in enumerate(towns)
    ]
    both = story(article(" ".join(one)), article(" ".join(two), outlet="Courier"))

    assert len(shared_facts(both)) == MOST


def test_a_claim_tells_a_fact_if_it_cites_a_passage_of_it() -> None:
    told, (burst, boats) = facts_of_dam()
    statements = Witnesses.of(told).said
    trains = next(one for one in statements if one.text == TRAINS)
    cited = next(one for one in statements if one.text == BURST)

    assert burst.told_by(verbatim(cited.quote, "en", 1), trains.facts)
    assert not boats.told_by(verbatim(cited.quote, "en", 1), trains.facts)


def test_a_claim_tells_a_fact_if_it_says_it_whatever_it_cites() -> None:
    told, (burst, boats) = facts_of_dam()
    trains = next(one for one in Witnesses.of(told).said if one.text == TRAINS)

    assert boats.told_by(verbatim(trains.quote, "en", 1), boats.stated)
    assert not burst.told_by(verbatim(trains.quote, "en", 1), boats.stated)


def test_the_story_behind_a_report_is_the_one_that_was_briefed(report: Report) -> None:
    (entry,) = report.stories

    found = story_of(entry, {one.id: one for one in report.articles})

    assert found.id == entry.id
    assert [(one.name, one.articles[0].outlet) for one in found.origins] == [
        ("Courier", "Courier"),
        ("Harbor Gazette", "Harbor Gazette"),
        ("Tribune", "Tribune"),
    ]
