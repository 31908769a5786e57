"""The runs of `canary.py`: each way to give a key, each way to fail, each mistake."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from model_server import Behaviour

KEY = "sk-Canary/7f3a+9Qx==Zk41"
OUTPUTS = ("-o", "r.md", "-o", "r.json", "-o", "r.review.md")
GOOD = Behaviour()


@dataclass(frozen=True)
class Run:
    """One run. `address` and `settings` may hold `{url}` and `{key}`; None is the usual way."""

    kind: str
    name: str
    server: Behaviour | tuple[int, str] = GOOD
    key: str | None = KEY
    address: str = "{url}"
    settings: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    arguments: Sequence[str] = ("-v", "--record", "rec.jsonl", *OUTPUTS)
    environment: Mapping[str, str] = field(default_factory=dict)
    command: str = "daily"
    endless: bool = False
    stop: int = signal.SIGINT


def runs() -> Iterator[Run]:
    """All of them."""
    yield from _refusals()
    yield from _echoes()
    yield from _ways()
    yield from _mistakes()


def _refusals() -> Iterator[Run]:
    kind = "server errors"
    for status in (400, 401, 402, 403, 404, 408, 409, 422, 500, 502, 503, "insufficient_quota"):
        yield Run(kind, f"{status}", Behaviour(status=status, bad_first=0))
    for reply in ("not json", "error inside", "no choices", "null", "refusal", "broken", "length"):
        yield Run(kind, reply, Behaviour(reply=reply))
    yield Run(kind, "breaks off", Behaviour(resets=1.0))
    yield Run(kind, "all good", Behaviour())
    yield Run(kind, "all good, dry", Behaviour(), arguments=("-v", "--dry-run"))
    kind = "no end"
    yield Run(kind, "429 always", Behaviour(status=429, retry_after=9), endless=True)
    for name, stop in (("Ctrl-C", signal.SIGINT), ("kill", signal.SIGKILL)):
        yield Run(kind, f"hangs, {name}", Behaviour(hangs=1.0), endless=True, stop=stop)
        yield Run(kind, f"slow, {name}", Behaviour(drip=3.0), endless=True, stop=stop)


def _echoes() -> Iterator[Run]:
    kind = "key said again"
    for status in (400, 401, 403, 404, 422, 429, 500):
        for form in ("message", "detail", "text"):
            yield Run(kind, f"{status} {form}", (status, form), endless=status == 429)
    for form in ("code", "html", "message", "content"):
        yield Run(kind, f"200 {form}", (200, form))
    yield Run(kind, "401 html", (401, "html"))
    for form in ("content", "message"):
        yield Run(kind, f"models {form}", (200, form), command="models", arguments=())
    for status in (301, 302, 303, 307, 308):
        yield Run("redirects", f"{status}", (status, "redirect"))


def _ways() -> Iterator[Run]:
    kind = "ways to give it"
    command = 'api_key_command = "cat given/key"'
    for name, server in (("good", Behaviour()), ("401", (401, "message"))):
        given = {"key": KEY + "\n"}
        file = Run(kind, f"file, {name}", server, None, settings='api_key_file = "given/key"')
        yield _with(file, given)
        yield _with(Run(kind, f"command, {name}", server, None, settings=command), given)
    profile = '[profile.desk]\nmodel = "test-model"\nbase_url = "{url}"\n'
    own = profile + 'api_key_file = "given/key"'
    yield _with(Run(kind, "profile", (401, "message"), settings=own), {"key": KEY}, "desk")
    debug = {"OPENAI_LOG": "debug", "PYTHONASYNCIODEBUG": "1", "PYTHONDEVMODE": "1"}
    for name, variable in debug.items():
        yield Run(kind, name, Behaviour(status=401), environment={name: variable})


def _mistakes() -> Iterator[Run]:
    kind = "mistakes"
    host = "127.0.0.1:9/v1"
    addresses = {
        "user and password": "http://user:{key}@" + host,
        "user": "http://{key}@" + host,
        "no scheme": "user:{key}@" + host,
        "slash missing": "http:/user:{key}@" + host,
        "scheme misspelt": "htp://user:{key}@" + host,
        "encoded": "http://user:{encoded}@" + host,
        "bad port": "http://user:{key}@127.0.0.1:port/v1",
        "query": "{url}?api_key={encoded}",
        "fragment": "{url}#{encoded}",
    }
    for name, address in addresses.items():
        yield Run(kind, f"address: {name}", address=address)
        yield Run(kind, f"OPENAI_BASE_URL: {name}", address="", environment={"BASE": address})
    settings = {
        "the file is the key": "api_key_file = '{key}'",
        "the command is the key": "api_key_command = '{key}'",
        "the command fails": "api_key_command = 'echo {key}; echo {key} >&2; exit 3'",
        "the command says more": "api_key_command = 'echo {key}; echo {key}'",
        "api_key": "api_key = '{key}'",
        "base_url": "base_url = 'http://user:{key}@127.0.0.1:9/v1'",
        "key of a number": "concurrency = '{key}'",
        "no TOML": "api_key_command = {key}",
        "the body is sent along": "[profile.desk]\nmodel = 'test-model'\nextra_body = "
        "{{ api_key = '{key}' }}",
    }
    for name, text in settings.items():
        model = "desk" if "profile" in text else "test-model"
        key = None if "body" not in name else KEY
        server = GOOD if "sent along" in name else (401, "message")
        yield _with(Run(kind, name, server, key, settings=text), {}, model)
    for name, key in (("two lines", f"{KEY}\n{KEY}"), ("a letter", f"{KEY}é")):
        yield Run(kind, name, key=key)


def _with(run: Run, files: Mapping[str, str], model: str = "test-model") -> Run:
    return replace(run, files=files, arguments=(*run.arguments, "-m", model))
