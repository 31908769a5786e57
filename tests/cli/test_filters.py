"""`--only` and `--exclude` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("news")


def test_what_is_left_out_is_counted_by_its_rule(run: Run) -> None:
    ran = run("brief", "news", "--exclude", "/central bank/", "-o", "r.json")

    made = json.loads(Path("r.json").read_bytes())
    assert ran.code == 0
    assert made["excluded"] == {"--exclude /central bank/": 1}
    assert [article["title"] for article in made["articles"]] == ["Karrow Dam bursts"]


def test_what_is_left_out_is_named_on_request(run: Run) -> None:
    ran = run("brief", "news", "--only", "/dam/", "-v")

    assert "left out by --only /dam/: Central bank cuts rate (news)" in ran.err


def test_a_dry_run_names_what_is_left_out(run: Run) -> None:
    ran = run("brief", "news", "--only", "/dam/", "--dry-run")

    assert "left out by --only /dam/: Central bank cuts rate" in ran.err
    assert "articles   1" in ran.out


def test_where_nothing_is_left_the_nearest_titles_are_named(run: Run) -> None:
    ran = run("brief", "news", "--only", "/karow dam bursts/")

    assert ran.code == 1
    assert "no article is left by --only /karow dam bursts/" in ran.err
    assert "the nearest are 'Karrow Dam bursts' (news), 'Central bank cuts rate'" in ran.err


def test_a_rule_that_matches_nothing_is_told(run: Run) -> None:
    ran = run("brief", "news", "--exclude", "outlet:Harbour Gazette")

    assert ran.code == 0
    assert "no article matches outlet:Harbour Gazette" in ran.err


def test_filters_stand_in_the_settings_too(run: Run) -> None:
    Path("summarize.toml").write_text('exclude = ["/dam/"]\n', encoding="utf-8")

    ran = run("brief", "news", "-o", "r.json")

    assert ran.code == 0, ran.err
    assert json.loads(Path("r.json").read_bytes())["excluded"] == {"--exclude /dam/": 1}


def test_a_wrong_rule_is_one_line(run: Run) -> None:
    ran = run("brief", "news", "--only", "dam")

    assert ran.code == 2
    assert "'dam' is no filter; write outlet:NAME" in ran.err
