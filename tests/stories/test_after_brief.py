from __future__ import annotations

from dataclasses import replace
from datetime import date

from summarize.article import Article
from summarize.claims import EXTRACTIVE, Brief, Claim, Figure, Value
from summarize.stories.after_brief import are_to_be_joined, as_told
from summarize.stories.groups import group, join_after_brief
from summarize.stories.origins import find_origins
from tests.stories.texts import DAM, HARBOUR, article

DAM_EN = article("dam", DAM, title="Karrow dam breaks")
SHIP_EN = article("ship", HARBOUR, title="Ship aground off Port Ellis")
URDU = article("ur", "پانی نے شہر کو ڈبو دیا۔ بہت لوگ مر گئے۔", title="سیلاب", language="ur")


def claim(text: str, rank: int, language: str = "en") -> Claim:
    return Claim(f"c{rank}", text, (), language, rank)


BRIEF = Brief(
    URDU.id,
    EXTRACTIVE,
    "Karrow dam breaks above Dunmore",
    claim("The Karrow dam broke and flooded Dunmore, the governor said.", 1),
    (claim("Families waited on roofs for boats, and schools stay closed.", 2),),
    who=("Mara Quill",),
    where=("Dunmore",),
    when=(date(2026, 3, 10),),
    figures=(Figure("dead", None, (Value(26, "26 people", None, 1, ()),)),),
)


def told(*pile: object, briefs: dict[str, Brief]) -> list[list[str]]:
    before = group(find_origins(pile))  # type: ignore[arg-type]
    after = join_after_brief(before, briefs)
    return sorted(sorted(one.key for one in story.articles) for story in after)


def test_a_foreign_article_joins_the_story_that_its_brief_tells() -> None:
    pile = (DAM_EN, SHIP_EN, URDU)
    assert told(*pile, briefs={}) == [["dam"], ["ship"], ["ur"]]
    assert told(*pile, briefs={URDU.id: BRIEF}) == [["dam", "ur"], ["ship"]]


def test_without_a_foreign_brief_the_stories_stay_as_they_are() -> None:
    before = group(find_origins([DAM_EN, SHIP_EN]))
    own = Brief(DAM_EN.id, EXTRACTIVE, "Karrow", claim("The dam broke.", 1), ())
    assert join_after_brief(before, {DAM_EN.id: own}) == before


def test_the_stories_hold_the_articles_and_not_what_was_told() -> None:
    after = join_after_brief(group(find_origins([DAM_EN, URDU])), {URDU.id: BRIEF})
    assert {one for story in after for one in story.articles} == {DAM_EN, URDU}


def test_what_a_brief_names_and_counts_is_part_of_what_it_tells() -> None:
    text = as_told(URDU, BRIEF).text
    assert all(part in text for part in ("Mara Quill", "Dunmore", "2026-03-10", "26 people"))


def test_an_empty_brief_or_one_in_the_articles_language_tells_nothing_else() -> None:
    empty = Brief(URDU.id, EXTRACTIVE, "Flood", None, ())
    urdu = Brief(URDU.id, EXTRACTIVE, "سیلاب", None, (claim("بہت لوگ مر گئے۔", 1, "ur"),))
    assert as_told(URDU, empty) is as_told(URDU, urdu) is as_told(URDU, None) is URDU


def test_a_headline_in_the_articles_language_gives_way_to_the_first_claim() -> None:
    told_of = as_told(URDU, replace(BRIEF, headline=URDU.title))
    assert told_of.title == "The Karrow dam broke and flooded Dunmore, the governor said."


def joined(*pile: Article) -> bool:
    return are_to_be_joined(group(find_origins(pile)), "en")


def test_only_foreign_articles_beside_others_are_to_be_joined() -> None:
    unknown = article("unknown", HARBOUR, title="Ship", language="und")
    more = replace(URDU, key="ur 2", title="پانی", text="سکول بند ہیں۔")
    assert joined(DAM_EN, URDU)
    assert not joined(DAM_EN, SHIP_EN)
    assert not joined(URDU, more)
    assert not joined(DAM_EN, unknown)
