"""`summarize prompts`: see the templates, make them one's own, check them."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import click
import pytest

from summarize.cli.prompts import prompts_group
from summarize.templates import PROMPTS, prompts_folder
from tests.cli.conftest import Run
from tests.cli.test_help import examples

STORY = Path("prompts/story.md.j2")
EXTENDS = '{% extends "default/story.md.j2" %}\n'


@pytest.fixture(autouse=True)
def _here(news: Path) -> None:
    assert news.name == "news"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def rows(out: str) -> dict[str, list[str]]:
    """Of each template the columns of its line."""
    lines = [line for line in out.splitlines()[1:] if not line.startswith("  ")]
    return {line.split()[0]: line.split()[1:] for line in lines}


def test_the_list_says_where_each_template_is_what_it_shadows_and_its_hash(run: Run) -> None:
    write(STORY, EXTENDS)
    write(Path("team/story.md.j2"), EXTENDS)

    ran = run("prompts", "list", "--prompts", "team")

    found = rows(ran.out)
    assert list(found)[: len(PROMPTS)] == list(PROMPTS)
    assert found["merge"][1:] == ["package"]
    assert found["story"][1:] == ["team", "prompts,", "package"]
    assert len(found["report/head"][0]) == 12
    assert "  One event as several articles tell it: what happened," in ran.out


def test_the_list_fits_80_columns(run: Run) -> None:
    folder = "a-folder-with-a-rather-long-name/inside-another-one"
    write(Path(f"{folder}/story.md.j2"), f'+++\ndescription = "{"long " * 50}"\n+++\n{EXTENDS}')

    ran = run("prompts", "list", "--prompts", folder)

    assert max(map(len, ran.out.splitlines())) <= 80
    assert "…" in rows(ran.out)["story"][1]


def test_the_list_shows_a_long_name_whole(run: Run) -> None:
    write(Path("prompts/story-for-the-evening-desk.md.j2"), EXTENDS)

    assert "story-for-the-evening-desk" in rows(run("prompts", "list").out)


def test_the_list_goes_on_where_a_template_cannot_be_used(run: Run) -> None:
    write(STORY, '{% extends "default/stori.md.j2" %}')

    ran = run("prompts", "list")

    assert ran.code == 0
    assert "\n  cannot be used: no template default/stori.md.j2 in " in ran.out
    assert rows(ran.out)["story"] == ["prompts"]


def test_a_name_that_is_nearly_right_is_told(run: Run) -> None:
    ran = run("prompts", "show", "storry")

    assert ran.code == 2
    assert "did you mean story? summarize prompts list shows all\n" in ran.err


def test_folders_of_the_settings_are_searched_after_those_named(run: Run) -> None:
    write(Path("desk/summarize.toml"), 'prompts = "own"\n')
    write(Path("desk/own/story.md.j2"), EXTENDS)
    write(Path("team/story.md.j2"), EXTENDS)
    write(STORY, EXTENDS)

    ran = run("prompts", "list", "--config", "desk/summarize.toml", "--prompts", "team")

    assert rows(ran.out)["story"][1:] == ["team", "desk/own,", "prompts,", "package"]


def test_the_config_folder_of_the_user_is_searched(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "config/summarize/prompts/story.md.j2", EXTENDS)

    ran = run("prompts", "list")

    assert rows(ran.out)["story"][1].endswith("/summarize/prompts")


def test_a_template_is_shown_as_its_file(run: Run) -> None:
    shipped = (prompts_folder() / "story.md.j2").read_text(encoding="utf-8")

    assert run("prompts", "show", "story").out == shipped


def test_what_does_not_end_in_a_line_break_is_shown_with_one(run: Run) -> None:
    write(STORY, "\ufeffEditors.")

    assert run("prompts", "show", "story").out == "Editors.\n"


def test_a_resolved_template_says_where_each_block_is_from(run: Run) -> None:
    write(STORY, EXTENDS + "{% block audience %}\nEditors.\n{% endblock %}\n")

    out = run("prompts", "show", "story", "--resolved").out

    assert "{# from prompts/story.md.j2 #}\n{% block audience %}\nEditors.\n" in out
    assert "{# from default/story.md.j2 #}\n{% block task %}\nSay what happened" in out
    assert out.count("{% block audience %}") == 1


def test_a_template_that_is_not_there_is_one_line(run: Run) -> None:
    ran = run("prompts", "show", "nothing")

    assert ran.code == 2
    assert ran.err.startswith("Error: no template nothing.md.j2 in ")
    assert ran.err.count("\n") == 1


def test_a_copy_is_used_by_runs_here_and_passes_the_check(run: Run) -> None:
    ran = run("prompts", "copy", "story", "--block", "audience")

    assert ran.err == "wrote prompts/story.md.j2\n"
    assert STORY.read_text(encoding="utf-8").splitlines()[1:4] == [
        '{% extends "default/story.md.j2" %}',
        "",
        "{% block audience %}",
    ]
    assert run("prompts", "check").code == 0
    assert rows(run("prompts", "list").out)["story"][1] == "prompts"


def test_a_copy_does_not_overwrite_unless_it_is_forced(run: Run) -> None:
    write(STORY, "mine")

    ran = run("prompts", "copy", "story")

    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "prompts/story.md.j2 is there already; overwrite it with --force" in ran.err
    assert STORY.read_text(encoding="utf-8") == "mine"
    assert run("prompts", "copy", "story", "--force", "-q").err == ""
    assert STORY.read_text(encoding="utf-8") != "mine"


def test_a_copy_into_the_shipped_folder_is_refused(run: Run) -> None:
    ran = run("prompts", "copy", "story", str(prompts_folder()), "--force")

    assert ran.code == 2
    assert "holds the package's own templates" in ran.err


def test_a_copy_that_cannot_be_written_is_one_line(run: Run) -> None:
    write(Path("prompts/report"), "a file")

    ran = run("prompts", "copy", "report/head")

    assert ran.code == 1
    assert "cannot write 'prompts/report/head.md.j2'" in ran.err
    assert ran.err.endswith("; name another folder\n")


@pytest.mark.parametrize("base", ["article", "story", "overview"])
def test_a_new_template_passes_the_check(run: Run, base: str) -> None:
    assert run("prompts", "new", base, "--for", base).code == 0
    assert run("prompts", "new", "briefing", "--for", base).code == 0

    ran = run("prompts", "check")

    assert (ran.code, ran.out) == (0, "")
    assert run("prompts", "show", "briefing").out.startswith("+++\n# What the template is for")


def test_a_new_template_of_another_name_says_how_it_is_used(run: Run) -> None:
    ran = run("prompts", "new", "briefing", "--for", "story")

    assert ran.err.splitlines() == [
        "wrote prompts/briefing.md.j2",
        'no run uses it until prompts/story.md.j2 says {% extends "briefing.md.j2" %}',
    ]
    assert run("prompts", "new", "story", "--for", "story").err == "wrote prompts/story.md.j2\n"


def test_a_new_template_needs_to_know_what_it_is_for(run: Run) -> None:
    ran = run("prompts", "new", "briefing")

    assert ran.code == 2
    assert "--for" in ran.err


def test_a_difference_is_shown_and_that_the_shipped_one_is_unchanged(run: Run) -> None:
    run("prompts", "copy", "story", "--block", "audience")
    text = STORY.read_text(encoding="utf-8").replace("Your readers are busy.", "You are busy.")
    write(STORY, text)

    ran = run("prompts", "diff", "story")

    assert ran.out.startswith("--- default/story.md.j2\n+++ prompts/story.md.j2\n@@")
    assert "\n+You are busy." in ran.out
    assert "the shipped template is as it was when it was copied" in ran.err


def test_a_shipped_template_that_has_changed_since_the_copy_is_told(run: Run) -> None:
    write(STORY, "{# copied from default/story.md.j2 0123456789ab #}\n" + EXTENDS)

    ran = run("prompts", "diff", "story")

    assert ran.out == ""
    assert "story says the same as the shipped template\n" in ran.err
    assert "has changed since it was copied (0123456789ab, now " in ran.err


def test_of_a_template_that_was_not_copied_no_more_is_said(run: Run) -> None:
    assert run("prompts", "diff", "story").err == "story says the same as the shipped template\n"


def test_the_shipped_templates_have_no_finding(run: Run) -> None:
    ran = run("prompts", "check")

    assert (ran.code, ran.out) == (0, "")
    assert re.fullmatch(r"\d+ templates checked: 0 findings\n", ran.err)


def test_each_finding_is_a_line_with_file_and_line(run: Run) -> None:
    write(STORY, EXTENDS + "{% block audience %}{{ region }}{% endblock %}\n")
    write(Path("prompts/report/head.md.j2"), "\n{{ page.nothing }}\n")

    ran = run("prompts", "check")

    assert ran.code == 1
    assert ran.out.splitlines() == [
        "prompts/report/head.md.j2:2: 'summarize.report.view.ArticlePage object' has no attribute "
        "'nothing'",
        "prompts/report/head.md.j2:2: 'summarize.report.view.SituationPage object' has no "
        "attribute 'nothing'",
        "prompts/story.md.j2:2: unknown variable region; known are evidence, fields, language, "
        "words",
    ]
    assert re.fullmatch(r"\d+ templates checked: 3 findings\n", ran.err)


def test_only_the_named_templates_are_checked(run: Run) -> None:
    write(STORY, "{% oops %}")

    assert run("prompts", "check", "merge", "report/situation", "-q").code == 0
    assert run("prompts", "check", "story", "-q").code == 1
    assert run("prompts", "check", "nothing").code == 2


def test_a_variable_of_the_settings_that_no_template_uses_is_a_finding(run: Run) -> None:
    settings = 'title = "x"\n[vars]\ntown = "Brask"\naudience = "cooks"\n'
    write(Path("summarize.toml"), settings)
    write(STORY, EXTENDS + "{% block audience %}{{ town }}{% endblock %}")

    ran = run("prompts", "check")

    assert (ran.code, ran.out) == (
        1, "summarize.toml:4: [vars] audience: used by no template; those in use: town\n"
    )  # fmt: skip
    assert run("prompts", "check", "story").code == 0
    write(STORY, "{% oops %}")
    assert "audience" not in run("prompts", "check").out


def test_variables_of_the_settings_and_the_command_line_are_known(run: Run) -> None:
    write(STORY, EXTENDS + "{% block audience %}{{ region }} {{ desk }}{% endblock %}\n")
    write(Path("summarize.toml"), '[vars]\nregion = "the coast"\n')

    assert run("prompts", "check").code == 1
    assert run("prompts", "check", "--set", "desk=night").code == 0


def test_what_a_template_holds_does_not_steer_a_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(STORY, "a\x1b[31m\tb\n")
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _self: True)
    assert run("prompts", "show", "story").out == "a?[31m\tb\n"


COMMANDS = [command for name, command in sorted(prompts_group.commands.items())]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_each_command_shows_three_examples(command: click.Command) -> None:
    assert len(examples(command)) == 3


MINE = ["check", "copy", "diff", "list", "new", "show"]


@pytest.mark.parametrize(
    "example", [line for name in MINE for line in examples(prompts_group.commands[name])]
)
def test_an_example_of_the_help_runs(run: Run, example: str) -> None:
    write(Path("team/prompts/merge.md.j2"), EXTENDS.replace("story", "merge"))
    write(Path("desk.toml"), 'title = "Desk"\n')

    ran = run(*shlex.split(example)[1:])

    assert ran.code == 0, ran.err
