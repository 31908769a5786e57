from __future__ import annotations

from summarize.article import Heading
from summarize.claims import Brief, StoryBrief, make_claim
from summarize.local.article import brief_article
from summarize.local.overview import overview
from summarize.local.parts import LONG
from summarize.local.story import brief_story
from summarize.local.writer import Local
from tests.builders import article, story

DAM = (
    "PORT HALDEN (CNW) — The Karrow Dam burst on Monday night and flooded two towns in the valley. "
    "He also said that more rain was on its way. Subscribe to our newsletter for more on this. "
    "Rescuers in boats brought 340 people to safety from roofs before dawn. Who is to blame? "
    '"We were asleep when it came," said Ana Tolver, a baker in Lindmere.'
)
FRENCH = (
    "Le barrage de Karrow a cédé lundi soir et la crue a noyé deux villes de la vallée. "
    "Des sauveteurs ont mis 340 personnes à l'abri avant l'aube, selon la préfecture."
)


def test_every_claim_is_a_span_of_the_article() -> None:
    one = article(DAM)

    brief = brief_article(one, 100)

    assert brief.claims
    assert all(one.text[c.quotes[0].start : c.quotes[0].end] == c.text for c in brief.claims)


def test_what_cannot_stand_alone_is_not_claimed() -> None:
    said = " ".join(claim.text for claim in brief_article(article(DAM), 200).claims)

    assert "He also said" not in said
    assert "newsletter" not in said
    assert "Who is to blame" not in said
    assert "CNW" not in said


def test_the_words_under_a_picture_are_not_claimed() -> None:
    caption = "Residents of Lindmere wait for boats on the roof of a school on Tuesday."
    said = brief_article(article(f"{caption}\n\n(Mara Quill / Staff photographer)\n\n{DAM}"), 200)

    assert caption not in [claim.text for claim in said.claims]


def test_the_bottom_line_is_the_claim_of_the_first_rank() -> None:
    brief = brief_article(article(DAM), 100)

    assert brief.bottom_line == brief.claims[0]
    assert [claim.rank for claim in brief.claims] == list(range(1, len(brief.claims) + 1))


def test_a_quotation_has_its_speaker() -> None:
    [said] = brief_article(article(DAM), 20).quotations

    assert (said.speaker, "asleep" in said.text) == ("Ana Tolver", True)


def test_where_nothing_stands_alone_the_brief_is_not_empty() -> None:
    brief = brief_article(article("and so it went on and on that night"), 100)

    assert [claim.text for claim in brief.claims] == ["and so it went on and on that night"]


def test_an_article_without_a_title_is_headed_by_its_first_claim() -> None:
    brief = brief_article(article(DAM, title=""), 100)

    assert brief.headline == brief.claims[0].text


def test_a_long_article_with_headings_is_told_by_its_sections() -> None:
    part = (
        "The river rose by two metres near Lindmere on day {0}, and {0} boats came from Wexmoor. "
    )
    text, headings = "", []
    for number in range(6):
        headings.append(Heading(len(text), len(text) + 6, 2))
        text += f"Part {number}\n\n"
        text += "".join(part.format(100 * number + n) for n in range(LONG // 80)) + "\n\n"

    brief = brief_article(article(text, headings=tuple(headings)), 100)

    assert [section.heading for section in brief.sections] == [f"Part {n}" for n in range(6)]


def test_a_story_is_told_in_the_language_of_most_of_its_articles() -> None:
    english = [article(DAM, outlet=name) for name in ("Vessen Courier", "The Tavrenian")]
    french = article(FRENCH, outlet="Radio Tavrenia", language="fr")

    brief = brief_story(story(french, *english), 30)

    assert brief.bottom_line is not None
    assert brief.bottom_line.language == "en"


def story_brief(name: str, *texts: str, language: str = "en") -> StoryBrief:
    one = article(" ".join(texts), title=name)
    claims = [
        make_claim(text, [one.quote(0, len(text))], language, rank)
        for rank, text in enumerate(texts, 1)
    ]
    return StoryBrief(name, Local(9).writer, name, claims[0] if claims else None, tuple(claims))


def test_the_first_stories_give_the_bottom_line_and_the_others_the_highlights() -> None:
    stories = [story_brief(f"s{n}", f"Fact {n}.") for n in range(5)]

    made = overview(stories)

    assert [claim.text for claim in made.bottom_line] == ["Fact 0.", "Fact 1.", "Fact 2."]
    assert [highlight.claim.text for highlight in made.highlights] == ["Fact 3.", "Fact 4."]


def test_no_two_lines_of_the_overview_tell_the_same() -> None:
    same = "The Karrow Dam burst on Monday night and flooded towns near Lindmere."
    stories = [
        story_brief("a", same, "The Karrow Dam flooded towns near Lindmere on Monday night."),
        story_brief("b", same.replace("towns", "villages")),
        story_brief("c", "The bank cut its main rate to 6.75 percent."),
    ]

    made = overview(stories)

    assert [claim.text for claim in made.bottom_line] == [same, stories[2].claims[0].text]
    assert made.highlights == ()


def test_of_what_else_a_story_says_a_figure_is_the_highlight() -> None:
    told = "Insurers expect a bill of 290 million dollars."
    made = overview([story_brief("s", "First fact.", "The mayor of Lindmere is tired.", told)])

    assert [highlight.claim.text for highlight in made.highlights] == [told]


def test_what_else_the_first_stories_say_fills_the_highlights() -> None:
    made = overview([story_brief("s", "First fact.", "Second fact.")])

    assert [highlight.claim.text for highlight in made.highlights] == ["Second fact."]


def test_highlights_in_the_language_of_the_bottom_line_come_first() -> None:
    stories = [story_brief(f"s{n}", f"Fact {n}.", f"More {n}.") for n in range(3)]
    stories += [story_brief("fr", "Fait.", language="fr"), story_brief("en", "News.")]

    assert [h.claim.text for h in overview(stories).highlights][:2] == ["News.", "Fait."]


def test_a_story_without_a_claim_is_left_out_of_the_overview() -> None:
    assert overview([story_brief("empty")]).bottom_line == ()


async def test_a_verbatim_span_has_no_other_wording() -> None:
    claim = brief_article(article(DAM), 100).claims[0]

    assert await Local(100).repair(claim, []) is None


async def test_the_writer_gives_what_its_functions_give() -> None:
    one = article(DAM)
    made: Brief = await Local(100).article(one)

    assert made == brief_article(one, 100)
