from __future__ import annotations

from dataclasses import replace

from summarize.article import Article, Declared
from summarize.stories.lineage import earlier_stories, lineage
from summarize.stories.story import Story
from tests.editions import WEDNESDAY, by, edition, told

DAM = (
    "The Karrow Dam burst above Lindmere on Monday night and the flood reached Brask. Governor "
    "Hedda Marwick spoke of a disaster for the valley. Boats searched the streets of Lindmere."
)
DAM_AGAIN = (
    "Two days after the Karrow Dam burst, boats still search the flooded streets of Lindmere and "
    "Brask. Governor Hedda Marwick visited the valley on Wednesday."
)
STRIKE = (
    "Dock workers in Wexmoor stopped work over night shifts. The union of Perrin Stroud asks for "
    "more pay, and the cranes of Wexmoor stand still."
)


def story(id_: str, *articles: Article) -> Story:
    return told(id_, *articles).story


def today(outlet: str, text: str) -> Article:
    return by(outlet, text, published=WEDNESDAY)


def test_a_story_told_again_in_other_words_keeps_its_id() -> None:
    earlier = edition(told("dam", by("Courier", DAM)), told("strike", by("Courier Two", STRIKE)))

    line = lineage([story("new", today("Gazette", DAM_AGAIN))], earlier)["new"]

    assert (line.id, line.continues, line.goes_on) == ("dam", (), True)


def test_a_story_that_was_not_told_has_its_own_id() -> None:
    earlier = edition(told("dam", by("Courier", DAM)))

    line = lineage([story("new", today("Gazette", STRIKE))], earlier)["new"]

    assert (line.id, line.goes_on, line.origins_total) == ("new", False, 1)


def test_an_article_in_common_is_enough() -> None:
    shared = by("Courier", DAM)
    earlier = edition(told("dam", shared))

    line = lineage([story("new", today("Gazette", STRIKE), shared)], earlier)["new"]

    assert line.id == "dam"


def test_a_new_version_of_a_page_goes_on_the_story_of_the_old_one() -> None:
    page = replace(by("Courier", DAM), key="https://c.example/1", url="https://c.example/1")
    earlier = edition(told("dam", page))

    line = lineage([story("new", replace(page, text=STRIKE))], earlier)["new"]

    assert line.id == "dam"


def test_of_merged_stories_the_oldest_gives_the_id() -> None:
    first = by("Courier", DAM)
    second = by("Radio", STRIKE, published=WEDNESDAY)
    earlier = edition(told("young", second), told("old", first))

    line = lineage([story("new", first, second)], earlier)["new"]

    assert (line.id, line.continues) == ("old", ("young",))


def test_of_the_parts_of_a_split_story_the_largest_keeps_the_id() -> None:
    one, two, three = by("Courier", DAM), by("Radio", DAM_AGAIN), by("Gazette", STRIKE)
    earlier = edition(told("old", one, two, three))

    lines = lineage([story("small", three), story("large", one, two)], earlier)

    assert (lines["large"].id, lines["large"].continues) == ("old", ())
    assert (lines["small"].id, lines["small"].continues) == ("small", ("old",))


def test_a_part_whose_own_id_is_taken_gets_another() -> None:
    one, two, three = by("Courier", DAM), by("Radio", DAM_AGAIN), by("Gazette", STRIKE)
    earlier = edition(told("old", one, two, three))

    lines = lineage([story("old", three), story("large", one, two)], earlier)

    assert lines["large"].id == "old"
    assert lines["old"].id not in {"old", "large"}


def test_a_copy_of_yesterdays_text_is_no_new_origin() -> None:
    earlier = edition(told("dam", by("Courier", DAM)))

    again = story("new", today("Gazette", DAM), today("Radio", DAM_AGAIN))

    assert lineage([again], earlier)["new"].origins_total == 2


def test_a_report_without_articles_has_no_stories_to_go_on() -> None:
    earlier = replace(edition(told("dam", by("Courier", DAM))), articles=())

    assert earlier_stories(earlier) == ()


def test_another_paper_of_a_publisher_that_told_it_adds_no_origin() -> None:
    def paper(outlet: str, text: str, *, now: bool = False) -> Article:
        made = today(outlet, text) if now else by(outlet, text)
        return replace(made, declared=Declared("Valley Group"))

    earlier = edition(told("dam", paper("Courier", DAM)))
    again = story("new", paper("Gazette", DAM_AGAIN, now=True), paper("Courier", DAM_AGAIN + " "))

    assert lineage([again], earlier)["new"].origins_total == 1
