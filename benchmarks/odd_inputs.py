"""Whether odd inputs give a report or one clear line, never a traceback.

    python benchmarks/odd_inputs.py [PART OF A NAME …]

Every case is a process of its own, as a user would start it, with a limit of time. It is well when
it ends by itself and

1. with exit 0 there is a report: on stdout, or in the files asked for; report.json parses and
   every quote in it is its article's span;
2. with exit 1 or 2 the last line of stderr, and no other, says what is wrong; nothing is on stdout;
   before it stand at most a line for each thing skipped, and how the command is used;
3. the exit code is one that the case allows;
4. nowhere stands a traceback, a warning of Python or a raw control character.

Prints a Markdown table; exit 1 when a case is not well.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import odd_calls  # noqa: F401  # registers its cases
import odd_documents  # noqa: F401
from odd_files import CASES, Call

SECONDS = 120
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
BEFORE_AN_ERROR = ("skipped ", "Usage: ", "Try 'summarize ")
# Root may do everything; without its capabilities it is held by the rights of a file, too.
PLAIN_USER = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]


@dataclass(frozen=True)
class Outcome:
    """How one case ended; `wrong` is empty when it is well."""

    name: str
    exit: int | None
    seconds: float
    said: str
    wrong: str


def command(call: Call) -> list[str]:
    """The whole command of a call, held by file rights and with stdin as it wants it."""
    line = [sys.executable, "-m", "summarize", *call.arguments]
    if os.geteuid() == 0 and shutil.which("setpriv"):
        line = [*PLAIN_USER, *line]
    return ["sh", "-c", 'exec "$@" <&-', "sh", *line] if call.stdin is None else line


def _stdout(call: Call) -> int:
    """The descriptor that takes stdout when a call wants it somewhere odd."""
    if call.stdout == "closed":
        read, write = os.pipe()
        os.close(read)
        return write
    return os.open(str(call.stdout), os.O_WRONLY)


def run(name: str, folder: Path) -> Outcome:
    """Run a case in an empty folder."""
    call = CASES[name](folder)
    taken = _stdout(call) if call.stdout else None
    started = time.monotonic()
    process = subprocess.Popen(
        command(call),
        cwd=folder,
        env=os.environ | {"XDG_DATA_HOME": f"{folder}-data"} | call.env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE if taken is None else taken,
        stderr=subprocess.PIPE,
    )
    if call.meanwhile:
        call.meanwhile()
    try:
        out, err = process.communicate(call.stdin or b"", timeout=SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        return Outcome(name, None, SECONDS, "", "no end")
    finally:
        if taken is not None:
            os.close(taken)
    said = err.decode("utf-8", "replace")
    wrong = verdict(call, process.returncode, (out or b"").decode("utf-8", "replace"), said, folder)
    return Outcome(name, process.returncode, time.monotonic() - started, said, wrong)


def verdict(call: Call, code: int, out: str, err: str, folder: Path) -> str:
    """What is wrong with how a call ended, or an empty string."""
    if "Traceback" in out + err:
        return "traceback"
    if "Warning: " in err:
        return "a warning of Python"
    if CONTROL.search(out + err):
        return "a raw control character"
    if code not in call.exits:
        return f"exit {code}, not {' or '.join(map(str, sorted(call.exits)))}"
    return _one_line(out, err) if code else _report(call, out, folder)


def _report(call: Call, out: str, folder: Path) -> str:
    outputs = [
        folder / f
        for flag, f in zip(call.arguments, call.arguments[1:], strict=False)
        if flag == "-o"
    ]
    if missing := [path.name for path in outputs if not path.exists()]:
        return f"exit 0 without {', '.join(missing)}"
    if not outputs and not call.stdout and not out.startswith(("# ", "Usage: ")):
        return "exit 0 without a report"
    if any(CONTROL.search(p.read_text("utf-8")) for p in outputs if p.suffix == ".md"):
        return "a raw control character in the report"
    return "".join(_spans(path) for path in outputs if path.suffix == ".json")


def _spans(path: Path) -> str:
    report = json.loads(path.read_text("utf-8"))
    texts = {article["id"]: article["text"] for article in report["articles"]}
    for quote in _quotes(report):
        if texts[quote["article"]][quote["start"] : quote["end"]] != quote["text"]:
            return f"a quote that is not its span: {quote['text'][:60]!r}"
    return ""


def _quotes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _quotes(item)
    elif isinstance(value, dict):
        if {"article", "start", "end", "text"} <= value.keys():
            yield value
        for item in value.values():
            yield from _quotes(item)


def _one_line(out: str, err: str) -> str:
    if out:
        return "an error, and something on stdout"
    lines = [line for line in err.splitlines() if line and not line.startswith(BEFORE_AN_ERROR)]
    if len(lines) != 1:
        return f"{len(lines)} lines of error"
    return "" if lines[0].startswith("Error: ") else "a line that does not say Error"


def _cell(text: str, width: int) -> str:
    shown = CONTROL.sub("?", text).replace("|", "\\|").strip()
    return shown if len(shown) <= width else shown[: width - 1] + "…"


def row(outcome: Outcome) -> str:
    """A line of the table: the first line of stderr is what the user saw first."""
    first = outcome.said.splitlines()[0] if outcome.said.strip() else ""
    code = "–" if outcome.exit is None else str(outcome.exit)
    mark = f"**{outcome.wrong}**" if outcome.wrong else "ok"
    return f"| {outcome.name} | {code} | {outcome.seconds:.1f} | {_cell(first, 100)} | {mark} |"


def _run_in_new_folder(name: str) -> Outcome:
    folder = Path(tempfile.mkdtemp(prefix="odd-"))
    try:
        return run(name, folder)
    finally:
        for path in (folder / "news" / "closed", folder / "news"):
            if path.is_dir():
                path.chmod(0o700)
        shutil.rmtree(folder, ignore_errors=True)


def main(parts: list[str]) -> int:
    """Run the cases whose name holds one of the parts, or all."""
    subprocess.run([sys.executable, "-m", "summarize", "--version"], check=True)
    names = [name for name in CASES if not parts or any(part in name for part in parts)]
    print("| input | exit | s | first line on stderr | verdict |\n|---|---|---|---|---|")
    bad = 0
    for name in names:
        outcome = _run_in_new_folder(name)
        bad += bool(outcome.wrong)
        print(row(outcome), flush=True)
    print(f"\n{len(names)} odd inputs, {len(names) - bad} well, {bad} not.")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
