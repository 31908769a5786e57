"""The tables of tiktoken: found on this machine, or downloaded within a limit of time.

1. Where tiktoken keeps them (TIKTOKEN_CACHE_DIR, DATA_GYM_CACHE_DIR, else the temporary folder),
   then in our own cache folder.
2. In the installed package bpe-openai, which is read and not imported.
3. From where they are published, unless SUMMARIZE_OFFLINE is set.

Whatever is found counts only with the right sha256.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import queue
import tempfile
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_MOST_BYTES = 20_000_000
_PART = 65_536


@dataclass(frozen=True, slots=True)
class Table:
    """A table of tokens: where it is published, its sha256, and how a text is split before it."""

    url: str
    sha256: str
    pattern: str


_PUBLISHED = "https://openaipublic.blob.core.windows.net/encodings/"
# As in tiktoken_ext/openai_public.py, whose own loader waits for a silent proxy without end.
TABLES = {
    "cl100k_base": Table(
        _PUBLISHED + "cl100k_base.tiktoken",
        "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
        r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+"
        r"|\s++$|\s*[\r\n]|\s+(?!\S)|\s",
    ),
    "o200k_base": Table(
        _PUBLISHED + "o200k_base.tiktoken",
        "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d",
        r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+"
        r"(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
        r"|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*"
        r"(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
        r"|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+",
    ),
}


def find(name: str, table: Table, seconds: float) -> bytes:
    """The table, from the nearest place that has it unharmed. Raises LookupError if none has.

    What had to be downloaded is kept for the next time, where that can be.
    """
    key = hashlib.sha1(table.url.encode(), usedforsecurity=False).hexdigest()
    for data in _near(name, key):
        if hashlib.sha256(data).hexdigest() == table.sha256:
            return data
    if not os.environ.get("SUMMARIZE_OFFLINE"):
        data = _download(table.url, seconds)
        if hashlib.sha256(data).hexdigest() == table.sha256:
            with suppress(OSError):
                _keep(_own_folder() / key, data)
            return data
    raise LookupError(name)


def _near(name: str, key: str) -> Iterator[bytes]:
    """What lies where tiktoken, we ourselves and the package bpe-openai keep tables."""
    from importlib.util import find_spec

    usual = Path(tempfile.gettempdir()) / "data-gym-cache"
    told = os.environ.get("TIKTOKEN_CACHE_DIR", os.environ.get("DATA_GYM_CACHE_DIR"))
    for folder in (usual if told is None else Path(told), _own_folder()):
        with suppress(OSError):
            yield (folder / key).read_bytes()
    package = find_spec("bpe_openai")
    for place in (package and package.submodule_search_locations) or ():
        with suppress(OSError, EOFError, zlib.error):
            yield gzip.decompress((Path(place) / "data" / f"{name}.tiktoken.gz").read_bytes())


def _own_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("summarize") / "tiktoken"


def _keep(path: Path, data: bytes) -> None:
    """Whole or not at all: another process may read it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(data)
    Path(file.name).replace(path)


def _download(url: str, seconds: float) -> bytes:
    """What is there, or nothing; in a thread of its own, since a name's look-up knows no limit."""
    got: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_fetch, args=(url, seconds, got), daemon=True).start()
    try:
        return got.get(timeout=seconds)
    except queue.Empty:
        return b""


def _fetch(url: str, seconds: float, got: queue.SimpleQueue[bytes]) -> None:
    from http.client import HTTPException
    from urllib.request import urlopen

    ends = time.monotonic() + seconds
    data = bytearray()
    with suppress(OSError, HTTPException, ValueError), urlopen(url, timeout=seconds) as reply:
        while len(data) < _MOST_BYTES and time.monotonic() < ends and (part := reply.read1(_PART)):
            data += part
    got.put(bytes(data))
