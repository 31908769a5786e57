"""A writer that makes things up: what it cannot prove is asked again once, then withheld."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from summarize.article import Article, Quote
from summarize.checked import Rules, article_brief, checked_overview, story_brief
from summarize.claims import (
    Brief,
    Claim,
    Extra,
    Finding,
    Highlight,
    Overview,
    Quotation,
    Section,
    StoryBrief,
    Writer,
    make_claim,
)
from summarize.stories.doubtful import UNSETTLED, Pair, Settled
from summarize.stories.story import Story
from summarize.writer import Account
from tests.builders import article, story

ARTICLE = article("The dam burst on Monday night. Two towns were flooded before dawn.")
STORY = story(ARTICLE)
RULES = Rules({ARTICLE.id: ARTICLE})
TRUE = make_claim("The dam burst on Monday night.", [ARTICLE.quote(0, 30)], "en", 2)
ALSO_TRUE = make_claim("Two towns were flooded before dawn.", [ARTICLE.quote(31, 66)], "en", 3)
MADE_UP = make_claim("The dam was blown up.", [], "en", 1)
SAID = Quotation(
    MADE_UP.id, MADE_UP.text, (), MADE_UP.language, MADE_UP.rank, speaker="Hedda Marwick"
)


@dataclass
class Dreamer:
    """Writes the claims it was given, the first as its bottom line, and repairs to `repaired`."""

    claims: tuple[Claim, ...]
    repaired: Claim | None = None
    quotations: tuple[Quotation, ...] = ()
    sections: tuple[Section, ...] = ()
    extra: tuple[Extra, ...] = ()
    asked: list[str] = field(default_factory=list)

    @property
    def writer(self) -> Writer:
        return Writer("model", "dreamer")

    @property
    def account(self) -> Account:
        return Account()

    def begin(self, stories: Sequence[Story]) -> None:
        self.stories = stories

    async def settle(self, pairs: Sequence[Pair]) -> Settled:  # noqa: ARG002 - the shape of the seam
        return UNSETTLED

    async def article(self, article: Article, also: Sequence[Quote] = ()) -> Brief:  # noqa: ARG002 - the shape of the seam
        return Brief(
            article.id,
            self.writer,
            "H",
            self.claims[0],
            self.claims,
            quotations=self.quotations,
            sections=self.sections,
            extra=self.extra,
        )

    async def story(self, story: Story, briefs: Sequence[Brief]) -> StoryBrief:
        return StoryBrief(story.id, self.writer, briefs[0].headline, self.claims[0], self.claims)

    async def overview(self, stories: Sequence[StoryBrief]) -> Overview:
        ids = [story.story for story in stories[:1]]
        highlights = tuple(Highlight(id_, claim) for id_ in ids for claim in self.claims)
        return Overview(self.writer, self.claims, highlights, extra=self.extra)

    async def repair(self, claim: Claim, findings: Sequence[Finding]) -> Claim | None:
        self.asked.extend(f"{claim.text} {finding.kind}" for finding in findings)
        return self.repaired


async def test_a_claim_without_a_passage_is_withheld_and_the_brief_stays() -> None:
    checked = await article_brief(Dreamer((TRUE, MADE_UP)), ARTICLE, "s", RULES)

    assert [claim.text for claim in checked.brief.claims] == [TRUE.text]
    assert [(w.story, w.claim.text) for w in checked.withheld] == [("s", MADE_UP.text)]


async def test_it_is_asked_again_with_the_finding() -> None:
    writer = Dreamer((TRUE, MADE_UP))

    await article_brief(writer, ARTICLE, "s", RULES)

    assert writer.asked == [f"{MADE_UP.text} no passage"]


async def test_a_bottom_line_that_is_a_claim_too_is_asked_about_once() -> None:
    writer = Dreamer((MADE_UP, TRUE))

    await article_brief(writer, ARTICLE, "s", RULES)

    assert writer.asked == [f"{MADE_UP.text} no passage"]


async def test_a_repaired_claim_takes_its_place() -> None:
    checked = await article_brief(Dreamer((TRUE, MADE_UP), repaired=ALSO_TRUE), ARTICLE, "s", RULES)

    assert [claim.text for claim in checked.brief.claims] == [TRUE.text, ALSO_TRUE.text]
    assert checked.withheld == ()


async def test_claims_that_fail_are_repaired_together() -> None:
    class Slow(Dreamer):
        async def repair(self, claim: Claim, findings: Sequence[Finding]) -> Claim | None:
            self.asked.append(claim.text)
            while len(self.asked) < 2:
                await asyncio.sleep(0)
            return await super().repair(claim, findings)

    other = make_claim("The dam was sold.", [], "en", 4)
    async with asyncio.timeout(10):
        checked = await article_brief(Slow((MADE_UP, TRUE, other)), ARTICLE, "s", RULES)

    assert [one.claim.id for one in checked.withheld] == [MADE_UP.id, other.id]


async def test_a_withheld_claim_names_the_article_whose_brief_it_was_written_for() -> None:
    briefs = [Brief(ARTICLE.id, Writer("extractive"), "H", None, ())]

    of_article = await article_brief(Dreamer((MADE_UP,)), ARTICLE, "s", RULES)
    of_story = await story_brief(Dreamer((MADE_UP,)), STORY, briefs, RULES)

    assert [entry.article for entry in of_article.withheld] == [ARTICLE.id]
    assert [entry.article for entry in of_story.withheld] == [None]


async def test_a_withheld_bottom_line_is_replaced_by_the_claim_of_highest_rank() -> None:
    checked = await story_brief(
        Dreamer((MADE_UP, ALSO_TRUE, TRUE)),
        STORY,
        [Brief(ARTICLE.id, Writer("extractive"), "H", None, ())],
        RULES,
    )

    assert checked.brief.bottom_line is not None
    assert checked.brief.bottom_line.text == TRUE.text


async def test_a_brief_of_nothing_but_made_up_claims_has_no_bottom_line() -> None:
    checked = await article_brief(Dreamer((MADE_UP,)), ARTICLE, "s", RULES)

    assert (checked.brief.bottom_line, checked.brief.claims) == (None, ())
    assert len(checked.withheld) == 1


async def test_a_made_up_quotation_is_withheld_and_not_reworded() -> None:
    writer = Dreamer((TRUE,), repaired=ALSO_TRUE, quotations=(SAID,))

    checked = await article_brief(writer, ARTICLE, "s", RULES)

    assert checked.brief.quotations == ()
    assert [entry.claim.text for entry in checked.withheld] == [SAID.text]


async def test_an_overview_keeps_only_what_holds() -> None:
    stories = [StoryBrief("s", Writer("extractive"), "H", TRUE, (TRUE,))]

    checked = await checked_overview(Dreamer((MADE_UP, TRUE)), stories, RULES)

    assert [claim.text for claim in checked.brief.bottom_line] == [TRUE.text]
    assert [highlight.claim.text for highlight in checked.brief.highlights] == [TRUE.text]
    assert [entry.claim.text for entry in checked.withheld] == [MADE_UP.text]


async def test_an_overview_of_nothing_that_holds_is_led_by_the_first_story() -> None:
    stories = [StoryBrief("s", Writer("extractive"), "H", TRUE, (TRUE,))]

    checked = await checked_overview(Dreamer((MADE_UP,)), stories, RULES)

    assert checked.brief.bottom_line == (TRUE,)


async def test_a_section_names_only_claims_that_passed_by_the_ids_they_have_now() -> None:
    other = make_claim("It was sabotage.", [], "en", 4)
    writer = Dreamer((TRUE, MADE_UP), sections=(Section("Night", (TRUE.id, MADE_UP.id, other.id)),))
    writer.repaired = ALSO_TRUE

    checked = await article_brief(writer, ARTICLE, "s", RULES)

    assert checked.brief.sections == (Section("Night", (TRUE.id, ALSO_TRUE.id)),)


def _extra(*claims: Claim) -> tuple[Extra, ...]:
    return (Extra("impact", claims[0]), Extra("affected", claims), Extra("tone", "calm"))


async def test_claims_of_added_fields_pass_the_same_gate() -> None:
    writer = Dreamer((TRUE,), extra=_extra(MADE_UP, ALSO_TRUE))

    of_article = await article_brief(writer, ARTICLE, "s", RULES)
    head = await checked_overview(writer, [], RULES)

    for checked in (of_article, head):
        impact, affected, tone = checked.brief.extra
        assert (impact.value, tone.value) == (None, "calm")
        assert [(c.text, c.verdict.status) for c in affected.claims] == [
            (ALSO_TRUE.text, "supported")
        ]
        assert [entry.claim.text for entry in checked.withheld] == [MADE_UP.text]


async def test_a_claim_of_two_fields_is_asked_again_once_and_repaired_in_both() -> None:
    writer = Dreamer((TRUE,), repaired=ALSO_TRUE, extra=_extra(MADE_UP, TRUE))

    checked = await article_brief(writer, ARTICLE, "s", RULES)

    impact, affected, _ = checked.brief.extra
    assert [one.text for one in impact.claims] == [ALSO_TRUE.text]
    assert [one.text for one in affected.claims] == [ALSO_TRUE.text, TRUE.text]
    assert len(writer.asked) == 1


async def test_a_failing_claim_of_a_field_stays_where_it_is_to_be_flagged() -> None:
    writer = Dreamer((TRUE,), extra=_extra(MADE_UP))

    checked = await article_brief(writer, ARTICLE, "s", Rules(RULES.articles, "flag"))

    assert checked.brief.extra[0].claims[0].verdict.status == "unsupported"
    assert checked.withheld == ()
