"""For all tests: nothing outside is asked for, and model servers on loopback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from hypothesis import settings

SERVER = Path(__file__).resolve().parents[1] / "benchmarks" / "model_server.py"
# The tables of tokens are taken from a package, never downloaded.
os.environ["SUMMARIZE_OFFLINE"] = "1"
# A busy machine is slow now and then; what must not be slow has a benchmark.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")


@dataclass(frozen=True)
class Served:
    """A model server in a process of its own."""

    base_url: str

    @property
    def stats(self) -> dict[str, Any]:
        """What was asked of it so far."""
        with urlopen(self.base_url.removesuffix("/v1") + "/stats") as answer:
            stats: dict[str, Any] = json.load(answer)
        return stats

    @property
    def calls(self) -> int:
        """Requests for a reply so far."""
        return int(self.stats["requests"])


_TESTS = count()
Serve = Callable[..., Served]


def _start(stack: ExitStack, **behaviour: object) -> Served:
    options = [f"--{name.replace('_', '-')}={value}" for name, value in behaviour.items()]
    process = stack.enter_context(
        subprocess.Popen(
            [sys.executable, str(SERVER), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
    )
    stack.callback(process.terminate)
    assert process.stdout is not None
    return Served(process.stdout.readline().strip())


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test keeps an edition in the store of the person who runs it, or finds one there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.getbasetemp() / f"data-{next(_TESTS)}"))
        yield


@pytest.fixture
def serve() -> Iterator[Serve]:
    """`serve(**behaviour)`: a server that behaves as `benchmarks/model_server.py` can."""
    with ExitStack() as stack:
        yield lambda **behaviour: _start(stack, **behaviour)


@pytest.fixture(scope="session")
def model_server() -> Iterator[str]:
    """The address of a server that answers everything well."""
    with ExitStack() as stack:
        yield _start(stack, model_context=8_192).base_url
