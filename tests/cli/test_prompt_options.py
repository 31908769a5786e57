"""Templates of a person's own in a run: where they are found, what they are given, what fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run

HEAD = Path("prompts/report/head.md.j2")
EXTENDS = '{% extends "default/report/head.md.j2" %}\n'
TITLE = EXTENDS + "{% block title %}\n# {{ page.head.title }} for {{ desk }}\n{% endblock %}\n"
ADDRESS = "http://127.0.0.1:9/v1"


@pytest.fixture(autouse=True)
def _here(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert news.name == "news"
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)


def write(path: Path | str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def audience(text: str, name: str = "article") -> str:
    base = f'{{% extends "default/{name}.md.j2" %}}'
    return f"{base}{{% block audience %}}\n{text}\n{{% endblock %}}\n"


def planned(run: Run, *options: str) -> Ran:
    model = ["-m", "a-model", "--base-url", ADDRESS, "--store", "a.db", "--dry-run", "-v"]
    return run("article", "news", *model, *options)


def test_a_prompt_of_the_working_folder_is_sent(run: Run) -> None:
    write("prompts/article.md.j2", audience("Aid workers read this."))

    ran = planned(run)

    assert ran.code == 0, ran.err
    assert ran.out.count("Aid workers read this.\n") == 2


def test_a_named_folder_wins_over_the_settings_and_these_over_the_working_folder(run: Run) -> None:
    for folder in ("one", "two", "prompts"):
        write(f"{folder}/article.md.j2", audience(f"Readers of {folder}."))
    assert "Readers of prompts." in planned(run).out
    write("summarize.toml", 'prompts = ["two"]\n')

    assert "Readers of two." in planned(run).out
    assert "Readers of one." in planned(run, "--prompts", "one").out


def test_the_first_line_of_a_run_names_what_is_in_use(run: Run) -> None:
    write("desk/summarize.toml", 'prompts = ["own"]\n')
    Path("desk/own").mkdir()
    write(HEAD, EXTENDS)

    ran = run("daily", "news", "--config", "desk/summarize.toml", "-o", "a.md")

    first = ran.err.splitlines()[0]
    assert first == "using settings desk/summarize.toml; prompts from desk/own/, prompts/"


def test_where_nothing_is_in_use_and_where_it_is_quiet_no_line_is_said(run: Run) -> None:
    assert "using" not in run("daily", "news", "-o", "a.md").err
    write(HEAD, EXTENDS)
    assert run("daily", "news", "-o", "a.md").err.startswith("using prompts from prompts/\n")
    assert run("daily", "news", "-o", "a.md", "-q").err == ""


def test_a_report_looks_as_its_template_says_and_names_the_hash(run: Run) -> None:
    write(HEAD, TITLE)

    ran = run(
        *("daily", "news", "--no-history", "-o", "a.md", "-o", "a.json"),
        *("--set", "desk=the *night* desk"),
    )

    assert ran.code == 0, ran.err
    page = Path("a.md").read_text(encoding="utf-8")
    assert page.startswith("# Daily brief for the \\*night\\* desk\n\nAs of ")
    templates = json.loads(Path("a.json").read_text(encoding="utf-8"))["method"]["templates"]
    assert f"report/head.md.j2 {templates['report/head.md.j2']}" in page
    assert templates["report/head.md.j2"] != templates["default/report/head.md.j2"]


def test_a_template_may_be_changed_between_two_runs_of_one_program(run: Run) -> None:
    write(HEAD, TITLE.replace(" for {{ desk }}", ", one"))
    assert run("daily", "news", "--no-history").out.startswith("# Daily brief, one\n")

    write(HEAD, TITLE.replace(" for {{ desk }}", ", two"))
    assert run("daily", "news", "--no-history").out.startswith("# Daily brief, two\n")


def test_a_variable_of_the_command_line_wins_over_the_settings_and_these_over_the_template(
    run: Run,
) -> None:
    write(HEAD, f'+++\n[variables]\ndesk = "front"\n+++\n{TITLE}')
    assert run("daily", "news", "--no-history").out.startswith("# Daily brief for front\n")
    write("summarize.toml", "[vars]\ndesk = 7\n")
    assert run("daily", "news", "--no-history").out.startswith("# Daily brief for 7\n")
    assert run("daily", "news", "--no-history", "--set", "desk=x").out.startswith(
        "# Daily brief for x\n"
    )


def test_a_variable_reaches_the_prompts(run: Run) -> None:
    write("prompts/article.md.j2", audience("Readers on {{ region }}."))

    assert "Readers on the coast." in planned(run, "--set", "region=the coast").out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--set", "desk=x", "--set", "dseks=y"], "no template uses the variable 'dseks'; those"),
        (["--set", "language=x"], "the variable 'language' is given by the run"),
        (["--set", "desk"], "--set 'desk' gives no value; write it as NAME=VALUE"),
        (["--prompts", "nowhere"], "no folder of prompts at nowhere"),
        (["--strict-prompts", "story"], "--strict-prompts story: it is the package's own"),
        (["--strict-prompts", "nothing"], "no template nothing.md.j2"),
        ([], "prompts/report/head.md.j2:3: unknown variable desk; known are page"),
    ],
)
def test_what_cannot_be_used_is_one_line_and_exit_2(
    run: Run, options: list[str], said: str
) -> None:
    write(HEAD, TITLE)

    ran = run("daily", "news", "-o", "a.md", *options)

    assert ran.code == 2
    assert ran.err.startswith(f"Error: {said}")
    assert ran.err.count("\n") == 1
    assert not Path("a.md").exists()


def test_a_variable_of_the_settings_that_no_template_uses_is_one_warning(run: Run) -> None:
    write("summarize.toml", '[vars]\ndesk = "night"\naudience = "cooks"\n')
    write(HEAD, TITLE)

    ran = run("daily", "news", "-o", "a.md")

    assert ran.code == 0, ran.err
    said = "Warning: summarize.toml: [vars] audience: used by no template; those in use: desk"
    assert ran.err.splitlines()[1] == said
    assert run("daily", "news", "-o", "a.md", "-q").err == ""
    assert run("daily", "news", "--set", "audience=x").code == 2


def test_the_settings_do_not_stop_a_run_that_needs_no_prompt_for_one_that_is_broken(
    run: Run,
) -> None:
    write("summarize.toml", '[vars]\naudience = "cooks"\n')
    write("prompts/story.md.j2", "{% oops %}")

    assert run("daily", "news", "-o", "a.md").code == 0
    assert run("daily", "news", "-o", "a.md", "--set", "audience=x").code == 2


def test_a_strict_template_that_is_ones_own_is_fine(run: Run) -> None:
    write(HEAD, EXTENDS)

    assert run("daily", "news", "-o", "a.md", "--strict-prompts", "report/head").code == 0


def test_the_settings_are_told_apart_from_a_wrong_table_of_variables(run: Run) -> None:
    write("summarize.toml", "[vars]\nregion = [1]\n")
    ran = run("daily", "news")
    assert (ran.code, "[vars] region must be a text or a number" in ran.err) == (2, True)

    write("summarize.toml", "[vars]\nregion = true\n")
    assert run("daily", "news").code == 2


def test_without_a_model_a_broken_prompt_does_not_matter(run: Run) -> None:
    write("prompts/story.md.j2", "{% oops %}")

    assert run("daily", "news", "-o", "a.md").code == 0


def test_with_a_model_a_broken_prompt_fails_before_anything_is_asked(run: Run) -> None:
    write("prompts/overview.md.j2", audience("{{ region }}", "overview"))

    ran = planned(run)

    assert ran.code == 2
    assert "prompts/overview.md.j2:2: 'region' is undefined" in ran.err
    assert ran.out == ""


def test_the_review_is_made_with_ones_own_template(run: Run) -> None:
    write("prompts/report/review.md.j2", "Mine: {{ page.title }}\n")

    run("daily", "news", "-o", "a.review.md")

    assert Path("a.review.md").read_text(encoding="utf-8") == "Mine: Review: Daily brief\n"
