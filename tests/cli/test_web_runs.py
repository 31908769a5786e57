"""Briefs of what the web has, from the command line: sites on 127.0.0.1, and no network beyond."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hostile_site import page, silence

from tests.cli.conftest import DAM, RATE, Run
from tests.cli.on_web import DAYS, SUMMARIZE, here, settings
from tests.sources.conftest import Open, article, feed, item, site

__all__ = ["here", "site"]


def test_the_address_of_a_feed_makes_a_brief(site: Open, run: Run) -> None:
    one = site({
        "/feed": feed(item("Karrow Dam bursts", "/dam", pubDate=DAYS[10])),
        "/dam": page(article("Karrow Dam bursts", DAM)),
    })  # fmt: skip

    ran = run("daily", f"{one.url}/feed", "-o", "b.json", "-o", "-")

    assert ran.code == 0
    assert f"[link]({one.url}/dam)" in ran.out
    assert "As of 2026-03-10" in ran.out
    report = json.loads(Path("b.json").read_text("utf-8"))
    assert report["articles"][0]["url"] == f"{one.url}/dam"


def test_a_source_that_was_not_reached_ends_with_3_and_a_line_in_the_head(
    site: Open, run: Run
) -> None:
    one = site({"/dam": page(article("Karrow Dam bursts", DAM))})

    ran = run("daily", f"{one.url}/dam", f"{one.url}/feed", "-o", "b.json", "-o", "-")

    assert ran.code == 3
    head = "\n".join(ran.out.splitlines()[:6])
    assert "/feed was not read: http status 404" in head
    report = json.loads(Path("b.json").read_text("utf-8"))
    assert report["partial"] is False
    assert report["missing"] == [f"{one.url}/feed was not read: http status 404"]
    assert f"skipped {one.url}/feed: http status 404" in ran.err


def test_nothing_reached_is_nothing_written(site: Open, run: Run) -> None:
    ran = run("daily", f"{site({}).url}/feed")

    assert (ran.code, ran.out) == (1, "")
    assert "http status 404" in ran.err


def test_without_an_argument_the_sources_of_the_settings_are_read(site: Open, run: Run) -> None:
    one = site({"/dam": page(article("Karrow Dam bursts", DAM))})
    settings(f"{one.url}/dam", f"{one.url}/gone")

    ran = run("daily")

    assert ran.code == 0
    assert "Karrow Dam" in ran.out
    assert f"- S1: http status 404; {one.url}/gone" in ran.out.replace("\\:", ":")


def test_without_any_source_the_error_says_how_to_name_one(run: Run) -> None:
    assert "no SOURCE was named, and no settings file" in run("daily").err
    settings()
    ran = run("read")
    assert ran.code == 2
    assert "there is no [[source]] in summarize.toml" in ran.err


def test_since_last_covers_what_came_after_the_last_edition(site: Open, run: Run) -> None:
    dam = item("Karrow Dam bursts", "/dam", pubDate=DAYS[9])
    one = site({"/feed": feed(dam), "/dam": page(article("Karrow Dam bursts", DAM))})
    settings(f"{one.url}/feed")
    first = run("daily", "--date", "2026-03-09", "--since", "last")
    one.pages = {
        **one.pages,
        "/feed": feed(dam, item("Central bank cuts rate", "/rate", pubDate=DAYS[10])),
        "/rate": page(article("Central bank cuts rate", RATE)),
    }

    second = run("daily", "--date", "2026-03-10", "--since", "last")
    again = run("daily", "--date", "2026-03-10", "--since", "last")

    assert "there is no earlier complete edition" in first.err
    assert "Central bank" in second.out
    assert "excluded by rule: --since 2026-03-10" in second.out.lower()
    assert again.out.replace("No. 2.1", "No. 2") == second.out


@pytest.mark.parametrize("options", [("brief",), ("daily", "--no-history"), ("daily", "--dry-run")])
def test_since_last_covers_all_where_there_are_no_editions(
    site: Open, run: Run, options: tuple[str, ...]
) -> None:
    one = site({"/dam": page(article("Karrow Dam bursts", DAM))})

    ran = run(*options, f"{one.url}/dam", "--since", "last")

    assert ran.code == 0
    assert "there is no earlier complete edition; everything is covered" in ran.err


def test_articles_without_a_date_are_dropped_where_that_is_asked_for(site: Open, run: Run) -> None:
    one = site({"/dam": page(article("Karrow Dam bursts", DAM))})

    ran = run("daily", f"{one.url}/dam", "--undated", "drop")

    assert ran.code == 1
    assert "no article is left by --undated drop" in ran.err


def test_a_date_in_the_future_is_told(site: Open, run: Run) -> None:
    ahead = (datetime.now(UTC) + timedelta(days=400)).date()
    head = f'<meta property="article:published_time" content="{ahead}">'
    one = site({"/dam": page(article("Karrow Dam bursts", DAM, head))})

    ran = run("daily", f"{one.url}/dam")

    assert f"1 with a date in the future (first: {ahead}" in ran.err
    assert "1 article has a date in the future" in ran.out


def test_robots_are_obeyed_or_the_report_says_that_they_were_not(site: Open, run: Run) -> None:
    one = site({
        "/robots.txt": page(b"User-agent: *\nDisallow: /", 200, ("Content-Type", "text/plain")),
        "/dam": page(article("Karrow Dam bursts", DAM)),
    })  # fmt: skip

    refused = run("daily", f"{one.url}/dam")
    read = run("daily", f"{one.url}/dam", "--ignore-robots")

    assert refused.code == 1
    assert "robots" in refused.err
    assert "Robots.txt of the sites was not asked." in read.out


def test_weight_puts_a_story_before_others(site: Open, run: Run) -> None:
    one = site({
        "/dam": page(article("Karrow Dam bursts", DAM)),
        "/rate": page(article("Central bank cuts rate", RATE)),
    })  # fmt: skip
    order = []
    for weights in ((9, 1), (1, 9)):
        Path("summarize.toml").write_text(
            "".join(
                f'[[source]]\nurl = "{one.url}/{name}"\nweight = {weight}\n'
                for name, weight in zip(("dam", "rate"), weights, strict=True)
            ),
            "utf-8",
        )
        ran = run("daily", "--no-history")
        order.append(ran.out.partition("### 1. ")[2][:11])

    assert order == ["Karrow Dam ", "Central ban"]


def test_twelve_feeds_from_a_settings_file_work_from_cron(site: Open, tmp_path: Path) -> None:
    pages = {
        f"/{n}": feed(item(f"Karrow Dam bursts, part {n}", f"/dam{n}", pubDate=DAYS[10]))
        for n in range(12)
    }
    pages |= {f"/dam{n}": page(article(f"Karrow Dam bursts, part {n}", DAM)) for n in range(12)}
    one = site(pages)
    head = 'allow_private = true\nstore = "kept.db"\noutput = "brief.md"\n'
    config = settings(*(f"{one.url}/{n}" for n in range(12)), head=head).absolute()

    done = subprocess.run(
        [*SUMMARIZE, "daily", "--config", str(config)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env={},
        cwd=Path(__file__).resolve().parents[2],
        timeout=120,
    )

    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "12 articles" in (tmp_path / "brief.md").read_text("utf-8")


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_what_was_read_is_not_fetched_again_after_the_program_was_ended(
    site: Open, sent: signal.Signals
) -> None:
    one = site({
        "/feed": feed(item("Karrow Dam bursts", "/dam"), item("Slow", "/slow")),
        "/dam": page(article("Karrow Dam bursts", DAM), 200, ("ETag", '"1"')),
        "/slow": silence,
    })  # fmt: skip
    settings(f"{one.url}/feed", head='store = "kept.db"\n')
    process = subprocess.Popen(
        [*SUMMARIZE, "daily"], stderr=subprocess.PIPE, text=True, env=dict(os.environ)
    )
    for _ in range(400):
        if {"/dam", "/slow"} <= set(one.targets):
            break
        time.sleep(0.05)
    time.sleep(0.3)  # it is kept as soon as it has come
    process.send_signal(sent)
    _, said = process.communicate(timeout=60)

    assert "Traceback" not in said
    one.pages = {**one.pages, "/slow": page(article("Slow", RATE))}
    subprocess.run([*SUMMARIZE, "daily"], capture_output=True, check=True, timeout=120)
    again = [asked for asked in one.asked if asked.target == "/dam"][-1]
    assert again.headers["if-none-match"] == '"1"'


def test_a_dry_run_makes_no_store(site: Open, run: Run) -> None:
    one = site({"/dam": page(article("Karrow Dam bursts", DAM))})

    ran = run("daily", f"{one.url}/dam", "--dry-run", "--store", "new.db")

    assert ran.code == 0
    assert not Path("new.db").exists()


def test_an_edition_of_a_zone_ends_with_its_day(site: Open, run: Run) -> None:
    at = "Mon, 09 Mar 2026 23:30:00 GMT"
    one = site({
        "/feed": feed(item("Karrow Dam bursts", "/dam", pubDate=at)),
        "/dam": page(article("Karrow Dam bursts", DAM)),
    })  # fmt: skip
    run("daily", f"{one.url}/feed", "--date", "2026-03-10", "--timezone", "Europe/Berlin")

    ran = run(
        *("daily", f"{one.url}/feed", "--date", "2026-03-11", "--timezone", "Europe/Berlin"),
        *("--since", "last"),
    )

    assert ran.code == 1
    assert "no article is left by --since 2026-03-11 00:00+01:00" in ran.err


@pytest.mark.parametrize(("dated", "told"), [(True, True), (False, False)])
def test_an_article_without_a_date_never_revises(
    site: Open, run: Run, dated: bool, told: bool
) -> None:
    outs = []
    for day, people in ((9, 340), (10, 412)):
        at = f'<meta property="article:published_time" content="2026-03-{day:02}">' * dated
        text = DAM.replace("340", str(people))
        one = site({"/dam": page(article("Karrow Dam bursts", text, at))})
        outs.append(run("daily", f"{one.url}/dam", "--date", f"2026-03-{day:02}").out)

    assert ("Corrections to the last report" in outs[1]) is told
