"""`--judge`: a second model beside the writer, in its store, its recording and its limits."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run
from tests.conftest import Serve, Served

BURST = "The governor said that two towns were flooded when the Karrow Dam burst on Monday night."
BOATS = "Rescuers brought 340 people to safety before dawn."
WRONG = "Rescuers brought 350 people to safety."
VERBATIM = (
    "The highway to the coast is closed, and trains stop in Wexmoor until the track is checked."
)
WRITER = [
    {
        "template": "article",
        "reply": {
            "bottom_line": {"text": BURST, "cites": [1]},
            "claims": [
                {"text": BOATS, "cites": [2]},
                {"text": WRONG, "cites": [2]},
                {"text": VERBATIM, "cites": [3]},
            ],
            "who": [],
            "where": [],
            "quotations": [],
        },
    },
    {"template": "repair", "reply": {"text": "", "cites": []}},
    {"template": "overview", "reply": {"bottom_line": [], "highlights": [], "gaps": []}},
]
VERDICTS = [
    {"claim": 1, "why": "sentence one says it", "verdict": "supported"},
    {"claim": 2, "why": "it was by dawn", "verdict": "unsupported"},
    {"claim": 3, "why": "it is near enough", "verdict": "supported"},
]
Judge = Callable[..., Ran]


def script(name: str, *lines: dict[str, Any]) -> str:
    Path(name).write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return f"scripted:{name}"


def verdicts(*said: dict[str, Any]) -> dict[str, Any]:
    return {"template": "judge", "reply": {"verdicts": list(said or VERDICTS)}}


@pytest.fixture
def judge(run: Run, news: Path) -> Judge:
    """`judge(*options)`: a brief of one article by a scripted writer, with another for a judge."""
    (news / "rate.txt").unlink()

    def call(*options: str, writer: str = "", second: str = "", command: str = "brief") -> Ran:
        models = [
            *("-m", writer or script("writer.jsonl", *WRITER)),
            *("--judge", second or script("judge.jsonl", verdicts())),
        ]
        given = ["--store", "answers.db", "-o", "r.json", "-o", "r.md", "-o", "r.review.md"]
        return run(command, "news", *models, *given, *options)

    return call


def report() -> Any:
    return json.loads(Path("r.json").read_text(encoding="utf-8"))


def claims_in(value: Any) -> list[Any]:
    """Every claim of a report.json, wherever it stands."""
    if isinstance(value, list):
        return [claim for one in value for claim in claims_in(one)]
    if not isinstance(value, dict):
        return []
    found = [value] if "judge" in value else []
    return found + [claim for one in value.values() for claim in claims_in(one)]


def opinions() -> dict[str, Any]:
    """What was said of each text; an error where not the same is said of it everywhere."""
    said: dict[str, Any] = {}
    for claim in claims_in(report()):
        opinion = claim["judge"] and claim["judge"]["verdict"]
        assert said.setdefault(claim["text"], opinion) == opinion
    return said


def test_each_opinion_stands_beside_the_verdict_wherever_the_claim_stands(judge: Judge) -> None:
    ran = judge()

    assert ran.code == 0, ran.err
    assert opinions() == {
        BURST: "supported",
        BOATS: "unsupported",
        WRONG: "supported",
        VERBATIM: None,
    }
    by_text = {claim["text"]: claim for claim in claims_in(report())}
    assert by_text[BOATS]["verdict"] == "supported"
    assert by_text[BOATS]["judge"] == {
        "model": "scripted:judge.jsonl",
        "verdict": "unsupported",
        "why": "it was by dawn",
    }


def test_a_note_is_printed_only_where_the_two_differ(judge: Judge) -> None:
    judge("--show-withheld")

    page = Path("r.md").read_text(encoding="utf-8")
    assert page.count("(second judge: ") == 2
    assert re.search(rf"{re.escape(BOATS)} \[1\w\] \(second judge: not supported\)", page)
    assert re.search(rf"{re.escape(WRONG)} \[1\w\].*\(second judge: supported\)", page)
    assert ": 2 supported, 1 not supported, 0 undecided." in page


def test_the_review_has_a_section_of_what_they_differ_on(judge: Judge) -> None:
    judge()

    review = Path("r.review.md").read_text(encoding="utf-8")
    section = review.partition("\n## The check and the second judge differ\n")[2]
    assert "## " not in section
    assert BOATS in section
    assert WRONG in section
    assert "- check: not supported" in section
    assert re.search(r"- second judge: supported \(.*\): it is near enough", section)


def test_only_a_judge_that_was_asked_has_its_template_named(judge: Judge, run: Run) -> None:
    judge()
    assert "judge.md.j2" in report()["method"]["templates"]
    assert report()["method"]["calls"] == 4

    run("brief", "news", "-m", "scripted:writer.jsonl", "--store", "answers.db", "-o", "r.json")
    assert "judge.md.j2" not in report()["method"]["templates"]


def test_an_opinion_is_paid_once(judge: Judge) -> None:
    judge()
    first = opinions()

    ran = judge()

    assert "0 calls to scripted:writer.jsonl and scripted:judge.jsonl" in ran.err
    assert report()["method"]["reused"] == 4
    assert opinions() == first


def test_a_recording_holds_the_calls_of_both(judge: Judge) -> None:
    judge("--record", "all.jsonl")
    first = opinions()

    ran = judge("--store", "b.db", writer="scripted:all.jsonl", second="scripted:all.jsonl")

    assert ran.code == 0, ran.err
    assert "4 calls to scripted:all.jsonl, " in ran.err
    assert opinions() == first


def test_selected_sentences_need_no_opinion_and_that_is_said(judge: Judge) -> None:
    ran = judge(writer="local")

    assert ran.code == 0
    assert "--judge has nothing to do: each claim is its own passage, word for word" in ran.err
    assert " calls " not in ran.err
    assert set(opinions().values()) == {None}
    assert not any(name.startswith("judge") for name in report()["method"]["templates"])


def test_a_claim_that_cites_nothing_is_not_asked_about(judge: Judge) -> None:
    bare = {**WRITER[0]["reply"], "claims": [{"text": "Forty people died.", "cites": [99]}]}  # type: ignore[dict-item]
    writer = script("w.jsonl", {"template": "article", "reply": bare}, *WRITER[1:])

    ran = judge(writer=writer)

    assert ran.code == 3  # one of two was withheld
    assert opinions() == {BURST: "supported", "Forty people died.": None}
    assert report()["missing"] == []


def test_a_judge_that_fails_is_missing_and_costs_nothing_else(judge: Judge) -> None:
    ran = judge(second=script("j.jsonl", {"template": "judge", "error": "Filtered"}))

    assert ran.code == 3
    assert set(opinions().values()) == {None}
    assert report()["partial"]
    assert report()["missing"] == ["the second opinion on 3 claims: Filtered, as the script says"]
    assert "INCOMPLETE: the second opinion on 3 claims" in ran.err


def test_one_claim_without_a_verdict_is_named_as_one(judge: Judge) -> None:
    judge(second=script("j.jsonl", {**verdicts(*VERDICTS[:2]), "times": 1}, verdicts(VERDICTS[1])))

    assert report()["missing"] == ["the second opinion on 1 claim: the reply has none"]


def test_the_judge_has_what_the_writer_left_of_the_calls(judge: Judge) -> None:
    ran = judge("--max-calls", "3")

    assert ran.code == 3
    assert report()["missing"] == [
        "the second opinion on 3 claims: the limit of 3 calls is reached: 3 made"
    ]
    assert set(opinions().values()) == {None}


def test_the_judge_has_what_the_writer_left_of_the_budget(judge: Judge) -> None:
    priced = [{**line, "usage": {"input": 10_000, "output": 0}} for line in WRITER]
    dear = script("w.jsonl", *priced)

    ran = judge("--budget", "0.031", "--price", "1,1", writer=dear)

    assert ran.code == 3
    assert report()["missing"][0].startswith(
        "the second opinion on 3 claims: the budget of $0.031 is reached: $0.0300 spent"
    )


def test_both_are_in_the_cost(judge: Judge) -> None:
    used = {"usage": {"input": 10_000, "output": 1_000}}
    writer = script("w.jsonl", *({**line, **used} for line in WRITER))

    judge("--price", "1,1", writer=writer, second=script("j.jsonl", {**verdicts(), **used}))

    method = report()["method"]
    assert method["tokens"]["input"] == 40_000
    assert method["cost_usd"] == pytest.approx(0.044)


def test_a_profile_names_the_judge_with_its_own_price(judge: Judge) -> None:
    used = {"usage": {"input": 10_000, "output": 0}}
    script("j.jsonl", {**verdicts(), **used})
    Path("summarize.toml").write_text(
        '[profile.second]\nmodel = "scripted:j.jsonl"\nprice = [100.0, 0.0]\n', encoding="utf-8"
    )

    judge("--price", "1,1", second="second")

    assert report()["method"]["cost_usd"] == pytest.approx(1.0, abs=0.01)
    assert opinions()[BURST] == "supported"


def test_the_settings_may_name_the_judge(judge: Judge, run: Run) -> None:
    judge()
    Path("summarize.toml").write_text('judge = "scripted:judge.jsonl"\n', encoding="utf-8")

    run("brief", "news", "-m", "scripted:writer.jsonl", "--store", "b.db", "-o", "r.json")

    assert opinions()[BOATS] == "unsupported"


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("local", "--judge local: the built-in writer gives no opinion; name a model"),
        ("scripted:no.jsonl", "cannot read the script no.jsonl"),
    ],
)
def test_a_judge_that_cannot_be_is_a_usage_error(judge: Judge, second: str, said: str) -> None:
    ran = judge(second=second)

    assert ran.code == 2
    assert said in ran.err
    assert not Path("r.json").exists()


def test_a_dry_run_counts_the_calls_of_the_judge_from_selected_claims(judge: Judge) -> None:
    ran = judge("--dry-run", "-v")

    assert ran.code == 0
    assert "calls      3 (article 1, overview 1, judge 1)" in ran.out
    assert "model      scripted:writer.jsonl and scripted:judge.jsonl" in ran.out
    assert "--- judge: a claim “" in ran.out
    assert "CLAIM 1: The Karrow Dam burst on Monday night" in ran.out


def test_a_dry_run_on_stored_answers_counts_the_claims_that_were_written(judge: Judge) -> None:
    judge()

    other = judge("--dry-run", "-v", second=script("other.jsonl", verdicts()))

    assert "calls      1 (judge 1)" in other.out
    assert f"CLAIM 2: {BOATS}" in other.out
    assert f"CLAIM 3: {WRONG}" in other.out
    assert f": {VERBATIM}" not in other.out
    assert "calls      0\n" in judge("--dry-run").out


def test_a_dry_run_of_selected_sentences_asks_nothing(judge: Judge) -> None:
    assert "calls      0\n" in judge("--dry-run", writer="local").out


def test_a_dry_run_says_which_host_gets_what(judge: Judge) -> None:
    Path("summarize.toml").write_text(
        '[profile.second]\nmodel = "m-2"\nbase_url = "http://127.0.0.1:9/v1"\ncontext = 8192\n',
        encoding="utf-8",
    )

    ran = judge("--dry-run", second="second")

    assert re.search(r"sends      [\d,]+ bytes to 127\.0\.0\.1:9$", ran.out, re.MULTILINE)
    assert "cost       unknown" in ran.out


def test_a_template_of_the_judge_that_cannot_be_filled_is_found_before(judge: Judge) -> None:
    Path("prompts").mkdir()
    Path("prompts/judge.md.j2").write_text(
        '{% extends "default/judge.md.j2" %}\n{% block task %}{{ nobody }}{% endblock %}\n',
        encoding="utf-8",
    )

    ran = judge(writer="local")

    assert ran.code == 2
    assert "judge.md.j2:2" in ran.err


def test_each_command_takes_a_judge(judge: Judge) -> None:
    assert judge(command="article").code == 0
    assert opinions()[BOATS] == "unsupported"
    assert judge(command="daily").code == 0


def test_another_server_judges_with_its_own_model(judge: Judge, serve: Serve) -> None:
    server = serve()
    options = ("--base-url", server.base_url, "--context", "8192")

    ran = judge(*options, second="judge-model")

    assert ran.code == 0, ran.err
    assert server.calls == 1
    assert report()["method"]["cost_usd"] is None  # nobody has said what that model costs
    assert set(opinions().values()) == {"supported", None}


@pytest.mark.parametrize("behaviour", [{"status": 401}, {"reply": "error inside"}], ids=str)
def test_a_server_that_fails_costs_the_opinions_and_no_claim(
    judge: Judge, serve: Serve, behaviour: dict[str, object]
) -> None:
    server = serve(**behaviour)

    ran = judge("--base-url", server.base_url, "--context", "8192", second="judge-model")

    assert ran.code == 3
    assert len(report()["missing"]) == 1
    assert report()["claims"] == {"supported": 3, "unchecked": 0, "withheld": 1}
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("form", ["json_object", "words"])
def test_a_server_that_cannot_hold_a_schema_judges_too(
    judge: Judge, serve: Serve, form: str
) -> None:
    server = serve(form=form)

    ran = judge("--base-url", server.base_url, "--context", "8192", second="judge-model")

    assert ran.code == 0, ran.err
    assert opinions()[BURST] == "supported"


def until_asked(server: Served) -> None:
    for _ in range(400):
        if server.calls:
            return
        time.sleep(0.05)
    raise AssertionError("the server was not asked")


@pytest.mark.usefixtures("judge")
def test_ctrl_c_while_the_judge_is_asked_waits_for_it_and_writes_the_report(serve: Serve) -> None:
    server = serve(seconds=2)
    command = [sys.executable, "-m", "summarize", "brief", "news"]
    models = ["-m", script("writer.jsonl", *WRITER), "--judge", "judge-model"]
    given = ["--base-url", server.base_url, "--context", "8192", "--store", "a.db", "-o", "r.json"]

    with subprocess.Popen(
        [*command, *models, *given], stderr=subprocess.PIPE, text=True
    ) as process:
        until_asked(server)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)

    assert process.returncode == 0, err
    assert opinions()[BURST] == "supported"
    assert err.count("the run was interrupted") == 1
