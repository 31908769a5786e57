"""The printed report as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from markdown_it import MarkdownIt

from summarize.article import Article, Locator
from summarize.claims import Claim, Difference, Event, Figure, Quotation, StoryBrief, Value, Verdict
from summarize.report.assemble import settle
from summarize.report.desk import Printing
from summarize.report.escape import escape_markdown
from summarize.report.markdown import to_markdown
from summarize.reported import Report, StoryReport

Many = Callable[[Sequence[int]], Report]

PASSAGE = re.compile(r'^- <a id="c(\d+[a-z]+)"></a>\[(\d+[a-z]+)\] "(.*)" \(¶ \d+\)$', re.MULTILINE)
DEFINITION = re.compile(r"^\[(\d+[a-z]+)\]: #c(\d+[a-z]+)$", re.MULTILINE)
CITED = re.compile(r"(?<!\\)\[(\d+[a-z]+)\](?!:)")

HOSTILE = [
    "{{ 7*7 }} {% include 'x' %}",
    "<script>alert(1)</script>",
    "[click](javascript:alert(1)) ![x](http://a.example/p.png)",
    "| a | b |",
    "# Heading\n\n- item",
    "*bold* _it_ `code` ~~no~~",
    "[1a]: #s1",
    "</a><a id='s1'>",
]


def printed(report: Report, words: int = 1_500) -> str:
    return to_markdown(settle(report), Printing(words))


def with_story(daily: Report, dam: StoryReport, **changes: object) -> Report:
    brief: StoryBrief = replace(dam.brief, **changes)  # type: ignore[arg-type]
    return replace(daily, stories=(replace(dam, brief=brief), *daily.stories[1:]))


def section(text: str, heading: str) -> str:
    """A section up to the next heading of level 2."""
    return text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def hrefs(text: str) -> list[str]:
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    children = [child for token in tokens for child in token.children or []]
    return [str(child.attrs["href"]) for child in children if child.type == "link_open"]


def test_sections_stand_in_their_order(daily: Report) -> None:
    assert re.findall(r"^## (.+)$", printed(daily), re.MULTILINE) == [
        "At a glance",
        "Situation",
        "Key figures",
        "Gaps and what to watch",
        "Sources",
        "How this was made",
    ]


@pytest.mark.parametrize("words", [1, 60, 1_500])
def test_every_citation_leads_to_a_passage_that_is_the_articles_own(
    daily: Report, words: int
) -> None:
    text = printed(daily, words)
    passages = {mark: words for anchor, mark, words in PASSAGE.findall(text) if anchor == mark}
    assert dict(DEFINITION.findall(text)) == {mark: mark for mark in passages}
    assert set(CITED.findall(text)) == set(passages)
    everything = " ".join(" ".join(article.text.split()) for article in daily.articles)
    assert all(quoted in everything for quoted in passages.values())


def test_every_link_leads_to_a_source_or_to_a_place_in_the_page(daily: Report) -> None:
    text = printed(daily)
    anchors = set(re.findall(r'<a id="([a-z0-9]+)"></a>', text))
    for href in hrefs(text):
        assert href.startswith("https://news.example/") or href[1:] in anchors


@pytest.mark.parametrize("hostile", HOSTILE)
def test_foreign_text_stays_text_wherever_it_stands(
    daily: Report, vaccine: Article, drive: StoryReport, hostile: str
) -> None:
    clean = printed(daily)
    article = replace(vaccine, title=hostile, outlet=hostile, author=hostile)
    brief = replace(drive.brief, headline=hostile)
    origins = ((hostile, (article.id,)),)
    report = replace(
        daily,
        title=hostile,
        articles=tuple(article if one == vaccine else one for one in daily.articles),
        stories=(daily.stories[0], replace(drive, brief=brief, origins=origins)),
    )
    text = printed(report)
    assert hrefs(text) == hrefs(clean)
    blocks = [token.type for token in MarkdownIt("commonmark").enable("table").parse(text)]
    assert blocks == [token.type for token in MarkdownIt("commonmark").enable("table").parse(clean)]
    html = re.findall(r"<[^>]+>", MarkdownIt("commonmark").render(text))
    assert not [tag for tag in html if "script" in tag or "img" in tag or "'s1'" in tag]


def test_a_url_that_is_not_http_is_not_printed(daily: Report, vaccine: Article) -> None:
    bad = replace(vaccine, url="javascript:alert(1)")
    text = printed(replace(daily, articles=(*daily.articles[1:], bad)))
    assert "javascript" not in text
    assert "Lethe Record, 2026-03-10\n" in text


def test_no_claim_is_printed_twice_within_a_story(daily: Report) -> None:
    situation = section(printed(daily), "Situation")
    sentences = re.findall(
        r"^(?:- )?(?:\*\*.*\*\*: |\d\S+: )?([^*]{30,}?) \[", situation, re.MULTILINE
    )
    assert len(sentences) == len(set(sentences)) == 9


def test_marks_say_how_many_origins_carry_a_claim(daily: Report) -> None:
    situation = section(printed(daily), "Situation")
    assert "lower town of Ostrel. [1a] [2a] (2 origins)" in situation
    assert "since Sunday. [2c] (only Valley Ledger)" in situation


def test_a_claim_that_is_not_supported_says_so(daily: Report, dam: StoryReport) -> None:
    doubtful = replace(dam.brief.claims[1], verdict=Verdict("unchecked"))
    claims = (dam.brief.claims[0], doubtful, dam.brief.claims[2])
    text = printed(with_story(daily, dam, claims=claims, single_source=()))
    assert "moved to schools. [1c] (unchecked)" in section(text, "Situation")


def test_one_origin_is_said_once(daily: Report) -> None:
    text = printed(daily)
    assert "*One origin: Lethe Record, 2026-03-10*" in text
    assert "only Lethe Record" not in text


def test_copies_of_one_origin_are_counted_as_outlets(
    daily: Report, dam: StoryReport, wire: Article, copy: Article, drive: StoryReport
) -> None:
    ids = (wire.id, copy.id)
    story = replace(dam, articles=ids, origins=(("Newswire", ids),))
    text = printed(replace(daily, stories=(story, drive)))
    assert "*2 outlets, 1 origin (Newswire), 2026-03-11*" in text


def test_a_story_without_dates_has_none_in_its_line(daily: Report, vaccine: Article) -> None:
    undated = replace(vaccine, published=None)
    text = printed(replace(daily, articles=(*daily.articles[1:], undated)))
    assert "*One origin: Lethe Record*" in text
    assert "| 1 | 1 | undated |" in text
    assert "— Lethe Record, undated;" in text


def test_differing_figures_stand_side_by_side(daily: Report) -> None:
    assert "\n**Sources differ** on people killed: 26 [1b] / 31 [2b]\n" in printed(daily)


def test_differing_statements_are_quoted_where_no_figure_is_known(
    daily: Report, dam: StoryReport
) -> None:
    text = printed(with_story(daily, dam, figures=()))
    assert (
        "on people killed: “Twenty-six people were killed, the district office said.” [1b] / "
        "“Thirty-one people were killed, rescuers said on Wednesday.” [2b]"
    ) in text


def test_a_side_that_stands_above_is_only_cited(daily: Report, dam: StoryReport) -> None:
    main = dam.brief.bottom_line
    assert main is not None
    about = Difference("the hour", (main, dam.brief.differ[0].sides[1]))
    text = printed(with_story(daily, dam, differ=(about, *dam.brief.differ)))
    assert "\n- the hour: [1a] [2a] / “Thirty-one people" in text
    assert "\n- people killed: 26 [1b] / 31 [2b]\n" in text


def test_a_timeline_is_in_order_of_its_dates(daily: Report) -> None:
    days = re.findall(r"^- (2026-\S+): .* \[1", section(printed(daily), "Situation"), re.MULTILINE)
    assert days == ["2026-03-09", "2026-03-10", "2026-03-15"]


@pytest.mark.parametrize("kept", [slice(0, 2), slice(3, 4)])
def test_fewer_than_three_events_are_no_timeline(
    daily: Report, dam: StoryReport, kept: slice
) -> None:
    text = printed(with_story(daily, dam, timeline=dam.brief.timeline[kept]))
    assert "**Timeline**" not in text


def test_three_events_of_one_day_are_no_timeline(daily: Report, dam: StoryReport) -> None:
    events = tuple(Event("2026-03-09", event.claim) for event in dam.brief.timeline)
    assert "**Timeline**" not in printed(with_story(daily, dam, timeline=events))


def test_a_quotation_names_its_speaker(daily: Report) -> None:
    assert "\n- **Ilse Tarn**: “We heard it before we saw it,” said" in printed(daily)


def test_a_quotation_within_a_printed_sentence_is_left_out(
    daily: Report, dam: StoryReport, wire: Article
) -> None:
    start = wire.text.index("flooded the lower")
    part = wire.quote(start, start + 30)
    said = Quotation("q1", part.text, (part,), "en", 1, Verdict("supported"), 1)
    assert "**Quotations**" not in printed(with_story(daily, dam, quotations=(said,)))


def test_a_quotation_without_a_speaker_stands_alone(daily: Report, dam: StoryReport) -> None:
    said = replace(dam.brief.quotations[0], speaker=None)
    assert "\n- “We heard it" in printed(with_story(daily, dam, quotations=(said,)))


def test_a_headline_that_is_its_bottom_line_is_printed_once(
    daily: Report, dam: StoryReport
) -> None:
    main = dam.brief.bottom_line
    assert main is not None
    situation = section(printed(with_story(daily, dam, headline=main.text)), "Situation")
    assert situation.count("The spillway of the Varno dam gave way") == 1
    assert "### 1. The spillway of the Varno dam gave way on Tuesday night" in situation
    assert '[1a] [2a] (2 origins) <a id="s1"></a>' in situation


def test_a_story_without_a_bottom_line_still_has_its_claims(
    daily: Report, dam: StoryReport
) -> None:
    situation = section(printed(with_story(daily, dam, bottom_line=None)), "Situation")
    assert "2026-03-11*\n\n- The spillway of the Varno dam" in situation


def test_a_story_in_one_line_names_who_tells_it(daily: Report) -> None:
    also = section(printed(daily, 45), "Also reported")
    assert (
        '- <a id="s2"></a>Health officers in Lethe County began a measles vaccination drive on '
        "Monday. [3a] (Lethe Record)"
    ) in also


def test_a_headline_that_says_more_leads_its_line(daily: Report, drive: StoryReport) -> None:
    brief = replace(drive.brief, headline="Parents queue in the rain for hours")
    report = replace(daily, stories=(daily.stories[0], replace(drive, brief=brief)))
    also = section(printed(report, 50), "Also reported")
    assert "</a>**Parents queue in the rain for hours** — Health officers" in also


def test_single_stories_in_one_line_are_not_in_the_table(many: Many) -> None:
    text = printed(many([2, 2, 1, 1, 1, 1, 1]))
    assert "](#s6)" in text
    assert "](#s7)" not in text
    assert '<a id="s7"></a>' in text


def test_what_is_left_out_is_said(daily: Report, many: Many) -> None:
    assert "\n*Left out for length: " in printed(many([2] * 9), 60)
    assert "Left out for length" not in printed(daily)


def test_values_that_were_replaced_lead_to_those_that_stand(
    daily: Report, dam: StoryReport
) -> None:
    old, new = dam.brief.figures[0].values
    figure = Figure("people killed", "people", (new, replace(old, superseded=True)))
    text = printed(replace(daily, key_figures=(figure,)))
    assert "| people killed | 26 [1b] → 31 [2b] | 2026-03-11 |" in text


def test_values_of_different_days_say_their_day_the_newest_first(
    daily: Report, dam: StoryReport
) -> None:
    old = replace(dam.brief.figures[0].values[0], text="seven", as_of=date(2026, 3, 9))
    new = replace(dam.brief.figures[0].values[1], text="nine", as_of=date(2026, 3, 10))
    figure = Figure("people killed", None, (old, new))

    text = printed(replace(daily, key_figures=(figure,)))

    assert re.search(r"\| people killed \| nine .*\(2026-03-10\) / seven .*\(2026-03-09\) \|", text)


def test_a_figure_without_a_date_has_an_empty_cell(daily: Report, dam: StoryReport) -> None:
    value: Value = replace(dam.brief.figures[0].values[0], as_of=None)
    figure = Figure("people killed", None, (value,))
    assert "| people killed | 26 [1b] |  |" in printed(replace(daily, key_figures=(figure,)))


def test_figures_of_stories_that_are_left_out_are_left_out(daily: Report, vaccine: Article) -> None:
    start = vaccine.text.index("12,000")
    quotes = (vaccine.quote(start, start + 6),)
    figure = Figure("children", None, (Value(12_000.0, "12,000", None, 1, quotes),))
    report = replace(daily, key_figures=(*daily.key_figures, figure))
    assert "| children |" in printed(report)
    assert "| children |" not in printed(report, 1)


def test_at_most_three_passages_follow_a_claim(
    daily: Report, dam: StoryReport, wire: Article
) -> None:
    main = dam.brief.claims[1]
    quotes = (*main.quotes, *(wire.quote(n, n + 30) for n in (0, 40, 100)))
    claim: Claim = replace(main, quotes=quotes)
    claims = (dam.brief.claims[0], claim)
    text = printed(with_story(daily, dam, claims=claims, single_source=()))
    line = next(line for line in text.splitlines() if "- More than 4,000" in line)
    assert len(CITED.findall(line)) == 3


def test_carriers_are_named_with_the_cited_article(daily: Report) -> None:
    sources = section(printed(daily), "Sources")
    assert "**1. Dam spillway fails above ostrel** — Harbor Courier, 2026-03-11; [link]" in sources
    assert " · also carried by: Northern Post\n" in sources
    assert "Also read" not in sources


def test_articles_that_are_not_cited_stand_in_one_line(daily: Report, wire: Article) -> None:
    others = tuple(
        replace(wire, key=f"k{n}", title="" if n else "Night market", language="es")
        for n in range(42)
    )
    sources = section(printed(replace(daily, articles=(*daily.articles, *others))), "Sources")
    line = next(line for line in sources.splitlines() if line.startswith("Also read: "))
    assert line.startswith("Also read: Night market (Harbor Courier, 2026-03-11, in es); untitled")
    assert line.endswith("; and 2 more")


def test_a_passage_says_on_which_page_it_stands(daily: Report, drive: StoryReport) -> None:
    main = drive.brief.claims[1]
    paged = replace(main, quotes=(replace(main.quotes[0], locator=Locator(page="7")),))
    bare = replace(drive.brief.claims[0])
    bare = replace(bare, quotes=(replace(bare.quotes[0], locator=Locator()),))
    brief = replace(drive.brief, bottom_line=bare, claims=(bare, paged))
    overview = replace(daily.overview, bottom_line=(), highlights=())
    stories = (daily.stories[0], replace(drive, brief=brief))
    text = printed(replace(daily, stories=stories, overview=overview))
    assert 'by June." (p. 7)\n' in text
    assert 'drive on Monday."\n' in text


def test_a_long_passage_is_printed_whole(many: Many) -> None:
    report = many([1])
    article = report.articles[0]
    whole = article.quote(0, len(article.text))
    claim = replace(report.stories[0].brief.claims[0], quotes=(whole,))
    brief = replace(report.stories[0].brief, bottom_line=claim, claims=(claim,))
    text = printed(replace(report, stories=(replace(report.stories[0], brief=brief),)))
    assert f'"{article.text}" (¶ 1)' in text
    assert len(article.text) > 400


def test_every_value_is_one_line_and_no_blank_line_is_doubled(daily: Report) -> None:
    text = printed(daily)
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not re.search(r"[ \t]$", text, re.MULTILINE)
    assert "  " not in text.replace("\n  - ", "\n- ")


def test_labels_are_in_the_language_of_the_report(daily: Report) -> None:
    french = printed(replace(daily, language="fr"))
    assert "\n**L’essentiel** — " in french
    assert "du 2026-03-10 au 2026-03-11" in french
    assert "— Harbor Courier, 2026-03-11, langue : en;" in french
    assert "\n## De un vistazo\n" in printed(replace(daily, language="es"))


def test_the_same_report_gives_the_same_page(daily: Report) -> None:
    slower = replace(daily, method=replace(daily.method, seconds=9.0))
    assert printed(daily) == printed(slower)


def test_full_texts_stand_under_their_sources_where_they_are_wanted(daily: Report) -> None:
    text = to_markdown(settle(daily), Printing(embed="full"))
    sources = text.partition("\n## Sources\n")[2]

    assert sources.count("\nfull text:\n") == len(re.findall(r"(?m)^\*\*\d+\. ", sources))
    for paragraph in daily.articles[0].text.split("\n\n"):
        assert f"> {escape_markdown(paragraph)}\n" in sources
