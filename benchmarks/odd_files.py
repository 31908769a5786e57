"""Odd things to read: each case writes some files and says how the program is called.

A case is a function that fills a folder and returns a `Call`. Texts are made up.
"""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import TypedDict, Unpack

SENTENCES = [
    "The harbour board of Ormsby closed the eastern pier on Tuesday after divers found a crack.",
    "Some 340 households in the lower town were told to boil their water until Friday evening.",
    '"We will not open it before every beam is tested," said Ilse Marrow, who leads the board.',
    "The repair is to cost 2.4 million crowns, about a third of what the port earns in a year.",
    "Ferries to Penhallow leave from the western pier meanwhile, with one crossing every hour.",
]
ARTICLE = "Ormsby closes its eastern pier\n\n" + " ".join(SENTENCES * 2) + "\n"


Exits = frozenset[int]
REPORT = frozenset({0})  # something in it can be reported
NOTHING = frozenset({1})  # nothing in it is an article
USAGE = frozenset({2})
EITHER = REPORT | NOTHING


@dataclass(frozen=True)
class Call:
    """One run: the arguments after `summarize`, and what stands around the process."""

    arguments: list[str]
    exits: Exits = REPORT
    stdin: bytes | None = b""  # None: closed
    stdout: str | None = None  # a file that takes stdout, "closed" for a reader that left
    env: dict[str, str] = field(default_factory=dict)
    meanwhile: Callable[[], None] | None = None  # runs beside the process


class Around(TypedDict, total=False):
    """What may stand around a call, see `Call`."""

    stdin: bytes | None
    stdout: str
    env: dict[str, str]
    meanwhile: Callable[[], None]


Case = Callable[[Path], Call]
CASES: dict[str, Case] = {}


def case(name: str) -> Callable[[Case], Case]:
    """Register a case under the name that stands in the table."""

    def register(function: Case) -> Case:
        assert name not in CASES, name
        CASES[name] = function
        return function

    return register


def daily(*sources: str, exits: Exits = REPORT, **around: Unpack[Around]) -> Call:
    """The usual call: both formats, so that every part of the report is rendered."""
    return Call(["daily", *sources, "-o", "out.md", "-o", "out.json"], exits, **around)


Contents = dict[str, str | bytes]


def files(exits: Exits, name: str, contents: Contents | Callable[[], Contents]) -> None:
    """A case that reads a folder with these files; large ones are made when it is run."""

    def fill(folder: Path) -> Call:
        for path, content in (contents() if callable(contents) else contents).items():
            data = content.encode("utf-8") if isinstance(content, str) else content
            (folder / "news" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "news" / path).write_bytes(data)
        return daily("news", exits=exits)

    case(name)(fill)


def records(exits: Exits, name: str, *lines: object) -> None:
    """A case that reads a JSONL file; a string is a raw line."""
    raw = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    files(exits, name, {"feed.jsonl": "\n".join(raw) + "\n"})


def record(**fields: object) -> dict[str, object]:
    """A good JSONL article with some fields replaced."""
    return {
        "title": "Ormsby closes pier", "text": " ".join(SENTENCES), "outlet": "Valley Ledger",
        "date": "2026-03-04",
    } | fields  # fmt: skip


# --- sizes

files(EITHER, "a text of 40 MB", lambda: {"big.txt": ARTICLE * (40_000_000 // len(ARTICLE))})
files(EITHER, "a text of 19 MB", lambda: {"big.txt": ARTICLE * (19_000_000 // len(ARTICLE))})
files(
    EITHER,
    "one sentence of 1 MB",
    lambda: {"a.txt": "Title\n\n" + "the pier was closed and " * 42_000 + "."},
)
files(NOTHING, "one word of 1 MB", lambda: {"a.txt": "Title\n\n" + "a" * 1_000_000})
files(EITHER, "one line of 5 MB", lambda: {"a.txt": " ".join(SENTENCES) * 12_000})
files(EITHER, "100,000 lines of one word", lambda: {"a.txt": "Title\n\n" + "pier\n" * 100_000})
files(REPORT, "100,000 blank lines", lambda: {"a.txt": "Title" + "\n" * 100_000 + ARTICLE})
files(
    NOTHING,
    "10,000 files of one line",
    lambda: {f"{n:05}.txt": f"{SENTENCES[n % 5]} {n}" for n in range(10_000)},
)
files(REPORT, "1,000 identical files", lambda: {f"{n:04}.txt": ARTICLE for n in range(1_000)})
files(
    REPORT, "a title of 100 kB", lambda: {"a.md": "# " + "Ormsby pier " * 9_000 + "\n\n" + ARTICLE}
)
files(
    REPORT,
    "5,000 headings with text",
    lambda: {"a.md": f"## A heading\n\n{SENTENCES[0]}\n\n" * 5_000},
)

# --- bytes

files(EITHER, "NUL bytes in a text", {"a.txt": ARTICLE.replace(" ", "\0", 40)})
files(
    NOTHING,
    "random bytes named .txt",
    {"a.txt": bytes((n * 7919) >> 3 & 255 for n in range(9_000))},
)
files(NOTHING, "a picture named .html", {"a.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20})
files(REPORT, "UTF-16 with a mark", {"a.txt": ARTICLE.encode("utf-16")})
files(REPORT, "UTF-16 without a mark", {"a.txt": ARTICLE.encode("utf-16-le")})
files(REPORT, "UTF-32", {"a.txt": ARTICLE.encode("utf-32")})
files(REPORT, "UTF-8 with a mark", {"a.txt": b"\xef\xbb\xbf" + ARTICLE.encode()})
files(REPORT, "UTF-8 cut in a character", {"a.txt": (ARTICLE + "é").encode()[:-1]})
files(
    REPORT,
    "Windows-1252",
    {"a.txt": ARTICLE.replace("Tuesday", "“Tuesday” – café").encode("cp1252")},
)
files(REPORT, "CRLF line ends", {"a.txt": ARTICLE.replace("\n", "\r\n")})
files(REPORT, "CR line ends", {"a.txt": ARTICLE.replace("\n", "\r")})
files(REPORT, "control characters", {"a.txt": ARTICLE.replace(" the ", " \x07\x08\x1b[2J\x9bthe ")})

# --- texts

files(NOTHING, "an empty file", {"a.txt": ""})
files(REPORT, "an empty file beside an article", {"a.txt": "", "b.txt": ARTICLE})
files(NOTHING, "only white space", {"a.txt": " \n\t\u3000\u2028\n" * 50})
files(NOTHING, "only punctuation", {"a.txt": "!?.,;:—…\"'()[] " * 200})
files(EITHER, "only numbers", {"a.txt": "12 3,400 5.6 78% 1/2 2026-03-04 " * 100})
files(EITHER, "only headings", {"a.md": "# One\n\n## Two\n\n### Three\n" * 50})
files(
    REPORT,
    "right-to-left",
    {"a.txt": "أغلق مجلس الميناء الرصيف الشرقي يوم الثلاثاء بعد العثور على شق. " * 20},
)
files(
    REPORT, "zero-width characters", {"a.txt": "\u200b".join(ARTICLE) + "\u202e\u2066\ufeff" * 99}
)
files(
    EITHER,
    "mixed scripts",
    {"a.txt": "The pier 码头关闭了。 الرصيف मछली घाट बंद है। Причал закрыт. " * 30},
)
files(
    REPORT,
    "Chinese without spaces",
    {"a.txt": "奥姆斯比港务局周二关闭了东码头。约三百四十户居民受到影响。" * 20},
)
files(
    EITHER,
    "a hundred marks on each letter",
    {"a.txt": "".join(c + "\u0301" * 100 for c in ARTICLE)},
)
files(REPORT, "emoji with joiners", {"a.txt": "👩‍👩‍👧‍👦🏳️‍🌈 The pier was closed 🚢🚢 today. " * 60})
files(REPORT, "unbalanced quotation marks", {"a.txt": ARTICLE + '"“„«‘' * 20_000})
files(REPORT, "unbalanced brackets", {"a.txt": ARTICLE + "([{<" * 20_000})
files(EITHER, "50,000 initials", {"a.txt": "A. B. C. D. Marrow of the U.S. " * 10_000})
files(EITHER, "50,000 capitalised words", {"a.txt": "Ormsby Penhallow Marrow Tarn " * 12_500})
files(EITHER, "20,000 dates", {"a.txt": "May 6-7, on Tuesday, last week, 2026-03-04, " * 5_000})
files(
    EITHER,
    "20,000 figures",
    {"a.txt": "26 killed, 31 injured, $2.4 million, 5% of 300 km. " * 4_000},
)
files(REPORT, "jinja in the title", {"a.md": "# {{ 7 * 7 }}{% for x in %}{# \n\n" + ARTICLE})
files(REPORT, "jinja in the text", {"a.txt": ARTICLE.replace("pier", "{{ self }} {% raw %}")})
files(REPORT, "Markdown and HTML in the title", {
    "a.md": "# [x](javascript:alert(1)) <script>alert(1)</script> | `a` *b* ![i](http://x.test/)\n\n"
    + ARTICLE,
})  # fmt: skip
files(
    REPORT,
    "terminal codes in the title",
    {"a.md": "# \x1b]0;owned\x07\x1b[31mRed\x1b[0m\n\n" + ARTICLE},
)

# --- Markdown front matter

files(REPORT, "front matter that is not closed", {"a.md": "---\ntitle: Pier\n\n" + ARTICLE})
files(REPORT, "front matter that is not YAML", {"a.md": "---\n: : [}{\n\t- x\n---\n" + ARTICLE})
files(REPORT, "front matter with a bomb of aliases", {
    "a.md": "---\na: &a [x,x]\nb: &b [*a,*a]\ntitle: [*b,*b]\n---\n" + ARTICLE,
})  # fmt: skip
files(
    REPORT,
    "front matter with odd dates",
    {"a.md": "---\ndate: 0000-99-99\ntitle: 5\n---\n" + ARTICLE},
)

# --- HTML

_BODY = "<p>" + "</p><p>".join(SENTENCES * 2) + "</p>"
files(EITHER, "100,000 nested divs", {"a.html": "<div>" * 100_000 + _BODY + "</div>" * 100_000})
files(
    EITHER, "50,000 nested tables and spans", {"a.html": "<table><tr><td><span>" * 50_000 + _BODY}
)
files(NOTHING, "HTML without a body", {"a.html": "<html><head><title>Pier</title></head></html>"})
files(NOTHING, "HTML that is only a script", {"a.html": "<script>while(1){}</script>" * 100})
files(REPORT, "HTML cut in a tag", {"a.html": f"<html><body><article>{_BODY}<a href='http"})
files(
    REPORT, "HTML with an unknown charset", {"a.html": f"<meta charset='klingon-8'><body>{_BODY}"}
)
files(EITHER, "HTML with a wrong charset", {
    "a.html": f"<meta charset='utf-16'><body><article>{_BODY}é</article>",
})  # fmt: skip
files(REPORT, "HTML with odd dates and addresses", {
    "a.html": "<link rel=canonical href='http://[::1'><meta property='article:published_time' "
    f"content='99999-13-45T99:99'><body><article><h1>Pier</h1>{_BODY}</article>",
})  # fmt: skip
files(
    REPORT,
    "HTML with half a million entities",
    {"a.html": f"<body>{_BODY}" + "&amp;&#0;&#x110000;" * 99_999},
)
files(
    REPORT,
    "an attribute of 5 MB",
    {"a.html": f"<body><div class='{'x ' * 2_500_000}'>{_BODY}</div>"},
)

# --- JSONL

records(REPORT, "JSONL with one bad line", record(), '{"title": "cut', record(title="Another pier"))
records(
    REPORT, "JSONL with wrong types", record(title=7), record(text=["a"]), record(date={"a": 1})
)
records(EITHER, "JSONL with null fields", record(title=None, date=None, outlet=None, url=None))
records(NOTHING, "JSONL with bare values", "null", "3", '"text"', "true", "[]", "{}")
records(EITHER, "an array named .jsonl", json.dumps([record(), record()], indent=1))
records(
    EITHER,
    "JSONL with lone surrogates",
    '{"title": "\\ud800", "text": "' + "pier \\udfff " * 60 + '"}',
)
records(REPORT, "JSONL 100,000 levels deep", '{"text":' + "[" * 100_000, record())
records(
    NOTHING, "JSONL with NaN and Infinity", '{"title": NaN, "text": Infinity, "date": -Infinity}'
)
records(REPORT, "JSONL with a number of 10,000 digits", '{"date": ' + "9" * 10_000 + "}", record())
records(REPORT, "JSONL with odd dates", *(
    record(date=date, title=f"Pier {n}", text=f"{n} " + " ".join(SENTENCES))
    for n, date in enumerate([
        "0000-00-00", "0001-01-01T00:00:00+14:00", "99999-01-01", "9999-12-31T23:59:59-12:00",
        1e20, -1e20, 10**400, True, "yesterday", "2026-02-30", "٢٠٢٦-٠٣-٠٤", "",
    ])
))  # fmt: skip
records(REPORT, "JSONL with odd addresses", *(
    record(url=url, title=f"Pier {n}")
    for n, url in enumerate(["http://[", "javascript:alert(1)", "//", "http://a\nb", 5, "http://é..:99999"])
))  # fmt: skip
records(REPORT, "JSONL with one record twice", record(), record())
records(REPORT, "one address with two texts", record(url="http://a.test/1"), record(
    url="http://a.test/1", text=" ".join(reversed(SENTENCES))))  # fmt: skip

# --- sources.csv

_GOOD = {"a.txt": ARTICLE}
files(REPORT, "sources.csv that is binary", {"sources.csv": bytes(range(256)) * 9, **_GOOD})
files(
    REPORT, "sources.csv with a mark", {"sources.csv": "\ufeffpath,outlet\na.txt,Ledger\n", **_GOOD}
)
files(
    REPORT,
    "sources.csv that names itself",
    {"sources.csv": "path,outlet\nsources.csv,x\n.,y\n", **_GOOD},
)
files(REPORT, "sources.csv that leaves the folder", {
    "sources.csv": "path,outlet\n../../etc/passwd,x\n/etc/passwd,y\n\0,z\n", **_GOOD,
})  # fmt: skip
files(REPORT, "sources.csv without a path column", {"sources.csv": "who,what\n1,2\n", **_GOOD})
files(
    REPORT,
    "sources.csv with a field of 1 MB",
    {"sources.csv": 'path\n"' + "a" * 1_000_000, **_GOOD},
)
files(REPORT, "sources.csv with odd values", {
    "sources.csv": "path,published,language,url\na.txt,99999-01-01,klingon,http://[\na.txt,,,\n",
    **_GOOD,
})  # fmt: skip

# --- names


def _named(exits: Exits, name: str, file: bytes) -> None:
    @case(name)
    def fill(folder: Path) -> Call:
        (folder / "news").mkdir()
        Path(os.fsdecode(os.fsencode(folder / "news") + b"/" + file)).write_text(ARTICLE, "utf-8")
        return daily("news", exits=exits)


_named(REPORT, "a name with a newline", b"pier\nclosed.txt")
_named(REPORT, "a name that is not UTF-8", b"pier-\xff\xfe.txt")
_named(REPORT, "a name with a leading dash", b"--output.txt")
_named(REPORT, "a name of emoji", "🚢🌊.txt".encode())
_named(REPORT, "a name of 255 bytes", b"p" * 251 + b".txt")
_named(REPORT, "a name with brackets and a link", b"[x](y) <b> `c` | *.txt")
_named(REPORT, "a name with terminal codes", b"\x1b[31mred\x07.txt")
_named(NOTHING, "an odd suffix", b"pier.docx")


@case("a source with a leading dash")
def _dash(folder: Path) -> Call:
    (folder / "-pier.txt").write_text(ARTICLE, "utf-8")
    return Call(["daily", "-o", "out.json", "--", "-pier.txt"])


# --- file system


@case("an empty folder")
def _empty(folder: Path) -> Call:
    (folder / "news").mkdir()
    return daily("news", exits=NOTHING)


@case("a folder linked into itself")
def _loop(folder: Path) -> Call:
    (folder / "news" / "deep").mkdir(parents=True)
    (folder / "news" / "a.txt").write_text(ARTICLE, "utf-8")
    (folder / "news" / "deep" / "loop").symlink_to(folder / "news")
    (folder / "news" / "self").symlink_to("self")
    return daily("news")


@case("a link to nothing")
def _dangling(folder: Path) -> Call:
    (folder / "news").mkdir()
    (folder / "news" / "a.txt").symlink_to("nothing")
    return daily("news", exits=NOTHING)


@case("a folder without rights")
def _closed_folder(folder: Path) -> Call:
    (folder / "news" / "closed").mkdir(parents=True)
    (folder / "news" / "a.txt").write_text(ARTICLE, "utf-8")
    (folder / "news" / "closed").chmod(0)
    return daily("news")


@case("a source folder without rights")
def _closed_source(folder: Path) -> Call:
    (folder / "news").mkdir()
    (folder / "news").chmod(0)
    return daily("news", exits=NOTHING)


@case("a file without rights")
def _closed_file(folder: Path) -> Call:
    (folder / "news").mkdir()
    (folder / "news" / "a.txt").write_text(ARTICLE, "utf-8")
    (folder / "news" / "b.txt").write_text(ARTICLE, "utf-8")
    (folder / "news" / "b.txt").chmod(0)
    return daily("news")


@case("folders 400 deep")
def _deep(folder: Path) -> Call:
    deep = folder / "news" / "/".join(["d"] * 400)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(ARTICLE, "utf-8")
    return daily("news")


@case("a pipe and a socket in the folder")
def _pipe(folder: Path) -> Call:
    (folder / "news").mkdir()
    (folder / "news" / "a.txt").write_text(ARTICLE, "utf-8")
    os.mkfifo(folder / "news" / "pipe.txt")
    with _in_folder(folder), socket.socket(socket.AF_UNIX) as server:
        server.bind("news/socket.txt")
    return daily("news")


@contextmanager
def _in_folder(folder: Path) -> Iterator[None]:
    """Stand in the folder meanwhile: the path of a socket may have 107 bytes only."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@case("a pipe as the source")
def _pipe_source(folder: Path) -> Call:
    os.mkfifo(folder / "pipe.txt")

    def write() -> None:
        (folder / "pipe.txt").write_text(ARTICLE, "utf-8")

    return daily("pipe.txt", meanwhile=Thread(target=write, daemon=True).start)


@case("/dev/null as the source")
def _null(_folder: Path) -> Call:
    return daily("/dev/null", exits=NOTHING)


@case("files that vanish meanwhile")
def _vanish(folder: Path) -> Call:
    (folder / "news").mkdir()
    paths = [folder / "news" / f"{n:04}.txt" for n in range(2_000)]
    for n, path in enumerate(paths):
        path.write_text(f"{n} {ARTICLE}", "utf-8")

    def remove() -> None:
        for path in reversed(paths[1:]):
            path.unlink()

    return daily("news", exits=EITHER, meanwhile=Thread(target=remove, daemon=True).start)


@case("a file that grows meanwhile")
def _grow(folder: Path) -> Call:
    path = folder / "a.txt"
    path.write_text(ARTICLE, "utf-8")

    def write() -> None:
        with path.open("a", encoding="utf-8") as file:
            for _ in range(20_000):
                file.write(ARTICLE)

    return daily("a.txt", exits=EITHER, meanwhile=Thread(target=write, daemon=True).start)
