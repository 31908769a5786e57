"""The shapes of the replies: what each template asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from summarize.models.request import Shape

_BULLET = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+|^#+\s+|\*\*")
# The marks behind a sentence of prose, before or after its full stop.
_ENDING = re.compile(r"(?:\[\d{1,6}(?:[ ,;]{1,3}\d{1,6}){0,40}\] {0,2})+(?P<stop>[.!?。！？۔।]?)")
LONGEST = 2_000  # characters before a mark; what is longer is no sentence
# A line of prose that judges: `Claim 3: unsupported, the passage says 12`.
_JUDGED = re.compile(
    r"\W{0,9}(?:claim\s{0,3})?(?P<claim>\d{1,4})\W{1,4}(?:is\s{1,3})?"
    r"(?P<not>not )?(?P<verdict>supported|unsupported|unchecked)\b\W{0,4}(?P<why>.{0,400})",
    re.IGNORECASE,
)


class Part(BaseModel):
    """A part of a reply."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Cited(Part):
    """A sentence and the numbers of the sentences it rests on."""

    text: str
    cites: list[int]


class Said(Cited):
    """Somebody's own words, and who said them."""

    speaker: str


class Differing(Part):
    """What sources say differently: one sentence for each side."""

    about: str
    sides: list[Cited]


class Dated(Cited):
    """Something that happens or happened on `date`, an ISO day or month."""

    date: str


class Leading(Cited):
    """A sentence for the head of the report, from the story with number `story`."""

    story: int


class ArticleReply(Shape):
    """What one article says (templates `article` and `merge`)."""

    bottom_line: Cited
    claims: list[Cited]
    who: list[str]
    where: list[str]
    quotations: list[Said]

    @classmethod
    def of_prose(cls, text: str) -> dict[str, Any] | None:
        """The first cited sentence leads, the others follow."""
        return _brief_of(text)


class StoryReply(ArticleReply):
    """What several articles say together; `headline` is the number of the best-titled article."""

    headline: int
    timeline: list[Dated]
    differ: list[Differing]

    @classmethod
    def of_prose(cls, text: str) -> dict[str, Any] | None:
        """As for an article; timeline and differences are then found by code alone."""
        brief = _brief_of(text)
        return brief and brief | {"headline": 1, "timeline": [], "differ": []}


class OverviewReply(Shape):
    """What matters over all stories."""

    bottom_line: list[Cited]
    highlights: list[Leading]
    gaps: list[Cited]

    @classmethod
    def of_prose(cls, text: str) -> dict[str, Any] | None:
        """The first three cited sentences; highlights then come from code."""
        found = cited_sentences(text)
        return {"bottom_line": found[:3], "highlights": [], "gaps": []} if found else None


class RepairReply(Shape):
    """A sentence that its passages support; empty text where there is none."""

    text: str
    cites: list[int]

    @classmethod
    def of_prose(cls, text: str) -> dict[str, Any] | None:
        """The first cited sentence."""
        return next(iter(cited_sentences(text)), None)


class Judgement(Part):
    """Whether the claim with number `claim` follows from its passages; the reason comes first."""

    claim: int
    why: str
    verdict: Literal["supported", "unsupported", "unchecked"]


class JudgeReply(Shape):
    """A verdict on each claim that was shown (template `judge`)."""

    verdicts: list[Judgement]

    @classmethod
    def of_prose(cls, text: str) -> dict[str, Any] | None:
        """The lines that begin with the number of a claim and a verdict."""
        lines = (_JUDGED.match(line) for line in text.splitlines())
        found = [_judgement(line) for line in lines if line]
        return {"verdicts": found} if found else None


class PairReply(Shape):
    """Whether two articles tell one event (template `pair`); the reason comes first."""

    why: str
    same_event: Literal["yes", "no"]

    @classmethod
    def of_prose(cls, text: str) -> dict[str, Any] | None:
        """A text that begins or ends with the one word or the other, and has not both there."""
        words = re.findall(r"\w+", text.casefold())
        said = {word for word in (*words[:1], *words[-1:]) if word in {"yes", "no"}}
        return {"why": text.strip(), "same_event": said.pop()} if len(said) == 1 else None


# What each template asks for.
REPLIES: Mapping[str, type[Shape]] = {
    "article": ArticleReply,
    "merge": ArticleReply,
    "story": StoryReply,
    "overview": OverviewReply,
    "repair": RepairReply,
    "judge": JudgeReply,
    "pair": PairReply,
}


def cited_sentences(prose: str) -> list[dict[str, Any]]:
    """Each sentence of `prose` that has `[n]` marks: its text without them, and their numbers."""
    found = []
    for line in prose.splitlines():
        start = 0
        for ending in _ENDING.finditer(line):
            text = _BULLET.sub("", line[max(start, ending.start() - LONGEST) : ending.start()])
            start = ending.end()
            loose = " \t;,—-" + ("." if ending["stop"] else "")
            if re.search(r"\w", text):
                marks = [int(number) for number in re.findall(r"\d+", ending[0])]
                found.append({"text": text.strip(loose) + ending["stop"], "cites": marks})
    return found


def _judgement(line: re.Match[str]) -> dict[str, Any]:
    verdict = "unsupported" if line["not"] else line["verdict"].lower()
    return {"claim": int(line["claim"]), "verdict": verdict, "why": line["why"].strip()}


def _brief_of(text: str) -> dict[str, Any] | None:
    found = cited_sentences(text)
    if not found:
        return None
    return {
        "bottom_line": found[0],
        "claims": found[1:] or found,
        "who": [],
        "where": [],
        "quotations": [],
    }
