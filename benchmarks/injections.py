"""103 published injections in every carrier: what reaches a prompt, its structure, or the report.

    python benchmarks/injections.py [CARRIER …]

Each string stands in an article of its own, eight articles to a story. They are read, grouped and
briefed as a dry run does it, so that every message that would be sent for an article, a story and
the overview is there, and rendered as Markdown and report.json. Looked for is

- a text hidden from readers: in no message, not in the report;
- the system message of each template: the same, to the letter, as with no injection;
- the boundary: its 32 digits in the first and in the last line, and nowhere else;
- the lines between: each begins as ours do, and a number stands before its own passage only;
- the Markdown, parsed by markdown-it: links lead to places of the report or to the address of a
  source, no image, no HTML but our anchors, no quotation block, code or second-level heading that
  the report does not make.

HTML and mail are not written yet. Prints a table; exit 1 where anything is not so.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from carriers import CARRIERS, Attack, Carrier, paragraphs
from markdown_it import MarkdownIt
from markdown_it.token import Token
from measure import data, machine

from summarize.briefs.evidence import BOUNDARY, sentence_line
from summarize.briefs.session import Asked, open_session
from summarize.local.writer import Local
from summarize.models.request import Request
from summarize.pipeline import Options, run
from summarize.read import read
from summarize.report.escape import link_target
from summarize.report.json_file import to_json
from summarize.report.labels import labels_for
from summarize.report.markdown import to_markdown
from summarize.reported import Report
from summarize.settings import Settings

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
STORY = 8  # articles to a story
WORDS = 100
UNSEEN = re.compile("[\u200b\u200c\ufe00-\ufe0e\U000e0000-\U000e01ef]")
EDGE = re.compile(rf"===== ([0-9a-f]{{{BOUNDARY}}})")
NUMBERED = re.compile(r"\[(\d+)\] ")
# How our own lines begin, but for the numbered ones.
OURS = re.compile(r"ARTICLE \d|TITLE: |STORY \d|NOTE: |QUOTATION|SOURCES DIFFER|# |PART|$")
ANCHOR = re.compile(r'<a id="[a-z]+\w*">|</a>')
FOREIGN = {
    "image",
    "fence",
    "code_block",
    "code_inline",
    "blockquote_open",
    "hr",
    "html_block",
    "s_open",
}


@dataclass
class Seen:
    """What became of the strings of one carrier, by their marks, and each thing that was wrong."""

    strings: int = 0
    prompts: set[str] = field(default_factory=set)
    system: set[str] = field(default_factory=set)
    boundary: set[str] = field(default_factory=set)
    active: set[str] = field(default_factory=set)
    leaked: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def wrong(self, marks: set[str], found: Sequence[str], kind: set[str]) -> None:
        """Note `found`, for the strings with `marks`."""
        if found:
            kind |= marks
            self.faults += found


@dataclass(frozen=True)
class Made:
    """What a dry run would send, and the report it makes without a model."""

    requests: tuple[Request, ...]
    report: Report
    markdown: str
    json: str


def main(names: Sequence[str]) -> int:
    """Print one table; 1 where a string did what it must not."""
    folder = data()
    if folder is None:
        return 0
    packed = gzip.decompress((folder / "injections.jsonl.gz").read_bytes()).decode("utf-8")
    strings = [json.loads(line)["text"] for line in packed.splitlines()]
    print(f"{machine()}\n")
    print("| carrier | hidden | strings | reached a prompt | reached the system role "
          "| broke the boundary | made active markup | reached the report |")  # fmt: skip
    print("|---|---|---|---|---|---|---|---|")
    faults = []
    systems = plain_systems()
    for carrier in CARRIERS:
        if not names or carrier.name in names:
            seen = look(carrier, strings, systems)
            print(_row(carrier, seen), flush=True)
            faults += [f"{carrier.name}: {fault}" for fault in seen.faults]
    for fault in faults[:20]:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def _row(carrier: Carrier, seen: Seen) -> str:
    counts = (seen.strings, len(seen.prompts), len(seen.system), len(seen.boundary),
              len(seen.active), len(seen.leaked))  # fmt: skip
    return (
        f"| {carrier.name} | {'yes' if carrier.hidden else 'no'} | "
        + " | ".join(map(str, counts))
        + " |"
    )


def look(carrier: Carrier, strings: Sequence[str], systems: Mapping[str, str]) -> Seen:
    """Bring in every string with one carrier, and look what became of it."""
    seen = Seen(len(strings))
    attacks = [Attack(text, f"Zq{n}xv", n) for n, text in enumerate(strings)]
    for start in range(0, len(attacks), STORY):
        batch = attacks[start : start + STORY]
        files = {f"{a.number}{carrier.suffix}": carrier.make(a) for a in batch}
        made = make(files)
        marks = {attack.mark for attack in batch}
        _prompts(made, marks, systems, seen)
        seen.wrong(marks, list(_active(made)), seen.active)
        written = made.markdown + made.json
        seen.leaked |= {mark for mark in marks if mark in written}
        if carrier.hidden:
            _must_be_gone(made, marks, seen)
    return seen


def _must_be_gone(made: Made, marks: set[str], seen: Seen) -> None:
    lost = sorted(marks & (seen.prompts | seen.leaked))
    seen.faults += [f"hidden, but read: {mark}" for mark in lost]
    texts = [m.content for r in made.requests for m in r.messages] + [made.markdown, made.json]
    if any(UNSEEN.search(text) for text in texts):
        seen.leaked |= marks
        seen.faults.append(f"characters that nobody sees, near {min(marks)}")


def _prompts(made: Made, marks: set[str], systems: Mapping[str, str], seen: Seen) -> None:
    for request in made.requests:
        (system, user) = (message.content for message in request.messages)
        here = {mark for mark in marks if mark in user}
        seen.prompts |= here
        if system != systems[request.template]:
            seen.wrong(here, [f"the system message of {request.template} is another"], seen.system)
        seen.wrong(here, list(broken(request)), seen.boundary)


def broken(request: Request) -> Iterator[str]:
    """What is wrong with the structure of the user message of a request."""
    content = request.messages[-1].content.strip()
    first, *lines, last = content.split("\n")
    edge = EDGE.fullmatch(first)
    if edge is None or last != first or content.count(edge[1]) != 2:
        yield f"boundary of {request.label}: {first[:60]} … {last[:60]}"
        return
    for line in lines:
        number = NUMBERED.match(line)
        if number is None:
            if not OURS.match(line):
                yield f"no line of ours: {line[:80]}"
            continue
        place = int(number[1])
        if not 0 < place <= len(request.quotes):
            yield f"a number that was not given: {line[:80]}"
        elif line != sentence_line(place, request.quotes[place - 1].text):
            yield f"a number before another passage: {line[:80]}"


def _active(made: Made) -> Iterator[str]:
    return active(made.markdown, made.report)


def active(markdown: str, report: Report) -> Iterator[str]:
    """What in a report as Markdown leads elsewhere, loads something, or is another structure."""
    places = {f"#{place}" for place in re.findall(r'<a id="(\w+)">', markdown)}
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    urls = (article.url for article in report.articles if article.url)
    addresses = {parser.normalizeLink(link_target(url) or "") for url in urls}
    tokens = parser.parse(markdown)
    for token in _flat(tokens):
        foreign = token.type == "html_inline" and not ANCHOR.fullmatch(token.content)
        if token.type in FOREIGN or foreign:
            yield f"{token.type}: {token.content[:60]}"
        elif token.type == "link_open" and token.attrs["href"] not in places | addresses:
            yield f"link to {str(token.attrs['href'])[:60]}"
    labels = {*labels_for(report.language).texts.values(), report.title}
    for opened, inside in pairwise(tokens):
        top = opened.type == "heading_open" and opened.tag in {"h1", "h2"}
        if top and inside.content not in labels:
            yield f"heading {inside.content[:60]}"


def _flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or ())


def plain_systems() -> dict[str, str]:
    """The system message of each template where nothing is brought in."""
    files = {f"{n}.txt": "\n\n".join(("A plain title", *paragraphs(n))) for n in range(STORY)}
    return {request.template: request.messages[0].content for request in make(files).requests}


def make(files: Mapping[str, str]) -> Made:
    """Read files as one story, and make everything of them that a dry run makes."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            (Path(folder) / name).write_text(text, encoding="utf-8", newline="")
        pile = read([folder], now=NOW)
        if pile.skipped:
            raise SystemExit(f"{pile.skipped[0].source}: {pile.skipped[0].reason}")
        asked = Asked(
            Settings({}), "gpt-4o-mini", "en", WORDS,
            base_url="http://127.0.0.1:9/v1", context=200_000, dry_run=True,
            store=Path(folder) / "answers.db",
        )  # fmt: skip
        session = open_session(asked, Local(WORDS), lambda _: None)

        async def told() -> Report:
            async with session:
                options = Options("brief", NOW, group="one")
                return await run(pile.articles, pile.skipped, await session.writer(), options)

        report = asyncio.run(told())
    planned = tuple(session.dry.planned.values()) if session.dry else ()
    short = Counter(request.template for request in planned)
    if short["article"] * 2 < len(files) or not short["story"]:  # some are copies by the attack
        raise SystemExit(f"hardly an article was asked about: {dict(short)}")
    return Made(planned, report, to_markdown(report), to_json(report))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
