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


def series(folder: Path) -> Path:
    """A folder with the two editions of a series, as `make examples` writes them."""
    store = ["--store", str(folder / "store.db")]
    for day in ("day-1", "day-2"):
        files = ["-o", str(folder / f"{day}.md"), "-o", str(folder / f"{day}.json")]
        assert main(["daily", f"examples/{day}", "-q", *store, *files]) == 0
    return folder


def shown(name: str) -> str:
    return (EXAMPLES / "reports" / name).read_text(encoding="utf-8")


def test_the_reports_shown_are_the_editions_that_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)

    made = series(tmp_path)

    for name in ("day-1.md", "day-2.md"):
        assert (made / name).read_text(encoding="utf-8") == shown(name), "make examples"


def test_the_second_edition_goes_on_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    made = series(tmp_path)
    first, second = (json.loads((made / f"{day}.json").read_bytes()) for day in ("day-1", "day-2"))
    known = {story["id"] for story in first["stories"]}

    marks = {story["mark"]: story["id"] in known for story in second["stories"]}

    assert second["previous"] == {"number": 1, "as_of": "2026-03-11", "by_values": False}
    assert (marks["NEW"], marks["REVISED"]) == (False, True)
    assert main(["check", str(made / "day-2.json")]) == 0


def test_the_report_of_the_feature_is_the_one_that_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    made = tmp_path / "made.md"

    assert main(["article", "examples/feature", "-q", "-o", str(made)]) == 0

    assert made.read_text(encoding="utf-8") == shown("feature.md"), "make examples"


def test_the_report_of_the_recorded_model_is_the_one_that_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    made = tmp_path / "made.md"
    model = ["-m", "scripted:examples/replies/day-1.jsonl", "--store", str(tmp_path / "s.db")]

    assert main(["daily", "examples/day-1", "-q", *model, "--top", "4", "--length", "100",
                 "-o", str(made)]) == 0  # fmt: skip

    assert made.read_text(encoding="utf-8") == shown("day-1-model.md"), "make examples"


def test_a_long_article_is_told_by_its_sections(tmp_path: Path) -> None:
    made = tmp_path / "report.json"
    assert main(["article", str(EXAMPLES / "feature"), "-q", "-o", str(made)]) == 0
    [brief] = json.loads(made.read_text(encoding="utf-8"))["briefs"]

    headings = [section["heading"] for section in brief["sections"]]
    claimed = {claim["id"] for claim in brief["claims"]}

    assert len(headings) == len(set(headings)) >= 10
    assert all(set(section["claims"]) <= claimed for section in brief["sections"])
    assert all(section["claims"] for section in brief["sections"])
