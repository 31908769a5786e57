"""`summarize why` on a report that a scripted model wrote, with one sentence that was withheld."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

RIGHT = "The Karrow Dam burst on Monday night."
WRONG = "Rescuers in boats brought 390 people to safety."
CUT = "The central bank cut its key rate to 6.75 percent on Tuesday."


def said(text: str, *cites: int) -> dict[str, object]:
    return {"text": text, "cites": cites}


def reply(*claims: dict[str, object]) -> dict[str, object]:
    said_by: dict[str, object] = {"who": [], "where": [], "quotations": []}
    return {"bottom_line": claims[0], "claims": claims[1:], **said_by}


SCRIPT = [
    {"template": "article", "contains": "Karrow Dam bursts",
     "reply": reply(said(RIGHT, 1), said(WRONG, 2))},
    {"template": "article", "reply": reply(said(CUT, 1))},
    {"template": "repair", "reply": said(WRONG, 1)},
    {"template": "overview", "reply": {
        "bottom_line": [said(RIGHT, 1, 2)], "highlights": [], "gaps": []}},
]  # fmt: skip


@pytest.fixture
def report(run: Run, news: Path) -> Path:
    """A report, its answers kept in s.db."""
    lines = "".join(json.dumps(line) + "\n" for line in SCRIPT)
    Path("script.jsonl").write_text(lines, encoding="utf-8")
    made = ["daily", str(news), "-q", "-m", "scripted:script.jsonl", "--store", "s.db"]
    assert run(*made, "-o", "r.json", "-o", "r.md").code in {0, 3}
    return Path("r.json")


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_a_withheld_sentence_is_explained_by_its_words(run: Run, report: Path) -> None:
    ran = run("why", str(report), "390", "People")

    assert (ran.code, ran.err) == (0, "")
    assert ": not supported, withheld\n\n> Rescuers in boats brought 390 people" in ran.out
    assert '- number "390": ' in ran.out
    assert "> Rescuers in boats brought 340 people to safety from roofs" in ran.out
    assert "- stands in brief of “Karrow Dam bursts”: withheld" in ran.out
    assert "- prompt article.md.j2 " in ran.out
    assert "It was asked for once more" in ran.out
    assert "- prompt repair.md.j2 " in ran.out


def test_the_calls_are_those_of_the_report(run: Run, report: Path) -> None:
    (lost,) = read(report)["withheld"]
    ran = run("why", str(report), lost["claim"]["id"])
    (brief,) = (one for one in read(report)["briefs"] if one["article"] == lost["article"])
    (again,) = read(report)["method"]["repairs"][lost["claim"]["id"]]

    for call in (*brief["calls"], again):
        assert f"  request {call['request']}\n  key {call['key']}\n" in ran.out
        assert call["hash"] == read(report)["method"]["templates"][f"{call['template']}.md.j2"]


def test_a_story_of_one_origin_and_the_head_name_their_calls(report: Path) -> None:
    made = read(report)

    assert [c["template"] for c in made["overview"]["calls"]] == ["overview"]
    assert [s["calls"] for s in made["stories"]] == [b["calls"] for b in made["briefs"]]


def test_raw_shows_what_was_asked_and_the_reply(run: Run, report: Path) -> None:
    ran = run("why", str(report), "390 people", "--raw", "--store", "s.db")

    assert ran.code == 0
    assert "## article.md.j2, request " in ran.out
    assert "\nsystem:\n\n| " in ran.out
    assert "| [2] Rescuers in boats brought 340 people" in ran.out
    assert '\nreply:\n\n| {"bottom_line":' in ran.out
    assert "## repair.md.j2, request " in ran.out
    assert f"| SENTENCE: {WRONG}\n" in ran.out


def test_without_the_store_raw_is_one_line_more(run: Run, report: Path) -> None:
    plain = run("why", str(report), "390 people")
    ran = run("why", str(report), "390 people", "--raw", "--store", "gone.db")

    assert ran.code == 0
    assert ran.out == f"{plain.out}There is no store at gone.db: --store FILE names another.\n"
    assert not Path("gone.db").exists()


def test_an_answer_that_the_store_does_not_have_is_one_line(run: Run, report: Path) -> None:
    run("store", "clear", "--yes", "--store", "s.db")

    lines = run("why", str(report), "390 people", "--raw", "--store", "s.db").out.splitlines()

    assert len([line for line in lines if line.startswith("s.db has no answer to ")]) == 2


def test_a_mark_of_the_page_is_every_claim_on_that_passage(run: Run, report: Path) -> None:
    ran = run("why", str(report), "1a")

    assert ran.code == 0
    assert ran.out.startswith("# Claim ")
    assert "\n[1a] " in ran.out


def test_several_claims_are_listed_and_none_is_chosen(run: Run, report: Path) -> None:
    ran = run("why", str(report), "the")

    assert ran.code == 1
    ids = [line.split()[0] for line in ran.out.splitlines()]
    assert len(set(ids)) == len(ids) >= 2
    assert ran.err == f"Error: {len(ids)} claims have “the”; say which, by its id\n"
    assert run("why", str(report), ids[1]).code == 0


def test_where_no_claim_is_meant_the_nearest_are_listed(run: Run, report: Path) -> None:
    ran = run("why", str(report), "The dam burst on Friday")

    assert ran.code == 1
    assert RIGHT in ran.out.splitlines()[0]
    assert ran.err.endswith("; the nearest are listed: name one by its id\n")


def test_what_is_like_no_claim_is_one_line(run: Run, report: Path) -> None:
    ran = run("why", str(report), "zebra \x1b[2J")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "Error: no claim has “zebra ?[2J”\n"


def test_lines_fit_80_columns_and_keep_their_mark(run: Run, report: Path) -> None:
    ran = run("why", str(report), "390 people")

    assert max(map(len, ran.out.splitlines())) <= 80
    around = ran.out.partition("> Rescuers in boats brought 340")[2].splitlines()
    assert around[1].startswith("> ")


def test_a_report_by_selection_says_that_no_model_was_asked(run: Run, news: Path) -> None:
    run("daily", str(news), "-q", "-o", "local.json")

    ran = run("why", "local.json", "340 people", "--raw")

    assert ran.code == 0
    assert "the built-in selection, which asks nobody" in ran.out
    assert ran.out.endswith("No model was asked.\n")


def test_nothing_printed_can_steer_a_terminal_or_forge_a_heading(run: Run, report: Path) -> None:
    made = read(report)
    (lost,) = made["withheld"]
    lost["claim"]["text"] = "390 people\n\n## Who wrote it\x1b[2J \u202e"
    lost["claim"]["findings"][0]["why"] = "\x07"
    for article in made["articles"]:
        article["title"] = "A\n# B\x1b]0;x\x07"
        article["url"] = "https://x.example/\x1b[1m"
    report.write_text(json.dumps(made), encoding="utf-8")

    ran = run("why", str(report), lost["claim"]["id"])

    assert ran.code == 0
    assert not {"\x1b", "\x07", "\u202e"} & set(ran.out)
    headings = [line for line in ran.out.splitlines() if line.startswith("#")]
    assert headings[1:] == ["## Passages", "## Who wrote it"]


@pytest.mark.parametrize(
    ("args", "code"),
    [(["r.json"], 2), (["nowhere.json", "x"], 2), (["r.md", "x"], 1), (["."], 2)],
)
@pytest.mark.usefixtures("report")
def test_what_cannot_be_explained_is_one_line(run: Run, args: list[str], code: int) -> None:
    ran = run("why", *args)

    assert (ran.code, ran.out) == (code, "")
    assert "Error: " in ran.err
