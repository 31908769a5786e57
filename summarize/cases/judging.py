"""Whether a report is what a case asserts, one function for each assertion."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import regex

from summarize.cases.case import Assert
from summarize.claims import Brief, Claim, Quotation, StoryBrief
from summarize.read.language import detect
from summarize.report.json_file import to_json
from summarize.report.walk import (
    Tally,
    claims_of_brief,
    claims_of_overview,
    claims_of_story,
    tally,
)
from summarize.reported import Report
from summarize.text.words import count

WRONG_SHAPE = "WrongShape"
SEARCH_SECONDS = 1  # of a regular expression in what was written
_EMPTY: tuple[object, ...] = (None, "", [], {})
_SHOWN = 60  # characters of a title in a message


@dataclass(frozen=True)
class Failure:
    """An assertion that does not hold: its name, and what was found instead."""

    name: str
    what: str


@dataclass(frozen=True)
class Outcome:
    """What came of a case: its report, and how many replies could not be used, by kind of error."""

    report: Report
    unusable: Mapping[str, int]

    @property
    def briefs(self) -> tuple[Brief | StoryBrief, ...]:
        """What has a length: the stories, or the articles where each is briefed alone."""
        report = self.report
        if report.kind == "article":
            return report.briefs
        return tuple(story.brief for story in report.stories)

    @cached_property
    def tally(self) -> Tally:
        """Claims by verdict."""
        return tally(self.report)

    @property
    def share(self) -> float:
        """The share of all claims that were written which are supported."""
        return self.tally.supported / self.tally.all if self.tally.all else 0.0

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Each claim of the report once."""
        found = [*claims_of_overview(self.report.overview)]
        for brief in self.briefs:
            found += claims_of(brief)
        return _once(found)

    @property
    def citations(self) -> int:
        """Passages that the claims cite, over all claims."""
        return sum(len(claim.quotes) for claim in self.claims)

    @cached_property
    def text(self) -> str:
        """All that was written, a sentence a line."""
        gaps = (gap.text for gap in self.report.gaps)
        extra = [
            *self.report.overview.extra,
            *(one for brief in self.briefs for one in brief.extra),
        ]
        plain = (text for one in extra for text in one.plain)
        return "\n".join([*(claim.text for claim in self.claims), *gaps, *plain])

    @property
    def longest(self) -> int:
        """Words of the longest brief."""
        return max(map(words, self.briefs), default=0)


def claims_of(brief: Brief | StoryBrief) -> tuple[Claim, ...]:
    """Each claim of a brief once."""
    found = claims_of_brief(brief) if isinstance(brief, Brief) else claims_of_story(brief)
    return _once(found)


def words(brief: Brief | StoryBrief) -> int:
    """Words of what leads a brief and of its claims."""
    leading = [brief.bottom_line] if brief.bottom_line else []
    return sum(count(claim.text) for claim in _once([*leading, *brief.claims]))


def _once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple({claim.id: claim for claim in claims}.values())


def judge(asserted: Assert, outcome: Outcome) -> Iterator[Failure]:
    """What does not hold, in the order of the assertions."""
    if missing := outcome.report.missing:
        more = f" (and {len(missing) - 1} more)" if len(missing) > 1 else ""
        yield Failure("answers", f"not written by the model: {missing[0]}{more}")
    for name in Assert.model_fields:
        if name in asserted.model_fields_set:
            yield from (Failure(name, what) for what in _JUDGES[name](asserted, outcome))


def _supported_share(asserted: Assert, outcome: Outcome) -> Iterator[str]:
    least, counts = asserted.supported_share or 0.0, outcome.tally
    if outcome.share < least:
        yield f"{counts.supported} of {counts.all} claims, {outcome.share:.2f}; at least {least:g}"


def _must_mention(asserted: Assert, outcome: Outcome) -> Iterator[str]:
    yield from (
        f"“{part}” is not in it" for part in asserted.must_mention if not _has(outcome, part)
    )


def _must_not_mention(asserted: Assert, outcome: Outcome) -> Iterator[str]:
    for part in asserted.must_not_mention:
        lines = (line for line in outcome.text.split("\n") if _plain(part) in _plain(line))
        if line := next(lines, None):
            yield f"“{part}” is in “{line}”"


def _has(outcome: Outcome, part: str) -> bool:
    return _plain(part) in _plain(outcome.text)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _max_words(asserted: Assert, outcome: Outcome) -> Iterator[str]:
    most = asserted.max_words or 0
    for brief in outcome.briefs:
        if (found := words(brief)) > most:
            yield f"{_title(brief)} has {found}; at most {most}"


def _min_words(asserted: Assert, outcome: Outcome) -> Iterator[str]:
    least = asserted.min_words or 0
    for brief in outcome.briefs:
        if (found := words(brief)) < least:
            yield f"{_title(brief)} has {found}; at least {least}"


def _language(asserted: Assert, outcome: Outcome) -> Iterator[str]:
    """Somebody's own words may be in any language."""
    for brief in outcome.briefs:
        claims = (claim for claim in claims_of(brief) if not isinstance(claim, Quotation))
        found = detect("\n".join(claim.text for claim in claims))
        if found != asserted.language:
            yield f"{_title(brief)} is in “{found}”, not “{asserted.language}”"


def _title(brief: Brief | StoryBrief) -> str:
    return f"“{brief.headline[:_SHOWN]}”"


def _valid_schema(asserted: Assert, outcome: Outcome) -> Iterator[str]:
    times = outcome.unusable.get(WRONG_SHAPE, 0)
    if asserted.valid_schema and times:
        yield f"not the object that was asked for: the first reply to {times} of the requests"


def _regex(asserted: Assert, outcome: Outcome) -> Iterator[str]:
    for pattern in asserted.regex:
        try:
            found = regex.search(pattern, outcome.text, timeout=SEARCH_SECONDS)
        except TimeoutError:
            yield f"{pattern} takes more than {SEARCH_SECONDS} s"
        else:
            if found is None:
                yield f"{pattern} is not in it"


def _citations_at_least(asserted: Assert, outcome: Outcome) -> Iterator[str]:
    least = asserted.citations_at_least or 0
    if outcome.citations < least:
        yield f"{outcome.citations}; at least {least}"


def _withheld_at_most(asserted: Assert, outcome: Outcome) -> Iterator[str]:
    most, withheld = asserted.withheld_at_most or 0, outcome.report.withheld
    if (found := outcome.tally.withheld) > most:
        yield f"{found}, as “{withheld[0].claim.text}”; at most {most}"


def _fields(asserted: Assert, outcome: Outcome) -> Iterator[str]:
    filled = filled_fields(json.loads(to_json(outcome.report)))
    yield from (f"“{name}” is empty everywhere" for name in asserted.fields if name not in filled)


def filled_fields(report: Mapping[str, Any]) -> set[str]:
    """The names of added fields that have a value anywhere in a report, as report.json has it."""
    places = [report, *report["stories"], *report["briefs"]]
    return {
        name for place in places for name, value in place["extra"].items() if value not in _EMPTY
    }


_JUDGES: Mapping[str, Callable[[Assert, Outcome], Iterator[str]]] = {
    "supported_share": _supported_share,
    "must_mention": _must_mention,
    "must_not_mention": _must_not_mention,
    "max_words": _max_words,
    "min_words": _min_words,
    "language": _language,
    "valid_schema": _valid_schema,
    "regex": _regex,
    "citations_at_least": _citations_at_least,
    "withheld_at_most": _withheld_at_most,
    "fields": _fields,
}
