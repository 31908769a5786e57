"""`--group model`: a model settles what tells one event, where the words leave it in doubt."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run
from tests.stories.texts import DAM, DAM_LATER, HARBOUR

BRIEF = {
    "bottom_line": {"text": "The dam broke.", "cites": [1]},
    "claims": [],
    "who": [],
    "where": [],
    "quotations": [],
}
REST = [
    {"template": "article", "reply": BRIEF},
    {"template": "story", "reply": BRIEF | {"headline": 1, "timeline": [], "differ": []}},
    {"template": "overview", "reply": {"bottom_line": [], "highlights": [], "gaps": []}},
    {"template": "repair", "reply": {"text": "", "cites": []}},
]
Grouped = Callable[..., Ran]


def pair(said: str) -> dict[str, Any]:
    return {"template": "pair", "reply": {"why": "made", "same_event": said}}


@pytest.fixture
def grouped(run: Run, news: Path) -> Grouped:
    """`grouped(first, *options)`: a daily brief of a pile in which one pair is in doubt.

    `first` is what the script says before all else.
    """
    for old in news.iterdir():
        old.unlink()
    pile = [("Ledger", DAM, 10), ("Courier", DAM_LATER, 14), ("Gazette", HARBOUR, 10)]
    entries = [
        {
            "title": text[:40],
            "text": text,
            "outlet": outlet,
            "url": f"https://news.example/{outlet}",
            "published": f"2026-03-{day}",
        }
        for outlet, text, day in pile
    ]
    lines = "".join(json.dumps(entry) + "\n" for entry in entries)
    (news / "pile.jsonl").write_text(lines, encoding="utf-8")

    def call(first: dict[str, Any], *options: str) -> Ran:
        script = "".join(json.dumps(line) + "\n" for line in [first, *REST])
        Path("script.jsonl").write_text(script, encoding="utf-8")
        given = ["-m", "scripted:script.jsonl", "--store", "s.db", "--no-history", "-o", "r.json"]
        return run("daily", str(news), "--group", "model", *given, *options)

    return call


def report() -> Any:
    return json.loads(Path("r.json").read_text(encoding="utf-8"))


def stories() -> int:
    return len(report()["stories"])


@pytest.mark.parametrize(("said", "count"), [("yes", 2), ("no", 3)])
def test_the_model_settles_a_doubtful_pair(grouped: Grouped, said: str, count: int) -> None:
    ran = grouped(pair(said))

    assert (ran.code, stories()) == (0, count)
    assert "pair.md.j2" in report()["method"]["templates"]


def test_an_answer_is_paid_once(grouped: Grouped) -> None:
    grouped(pair("yes"))
    calls = report()["method"]["calls"]

    grouped(pair("yes"))

    method = report()["method"]
    assert (method["calls"], method["reused"]) == (0, calls)


def test_a_dry_run_counts_the_pair_calls(grouped: Grouped) -> None:
    ran = grouped(pair("yes"), "--dry-run")

    assert "(pair 1, article 3, overview 1)" in ran.out


def test_a_limit_is_said_to_hold_the_pair_calls_too(grouped: Grouped) -> None:
    ran = grouped(pair("yes"), "--dry-run", "--max-calls", "3")

    assert "up to 5 calls, over the limit of 3 calls: about 1 of 3 stories" in ran.out


def test_without_an_answer_the_words_decide_and_the_report_says_so(grouped: Grouped) -> None:
    ran = grouped({"template": "pair", "error": "Filtered"})

    assert (ran.code, stories()) == (3, 3)
    [line] = report()["missing"]
    assert line.endswith("1 doubtful pair was grouped by words")


def test_with_no_calls_left_the_report_is_that_of_the_built_in_writer(grouped: Grouped) -> None:
    ran = grouped(pair("yes"), "--max-calls", "0")

    assert (ran.code, stories()) == (3, 3)


@pytest.mark.parametrize("command", ["daily", "brief"])
@pytest.mark.usefixtures("grouped")
def test_without_a_model_a_notice_says_that_it_has_no_effect(
    run: Run, news: Path, command: str
) -> None:
    ran = run(command, str(news), "--group", "model")

    assert ran.code == 0
    assert "--group model has no effect: the built-in writer asks no model" in ran.err


@pytest.mark.usefixtures("grouped")
def test_the_messages_of_a_pair_can_be_seen_before(run: Run, news: Path) -> None:
    ran = run("prompts", "preview", "pair", str(news))

    assert ran.code == 0
    assert ran.out.count("--- user") == 1
    assert "claims: none are shown" in ran.err


def test_where_nothing_is_in_doubt_no_pair_call_is_needed(run: Run, news: Path) -> None:
    ran = run("prompts", "preview", "pair", str(news))

    assert ran.code == 2
    assert "no pair call is needed: no two articles are in doubt" in ran.err
