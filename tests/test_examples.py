"""The example pile: its reports are what the program prints, and its stories are found."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from summarize.cli import main

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
TRUTH = json.loads((EXAMPLES / "truth.json").read_text(encoding="utf-8"))
# A story told in two languages is joined by a model; the built-in writer leaves the French apart.
ALONE = {"radio-tavrenia-rougeole.html"}


def report(day: str, folder: Path) -> Any:
    made = folder / "report.json"
    assert main(["daily", str(EXAMPLES / day), "-q", "-o", str(made)]) == 0
    return json.loads(made.read_text(encoding="utf-8"))


def pairs(groups: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in combinations(sorted(set(group) - ALONE), 2)}


@pytest.mark.parametrize("day", ["day-1", "day-2"])
def test_each_story_has_the_articles_that_tell_it(day: str, tmp_path: Path) -> None:
    made = report(day, tmp_path)
    paths = {str(article["id"]): str(article["path"]) for article in made["articles"]}

    found = pairs([paths[id_] for id_ in story["articles"]] for story in made["stories"])

    assert found == pairs(TRUTH[day]["stories"])


def test_the_wire_story_is_one_origin_named_after_its_agency(tmp_path: Path) -> None:
    made = report("day-1", tmp_path)
    paths = {str(article["id"]): str(article["path"]) for article in made["articles"]}

    origins = {
        str(origin["name"]): {paths[id_] for id_ in origin["articles"]}
        for story in made["stories"]
        for origin in story["origins"]
        if len(origin["articles"]) > 1
    }

    assert origins == {"CNW": set(TRUTH["origins"]["day-1"][0])}


def test_the_tolls_that_differ_are_set_side_by_side(tmp_path: Path) -> None:
    made = report("day-1", tmp_path)
    about = {str(d["about"]) for story in made["stories"] for d in story["differ"]}

    assert about == {"people killed", "people displaced"}


@pytest.mark.parametrize("name", ["day-1", "day-2", "feature"])
def test_the_report_shown_is_the_one_that_is_made(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    made = tmp_path / "made.md"
    command = "article" if name == "feature" else "daily"

    assert main([command, f"examples/{name}", "-q", "-o", str(made)]) == 0

    shown = EXAMPLES / "reports" / f"{name}.md"
    assert made.read_text(encoding="utf-8") == shown.read_text(encoding="utf-8"), "make examples"


def test_the_report_of_the_recorded_model_is_the_one_that_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    made = tmp_path / "made.md"
    model = ["-m", "scripted:examples/replies/day-1.jsonl", "--store", str(tmp_path / "s.db")]

    assert main(["daily", "examples/day-1", "-q", *model, "--top", "3", "--length", "100",
                 "-o", str(made)]) == 0  # fmt: skip

    shown = EXAMPLES / "reports" / "day-1-model.md"
    assert made.read_text(encoding="utf-8") == shown.read_text(encoding="utf-8"), "make examples"


def test_a_long_article_is_told_by_its_sections(tmp_path: Path) -> None:
    made = tmp_path / "report.json"
    assert main(["article", str(EXAMPLES / "feature"), "-q", "-o", str(made)]) == 0
    [brief] = json.loads(made.read_text(encoding="utf-8"))["briefs"]

    headings = [section["heading"] for section in brief["sections"]]
    claimed = {claim["id"] for claim in brief["claims"]}

    assert len(headings) == len(set(headings)) >= 10
    assert all(set(section["claims"]) <= claimed for section in brief["sections"])
    assert all(section["claims"] for section in brief["sections"])
