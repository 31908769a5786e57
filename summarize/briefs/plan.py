"""What a run would ask: the figures of a dry run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarize.briefs.session import Session
from summarize.claims import Report
from summarize.models.prices import Price, worst_cost
from summarize.models.request import Request, Usage

A_CALL = 5.0  # seconds: a guess where nothing limits the requests but how many are in flight


@dataclass(frozen=True)
class Plan:
    """Calls by template, those `saved` by reason, tokens (`output` at worst), and what follows.

    `cost_usd` is None where the price is not known; `bytes` is what would be sent to `host`, which
    is None for a script.
    """

    articles: int
    calls: Mapping[str, int]
    saved: Mapping[str, int]
    input: int
    output: int
    exact: bool
    cost_usd: float | None
    minutes: float
    host: str | None
    bytes: int
    requests: Sequence[Request]


def plan(report: Report, session: Session) -> Plan:
    """The plan of a dry run that made `report`; `session.dry` holds what it would have asked."""
    dry = session.dry
    requests = sorted(dry.planned.values(), key=_order) if dry else []
    usage = Usage(
        input=sum(request.prompt_tokens for request in requests),
        output=sum(request.max_output for request in requests),
    )
    origins = sum(len(story.origins) for story in report.stories)
    saved = {
        "copies of one text": len(report.articles) - origins if report.stories else 0,
        "stories of one origin": sum(len(story.origins) == 1 for story in report.stories),
        "answers in the store": len(dry.reused) if dry else 0,
    }
    return Plan(
        articles=len(report.articles),
        calls=Counter(request.template for request in requests),
        saved={why: times for why, times in saved.items() if times},
        input=usage.input,
        output=usage.output,
        exact=session.counter.exact,
        cost_usd=_worst(requests, session.price) if session.price else None,
        minutes=_minutes(session, len(requests), usage),
        host=None if session.choice.script else session.choice.host,
        bytes=sum(len(m.content.encode()) for request in requests for m in request.messages),
        requests=requests,
    )


def _worst(requests: Sequence[Request], price: Price) -> float:
    return sum(worst_cost(one.prompt_tokens, one.max_output, price) for one in requests)


_STEPS = ("article", "merge", "story", "overview", "repair")


def _order(request: Request) -> int:
    return _STEPS.index(request.template)


def _minutes(session: Session, calls: int, usage: Usage) -> float:
    """At the limits that were asked for, else at `A_CALL` seconds a call."""
    asked = session.asked
    by_calls = calls / asked.requests_per_minute if asked.requests_per_minute else 0.0
    tokens = usage.input + usage.output
    by_tokens = tokens / asked.tokens_per_minute if asked.tokens_per_minute else 0.0
    return max(by_calls, by_tokens, calls / asked.concurrency * A_CALL / 60)
