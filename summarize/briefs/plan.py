"""What a run would ask: the figures of a dry run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarize.briefs.fit import Fit, fits
from summarize.briefs.session import Asked, Session
from summarize.models.prices import Price, worst_cost
from summarize.models.request import Request
from summarize.reported import Report

A_CALL = 5.0  # seconds: a guess where nothing limits the requests but how many are in flight


@dataclass(frozen=True)
class Plan:
    """Calls by template, those `saved` by reason, tokens (`output` at worst), and what follows.

    `cost_usd` is None where a price is not known; `sends` are the bytes that would go to each host,
    and has no script. `fits` has an entry for each limit of the run.
    """

    articles: int
    calls: Mapping[str, int]
    saved: Mapping[str, int]
    input: int
    output: int
    exact: bool
    cost_usd: float | None
    minutes: float
    sends: Mapping[str, int]
    requests: Sequence[Request]
    fits: Sequence[Fit] = ()


def plan(report: Report, writing: Session | None, second: Session | None = None) -> Plan:
    """The plan of a dry run that made `report`; the `dry` of each holds what it would have asked.

    `writing` is the session of the model that writes, `second` that of a second judge.
    """
    sessions = [one for one in (writing, second) if one is not None]
    asked = {session: _planned(session) for session in sessions}
    requests = [one for some in asked.values() for one in some]
    costs = [_worst(some, session.price) for session, some in asked.items()]
    told = report.stories if writing else ()
    origins = sum(len(story.origins) for story in told)
    saved = {
        "copies of one text": len(report.own_articles) - origins if told else 0,
        "stories of one origin": sum(len(story.origins) == 1 for story in told),
        "answers in the store": sum(len(one.dry.reused) for one in sessions if one.dry),
    }
    return Plan(
        articles=len(report.own_articles),
        calls=Counter(request.template for request in requests),
        saved={why: times for why, times in saved.items() if times},
        input=sum(request.prompt_tokens for request in requests),
        output=sum(request.max_output for request in requests),
        exact=all(session.counter.exact for session in sessions),
        cost_usd=_sum(costs),
        minutes=sum(_minutes(session.asked, some) for session, some in asked.items()),
        sends=_sends(asked),
        requests=requests,
        fits=fits(report, writing, sessions),
    )


def _planned(session: Session) -> list[Request]:
    return sorted(session.dry.planned.values(), key=_order) if session.dry else []


def _sends(asked: Mapping[Session, Sequence[Request]]) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for session, requests in asked.items():
        if requests and not session.choice.script:
            messages = (message for request in requests for message in request.messages)
            found[session.choice.host] += sum(len(one.content.encode()) for one in messages)
    return found


def _sum(costs: Sequence[float | None]) -> float | None:
    known = [cost for cost in costs if cost is not None]
    return sum(known) if len(known) == len(costs) else None


def _worst(requests: Sequence[Request], price: Price | None) -> float | None:
    if price is None:
        return None
    return sum(worst_cost(one.prompt_tokens, one.max_output, price) for one in requests)


_STEPS = ("pair", "article", "merge", "story", "overview", "repair", "judge")


def _order(request: Request) -> int:
    return _STEPS.index(request.template)


def _minutes(asked: Asked, requests: Sequence[Request]) -> float:
    """At the limits that were asked for, else at `A_CALL` seconds a call."""
    calls = len(requests)
    tokens = sum(request.prompt_tokens + request.max_output for request in requests)
    by_calls = calls / asked.requests_per_minute if asked.requests_per_minute else 0.0
    by_tokens = tokens / asked.tokens_per_minute if asked.tokens_per_minute else 0.0
    return max(by_calls, by_tokens, calls / asked.concurrency * A_CALL / 60)
