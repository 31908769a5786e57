"""Hostile replies of a model in every field: what stands in the report, and on the terminal?

    python benchmarks/hostile_replies.py [CASE …]

Each case is `summarize` on four made-up articles with a script of replies (`-m scripted:FILE`):
`daily` and `article`, with what fails withheld, flagged and shown, and kept beside a second
opinion; each writes Markdown, report.json and a review, and `daily` once more to a terminal of 80
columns. The hostile text stands in the articles too, so that it is what a passage says. Looked for
in every output:

- active, fetching, foreign: HTML and scripts, images, links that lead neither to a place of the
  report nor to a source (bare addresses count);
- headings, structure, marks: what the report does not make itself;
- unseen: control, bidi, zero-width and other characters that nobody sees;
- a traceback, another exit code than 0 and 3, a run of more than 10 s of cpu.

Prints a table; exit 1 where anything is not 0.
"""

from __future__ import annotations

import gc
import io
import json
import os
import pty
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TextIO

from hostile_page import KINDS, json_faults, looks_like_mark, page_faults, unseen
from hostile_pile import OTHER, TITLES, URL, Case, cases, write_case
from measure import machine

from summarize.cli import main as command_line
from summarize.report.labels import labels_for

AT_ONCE = 2
WITHIN = 10.0  # seconds of cpu that one run may take
TITLE = "Hostile day"
Modes = Mapping[str, Mapping[str, Sequence[str]]]
FLAGGED = ("--unsupported", "flag", "--show-withheld")
JUDGED = ("--unsupported", "keep", "--judge", "scripted:script.jsonl")
MODES: Modes = {
    "daily": {"default": (), "flagged": FLAGGED, "judged": JUDGED},
    "article": {"flagged": FLAGGED},
}
# Where there is much of all, the modes would only do the same again.
LARGE = dict.fromkeys(("long texts", "many parts"), ("daily flagged", "daily judged"))
# No settings of whoever runs this, and nothing from outside.
QUIET = {"XDG_CONFIG_HOME": "/nowhere", "SUMMARIZE_OFFLINE": "1", "COLUMNS": "80"}


@dataclass
class Ended:
    """How the runs of a case ended: faults by kind, outputs, cpu seconds of the longest run."""

    found: Counter[str] = field(default_factory=Counter)
    outputs: int = 0
    seconds: float = 0.0
    said: list[str] = field(default_factory=list)

    def add(self, where: str, faults: Counter[str]) -> None:
        """Count what is wrong with one output."""
        self.outputs += 1
        self.found += faults
        self.said += [f"{where}: {name} {times}" for name, times in faults.items() if times]


@cache
def _headings() -> frozenset[str]:
    first = f"{TITLE} No. 1"
    ours = {TITLE, first, f"Review: {TITLE}", f"Review: {first}"}
    return frozenset({*ours, *TITLES, OTHER, *labels_for("en").texts.values()})


def run(case: Case, folder: Path, modes: Modes = MODES, *, terminal: bool = True) -> Ended:
    """All runs of one case in an empty `folder`, which is the working folder meanwhile."""
    write_case(case, folder)
    ended = Ended()
    large = LARGE.get(case.kind)
    with chdir(folder):
        for command, named in modes.items():
            for mode, options in named.items():
                if large is None or f"{command} {mode}" in large:
                    _run_once(ended, command, mode, options)
        if terminal:
            _run_on_terminal(ended)
    ended.found["slow"] += ended.seconds > WITHIN
    return ended


def _arguments(command: str, mode: str) -> list[str]:
    given = ["--title", TITLE, "-m", "scripted:script.jsonl", "--store", f"{command}-{mode}.db"]
    return [command, "pile.jsonl", *given]


def _run_once(ended: Ended, command: str, mode: str, options: Sequence[str]) -> None:
    name = f"{command}-{mode}-{{series}}-{{date}}"
    files = [part for ending in (".md", ".json", ".review.md") for part in ("-o", name + ending)]
    started, out = time.process_time(), io.StringIO()
    code, err = _called(*_arguments(command, mode), "-v", *files, *options, out=out)
    ended.seconds = max(ended.seconds, time.process_time() - started)
    where = f"{command} {mode}"
    ended.add(f"{where} exit", Counter(traceback=int(code not in {0, 3} or out.getvalue() != "")))
    ended.add(f"{where} stderr", _said(err))
    if code not in {0, 3}:  # and so there is no report
        return
    written = {path.name: path for path in Path().glob(f"{command}-{mode}-default-2026-03-13.*")}
    for ending in (".md", ".review.md"):
        text = written[f"{command}-{mode}-default-2026-03-13{ending}"].read_text(encoding="utf-8")
        ended.add(f"{where} {ending}", _page(text))
    report = json.loads(written[f"{command}-{mode}-default-2026-03-13.json"].read_bytes())
    ended.add(f"{where} .json", json_faults(report) + Counter(marks=_marked(report)))


def _called(*arguments: str, out: TextIO) -> tuple[int, str]:
    """Exit code and stderr of the command line."""
    with redirect_stdout(out), redirect_stderr(io.StringIO()) as err:
        code = command_line(list(arguments))
    return code, err.getvalue()


def _page(text: str) -> Counter[str]:
    urls = {f"{URL}{n}" for n in range(len(TITLES) + 1)}
    return page_faults(text, _headings(), urls)


def _said(text: str) -> Counter[str]:
    broken = "Traceback" in text or "this is a bug" in text
    return +Counter(unseen=unseen(text), traceback=int(broken))


def _marked(report: Mapping[str, Any]) -> int:
    """Claims, not quotations, that hold what looks like a mark."""
    parts = [*report["stories"], *report["briefs"], report]
    claims = [claim for part in parts for claim in part.get("claims", ()) if claim != "supported"]
    return sum(looks_like_mark(claim["text"]) for claim in claims if isinstance(claim, dict))


def _run_on_terminal(ended: Ended) -> None:
    """stdout is a terminal of 80 columns, stderr is not."""
    master, slave = pty.openpty()
    given = [*_arguments("daily", "terminal"), *FLAGGED]
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(_read, master)
        with os.fdopen(slave, "w", encoding="utf-8") as screen:
            code, err = _called(*given, out=screen)
    ended.add("terminal exit", Counter(traceback=int(code not in {0, 3})))
    ended.add("terminal stderr", _said(err))
    ended.add("terminal stdout", _page(read.result().replace("\r\n", "\n")))


def _read(master: int) -> str:
    parts: list[bytes] = []
    while True:
        try:
            part = os.read(master, 65_536)
        except OSError:  # the other end is closed
            part = b""
        if not part:
            os.close(master)
            return b"".join(parts).decode("utf-8", "replace")
        parts.append(part)


def _numbered(number: int) -> Ended:
    """One case in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="hostile-") as folder:
        ended = run(list(cases())[number], Path(folder))
    gc.collect()  # the command line puts it off, for a process that ends
    return ended


def all_cases(names: Collection[str]) -> Iterator[tuple[Case, Ended]]:
    """Every case, or those named, on both cores."""
    chosen = [(n, case) for n, case in enumerate(cases()) if not names or case.name in names]
    with ProcessPoolExecutor(AT_ONCE) as pool:
        ended = pool.map(_numbered, [n for n, _ in chosen])
        yield from zip((case for _, case in chosen), ended, strict=True)


def main() -> int:
    """All cases, or those named; 1 where anything is wrong."""
    os.environ.update(QUIET)
    found: dict[str, list[Ended]] = {}
    for case, ended in all_cases(sys.argv[1:]):
        found.setdefault(case.kind, []).append(ended)
        slow = [f"{ended.seconds:.1f} s"] if ended.seconds > WITHIN else []
        for line in ended.said + slow:
            print(f"  {case.name}: {line}", file=sys.stderr)
    print(machine())
    columns = [*KINDS, "traceback", "slow"]
    print(" | ".join(["kind", "cases", "outputs", *columns, "longest run, cpu s"]))
    wrong = 0
    for kind, ends in found.items():
        total = sum((one.found for one in ends), Counter[str]())
        wrong += total.total()
        counts = [total[name] for name in columns]
        outputs, longest = sum(one.outputs for one in ends), max(one.seconds for one in ends)
        print(" | ".join(map(str, [kind, len(ends), outputs, *counts, f"{longest:.1f}"])))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
