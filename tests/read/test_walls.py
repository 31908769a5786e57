"""Pages that stand in the way of an article are skipped by name; articles are not."""

import json

import pytest

from summarize.read.draft import Draft
from tests.read.documents import drafts, reasons
from tests.read.wall_pages import PAGES, TEASERS

LINKS = "".join(
    f"<li><a href='/{n}'>The ferry to Hale is late for day {n}</a></li>" for n in range(9)
)
STORY = "".join(
    f"<p>On day {n} the council of Orlen heard the fishermen of the north quay, who said that the"
    f" new mole would cost them {n + 30} moorings and that no plan for them had been drawn up.</p>"
    for n in range(8)
)


def page(title: str, body: str, head: str = "") -> bytes:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
        f"<body><nav><a href='/'>Home</a> <a href='/login'>Sign in</a></nav><main>{body}</main>"
        "<footer>Imprint</footer></body></html>"
    ).encode()


def told(title: str, body: str, head: str = "") -> list[str]:
    return reasons(page(title, body, head), "a.html")


@pytest.mark.parametrize(("kind", "tongue", "title", "body"), PAGES)
def test_a_wall_is_skipped_by_name(kind: str, tongue: str, title: str, body: str) -> None:
    assert told(title, body.replace("{t}", TEASERS[tongue]).replace("{l}", LINKS)) == [kind]


def test_the_walls_are_of_seven_languages() -> None:
    assert {tongue for _, tongue, _, _ in PAGES} == set(TEASERS)


@pytest.mark.parametrize(("kind", "body"), [(kind, body) for kind, _, _, body in PAGES])
def test_what_a_wall_says_beside_a_whole_article_hides_nothing(kind: str, body: str) -> None:
    around = body.replace("{t}", "").replace("{l}", LINKS)
    whole = page("Fishermen heard in Orlen | Ledger", f"<article>{STORY}{STORY}</article>{around}")
    (draft,) = drafts(whole, "a.html")
    assert isinstance(draft, Draft)
    assert draft.found.wall == "", kind


@pytest.mark.parametrize("said", [False, "False", "http://schema.org/False"])
def test_a_short_text_that_is_not_free_is_a_paywall(said: object) -> None:
    value = {"@type": "NewsArticle", "headline": "Quay", "isAccessibleForFree": said}
    head = f"<script type='application/ld+json'>{json.dumps(value)}</script>"
    assert told("Council split over quay", TEASERS["en"], head) == ["paywall"]


def test_a_locked_tier_is_a_paywall() -> None:
    head = "<meta property='article:content_tier' content='locked'>"
    assert told("Council split over quay", TEASERS["en"], head) == ["paywall"]


def test_a_whole_text_that_is_not_free_is_read() -> None:
    value = {"@type": "NewsArticle", "headline": "Quay", "isAccessibleForFree": False}
    head = f"<script type='application/ld+json'>{json.dumps(value)}</script>"
    assert told("Council split over quay", STORY, head) == []


@pytest.mark.parametrize("tongue", sorted(TEASERS))
def test_a_short_article_is_read(tongue: str) -> None:
    banner = "<div class='bar'><p>We use cookies.</p><a href='/s'>Subscribe now</a></div>"
    assert told("Council split over quay", f"{TEASERS[tongue]}{TEASERS[tongue]}{banner}") == []


def test_an_article_about_cookies_is_read() -> None:
    text = "".join(
        f"<p>The regulator of Orlen fined {name} over cookies that it had set without consent, and"
        " said that visitors had been shown no way to refuse them for eleven months.</p>"
        for name in ("the Valley Ledger", "Hale Ferries", "the Northern Bank")
    )
    assert told("Three firms fined over cookies", text) == []


def test_a_script_of_a_challenge_tells_a_captcha() -> None:
    body = "<p>Please enable JavaScript.</p><div class='g-recaptcha'></div>"
    assert told("valley.example", body) == ["captcha"]


def test_a_page_that_is_long_is_searched_at_both_ends() -> None:
    body = TEASERS["en"] + f"<ul>{LINKS * 150}</ul><p>Subscribe to continue reading</p>"
    assert told("Council split over quay", body)[:1] == ["paywall"]
