"""`summarize evaluate`: variants of prompts and models on one pile."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import DAM, Run

BURST = {"text": "The Karrow Dam burst on Monday night and flooded two towns.", "cites": [1]}
CUT = {"text": "The central bank cut its key rate to 6.75 percent on Tuesday.", "cites": [1]}
WRONG = {"text": "Rescuers brought 999 people to safety.", "cites": [2]}
EXTENDS = '{% extends "default/article.md.j2" %}\n'
TEAM = f"{EXTENDS}{{% block audience %}}For nurses.{{% endblock %}}"


def brief(*said: dict[str, Any]) -> dict[str, Any]:
    first, *others = said
    lists: dict[str, Any] = {"who": [], "where": [], "quotations": []}
    return {"bottom_line": first, "claims": others, **lists}


def line(template: str, reply: dict[str, Any], contains: str | None = None) -> dict[str, Any]:
    usage = {"input": 1_000, "output": 100}
    return {"template": template, "contains": contains, "reply": reply, "usage": usage}


OTHERS = [
    line("repair", {"text": "", "cites": []}),
    line("overview", {"bottom_line": [], "highlights": [], "gaps": []}),
]


def script(name: str, *lines: dict[str, Any]) -> str:
    text = "".join(json.dumps(one) + "\n" for one in (*lines, *OTHERS))
    Path(name).write_text(text, encoding="utf-8")
    return f"scripted:{name}"


def good(name: str = "good.jsonl") -> str:
    """A model of which nurses are told something that is not so."""
    return script(
        name,
        line("article", brief(BURST, WRONG), "For nurses."),
        line("article", brief(BURST), "Karrow Dam bursts"),
        line("article", brief(CUT)),
    )


def prompts(name: str, **files: str) -> str:
    Path(name).mkdir()
    for file, text in files.items():
        Path(name, f"{file}.md.j2").write_text(text, encoding="utf-8")
    return name


def rows(text: str) -> dict[str, list[str]]:
    """The cells of each row of the first table, by its label."""
    table = text.split("\n\n|")[1].split("\n\n")[0].splitlines()
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in table]
    return {row[0]: row[1:] for row in cells}


@pytest.fixture(autouse=True)
def _here(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert news.name == "news"
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)


def evaluate(run: Run, *options: str) -> Any:
    return run("evaluate", "news", "--store", "answers.db", *options)


def test_without_options_the_built_in_writer_is_measured(run: Run) -> None:
    ran = run("evaluate", "news")

    assert ran.code == 0, ran.err
    assert ran.out.startswith("# 1 variant of one report\n\n2 articles, 2 stories; no fact stated ")
    assert "- **A** local\n" in ran.out
    assert rows(ran.out)["supported"] == ["100 %"]


def test_each_model_has_a_column(run: Run) -> None:
    ran = evaluate(run, "-m", "local", "-m", good())

    assert ran.code == 0, ran.err
    found = rows(ran.out)
    assert found[""] == ["A", "B"]
    assert found["calls"] == ["0", "3"]
    assert found["tokens in"] == ["0", "3,000"]
    assert "- **B** scripted:good.jsonl: too few stories to tell\n" in ran.out


def test_each_folder_of_prompts_has_a_column(run: Run) -> None:
    team = prompts("team", article=TEAM)

    ran = evaluate(run, "-m", good(), "--prompts", "shipped", "--prompts", team)

    assert ran.code == 0, ran.err
    found = rows(ran.out)
    assert "- **B** team: " in ran.out
    assert found["withheld"] == ["0 %, 0 of 2", "75 %, 3 of 4"]
    assert found["supported"] == ["100 %, 2 of 2", "25 %, 1 of 4"]


def test_prompts_of_the_working_folder_are_no_part_of_a_variant(run: Run) -> None:
    prompts("prompts", article=TEAM)

    assert rows(evaluate(run, "-m", good()).out)["withheld"] == ["0 %, 0 of 2"]


def test_the_settings_name_the_model_that_is_not_given(run: Run) -> None:
    Path("summarize.toml").write_text(f'model = "{good()}"\noutput = "brief.md"\n', "utf-8")

    ran = evaluate(run)

    assert "- **A** scripted:good.jsonl\n" in ran.out
    assert not Path("brief.md").exists()


def test_a_second_evaluation_pays_nothing_and_states_the_same_cost(run: Run) -> None:
    options = ("-m", good(), "--price", "1,10")

    first, second = (rows(evaluate(run, *options).out) for _ in range(2))

    assert first["cost, USD"] == second["cost, USD"] == ["0.0060"]
    assert first["paid now, USD"] == ["0.0060"]
    assert second["paid now, USD"] == ["0.0000"]
    assert first["tokens in"] == second["tokens in"]


@pytest.mark.parametrize("fresh", [[], ["--fresh"]])
def test_what_two_variants_ask_alike_is_paid_once(run: Run, fresh: list[str]) -> None:
    team = prompts("team", overview=TEAM.replace("article", "overview"))
    options = ("--prompts", "shipped", "--prompts", team, "--price", "1,10", *fresh)
    evaluate(run, "-m", good(), *options)
    ran = evaluate(run, "-m", good(), *options)

    found = rows(ran.out)
    assert found["cost, USD"] == ["0.0060", "0.0060"]
    assert found["paid now, USD"] == (["0.0060", "0.0020"] if fresh else ["0.0000", "0.0000"])


def test_a_variant_that_fails_costs_its_column_alone(run: Run) -> None:
    broken = prompts("broken", article="{% oops %}")
    options = ("--prompts", broken, "--prompts", "shipped", "-o", "-", "-o", "t.json")

    ran = evaluate(run, "-m", good(), *options)

    assert ran.code == 3
    assert "A (broken) failed: broken/article.md.j2:1: Encountered unknown tag" in ran.err
    assert "- **A** broken: failed: broken/article" in ran.out
    assert rows(ran.out)[""] == ["B"]
    assert json.loads(Path("t.json").read_text("utf-8"))["variants"][0]["error"]


def test_a_model_that_writes_nothing_fails(run: Run) -> None:
    dead = script("dead.jsonl", {"template": "article", "error": "NoSuchModel"})

    ran = evaluate(run, "-m", "local", "-m", dead)

    assert ran.code == 3
    assert "B (scripted:dead.jsonl) failed: " in ran.err


def test_where_every_variant_fails_nothing_is_written(run: Run) -> None:
    ran = evaluate(run, "-m", "scripted:one.jsonl", "-m", "scripted:two.jsonl", "-o", "t.md")

    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.startswith("Error: nothing to compare: A (scripted:one.jsonl) failed: cannot")
    assert not Path("t.md").exists()


def test_a_variant_whose_replies_cannot_be_recorded_fails(run: Run) -> None:
    ran = evaluate(run, "-m", good(), "-m", "local", "--record", "news")

    assert ran.code == 3
    assert "A (scripted:good.jsonl) failed: cannot write" in ran.err


def test_a_variant_that_is_written_in_part_is_incomplete(run: Run) -> None:
    part = script("part.jsonl", line("article", brief(BURST), "Karrow Dam bursts"))

    ran = evaluate(run, "-m", part)

    assert ran.code == 3
    assert "A is INCOMPLETE: " in ran.out


def test_one_limit_holds_for_all_variants(run: Run) -> None:
    options = ("-m", good("one.jsonl"), "-m", good("two.jsonl"), "--max-calls", "4")

    ran = evaluate(run, *options)

    assert ran.code == 3
    assert "INCOMPLETE" in ran.out or "failed" in ran.out
    assert "the limit of 4 calls is reached" in ran.out


def test_a_dry_run_shows_the_plan_of_each_variant(run: Run) -> None:
    team = prompts("team", article=TEAM)
    options = ("-m", "local", "-m", "gpt-4o-mini", "--prompts", "shipped", "--prompts", team)

    ran = evaluate(run, *options, "--dry-run", "--budget", "9")

    assert ran.code == 0, ran.err
    head, *lines = ran.out.splitlines()
    assert head.split() == ["calls", "tokens", "in", "out", "at", "most", "USD", "variant"]
    assert [one.split()[:2] for one in lines[:3]] == [["A", "0"], ["B", "3"], ["C", "2"]]
    assert re.fullmatch(r"all +\d\.\d{4}  at most: within the budget of 9\.0000", lines[3])
    assert max(map(len, lines)) <= 80


def test_a_dry_run_says_what_cannot_be_run_and_what_is_too_dear(run: Run) -> None:
    broken = prompts("broken", article="{% oops %}")
    options = ("--prompts", "shipped", "--prompts", broken, "--dry-run", "--budget", "0.0001")

    ran = evaluate(run, "-m", "gpt-4o-mini", *options)

    assert ran.code == 0
    assert "failed: broken/article.md.j2:1:" in ran.out
    assert "at most: may not fit, over the budget of 0.0001" in ran.out


def test_a_price_that_nobody_knows_is_said_in_a_dry_run(run: Run) -> None:
    ran = evaluate(run, "-m", "nobody-knows-it", "--context", "9000", "--dry-run")

    assert ran.out.splitlines()[-1].split() == ["all", "unknown", "at", "most"]


def test_files_are_written_by_their_ending(run: Run) -> None:
    files = ("t.md", "t.json", "deep/t.html")

    ran = evaluate(run, "-m", "local", "-m", good(), *(x for f in files for x in ("-o", f)))

    assert ran.code == 0
    assert ran.out == ""
    assert [f"wrote {file}" in ran.err for file in files] == [True] * 3
    assert Path("t.md").read_text("utf-8").startswith("# 2 variants of one report\n")
    assert len(json.loads(Path("t.json").read_text("utf-8"))["variants"]) == 2
    assert Path("deep/t.html").read_text("utf-8").startswith("<!doctype html>")


def test_titles_are_escaped_on_the_page(run: Run) -> None:
    text = f"<script>alert(1)</script> {{{{ 7*7 }}}}\n\n{DAM}\n"
    Path("news", "dam.txt").write_text(text, encoding="utf-8")

    run("evaluate", "news", "-o", "t.html")

    page = Path("t.html").read_text("utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }}" in page


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-o", "t.pdf"], "cannot tell the format of 't.pdf'; end it in .md, .json, .html, or"),
        (["--prompts", "nowhere"], "no folder of prompts at nowhere"),
        (["--timezone", "Nowhere"], "Invalid value for '--timezone': 'Nowhere' is not known"),
        (["--set", "frogs=1"], "no template uses the variable 'frogs'"),
    ],
)
def test_what_cannot_be_is_refused_before_any_work(run: Run, options: list[str], said: str) -> None:
    ran = evaluate(run, *options)

    assert ran.code == 2
    assert said in ran.err


def test_a_source_is_not_overwritten(run: Run) -> None:
    Path("news/own.md").write_text(
        "# A title\n\nSomething happened on Monday, she said.\n", "utf-8"
    )

    ran = evaluate(run, "-o", "news/own.md")

    assert ran.code == 2
    assert "-o 'news/own.md' is one of the SOURCEs" in ran.err


def test_a_variable_of_the_settings_that_no_template_uses_is_warned_of_only(run: Run) -> None:
    Path("summarize.toml").write_text('[vars]\nfrogs = "green"\n', encoding="utf-8")

    ran = run("evaluate", "news", "-m", "local")

    assert ran.code == 0, ran.err
    assert "Warning: summarize.toml: [vars] frogs: used by no template; those" in ran.err


def test_a_variable_has_to_be_of_use_to_one_variant_only(run: Run) -> None:
    block = "{% block audience %}For {{ reader }}.{% endblock %}"
    front = '+++\n[variables]\nreader = "cooks"\n+++\n'
    team = prompts("team", article=f"{front}{EXTENDS}{block}")
    options = ("--prompts", "shipped", "--prompts", team, "--set", "reader=nurses")

    ran = evaluate(run, "-m", good(), *options)

    assert ran.code == 0, ran.err
    assert rows(ran.out)["withheld"] == ["0 %, 0 of 2", "75 %, 3 of 4"]


def test_what_does_nothing_with_the_built_in_writer_is_said(run: Run) -> None:
    ran = evaluate(run, "--prompts", prompts("team"))

    assert "--store has no effect" in ran.err
    assert "--prompts has no effect: the built-in writer has none" in ran.err


def test_where_no_article_is_left_nothing_is_run(run: Run) -> None:
    Path("none").mkdir()

    ran = run("evaluate", "none")

    assert ran.code == 1
    assert "no article was found" in ran.err
