"""Settings from `summarize.toml`.

Looked for at `--config`, else in the working folder, else in the user's config folder. A value of
the file gives way to `SUMMARIZE_NAME` in the environment, and that to the option of the command
line. Relative paths in the file are relative to the file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from summarize.errors import SettingsError

FILE = "summarize.toml"
# Name -> the type it must have. Each is an option of the commands, without its dashes.
KNOWN: Mapping[str, type] = {
    "group": str,
    "language": str,
    "length": int,
    "output": list,
    "since": str,
    "timezone": str,
    "title": str,
    "top": int,
    "words": int,
}
_NAMED = {str: "a text", int: "a whole number", list: "a list of texts"}


@dataclass(frozen=True)
class Settings:
    """What a settings file says; `path` is None where there is no file."""

    values: Mapping[str, object]
    path: Path | None = None


def load(config: Path | None) -> Settings:
    """The settings in force. SettingsError names the file and what is wrong in it."""
    path = config or _found()
    if path is None:
        return Settings({})
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"cannot read settings {path}: {_reason(error)}") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: {error}", hint="mend the TOML") from None
    return Settings({key: _checked(key, value, path) for key, value in values.items()}, path)


def _found() -> Path | None:
    from platformdirs import user_config_path

    places = [Path(FILE), user_config_path("summarize") / FILE]
    return next((place for place in places if place.is_file()), None)


def _checked(key: str, value: object, path: Path) -> object:
    kind = KNOWN.get(key)
    if kind is None:
        names = ", ".join(KNOWN)
        raise SettingsError(f"{path}: unknown setting {key!r}", hint=f"known are {names}")
    if key == "output" and isinstance(value, str):
        value = [value]
    right = isinstance(value, kind) and not isinstance(value, bool)
    if not right or (isinstance(value, list) and not all(isinstance(v, str) for v in value)):
        raise SettingsError(f"{path}: {key} must be {_NAMED[kind]}")
    if key == "output" and isinstance(value, list):
        return [str(path.parent / name) for name in value]
    return value


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else "it is not UTF-8 text"
