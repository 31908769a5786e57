"""The report as an HTML file."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from summarize.claims import Difference, Finding, Verdict
from summarize.errors import TemplateFault
from summarize.report.assemble import settle
from summarize.report.desk import Embed, Printing
from summarize.report.html import to_html
from summarize.report.markdown import to_markdown
from summarize.reported import Header, Report, StoryReport
from summarize.templates.folders import Folders
from tests.report.seen import Seen


def printed(report: Report, printing: Printing | None = None) -> str:
    return to_html(settle(report), printing or Printing())


def citations(text: str) -> Iterator[str]:
    return (
        href.removeprefix("#c") for href in re.findall(r'class="cite"[^>]*href="(#c\w+)"', text)
    )


def test_everything_that_markdown_cites_is_cited_in_the_same_order(daily: Report) -> None:
    body = to_markdown(settle(daily)).partition("## Sources")[0]

    assert list(citations(printed(daily))) == re.findall(r"(?<!\\)\[(\d+[a-z]+)\]", body)


@pytest.mark.parametrize("kind", ["daily", "single"])
def test_every_anchor_stands_once_and_every_link_leads_somewhere(
    kind: str, request: pytest.FixtureRequest
) -> None:
    seen = Seen(printed(request.getfixturevalue(kind)))

    ids = seen.all("id")
    assert len(ids) == len(set(ids))
    within = {href[1:] for href in seen.all("href") if href.startswith("#")}
    assert within <= set(ids)
    assert set(seen.all("aria-labelledby")) <= set(ids)
    assert all(href.startswith(("#", "https://news.example/")) for href in seen.all("href"))


def test_the_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else(
    daily: Report,
) -> None:
    text = printed(daily)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    digests = [
        base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        for part in (style, script)
    ]

    (policy,) = [said for said in Seen(text).all("content") if said.startswith("default-src")]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_nothing_is_loaded_and_no_element_has_a_style_or_a_handler(daily: Report) -> None:
    seen = Seen(printed(daily))

    tags = {tag for tag, _ in seen.elements}
    assert not tags & {"img", "link", "iframe", "object", "embed", "audio", "video"}
    names = {name for _, attributes in seen.elements for name in attributes}
    assert not {name for name in names if name.startswith("on")} | (names & {"style", "src"})


def test_the_same_report_gives_the_same_page(daily: Report) -> None:
    assert printed(daily) == printed(daily)


def test_a_partial_report_says_so_in_its_title_and_its_head(daily: Report) -> None:
    text = printed(replace(daily, partial=True, missing=("2 stories were not written",)))

    assert "<title>INCOMPLETE: Daily brief</title>" in text
    assert "<strong>INCOMPLETE: 2 stories were not written</strong>" in text


def test_a_note_stands_in_the_head_of_a_whole_report(daily: Report) -> None:
    text = printed(replace(daily, missing=("news.example was not reached",)))

    assert "<strong>Note: news.example was not reached</strong>" in text
    assert "INCOMPLETE" not in text


def test_withheld_claims_are_counted_and_printed_on_request(daily: Report) -> None:
    counted, shown = Seen(printed(daily)).text, Seen(printed(daily, Printing(withheld=True))).text

    assert "1 claim withheld" in counted
    assert "NOT SUPPORTED" not in counted
    assert "NOT SUPPORTED : Forty people were killed." in shown
    assert 'number "40": not there' in shown


def test_a_claim_that_failed_is_marked_and_says_why(daily: Report, dam: StoryReport) -> None:
    lost = Verdict("unsupported", (Finding("number", "4,000", "it says 400"),))
    claims = tuple(replace(one, verdict=lost) for one in dam.brief.claims[1:])
    story = replace(dam, brief=replace(dam.brief, claims=(dam.brief.claims[0], *claims)))
    report = replace(daily, stories=(story,), method=replace(daily.method, unsupported="flag"))

    text = Seen(printed(report)).text
    assert "NOT SUPPORTED: More than 4,000 residents were moved to schools." in text
    assert 'number "4,000": it says 400' in text


def test_pictures_say_in_words_what_they_show(daily: Report) -> None:
    text = printed(daily)
    said = [
        attributes["aria-label"]
        for tag, attributes in Seen(text).elements
        if tag == "svg" and "aria-label" in attributes
    ]

    assert "people killed: 26 / 31" in said
    assert "Timeline: 2026-03-09 – 2026-03-15" in said
    assert "Articles by day: 2026-03-10: 1; 2026-03-11: 3" in said
    assert "1 copy" in said
    assert "1 own text" in said


def test_sentences_that_differ_have_no_picture(daily: Report, dam: StoryReport) -> None:
    sides = dam.brief.differ[0].sides
    brief = replace(dam.brief, differ=(Difference("who was killed", sides),), figures=())
    text = printed(replace(daily, stories=(replace(dam, brief=brief),)))

    assert "who was killed:" in text
    assert 'class="chart range"' not in text


def test_a_brief_of_one_article_has_its_parts(single: Report) -> None:
    text = Seen(printed(single)).text

    for said in ("Bottom line", "Floods", "Who Ilse Tarn", "Quotations", "people killed: 26"):
        assert said in text


def test_an_article_among_several_has_its_headline_and_its_link(
    single: Report,
) -> None:
    text = printed(replace(single, title="Articles"))

    assert ">Dam spillway fails above ostrel</h2>" in text
    assert text.count('href="https://news.example/dam-spillway-fails-above-ostrel"') == 2


def test_without_sources_marks_lead_nowhere(daily: Report) -> None:
    text = printed(daily, Printing(sections=("highlights", "stories")))

    assert 'class="cite"' not in text
    assert "[1a]" in text
    assert 'class="source"' not in text


def test_labels_are_in_the_language_and_texts_say_theirs(daily: Report) -> None:
    text = printed(daily, Printing(language="fr"))

    assert '<html lang="fr" dir="ltr">' in text
    assert 'lang="en" dir="ltr">The spillway of the Varno dam' in text


def test_a_person_changes_one_block_and_the_style(daily: Report, tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "page.html.j2").write_text(
        '{% extends "default/report/page.html.j2" %}{% block tools %}<p>none</p>{% endblock %}',
        encoding="utf-8",
    )
    (tmp_path / "report" / "page.css.j2").write_text("p { color: red }", encoding="utf-8")

    text = printed(daily, Printing(folders=Folders((tmp_path,))))

    assert "<style>p { color: red }</style>" in text
    assert "<p>none</p>" in text
    digest = base64.b64encode(hashlib.sha256(b"p { color: red }").digest()).decode()
    assert f"style-src 'sha256-{digest}'" in text


def test_a_template_that_cannot_be_filled_is_named(daily: Report, tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "page.html.j2").write_text("{{ page.none }}", encoding="utf-8")

    with pytest.raises(TemplateFault, match=r"page\.html\.j2:1: .*none"):
        printed(daily, Printing(folders=Folders((tmp_path,))))


def test_what_the_settings_say_stands_under_the_title(daily: Report) -> None:
    text = printed(replace(daily, header=Header("Valley", "", "INTERNAL", "at 7")))

    assert '<li class="marking"><strong>INTERNAL</strong></li>' in text
    assert '<p class="imprint" dir="auto">Produced by Valley · next report: at 7</p>' in text


def test_a_page_from_right_to_left_says_its_dates_in_order(daily: Report) -> None:
    text = printed(daily, Printing(language="ar"))

    assert '<html lang="ar" dir="rtl">' in text
    assert "حتى تاريخ \u200e2026-03-11" in text


@pytest.mark.parametrize("embed", ["none", "passages", "full"])
def test_no_more_of_the_articles_goes_in_than_is_asked_for(daily: Report, embed: Embed) -> None:
    text = printed(daily, Printing(embed=embed))

    assert ('class="quoted"' in text) == (embed != "none")
    assert ('<details class="full">' in text) == (embed == "full")
