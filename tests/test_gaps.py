from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from summarize.article import Article
from summarize.claims import Gap
from summarize.compare import Witnesses, compare
from summarize.gaps import OPEN, Day, gaps_of, unknowns
from summarize.local.writer import Local
from summarize.pipeline import Options, run
from summarize.report.json_file import to_json
from summarize.report.markdown import to_markdown
from summarize.report.reading import loads
from summarize.report.recheck import recheck
from summarize.reported import Report, Skipped
from tests.builders import NOW, TUESDAY, article, story
from tests.editions import WEDNESDAY, Told, edition, told

GOVERNOR = (
    "In Lindmere 26 people were killed when the Karrow Dam burst on Monday night, Governor Hedda "
    "Marwick said. Schools in Lindmere stay closed until further notice."
)
RESCUE = (
    "The rescue service said 31 people were killed in Lindmere when the Karrow Dam burst on Monday "
    "night. The cause of the breach at Karrow has not yet been determined, it said."
)
SPILL = (
    "A tanker lost oil off Port Halden on Tuesday, the harbour office of Port Halden said. It is "
    "not clear how much oil has reached the creeks of Port Halden."
)
INQUIRY = (
    "An inquiry into the Karrow Dam opens in Lindmere on 11 March, Governor Hedda Marwick said."
)
LATER = WEDNESDAY + timedelta(days=1)


def compared(one: Told) -> Told:
    return replace(one, brief=compare(one.brief, Witnesses.of(one.story)))


def day_of(*stories: Told, failed: str = "", language: str = "en") -> Day:
    articles = [article for one in stories for article in one.story.articles]
    skipped = [Skipped(failed, "not readable")] if failed else []
    return Day(LATER, language, [compared(one) for one in stories], articles, skipped)


def open_in(*stories: Told, language: str = "en") -> list[str]:
    return [gap.text for gap in gaps_of((), day_of(*stories, language=language), None)]


def dam() -> Told:
    return told("dam", article(GOVERNOR, outlet="Courier"), article(RESCUE, outlet="Gazette"))


def test_what_is_announced_comes_by_date_and_what_is_over_is_left_out() -> None:
    def gap(text: str, day: date | None) -> Gap:
        return Gap(text, "announced", day, ())

    given = [gap("c", None), gap("b", date(2026, 4, 1)), gap("a", LATER), gap("x", TUESDAY)]

    assert [one.text for one in gaps_of(given, day_of(), None)] == ["a", "b", "c"]


def test_figures_that_differ_are_open_with_a_passage_of_each() -> None:
    [first, *_] = gaps_of((), day_of(dam()), None)

    assert (first.kind, first.text) == ("open", "Sources differ on people killed: 26 / 31")
    assert len({quote.article for quote in first.quotes}) == 2


def test_what_a_source_says_is_not_known_is_open_in_its_own_words() -> None:
    assert open_in(dam())[1] == (
        "The cause of the breach at Karrow has not yet been determined, it said."
    )


def test_stories_come_in_their_order() -> None:
    spill = told("spill", article(SPILL))

    assert open_in(spill, dam())[0].startswith("It is not clear how much oil")
    assert open_in(dam(), spill)[2].startswith("It is not clear how much oil")


def test_labels_are_in_the_language_of_the_report() -> None:
    assert open_in(dam(), language="fr")[0] == (
        "Les sources divergent sur « people killed » : 26 / 31"
    )


def test_of_one_story_and_of_a_report_there_are_few() -> None:
    text = " ".join(f"It is not clear why tower {n} of {place} fell." for n, place in PLACES)

    assert len(open_in(told("one", article(text)))) == 2
    assert len(open_in(*(told(str(n), article(text)) for n in range(5)))) == OPEN


PLACES = [(11, "Lindmere"), (12, "Wexmoor"), (13, "Port Halden"), (14, "Brask")]


def test_what_was_not_known_on_an_earlier_day_may_be_known_by_now() -> None:
    old = article(SPILL, outlet="Courier", published=TUESDAY)
    new = article("Port Halden counts 40 tonnes of oil.", outlet="Gazette", published=WEDNESDAY)

    assert list(unknowns(story(old))) != []
    assert list(unknowns(story(old, new))) == []


def test_what_several_do_not_know_goes_first_with_all_their_passages() -> None:
    one = article(f"It is not clear who owns the quay of Wexmoor. {SPILL}", outlet="Courier")
    other = article(
        "How much oil reached the creeks of Port Halden is not clear.", outlet="Gazette"
    )

    first, second = unknowns(story(one, other))

    assert [len(first), len(second)] == [2, 1]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It's still unclear why the gates of Karrow were shut."),
        ("en", "It wasn't immediately clear whether the driver was hurt in Brask."),
        ("en", "The identities of the three men have not been released by police."),
        ("en", "Officials said it was too soon to determine the cause of the fire."),
        ("en", "No one has claimed responsibility for the blast in Wexmoor."),
        ("en", "There was no immediate claim of responsibility for the blast."),
        ("en", "The report from Brask could not be independently verified on Tuesday."),
        ("en", "The exact charges against the owner are not yet known."),
        ("fr", "On ignore encore pourquoi les vannes de Karrow étaient fermées."),
        ("fr", "La cause de la rupture n’a pas encore été établie par les experts."),
        ("fr", "L’origine de l’incendie de Brask reste inconnue mercredi."),
        ("fr", "Il est trop tôt pour parler d’une cause, a dit le bureau."),
        ("fr", "L’attentat de Wexmoor n’a pas été revendiqué mercredi soir."),
        ("es", "Se desconoce la causa de la rotura de la presa de Karrow."),
        ("es", "El número de heridos en Brask no ha sido confirmado todavía."),
        ("es", "Es demasiado pronto para hablar de una causa, dijo la oficina."),
        ("es", "La identidad de las víctimas sigue siendo desconocida en Brask."),
    ],
)
def test_the_words_of_not_knowing_are_known(language: str, text: str) -> None:
    assert len(list(unknowns(story(article(text, language=language))))) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is clear why the gates of Karrow were shut that night."),
        ("en", "A man unknown to most of Brask was elected on Tuesday."),
        ("en", "He said that he is unclear about the plan for Wexmoor."),
        ("en", "The inquiry did not come a minute too soon for the town."),
        ("en", "It was unclear whether"),
        ("fr", "On sait pourquoi les vannes de Karrow étaient fermées."),
        ("es", "La causa de la rotura de la presa fue establecida el martes."),
        ("de", "Es ist nicht bekannt, warum die Tore von Karrow zu waren."),
    ],
)
def test_other_words_are_not_taken_for_them(language: str, text: str) -> None:
    assert list(unknowns(story(article(text, language=language)))) == []


def alone(outlets: Sequence[str]) -> Told:
    texts = [
        "The Karrow Dam burst above Lindmere on Monday night, Governor Hedda Marwick said there.",
        "Boats searched flooded streets while soldiers carried blankets through the old market.",
        "Trains stop in Brask until the rails are dry again, a spokesman of the railway said.",
        "Farmers counted drowned sheep beside the river and asked for hay from other counties.",
    ]
    pile = [article(text, outlet=name) for text, name in zip(texts, outlets, strict=False)]
    one = told("dam", *pile)
    claim = next(c for c in one.brief.claims if c.quotes[0].article == pile[0].id)
    return replace(one, brief=replace(one.brief, bottom_line=claim))


def test_a_bottom_line_that_one_of_many_origins_tells_is_open() -> None:
    assert open_in(alone(["A", "B", "C", "D"])) == [
        "Single source: The Karrow Dam burst above Lindmere on Monday night, Governor Hedda "
        "Marwick said there."
    ]


def test_of_two_origins_one_may_well_begin_with_something_else() -> None:
    assert open_in(alone(["A", "B"])) == []


def announced(source: Article, day: date) -> Report:
    gap = Gap(INQUIRY, "announced", day, (source.quote(0, len(source.text)),))
    return replace(edition(told("dam", source)), gaps=(gap,))


def overdue(*today: Article, day: date = WEDNESDAY, failed: str = "") -> tuple[Gap, ...]:
    earlier = announced(article(INQUIRY, outlet="Courier"), day)
    return gaps_of((), day_of(told("now", *today), failed=failed), earlier)


QUIET = article("Bakers in Wexmoor raised their prices.", outlet="Courier", published=LATER)


def test_what_was_announced_for_a_day_that_is_over_is_open_where_nothing_is_said_of_it() -> None:
    [gap] = overdue(QUIET)

    assert gap.text == f"Announced, not reported in these sources: {INQUIRY}"
    assert (gap.kind, gap.date) == ("open", WEDNESDAY)


@pytest.mark.parametrize(
    "today",
    [
        "The inquiry into the Karrow Dam has opened in Lindmere with eleven witnesses.",
        "Lindmere: the Karrow Dam inquiry was put off by a week, said Hedda Marwick.",
    ],
)
def test_what_came_about_or_did_not_is_no_longer_open(today: str) -> None:
    assert overdue(article(today, outlet="Courier", published=LATER)) == ()


def test_a_day_that_is_not_over_may_still_bring_it() -> None:
    assert overdue(QUIET, day=LATER) == ()


def test_of_an_outlet_that_is_not_there_nothing_is_missed() -> None:
    assert overdue(replace(QUIET, outlet="Gazette")) == ()


def test_of_an_outlet_whose_folder_could_not_be_read_nothing_is_missed() -> None:
    assert overdue(QUIET, failed="news/Courier") == ()
    assert overdue(QUIET, failed="news/Gazette") != ()


def test_what_a_story_that_is_not_told_says_of_it_counts() -> None:
    earlier = announced(article(INQUIRY, outlet="Courier"), WEDNESDAY)
    opened = article("The Karrow Dam inquiry opened in Lindmere.", outlet="Gazette")

    day = replace(day_of(told("now", QUIET)), articles=[QUIET, opened])

    assert gaps_of((), day, earlier) == ()


def test_what_another_language_says_of_it_cannot_be_seen() -> None:
    french = article("Le barrage de Karrow à Lindmere.", outlet="Gazette", language="fr")

    assert overdue(QUIET, french) == ()


def test_an_announcement_whose_text_was_not_kept_is_not_followed() -> None:
    earlier = announced(article(INQUIRY, outlet="Courier"), WEDNESDAY)
    kept = [replace(one, text="", kept_id=one.id) for one in earlier.articles]

    bare = replace(earlier, articles=tuple(kept))

    assert gaps_of((), day_of(told("now", QUIET)), bare) == ()


async def test_on_the_page_what_is_open_leads_to_its_story_and_is_checked() -> None:
    pile = [article(GOVERNOR, outlet="Courier"), article(RESCUE, outlet="Gazette")]

    report = await run(pile, [], Local(100), Options("brief", NOW, group="one"))

    page = to_markdown(report)
    assert "- Sources differ on people killed: 26 / 31 [2a] [1a] ([story 1](#s1))" in page
    assert recheck(loads(to_json(report), "report.json")).faults == ()


async def test_an_announcement_that_was_not_kept_is_cited_from_the_earlier_edition() -> None:
    earlier = announced(article(INQUIRY, outlet="Courier"), WEDNESDAY)
    options = Options("daily", NOW, as_of=LATER, previous=earlier)

    report = await run([QUIET], [], Local(100), options)

    [gap] = [one for one in report.gaps if one.kind == "open"]
    assert gap.quotes[0].article in report.editions
    assert "Announced, not reported in these sources" in to_markdown(report)
