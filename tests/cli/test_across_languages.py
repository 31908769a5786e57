"""Articles in other languages, joined to their stories after a model's brief of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run

DAM = (
    "The Karrow dam above Dunmore broke on Tuesday morning and flooded two towns, killing 26 "
    "people, the governor said. Families waited on roofs for boats, and schools stay closed."
)
SHIP = (
    "A container ship ran aground on a sand bank off Port Ellis on Tuesday. Tugs tried to free it "
    "at high water, and the harbour stays closed to large ships until the weekend."
)
FLOOD_UR = (
    "منگل کی صبح ایک بڑا بند ٹوٹ گیا اور دو شہر ڈوب گئے۔ لوگ چھتوں پر کشتیوں کا انتظار کرتے رہے۔"
)
TRAIN_UR = "حکومت نے نئی ریل گاڑیوں کی خریداری کا اعلان کیا۔ یہ گاڑیاں اگلے سال سے چلیں گی۔"

FLOOD_EN = "The Karrow dam above Dunmore broke on Tuesday morning and flooded two towns."
WAITED_EN = "Families waited on roofs for boats."
TRAIN_EN = "The government announced that it will buy new trains."
MADE_UP = "The dam was blown up by 77 men."
EMPTY: dict[str, Any] = {"who": [], "where": [], "quotations": []}
Told = Callable[..., Ran]


def brief(contains: str, *claims: str) -> dict[str, Any]:
    said = [{"text": text, "cites": [number]} for number, text in enumerate(claims, 1)]
    reply = {"bottom_line": said[0], "claims": said[1:], **EMPTY}
    return {"template": "article", "contains": contains, "reply": reply}


STORY = {
    "template": "story",
    "reply": {
        "headline": 1,
        "bottom_line": {"text": FLOOD_EN, "cites": [1, 3]},
        "claims": [],
        "timeline": [],
        "differ": [],
        **EMPTY,
    },
}
REST = [
    {"template": "overview", "reply": {"bottom_line": [], "highlights": [], "gaps": []}},
    {"template": "repair", "reply": {"text": "", "cites": []}},
]
LINES = [
    brief(FLOOD_UR[:20], FLOOD_EN, WAITED_EN),
    brief(TRAIN_UR[:20], TRAIN_EN),
    brief("Karrow dam above", *DAM.split(". ")),
    brief("container ship", *SHIP.split(". ")),
    STORY,
    *REST,
]


@pytest.fixture
def told(run: Run, news: Path) -> Told:
    """`told(*options, lines)`: a daily brief of two English and two Urdu articles."""
    for old in news.iterdir():
        old.unlink()
    pile = [("Ledger", DAM, "en"), ("Gazette", SHIP, "en"), ("Awaz", FLOOD_UR, "ur")]
    write(news, [*pile, ("Subh", TRAIN_UR, "ur")])

    def call(*options: str, lines: list[dict[str, Any]] = LINES) -> Ran:
        script = "".join(json.dumps(line) + "\n" for line in lines)
        Path("script.jsonl").write_text(script, encoding="utf-8")
        model = ["-m", "scripted:script.jsonl", "--store", "s.db", "-o", "r.json", "-o", "r.md"]
        return run("daily", str(news), *model, *options)

    return call


def write(folder: Path, pile: list[tuple[str, str, str]], day: int = 10) -> None:
    entries = [
        {
            "title": text[:25],
            "text": text,
            "outlet": outlet,
            "language": language,
            "url": f"https://news.example/{day}/{outlet}",
            "published": f"2026-03-{day}",
        }
        for outlet, text, language in pile
    ]
    lines = "".join(json.dumps(entry) + "\n" for entry in entries)
    (folder / "pile.jsonl").write_text(lines, encoding="utf-8")


def report() -> Any:
    return json.loads(Path("r.json").read_text(encoding="utf-8"))


def outlets(made: Any) -> list[list[str]]:
    of = {article["id"]: article["outlet"] for article in made["articles"]}
    return sorted(sorted(of[id_] for id_ in story["articles"]) for story in made["stories"])


def test_an_article_joins_the_story_that_its_brief_tells(told: Told) -> None:
    ran = told()

    assert ran.code == 0
    assert outlets(report()) == [["Awaz", "Ledger"], ["Gazette"], ["Subh"]]


def test_joining_costs_no_call_but_that_of_the_joined_story(told: Told) -> None:
    told()

    # Four briefs, the story of two origins, the overview.
    assert report()["method"]["calls"] == 6


def test_only_what_stays_unjoined_is_listed(told: Told) -> None:
    told()

    assert "Not grouped across languages (ur: 1)." in Path("r.md").read_text(encoding="utf-8")


def test_a_dry_run_counts_them_as_single_stories(told: Told) -> None:
    ran = told("--dry-run")

    assert "(article 4, overview 1)" in ran.out


def test_a_dry_run_counts_what_answers_in_the_store_join(told: Told) -> None:
    told("--no-history")

    ran = told("--dry-run", "--no-history", lines=LINES)

    assert "6 for answers in the store" in ran.out


def test_top_counts_the_stories_before_they_are_joined(told: Told) -> None:
    told("--top", "3")

    assert sum(map(len, outlets(report()))) == 3
    assert report()["excluded"] == {"--top 3": 1}


@pytest.mark.parametrize("how", ["one", "each"])
def test_where_a_person_says_what_the_stories_are_nothing_is_joined(told: Told, how: str) -> None:
    told("--group", how)

    assert len(outlets(report())) == (1 if how == "one" else 4)


def test_a_claim_withheld_from_a_joined_article_names_the_story_it_joined(told: Told) -> None:
    told(lines=[brief(FLOOD_UR[:20], FLOOD_EN, MADE_UP), *LINES])

    made = report()
    ids = {story["id"] for story in made["stories"]}
    assert [one["claim"]["text"] for one in made["withheld"]] == [MADE_UP]
    assert {one["story"] for one in made["withheld"]} <= ids


def test_a_brief_that_failed_leaves_its_article_alone(told: Told) -> None:
    failed = {"template": "article", "contains": FLOOD_UR[:20], "error": "Filtered"}

    ran = told(lines=[failed, *LINES])

    assert ran.code == 3
    assert ["Awaz"] in outlets(report())
    [line] = report()["missing"]
    assert f"the built-in writer wrote the brief of article “{FLOOD_UR[:20]}" in line


def test_a_joined_story_keeps_its_id_in_the_next_edition(told: Told, news: Path) -> None:
    told()
    [before] = [story for story in report()["stories"] if len(story["origins"]) == 2]
    pile = [("Ledger", DAM.replace("26", "31"), "en"), ("Gazette", SHIP, "en")]
    write(news, [*pile, ("Awaz", FLOOD_UR, "ur")], day=11)

    told()

    [after] = [story for story in report()["stories"] if len(story["origins"]) == 2]
    assert (report()["number"], after["id"]) == (2, before["id"])
