from __future__ import annotations

from dataclasses import replace
from datetime import date

from summarize.article import Article
from summarize.claims import Extra, StoryBrief
from summarize.compare import Witnesses, compare, compare_brief, key_figures
from summarize.local.article import brief_article
from summarize.local.story import brief_story
from summarize.stories.story import Origin, Story
from tests.builders import article, story

GOVERNOR = article(
    "In Lindmere 26 people were killed when the Karrow Dam burst on Monday night, Governor Hedda "
    "Marwick said. Schools in Lindmere stay closed until further notice.",
    outlet="Vessen Courier",
)
RESCUE = article(
    "The rescue service said 31 people were killed in Lindmere when the Karrow Dam burst on Monday "
    "night. Boats from Port Halden joined the search for survivors.",
    outlet="Harbor Gazette",
)
RADIO = article(
    "Governor Hedda Marwick said on the radio that the Karrow Dam burst on Monday night and killed "
    "26 people in Lindmere. A relief fund was opened in Wexmoor.",
    outlet="Radio Tavrenia",
)


def told(*articles: Article, length: int = 200) -> StoryBrief:
    one = story(*articles)
    return compare(brief_story(one, length), Witnesses.of(one))


def test_a_claim_that_two_origins_carry_counts_two_and_cites_both() -> None:
    brief = told(GOVERNOR, RADIO)

    claim = next(a.claim for a in brief.agree if "26" in a.claim.text)

    assert claim.origins == 2
    assert {quote.article for quote in claim.quotes} == {GOVERNOR.id, RADIO.id}


def test_a_claim_of_one_origin_alone_is_single_source() -> None:
    brief = told(GOVERNOR, RADIO)

    assert any("relief fund" in claim.text for claim in brief.single_source)


def test_a_claim_that_others_come_near_is_not_said_to_be_of_one_origin_only() -> None:
    vague = article("Asked about the dead, the mayor spoke of 26.", outlet="The Tavrenian")

    brief = told(GOVERNOR, vague)

    [toll] = [claim for claim in brief.single_source if "Karrow" in claim.text]
    assert toll.id not in brief.only


def test_of_an_article_in_another_language_it_is_not_known_what_it_says() -> None:
    french = article(
        "Un fonds de secours a été ouvert à Wexmoor, a dit mardi la gouverneure de la province.",
        outlet="Radio Tavrenia",
        language="fr",
    )

    assert told(GOVERNOR, french).only == ()


def test_a_claim_that_nobody_else_comes_near_is_of_one_origin_only() -> None:
    brief = told(GOVERNOR, RADIO)

    [fund] = [claim for claim in brief.claims if "relief fund" in claim.text]
    assert fund.id in brief.only


def test_a_copied_sentence_counts_for_the_origin_that_had_it_first() -> None:
    copied = (
        "Divers searched the flooded paper mill below the broken dam until it was dark outside."
    )
    first = article(f"{copied} The mayor thanked them.", outlet="Vessen Courier")
    second = article(f"Snow is expected on Friday in the hills. {copied}", outlet="The Tavrenian")

    brief = told(first, second)

    claim = next(claim for claim in brief.claims if claim.text == copied)
    assert claim.origins == 1


def test_different_values_of_two_origins_are_set_side_by_side() -> None:
    brief = told(GOVERNOR, RESCUE)

    [difference] = [d for d in brief.differ if "killed" in d.about]

    assert {("26" in side.text, "31" in side.text) for side in difference.sides} == {
        (True, False),
        (False, True),
    }


def test_each_side_of_a_difference_is_a_checked_sentence_of_its_source() -> None:
    [difference] = [d for d in told(GOVERNOR, RESCUE).differ if "killed" in d.about]

    assert all(side.verdict.status == "supported" for side in difference.sides)


def test_a_lower_bound_below_the_other_value_is_no_difference() -> None:
    careful = article(
        "At least 20 people were killed in Lindmere when the Karrow Dam burst on Monday night.",
        outlet="The Tavrenian",
    )

    assert not told(careful, GOVERNOR).differ


def test_a_value_given_only_on_a_later_day_is_an_update_and_no_difference() -> None:
    later = article(
        "The rescue service said 29 people were killed in Lindmere when the Karrow Dam burst on "
        "Monday night.",
        outlet="Harbor Gazette",
        published=date(2026, 3, 12),
    )

    assert not [d for d in told(GOVERNOR, later).differ if "killed" in d.about]


def test_a_value_that_its_own_outlet_replaced_is_superseded() -> None:
    later = article(
        "The rescue service said 29 people were killed in Lindmere when the Karrow Dam burst on "
        "Monday night.",
        title="Toll corrected",
        outlet="Harbor Gazette",
        published=date(2026, 3, 12),
    )

    figures = told(RESCUE, later).figures
    values = {v.value: v.superseded for f in figures if "killed" in f.what for v in f.values}

    assert values == {31.0: True, 29.0: False}


def test_a_figure_names_every_value_with_its_origins() -> None:
    figures = told(GOVERNOR, RESCUE, RADIO).figures
    [killed] = [figure for figure in figures if "killed" in figure.what]

    assert [(value.value, value.origins) for value in killed.values] == [(26.0, 2), (31.0, 1)]


def test_a_figure_keeps_the_hedge_that_most_of_its_sources_give_it() -> None:
    hedged = article(
        "At least 26 people were killed in Lindmere when the Karrow Dam burst on Monday night.",
        outlet="The Tavrenian",
    )

    [figure] = [figure for figure in told(hedged).figures if "killed" in figure.what]

    assert [value.text for value in figure.values] == ["at least 26"]


def test_the_key_figures_are_led_by_the_best_witnessed() -> None:
    assert "killed" in key_figures([told(GOVERNOR, RESCUE, RADIO)])[0].what


def test_dated_events_stand_in_the_order_of_their_dates() -> None:
    late = article("The inquiry was announced by the governor in Lindmere on March 9.")
    early = article(
        "Engineers reported a crack in the eastern spillway on February 3, records show.",
        outlet="The Tavrenian",
    )

    assert [event.date for event in told(late, early).timeline] == ["2026-02-03", "2026-03-09"]


def test_an_event_after_its_publication_is_not_in_the_timeline() -> None:
    announced = article("The inquiry will open in the town hall of Lindmere on March 20.")

    assert told(announced).timeline == ()


def test_the_brief_of_one_article_counts_its_claims_over_the_story() -> None:
    one = story(GOVERNOR, RADIO)

    brief = compare_brief(brief_article(GOVERNOR, 100), Witnesses.of(one))

    assert max(claim.origins for claim in brief.claims) == 2


def test_the_figures_of_one_article_are_its_own() -> None:
    one = story(GOVERNOR, RESCUE)

    brief = compare_brief(brief_article(GOVERNOR, 100), Witnesses.of(one))

    assert {quote.article for f in brief.figures for v in f.values for quote in v.quotes} == {
        GOVERNOR.id
    }


def test_what_only_a_shorter_carrier_adds_is_heard() -> None:
    wire = " ".join(
        f"Boats from the harbor brought {n} families out of the flooded quarter {place}."
        for n, place in ((12, "by the mill"), (15, "near the church"), (19, "below the school"))
    )
    long = article(f"{wire} The mayor thanked the crews of all the boats at noon.", outlet="A")
    short = article(
        f"{wire} The rescue service said 31 people were killed in Lindmere when the Karrow Dam "
        "burst on Monday night.",
        outlet="B",
    )
    one = Story("s", (Origin("CNW", (long, short)), Origin(GOVERNOR.outlet, (GOVERNOR,))))

    brief = compare(brief_story(one, 200), Witnesses.of(one))

    assert [difference.about for difference in brief.differ] == ["people killed"]


def test_the_claims_of_added_fields_are_counted_over_the_origins_too() -> None:
    one = story(GOVERNOR, RADIO)
    witnesses = Witnesses.of(one)
    claim = next(a.claim for a in told(GOVERNOR, RADIO).agree if "26" in a.claim.text)
    alone = replace(claim, quotes=claim.quotes[:1], origins=0)
    brief = replace(
        brief_story(one, 200), extra=(Extra("affected", (alone,)), Extra("level", "high"))
    )

    affected, level = compare(brief, witnesses).extra
    of_article = compare_brief(
        replace(brief_article(GOVERNOR, 80), extra=(Extra("affected", alone),)), witnesses
    )

    assert [c.origins for c in affected.claims] == [2]
    assert level.value == "high"
    assert [c.origins for c in of_article.extra[0].claims] == [2]
