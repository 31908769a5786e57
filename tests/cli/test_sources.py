"""Sources of the web from the command line: sites on 127.0.0.1, and no network beyond."""

from __future__ import annotations

import json
from pathlib import Path

from hostile_site import page

from tests.cli.conftest import DAM, Run
from tests.cli.on_web import DAYS, here, settings
from tests.sources.conftest import Open, article, feed, item, site

__all__ = ["here", "site"]


def test_a_source_that_failed_three_runs_in_a_row_is_told_in_the_report(
    site: Open, run: Run
) -> None:
    one = site({"/dam": page(article("Karrow Dam bursts", DAM))})
    settings(f"{one.url}/dam", f"{one.url}/gone")

    outs = [run("daily").out for _ in range(3)]

    said = "S1 has not been read for 3 runs in a row: http status 404"
    assert [said in out for out in outs] == [False, False, True]
    assert "FAILED 3 runs in a row: http status 404" in run("sources", "list").out


def test_a_dry_run_remembers_nothing(site: Open, run: Run) -> None:
    Path("a.txt").write_text(f"Karrow Dam bursts\n\n{DAM}\n", "utf-8")
    settings(f"{site({}).url}/feed", head='[[source]]\npath = "a.txt"\n')

    run("daily", "--dry-run", "-m", "local")

    shown = run("sources", "list").out
    assert "not read yet" in shown
    assert "read from files" in shown


def test_a_source_is_listed_with_how_it_fares(site: Open, run: Run) -> None:
    one = site({
        "/feed": feed(item("Karrow Dam bursts", "/dam", pubDate=DAYS[10])),
        "/dam": page(article("Karrow Dam bursts", DAM)),
    })  # fmt: skip
    settings(f"{one.url}/feed", f"{one.url}/gone")
    run("daily")

    ran = run("sources", "list")

    assert ran.code == 0
    first, second = ran.out.split("S1\n")
    assert first.startswith(f"S0\n  {one.url}/feed\n  read 20")
    assert "1 item; silent for" in first
    assert "never read; FAILED 1 run: http status 404" in second
    assert "not read yet" in run("sources", "list", "--store", "none").out


def test_a_list_without_sources_says_how_to_add_one(run: Run) -> None:
    ran = run("sources", "list")

    assert ran.code == 0
    assert "add one with `summarize sources add URL`" in ran.out


def test_an_address_is_tried_without_keeping_anything(site: Open, run: Run) -> None:
    one = site({
        "/feed": feed(item("Karrow Dam bursts", "/dam"), item("Gone", "/gone")),
        "/dam": page(article("Karrow Dam bursts", DAM)),
    })  # fmt: skip

    ran = run("sources", "test", f"{one.url}/feed")
    page_alone = run("sources", "test", f"{one.url}/dam")

    assert ran.code == 0
    assert ran.out.startswith("Karrow Dam bursts  (page)")
    assert "a feed of 2, 1 article read, 1 skipped; nothing was kept" in ran.err
    assert ": 1 article read, 0 skipped" in page_alone.err
    assert run("sources", "test", f"{one.url}/none").code == 3
    assert run("sources", "test", "ledger").code == 2


def test_a_source_is_added_by_the_address_of_its_site(site: Open, run: Run) -> None:
    links = "".join(
        f'<link rel="alternate" type="application/rss+xml" href="/{n}">' for n in ("feed", "more")
    )
    one = site({"/": page(f"<html><head>{links}</head></html>".encode()), "/feed": feed(item("A"))})
    Path("summarize.toml").write_text("# mine\ntop = 3\n", "utf-8")

    ran = run("sources", "add", f"{one.url}/")
    again = run("sources", "add", f"{one.url}/feed", "--name", "Other")

    assert ran.code == 0
    assert f"added {one.url}/feed to summarize.toml: a feed “Valley Ledger” of 1 item" in ran.err
    assert f"the page also names {one.url}/more" in ran.err
    assert "is in summarize.toml already" in again.err
    assert Path("summarize.toml").read_text("utf-8") == (
        f'# mine\ntop = 3\n\n[[source]]\nname = "Valley Ledger"\nurl = "{one.url}/feed"\n'
    )


def test_articles_of_the_web_can_be_read_into_a_file(site: Open, run: Run) -> None:
    one = site({"/dam": page(article("Karrow Dam bursts", DAM))})

    ran = run("read", f"{one.url}/dam", f"{one.url}/gone", "-o", "a.jsonl")

    assert ran.code == 3
    assert json.loads(Path("a.jsonl").read_text("utf-8"))["title"] == "Karrow Dam bursts"


def test_what_cannot_be_kept_is_read_all_the_same(site: Open, run: Run) -> None:
    one = site({"/dam": page(article("Karrow Dam bursts", DAM))})
    Path("file").write_text("", "utf-8")

    ran = run("read", f"{one.url}/dam", "--store", "file/store.db")

    assert ran.code == 0
    assert "Warning: what was fetched is not kept" in ran.err
