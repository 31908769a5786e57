from __future__ import annotations

from dataclasses import replace

from summarize.article import Article
from summarize.compare.changes import course
from summarize.edition import Change, Course, Life, Previous
from summarize.local.story import brief_story
from summarize.stories.story import Origin, Story
from tests.builders import TUESDAY
from tests.editions import WEDNESDAY, Told, by, edition, told

LEAD = "The Karrow Dam burst above Lindmere on Monday night."
FUND = "The parliament of Tavrenia approved a relief fund for Lindmere."
RAIL = "The railway line between Lindmere and Port Halden is closed."
RAIL_TOO = "No trains run on the line from Lindmere to Port Halden."
PREVIOUS = Previous(1, TUESDAY)


def yesterday(outlet: str, *said: str, language: str = "en") -> Article:
    return by(outlet, " ".join(said), language=language)


def today(outlet: str, *said: str, language: str = "en") -> Article:
    return by(outlet, " ".join(said), published=WEDNESDAY, language=language)


def follow(
    before: list[Article], after: list[Article], previous: Previous = PREVIOUS, **how: object
) -> Course:
    earlier = edition(told("old", *before))
    return course([told("new", *after)], earlier, previous, **how)  # type: ignore[arg-type] # failed, partial


def said(changes: tuple[Change, ...], kind: str) -> list[tuple[str | None, str | None]]:
    return [
        (c.before.text if c.before else None, c.after.text if c.after else None)
        for c in changes
        if c.kind == kind
    ]


def life(course: Course) -> Life:
    [found] = course.lives.values()
    return found


def test_another_value_of_one_thing_on_a_later_day_is_a_revision() -> None:
    old, new = "The flood killed 12 people in Lindmere.", "The flood killed 17 people in Lindmere."

    found = follow([yesterday("Courier", LEAD, old)], [today("Courier", LEAD, new)])

    assert said(found.changes, "revised") == [(old, new)]
    assert life(found).mark == "REVISED"


def test_a_figure_of_which_it_is_not_known_what_it_counts_is_revised_in_the_same_words() -> None:
    old, new = "It stands at 12 percent in Lindmere.", "It stands at 9 percent in Lindmere."

    found = follow([yesterday("Courier", LEAD, old)], [today("Courier", LEAD, new)])

    assert said(found.changes, "revised") == [(old, new)]


def test_a_value_that_still_stands_beside_the_new_one_is_no_revision() -> None:
    old, new = "The flood killed 12 people in Lindmere.", "The flood killed 17 people in Lindmere."
    after = [today("Courier", LEAD, new), today("Gazette", LEAD, old)]

    found = follow([yesterday("Courier", LEAD, old)], after)

    assert said(found.changes, "revised") == []


def test_a_rounded_figure_is_no_revision() -> None:
    old = "The flood displaced 1,187 people in Lindmere."
    new = "The flood displaced about 1,200 people in Lindmere."

    found = follow([yesterday("Courier", LEAD, old)], [today("Courier", LEAD, new)])

    assert said(found.changes, "revised") == []


def test_a_range_that_holds_the_old_value_is_no_revision() -> None:
    old = "The flood killed 12 people in Lindmere."
    new = "The flood killed 10 to 14 people in Lindmere."

    found = follow([yesterday("Courier", LEAD, old)], [today("Courier", LEAD, new)])

    assert said(found.changes, "revised") == []


def test_an_opposite_outcome_is_a_reversal() -> None:
    turned = "The parliament of Tavrenia rejected the relief fund for Lindmere."

    found = follow([yesterday("Courier", LEAD, FUND)], [today("Courier", LEAD, turned)])

    assert said(found.changes, "reversed") == [(FUND, turned)]
    assert said(found.changes, "new") == []


def test_a_denial_is_a_reversal_and_a_double_one_is_none() -> None:
    old = "Minister Osric Dallin will accept the plan."
    new = "Minister Osric Dallin will not accept the plan."
    same = "Minister Osric Dallin will not reject the plan."

    turned = follow([yesterday("Courier", LEAD, old)], [today("Courier", LEAD, new)])
    kept = follow([yesterday("Courier", LEAD, old)], [today("Courier", LEAD, same)])

    assert said(turned.changes, "reversed") == [(old, new)]
    assert said(kept.changes, "reversed") == []


def test_who_refuses_turns_round_what_was_told_without() -> None:
    old, new = "Minister Osric Dallin resigned.", "Minister Osric Dallin refused to resign."

    found = follow([yesterday("Courier", LEAD, old)], [today("Courier", LEAD, new)])

    assert said(found.changes, "reversed") == [(old, new)]


def test_what_will_open_later_does_not_turn_round_that_it_is_closed() -> None:
    old, new = "Schools in Lindmere are closed.", "Schools in Lindmere open on 20 March."

    found = follow([yesterday("Courier", LEAD, old)], [today("Courier", LEAD, new)])

    assert said(found.changes, "reversed") == []


def test_the_opposite_in_chinese() -> None:
    old, new = "议会批准了给林德米尔的救济基金。", "议会否决了给林德米尔的救济基金。"
    before, after = yesterday("晨报", old, language="zh"), today("晨报", new, language="zh")

    found = follow([before], [after])

    assert said(found.changes, "reversed") == [(old, new)]


def test_a_fact_in_other_words_is_not_new() -> None:
    found = follow([yesterday("Courier", LEAD, RAIL)], [today("Courier", LEAD, RAIL_TOO)])

    assert said(found.changes, "new") == []
    assert life(found).mark is None


def test_a_new_date_is_new_and_one_that_was_announced_is_not() -> None:
    announced = "Engineers will inspect the Karrow Dam on 20 March."
    again = "The inspection at Karrow is due on 20 March."

    first = follow([yesterday("Courier", LEAD)], [today("Courier", LEAD, announced)])
    second = follow([yesterday("Courier", LEAD, announced)], [today("Courier", LEAD, again)])

    assert said(first.changes, "new") == [(None, announced)]
    assert life(first).mark == "UPDATED"
    assert said(second.changes, "new") == []


def test_claims_that_rest_on_new_statements_are_named() -> None:
    announced = "Engineers will inspect the Karrow Dam near Lindmere on 20 March."
    one = told("new", today("Courier", LEAD, announced))

    found = course([one], edition(told("old", yesterday("Courier", LEAD))), PREVIOUS)

    new = {claim.id for claim in one.brief.claims if claim.text == announced}
    assert found.lives["new"].new == new


def test_where_nothing_was_written_since_nothing_is_new() -> None:
    same = [yesterday("Courier", LEAD, FUND)]

    found = follow(same, same)

    assert found.changes == ()
    assert life(found).mark is None


BOATS = "Boats searched the flooded streets of Lindmere."
BOTH = [yesterday("Courier", LEAD, BOATS, RAIL), yesterday("Gazette", LEAD, BOATS, RAIL_TOO)]
AGAIN = [today("Courier", LEAD, BOATS, FUND), today("Gazette", LEAD, BOATS, FUND)]


def test_what_two_told_and_neither_tells_again_is_dropped() -> None:
    assert said(follow(BOTH, AGAIN).changes, "dropped") == [(RAIL, None)]


def test_nothing_is_dropped_in_a_partial_edition() -> None:
    assert said(follow(BOTH, AGAIN, partial=True).changes, "dropped") == []


def test_nothing_is_dropped_of_which_a_source_failed_or_is_away() -> None:
    assert said(follow(BOTH, AGAIN, failed=["Gazette"]).changes, "dropped") == []
    assert said(follow(BOTH, AGAIN[:1]).changes, "dropped") == []


def test_what_is_of_another_event_than_the_articles_of_today_is_not_dropped() -> None:
    other = "Governor Hedda Marwick opened a bridge near Lindmere."
    after = [today("Courier", other, FUND), today("Gazette", other, FUND)]

    assert said(follow(BOTH, after).changes, "dropped") == []


def test_an_outlet_writes_again_of_the_article_that_it_retells_most() -> None:
    strike = "Dock workers in Lindmere stopped work on Monday night."
    before = [yesterday(outlet, LEAD, strike, FUND) for outlet in ("Courier", "Gazette")]

    found = follow([*BOTH, *before], [today(o, LEAD, strike, FUND) for o in ("Courier", "Gazette")])

    assert said(found.changes, "dropped") == []


def test_what_names_and_counts_nothing_is_not_dropped() -> None:
    quiet = "The cranes stand still behind the old harbour wall."
    before = [yesterday(outlet, LEAD, BOATS, quiet) for outlet in ("Courier", "Gazette")]

    assert said(follow(before, AGAIN).changes, "dropped") == []


def test_in_several_languages_all_who_told_it_have_to_write_again() -> None:
    before = [*BOTH, yesterday("Radio", LEAD, BOATS, RAIL)]
    spanish = today("El Faro", "La presa de Karrow se rompió cerca de Lindmere.", language="es")
    elsewhere = today("Radio", "Bishop Corinne Asselbrand prayed in Wexmoor.")
    after = [*AGAIN, elsewhere]

    assert said(follow(before, after).changes, "dropped") == [(RAIL, None)]
    assert said(follow(before, [*after, spanish]).changes, "dropped") == []


def test_what_one_alone_told_is_not_dropped() -> None:
    before = [yesterday("Courier", LEAD, RAIL), yesterday("Gazette", LEAD)]

    assert said(follow(before, AGAIN).changes, "dropped") == []


def test_what_a_source_may_tell_in_another_language_is_not_dropped() -> None:
    arabic = today("الفجر", "انهار سد كارو قرب ليندمير.", language="ar")

    assert said(follow(BOTH, [*AGAIN, arabic]).changes, "dropped") == []


def test_what_is_told_in_another_story_is_not_dropped() -> None:
    elsewhere = today("Radio", LEAD, RAIL)
    earlier = edition(told("old", *BOTH))

    found = course([told("new", *AGAIN), told("other", elsewhere)], earlier, PREVIOUS)

    assert said(found.changes, "dropped") == []


def test_editions_of_other_kinds_are_compared_by_values_only() -> None:
    by_values = replace(PREVIOUS, by_values=True)
    announced = "Engineers will inspect the Karrow Dam on 20 March."
    named = "The bishop Corinne Asselbrand prayed."
    after = [today("Courier", LEAD, announced, named), today("Gazette", LEAD, FUND)]

    found = follow(BOTH, after, by_values)

    assert {c.kind for c in found.changes} == {"new"}
    assert (None, announced) in said(found.changes, "new")
    assert FUND not in {after for _, after in said(found.changes, "new")}


def test_without_the_earlier_texts_nothing_is_new_or_dropped() -> None:
    before = edition(told("old", *BOTH))
    bare = replace(
        before,
        articles=tuple(
            replace(a, text="", url="https://a.example/1", kept_id=a.id) for a in before.articles
        ),
    )
    again = [
        replace(a, kept_id=old.id) if i == 0 else a
        for i, (a, old) in enumerate(zip(AGAIN, BOTH, strict=True))
    ]

    found = course([told("new", *again)], bare, PREVIOUS)

    assert found.changes == ()


def test_a_headline_stays_while_its_bottom_line_stands() -> None:
    one = told("new", today("Courier", LEAD, FUND))
    earlier = edition(told("old", yesterday("Courier", LEAD)))

    found = course([one], earlier, PREVIOUS)

    assert found.lives["new"].headline == earlier.stories[0].brief.headline
    assert found.lives["new"].was is None


def test_a_headline_with_a_revised_figure_changes_and_the_former_is_told() -> None:
    old, new = "The flood killed 12 people in Lindmere.", "The flood killed 17 people in Lindmere."
    one, two = (
        told("old", yesterday("Courier", LEAD, old)),
        told("new", today("Courier", LEAD, new)),
    )
    one = replace(one, brief=replace(one.brief, headline="12 dead in Lindmere"))
    two = replace(two, brief=replace(two.brief, headline="17 dead in Lindmere"))

    found = course([two], edition(one), PREVIOUS).lives["new"]

    assert (found.headline, found.was) == ("17 dead in Lindmere", "12 dead in Lindmere")


def test_a_story_that_nobody_told_before_is_new_and_one_not_told_today_is_quiet() -> None:
    strike = today("Courier", "Dock workers in Wexmoor stopped work over night shifts.")
    earlier = edition(told("old", yesterday("Courier", LEAD, FUND)))

    found = course([told("new", strike)], earlier, PREVIOUS)

    assert life(found).mark == "NEW"
    assert found.quiet == {"old": earlier.stories[0].brief.headline}


def test_an_outlet_that_told_both_values_before_revises_nothing() -> None:
    old, new = "The flood killed 12 people in Lindmere.", "The flood killed 17 people in Lindmere."
    before = [yesterday("Courier", LEAD, old), yesterday("Gazette", LEAD, new)]

    found = follow(before, [today("Courier", LEAD, new)])

    assert said(found.changes, "revised") == []


def test_an_opposite_that_stood_beside_it_before_is_no_reversal() -> None:
    turned = "The parliament of Tavrenia rejected the relief fund for Lindmere."
    before = [yesterday("Courier", LEAD, FUND), yesterday("Gazette", LEAD, turned)]

    found = follow(before, [today("Gazette", LEAD, turned)])

    assert said(found.changes, "reversed") == []


def test_boilerplate_is_not_new() -> None:
    plea = "Subscribe to our newsletter with 20 offers a year."

    found = follow([yesterday("Courier", LEAD)], [today("Courier", LEAD, plea)])

    assert said(found.changes, "new") == []


def test_a_fact_told_in_another_language_before_is_not_known_to_be_new() -> None:
    french = yesterday("Le Quotidien", "Les écoles de Lindmere sont fermées.", language="fr")

    found = follow([french], [today("Courier", "Pupils in Lindmere have the day off again.")])

    assert said(found.changes, "new") == []


def test_what_only_a_copy_says_again_is_said_by_its_outlet() -> None:
    """Of one text that two outlets carry, each wrote again of what it told yesterday."""
    before = [yesterday("Courier", LEAD, FUND, RAIL), yesterday("Gazette", FUND, LEAD, RAIL_TOO)]
    same = f"{LEAD} {FUND}"
    lead, copy = today("Courier", same), today("Gazette", same)
    one = Story("new", (Origin("Courier", (lead, copy)),))

    found = course([Told(one, brief_story(one, 300))], edition(told("old", *before)), PREVIOUS)

    assert [before for before, _ in said(found.changes, "dropped")] == [RAIL]


def test_a_name_at_the_start_of_a_sentence_is_one() -> None:
    sent, come = "Merrigan sent booms.", "From Merrigan come floating booms."
    before = [yesterday("Courier", LEAD, FUND, sent), yesterday("Gazette", LEAD, FUND, come)]

    found = follow(before, [today("Courier", LEAD, FUND), today("Gazette", LEAD, FUND)])

    assert said(found.changes, "dropped") == [(sent, None)]


def test_what_another_story_says_of_the_place_alone_is_not_the_fact() -> None:
    elsewhere = today("Radio", "Fishermen met in Lindmere and Port Halden.", FUND)
    earlier = edition(told("old", *BOTH))

    found = course([told("new", *AGAIN), told("other", elsewhere)], earlier, PREVIOUS)

    assert said(found.changes, "dropped") == [(RAIL, None)]


def test_a_weekday_or_month_that_was_named_before_is_no_new_date() -> None:
    before = yesterday("Courier", LEAD, "The bishop of Lindmere prayed on Sunday for the town.")
    after = today("Courier", LEAD, "For the town the bishop of Lindmere prayed again on Sunday.")
    dated = today("Courier", LEAD, "For the town the bishop of Lindmere prayed on 22 February.")

    assert said(follow([before], [after]).changes, "new") == []
    assert len(said(follow([before], [dated]).changes, "new")) == 1


def test_a_bare_count_that_was_given_before_is_not_new_in_other_words() -> None:
    before = yesterday("Courier", LEAD, "Some 314 villagers drowned.")
    same, other = "The water cost 314 lives.", "The water cost 315 lives."

    again = follow([before], [today("Courier", LEAD, same)])
    more = follow([before], [today("Courier", LEAD, other)])

    assert said(again.changes, "new") == []
    assert said(more.changes, "new") == [(None, other)]
