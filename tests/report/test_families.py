"""Papers of one publisher on the page: what counts them once says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from summarize.article import Article, Declared
from summarize.local.writer import Local
from summarize.outlets import outlets_of
from summarize.pipeline import Options, run
from summarize.report.desk import open_desk
from summarize.report.json_file import to_json
from summarize.report.markdown import to_markdown
from summarize.report.reading import loads
from summarize.report.recheck import recheck
from summarize.report.sources import article_facts
from summarize.reported import Report
from summarize.settings import Settings
from summarize.stories.importance import by_importance
from summarize.stories.story import Origin, Story
from tests.builders import NOW, article

GROUP = (
    {"name": "Ledger", "family": "Valley Group"},
    {"name": "Courier", "family": "Valley Group"},
)
DAM = (
    "The Karrow Dam burst above Lindmere on Monday night and 26 people were killed, Governor Hedda "
    "Marwick said. Boats from Port Halden search the flooded streets of Lindmere for survivors."
)
DAM_ANEW = (
    "Governor Hedda Marwick said 26 people were killed in Lindmere when the Karrow Dam burst on "
    "Monday night. Divers of the Tolvan works found cracks of 4 metres in the Karrow Dam."
)
DAM_AGAIN = (
    "On Monday night the Karrow Dam burst and killed 26 people in Lindmere, said Governor Hedda "
    "Marwick. A relief fund for Lindmere was opened in Wexmoor, and schools stay closed."
)


def by(outlet: str, text: str, family: str | None = None) -> Article:
    return replace(article(text, outlet=outlet), declared=Declared(family) if family else None)


async def told(*tables: Mapping[str, object]) -> Report:
    pile = [by("Ledger", DAM), by("Courier", DAM_ANEW), by("Radio", DAM_AGAIN)]
    options = Options("brief", NOW, group="one", outlets=outlets_of(Settings({}, outlets=tables)))
    return await run(pile, [], Local(200), options)


async def test_the_heading_counts_a_family_once_and_names_it() -> None:
    page = to_markdown(await told(*GROUP))

    assert "3 articles, 2 origins, 3 outlets, Valley Group: 2 outlets, counted once" in page
    assert "3 articles → 2 origins → 3 outlets" in page


async def test_what_one_paper_of_a_family_tells_is_of_the_family_only() -> None:
    page = to_markdown(await told(*GROUP))

    assert "(only Valley Group)" in page
    assert "(only Ledger)" not in page


async def test_a_family_of_which_one_paper_tells_the_story_is_not_named() -> None:
    page = to_markdown(await told(GROUP[0]))

    assert "3 origins" in page
    assert "Valley Group" not in page


async def test_what_is_said_of_an_outlet_is_read_back_and_checked_as_it_was() -> None:
    made = await told(*GROUP)

    read = loads(to_json(made), "report.json")

    assert [one.declared for one in read.report.articles] == [o.declared for o in made.articles]
    assert to_markdown(read.report) == to_markdown(made)
    assert recheck(read).faults == ()


async def test_more_origins_than_there_are_independent_ones_is_a_fault() -> None:
    made = await told(*GROUP)
    [story] = made.stories
    claim = next(one for one in story.brief.claims if one.origins == 2)
    claims = tuple(replace(c, origins=3) if c == claim else c for c in story.brief.claims)
    forged = replace(made, stories=(replace(story, brief=replace(story.brief, claims=claims)),))

    assert any("3 origins" in fault.what for fault in recheck(loads(to_json(forged), "f")).faults)


async def test_a_source_is_printed_with_what_is_said_of_it() -> None:
    about = {"name": "Radio", "type": "state radio", "country": "Tavrenia", "reliability": "C"}

    made = await told(about)

    [radio] = [one for one in made.articles if one.outlet == "Radio"]
    said = article_facts(open_desk(made), radio)
    assert said.startswith("Radio, state radio, Tavrenia, reliability C, 2026-03-10")


def test_a_text_that_an_agency_wrote_is_not_the_familys_own() -> None:
    carried = by("Ledger", DAM, "Valley Group")
    story = Story(
        "s",
        (Origin("Newswire", (carried,)), Origin("Courier", (by("Courier", DAM, "Valley Group"),))),
    )

    assert story.independent == 2


def test_a_text_that_others_carry_too_is_an_origin_of_its_own() -> None:
    carriers = (by("Ledger", DAM, "Valley Group"), by("Radio", DAM))

    assert Origin("Ledger", carriers).family is None


def test_a_story_of_one_publisher_weighs_less_than_one_of_two() -> None:
    def story(id_: str, other: str) -> Story:
        texts = by("Ledger", DAM, "Valley Group"), by("Courier", DAM_ANEW, other)
        return Story(id_, tuple(Origin(one.outlet, (one,)) for one in texts))

    first = by_importance([story("a", "Valley Group"), story("b", "Harbor Group")], as_of=None)[0]

    assert first.id == "b"
