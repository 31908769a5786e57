"""A brief that somebody wrote, checked against sources: from its file to lines about it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from summarize.article import UNKNOWN_LANGUAGE, Article, Quote
from summarize.check.analytic import lint
from summarize.check.brief_check import CheckedText, Checker, Judged
from summarize.check.brief_nouns import BriefText
from summarize.check.brief_text import parse
from summarize.check.cited import Sources
from summarize.errors import UsageError
from summarize.read import charset
from summarize.read.language import detect
from summarize.report.causes import VERDICTS, findings, shown
from summarize.report.cite_again import cite_again
from summarize.report.own_page import furniture_of
from summarize.text.agencies import AGENCIES

STDIN = "-"
# What is passed over, one and several.
_PASSED = {
    "heading": ("heading", "headings"),
    "table": ("table without citations", "tables without citations"),
    "code": ("piece of code", "pieces of code"),
    "count": ("count of origins (a report.json as SOURCE knows it)",
              "counts of origins (a report.json as SOURCE knows them)"),
}  # fmt: skip
_OWN = "what the page says of itself (status, facts, how it was made)"
LARGEST = 20_000_000  # bytes, as of an article


@dataclass(frozen=True)
class CheckedBrief:
    """A text, what was read in it, and what was found of each statement and each listed passage."""

    text: str
    brief: BriefText
    done: CheckedText
    checker: Checker

    @property
    def judged(self) -> tuple[Judged, ...]:
        """Each statement with its verdict."""
        return self.done.judged

    @property
    def counts(self) -> Mapping[str, int]:
        """How many statements have each verdict."""
        return Counter(one.verdict.status for one in self.judged)

    @property
    def cited(self) -> str:
        """The text with the passages that its statements rest on."""
        return cite_again(self.text, self.brief, self.done, self.checker)


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
    return CheckedBrief(text, brief, checker.check(brief), checker)


def found_lines(name: str, checked: CheckedBrief) -> Iterator[str]:
    """`FILE:LINE: sentence: why`, for each statement that the sources do not support.

    After them each passage that the text lists and no source has.
    """
    for one in checked.judged:
        if one.verdict.status == "unsupported":
            yield f"{_place(name, one)}: {_why(one)}{_nearest(one, checked.checker.articles)}"
    for missing in checked.done.missing:
        listed, meant = missing.reference, missing.meant
        why = f"the quote of [{listed.name}] stands in no source"
        near = _near(meant, checked.checker.articles) if meant else ""
        yield f"{name}:{listed.line}: [{listed.name}] {shown(listed.text)}: {why}{near}"


def verdict_lines(name: str, checked: CheckedBrief) -> Iterator[str]:
    """`FILE:LINE: sentence: supported`, or `unchecked: why`; those not supported are findings."""
    for one in checked.judged:
        if one.verdict.status == "supported":
            yield f"{_place(name, one)}: {VERDICTS['supported']}"
        elif one.verdict.status == "unchecked":
            yield f"{_place(name, one)}: {VERDICTS['unchecked']}: {_why(one)}"


def not_looked_at(checked: CheckedBrief) -> str:
    """`6 headings, 1 table without citations`: what of the text was not compared, or nothing."""
    passed = dict(checked.brief.passed)
    passed |= {"count": checked.done.uncounted} if checked.done.uncounted else {}
    said = [f"{n} {_PASSED[kind][n != 1]}" for kind, n in passed.items()]
    return ", ".join([*said, *([_OWN] if furniture_of(checked.text) else [])])


def warning_lines(name: str, checked: CheckedBrief) -> Iterator[str]:
    """`FILE:LINE: sentence: warning: why`, for analytic language that misleads (ICD 203)."""
    for one in checked.judged:
        warned = lint(one.statement.text, checked.checker.language)
        if warned:
            yield f"{_place(name, one)}: warning: {'; '.join(findings(warned))}"


def _place(name: str, judged: Judged) -> str:
    return f"{name}:{judged.statement.line}: {shown(judged.statement.text)}"


def _why(judged: Judged) -> str:
    return "; ".join(findings(judged.verdict.findings))


def _nearest(judged: Judged, articles: Mapping[str, Article]) -> str:
    """The passage that was looked at, where the text did not name it."""
    return "" if judged.is_cited or not judged.quotes else _near(judged.quotes[0], articles)


def _near(quote: Quote, articles: Mapping[str, Article]) -> str:
    article = articles.get(quote.article)
    where = f"{article.outlet}, " if article else ""
    return f" (nearest: {where}¶ {quote.locator.paragraph}: “{shown(quote.text)}”)"
