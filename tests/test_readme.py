"""What the documents show is true: their blocks are run, and the outputs they print compared.

In every page the blocks are run from top to bottom in one copy of the project's examples:

1. ```sh is run as a script and must end well.
2. ```console is a dialogue: each line after `$ ` is run, what it prints must be what follows.
   `…` stands for anything within a line, and alone on a line for any lines.
3. ```python is run. ```toml and ```json are parsed.
4. ```text and ```markdown show a part of a file under examples/: their lines stand in one of its
   files in this order, with `…` as above.
5. A block without one of these names is refused, so that none is overlooked.

Two kinds of command are not run but checked: `make TARGET` must exist and be in `make help` (it
would run this test again), and an installation must name this distribution.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    "README.md", "CONTRIBUTING.md", "CHANGELOG.md",
    *sorted(f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")),
    "benchmarks/README.md",
    "examples/README.md",
]  # fmt: skip
DISTRIBUTION = "summarize-news"
COPIED = ["examples", "Makefile", "pyproject.toml", "requirements-dev.txt"]
SECONDS = 60  # a documented command that takes longer is a bug of its own
ANYTHING = "…"
_INSTALL = re.compile(
    r"(?:python3? -m )?(?:pip|pipx|uv tool|uv pip) install (?P<what>.+)|uvx (?P<tool>\S+).*"
)
_MAKE = re.compile(r"make (?P<target>[\w-]+)")


class Untrue(AssertionError):
    """A document shows something that is not so."""


@dataclass(frozen=True)
class Block:
    """A fenced block of a page: its language, its text and the line it begins on."""

    language: str
    text: str
    line: int


def blocks(page: str) -> list[Block]:
    """The fenced blocks of a Markdown page, in order; indented ones count as nameless."""
    tokens = [t for t in MarkdownIt().parse(page) if t.type in {"fence", "code_block"}]
    return [
        Block(t.info.split()[0] if t.info.strip() else "", t.content, (t.map or [0])[0] + 1)
        for t in tokens
    ]


def _same(shown: list[str], found: list[str]) -> bool:
    """Whether the lines found are those shown, with `…` as a wildcard."""
    pattern = "".join(
        r"(?:[^\n]*\n)*"
        if line.strip() == ANYTHING
        else r"[^\n]*".join(map(re.escape, line.rstrip().split(ANYTHING))) + r"\n"
        for line in shown
    )
    return re.fullmatch(pattern, "".join(f"{line.rstrip()}\n" for line in found)) is not None


def _require(true: bool, why: str) -> None:
    if not true:
        raise Untrue(why)


def _run(command: list[str], folder: Path) -> str:
    """What a command prints on both streams, as on a terminal 80 columns wide."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    settings = {"PATH": path, "COLUMNS": "80", "HOME": str(folder), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | settings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    shown = shlex.join(command)
    _require(done.returncode == 0, f"{shown}\nends with {done.returncode}:\n{done.stdout}")
    return done.stdout


def _check_only(line: str, folder: Path) -> bool:
    """Check a command that must not be run here; False when it is an ordinary one."""
    if match := _MAKE.fullmatch(line.strip()):
        target = match["target"]
        _run(["make", "--dry-run", target], folder)
        _require(f"make {target} " in _run(["make", "help"], folder), f"make help lacks {target}")
        return True
    if match := _INSTALL.fullmatch(line.strip()):
        what = shlex.split(match["what"] or match["tool"])
        named = [re.split(r"[\[=<>~!]", word)[0] for word in what if not word.startswith("-")]
        _require(named in ([DISTRIBUTION], ["."]), f"{line} installs something else")
        return True
    return False


def _sh(text: str, folder: Path) -> None:
    lines = [line for line in text.splitlines() if not _check_only(line, folder)]
    _run(["sh", "-euc", "\n".join(lines)], folder)


def _console(text: str, folder: Path) -> None:
    joined = re.sub(r"\\\n(?:> )?", " ", text)
    _require(joined.startswith("$ "), "a console block begins with a `$ ` line")
    for step in re.split(r"^\$ ", joined, flags=re.MULTILINE)[1:]:
        command, _, shown = step.partition("\n")
        if _check_only(command, folder):
            continue
        found = _run(["sh", "-euc", command], folder)
        same = _same(shown.rstrip("\n").splitlines(), found.rstrip("\n").splitlines())
        _require(same, f"`{command}` prints\n{found}\nand not\n{shown}")


def _python(text: str, folder: Path) -> None:
    _run([sys.executable, "-c", text], folder)


def _toml(text: str, folder: Path) -> None:
    """Parsed; a whole settings file (it says so in its first line) is also used for a run."""
    tomllib.loads(text)
    if text.startswith("# summarize.toml"):
        file = folder / "shown.toml"
        file.write_text(text, encoding="utf-8")
        _run(["summarize", "daily", "examples/day-1", "--config", str(file)], folder)


def _json(text: str, _folder: Path) -> None:
    json.loads(text)


def _excerpt(text: str, folder: Path) -> None:
    shown = [ANYTHING, *text.rstrip("\n").splitlines(), ANYTHING]
    files = [path for path in sorted((folder / "examples").rglob("*")) if path.is_file()]
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in files)
    _require(any(_same(shown, found.splitlines()) for found in texts), "no example holds this")


CHECKS: dict[str, Callable[[str, Path], None]] = {
    "sh": _sh,
    "console": _console,
    "python": _python,
    "toml": _toml,
    "json": _json,
    "text": _excerpt,
    "markdown": _excerpt,
}


def check_page(page: str, folder: Path) -> None:
    """Run every block of a page in `folder`; raises `Untrue` with the line of the first bad one."""
    for block in blocks(page):
        check = CHECKS.get(block.language)
        if check is None:
            raise Untrue(f"line {block.line}: no check for a block named {block.language!r}")
        try:
            check(block.text, folder)
        except (Untrue, ValueError, subprocess.TimeoutExpired) as error:
            raise Untrue(f"line {block.line}: {error}") from error


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder with the things a reader of the pages has."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name)
        elif (ROOT / name).exists():
            shutil.copy2(ROOT / name, tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", [name for name in PAGES if (ROOT / name).exists()])
def test_every_block_of_a_page_is_true(name: str, folder: Path) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    check_page(page, folder)
    assert blocks(page) or name not in {"README.md", "docs/commands.md"}


TRUE = {
    "a script": "```sh\necho one > a.txt\ntest -s a.txt\n```",
    "a file made by an earlier block": "```sh\necho one > a\n```\n\n```console\n$ cat a\none\n```",
    "a dialogue": "```console\n$ echo one; echo two\none\ntwo\n$ true\n```",
    "a wildcard in a line": "```console\n$ echo took 3.2 s\ntook … s\n```",
    "a wildcard for lines": "```console\n$ printf 'a\\nb\\nc\\n'\na\n…\n```",
    "a continued command": "```console\n$ echo one \\\n    two\none two\n```",
    "both streams": "```console\n$ echo warning >&2\nwarning\n```",
    "a documented target": "```sh\nmake help\n```",
    "an installation": "```sh\npipx install summarize-news\npip install -e .\n```",
    "Python": "```python\nimport summarize\n```",
    "TOML": "```toml\na = 1\n```",
    "JSON": '```json\n{"a": 1}\n```',
}
FALSE = {
    "a script that fails": "```sh\nfalse\ntrue\n```",
    "other output": "```console\n$ echo one\ntwo\n```",
    "output that was left out": "```console\n$ echo one\n```",
    "output that is not there": "```console\n$ true\none\n```",
    "a command that fails": "```console\n$ false\n```",
    "a dialogue without a prompt": "```console\necho one\n```",
    "a target that is not there": "```sh\nmake nothing-of-the-kind\n```",
    "another distribution": "```sh\npip install summarize-other\n```",
    "Python that fails": "```python\nraise SystemExit(1)\n```",
    "broken TOML": "```toml\na =\n```",
    "broken JSON": "```json\n{\n```",
    "a part of no example": "```text\nno example says this\n```",
    "a nameless block": "```\necho one\n```",
    "an indented block": "Text\n\n    echo one\n",
    "an unknown language": "```cobol\nSTOP RUN\n```",
}


@pytest.mark.parametrize("page", TRUE.values(), ids=TRUE.keys())
def test_a_true_page_passes(page: str, folder: Path) -> None:
    check_page(page, folder)
    assert blocks(page)


@pytest.mark.parametrize("page", FALSE.values(), ids=FALSE.keys())
def test_an_untrue_page_is_found_with_its_line(page: str, folder: Path) -> None:
    with pytest.raises(Untrue, match=r"^line \d+: "):
        check_page(page, folder)


def test_a_part_of_an_example_is_found(folder: Path) -> None:
    (folder / "examples").mkdir(exist_ok=True)
    (folder / "examples" / "brief.md").write_text("# Title\n\nOne [1a].\nTwo.\n", encoding="utf-8")
    check_page("```markdown\n# Title\n…\nTwo.\n```", folder)
    with pytest.raises(Untrue):
        check_page("```markdown\nTwo.\n# Title\n```", folder)
