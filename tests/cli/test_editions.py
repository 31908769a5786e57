"""Editions: a report every day, what it is compared with, and what is kept."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from summarize.cli import main
from summarize.edition import Numbered
from summarize.history import History
from summarize.report.reading import load
from summarize.store import Store
from tests.cli.conftest import DAM, Run

pytestmark = pytest.mark.usefixtures("days")

# The same event a day later: a figure is another, and something is new.
LATER = (
    "The Karrow Dam, which burst on Monday night and flooded two towns in the valley below, had "
    "been inspected in May, the governor said. Rescuers in boats brought 412 people to safety from "
    "roofs and upper floors. Engineers from Wexmoor will examine the broken wall on Friday."
)
SPORT = (
    "Wanderers won the cup on Sunday with a goal in the last minute of the match, 2 to 1. It was "
    "their first final in 34 years, and 41,000 people watched it in the stadium at Port Halden. "
    "The captain, Ilse Varn, said that the club would keep all its players for the next season."
)


def write(folder: Path, name: str, title: str, text: str, day: int) -> None:
    folder.mkdir(exist_ok=True)
    head = f"---\ntitle: {title}\ndate: 2026-03-{day:02}\noutlet: Harbor Gazette\n---\n"
    (folder / f"{name}.md").write_text(f"{head}\n{text}\n", encoding="utf-8")


@pytest.fixture
def days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a pile for each of two days."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    write(tmp_path / "one", "dam", "Karrow Dam bursts", DAM, 10)
    write(tmp_path / "two", "dam-again", "Karrow Dam was inspected in May", LATER, 11)
    write(tmp_path / "other", "cup", "Wanderers win the cup", SPORT, 11)
    return tmp_path


def made(name: str) -> Any:
    return json.loads(Path(name).read_bytes())


def test_the_second_day_is_compared_with_the_first(run: Run) -> None:
    run("daily", "one", "-o", "one.json")
    ran = run("daily", "two", "-o", "two.json")

    first, second = made("one.json"), made("two.json")
    assert "edition 2 of series default, compared with edition 1 of 2026-03-10" in ran.err
    assert (first["number"], first["revision"], first["previous"]) == (1, 0, None)
    assert second["previous"] == {"number": 1, "as_of": "2026-03-10", "by_values": False}
    assert [story["id"] for story in second["stories"]] == [first["stories"][0]["id"]]
    assert second["stories"][0]["mark"] in {"UPDATED", "REVISED"}
    assert {c["story"] for c in second["changes"]} == {first["stories"][0]["id"]}


def test_a_story_that_comes_back_after_a_silent_edition_goes_on(run: Run, days: Path) -> None:
    write(days / "three", "dam-again", "Karrow Dam was inspected in May", LATER, 12)
    run("daily", "one", "-o", "one.json")
    run("daily", "other")
    run("daily", "three", "-o", "three.json", "-o", "three.md")

    [story] = made("three.json")["stories"]
    editions = {a["edition"] for a in made("three.json")["articles"]}

    assert story["id"] == made("one.json")["stories"][0]["id"]
    assert story["mark"] in {"UPDATED", "REVISED"}
    assert editions == {None, 1}
    assert [q["headline"] for q in made("three.json")["quiet"]] == ["Wanderers win the cup"]
    assert run("check", "three.json").code == 0


def test_the_chosen_edition_is_looked_behind_too(run: Run, days: Path) -> None:
    write(days / "three", "dam-again", "Karrow Dam was inspected in May", LATER, 12)
    run("daily", "one", "-o", "one.json")
    run("daily", "other")
    run("daily", "three", "--previous", "2", "-o", "three.json")

    assert made("three.json")["stories"][0]["id"] == made("one.json")["stories"][0]["id"]


def test_a_damaged_edition_further_back_does_not_keep_from_comparing(run: Run) -> None:
    run("daily", "one")
    run("daily", "other", "-o", "other.json")
    with Store.open(Store.default_path()) as store, store.together():
        store.write("UPDATE editions SET report = ? WHERE number = 1", b"broken")

    ran = run("daily", "other", "--date", "2026-03-13", "-o", "again.json")

    assert ran.code == 0
    assert "compared with edition 2" in ran.err


def test_why_knows_every_mark_of_the_page(run: Run) -> None:
    run("daily", "one", "-o", "one.json")
    run("daily", "two", "-o", "two.json", "-o", "two.md")

    page = Path("two.md").read_text(encoding="utf-8")
    for mark in set(re.findall(r"(?m)^\[(\d+[a-z]+)\]: #", page)):
        ran = run("why", "two.json", mark)
        assert ran.code == 0, ran.err
        assert f"[{mark}]" in ran.out


def test_earlier_articles_that_a_change_cites_are_there_with_their_edition(run: Run) -> None:
    run("daily", "one", "-o", "one.json")
    run("daily", "two", "-o", "two.json")

    report = made("two.json")
    editions = {article["id"]: article["edition"] for article in report["articles"]}
    befores = [change["before"] for change in report["changes"] if change["before"]]

    assert befores
    assert {editions[q["article"]] for claim in befores for q in claim["quotes"]} == {1}
    assert run("check", "two.json").code == 0
    assert "1 article, 1 story" in run("daily", "two").err  # of its own


def test_a_story_keeps_its_headline_and_shows_its_source(run: Run) -> None:
    run("daily", "one", "-o", "one.json")
    run("daily", "two", "-o", "two.json")

    [story] = made("two.json")["stories"]
    titles = {article["title"] for article in made("two.json")["articles"]}

    assert story["was"] in {None, "Karrow Dam bursts"}
    assert story["headline"] in titles


def test_an_edition_read_back_is_the_same_report(run: Run) -> None:
    run("daily", "one", "-o", "one.json")
    run("daily", "two", "-o", "two.json", "-o", "two.md")

    ran = run("editions", "show", "2", "-o", "again.json", "-o", "-")

    assert (ran.code, ran.out) == (0, Path("two.md").read_text(encoding="utf-8"))
    assert made("again.json") == made("two.json")


def test_the_same_day_again_is_a_revision(run: Run, days: Path) -> None:
    run("daily", "one", "-o", "no-{number}.md")
    ran = run("daily", "one", "-o", "no-{number}.md")

    assert "edition 1.1 of series default" in ran.err
    assert sorted(path.name for path in days.glob("no-*")) == ["no-1.1.md", "no-1.md"]


def test_another_pile_of_the_same_day_is_a_further_edition_and_said(run: Run) -> None:
    run("daily", "two")
    ran = run("daily", "other", "-q")

    assert ran.err == (
        "Warning: a further edition for 2026-03-11: it has no article of edition 1; "
        "--series NAME keeps piles apart\n"
    )


def test_series_are_numbered_apart_and_can_stand_in_the_settings(run: Run) -> None:
    run("daily", "one")
    Path("summarize.toml").write_text('series = "desk"\n', encoding="utf-8")

    run("daily", "two", "-o", "{series}-{number}.json")

    assert made("desk-1.json")["series"] == "desk"
    assert run("editions", "list").out.endswith("other series: default (1)\n")


def test_without_history_nothing_is_compared_or_kept(run: Run) -> None:
    run("daily", "one")
    ran = run("daily", "two", "--no-history", "-o", "two.json")

    assert (made("two.json")["number"], made("two.json")["previous"]) == (None, None)
    assert "edition" not in ran.err
    assert len(run("editions", "list").out.splitlines()) == 1


@pytest.mark.parametrize("command", ["brief", "article"])
def test_other_commands_keep_no_edition(command: str, run: Run) -> None:
    assert run(command, "one", "-o", "one.json").code == 0

    assert made("one.json")["number"] is None
    assert run("editions", "list").code == 2


def test_a_report_of_a_file_can_be_compared_with(run: Run) -> None:
    run("brief", "one", "-o", "one.json")
    ran = run("daily", "two", "--previous", "one.json", "-o", "two.json")

    report = made("two.json")
    assert "compared with the report of 2026-03-10" in ran.err
    assert report["previous"]["number"] is None
    assert {article["edition"] for article in report["articles"]} == {None, 0}
    assert run("check", "two.json").code == 0


def test_an_edition_can_be_named_to_compare_with(run: Run) -> None:
    run("daily", "one")
    run("daily", "one", "--date", "2026-03-11", "-o", "again.json")
    run("daily", "two", "--series", "other")

    ran = run("daily", "two", "--previous", "1.0", "-o", "two.json")

    assert ran.code == 0
    assert made("two.json")["previous"]["number"] == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--previous", "7"], "no edition 7 in series default: there is 1"),
        (["--previous", "none.json"], "cannot read none.json"),
        (["--previous", "1", "--no-history"], "--previous and --no-history exclude each other"),
        (["--previous", "1", "--store", "none"], "--previous 1: it was asked for"),
        (["--previous", "1", "--date", "2026-03-09"], "--previous is as of 2026-03-10, later"),
        (["--series", "../up"], "'../up' is no name of a series"),
        (["--no-history", "-o", "{number}.md"], "'{number}.md': the report has no number"),
    ],
)
def test_a_mistake_is_one_line(options: list[str], said: str, run: Run, days: Path) -> None:
    write(days / "one", "early", "Karrow Dam is full", DAM, 9)
    run("daily", "one")

    ran = run("daily", "one", *options)

    assert ran.code in {1, 2}
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_a_report_in_another_language_is_compared_by_values_and_says_so(run: Run) -> None:
    run("daily", "one")

    ran = run("daily", "two", "--language", "fr", "-o", "two.json")

    assert "compared with edition 1 of 2026-03-10 by figures, names and dates only" in ran.err
    assert made("two.json")["previous"]["by_values"]
    assert "By figures, names and dates only" in run("editions", "diff", "1", "2").out


def test_an_article_report_cannot_be_compared_with(run: Run) -> None:
    run("article", "one", "-o", "one.json")

    ran = run("daily", "two", "--previous", "one.json")

    assert ran.err == "Error: --previous 'one.json' has no stories; name a daily report\n"


@pytest.mark.parametrize("store", ["none", "blocked/store.db"])
def test_without_a_store_there_is_a_report_without_number_and_one_warning(
    store: str, run: Run
) -> None:
    Path("blocked").write_text("a file", encoding="utf-8")

    ran = run("daily", "one", "--store", store, "-q", "-o", "no-{number}.json")

    assert ran.code == 0
    assert made("no-unnumbered.json")["number"] is None
    [line] = ran.err.splitlines()
    assert line.startswith("Warning: the report has no number, and is not compared: ")


def test_a_broken_edition_does_not_stop_the_next(run: Run) -> None:
    run("daily", "one")
    with Store.open(Store.default_path()) as store:
        store.write("UPDATE editions SET report = x'00'")

    ran = run("daily", "two", "-q", "-o", "two.json")

    assert ran.code == 0
    assert "Warning: not compared with the last edition: edition 1 of series" in ran.err
    assert made("two.json")["number"] == 2


def test_nothing_is_kept_where_a_file_could_not_be_written(run: Run) -> None:
    Path("full").write_text("a file", encoding="utf-8")

    ran = run("daily", "one", "-o", "full/one.md")

    assert ran.code == 1
    assert run("editions", "list").out == "series default has no edition yet\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a Linux device")
def test_nothing_is_kept_where_stdout_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", full)
        code = main(["daily", "one", "-q"])

    assert code == 1
    with Store.open(Store.default_path()) as store:
        assert History(store, "default").kept() == ()


def test_an_edition_that_cannot_be_kept_is_a_report_without_number(run: Run) -> None:
    with Store.open(Store.default_path()) as store:
        store.write("DROP TABLE editions")

    ran = run("daily", "one", "-q", "-o", "one.json")

    assert (ran.code, made("one.json")["number"]) == (0, None)
    assert "Warning: the edition is not kept: cannot use the store" in ran.err


def test_a_dry_run_keeps_nothing(run: Run) -> None:
    assert run("daily", "one", "--dry-run").code == 0

    assert run("editions", "list").code == 2


def test_the_list_has_a_line_for_each_edition(run: Run) -> None:
    run("daily", "one")
    run("daily", "two")

    lines = run("editions", "list").out.splitlines()

    assert [line.split()[0] for line in lines] == ["1", "2"]
    assert lines[0].endswith("1 article, 1 story")
    assert max(map(len, lines)) <= 80


def test_the_difference_of_two_editions_is_told_in_80_columns(run: Run) -> None:
    run("daily", "one")
    run("daily", "two")

    said = run("editions", "diff", "1", "2").out

    assert said.startswith("From edition 1 (2026-03-10) to edition 2 (2026-03-11)\n")
    assert "412 people" in said
    assert max(map(len, said.splitlines())) <= 80


def test_an_edition_does_not_differ_from_itself(run: Run) -> None:
    run("daily", "one")

    said = run("editions", "diff", "1", "1").out

    assert "No story of one is told otherwise in the other." in said


def test_what_was_not_told_again_is_listed(run: Run) -> None:
    run("daily", "one")
    run("daily", "other")

    said = run("editions", "diff", "1", "2").out

    assert "NEW: Wanderers win the cup" in said
    assert "Not reported in edition 2 (2026-03-11):\n  Karrow Dam bursts\n" in said


def test_an_edition_is_deleted_with_its_revisions_when_that_is_said(run: Run) -> None:
    run("daily", "one")
    run("daily", "one")
    asked = run("editions", "delete", "1")
    ran = run("editions", "delete", "1", "--yes")

    assert asked.err == (
        "Error: edition 1 (with 1.1) of series default would be removed; say so with --yes\n"
    )
    assert ran.out == "removed edition 1 (with 1.1) of series default\n"
    assert run("editions", "list").out == "series default has no edition yet\n"


@pytest.mark.parametrize(("answer", "left"), [("n\n", 1), ("y\n", 0)])
def test_a_person_is_asked_before_an_edition_is_deleted(
    answer: str, left: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("daily", "one")
    monkeypatch.setattr("summarize.cli.editions.is_terminal", lambda: True)
    run("editions", "delete", "1", stdin=answer.encode())

    assert run("editions", "list").out.count("as of") == left


def test_an_error_says_which_editions_there_are(run: Run) -> None:
    run("daily", "one")
    run("daily", "two")
    run("daily", "two", "--series", "desk")

    assert "there are 1 to 2" in run("editions", "show", "7").err
    assert "there is 1" in run("editions", "show", "7", "--series", "desk").err
    assert "it has none; there are editions of default, desk" in (
        run("editions", "show", "1", "--series", "sport").err
    )
    run("editions", "delete", "1", "--yes")
    assert run("editions", "show", "1").err == "Error: no edition 1 in series default: there is 2\n"


def test_the_store_says_how_many_editions_it_has(run: Run) -> None:
    run("daily", "one")

    assert "editions 1\n" in run("store", "info").out


def test_an_interrupt_while_writing_keeps_nothing() -> None:
    assert main(["daily", "one", "-q", "-o", "one.json", "--no-history"]) == 0
    with Store.open(Store.default_path()) as store:
        history = History(store, "default")
        report = load(Path("one.json")).report

        def interrupted() -> None:
            with history.keeping(report) as kept:
                assert kept.report.numbered == Numbered(1)
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            interrupted()
        assert history.kept() == ()
