"""Settings from `summarize.toml`.

Looked for at `--config`, else in the working folder, else in the user's config folder. A value of
the file gives way to `SUMMARIZE_NAME` in the environment, and that to the option of the command
line. Relative paths in the file are relative to the file.
"""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summarize.errors import TOML_HINT, SettingsError, nearly
from summarize.settings_keys import (
    KINDS,
    KNOWN,
    NAMED_TABLES,
    NOTHING_KEPT,
    OUTLET,
    OUTLETS,
    PATHS,
    PLAIN_TABLES,
    SOURCE,
    SOURCES,
    TABLES,
    VARS,
    Key,
)
from summarize.stored import ON_SERVER

FILE = "summarize.toml"
_PLACES = ("output", "prompts")  # lists of paths; one alone may be written as a text


@dataclass(frozen=True)
class Settings:
    """What a settings file says; `path` is None where there is no file.

    `values` are those of single options, `tables` the others: `budget`, `models`, `profile`,
    `vars`. `outlets` and `sources` are the tables `[[outlet]]` and `[[source]]`, in order.
    """

    values: Mapping[str, object]
    path: Path | None = None
    tables: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    outlets: tuple[Mapping[str, Any], ...] = ()
    sources: tuple[Mapping[str, Any], ...] = ()


def load(config: Path | None) -> Settings:
    """The settings in force. SettingsError names the file and what is wrong in it."""
    path = config or _found()
    if path is None:
        return Settings({})
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"cannot read settings {path}: {_reason(error)}") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(f"{path}: {error}", hint=TOML_HINT) from None
    tables = {key: _table(key, values.pop(key), path) for key in TABLES if key in values}
    outlets = _outlets(values.pop(OUTLETS, []), path)
    sources = _listed(SOURCES, values.pop(SOURCES, []), path, SOURCE)
    flat = {key: _checked(key, value, path, KNOWN) for key, value in values.items()}
    return Settings(flat, path, tables, outlets, sources)


def _found() -> Path | None:
    from platformdirs import user_config_path

    places = [Path(FILE), user_config_path("summarize") / FILE]
    return next((place for place in places if place.is_file()), None)


def _table(name: str, table: object, path: Path) -> Mapping[str, Any]:
    """`[budget]`, `[vars]`, or `[profile.NAME]` and `[models.NAME]` by their names."""
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: {name} must be a table", hint=f"write it as [{name}]")
    if name == VARS:
        return {key: _variable(key, value, path) for key, value in table.items()}
    if name in PLAIN_TABLES:
        return _entries(name, table, path, PLAIN_TABLES[name])
    return {
        key: _entries(f"{name}.{key}", entry, path, NAMED_TABLES[name])
        for key, entry in table.items()
    }


def _outlets(listed: object, path: Path) -> tuple[Mapping[str, Any], ...]:
    outlets = _listed(OUTLETS, listed, path, OUTLET)
    for number, entry in enumerate(outlets, 1):
        if not entry.get("name"):
            raise SettingsError(
                f"{path}: [[{OUTLETS}]] number {number} has no name", hint='add name = "…"'
            )
    return outlets


def _listed(
    name: str, listed: object, path: Path, known: Mapping[str, Key]
) -> tuple[Mapping[str, Any], ...]:
    """The tables `[[name]]`."""
    if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
        raise SettingsError(
            f"{path}: {name} must be a list of tables", hint=f"write each as [[{name}]]"
        )
    return tuple(_entries(f"[{name}]", entry, path, known) for entry in listed)


def _variable(key: str, value: object, path: Path) -> object:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise SettingsError(f"{path}: [{VARS}] {key} must be a text or a number")
    return value


def _entries(
    name: str, table: object, path: Path, known: Mapping[str, Key]
) -> Mapping[str, object]:
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: {name} must be a table", hint=f"write it as [{name}]")
    return {key: _checked(key, value, path, known, f"[{name}] ") for key, value in table.items()}


def _checked(
    key: str, value: object, path: Path, known: Mapping[str, Key], where: str = ""
) -> object:
    if key not in known:
        names = sorted({*known, *(() if where else (*TABLES, OUTLETS, SOURCES))})
        hint = nearly(key, names) or f"known are {', '.join(names)}"
        raise SettingsError(f"{path}: {where}unknown setting {key!r}", hint=hint)
    kind = known[key].kind
    if key in _PLACES and kind is list and isinstance(value, str):
        value = [value]
    if kind is float and isinstance(value, int):
        value = value if isinstance(value, bool) else float(value)
    if key == "price" and kind is list:
        return _price(value, path, where)
    if why := _wrong(value, kind):
        raise SettingsError(f"{path}: {where}{key} {why}")
    if isinstance(value, list) and key in _PLACES:
        return [str(path.parent / name) for name in value]
    if key not in PATHS or not isinstance(value, str) or _is_no_path(key, value):
        return value
    return str(path.parent / value)


def _is_no_path(key: str, value: str) -> bool:
    return (key, value) == NOTHING_KEPT or (key == "store" and value.startswith(ON_SERVER))


def _wrong(value: object, kind: type) -> str | None:
    """What is wrong with a value, None where nothing is."""
    right = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
    if not right or (isinstance(value, list) and not all(isinstance(v, str) for v in value)):
        return f"must be {KINDS[kind]}"
    texts = value if isinstance(value, list) else [value]
    if any("\0" in text for text in texts if isinstance(text, str)):
        return "holds a zero byte"  # which is of no file, and of no text that is printed
    if isinstance(value, (int, float)) and not (math.isfinite(value) and value >= 0):
        return "must not be negative"
    if kind is dict and not _is_json(value):
        return "holds a value that JSON does not have"
    return None


def _is_json(value: object) -> bool:
    try:
        json.dumps(value, allow_nan=False)
    except (TypeError, ValueError):
        return False
    return True


def _price(value: object, path: Path, where: str) -> list[float]:
    """What a million tokens of input and of output cost, in USD."""
    numbers = value if isinstance(value, list) else []
    right = len(numbers) == 2 and all(
        isinstance(n, (int, float)) and not isinstance(n, bool) and n >= 0 for n in numbers
    )
    if not right:
        raise SettingsError(
            f"{path}: {where}price must be two numbers",
            hint="USD for a million tokens of input and of output, as price = [0.15, 0.60]",
        )
    return [float(n) for n in numbers]


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else "it is not UTF-8 text"
