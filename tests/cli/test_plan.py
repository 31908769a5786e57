"""What a dry run prints."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from summarize.store import Store
from tests.cli.conftest import Ran, Run

ADDRESS = "http://127.0.0.1:9/v1"


@pytest.fixture(autouse=True)
def _here(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert news.name == "news"
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)


def planned(run: Run, *options: str, command: str = "daily", model: str = "test-model") -> Ran:
    given = ["-m", model, "--base-url", ADDRESS, "--store", "answers.db", "--dry-run"]
    return run(command, "news", *given, *options)


def figures(ran: Ran) -> dict[str, str]:
    lines = (line.split(maxsplit=1) for line in ran.out.splitlines() if line)
    return {line[0]: line[1] for line in lines}


def test_the_plan_says_how_many_calls_there_are_of_which_kind(run: Run) -> None:
    ran = planned(run)

    assert ran.code == 0, ran.err
    assert figures(ran)["articles"] == "2"
    assert figures(ran)["model"] == "test-model"
    assert figures(ran)["calls"] == "3 (article 2, overview 1)"


def test_each_article_alone_has_no_overview(run: Run) -> None:
    assert figures(planned(run, command="article"))["calls"] == "2 (article 2)"


def test_a_copy_of_one_text_saves_its_call(run: Run, news: Path) -> None:
    (news / "copy.md").write_text(
        "---\noutlet: Vessen Courier\n---\n\n# Another title\n\n"
        + (news / "dam.txt").read_text(encoding="utf-8").split("\n\n", 1)[1],
        encoding="utf-8",
    )

    plan = figures(planned(run))

    assert plan["articles"] == "3"
    assert plan["calls"].startswith("3 ")
    assert "1 for copies of one text" in plan["spared"]


def test_without_a_price_the_cost_is_unknown_and_the_option_is_named(run: Run) -> None:
    assert figures(planned(run))["cost"] == "unknown; give it with --price IN,OUT"


def test_the_cost_is_that_of_the_longest_replies(run: Run) -> None:
    plan = figures(planned(run, "--price", "0,1000000"))

    worst = plan["tokens"].split("at most ")[1].split()[0].replace(",", "")
    assert plan["cost"] == f"at most {int(worst):.4f} USD"


def test_counts_of_a_model_with_another_tokenizer_are_about(run: Run) -> None:
    assert figures(planned(run))["tokens"].startswith("about ")


def test_counts_of_a_model_whose_tokenizer_is_known_are_exact(run: Run) -> None:
    assert figures(planned(run, model="gpt-4o-mini"))["tokens"][0].isdigit()


def test_the_plan_says_how_much_text_goes_where(run: Run) -> None:
    assert figures(planned(run))["sends"].endswith(" bytes to 127.0.0.1:9")


def test_a_script_sends_nothing(run: Run) -> None:
    Path("script.jsonl").write_text("", encoding="utf-8")

    plan = figures(planned(run, model="scripted:script.jsonl"))

    assert plan["sends"] == "nothing"
    assert plan["cost"] == "at most 0.0000 USD"


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        (["--requests-per-minute", "1"], "about 3 minutes"),
        (["--requests-per-minute", "3"], "about 1 minute"),
        (["--concurrency", "1"], "about 15 seconds"),
        (["--concurrency", "15"], "about 1 second"),
    ],
    ids=str,
)
def test_the_time_follows_from_the_limits(run: Run, limit: list[str], said: str) -> None:
    assert figures(planned(run, *limit))["time"] == said


def test_tokens_in_a_minute_limit_the_time_too(run: Run) -> None:
    assert figures(planned(run, "--tokens-per-minute", "100"))["time"].endswith(" minutes")


def test_messages_are_shown_only_when_asked_for(run: Run) -> None:
    brief, whole = planned(run), planned(run, "-v")

    assert "--- request" not in brief.out
    assert whole.out.count("--- request") == 3
    assert "--- system" in whole.out
    assert "--- article: article “Karrow Dam bursts”" in whole.out


def test_a_message_cannot_steer_a_terminal(run: Run) -> None:
    article = {
        "title": "Storm \x1b[31mred",
        "text": "A storm \x9b31m hit \x07 the coast at noon. " * 9,
    }
    Path("news/odd.jsonl").write_text(json.dumps(article), encoding="utf-8")

    out = planned(run, "-v").out

    assert "storm" in out.casefold()
    assert not {"\x1b", "\x9b", "\x07"} & set(out)


def test_a_dry_run_writes_no_report(run: Run) -> None:
    planned(run, "-o", "r.md")

    assert not Path("r.md").exists()


def test_a_window_that_nobody_has_stated_is_assumed_and_said(run: Run) -> None:
    ran = planned(run)

    assert "the window of test-model is not known: 8192 tokens are assumed" in ran.err


def test_a_window_that_is_given_is_not_remarked_on(run: Run) -> None:
    assert "window" not in planned(run, "--context", "4096").err


def test_a_store_that_is_named_and_cannot_be_used_is_an_error(run: Run) -> None:
    Path("a-file").write_text("", encoding="utf-8")

    ran = planned(run, "--store", "a-file/answers.db")

    assert ran.code == 1
    assert "name another file with --store" in ran.err


def test_without_the_usual_store_a_run_goes_on_and_says_so(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a-file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(Path("a-file").absolute()))

    ran = run("daily", "news", "-m", "test-model", "--base-url", ADDRESS, "--dry-run")

    assert ran.code == 0
    assert "answers are not kept, and are paid again next time" in ran.err


def test_a_dry_run_makes_no_store(run: Run) -> None:
    planned(run)

    assert not Path("answers.db").exists()


def test_a_plan_without_limits_says_nothing_of_them(run: Run) -> None:
    assert "limit" not in figures(planned(run))


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (["--max-calls", "3"], "fits: at most 3 calls, within the limit of 3 calls"),
        (
            ["--max-calls", "2"],
            "would make up to 3 calls, over the limit of 2 calls: "
            "about 1 of 2 stories would be written by the model",
        ),
        (["--budget", "9", "--price", "0,1"], "within the budget of $9.00"),
        (
            ["--budget", "0.0021", "--price", "0,1"],
            "over the budget of $0.0021: about 1 of 2 stories would be written by the model",
        ),
    ],
    ids=str,
)
def test_the_plan_says_whether_it_fits_a_limit(run: Run, limits: list[str], said: str) -> None:
    assert figures(planned(run, *limits))["limit"].endswith(said)


def test_articles_alone_are_counted_as_briefs(run: Run) -> None:
    plan = figures(planned(run, "--max-calls", "1", command="article"))

    assert plan["limit"].endswith(": about 1 of 2 briefs would be written by the model")


@pytest.mark.parametrize("length", ["day", "month"])
def test_what_earlier_runs_have_spent_counts(run: Run, length: str) -> None:
    with Store.open(Path("answers.db")) as store:
        store.spend(datetime.now(UTC).date(), 1.5)
    Path("summarize.toml").write_text(f"[budget]\n{length} = 1.5\n", encoding="utf-8")

    said = figures(planned(run, "--price", "0,1"))["limit"]

    assert f"over the limit a {length} of $1.50, $1.50 of it spent: about 0 of 2 stories" in said


def test_a_limit_over_runs_needs_no_store_yet(run: Run) -> None:
    Path("summarize.toml").write_text("[budget]\nday = 9\n", encoding="utf-8")

    assert figures(planned(run, "--price", "0,1"))["limit"].startswith("fits: at most $")


def test_a_second_judge_alone_may_not_be_asked_about_all(run: Run) -> None:
    Path("empty.jsonl").write_text("", encoding="utf-8")
    judge = ["--judge", "scripted:empty.jsonl", "--max-calls", "2"]

    ran = planned(run, *judge, model="scripted:empty.jsonl")

    assert "over the limit of 2 calls" in figures(ran)["limit"]
