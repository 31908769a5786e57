from __future__ import annotations

from pathlib import Path

import pytest

from summarize import settings
from summarize.errors import SettingsError


def write(folder: Path, text: str) -> Path:
    path = folder / "summarize.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_values_are_read_from_the_file_that_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, 'title = "Morning"\ntop = 3\n')

    assert settings.load(path).values == {"title": "Morning", "top": 3}


def test_the_working_folder_is_looked_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, 'title = "Here"\n')
    monkeypatch.chdir(tmp_path)

    assert settings.load(None).values == {"title": "Here"}


def test_the_users_config_folder_is_looked_in_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "config" / "summarize"
    home.mkdir(parents=True)
    write(home, 'title = "Home"\n')
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(home.parent)

    assert settings.load(None).values == {"title": "Home"}


def test_no_file_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)

    assert settings.load(None) == settings.Settings({})


def test_an_output_is_relative_to_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, 'output = ["out/brief.md"]\n')

    assert settings.load(path).values == {"output": [str(tmp_path / "out" / "brief.md")]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = ", "mend the TOML"),
        ("titel = 'x'", "unknown setting 'titel'.*title"),
        ("top = 'many'", "top must be a whole number"),
        ("top = true", "top must be a whole number"),
        ("output = [1]", "output must be a list of texts"),
    ],
)
def test_a_wrong_file_is_named_with_what_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path, text)

    with pytest.raises(SettingsError, match=f"summarize.toml.*{said}"):
        settings.load(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"cannot read settings .*nowhere\.toml"):
        settings.load(tmp_path / "nowhere.toml")


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "summarize.toml"
    path.write_bytes(b"title = '\xff'")

    with pytest.raises(SettingsError, match="not UTF-8"):
        settings.load(path)


LEDGER = (
    '[[outlet]]\nname = "Valley Ledger"\ndomains = ["ledger.example"]\nfamily = "Valley Group"\n'
)


def test_outlets_are_read_in_order_with_their_names_as_they_stand(tmp_path: Path) -> None:
    path = write(tmp_path, f'{LEDGER}[[outlet]]\nname = "Radio"\naliases = ["R 1"]\n')

    ledger, radio = settings.load(path).outlets

    assert ledger["domains"] == ["ledger.example"]
    assert radio == {"name": "Radio", "aliases": ["R 1"]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{LEDGER}famly = 'x'", r"\[\[outlet\]\] unknown setting 'famly'.*family"),
        ("[[outlets]]\nname = 'x'", "unknown setting 'outlets'.*did you mean 'outlet'"),
        ("[outlet]\nname = 'x'", r"must be a list of tables.*\[\[outlet\]\]"),
        ("outlet = ['x']", r"must be a list of tables.*\[\[outlet\]\]"),
        ("[[outlet]]\nfamily = 'x'", "number 1 has no name"),
        ("[[outlet]]\nname = 'x'\naliases = 'y'", "aliases must be a list of texts"),
        ("[[outlet]]\nname = 3", "name must be a text"),
    ],
)
def test_a_wrong_outlet_is_named_with_what_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=f"summarize.toml.*{said}"):
        settings.load(write(tmp_path, text))


@pytest.mark.parametrize("text", ['output = ["a\\u0000.md"]', 'store = "a\\u0000b"'])
def test_a_text_with_a_zero_byte_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match="holds a zero byte"):
        settings.load(write(tmp_path, text))


def test_a_list_in_a_list_without_end_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="recursion"):
        settings.load(write(tmp_path, f"only = {'[' * 10_000}"))
