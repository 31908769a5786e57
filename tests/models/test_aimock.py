"""The endpoint against a model server that others wrote (aimock), with faults of its own making."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

LLMOCK = Path(sys.prefix) / "node" / "node_modules" / ".bin" / "llmock"
SAID = {"text": "The dam burst.", "cites": [1]}
BRIEF = {"bottom_line": SAID, "claims": [], "who": [], "where": [], "quotations": []}
NEWS = "The Karrow Dam burst on Monday night and flooded two towns in the valley below, " * 4

pytestmark = pytest.mark.skipif(
    not LLMOCK.exists() or shutil.which("node") is None,
    reason="aimock is not installed: make test installs it where there is npm",
)


@pytest.fixture
def aimock(tmp_path: Path, unused_tcp_port: int) -> Iterator[str]:
    """Answers every article; a fifth of the requests are refused, some connections are cut."""
    fixture = {"match": {"userMessage": "ARTICLE"}, "response": {"content": json.dumps(BRIEF)}}
    path = tmp_path / "fixtures.json"
    path.write_text(json.dumps({"fixtures": [fixture]}), encoding="utf-8")
    faults = ["--chaos-ratelimit", "0.2", "--chaos-disconnect", "0.05"]
    command = ["node", str(LLMOCK), "-p", str(unused_tcp_port), "-f", str(path), *faults]
    base = f"http://127.0.0.1:{unused_tcp_port}"
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(f"{base}/v1/models")
            yield f"{base}/v1"
        finally:
            server.terminate()


def _wait_for(url: str) -> None:
    for _ in range(200):
        try:
            with urlopen(url):
                return
        except URLError as error:
            if hasattr(error, "code"):
                return  # it answers, if only with a refusal
            time.sleep(0.05)
    raise AssertionError("aimock did not start")


def test_each_article_is_answered_through_refusals_and_cut_connections(
    aimock: str, tmp_path: Path
) -> None:
    for n in range(10):
        (tmp_path / f"{n}.txt").write_text(f"Dam {n} bursts\n\n{n}. {NEWS}\n", encoding="utf-8")
    files = [str(tmp_path / f"{n}.txt") for n in range(10)]
    options = ["-m", "gpt-4o-mini", "--base-url", aimock, "--store", str(tmp_path / "s.db")]
    made = tmp_path / "r.json"

    done = subprocess.run(
        [sys.executable, "-m", "summarize", "article", *files, *options, "-o", str(made)],
        capture_output=True,
        text=True,
        timeout=100,
    )

    assert done.returncode == 0, done.stderr
    report = json.loads(made.read_text(encoding="utf-8"))
    assert {brief["writer"]["kind"] for brief in report["briefs"]} == {"model"}
