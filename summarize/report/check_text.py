"""A brief that somebody wrote, checked against sources: from its file to lines about it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from summarize.article import UNKNOWN_LANGUAGE, Article
from summarize.check.analytic import lint
from summarize.check.brief_check import Checker, Judged
from summarize.check.brief_text import BriefText, Reference, parse
from summarize.check.cited import Sources
from summarize.errors import UsageError
from summarize.read import charset
from summarize.read.language import detect
from summarize.report.cite_again import cite_again
from summarize.report.own_page import furniture_of
from summarize.report.review import findings
from summarize.text.agencies import AGENCIES

STDIN = "-"
LARGEST = 20_000_000  # bytes, as of an article
SHOWN = 100  # characters of a sentence or a passage in a line


@dataclass(frozen=True)
class CheckedBrief:
    """A text, what was read in it, and what was found of each statement and each listed passage."""

    text: str
    brief: BriefText
    judged: tuple[Judged, ...]
    missing: tuple[Reference, ...]
    checker: Checker

    @property
    def counts(self) -> Mapping[str, int]:
        """How many statements have each verdict."""
        return Counter(one.verdict.status for one in self.judged)

    @property
    def cited(self) -> str:
        """The text with the passages that its statements rest on."""
        return cite_again(self.text, self.brief, self.judged, self.checker)


def read_text(name: str, stdin: BinaryIO | None = None) -> str:
    """The text in a file, or on standard input for `-`. UsageError where there is none."""
    try:
        if name == STDIN:
            data = (stdin or sys.stdin.buffer).read(LARGEST + 1)
        else:
            with Path(name).open("rb") as opened:
                data = opened.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(
            f"cannot read {name!r}: {reason}", hint="name a text with --text"
        ) from None
    text = None if charset.looks_binary(data) or len(data) > LARGEST else charset.decode(data)
    if text is None:
        raise UsageError(f"{name!r} is no text", hint="save it as Markdown or plain text")
    return text.removeprefix("\ufeff")


def check_text(text: str, sources: Sources) -> CheckedBrief:
    """Every statement of a brief against the sources."""
    language = detect(text)
    if language == UNKNOWN_LANGUAGE:  # too short to tell: then as most of the sources
        known = Counter(article.language for article in sources.articles)
        language = known.most_common(1)[0][0] if known else language
    brief = parse(text, language, frozenset([*AGENCIES, *sources.outlets]), furniture_of(text))
    checker = Checker(sources, language)
    done = checker.check(brief)
    return CheckedBrief(text, brief, done.judged, done.missing, checker)


def found_lines(name: str, checked: CheckedBrief) -> Iterator[str]:
    """`FILE:LINE: sentence: why`, for each statement that the sources do not support.

    After them each passage that the text lists and no source has.
    """
    for one in checked.judged:
        if one.verdict.status == "unsupported":
            yield f"{_place(name, one)}: {_why(one)}{_nearest(one, checked.checker.articles)}"
    for listed in checked.missing:
        yield f"{name}:{listed.line}: [{listed.name}] {shown(listed.text)}: stands in no source"


def unchecked_lines(name: str, checked: CheckedBrief) -> Iterator[str]:
    """`FILE:LINE: sentence: unchecked: why`, for each statement that could not be checked."""
    for one in checked.judged:
        if one.verdict.status == "unchecked":
            yield f"{_place(name, one)}: unchecked: {_why(one)}"


def warning_lines(name: str, checked: CheckedBrief) -> Iterator[str]:
    """`FILE:LINE: sentence: warning: why`, for analytic language that misleads (ICD 203)."""
    for one in checked.judged:
        warned = lint(one.statement.text, checked.checker.language)
        if warned:
            yield f"{_place(name, one)}: warning: {'; '.join(findings(warned))}"


def shown(text: str) -> str:
    """The beginning of a text, for a line about it."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rstrip()}…"


def _place(name: str, judged: Judged) -> str:
    return f"{name}:{judged.statement.line}: {shown(judged.statement.text)}"


def _why(judged: Judged) -> str:
    return "; ".join(findings(judged.verdict.findings))


def _nearest(judged: Judged, articles: Mapping[str, Article]) -> str:
    """The passage that was looked at, where the text did not name it."""
    if judged.is_cited or not judged.quotes:
        return ""
    quote = judged.quotes[0]
    article = articles[quote.article]
    return f" (nearest: {article.outlet}, ¶ {quote.locator.paragraph}: “{shown(quote.text)}”)"
