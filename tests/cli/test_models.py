"""`summarize models`: what a server offers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run
from tests.conftest import Serve, Served


@pytest.fixture(autouse=True)
def _here(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert news.name == "news"
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)


def test_the_models_of_a_server_are_listed_by_name(run: Run, serve: Serve) -> None:
    ran = run("models", "--base-url", serve(models="small,big").base_url)

    assert (ran.code, ran.out) == (0, "big\nsmall\n")


@pytest.mark.parametrize("name", ["max_model_len", "context_length", "n_ctx"])
def test_a_window_is_shown_where_the_server_states_it(run: Run, serve: Serve, name: str) -> None:
    server = serve(model_context=32_768, context_name=name)

    assert run("models", "--base-url", server.base_url).out == "test-model  32,768 tokens\n"


def test_the_settings_name_the_server(run: Run, serve: Serve) -> None:
    Path("desk.toml").write_text(f'base_url = "{serve().base_url}"\n', encoding="utf-8")

    assert run("models", "--config", "desk.toml").out == "test-model\n"


def test_a_name_cannot_steer_a_terminal(run: Run, serve: Serve) -> None:
    out = run("models", "--base-url", serve(models="evil\x1b[31m").base_url).out

    assert "evil" in out
    assert "\x1b" not in out


def test_a_server_that_is_not_there_is_one_line(run: Run, unused_tcp_port: int) -> None:
    ran = run("models", "--base-url", f"http://127.0.0.1:{unused_tcp_port}/v1")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert "(connection refused)" in ran.err


def test_an_address_that_is_none_is_wrong_usage(run: Run) -> None:
    assert run("models", "--base-url", "nonsense").code == 2


def written(run: Run, server: Served) -> Ran:
    return run("daily", "news", "-m", "test-model", "--base-url", server.base_url, "-o", "r.json")


def used_window() -> int:
    window: int = json.loads(Path("r.json").read_text(encoding="utf-8"))["method"]["context"]
    return window


def test_a_run_uses_the_window_that_the_server_states(run: Run, serve: Serve) -> None:
    ran = written(run, serve(model_context=32_768))

    assert (ran.code, used_window()) == (0, 32_768)
    assert "assumed" not in ran.err


def test_a_window_that_was_stated_once_is_remembered(run: Run, serve: Serve) -> None:
    server = serve(model_context=32_768)
    written(run, server)

    again = run("daily", "news", "-m", "test-model", "--base-url", server.base_url, "--dry-run")

    assert "assumed" not in again.err


def test_a_server_that_states_no_window_is_taken_to_have_the_usual_one(
    run: Run, serve: Serve
) -> None:
    ran = written(run, serve())

    assert (ran.code, used_window()) == (0, 8_192)
    assert "8192 tokens are assumed; set --context" in ran.err


def test_a_server_that_is_not_there_has_no_window_and_writes_nothing(
    run: Run, unused_tcp_port: int
) -> None:
    ran = written(run, Served(f"http://127.0.0.1:{unused_tcp_port}/v1"))

    assert ran.code == 3
    assert "(connection refused)" in ran.err
