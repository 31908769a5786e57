"""Whether a plan fits the limits of a run, and how much the model would write where it does not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from summarize.briefs.session import RESERVED, Session
from summarize.models.prices import worst_cost
from summarize.models.request import Request
from summarize.reported import Report

_ROUNDING = 1e-9  # USD
_OF_ALL = ("overview", "pair")  # the templates that are about more than one story


@dataclass(frozen=True, slots=True)
class Fit:
    """One limit and what a plan takes of it at the worst, in USD or in calls.

    `spent` is what earlier runs have taken of it. The model would write about `written` of `of`
    stories (or briefs, in a report that has no stories); both are 0 where no model writes.
    """

    limit: Literal["budget", "day", "month", "calls"]
    cap: float
    spent: float
    worst: float
    written: int
    of: int

    @property
    def fits(self) -> bool:
        """Whether all that is planned may be asked."""
        return self.worst <= self.cap - self.spent + _ROUNDING


def fits(report: Report, writing: Session | None, sessions: Sequence[Session]) -> tuple[Fit, ...]:
    """How a plan fits each limit of the run; `writing` is the session of the model that writes."""
    if not sessions:
        return ()
    first = sessions[0]
    caps, dry = first.nest.budget.caps, first.dry
    found = []
    if caps.calls is not None:
        found.append(_fit("calls", caps.calls, 0.0, _Scale(report, writing, sessions, _one)))
    in_usd = _Scale(report, writing, sessions, _usd)
    if caps.usd is not None:
        found.append(_fit("budget", caps.usd, 0.0, in_usd))
    if caps.day is not None and dry:
        found.append(_fit("day", caps.day, dry.spent_today, in_usd))
    if caps.month is not None and dry:
        found.append(_fit("month", caps.month, dry.spent_this_month, in_usd))
    return tuple(found)


@dataclass(frozen=True)
class _Scale:
    """What requests weigh against a limit."""

    report: Report
    writing: Session | None
    sessions: Sequence[Session]
    weight: Callable[[Session, Request], float]

    def of_all(self) -> float:
        return sum(self.weight(one, r) for one in self.sessions for r in _planned(one))

    def of_stories(self) -> list[float]:
        """What each story takes, in the order of the report."""
        told = [story.articles for story in self.report.stories]
        told = told or [(brief.article,) for brief in self.report.briefs]
        place = {article: number for number, articles in enumerate(told) for article in articles}
        taken = [0.0] * len(told)
        for request in _planned(self.writing):
            if request.template not in _OF_ALL and request.quotes and self.writing:
                taken[place[request.quotes[0].article]] += self.weight(self.writing, request)
        return taken

    def of(self, template: str) -> float:
        asked = (r for r in _planned(self.writing) if r.template == template)
        return sum(self.weight(self.writing, r) for r in asked if self.writing)


def _fit(
    limit: Literal["budget", "day", "month", "calls"], cap: float, spent: float, scale: _Scale
) -> Fit:
    kept = scale.of("overview") if limit in {"budget", "calls"} else 0.0
    kept = min(kept, RESERVED * cap) if limit == "budget" else kept
    # Doubtful pairs are asked about before anything is written.
    left, written, stories = cap - spent - kept - scale.of("pair"), 0, scale.of_stories()
    for taken in stories:
        if taken <= left + _ROUNDING:
            written += 1
            left -= taken
    if scale.writing is None:
        return Fit(limit, cap, spent, scale.of_all(), 0, 0)
    return Fit(limit, cap, spent, scale.of_all(), written, len(stories))


def _planned(session: Session | None) -> Sequence[Request]:
    return list(session.dry.planned.values()) if session and session.dry else []


def _one(_session: Session, _request: Request) -> float:
    return 1.0


def _usd(session: Session, request: Request) -> float:
    price = session.price
    return worst_cost(request.prompt_tokens, request.max_output, price) if price else 0.0
