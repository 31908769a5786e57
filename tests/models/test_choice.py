"""Which model at which server, and where its key comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summarize.errors import SettingsError, UsageError
from summarize.models.choice import Choice, choose
from summarize.models.endpoint import OPENAI
from summarize.settings import Settings

LOCAL = "http://127.0.0.1:11434/v1"
KEY = "sk-canary-51f0"


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)


def chosen(
    asked: str = "m", url: str | None = None, *, price: str | None = None, **settings: Any
) -> Choice:
    names = ("models", "profile")
    tables = {name: settings.pop(name) for name in names if name in settings}
    return choose(asked, url, price, Settings(settings, None, tables))


def test_a_model_is_at_openai_unless_somebody_says_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)

    assert chosen() == Choice("m", OPENAI, KEY)


def test_openai_without_a_key_is_said_at_once_with_what_to_do() -> None:
    with pytest.raises(UsageError, match="no key in OPENAI_API_KEY for api") as caught:
        chosen()
    assert "api_key_file or api_key_command" in str(caught.value)


def test_a_dry_run_needs_no_key() -> None:
    assert choose("m", None, None, Settings({}), with_key=False).key is None


def test_a_server_of_ones_own_needs_no_key() -> None:
    assert not chosen(url=LOCAL).key


def test_the_address_comes_from_the_option_then_the_profile_then_the_settings_then_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://environment/v1")
    profile = {"desk": {"base_url": "http://profile/v1"}}
    values: dict[str, Any] = {"base_url": "http://settings/v1", "profile": profile}

    assert chosen("desk", "http://option/v1/", **values).base_url == "http://option/v1"
    assert chosen("desk", **values).base_url == "http://profile/v1"
    assert chosen("m", **values).base_url == "http://settings/v1"
    assert chosen("m").base_url == "http://environment/v1"


def test_a_profile_names_model_window_price_and_more() -> None:
    desk = {"model": "big", "context": 9_000, "output": 900, "price": [1.0, 2.5]}

    found = chosen("desk", LOCAL, profile={"desk": desk | {"extra_body": {"top_k": 1}}})

    assert (found.name, found.context, found.output) == ("big", 9_000, 900)
    assert found.price is not None
    assert (found.price.input, found.price.output) == (1.0, 2.5)
    assert found.extra_body == {"top_k": 1}


def test_what_a_profile_does_not_say_is_looked_up_under_its_model() -> None:
    found = chosen(
        "desk",
        LOCAL,
        profile={"desk": {"model": "big"}},
        models={"big": {"context": 5_000, "output": 500, "price": [3, 4]}},
    )

    assert (found.context, found.output) == (5_000, 500)
    assert found.price is not None
    assert found.price.input == 3.0


def test_the_price_of_the_command_line_goes_first() -> None:
    found = chosen(url=LOCAL, price="7,8", models={"m": {"price": [1.0, 2.0]}})

    assert found.price is not None
    assert (found.price.input, found.price.output) == (7.0, 8.0)


@pytest.mark.parametrize("address", ["127.0.0.1:80/v1", "ftp://there/v1", "http://", "nonsense"])
def test_an_address_that_is_none_is_said(address: str) -> None:
    with pytest.raises(UsageError, match="is not a web address; write it as"):
        chosen(url=address)


def test_where_a_wrong_address_stands_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {"base_url": "nonsense"}
    path = Path("desk.toml")

    def said(url: str | None, settings: Settings) -> str:
        with pytest.raises(UsageError) as raised:
            choose("m", url, None, settings)
        return str(raised.value).partition(" is not")[0]

    assert said("nonsense", Settings({})) == "--base-url"
    assert said(None, Settings(wrong, path)) == "desk.toml: base_url"
    profile = Settings({}, path, {"profile": {"m": wrong}})
    assert said(None, profile) == "desk.toml: [profile.m] base_url"
    monkeypatch.setenv("OPENAI_BASE_URL", "nonsense")
    assert said(None, Settings({})) == "OPENAI_BASE_URL"


def test_a_password_in_an_address_is_not_taken_and_not_repeated() -> None:
    with pytest.raises(UsageError, match="OPENAI_API_KEY") as caught:
        chosen(url=f"http://user:{KEY}@127.0.0.1/v1")
    assert KEY not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        f"user:{KEY}@127.0.0.1/v1",
        f"http:/user:{KEY}@127.0.0.1/v1",
        f"htp://user:{KEY}@127.0.0.1",
        f"http://127.0.0.1/v1?key={KEY}",
        f"http://127.0.0.1/v1#{KEY}",
    ],
)
def test_a_key_in_an_address_that_is_none_is_not_repeated(address: str) -> None:
    with pytest.raises(UsageError) as caught:
        chosen(url=address)
    assert KEY not in str(caught.value)


def test_the_key_of_the_environment_goes_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", f" {KEY}\n")

    assert chosen(api_key_file=str(tmp_path / "none")).key == KEY


def test_a_key_is_the_content_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text(f"{KEY}\n", encoding="utf-8")

    assert chosen(api_key_file=str(path)).key == KEY


def test_a_key_is_what_a_command_prints() -> None:
    assert chosen(api_key_command=f"echo {KEY}").key == KEY


def test_a_profile_has_a_key_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text(KEY, encoding="utf-8")

    found = chosen("desk", api_key_file="none", profile={"desk": {"api_key_file": str(path)}})

    assert found.key == KEY


def test_a_key_written_for_the_name_of_its_file_is_not_repeated() -> None:
    with pytest.raises(SettingsError, match="api_key_file") as caught:
        chosen(api_key_file=KEY)
    assert KEY not in str(caught.value)


def test_a_key_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="the file that api_key_file names: No such file"):
        chosen(api_key_file=str(tmp_path / "none"))


def test_a_key_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_bytes(b"\xff\xfe\xfa")

    with pytest.raises(SettingsError, match="it is no text"):
        chosen(api_key_file=str(path))


def test_a_command_that_fails_is_said_without_what_it_printed() -> None:
    with pytest.raises(SettingsError, match="api_key_command gave no key: it ended with 3") as got:
        chosen(api_key_command=f"echo {KEY}; exit 3")
    assert KEY not in str(got.value)


def test_the_key_is_in_no_text_made_of_the_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)

    assert KEY not in repr(chosen())


def test_a_script_needs_no_key() -> None:
    found = chosen("scripted:replies.jsonl", api_key_file="none")

    assert (found.script, found.key) == (Path("replies.jsonl"), None)


def test_a_model_of_a_server_is_no_script() -> None:
    found = chosen(url=LOCAL)

    assert (found.script, found.host) == (None, "127.0.0.1:11434")


def test_what_is_sent_along_is_part_of_the_place() -> None:
    plain, other = (
        chosen(url=LOCAL),
        chosen("desk", LOCAL, profile={"desk": {"extra_body": {"k": 1}}}),
    )

    assert plain.place == LOCAL
    assert other.place.startswith(f"{LOCAL} ")
    assert '"k"' not in other.place


def test_a_name_that_cannot_be_printed_is_none() -> None:
    with pytest.raises(UsageError, match="is no name of a model"):
        chosen("evil\x1b[31m")


@pytest.mark.parametrize("address", ["http://[::1/v1", f"http://{'a' * 64}.net/v1"])
def test_an_address_that_cannot_be_taken_apart_is_said(address: str) -> None:
    with pytest.raises(UsageError, match="is not a web address"):
        chosen(url=address)
