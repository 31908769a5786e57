"""A report written by a model behind a real server, and what becomes of it when that fails."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarize.store import SCHEMA, Store
from tests.cli.conftest import DAM, Ran, Run
from tests.conftest import Serve, Served

KEY = "sk-canary-8c1f"
Ask = Callable[..., Ran]


@pytest.fixture
def pile(news: Path) -> Path:
    """Two stories, one of them told by two outlets."""
    (news / "dam2.md").write_text(
        "---\noutlet: Vessen Courier\n---\n\n# Dam on the Karrow fails\n\n"
        "The Karrow Dam failed on Monday night, and the flood reached two towns in the valley "
        "within half an hour. The governor said that rescuers brought 340 people to safety. "
        "The highway to the coast is closed until the bridge has been checked by engineers.",
        encoding="utf-8",
    )
    return news


@pytest.fixture
def ask(run: Run, pile: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """`ask(server, *options)`: a daily brief of the pile by the model of the server."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)

    def call(server: Served, *options: str, command: str = "daily") -> Ran:
        given = ["--base-url", server.base_url, "--store", "answers.db", "-o", "r.json"]
        return run(command, str(pile), "-m", "test-model", *given, *options)

    return call


def report() -> Any:
    return json.loads(Path("r.json").read_text(encoding="utf-8"))


def writers() -> set[str]:
    made = report()
    return {str(part["writer"]["kind"]) for part in (*made["briefs"], *made["stories"])}


def test_a_model_writes_every_part(ask: Ask, serve: Serve) -> None:
    ran = ask(serve())

    assert ran.code == 0, ran.err
    assert writers() == {"model"}
    assert report()["method"]["writer"] == {"kind": "model", "model": "test-model", "why": None}


def test_each_origin_and_each_story_of_several_is_one_call(ask: Ask, serve: Serve) -> None:
    server = serve()

    ask(server)

    assert server.calls == 5  # three articles, one story of two origins, the overview


def test_a_second_run_asks_nothing_and_says_the_same(ask: Ask, serve: Serve) -> None:
    server = serve()
    ask(server)
    first, calls = report(), server.calls

    ran = ask(server)

    assert server.calls == calls
    assert "0 calls" in ran.err
    assert report()["stories"] == first["stories"]


def test_fresh_asks_again(ask: Ask, serve: Serve) -> None:
    server = serve()
    ask(server)
    calls = server.calls

    ask(server, "--fresh")

    assert server.calls == 2 * calls


def test_a_rerun_after_the_server_has_gone_needs_neither_it_nor_a_key(
    ask: Ask, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve()
    ask(server)
    monkeypatch.delenv("OPENAI_API_KEY")
    gone = Served(server.base_url)

    assert ask(gone).code == 0


def test_a_dry_run_asks_nobody_and_needs_no_key(
    ask: Ask, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve()
    monkeypatch.delenv("OPENAI_API_KEY")

    ran = ask(server, "--dry-run", "--price", "1,2")

    assert server.calls == 0
    assert not Path("r.json").exists()
    assert "calls      5 (article 3, story 1, overview 1)" in ran.out
    assert "1 for stories of one origin" in ran.out
    assert "USD" in ran.out


def test_a_dry_run_after_a_run_has_nothing_left_to_ask(ask: Ask, serve: Serve) -> None:
    server = serve()
    ask(server)

    ran = ask(server, "--dry-run")

    assert "calls      0\n" in ran.out
    assert "5 for answers in the store" in ran.out
    assert "sends      nothing" in ran.out


def test_a_dry_run_shows_each_message_and_the_hash_that_a_script_answers(
    ask: Ask, serve: Serve, run: Run, pile: Path
) -> None:
    ran = ask(serve(), "--dry-run", "-v")
    hashes = [line.split()[-1] for line in ran.out.splitlines() if line.startswith("--- request")]

    assert len(hashes) == 5
    assert "[1] The Karrow Dam burst on Monday night" in ran.out
    empty = Path("empty.jsonl")
    empty.write_text("", encoding="utf-8")
    failed = run("daily", str(pile), "-m", "scripted:empty.jsonl", "--store", "s.db", "-v")
    assert any(found in failed.out for found in hashes)


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        ({"status": 401}, "OPENAI_API_KEY"),
        ({"status": 402}, "credit"),
        ({"status": 404}, "summarize models"),
        ({"status": "insufficient_quota"}, "credit"),
    ],
    ids=str,
)
def test_a_hopeless_error_ends_the_asking_with_one_line_and_a_report_by_extraction(
    ask: Ask, serve: Serve, behaviour: dict[str, object], said: str
) -> None:
    server = serve(**behaviour)

    ran = ask(server, "--concurrency", "1")

    assert ran.code == 3
    assert said in ran.err
    assert writers() == {"extractive"}
    assert report()["partial"]
    assert server.calls == 1


def test_a_server_that_is_not_there_is_one_line_and_a_report_by_extraction(
    ask: Ask, unused_tcp_port: int
) -> None:
    ran = ask(Served(f"http://127.0.0.1:{unused_tcp_port}/v1"), "--context", "8192")

    assert ran.code == 3
    assert "Traceback" not in ran.err
    (why,) = report()["missing"]
    assert ran.err.splitlines()[-1] == f"INCOMPLETE: {why}"
    assert why.startswith("test-model could not be reached at http://127.0.0.1:")
    assert why.endswith("/v1 (connection refused): the built-in writer wrote all 2 stories")


def test_who_wrote_nothing_is_not_credited_in_the_report(ask: Ask, unused_tcp_port: int) -> None:
    ask(Served(f"http://127.0.0.1:{unused_tcp_port}/v1"), "-o", "r.md")

    text = Path("r.md").read_text(encoding="utf-8")
    assert "written by test-model" not in text
    assert text.count("the built-in writer (test-model could not be reached)") == 2
    assert text.count("connection refused") == 1


def test_a_store_of_a_newer_summarize_stops_the_run_before_anything_is_paid(
    serve: Serve, run: Run, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve()
    monkeypatch.setattr("summarize.store_sqlite.SCHEMA", SCHEMA + 1)
    Store.open(Store.default_path()).close()
    monkeypatch.undo()
    monkeypatch.setenv("XDG_DATA_HOME", str(pile.parent / "data"))

    ran = run("daily", str(pile), "-m", "test-model", "--base-url", server.base_url, "-q")

    assert (ran.code, server.calls, ran.err.count("\n")) == (1, 0, 1)
    assert "was made by a newer summarize; update summarize, or name another file" in ran.err


def test_answers_that_are_not_kept_are_said_even_where_nothing_else_is(
    serve: Serve, run: Run, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a-file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(Path("a-file").absolute()))

    given = ["-m", "test-model", "--base-url", serve().base_url, "--context", "8192"]
    ran = run("daily", str(pile), *given, "-q", "-o", "r.json")

    assert ran.code == 0
    assert ran.err.startswith("Warning: answers are not kept, and are paid again next time: ")


@pytest.mark.parametrize(
    "reply",
    ["length", "filter", "refusal", "null", "empty", "no choices", "wrong shape", "french"],
)
def test_a_bad_reply_is_asked_for_once_more(ask: Ask, serve: Serve, reply: str) -> None:
    ran = ask(serve(reply=reply, bad_first=1))

    assert (ran.code, writers()) == (0, {"model"}), ran.err


@pytest.mark.parametrize("reply", ["filter", "refusal", "null", "huge", "error inside"])
def test_what_stays_bad_is_written_by_extraction_and_named(
    ask: Ask, serve: Serve, reply: str
) -> None:
    ran = ask(serve(reply=reply))

    assert ran.code == 3
    assert writers() == {"extractive"}
    (why,) = report()["missing"]
    assert why.endswith(": the built-in writer wrote all 2 stories")


def test_a_bad_reply_is_never_stored(ask: Ask, serve: Serve, run: Run) -> None:
    ask(serve(reply="filter"))

    assert "answers  0" in run("store", "info", "--store", "answers.db").out


def test_without_a_fallback_what_failed_is_missing(ask: Ask, serve: Serve) -> None:
    ran = ask(serve(reply="filter"), "--fallback", "none")

    assert ran.code == 3
    assert [brief["claims"] for brief in report()["briefs"]] == [[], [], []]
    assert report()["partial"]
    assert report()["missing"]


@pytest.mark.parametrize("form", ["json_object", "words", "ignores"])
def test_a_server_that_cannot_hold_a_schema_is_asked_otherwise(
    ask: Ask, serve: Serve, form: str
) -> None:
    ran = ask(serve(form=form))

    assert (ran.code, writers()) == (0, {"model"}), ran.err


def test_a_server_that_cuts_prompts_is_asked_in_smaller_parts(
    ask: Ask, serve: Serve, pile: Path
) -> None:
    text = "\n\n".join(f"{DAM} Station {n} measured {n} metres." for n in range(40))
    (pile / "long.txt").write_text(f"Karrow Dam, the long story\n\n{text}\n", encoding="utf-8")

    ran = ask(serve(context=2_048, over="cut"), "--context", "8192")

    assert ran.code == 0, ran.err
    assert writers() == {"model"}


def test_a_call_limit_is_kept_and_the_rest_is_written_by_extraction(ask: Ask, serve: Serve) -> None:
    server = serve()

    ran = ask(server, "--max-calls", "2")

    assert (ran.code, server.calls) == (3, 2)
    assert writers() == {"extractive", "model"}
    assert "INCOMPLETE" in ran.err


def test_a_budget_needs_a_price(ask: Ask, serve: Serve) -> None:
    ran = ask(serve(), "--budget", "1")

    assert ran.code == 2
    assert "--price IN,OUT" in ran.err


def test_a_budget_is_never_exceeded(ask: Ask, serve: Serve) -> None:
    ran = ask(serve(), "--budget", "0.01", "--price", "1,2")

    assert ran.code == 3
    assert 0 < report()["method"]["cost_usd"] <= 0.01


def test_what_is_recorded_answers_the_same_run_again(
    ask: Ask, serve: Serve, run: Run, pile: Path
) -> None:
    ask(serve(), "--record", "script.jsonl")
    first = report()

    ran = run("daily", str(pile), "-m", "scripted:script.jsonl", "--store", "s.db", "-o", "r.json")

    assert ran.code == 0, ran.err
    assert [story["claims"] for story in report()["stories"]] == [
        story["claims"] for story in first["stories"]
    ]


def test_a_profile_names_model_and_server(
    run: Run, serve: Serve, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve()
    Path("summarize.toml").write_text(
        f'store = "a.db"\n[profile.desk]\nmodel = "test-model"\nbase_url = "{server.base_url}"\n'
        "context = 8192\nprice = [1.0, 2.0]\n",
        encoding="utf-8",
    )
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)

    ran = run("daily", str(pile), "-m", "desk", "-o", "r.json")

    assert ran.code == 0, ran.err
    assert report()["method"]["writer"]["model"] == "test-model"
    assert report()["method"]["cost_usd"] > 0


def test_each_article_alone_is_one_call(ask: Ask, serve: Serve) -> None:
    server = serve()

    ran = ask(server, command="article")

    assert (ran.code, server.calls) == (0, 3)


@pytest.mark.parametrize("behaviour", [{}, {"status": 401}, {"reply": "error inside"}], ids=str)
def test_the_key_appears_nowhere(
    ask: Ask, serve: Serve, behaviour: dict[str, object], tmp_path: Path
) -> None:
    ran = ask(serve(**behaviour), "-v", "--record", "script.jsonl", "-o", "r.md")

    assert KEY not in ran.out + ran.err
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.name for path in written if KEY.encode() in path.read_bytes()] == []


def started(pile: Path, server: Served, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "summarize", "daily", str(pile), "-m", "test-model"]
    given = ["--base-url", server.base_url, "--store", "answers.db", "-o", "r.json", *options]
    environment = {**os.environ, "OPENAI_API_KEY": KEY}
    return subprocess.Popen([*command, *given], env=environment, stderr=subprocess.PIPE, text=True)


def until_asked(server: Served, calls: int) -> None:
    for _ in range(200):
        if server.calls >= calls:
            return
        time.sleep(0.05)
    raise AssertionError("the server was not asked")


def test_ctrl_c_waits_for_what_is_in_flight_and_writes_the_report(pile: Path, serve: Serve) -> None:
    server = serve(seconds=1)

    with started(pile, server, "--concurrency", "1") as process:
        until_asked(server, 1)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)

    assert process.returncode == 3, err
    assert report()["partial"]
    assert report()["method"]["calls"] == 1
    assert "Traceback" not in err


def test_a_second_ctrl_c_ends_at_once(pile: Path, serve: Serve) -> None:
    server = serve(seconds=60)

    with started(pile, server) as process:
        until_asked(server, 1)
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        assert any("interrupted" in line for line in process.stderr)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)

    assert process.returncode == 130
    assert "Traceback" not in err


def test_a_killed_run_pays_for_nothing_twice_that_was_answered(pile: Path, serve: Serve) -> None:
    server = serve(seconds=0.5)

    with started(pile, server, "--concurrency", "1") as process:
        until_asked(server, 3)
        process.kill()
    with started(pile, server) as process:
        process.communicate(timeout=60)

    assert process.returncode == 0
    assert server.stats["paid_again"] <= 1  # the one that was in flight
