"""`summarize prompts test`: golden cases from the command line."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from summarize.cli.prompts_cases import test_command as golden_command
from tests.cli.conftest import RATE, Run
from tests.cli.test_help import examples
from tests.conftest import Serve

TESTS = Path("prompts/tests")
REPLY = {
    "bottom_line": {"text": "The central bank cut its key rate to 6.75 percent.", "cites": [1]},
    "claims": [],
    "who": [],
    "where": [],
    "quotations": [],
}


@pytest.fixture(autouse=True)
def _here(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert news.name == "news"
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)


def case(name: str, asserts: str, folder: Path = TESTS, **keys: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "rate.txt").write_text(f"Central bank cuts rate\n\n{RATE}\n", encoding="utf-8")
    line = json.dumps({"template": "article", "reply": REPLY})
    (folder / "rate.jsonl").write_text(f"{line}\n", encoding="utf-8")
    given = {"kind": '"article"', "inputs": '["rate.txt"]', "replies": '"rate.jsonl"', **keys}
    lines = [f"{key} = {value}" for key, value in given.items() if value]
    text = "\n".join([*lines, "[assert]", asserts])
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def test_cases_that_hold_pass(run: Run) -> None:
    case("rate", "supported_share = 1")

    ran = run("prompts", "test")

    assert ran.code == 0, ran.err
    head, row = ran.out.splitlines()
    assert head.split() == [
        "RESULT", "CLAIMS", "SUPPORTED", "WITHHELD", "CITATIONS", "WORDS", "CASE",
    ]  # fmt: skip
    assert row.split() == ["passed", "1", "1.00", "0", "1", "10", "rate"]
    assert ran.err == "1 case, 0 failed, 0.0000 USD\n"


def test_a_case_that_does_not_hold_fails_and_the_others_are_run(run: Run) -> None:
    case("first", 'must_mention = ["frogs"]')
    case("second", "max_words = 99")

    ran = run("prompts", "test")

    assert ran.code == 1
    _, first, why, second = ran.out.splitlines()
    assert first.startswith("FAILED ")
    assert why == "  must_mention: “frogs” is not in it"
    assert second.startswith("passed ")
    assert ran.err == "2 cases, 1 failed, 0.0000 USD\n"


def test_a_case_that_cannot_be_run_is_an_error_in_its_row(run: Run) -> None:
    case("rate", "max_words = 99", inputs='["none.txt"]')

    ran = run("prompts", "test")

    assert ran.code == 1
    _, row, why = ran.out.splitlines()
    assert row.split() == ["error", "-", "-", "-", "-", "-", "rate"]
    assert "none.txt" in why


def test_where_there_is_no_case_the_places_are_named(run: Run) -> None:
    Path("prompts").mkdir()

    ran = run("prompts", "test")

    assert ran.code == 1
    assert ran.err.startswith("Error: no case was found in prompts/tests; write one as tests/")


def test_without_a_folder_of_prompts_there_is_no_case(run: Run) -> None:
    ran = run("prompts", "test")

    assert ran.code == 1
    assert "no case was found in any folder of your own" in ran.err


def test_a_file_that_is_wrong_stops_before_anything_is_run(run: Run) -> None:
    case("first", "max_words = 99")
    case("second", "most_words = 99")

    ran = run("prompts", "test")

    assert ran.code == 2
    assert ran.out == ""
    assert f"Error: {TESTS / 'second.toml'}: [assert] unknown key 'most_words'" in ran.err


def test_a_case_that_is_named_uses_the_templates_beside_it(run: Run) -> None:
    case("rate", "max_words = 99", Path("team/tests"))
    Path("team/article.md.j2").write_text("{% block system %}", encoding="utf-8")

    assert "team/article.md.j2:1:" in run("prompts", "test", "team").out


def test_a_folder_that_is_given_goes_before_the_one_beside_the_case(run: Run) -> None:
    case("rate", "max_words = 99", Path("team/tests"))
    for folder in (Path("team"), Path("candidate")):
        folder.mkdir(exist_ok=True)
        text = f'{{% extends "default/article.md.j2" %}}{{# {folder} #}}{{{{'
        (folder / "article.md.j2").write_text(text, encoding="utf-8")

    ran = run("prompts", "test", "team", "--prompts", "candidate")

    assert "candidate/article.md.j2:1:" in ran.out


def test_results_are_written_as_junit(run: Run) -> None:
    case("rate", 'must_mention = ["frogs & <toads>"]')

    ran = run("prompts", "test", "--junit", "out/prompts.xml")

    assert "wrote out/prompts.xml" in ran.err
    whole = ET.parse("out/prompts.xml").getroot()
    assert whole.attrib["failures"] == "1"
    failure = whole.find(".//failure")
    assert failure is not None
    assert failure.attrib["message"] == "must_mention: “frogs & <toads>” is not in it"


def test_recording_needs_a_model(run: Run) -> None:
    case("rate", "max_words = 99")

    ran = run("prompts", "test", "--record", "replies.jsonl")

    assert ran.code == 2
    assert "--record needs a model; name it with -m" in ran.err


def test_a_real_model_is_asked_and_its_answers_are_recorded(
    run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    case("rate", "valid_schema = true", replies='"recorded.jsonl"')
    server = serve()
    asked = ["-m", "test-model", "--base-url", server.base_url]

    ran = run("prompts", "test", *asked, "--record", str(TESTS / "recorded.jsonl"))

    assert ran.code == 0, ran.out
    assert server.calls == 1
    assert "cost unknown" in ran.err
    again = run("prompts", "test")
    assert again.code == 0, again.out
    assert server.calls == 1


def test_a_name_that_steers_a_terminal_is_printed_as_text(run: Run) -> None:
    case("rate", 'must_mention = ["\\u001b[2J"]')

    assert "\x1b" not in run("prompts", "test").out


@pytest.mark.parametrize("example", examples(golden_command))
def test_an_example_of_the_help_runs(
    run: Run, model_server: str, monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", model_server)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    case("rate", "max_words = 300")
    case("rate", "max_words = 300", Path("team/prompts/tests"))

    ran = run(*shlex.split(example)[1:])

    assert ran.code == 0, ran.out
