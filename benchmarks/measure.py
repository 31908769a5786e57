"""A whole process measured: wall time, cpu time and peak memory of it alone."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Measured:
    """Seconds of wall and cpu (user and system) and peak resident memory in MB."""

    wall: float
    cpu: float
    memory: float


def environment() -> dict[str, str]:
    """That of this process; Python keeps its bytecode, as it does after an installation."""
    return {key: said for key, said in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def measure(command: list[str]) -> Measured:
    """Run a command to its end; raises CalledProcessError with its stderr when it fails.

    Memory is ru_maxrss of that child (Linux counts KiB, macOS bytes). A child starts out with the
    memory of its parent, so scripts that measure keep their own data small or on disk.
    """
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT, env=environment())
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    unit = 1 if sys.platform == "darwin" else 1024
    return Measured(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6)


@contextmanager
def serving(script: str | Path, *options: object) -> Iterator[str]:
    """What a server, a script of this folder in a process of its own, prints first: its address.

    It ends with the block.
    """
    command = [sys.executable, str(Path(__file__).with_name(str(script))), *map(str, options)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8") as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()
            process.wait(10)


def data() -> Path | None:
    """The folder with the data for measuring, or None with a line that says it is absent."""
    folder = Path(os.environ.get("SUMMARIZE_DATA", ROOT.parent / "shared" / "data"))
    if folder.is_dir():
        return folder
    print(f"Skipped: no data in {folder}; set SUMMARIZE_DATA to the folder that holds it.")
    return None


def machine() -> str:
    """One line for the head of a table: when and on what it was measured."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    today = datetime.now(UTC).date().isoformat()
    return f"{today}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, {python}"
