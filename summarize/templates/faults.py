"""What is wrong with a template, as lines that an editor and a person can follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import regex

from summarize.errors import TemplateFault
from summarize.templates.sources import Source

# Control and format characters; joiners are spelling in Arabic and Indic scripts.
_UNSEEN = regex.compile(
    r"(?<![\u0600-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff])"
    r"|[[\p{Cc}\p{Cf}]--[\t\u200c\u200d]]",
    regex.VERSION1,
)
_PLACE = re.compile(r"\A(?P<path>.+?\.j2):(?:(?P<line>\d+):)? (?P<why>.*)\Z", re.DOTALL)


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong: in which file, in which line, and what."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {' '.join(self.message.split())}"


def fault_of(error: TemplateFault, path: Path) -> Fault:
    """`error` in the file and line that it names; else in the first line of `path`."""
    place = _PLACE.match(str(error))
    if place is None:
        return Fault(path, 1, str(error))
    return Fault(Path(place["path"]), int(place["line"] or 1), place["why"])


def unseen(file: Source) -> Iterator[Fault]:
    """Characters that a person does not see."""
    text = file.found.path.read_text(encoding="utf-8-sig")
    for number, line in enumerate(text.split("\n"), 1):
        if hidden := _UNSEEN.search(line.rstrip("\r")):
            yield Fault(file.found.path, number, f"hidden character U+{ord(hidden[0]):04X}")
