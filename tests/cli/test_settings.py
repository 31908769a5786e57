"""`summarize settings`: what is in force, and from where."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("news")

SETTINGS = """\
top = 4
exclude = ["lang:fr"]
api_key_command = "echo secret"
base_url = "http://127.0.0.1:1/v1"

[budget]
day = 2.0

[profile.desk]
model = "x"

[[source]]
name = "Ledger"
url = "https://ledger.example/feed"

[[outlet]]
name = "Valley Ledger"
"""


def rows(out: str) -> dict[str, list[str]]:
    return {line.split()[0]: line.split()[1:] for line in out.splitlines() if line.strip()}


def test_a_value_of_the_file_names_the_file(run: Run) -> None:
    Path("summarize.toml").write_text(SETTINGS, encoding="utf-8")

    found = rows(run("settings").out)

    assert found["top"] == ["4", "summarize.toml"]
    assert found["base_url"] == ['"http://127.0.0.1:1/v1"', "summarize.toml"]


def test_the_environment_goes_before_the_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("summarize.toml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.setenv("SUMMARIZE_TOP", "7")

    assert rows(run("settings").out)["top"] == ['"7"', "SUMMARIZE_TOP"]


def test_what_nobody_set_has_its_default(run: Run) -> None:
    ran = run("settings")

    assert "settings file: none" in ran.out
    assert rows(ran.out)["words"] == ["1500", "default"]


def test_tables_are_shown_too(run: Run) -> None:
    Path("summarize.toml").write_text(SETTINGS, encoding="utf-8")

    out = run("settings").out

    for shown in ("[budget] day", "[profile.desk]", '[[source]]  name = "Ledger"', "[[outlet]]"):
        assert shown in out


def test_a_command_that_prints_the_key_is_not_shown(run: Run) -> None:
    Path("summarize.toml").write_text(SETTINGS, encoding="utf-8")

    out = run("settings").out

    assert "secret" not in out
    assert rows(out)["api_key_command"] == ["(set)", "summarize.toml"]


def test_single_settings_are_asked_for_by_name(run: Run) -> None:
    assert set(rows(run("settings", "top", "words").out)) == {"settings", "top", "words"}


def test_a_name_that_is_none_is_a_usage_error(run: Run) -> None:
    ran = run("settings", "tops")

    assert ran.code == 2
    assert "did you mean 'top'" in ran.err


def test_a_broken_file_is_one_line(run: Run) -> None:
    Path("summarize.toml").write_text("top = \n", encoding="utf-8")

    ran = run("settings")

    assert ran.code == 2
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "address",
    ["postgresql://desk:hush@db.example/news", "postgresql://db.example/n?user=d&password=hush"],
)
def test_the_password_of_a_store_is_not_shown(
    run: Run, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("SUMMARIZE_STORE", address)

    out = run("settings", "store").out

    assert "db.example" in out
    assert "hush" not in out
