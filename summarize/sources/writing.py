"""A `[[source]]` at the end of a settings file: what stands there stays, comments too."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from summarize.errors import OutputError
from summarize.read.urls import canonical
from summarize.settings import FILE, Settings


def entry(url: str, name: str) -> str:
    """The lines of an entry. A text of JSON is one of TOML."""
    named = f"name = {_text(name)}\n" if name else ""
    return f"[[source]]\n{named}url = {_text(url)}\n"


def known(settings: Settings, url: str) -> bool:
    """Whether the settings have this address, however it is spelt."""
    return any(canonical(one.get("url", "")) == canonical(url) for one in settings.sources)


def append(settings: Settings, url: str, name: str) -> Path:
    """Write an entry to the settings, or to a new file here; where it stands.

    OutputError where that file cannot be written, or would not be one any more.
    """
    path = settings.path or Path(FILE)
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
        added = gap + entry(url, name)
        tomllib.loads(before + added)
        with path.open("a", encoding="utf-8", newline="") as opened:
            opened.write(added)
    except tomllib.TOMLDecodeError:
        hint = "write it there by hand, or write the others as [[source]]"
        raise OutputError(f"cannot add a [[source]] to the end of {path}", hint=hint) from None
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}") from None
    return path


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
