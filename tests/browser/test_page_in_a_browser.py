"""The page as people use it: by mouse, by keys, on a phone, on paper, without scripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page
from pypdf import PdfReader

from summarize.report.citations import number_citations
from summarize.report.escape import fold
from summarize.report.reading import load

Open = Callable[..., Any]

PHONE = 360
# Clicks each citation of the page; gives for each its mark and the words that are then shown.
CLICK_ALL = """() => [...document.querySelectorAll(".cite")].map((cite) => {
  cite.click();
  const shown = [...document.querySelectorAll("#panel-text mark")];
  return [cite.textContent, shown.map((mark) => mark.textContent).join(" ")];
})"""
# The widest that anything reaches to the right of the window.
BEYOND = """() => Math.max(...[...document.body.querySelectorAll("*")]
  .filter((node) => !node.closest(".wide, .unseen, .skip") && node.getClientRects().length)
  .map((node) => node.getBoundingClientRect().right)) - document.documentElement.clientWidth"""


def serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.className"))


def test_each_citation_shows_the_words_it_stands_for(example: Path, open_page: Open) -> None:
    opened = open_page(example / "brief.html")

    shown = opened.page.evaluate(CLICK_ALL)

    quotes = number_citations(load(example / "report.json").report).quotes
    assert len(shown) > 50
    assert [said for _, said in shown] == [fold(quotes[mark[1:-1]].text) for mark, _ in shown]
    assert opened.said == []
    assert opened.asked == [(example / "brief.html").as_uri()]


def test_a_click_opens_the_passage_beside_the_text_and_close_leads_back(
    example: Path, open_page: Open
) -> None:
    page = open_page(example / "brief.html").page
    cite = page.locator(".story .cite").first

    cite.click()
    assert page.locator("#panel").is_visible()
    assert page.locator("#panel-verdict").inner_text() == "supported"
    assert page.locator("#panel-facts a").get_attribute("href").startswith("https://")
    page.locator("#close").click()

    assert not page.locator("#panel").is_visible()
    assert cite.evaluate("node => node === document.activeElement")


def test_what_the_check_found_stands_beside_the_passage(doubts: Path, open_page: Open) -> None:
    page = open_page(doubts).page
    page.locator(".unsupported .cite").first.click()

    assert page.locator("#panel-verdict").inner_text() == "not supported"
    assert page.locator("#panel-why").inner_text() == 'number "17": the passage says 12'
    assert "NOT SUPPORTED: " in page.locator(".unsupported").first.inner_text()


def test_everything_can_be_done_with_keys(example: Path, open_page: Open) -> None:
    page = open_page(example / "brief.html").page
    press = page.keyboard.press

    press("j")
    press("j")
    press("k")
    assert "claim" in focused(page)
    press("Enter")
    assert focused(page) == "panel-title"
    press("Escape")
    assert "cite" in focused(page)
    assert not page.locator("#panel").is_visible()
    press("/")
    assert focused(page) == "find"
    page.keyboard.type("measles")
    assert page.locator(".item:visible").count() < page.locator(".item").count()
    press("Escape")
    assert page.locator(".item:visible").count() == page.locator(".item").count()


def test_keys_of_one_letter_are_listed_and_can_be_switched_off(
    example: Path, open_page: Open
) -> None:
    page = open_page(example / "brief.html").page

    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    assert not page.locator("#keys").is_visible()
    page.keyboard.press("j")

    assert page.locator(".current").count() == 0


def test_a_citation_that_is_tabbed_to_shows_its_passage(example: Path, open_page: Open) -> None:
    page = open_page(example / "brief.html").page

    page.keyboard.press("Tab")
    assert focused(page) == "skip"
    page.keyboard.press("Tab")

    assert "cite" in focused(page)
    assert page.locator("#panel-text mark").inner_text() != ""


def test_statements_are_filtered_by_story_and_outlet(example: Path, open_page: Open) -> None:
    page = open_page(example / "brief.html").page
    every = page.locator(".item").count()

    page.select_option("#by-story", "2")
    of_story = page.locator(".item:visible").count()
    assert page.locator(".story:visible").count() == 1
    page.select_option("#by-outlet", "Radio Tavrenia")
    of_both = page.locator(".item:visible").count()

    assert 0 < of_both < of_story < every
    assert page.locator("#found").inner_text() == f"{of_both} of {every} statements"


def test_statements_are_filtered_by_what_the_check_found(doubts: Path, open_page: Open) -> None:
    page = open_page(doubts).page

    page.select_option("#by-verdict", "unchecked")
    unchecked = page.locator(".item:visible").all_inner_texts()
    page.select_option("#by-verdict", "unsupported")
    unsupported = page.locator(".item:visible").all_inner_texts()

    assert [("(unchecked)" in said) for said in unchecked] == [True]
    assert [said.startswith("NOT SUPPORTED: ") for said in unsupported] == [True]


def test_a_claim_has_an_address(example: Path, open_page: Open) -> None:
    page = open_page(example / "brief.html").page
    place = page.locator(".story .claim[id]").nth(4).get_attribute("id")

    page = open_page(example / "brief.html", f"#{place}").page

    assert focused(page) == place


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", PHONE)])
def test_axe_finds_nothing_serious(doubts: Path, open_page: Open, scheme: str, width: int) -> None:
    page = open_page(doubts, width=width, color_scheme=scheme).page
    page.locator(".unsupported .cite").first.click()

    assert serious(page) == []


def test_a_phone_needs_no_sideways_scroll(example: Path, open_page: Open) -> None:
    page = open_page(example / "brief.html", width=PHONE).page
    wide = page.evaluate(BEYOND)
    page.locator(".story .cite").first.click()

    assert wide <= 0
    assert page.evaluate(BEYOND) <= 0
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize(
    ("name", "paper", "width"), [("brief", "A4", 794), ("doubts", "Letter", 816)]
)
def test_on_paper_no_line_is_cut_and_none_is_lost(
    example: Path, open_page: Open, name: str, paper: str, width: int
) -> None:
    margins = 2 * 17 * 96 / 25.4  # as the style has them, in pixels
    page = open_page(example / f"{name}.html", width=width - int(margins)).page
    printed, outside = drawn(PdfReader(BytesIO(page.pdf(format=paper, print_background=True))))
    page.emulate_media(media="print")
    beyond = page.evaluate(BEYOND)
    said = Counter(map(squeezed, page.locator("main .words:visible").all_inner_texts()))

    assert beyond <= 1
    assert said
    assert {text for text, n in said.items() if squeezed(printed).count(text) < n} == set()
    assert outside == []


def drawn(pdf: PdfReader) -> tuple[str, list[str]]:
    """The text of all pages, and what of it stands in the margins: where a cut line goes on.

    The margins are 18 mm above and 20 mm below, here in points.
    """
    found: list[str] = []
    outside: list[str] = []
    for leaf in pdf.pages:
        top = float(leaf.mediabox.height) - 18 * 72 / 25.4

        def look(text: str, cm: Any, at: Any, _font: Any, _size: Any, top: float = top) -> None:
            height = at[4] * cm[1] + at[5] * cm[3] + cm[5]
            found.append(text)
            if text.strip() and not 20 * 72 / 25.4 <= height <= top:
                outside.append(text)

        leaf.extract_text(visitor_text=look)
    return "".join(found), outside


def test_without_scripts_the_page_reads_and_marks_lead_to_their_passages(
    example: Path, open_page: Open
) -> None:
    page = open_page(example / "brief.html", java_script_enabled=False).page
    cite = page.locator(".story .cite").first
    mark = cite.inner_text().strip("[]")

    cite.click()
    passage = page.locator(f"#c{mark}")
    passage.locator("summary").click()

    assert page.url.endswith(f"#c{mark}")
    assert passage.locator("mark").is_visible()
    assert not page.locator("#panel, .tools, #keys").first.is_visible()


def test_what_strangers_wrote_stays_text(strangers: Path, open_page: Open) -> None:
    opened = open_page(strangers)
    page = opened.page
    for cite in page.locator(".cite").all():
        cite.click()
        cite.hover()
    page.fill("#find", "<script>")

    assert page.evaluate("window.hacked") is None
    assert page.locator("script").count() == page.locator("style").count() == 1
    assert page.locator("img, iframe, object, [onmouseover], [onerror], [style]").count() == 0
    assert "\u202e" not in page.content()
    assert opened.said == []
    assert len(opened.asked) == 1


def test_each_text_says_its_language_and_direction(languages: Path, open_page: Open) -> None:
    page = open_page(languages, width=PHONE).page

    arabic = page.locator("blockquote[lang=ar]").first
    assert arabic.evaluate("node => getComputedStyle(node).direction") == "rtl"
    assert page.locator("blockquote[lang=zh]").count() > 0
    assert page.evaluate(BEYOND) <= 0
