"""The same command twice: what the second run asks, what it takes, and what it loads.

    python benchmarks/second_run.py [SOURCE]

The model is `model_server.py` without service time; SOURCE is by default the first 200 articles of
the sets of `speed.py`, which needs the data for measuring. (Those of `peers/corpus.py` are made of
so few sentences that they count as copies of one text.) Prints a table of `summarize brief` with a
fresh store, of the same again, and of the same after the template of a story was changed. All runs
are of one copy of the package.

What `briefs/` and `models/` take of the second run is measured in a process of its own: articles
are read and grouped as the command does it, then the clock runs while a session is opened and every
article and story is written from the store, the modules' own import included. Checking,
comparing and rendering are not in it, nor is the overview, which is asked about checked stories.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from measure import ROOT, data, environment, machine, serving
from speed import write

if TYPE_CHECKING:
    from summarize.stories.story import Story

HERE = Path(__file__).resolve().parent
ARTICLES = 200
CONTEXT = 8_192
HEAVY = ("openai", "aiohttp", "httpx2", "tiktoken", "trafilatura")


@dataclass(frozen=True)
class Place:
    """What all runs share: the pile, the server, and a folder for the rest."""

    source: Path
    base_url: str
    folder: Path

    @property
    def store(self) -> Path:
        """Where answers are kept."""
        return self.folder / "answers.db"

    @property
    def package(self) -> Path:
        """Where the copy of the package is."""
        return self.folder / "package"

    @property
    def report(self) -> Path:
        """What a run writes."""
        return self.folder / "report.json"


def main() -> None:
    """Run, run again, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", nargs="?", type=Path, metavar="SOURCE")
    parser.add_argument("--inside", nargs=2, help=argparse.SUPPRESS, metavar=("URL", "FOLDER"))
    said = parser.parse_args()
    if said.inside:
        base_url, folder = said.inside
        print(inside(Place(said.source, base_url, Path(folder))))
        return
    with (
        tempfile.TemporaryDirectory(prefix="second-run-") as name,
        serving("model_server.py", "--context", CONTEXT) as base_url,
    ):
        folder = Path(name)
        source = said.source or _pile(folder / "pile.jsonl")
        if source is not None:
            _print_all(Place(source, base_url, folder))


def _print_all(place: Place) -> None:
    print(f"`summarize brief` with a model, {place.source.name} ({machine()})\n")
    print("| run | calls | by template | reused | wall s | cpu s | peak MB |")
    print(f"|---|{'---|' * 6}")
    for folder in ("summarize", "prompts"):
        shutil.copytree(ROOT / folder, place.package / folder)
    print(_row("first", place), flush=True)
    for _ in range(3):
        print(_row("the same again", place), flush=True)
    loaded = _loaded(place)
    spent = [_inside(place).strip() for _ in range(3)]
    _change(place.package / "prompts" / "story.md.j2")
    print(_row("story template changed", place))
    print(f"\nbriefs/ and models/ in a second run: {', '.join(spent)}")
    print(f"loaded in a second run, of {', '.join(HEAVY)}: {', '.join(loaded) or 'none'}")


def _pile(target: Path) -> Path | None:
    folder = data()
    if folder is None:
        return None
    write(folder, target, ARTICLES)
    return target


def _asked(base_url: str) -> int:
    with urllib.request.urlopen(f"{base_url.removesuffix('/v1')}/stats", timeout=10) as answer:
        return int(json.load(answer)["requests"])


def _stored(place: Place) -> Counter[str]:
    """The answers in the store, by template."""
    from summarize.store import Store

    if not place.store.exists():
        return Counter()
    store = Store.open(place.store)
    kinds = Counter({one.template: one.answers for one in store.info().kinds})
    store.close()
    return kinds


def command(place: Place) -> list[str]:
    """The command line that is measured."""
    options: Mapping[str, object] = {
        "--model": "test-model",
        "--base-url": place.base_url,
        "--context": CONTEXT,
        "--store": place.store,
        "--output": place.report,
    }
    said = [str(part) for option in options.items() for part in option]
    return ["-m", "summarize", "brief", str(place.source), "--quiet", *said]


def _row(name: str, place: Place) -> str:
    """One run, as a line of the table."""
    calls, kinds = _asked(place.base_url), _stored(place)
    started = time.perf_counter()
    line = [sys.executable, *command(place)]
    process = subprocess.Popen(line, cwd=place.package, env=environment())
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if process.returncode:
        raise SystemExit(f"{name}: exit {process.returncode}")
    method: Mapping[str, Any] = json.loads(place.report.read_text(encoding="utf-8"))["method"]
    new = _stored(place) - kinds
    by = ", ".join(f"{count} {template}" for template, count in sorted(new.items())) or "-"
    unit = 1 if sys.platform == "darwin" else 1024
    return (
        f"| {name} | {_asked(place.base_url) - calls} | {by} | {method['reused']} | {wall:.1f}"
        f" | {usage.ru_utime + usage.ru_stime:.1f} | {usage.ru_maxrss * unit / 1e6:.0f} |"
    )


def _loaded(place: Place) -> Sequence[str]:
    """Which heavy libraries a second run imports."""
    line = [sys.executable, "-X", "importtime", *command(place)]
    done = subprocess.run(
        line, cwd=place.package, capture_output=True, encoding="utf-8", check=True
    )
    modules = set(re.findall(r"^import time:.*\| +(\S+)$", done.stderr, re.MULTILINE))
    return [name for name in HEAVY if name in modules]


def _change(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    changed = text.replace("Your readers are busy.", "Your readers are very busy.")
    assert changed != text
    template.write_text(changed, encoding="utf-8")


def _inside(place: Place) -> str:
    line = [sys.executable, __file__, str(place.source), "--inside", place.base_url]
    environ = {**environment(), "PYTHONPATH": str(place.package)}
    return subprocess.check_output([*line, str(place.folder)], env=environ, encoding="utf-8")


def inside(place: Place) -> str:
    """Seconds of wall and of cpu for all briefs of articles and stories, which were read before."""
    from summarize.chosen import choose
    from summarize.local.writer import Local
    from summarize.period import cover
    from summarize.pipeline import Options
    from summarize.read import read

    gc.set_threshold(200_000, 50, 50)  # as the command does
    now = datetime.now().astimezone()
    covered = cover(read([str(place.source)], now=now).articles, now=now)
    stories = asyncio.run(choose(covered, Local(120), Options("brief", now))).stories
    before = _asked(place.base_url)

    async def write_all() -> None:
        from summarize.briefs.session import Asked, open_session
        from summarize.settings import Settings
        from summarize.stories.unique import only_others

        asked = Asked(
            Settings({}),
            name="test-model",
            language="en",
            length=120,
            base_url=place.base_url,
            context=CONTEXT,
            store=place.store,
        )
        async with open_session(asked, None, print) as session:
            writer = await session.writer()
            writer.begin(stories)

            async def told(story: Story) -> None:
                parts = (writer.article(o.lead, only_others(o)) for o in story.origins)
                briefs = await asyncio.gather(*parts)
                if len(briefs) > 1:
                    await writer.story(story, briefs)

            await asyncio.gather(*map(told, stories))

    wall, cpu = time.perf_counter(), time.process_time()
    asyncio.run(write_all())
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    if asked := _asked(place.base_url) - before:
        raise SystemExit(f"{asked} calls were made")
    return f"{wall:.2f} s ({cpu:.2f} s cpu)"


if __name__ == "__main__":
    main()
