"""A command line that is wrong is told so in one line, with what was nearly meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["dialy", "news"], "'daily'"),
        (["daily", "news", "--outptu", "x.md"], "'--output'"),
        (["daily", "news", "--group", "eahc"], "did you mean 'each'?"),
        (["store", "inof"], "'info'"),
    ],
)
def test_what_was_nearly_meant_is_named(run: Run, wrong: list[str], said: str) -> None:
    ran = run(*wrong)

    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert ran.err.startswith("Error: ")
    assert said in ran.err
    assert "--help)" in ran.err


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("lenght = 3", "unknown setting 'lenght'; did you mean 'length'?"),
        ("[bugdet]\nrun = 1", "unknown setting 'bugdet'; did you mean 'budget'?"),
        ("[budget]\nmonht = 1", "[budget] unknown setting 'monht'; did you mean 'month'?"),
        ("zzz = 3", "unknown setting 'zzz'; known are allow_private, "),
    ],
)
def test_a_setting_that_is_not_known_is_named(run: Run, settings: str, said: str) -> None:
    Path("summarize.toml").write_text(settings, encoding="utf-8")

    ran = run("daily", "news")

    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert said in ran.err


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            'timezone = "Europe/Berln"',
            "timezone: 'Europe/Berln' is not known; did you mean 'Europe/",
        ),
        (
            'group = "eahc"',
            "group: 'eahc' is not one of 'auto', 'one', 'each', 'model'; did you mean 'each'?",
        ),
        ("top = 0", "top: 0 is not in the range x>=1"),
        ('since = "soon"', "since: 'soon' is not a date; write it as 2026-03-10, 3d for three"),
        (
            "title = news",
            "Invalid value (at line 1, column 9); mend the TOML; a text stands in quo",
        ),
    ],
)
def test_a_wrong_value_of_the_settings_is_told_with_its_file(
    run: Run, settings: str, said: str
) -> None:
    Path("summarize.toml").write_text(settings, encoding="utf-8")

    ran = run("daily", "news", "-q")

    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert ran.err.startswith(f"Error: summarize.toml: {said}")


@pytest.mark.usefixtures("news")
def test_a_wrong_value_of_the_environment_is_told_with_its_variable(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("summarize.toml").write_text('group = "one"\n', encoding="utf-8")
    monkeypatch.setenv("SUMMARIZE_GROUP", "eahc")

    ran = run("daily", "news")

    assert ran.code == 2
    assert ran.err.startswith("Error: SUMMARIZE_GROUP: 'eahc' is not one of")
    assert "for '--group'" in run("daily", "news", "--group", "eahc").err


def test_no_command_shows_the_help(run: Run) -> None:
    ran = run()

    assert ran.code == 2
    assert "Commands:" in ran.out + ran.err


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize("option", [["--budget", "1"], ["--max-calls", "3"], ["--fresh"]], ids=str)
def test_an_option_that_has_no_effect_without_a_model_is_said(run: Run, option: list[str]) -> None:
    ran = run("daily", "news", "-o", "b.md", *option)

    assert ran.code == 0
    said = f"{option[0]} has no effect: the built-in writer asks no model; name one with -m"
    assert said in ran.err.splitlines()


@pytest.mark.usefixtures("news")
def test_a_budget_of_the_settings_is_no_mistake_without_a_model(run: Run) -> None:
    Path("summarize.toml").write_text("[budget]\nrun = 1\n", encoding="utf-8")

    assert "no effect" not in run("daily", "news", "-o", "b.md").err


@pytest.mark.usefixtures("news")
def test_a_dry_run_without_a_model_writes_nothing_and_says_so(run: Run) -> None:
    ran = run("daily", "news", "-o", "b.md", "--dry-run")

    assert (ran.code, Path("b.md").exists()) == (0, False)
    assert "--dry-run: nothing is written" in ran.err
    assert "calls      0\n" in ran.out


@pytest.mark.usefixtures("news")
def test_openai_without_a_key_is_said_before_anything_is_read(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)

    ran = run("daily", "nowhere", "-m", "gpt-x")

    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "no key in OPENAI_API_KEY" in ran.err
