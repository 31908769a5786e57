"""Which model at which server, from the options, the settings and the environment."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from summarize.errors import SettingsError, UsageError
from summarize.models.endpoint import OPENAI
from summarize.models.prices import Price, parse_price
from summarize.settings import Settings

SCRIPTED = "scripted:"
_KEY = (
    "set it, or name api_key_file or api_key_command in summarize.toml; a server of your own is "
    "named with --base-url and needs none"
)
KEY_SECONDS = 30  # for a command that prints the key


@dataclass(frozen=True)
class Choice:
    """The model `name` as the server knows it, and how it is reached.

    `key` is kept out of every text that is made of this. `price`, `context` and `output` (tokens)
    are None where nobody has said what they are.
    """

    name: str
    base_url: str = OPENAI
    key: str | None = field(default=None, repr=False)
    price: Price | None = None
    context: int | None = None
    output: int | None = None
    extra_body: Mapping[str, Any] = field(default_factory=dict)

    @property
    def script(self) -> Path | None:
        """The file of scripted replies that stands for a model, if one does."""
        return Path(self.name.removeprefix(SCRIPTED)) if self.name.startswith(SCRIPTED) else None

    @property
    def place(self) -> str:
        """What stands for the server in the store: its address, and a hash of what is sent along.

        A key may be among that, and is not kept.
        """
        if not self.extra_body:
            return self.base_url
        sent = json.dumps(self.extra_body, sort_keys=True).encode()
        return f"{self.base_url} {hashlib.sha256(sent).hexdigest()[:16]}"

    @property
    def host(self) -> str:
        """Where text is sent to."""
        return urlsplit(self.base_url).netloc


def choose(
    asked: str,
    base_url: str | None,
    price: str | None,
    settings: Settings,
    *,
    with_key: bool = True,
) -> Choice:
    """The model that `asked` names: a profile of the settings, or a model of the server.

    What is given goes before the profile, and that before the settings for all models.
    Raises UsageError where an address is none or OpenAI's own needs a key and there is none,
    SettingsError where a key cannot be got.
    """
    profile: Mapping[str, Any] = settings.tables.get("profile", {}).get(asked, {})
    name = str(profile.get("model", asked))
    if not name.isprintable():
        raise UsageError(f"--model {name!r} is no name of a model", hint="write it again")
    limits: Mapping[str, Any] = settings.tables.get("models", {}).get(name, {})
    general: Mapping[str, Any] = settings.values
    addresses = (
        (base_url, "--base-url"),
        (profile.get("base_url"), f"{settings.path}: [profile.{asked}] base_url"),
        (general.get("base_url"), f"{settings.path}: base_url"),
        (os.environ.get("OPENAI_BASE_URL"), "OPENAI_BASE_URL"),
        (OPENAI, ""),
    )
    base_url = _address(*next((str(said), place) for said, place in addresses if said))
    listed = _listed(profile.get("price") or limits.get("price")) or general.get("price")
    given = price or listed
    key = None
    if with_key and not name.startswith(SCRIPTED):
        key = _key(profile, general)
        if not key and urlsplit(base_url).hostname == urlsplit(OPENAI).hostname:
            raise UsageError(f"no key in OPENAI_API_KEY for {urlsplit(OPENAI).hostname}", hint=_KEY)
    return Choice(
        name=name,
        base_url=base_url,
        key=key,
        price=parse_price(str(given)) if given else None,
        context=profile.get("context") or limits.get("context") or general.get("context"),
        output=profile.get("output") or limits.get("output"),
        extra_body=profile.get("extra_body", {}),
    )


def _listed(price: object) -> str | None:
    return ",".join(map(str, price)) if isinstance(price, list) else None


def _address(address: str, place: str) -> str:
    """The address without a slash at its end. UsageError names the `place` that it is from."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna")
    except ValueError:
        parts, host = urlsplit(""), b""
    if parts.scheme not in {"http", "https"} or not host:
        raise UsageError(  # it may hold a key, and is not said again
            f"{place} is not a web address", hint="write it as http://127.0.0.1:11434/v1"
        )
    if parts.username is not None or parts.password is not None:
        raise UsageError(
            f"{place} holds a user name", hint="give the key as OPENAI_API_KEY, or in a file"
        )
    if parts.query or parts.fragment:
        raise UsageError(
            f"{place} goes on after a ? or #", hint="give a key as OPENAI_API_KEY, or in a file"
        )
    return address.rstrip("/")


def _key(profile: Mapping[str, Any], general: Mapping[str, Any]) -> str | None:
    """The profile's own key; else `OPENAI_API_KEY`; else that of the settings for all.

    A key that is kept for one server is not replaced by one that was meant for another.
    """
    own = _kept(profile)
    return own or os.environ.get("OPENAI_API_KEY", "").strip() or _kept(general)


def _kept(settings: Mapping[str, Any]) -> str | None:
    """The content of a file, else what a command prints."""
    if path := settings.get("api_key_file"):
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is no text"
            # Some write the key itself there.
            raise SettingsError(f"cannot read the file that api_key_file names: {reason}") from None
    if command := settings.get("api_key_command"):
        return _printed(str(command))
    return None


def _printed(command: str) -> str:
    try:
        done = subprocess.run(
            command, shell=True, capture_output=True, text=True, timeout=KEY_SECONDS, check=True
        )
    except (OSError, UnicodeDecodeError, subprocess.SubprocessError) as error:
        code = getattr(error, "returncode", None)
        why = f"it ended with {code}" if code is not None else "it did not print one in time"
        raise SettingsError(f"api_key_command gave no key: {why}") from None
    return done.stdout.strip()
