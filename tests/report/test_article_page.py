"""Briefs of single articles."""

from __future__ import annotations

import re
from dataclasses import replace

from summarize.article import Article
from summarize.report.assemble import settle
from summarize.report.desk import Printing
from summarize.report.markdown import to_markdown
from summarize.reported import Report


def printed(report: Report, words: int = 1_500) -> str:
    return to_markdown(settle(report), Printing(words))


def test_a_brief_of_one_article_is_a_whole_page(single: Report) -> None:
    text = printed(single)
    order = [
        "# Dam spillway fails above Ostrel",
        "As of 2026-03-11 · 2026-03-10 to 2026-03-11 · 1 article → 1 outlet ·",
        "*Harbor Courier, 2026-03-11* · [link](https://news.example/dam-spillway",
        "**Bottom line** — The spillway of the Varno dam",
        "**What it says**",
        "### Floods",
        "- More than 4,000 residents were moved to schools. [1c]",
        "**Who**: Ilse Tarn",
        "**Where**: Ostrel, Varno",
        "**When**: 2026-03-09, 2026-03-10",
        "- people killed: 26 [1b]",
        "- **Ilse Tarn**: “We heard it",
        "## Sources",
        "## How this was made",
    ]
    places = [text.index(line) for line in order]
    assert places == sorted(places)
    assert text.count("The spillway of the Varno dam gave way") == 2, "said once, quoted once"


def test_every_citation_of_a_brief_has_its_passage(single: Report) -> None:
    text = printed(single)
    defined = set(re.findall(r"^\[(\w+)\]: #c\1$", text, re.MULTILINE))
    assert defined == set(re.findall(r'<a id="c(\w+)"></a>\[\1\] "', text))
    assert defined == {"1a", "1b", "1c", "1d"}


def test_a_headline_that_is_the_title_is_not_repeated(single: Report) -> None:
    brief = replace(single.briefs[0], headline=single.title)
    assert printed(replace(single, briefs=(brief,))).count(single.title) == 1
    assert printed(single).count('<a id="b1"></a>') == 1


def test_briefs_stand_in_the_order_given_and_share_the_words(
    single: Report, wire: Article, copy: Article
) -> None:
    first = single.briefs[0]
    second = replace(first, article=copy.id, headline="The second", sections=(), figures=())
    both = replace(single, briefs=(first, second), articles=(wire, copy))
    text = printed(both, words=40)
    assert text.index('id="b1"') < text.index('## The second <a id="b2"></a>')
    assert "\n*Left out for length: 2 more statements. " in text


def test_parts_that_an_article_does_not_have_are_left_out(single: Report, wire: Article) -> None:
    brief = replace(
        single.briefs[0],
        bottom_line=None,
        who=(),
        where=(),
        when=(),
        figures=(),
        quotations=(),
        sections=(),
    )
    text = printed(replace(single, briefs=(brief,), articles=(replace(wire, url=None),)))
    assert not re.search(r"\*\*(Bottom line|Who|Where|When|Figures|Quotations)\*\*", text)
    assert "\n*Harbor Courier, 2026-03-11*\n" in text
    assert "\n- The spillway of the Varno dam gave way" in text


def test_a_section_whose_claims_are_cut_is_left_out(single: Report) -> None:
    assert "### Floods" not in printed(single, words=10)


def test_a_report_without_briefs_is_a_head_and_a_method(single: Report) -> None:
    text = printed(replace(single, briefs=(), articles=()))
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["How this was made"]
