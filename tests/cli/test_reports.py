from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from summarize.cli.main import bug_report
from tests.cli.conftest import DAM, Run


def test_without_an_output_the_report_alone_is_on_stdout(run: Run, news: Path) -> None:
    ran = run("daily", str(news))

    assert (ran.code, ran.out.startswith("# ")) == (0, True)
    assert "articles" in ran.err.splitlines()[-1]


def test_each_output_is_written_by_its_ending(run: Run, news: Path) -> None:
    ran = run("daily", str(news), "-o", "out/brief.md", "-o", "out/brief.json")

    assert (ran.code, ran.out) == (0, "")
    assert Path("out/brief.md").read_text(encoding="utf-8").startswith("# ")
    assert len(json.loads(Path("out/brief.json").read_text(encoding="utf-8"))["articles"]) == 2


def test_date_and_series_are_filled_into_the_name(run: Run, news: Path) -> None:
    run("daily", str(news), "--date", "2026-03-11", "-o", "{series}-{date}.md")

    assert Path("default-2026-03-11.md").is_file()


def test_quiet_says_nothing(run: Run, news: Path) -> None:
    assert run("daily", str(news), "-q", "-o", "brief.md").err == ""


def test_article_briefs_each_article_in_the_order_given(run: Run, news: Path) -> None:
    run("article", str(news / "rate.txt"), str(news / "dam.txt"), "-o", "a.json")

    report = json.loads(Path("a.json").read_text(encoding="utf-8"))
    titles = {article["id"]: article["title"] for article in report["articles"]}
    assert [titles[brief["article"]] for brief in report["briefs"]] == [
        "Central bank cuts rate",
        "Karrow Dam bursts",
    ]


def test_brief_has_no_time_decay_and_is_no_edition(run: Run, news: Path) -> None:
    run("brief", str(news), "-o", "b.json")

    report = json.loads(Path("b.json").read_text(encoding="utf-8"))
    assert (report["kind"], report["number"]) == ("brief", None)


def test_all_articles_can_be_made_one_story(run: Run, news: Path) -> None:
    run("daily", str(news), "--group", "one", "-o", "b.json")

    assert len(json.loads(Path("b.json").read_text(encoding="utf-8"))["stories"]) == 1


def test_stories_beyond_the_top_are_left_out_and_counted(run: Run, news: Path) -> None:
    run("daily", str(news), "--top", "1", "-o", "b.json")

    report = json.loads(Path("b.json").read_text(encoding="utf-8"))
    assert len(report["stories"]) == 1
    assert list(report["excluded"].values()) == [1]


def test_what_is_skipped_is_named_with_its_reason(run: Run, news: Path) -> None:
    (news / "note.txt").write_text("Too short.", encoding="utf-8")

    ran = run("daily", str(news), "-o", "b.md")

    assert "note.txt: under 40 words" in ran.err
    assert "note.txt" in Path("b.md").read_text(encoding="utf-8")


def test_many_inputs_skipped_for_one_reason_are_one_line(run: Run, news: Path) -> None:
    for number in range(30):
        (news / f"{number}.txt").write_text(f"Too short {number}.", encoding="utf-8")

    assert "skipped 30 inputs: under 40 words" in run("daily", str(news), "-o", "b.md").err


def test_verbose_names_them_all(run: Run, news: Path) -> None:
    for number in range(30):
        (news / f"{number}.txt").write_text(f"Too short {number}.", encoding="utf-8")

    assert run("daily", str(news), "-v", "-o", "b.md").err.count("under 40 words") == 30


def test_a_date_that_was_not_understood_is_said_once(run: Run, news: Path) -> None:
    lines = [{"title": f"Dam {n}", "text": DAM, "date": "soon", "outlet": str(n)} for n in "ab"]
    (news / "feed.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")

    ran = run("daily", str(news), "-o", "b.md")

    assert "2 articles: not a date: soon (first: feed.jsonl:1)" in ran.err


def test_another_language_is_quoted_and_said_once(run: Run, news: Path) -> None:
    ran = run("daily", str(news), "--language", "fr", "-o", "b.md")

    assert ran.err.count("does not translate") == 1


@pytest.mark.usefixtures("news")
def test_no_article_is_one_line_and_exit_1(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()

    ran = run("daily", str(empty))

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("Error: no article was found")


def test_nothing_new_enough_is_one_line_and_exit_1(run: Run, news: Path) -> None:
    (news / "sources.csv").write_text(
        "path,published\ndam.txt,2026-03-10\nrate.txt,2026-03-10\n", encoding="utf-8"
    )

    ran = run("daily", str(news), "--since", "2026-03-11")

    assert (ran.code, "2026-03-11" in ran.err) == (1, True)


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize(
    "wrong",
    [
        ["daily", "nowhere"],
        ["daily"],
        ["daily", "news", "-o", "brief.docx"],
        ["daily", "news", "-o", "news.md"],
        ["daily", "news", "-o", "{day}.md"],
        ["daily", "news", "--timezone", "Mars/Olympus"],
        ["daily", "news", "--date", "tomorrow"],
        ["daily", "news", "--since", "soon"],
        ["daily", "news", "--config", "nowhere.toml"],
        ["weekly", "news"],
    ],
)
def test_wrong_usage_is_exit_2_with_a_reason_and_no_traceback(run: Run, wrong: list[str]) -> None:
    Path("news.md").mkdir()

    ran = run(*wrong)

    assert (ran.code, ran.out) == (2, "")
    assert "Error: " in ran.err
    assert "Traceback" not in ran.err


def test_an_output_that_cannot_be_written_leaves_the_others(run: Run, news: Path) -> None:
    Path("file").write_text("in the way", encoding="utf-8")

    ran = run("daily", str(news), "-o", "file/brief.md", "-o", "brief.json")

    assert (ran.code, Path("brief.json").is_file()) == (1, True)
    assert "cannot write 'file/brief.md'" in ran.err


def test_a_report_replaces_the_old_one_and_keeps_its_permissions(run: Run, news: Path) -> None:
    old = Path("brief.md")
    old.write_text("old", encoding="utf-8")
    old.chmod(0o640)

    run("daily", str(news), "-o", "brief.md")

    assert old.read_text(encoding="utf-8") != "old"
    assert old.stat().st_mode & 0o777 == 0o640


def test_a_pipe_is_written_to_and_not_replaced(run: Run, news: Path) -> None:
    pipe = Path("pipe.md")
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    run("daily", str(news), "-o", "pipe.md")

    assert os.read(reader, 2) == b"# "
    os.close(reader)


def test_standard_input_is_an_article(run: Run, news: Path) -> None:
    ran = run("article", "-", stdin=(news / "dam.txt").read_bytes())

    assert (ran.code, "Karrow Dam" in ran.out) == (0, True)


def test_settings_give_defaults_and_options_win(run: Run, news: Path) -> None:
    Path("summarize.toml").write_text('title = "Morning"\nlanguage = "fr"\n', encoding="utf-8")

    ran = run("daily", str(news), "--title", "Evening")

    assert ran.out.startswith("# Evening")
    assert "rédigé par extraction" in ran.out


def test_the_environment_wins_over_the_settings(
    run: Run, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("summarize.toml").write_text('title = "Morning"\n', encoding="utf-8")
    monkeypatch.setenv("SUMMARIZE_TITLE", "Noon")

    assert run("daily", str(news)).out.startswith("# Noon")


def test_an_interrupt_is_one_line_and_exit_130() -> None:
    command = [sys.executable, "-m", "summarize", "daily", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        # More than a pipe holds: when it is written, the program is reading.
        process.stdin.write(b"news " * 100_000)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)

    assert (process.returncode, out) == (130, b"")
    assert err.strip() == b"Error: interrupted; nothing was written"


def test_a_bug_of_ours_is_one_line_that_says_where() -> None:
    with pytest.raises(ValueError, match="invalid") as raised:
        int("a\nb")

    line = bug_report(raised.value)

    assert line.startswith("this is a bug in summarize (ValueError: ")
    assert "test_reports.py:" in line
    assert "\n" not in line


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").out.startswith("summarize, version ")


def test_a_reader_of_stdout_that_has_left_is_no_error(news: Path) -> None:
    command = [sys.executable, "-m", "summarize", "daily", str(news), "-q"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        _, err = process.communicate(timeout=60)

    assert (process.returncode, err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_stdout_is_one_line_and_exit_1(news: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "summarize", "daily", str(news), "-q"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert ran.returncode == 1
    assert ran.stderr.startswith("Error: cannot write to stdout: ")
    assert ran.stderr.count("\n") == 1


def test_a_name_that_is_too_long_is_one_line(run: Run, news: Path) -> None:
    ran = run("daily", str(news), "-q", "-o", "x" * 300 + ".md")

    assert (ran.code, ran.err.count("\n")) == (1, 1)
