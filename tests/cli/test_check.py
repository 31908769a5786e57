from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

RIGHT = "Rescuers in boats brought 340 people to safety."
WRONG = "Rescuers in boats brought 390 people to safety."


@pytest.fixture
def report(run: Run, news: Path) -> Path:
    run("daily", str(news), "-q", "-o", "report.json", "-o", "brief.md")
    return Path("report.json")


def test_a_report_holds_against_its_own_file(run: Run, report: Path) -> None:
    ran = run("check", str(report))

    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("report.json: ")
    assert ran.err.endswith(" checked: 0 findings\n")


def test_a_report_that_was_changed_is_exit_1(run: Run, report: Path) -> None:
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace("340 people", "940 people", 1), encoding="utf-8")

    ran = run("check", str(report))

    assert ran.code == 1
    assert all(line.startswith("report.json: ") for line in ran.out.splitlines())
    assert "findings" in ran.err or "1 finding" in ran.err


def test_texts_that_were_not_kept_are_one_line_and_no_failure(run: Run, report: Path) -> None:
    file = json.loads(report.read_text(encoding="utf-8"))
    for article in file["articles"]:
        article["text"] = None
    report.write_text(json.dumps(file), encoding="utf-8")

    ran = run("check", str(report))

    assert (ran.code, ran.out) == (0, "")
    assert "the spans of 2 articles could not be checked" in ran.err


def test_what_is_no_report_is_one_line_and_the_others_are_checked(run: Run, report: Path) -> None:
    ran = run("check", "brief.md", str(report))

    assert (ran.code, ran.out) == (1, "")
    first, second = ran.err.splitlines()
    assert first == (
        "Error: brief.md is no report.json; to check a text, name it with --text: "
        "summarize check --text brief.md SOURCE..."
    )
    assert second.endswith("0 findings")


@pytest.mark.usefixtures("news")
def test_a_report_that_does_not_exist_is_wrong_usage(run: Run) -> None:
    assert run("check", "nowhere.json").code == 2


def test_our_own_page_holds_against_its_sources(run: Run, news: Path, report: Path) -> None:
    for source in (news, report):
        ran = run("check", "--text", "brief.md", str(source))
        assert (ran.code, ran.out) == (0, "")
        assert ran.err.endswith(" 0 findings\n")


def test_a_wrong_sentence_is_named_with_its_line(run: Run, news: Path) -> None:
    Path("chat.md").write_text(f"# Brief\n\n{RIGHT}\n\n{WRONG}\n", encoding="utf-8")

    ran = run("check", "--text", "chat.md", str(news))

    assert ran.code == 1
    assert ran.out.startswith(f"chat.md:5: {WRONG}: number")
    assert ran.out.count("\n") == 1
    assert "2 sentences checked: 1 supported, 0 unchecked, 1 finding" in ran.err


def test_a_report_is_no_text(run: Run, report: Path, news: Path) -> None:
    ran = run("check", "--text", str(report), str(news))

    assert (ran.code, ran.err) == (2, f"Error: {report}: this is a report; leave out --text\n")
    Path("list.json").write_text(json.dumps([RIGHT]), encoding="utf-8")
    assert "this is a report" not in run("check", "--text", "list.json", str(news)).err


def test_the_text_may_come_from_stdin(run: Run, news: Path) -> None:
    assert run("check", "--text", "-", str(news), stdin=RIGHT.encode()).code == 0


def test_unchecked_sentences_are_listed_with_v(run: Run, news: Path) -> None:
    ran = run("check", "--text", "-", str(news), "-v", stdin=b"Next steps")

    assert (ran.code, ran.out) == (0, "")
    assert "-:1: Next steps: unchecked: " in ran.err


def test_every_claim_of_a_report_is_listed_with_v(run: Run, report: Path) -> None:
    claims = json.loads(report.read_text(encoding="utf-8"))["claims"]["supported"]

    lines = run("check", str(report), "-v").err.splitlines()

    assert sum(": supported: " in line for line in lines) == claims > 0


def test_what_was_not_looked_at_is_one_line(run: Run, news: Path) -> None:
    ran = run("check", "--text", "-", str(news), stdin=f"# A heading\n\n{RIGHT}".encode())

    assert ran.err.splitlines()[0] == "-: not looked at: 1 heading"


def test_quiet_says_nothing_but_findings(run: Run, news: Path) -> None:
    ran = run("check", "--text", "-", str(news), "-q", stdin=WRONG.encode())

    assert (ran.code, ran.err) == (1, "")


def test_citations_are_written_to_stdout_and_findings_to_stderr(run: Run, news: Path) -> None:
    ran = run("check", "--text", "-", str(news), "--fix-citations", stdin=WRONG.encode())

    assert (ran.code, ran.out) == (1, f"{WRONG} [no passage found]\n")
    assert ran.err.startswith(f"-:1: {WRONG}: number")


def test_citations_are_written_to_a_file(run: Run, news: Path) -> None:
    args = ["check", "--text", "-", str(news), "--fix-citations", "-o", "cited.md"]
    ran = run(*args, stdin=RIGHT.encode())

    assert (ran.code, ran.out) == (0, "")
    assert Path("cited.md").read_text(encoding="utf-8").startswith(f"{RIGHT} [1]\n\n## Sources\n")


def test_nothing_printed_can_steer_a_terminal(run: Run, news: Path) -> None:
    text = f"{WRONG[:-1]} \x1b[2Jin\u202e March."
    ran = run("check", "--text", "-", str(news), stdin=text.encode())

    assert ran.code == 1
    assert "\x1b" not in ran.out + ran.err
    assert "\u202e" not in ran.out + ran.err


@pytest.mark.parametrize(
    "args",
    [
        ["report.json", "--fix-citations"],
        ["report.json", "-o", "x.md"],
        ["--text", "-", "-"],
        ["--text", "nowhere.md", "news"],
        ["--text", "-", "nowhere"],
        [],
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("news")
def test_what_cannot_be_asked_for_is_wrong_usage(run: Run, args: list[str]) -> None:
    ran = run("check", *args)

    assert (ran.code, ran.out) == (2, "")


@pytest.mark.usefixtures("news")
def test_without_any_article_nothing_can_be_checked(run: Run) -> None:
    Path("empty.txt").touch()

    assert run("check", "--text", "-", "empty.txt", stdin=b"Text.").code == 1
