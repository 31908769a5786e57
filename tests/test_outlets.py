from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Declared
from summarize.chosen import coverage
from summarize.errors import SettingsError
from summarize.local.writer import Local
from summarize.outlets import NO_OUTLETS, Outlets
from summarize.outlets import outlets_of as outlets_of_settings
from summarize.pipeline import Options, run
from summarize.reported import Report
from summarize.settings import Settings
from tests.builders import NOW, TUESDAY, article

LEDGER = {
    "name": "Valley Ledger",
    "aliases": ["The Ledger"],
    "domains": ["valleyledger.example", "https://www.ledger-live.example/"],
    "family": "Valley Group",
    "type": "regional daily",
}
COURIER = {"name": "Vessen Courier", "family": "Valley Group", "reliability": "B"}
RADIO = {"name": "Radio Tavrenia"}

DAM = (
    "The Karrow Dam burst above Lindmere on Monday night and 26 people were killed, Governor Hedda "
    "Marwick said. Boats from Port Halden search the flooded streets of Lindmere for survivors."
)
DAM_ANEW = (
    "Governor Hedda Marwick said 26 people were killed in Lindmere when the Karrow Dam burst on "
    "Monday night. Soldiers from Wexmoor brought tents and water to the schools of Lindmere."
)
DAM_AGAIN = (
    "On Monday night the Karrow Dam burst and killed 26 people in Lindmere, said Governor Hedda "
    "Marwick. A relief fund for Lindmere was opened in Wexmoor, and schools stay closed."
)


def outlets_of(tables: Sequence[Mapping[str, object]]) -> Outlets:
    return outlets_of_settings(Settings({}, outlets=tuple(tables)))


async def told(
    *tables: Mapping[str, object], previous: Report | None = None, day: int = 0
) -> Report:
    texts = [("The Ledger", DAM), ("Vessen Courier", DAM_ANEW), ("Radio Tavrenia", DAM_AGAIN)]
    when = TUESDAY + timedelta(days=day)
    pile = [article(text, outlet=outlet, published=when) for outlet, text in texts]
    options = Options("brief", NOW, group="one", previous=previous, outlets=outlets_of(tables))
    return await run(pile, [], Local(200), options)


@pytest.mark.parametrize(
    ("outlet", "url"),
    [
        ("Valley Ledger", None),
        ("the  ledger", None),
        ("valleyledger.example", None),
        ("Something Else", "https://news.valleyledger.example/dam"),
        ("Something Else", "https://ledger-live.example/dam"),
    ],
)
def test_an_outlet_is_known_by_its_names_and_by_its_domains(outlet: str, url: str | None) -> None:
    assert outlets_of([LEDGER]).name_of(outlet, url) == "Valley Ledger"


@pytest.mark.parametrize(
    ("outlet", "url"),
    [
        ("Harbor Gazette", None),
        ("Harbor Gazette", "https://notvalleyledger.example/dam"),
        ("Harbor Gazette", "https://example/dam"),
    ],
)
def test_an_outlet_that_is_not_declared_stays_as_it_is(outlet: str, url: str | None) -> None:
    assert outlets_of([LEDGER]).name_of(outlet, url) == outlet


def test_the_name_that_is_given_goes_before_the_domain_of_the_page() -> None:
    outlets = outlets_of([LEDGER, COURIER])

    assert outlets.name_of("Vessen Courier", "https://valleyledger.example/a") == "Vessen Courier"


def test_of_two_domains_the_longer_one_says_whose_page_it_is() -> None:
    outlets = outlets_of([LEDGER, {"name": "Ledger Sport", "domains": ["s.valleyledger.example"]}])

    assert outlets.name_of("x", "https://s.valleyledger.example/cup") == "Ledger Sport"


def test_an_article_is_the_same_article_under_its_canonical_name() -> None:
    read = article(DAM, outlet="The Ledger")

    named = outlets_of([LEDGER]).applied(read)

    assert (named.outlet, named.id, named.key) == ("Valley Ledger", read.id, read.key)
    assert named.declared == Declared(family="Valley Group", type="regional daily")


def test_a_folder_of_which_nothing_could_be_read_is_known_as_its_outlet() -> None:
    assert outlets_of([LEDGER]).folder_of("news/the ledger") == "news/Valley Ledger"
    assert outlets_of([LEDGER]).folder_of("news/gazette") == "news/gazette"


@given(st.text(), st.none() | st.text())
def test_any_name_and_address_can_be_asked_for(outlet: str, url: str | None) -> None:
    named = outlets_of([LEDGER]).name_of(outlet, url)

    assert named in {outlet, "Valley Ledger"}
    assert NO_OUTLETS.name_of(outlet, url) == outlet


def test_a_name_of_two_outlets_is_an_error() -> None:
    other = {"name": "Harbor Gazette", "aliases": ["the ledger"]}

    with pytest.raises(SettingsError, match="'the ledger' is said of 'Valley Ledger' and of"):
        outlets_of([LEDGER, other])


def test_an_outlet_that_stands_twice_is_an_error() -> None:
    with pytest.raises(SettingsError, match="'Valley Ledger' stands twice"):
        outlets_of([LEDGER, LEDGER])


async def test_papers_of_one_publisher_are_one_witness_of_what_both_say() -> None:
    [story] = (await told(LEDGER, COURIER)).stories

    assert len(story.origins) == 3
    assert max(claim.origins for claim in story.brief.claims) == 2
    assert {a.origins for a in story.brief.agree} == {2}
    assert max(v.origins for f in story.brief.figures for v in f.values) == 2


async def test_papers_of_no_publisher_are_witnesses_of_their_own() -> None:
    [story] = (await told(RADIO)).stories

    assert max(claim.origins for claim in story.brief.claims) == 3


async def test_in_a_story_of_one_publisher_nothing_is_called_single_source() -> None:
    [story] = (await told(LEDGER, COURIER, {**RADIO, "family": "Valley Group"})).stories

    assert (story.brief.single_source, story.brief.agree) == ((), ())


async def test_an_earlier_edition_is_compared_under_the_same_names() -> None:
    earlier = await told()

    again = await told(LEDGER, COURIER, previous=earlier, day=1)

    [story] = again.stories
    assert story.id == earlier.stories[0].id
    assert {one.outlet for one in again.articles} == {
        "Valley Ledger", "Vessen Courier", "Radio Tavrenia",
    }  # fmt: skip


def test_what_is_covered_has_canonical_names() -> None:
    options = Options("brief", NOW, outlets=outlets_of([LEDGER]))

    covered = coverage([article(DAM, outlet="The Ledger")], options)

    assert [one.outlet for one in covered.articles] == ["Valley Ledger"]


def test_without_a_table_articles_stay_as_they_were_read() -> None:
    read = article(DAM)

    assert NO_OUTLETS.applied(read) is read
