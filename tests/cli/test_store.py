from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from summarize.cli.store import store_group
from summarize.errors import StoreError, UsageError
from summarize.store import Store, StoredAnswer

Invoke = Callable[..., Result]


def answer(created: float = 0.0, *, template: str = "article") -> StoredAnswer:
    return StoredAnswer(
        template, "small\x1b[2J", "http://a", "f00d", "{}", 900, 300, 80, 0.25, created
    )


@pytest.fixture
def invoke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Invoke:
    monkeypatch.chdir(tmp_path)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    runner = CliRunner()
    return lambda *args: runner.invoke(store_group, [str(arg) for arg in args])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of two answers, used in 1970 and in 2100."""
    place = tmp_path / "team.db"
    with Store.open(place) as store:
        store.keep("old", answer())
        store.keep("new", answer(4_102_444_800.0, template="story"))
    return place


def test_info_shows_answers_by_model_and_template(invoke: Invoke, path: Path) -> None:
    ran = invoke("info", "--store", path)

    assert ran.exit_code == 0
    assert f"store    {path}\n" in ran.stdout
    assert "answers  2\neditions 0\nfrom     1970-01-01 to 2100-01-01\n" in ran.stdout
    line = "  small?[2J, story: 1 answer, 900 tokens in (300 cached), 80 out, 0.2500 USD\n"
    assert line in ran.stdout


def test_a_cost_that_is_not_known_is_said_so(invoke: Invoke, tmp_path: Path) -> None:
    with Store.open(tmp_path / "store.db") as store:
        store.keep("k", StoredAnswer("article", "small", "http://a", "f00d", "{}"))

    assert "cost not known" in invoke("info", "--store", tmp_path / "store.db").stdout


def test_an_empty_store_has_no_days(invoke: Invoke, tmp_path: Path) -> None:
    Store.open(tmp_path / "store.db").close()
    shown = invoke("info", "--store", tmp_path / "store.db").stdout

    assert shown.endswith("answers  0\neditions 0\n")


@pytest.mark.parametrize(
    "args", [["info"], ["prune", "--older-than", "30d"], ["clear", "--yes"]], ids=lambda a: a[0]
)
def test_looking_makes_no_store(invoke: Invoke, tmp_path: Path, args: list[str]) -> None:
    ran = invoke(*args)

    assert (ran.exit_code, ran.stdout) == (
        0,
        f"there is no store at {tmp_path / 'summarize' / 'store.db'} yet\n",
    )
    assert list(tmp_path.iterdir()) == []


def test_the_store_can_be_named_by_the_environment(
    invoke: Invoke, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZE_STORE", str(path))

    assert "answers  2" in invoke("info").stdout


def test_prune_removes_what_was_not_used(invoke: Invoke, path: Path) -> None:
    ran = invoke("prune", "--older-than", "30d", "--store", path)

    assert ran.stdout == "1 answer removed\n"
    with Store.open(path) as store:
        assert store.answer("old") is None
        assert store.answer("new") is not None


@pytest.mark.parametrize("age", ["30", "-3d", "a month", "1000000d"])
def test_an_age_that_is_none_is_wrong_usage(invoke: Invoke, path: Path, age: str) -> None:
    ran = invoke("prune", "--older-than", age, "--store", path)

    assert ran.exit_code == 2
    assert "write it as 30d" in ran.stderr


def test_clear_removes_all(invoke: Invoke, path: Path) -> None:
    assert invoke("clear", "--yes", "--store", path).stdout == "2 answers removed\n"


def test_clear_wants_to_be_told_twice(invoke: Invoke, path: Path) -> None:
    ran = invoke("clear", "--store", path)

    assert isinstance(ran.exception, UsageError)
    with Store.open(path) as store:
        assert store.info().answers == 2


def test_a_store_that_is_none_is_an_error(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("Dear diary, " * 500, encoding="utf-8")

    assert isinstance(invoke("info", "--store", "diary.txt").exception, StoreError)


@pytest.mark.parametrize("command", [store_group, *store_group.commands.values()])
def test_each_help_has_three_examples(command: click.Command) -> None:
    assert (command.help or "").count("      summarize store ") + (command.help or "").count(
        "\n  summarize store "
    ) == 3
