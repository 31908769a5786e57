"""The page on which variants stand side by side, as HTML."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from summarize.errors import TemplateFault
from summarize.report.compare_page import ComparePage, PassageLine, SentenceLine, to_compare_page
from summarize.report.sample import samples
from summarize.templates.folders import Folders

HOSTILE = '</style><script>alert(1)</script><img src=x onerror="x">{{ 7*7 }}{% include "x" %}'


class Seen(HTMLParser):
    """Tags, addresses and ids of a page, and whether every tag is closed in its order."""

    VOID = frozenset({"meta", "br"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.values: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.values += attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, name: str) -> list[str]:
        return [value or "" for found, value in self.values if found == name]


def pages() -> list[ComparePage]:
    return list(samples(ComparePage))


def hostile(page: ComparePage) -> ComparePage:
    line = SentenceLine(
        HOSTILE, HOSTILE, "supported", (HOSTILE,), (PassageLine(1, HOSTILE, HOSTILE),)
    )
    story = page.stories[0]
    column = replace(story.columns[0], name=HOSTILE, headline=HOSTILE, claims=(line,))
    told = replace(story, title=HOSTILE, columns=(column,))
    sheet = replace(page.sheet, headline=HOSTILE, notes=(HOSTILE,))
    return replace(page, title=HOSTILE, sheet=sheet, stories=(told,))


@pytest.mark.parametrize("page", pages())
def test_a_page_is_well_formed(page: ComparePage) -> None:
    assert Seen(to_compare_page(page)).open == []


def test_the_policy_allows_the_style_of_the_page_and_nothing_else() -> None:
    text = to_compare_page(pages()[0])

    (style,) = re.findall(r"<style>(.*?)</style>", text, flags=re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = [v for v in Seen(text).all("content") if v.startswith("default-src")]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_nothing_is_loaded_and_no_script_is_there() -> None:
    seen = Seen(to_compare_page(pages()[0]))

    assert not {"script", "img", "link", "iframe", "form", "object"} & set(seen.tags)
    assert seen.all("src") == seen.all("style") == []
    assert all(target.startswith("#") for target in seen.all("href"))


def test_text_by_strangers_comes_out_as_it_stands() -> None:
    plain, attacked = to_compare_page(pages()[0]), to_compare_page(hostile(pages()[0]))

    assert set(Seen(attacked).tags) == set(Seen(plain).tags)
    assert "{{ 7*7 }}" in attacked
    assert "&lt;script&gt;" in attacked


def test_a_mark_leads_to_its_passage_and_shows_it() -> None:
    page = pages()[0]
    line = SentenceLine("Said.", "", "supported", (), (PassageLine(3, "The passage.", "Courier"),))
    story = replace(
        page.stories[0],
        anchor="story-1",
        columns=(replace(page.stories[0].columns[0], claims=(line,)),),
        passages=line.passages,
    )
    text = to_compare_page(replace(page, stories=(story,)))

    seen = Seen(text)
    assert "#story-1-3" in seen.all("href")
    assert "story-1-3" in seen.all("id")
    assert text.count("“The passage.”") == 2


def test_a_person_changes_one_block_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "compare.html.j2").write_text(
        '{% extends "default/report/compare.html.j2" %}\n'
        "{% block figures %}<p>none</p>{% endblock %}",
        encoding="utf-8",
    )

    text = to_compare_page(pages()[0], Folders((tmp_path,)))

    assert "<p>none</p>" in text
    assert "<table>" not in text


def test_a_template_that_cannot_be_filled_is_named(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "compare.html.j2").write_text("{{ page.none }}", encoding="utf-8")

    with pytest.raises(TemplateFault, match=r"compare\.html\.j2:1: .*none"):
        to_compare_page(pages()[0], Folders((tmp_path,)))
