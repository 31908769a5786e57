"""A key that must be found nowhere: every error path is taken, then every byte is looked at.

    python benchmarks/canary.py [RUN …]

Each run is the command line as a process of its own, with the key in the environment, in a file,
from a command, or where no key belongs; against servers that refuse, fail, hang, break off, say the
key again in bodies and headers, or redirect to another port. Looked at are stdout, stderr and every
file of the run: store with its log, recording, reports. The key is looked for as it is, in base64,
percent-encoded, escaped as JSON and reversed. A server that was redirected to must not hear it.
Prints a table; exit 1 where the key is found, or a run ends in a traceback.
"""

from __future__ import annotations

import asyncio
import base64
import os
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from bad_replies import EVENTS, write_pile
from canary_runs import KEY, Run, runs
from canary_server import EchoServer
from measure import machine
from model_server import Behaviour, ModelServer

AT_ONCE = 6  # most of the time a run waits: for a server, or until it asks again
PATIENCE = 2.0  # seconds, once it has asked, until a run with no end is stopped, and again killed
WITHIN = 120.0  # seconds that any other run may take


@dataclass(frozen=True)
class Ended:
    """Where the key was found, how many places were looked at, and whether another server heard."""

    found: tuple[str, ...]
    places: int
    forwarded: int
    traceback: bool
    heard: bool


def forms(key: str = KEY) -> dict[str, bytes]:
    """What to look for: the key, and what it may have been made into."""
    raw = key.encode()
    found = {"half": raw[: len(raw) // 2], "other half": raw[len(raw) // 2 :]}
    found |= {"reversed": raw[::-1], "JSON": key.replace("/", "\\/").encode()}
    found["percent"] = quote(key, safe="").encode()
    for shift in range(3):  # what stands before it moves the borders of base64
        coded = base64.b64encode(b"x" * shift + raw)
        found[f"base64 {shift}"] = coded[4 if shift else 0 : len(raw) // 3 * 4 - 4]
    return found


def search(content: bytes) -> list[str]:
    """The forms of the key that `content` holds."""
    lowered = content.lower()
    return [name for name, form in forms().items() if form.lower() in lowered]


@asynccontextmanager
async def _served(run: Run) -> AsyncIterator[tuple[str, Callable[[], tuple[int, bool]]]]:
    """The address to ask, and afterwards how often another server, or this one, heard the key."""
    async with AsyncExitStack() as stack:
        if isinstance(run.server, Behaviour):
            server = await stack.enter_async_context(ModelServer(run.server))
            yield server.base_url, lambda: (0, server.stats.requests > 0)
            return
        status, form = run.server
        other = await stack.enter_async_context(EchoServer(200, "content"))
        first = await stack.enter_async_context(EchoServer(status, form, other.base_url))
        yield (
            first.base_url,
            lambda: (
                sum(bool(search(said.encode())) for said in other.heard),
                any(KEY in said for said in first.heard),
            ),
        )


async def execute(run: Run, folder: Path, pile: Path) -> Ended:
    """One run in `folder`, which is made; what is given to it stands in a folder of its own."""
    work = folder / "work"
    given = work / "given"
    given.mkdir(parents=True)
    async with _served(run) as (url, heard):
        names = {"url": url, "key": KEY, "encoded": quote(KEY, safe="")}
        for name, text in run.files.items():
            (given / name).write_text(text, encoding="utf-8")
        settings = run.settings.format(**names) if run.settings else ""
        config = given / "desk.toml"
        config.write_text(settings.replace("given/key", str(given / "key")), encoding="utf-8")
        command = _command(run, str(pile), run.address.format(**names), str(config))
        environment = _environment(run, work, names)
        process = await asyncio.create_subprocess_exec(
            *command,
            cwd=work,
            env=environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, err = await _ended(process, run, lambda: heard()[1])
        forwarded, first_heard = heard()
    places = {"stdout": out, "stderr": err}
    places |= {
        str(path.relative_to(work)): path.read_bytes()
        for path in work.rglob("*")
        if path.is_file() and given not in path.parents
    }
    places["names of files"] = " ".join(places).encode()
    found = [f"{form} in {where}" for where, text in places.items() for form in search(text)]
    broken = b"Traceback" in err or b"this is a bug" in err
    return Ended(tuple(found), len(places), forwarded, broken, first_heard)


def _command(run: Run, pile: str, address: str, config: str) -> list[str]:
    command = [sys.executable, "-m", "summarize", run.command]
    if run.command == "daily":
        command += [pile, "-m", "test-model", "--context", "8192", "--store", "answers.db"]
    if address and "base_url" not in run.settings:
        command += ["--base-url", address]
    if run.settings:
        command += ["--config", config]
    return [*command, *run.arguments]


def _environment(run: Run, work: Path, names: Mapping[str, str]) -> dict[str, str]:
    made = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI_", "SUMMARIZE_"))}
    made |= {"XDG_CONFIG_HOME": str(work), "XDG_DATA_HOME": str(work), "SUMMARIZE_OFFLINE": "1"}
    for name, value in run.environment.items():
        made["OPENAI_BASE_URL" if name == "BASE" else name] = value.format(**names)
    if run.key is not None:
        made["OPENAI_API_KEY"] = run.key
    return made


async def _ended(
    process: asyncio.subprocess.Process, run: Run, heard: Callable[[], bool]
) -> tuple[bytes, bytes]:
    """stdout and stderr of a process, which is stopped where it has no end of its own."""
    told = asyncio.ensure_future(process.communicate())
    if run.endless:
        async with asyncio.timeout(WITHIN):
            while not heard() and not told.done():
                await asyncio.sleep(0.1)
    stops = [run.stop, signal.SIGINT, signal.SIGKILL]
    wait = PATIENCE if run.endless else WITHIN
    while True:
        done, _ = await asyncio.wait([told], timeout=wait)
        if done:
            return told.result()
        process.send_signal(stops.pop(0))
        wait = PATIENCE


async def all_runs(folder: Path, named: Sequence[str]) -> dict[str, list[tuple[Run, Ended]]]:
    """All runs, or those named, a few at once, by their kinds."""
    pile = folder / "pile"
    title = next(iter(EVENTS))
    write_pile(pile, {title: EVENTS[title]})
    gate = asyncio.Semaphore(AT_ONCE)

    async def once(number: int, run: Run) -> Ended:
        async with gate:
            return await execute(run, folder / str(number), pile)

    chosen = [run for run in runs() if not named or run.name in named]
    ended = await asyncio.gather(*(once(n, run) for n, run in enumerate(chosen)))
    found: dict[str, list[tuple[Run, Ended]]] = {}
    for run, end in zip(chosen, ended, strict=True):
        found.setdefault(run.kind, []).append((run, end))
    return found


def main() -> int:
    """All runs, or those named; 1 where the key is found."""
    with tempfile.TemporaryDirectory(prefix="canary-") as name:
        found = asyncio.run(all_runs(Path(name), sys.argv[1:]))
    print(machine())
    print("kind | runs | the server heard the key | places | found | forwarded | tracebacks")
    total: Counter[str] = Counter()
    for kind, ended in found.items():
        ends = [end for _, end in ended]
        faults = [sum(len(one.found) for one in ends), sum(one.forwarded for one in ends)]
        faults.append(sum(one.traceback for one in ends))
        total["wrong"] += sum(faults)
        places, heard = sum(one.places for one in ends), sum(one.heard for one in ends)
        print(" | ".join(map(str, [kind, len(ends), heard, places, *faults])))
        for run, end in ended:
            for line in (*end.found, *["a traceback"] * end.traceback):
                print(f"  {run.name}: {line}", file=sys.stderr)
    return 1 if total["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
