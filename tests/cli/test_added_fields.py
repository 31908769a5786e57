"""Fields of a person's own templates, from the command line to the report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run

STORY = """+++
[[field]]
name = "affected"
type = "list"
cited = true

[[field]]
name = "severity"
type = "choice"
choices = ["low", "high"]

[[field]]
name = "impact"
max_words = 3
+++
{% extends "default/story.md.j2" %}
"""
BURST: dict[str, Any] = {"text": "The Karrow Dam burst on Monday night.", "cites": [1]}
TRAINS = (
    "The highway to the coast is closed, and trains stop in Wexmoor until the track is checked."
)
CLOSED: dict[str, Any] = {"text": TRAINS, "cites": [3]}
WRONG: dict[str, Any] = {"text": "Nine hundred people were brought to safety.", "cites": [2]}
ARTICLE: dict[str, Any] = {
    "bottom_line": BURST,
    "claims": [],
    "who": [],
    "where": [],
    "quotations": [],
}
FIELDS = {"affected": [CLOSED, WRONG], "severity": "high", "impact": "Roads are shut."}
HEAD = {"bottom_line": [BURST], "highlights": [], "gaps": []}


@pytest.fixture(autouse=True)
def _own(news: Path) -> None:
    (news / "rate.txt").unlink()
    Path("mine").mkdir()
    Path("mine/story.md.j2").write_text(STORY, encoding="utf-8")


def daily(run: Run, fields: dict[str, Any], *options: str) -> Ran:
    """A daily brief of the dam; the model answers its article with these fields."""
    lines = [
        {"template": "article", "reply": {**ARTICLE, **fields}},
        {"template": "overview", "reply": HEAD},
        {"template": "repair", "reply": {"text": "", "cites": []}},
    ]
    Path("s.jsonl").write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    files = ["--store", "s.db", "-o", "r.json", "-o", "r.md"]
    model = ["-m", "scripted:s.jsonl", "--prompts", "mine"]
    return run("daily", "news", "--no-history", *model, *files, *options)


def report() -> Any:
    return json.loads(Path("r.json").read_text(encoding="utf-8"))


def page() -> str:
    return Path("r.md").read_text(encoding="utf-8")


def test_a_field_goes_from_the_template_to_the_report(run: Run) -> None:
    daily(run, FIELDS)

    extra = report()["stories"][0]["extra"]
    assert [(c["text"], c["verdict"]) for c in extra["affected"]] == [(CLOSED["text"], "supported")]
    assert (extra["severity"], extra["impact"]) == ("high", "Roads are shut.")
    assert report()["missing"] == []
    assert f"**Affected**: {CLOSED['text']} [1" in page()
    assert "**Severity** (unsourced): high" in page()


def test_a_claim_of_a_field_is_withheld_where_its_passage_does_not_support_it(run: Run) -> None:
    daily(run, FIELDS)

    assert [entry["claim"]["text"] for entry in report()["withheld"]] == [WRONG["text"]]
    assert WRONG["text"] not in page()


def test_it_is_flagged_where_that_is_asked_for(run: Run) -> None:
    daily(run, FIELDS, "--unsupported", "flag")

    assert f"- NOT SUPPORTED: {WRONG['text']} [1" in page()


def test_why_says_in_which_field_a_claim_stands(run: Run) -> None:
    daily(run, FIELDS)
    [claim] = report()["stories"][0]["extra"]["affected"]

    ran = run("why", "r.json", claim["id"])

    assert "field affected" in " ".join(ran.out.split())


def test_the_report_holds_when_it_is_checked_again(run: Run) -> None:
    daily(run, FIELDS)

    assert run("check", "r.json").code == 0


def test_a_field_that_does_not_fit_is_told_and_the_report_is_complete(run: Run) -> None:
    ran = daily(run, {"affected": [], "severity": "grave", "impact": "All roads are shut now."})

    assert (ran.code, report()["partial"]) == (0, False)
    lines = report()["missing"]
    assert [line.partition(":")[0] for line in lines] == [
        "field severity of article “Karrow Dam bursts”",
        "field impact of article “Karrow Dam bursts”",
    ]
    assert lines[1].endswith("left out: 5 words, at most 3 are asked for")
    assert lines[1] in ran.err
    assert report()["stories"][0]["extra"] == {"affected": []}


def test_other_fields_are_asked_anew_and_the_same_are_not(run: Run) -> None:
    daily(run, FIELDS)
    again = daily(run, FIELDS)
    Path("mine/story.md.j2").write_text(STORY.replace('"impact"', '"effect"'), encoding="utf-8")
    other = daily(run, FIELDS)

    assert "0 calls" in again.err
    assert "0 calls" not in other.err


def test_the_built_in_writer_fills_none_and_says_so_once(run: Run) -> None:
    run("daily", "news", "--no-history", "-o", "r.json", "-o", "r.md")
    shipped = page()

    ran = run("daily", "news", "--no-history", "--prompts", "mine", "-o", "r.json", "-o", "r.md")

    said = "the built-in writer fills no added fields (affected, severity, impact)"
    assert ran.err.count(said) == 1
    assert (ran.code, page()) == (0, shipped)
    assert report()["stories"][0]["extra"] == {}


def test_it_says_nothing_where_no_field_is_of_use(run: Run) -> None:
    ran = run("article", "news/dam.txt", "--prompts", "mine", "-o", "r.md")

    assert "added fields" not in ran.err


def test_a_broken_template_is_no_matter_of_the_built_in_writer(run: Run) -> None:
    Path("mine/overview.md.j2").write_text("+++\ncolour = 1\n+++\n", encoding="utf-8")

    assert run("daily", "news", "--prompts", "mine", "-o", "r.md").code == 0


def test_articles_alone_are_not_asked_for_the_fields_of_stories(run: Run) -> None:
    line = {"template": "article", "reply": {**ARTICLE, **FIELDS}}
    Path("s.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")

    run("article", "news/dam.txt", "-m", "scripted:s.jsonl", "--prompts", "mine", "-o", "r.json")

    assert report()["briefs"][0]["extra"] == {}


def test_a_dry_run_shows_the_schema_with_the_fields(run: Run) -> None:
    ran = daily(run, FIELDS, "--dry-run", "-v")

    shown = [line for line in ran.out.splitlines() if line.startswith('{"properties"')]
    assert json.loads(shown[0])["properties"]["severity"]["enum"] == ["low", "high"]


def test_a_preview_names_the_fields_of_the_reply(run: Run) -> None:
    ran = run("prompts", "preview", "article", "news", "--prompts", "mine")

    assert '- "severity": one of "low", "high"' in ran.out
    assert "quotations, affected, severity, impact\n" in ran.err


def test_checked_templates_with_fields_have_no_findings(run: Run) -> None:
    assert run("prompts", "check", "--prompts", "mine").code == 0


@pytest.mark.parametrize(("asserted", "code"), [("affected", 0), ("outlook", 1)])
def test_golden_cases_assert_on_fields(run: Run, asserted: str, code: int) -> None:
    daily(run, FIELDS)
    folder = Path("mine/tests")
    folder.mkdir()
    case = f"""kind = "brief"
inputs = ["../../news/dam.txt"]
replies = "../../s.jsonl"
[assert]
fields = ["{asserted}"]
must_mention = ["Roads are shut"]
"""
    (folder / "dam.toml").write_text(case, encoding="utf-8")

    assert run("prompts", "test", "mine").code == code
