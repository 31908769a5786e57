"""Odd ways to call it: outputs, streams, options, surroundings. See `odd_files`."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

from odd_files import ARTICLE, NOTHING, REPORT, USAGE, Around, Call, Exits, case, daily

ANY = REPORT | NOTHING | USAGE


def _article(folder: Path) -> None:
    (folder / "news").mkdir(exist_ok=True)
    (folder / "news" / "a.txt").write_text(ARTICLE, "utf-8")


def call(exits: Exits, name: str, *arguments: str, **around: Unpack[Around]) -> None:
    """Register a call with these arguments, in a folder where news/a.txt is an article."""

    @case(name)
    def fill(folder: Path) -> Call:
        _article(folder)
        return Call(list(arguments), exits, **around)


# --- outputs

call(REPORT | NOTHING, "an output in a missing folder", "daily", "news", "-o", "missing/out.md")
call(NOTHING, "an output below a file", "daily", "news", "-o", "news/a.txt/out.md")
call(USAGE, "an output with an unknown suffix", "daily", "news", "-o", "out.xyz")
call(USAGE, "an output without a suffix", "daily", "news", "-o", "out")
call(USAGE, "an output with an empty name", "daily", "news", "-o", "")
call(NOTHING, "an output with a name of 300 bytes", "daily", "news", "-o", "o" * 300 + ".md")
call(ANY, "an output with an unknown field", "daily", "news", "-o", "{nothing}{0.__class__}.md")
call(NOTHING, "stdout on a full disk", "daily", "news", stdout="/dev/full")
call(REPORT, "stdout whose reader left", "daily", "news", stdout="closed")


@case("an output that is a folder")
def _folder(folder: Path) -> Call:
    _article(folder)
    (folder / "out.md").mkdir()
    return Call(["daily", "news", "-o", "out.md"], exits=USAGE)


@case("an output on a full disk")
def _full(folder: Path) -> Call:
    _article(folder)
    (folder / "full.md").symlink_to("/dev/full")
    return Call(["daily", "news", "-o", "full.md"], exits=REPORT | NOTHING)


@case("an output folder that is not writable")
def _not_writable(folder: Path) -> Call:
    _article(folder)
    (folder / "closed").mkdir(mode=0o500)
    return Call(["daily", "news", "-o", "closed/out.md"], exits=NOTHING)


# --- sources and streams

call(USAGE, "no source", "daily")
call(USAGE, "a missing source", "daily", "nothing.txt")
call(USAGE, "two sources, one missing", "daily", "news", "nothing", "-o", "out.md")
call(REPORT, "a source named twice", "daily", "news", "news", "news/a.txt", "-o", "out.json")
call(USAGE, "an empty source name", "daily", "")
call(USAGE, "a source with a NUL-like name", "daily", "news/\ufffd\u202e.txt")
call(USAGE, "a source name of 5,000 bytes", "daily", "n" * 5_000)
call(USAGE, "an address nobody can reach", "daily", "http://127.0.0.1:9/pier.html")
call(NOTHING, "stdin that is empty", "daily", "-")
call(NOTHING, "stdin that is closed", "daily", "-", stdin=None)
call(REPORT, "stdin closed and not used", "daily", "news", stdin=None)
call(REPORT, "stdin with an article", "daily", "-", "-o", "out.json", stdin=ARTICLE.encode())
call(NOTHING, "stdin with bytes", "daily", "-", stdin=bytes(range(256)) * 50)
call(ANY, "stdin named twice", "daily", "-", "-", stdin=ARTICLE.encode())

# --- options

call(USAGE, "an unknown command", "weekly", "news")
call(USAGE, "an unknown option", "daily", "news", "--nothing")
call(USAGE, "a date that is none", "daily", "news", "--date", "2026-02-30")
call(USAGE, "the year 0", "daily", "news", "--date", "0000-01-01")
call(ANY, "the first date", "daily", "news", "--date", "0001-01-01")
call(ANY, "the last date", "daily", "news", "--date", "9999-12-31")
call(USAGE, "an unknown time zone", "daily", "news", "--timezone", "Mars/Olympus")
call(USAGE, "a time zone that is a path", "daily", "news", "--timezone", "../../../etc/passwd")
call(USAGE, "a since that is none", "daily", "news", "--since", "the dawn of time")
call(USAGE, "a since of a million years", "daily", "news", "--since", "99999999999d")
call(USAGE, "top 0", "daily", "news", "--top", "0")
call(USAGE, "top -1", "daily", "news", "--top", "-1")
call(USAGE, "length 0", "daily", "news", "--length", "0")
call(ANY, "a huge length", "daily", "news", "--length", "9" * 30, "-o", "out.json")
call(USAGE, "words -5", "daily", "news", "--words", "-5")
call(ANY, "words 1", "daily", "news", "--words", "1", "-o", "out.md")
call(USAGE, "words that are none", "daily", "news", "--words", "many")
call(USAGE, "an unknown language", "daily", "news", "--language", "klingon")
call(USAGE, "an unknown grouping", "daily", "news", "--group", "nonsense")
call(
    REPORT,
    "a title with codes",
    "daily",
    "news",
    "--title",
    "\x1b[31m# {{ 7 }}\n<b>",
    "-o",
    "out.md",
)
call(USAGE, "a missing settings file", "daily", "news", "--config", "nothing.toml")
call(USAGE, "a settings file that is a folder", "daily", "news", "--config", "news")
call(USAGE, "a settings file that is no TOML", "daily", "news", "--config", "news/a.txt")
call(REPORT, "quiet and verbose", "daily", "news", "-q", "-v", "-o", "out.md")

_SETTINGS: dict[str, str | bytes] = {
    "unknown names": "nothing = 1\n[section]\na = 1\n",
    "wrong types": 'top = "many"\nlength = [1]\ntitle = 5\n',
    "bytes": b"\xff\xfe\x00",
}


def _settings(name: str, content: str | bytes) -> None:
    @case(f"settings with {name}")
    def fill(folder: Path) -> Call:
        _article(folder)
        data = content.encode() if isinstance(content, str) else content
        (folder / "summarize.toml").write_bytes(data)
        return daily("news", exits=USAGE)


for _name, _content in _SETTINGS.items():
    _settings(_name, _content)

# --- surroundings

call(
    REPORT,
    "an ASCII locale",
    "daily",
    "news",
    env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
)
call(REPORT, "ASCII streams", "daily", "news", "--title", "码头", env={"PYTHONIOENCODING": "ascii"})
call(
    REPORT,
    "no home and no temporary folder",
    "daily",
    "news",
    env={"HOME": "/nothing", "TMPDIR": "/nothing"},
)
call(REPORT, "a terminal one column wide", "daily", "--help", env={"COLUMNS": "1"})
call(USAGE, "setting values from the environment", "daily", "news", env={"SUMMARIZE_TOP": "many"})
