"""`summarize render`: a report again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def report(run: Run, news: Path) -> Path:
    """A report.json and the Markdown that was written with it."""
    made = news.parent / "report.json"
    ran = run("brief", "news", "-q", "-o", "report.json", "-o", "brief.md")
    assert ran.code == 0
    return made


def test_markdown_is_the_same_again(run: Run, report: Path) -> None:
    ran = run("render", report)

    assert ran.code == 0
    assert ran.out == (report.parent / "brief.md").read_text(encoding="utf-8")


def test_json_is_the_same_again(run: Run, report: Path) -> None:
    run("render", report, "-o", "again.json")

    assert Path("again.json").read_bytes() == report.read_bytes()


def test_labels_come_in_another_language(run: Run, report: Path) -> None:
    ran = run("render", report, "--language", "fr")

    assert ran.out.startswith("# Synthèse\n")
    assert "## Comment ce rapport a été établi" in ran.out


def test_a_title_of_ones_own_is_kept(run: Run, news: Path) -> None:  # noqa: ARG001
    run("brief", "news", "-q", "--title", "Dams and rates", "-o", "r.json")

    assert run("render", "r.json", "--language", "fr").out.startswith("# Dams and rates\n")


def test_only_the_first_stories_are_printed_and_the_rest_is_counted(run: Run, report: Path) -> None:
    ran = run("render", report, "--top", "1")

    assert "### 1." in ran.out
    assert "### 2." not in ran.out
    assert "1 more story" in ran.out


def test_a_story_is_as_long_as_asked(run: Run, report: Path) -> None:
    whole, short = run("render", report).out, run("render", report, "--length", "30").out

    assert len(short) < len(whole)
    assert "### 2." in short


def test_sections_are_chosen(run: Run, report: Path) -> None:
    ran = run("render", report, "--sections", "stories,sources")

    assert "## Sources" in ran.out
    assert "How this was made" not in ran.out


def test_texts_are_dropped_and_their_hashes_kept(run: Run, report: Path) -> None:
    run("render", report, "-o", "bare.json", "--embed", "passages")

    bare, whole = (json.loads(Path(name).read_bytes()) for name in ("bare.json", report))
    assert [article["text"] for article in bare["articles"]] == [None, None]
    assert [a["sha256"] for a in bare["articles"]] == [a["sha256"] for a in whole["articles"]]


def test_check_says_that_spans_without_texts_could_not_be_checked(run: Run, report: Path) -> None:
    run("render", report, "-o", "bare.json", "--embed", "passages")

    ran = run("check", "bare.json")

    assert ran.code == 0
    assert "could not be checked" in ran.out + ran.err


def test_no_words_of_the_articles_are_printed_where_none_are_wanted(run: Run, report: Path) -> None:
    ran = run("render", report, "--embed", "none", "--sections", "sources,stories")

    assert "[1a] " in ran.out
    assert '[1a] "' not in ran.out


def test_a_report_json_without_its_passages_is_refused(run: Run, report: Path) -> None:
    ran = run("render", report, "--embed", "none", "-o", "bare.json")

    assert ran.code == 2
    assert "cannot be without its passages" in ran.err
    assert not Path("bare.json").exists()


def test_a_file_that_is_no_report_is_one_line(run: Run, news: Path) -> None:
    ran = run("render", news / "dam.txt")

    assert ran.code == 1
    assert "no report.json" in ran.err
    assert ran.err.count("\n") == 1


def test_the_report_itself_is_not_overwritten(run: Run, report: Path) -> None:
    before = report.read_bytes()

    ran = run("render", report, "-o", report, "--embed", "passages")

    assert ran.code != 0
    assert report.read_bytes() == before


def test_a_wrong_section_is_a_usage_error(run: Run, report: Path) -> None:
    ran = run("render", report, "--sections", "storys")

    assert ran.code == 2
    assert "did you mean 'stories'" in ran.err


def test_claims_are_written_as_lines(run: Run, report: Path) -> None:
    run("render", report, "-o", "brief.claims.jsonl")

    lines = [json.loads(x) for x in Path("brief.claims.jsonl").read_text("utf-8").splitlines()]
    assert {line["verdict"] for line in lines} == {"supported"}


def test_the_series_of_a_foreign_report_leads_to_no_other_folder(run: Run, report: Path) -> None:
    foreign = json.loads(report.read_text(encoding="utf-8")) | {"series": "../elsewhere"}
    report.write_text(json.dumps(foreign), encoding="utf-8")

    ran = run("render", report, "-o", "{series}.md", "-o", "brief.html")

    assert ran.code == 1
    assert "leave {series} out of the name" in ran.err
    assert not (Path.cwd().parent / "elsewhere.md").exists()
    assert Path("brief.html").exists()
