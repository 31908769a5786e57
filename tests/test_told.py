"""Telling the stories: in which order things are asked for, and what becomes of a single origin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from summarize.article import Article, Quote
from summarize.checked import Rules
from summarize.claims import Brief, StoryBrief, Writer, make_claim
from summarize.engine import Work
from summarize.local.writer import Local
from summarize.stories.story import Story
from summarize.told import Told, promote, tell, tell_all
from tests.builders import article, story

DAM = article("The Karrow Dam burst on Monday night.", title="Dam")
SHIP = article("A ship ran aground off Port Ellis.", title="Ship", outlet="Gazette")
URDU = article("بند ٹوٹ گیا۔", title="بند", outlet="Awaz", language="ur")


@dataclass(frozen=True)
class Model(Local):
    """A model that selects, and remembers what it was asked in which order."""

    heard: list[str] = field(default_factory=list)

    @property
    def writer(self) -> Writer:
        return Writer("model", "test-model")

    def begin(self, stories: Sequence[Story]) -> None:
        self.heard.append(f"begin {len(stories)}")

    async def article(self, article: Article, also: Sequence[Quote] = ()) -> Brief:
        self.heard.append(f"article {article.outlet}")
        return await Local.article(self, article, also)

    async def story(self, story: Story, briefs: Sequence[Brief]) -> StoryBrief:
        self.heard.append("story")
        return await Local.story(self, story, briefs)


def single(*articles: Article) -> list[Story]:
    return [Story(one.id, story(one).origins) for one in articles]


def together(_briefs: Mapping[str, Brief]) -> tuple[Story, ...]:
    return (Story("both", story(DAM, URDU).origins), *single(SHIP))


async def told(writer: Local, *articles: Article, joins: bool = True) -> list[Told]:
    rules = Rules({one.id: one for one in articles})
    join = together if joins else None
    return await tell_all(single(*articles), writer, rules, lambda *_heard: None, join)


async def test_articles_in_another_language_are_briefed_before_any_story() -> None:
    model = Model(100)

    found = await told(model, DAM, SHIP, URDU)

    assert [one.story.id for one in found] == ["both", SHIP.id]
    assert model.heard[0] == "begin 3"
    assert model.heard[-2:] == ["begin 2", "story"]
    assert sorted(model.heard[1:-2]) == sorted(f"article {o.outlet}" for o in (DAM, SHIP, URDU))


async def test_in_one_language_nothing_waits_and_nothing_is_joined() -> None:
    model = Model(100)

    found = await told(model, DAM, SHIP)

    assert (len(found), model.heard[0], len(model.heard)) == (2, "begin 2", 3)


async def test_the_built_in_writer_joins_nothing() -> None:
    assert len(await told(Local(100), DAM, URDU)) == 2


async def test_stories_that_a_person_gave_are_not_joined() -> None:
    assert len(await told(Model(100), DAM, URDU, joins=False)) == 2


async def test_origins_of_a_story_with_a_foreign_article_begin_as_single_stories() -> None:
    model = Model(100)
    rules = Rules({DAM.id: DAM, URDU.id: URDU})

    await tell_all(
        [story(DAM, URDU)], model, rules, lambda *_heard: None, lambda briefs: together(briefs)[:1]
    )

    assert model.heard[0] == "begin 2"


async def test_progress_is_heard_of_articles_then_of_stories() -> None:
    heard: list[tuple[str, int, int]] = []
    rules = Rules({one.id: one for one in (DAM, SHIP, URDU)})

    await tell_all(
        single(DAM, SHIP, URDU), Model(100), rules, lambda *one: heard.append(one), together
    )

    assert heard == [*(("articles", n, 3) for n in (1, 2, 3)), ("stories", 1, 2), ("stories", 2, 2)]


async def test_a_story_of_one_origin_is_its_brief_and_needs_no_step_of_its_own() -> None:
    model = Model(100)

    found = await tell(Work(story(DAM)), model, Rules({DAM.id: DAM}))

    assert model.heard == ["article Harbor Gazette"]
    assert found.brief.headline == found.briefs[0].headline


def test_a_promoted_brief_keeps_what_it_holds() -> None:
    claim = make_claim("The Karrow Dam burst.", [DAM.quote(0, 21)], "en", 1)
    brief = Brief(DAM.id, Writer("model", "m"), "Dam", claim, (claim,), who=("Hedda Marwick",))

    made = promote(story(DAM), brief)

    assert (made.story, made.claims, made.who) == ("story1", (claim,), ("Hedda Marwick",))
