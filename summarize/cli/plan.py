"""What `--dry-run` prints: what would be asked, of whom, and what it would cost."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from summarize.briefs.fit import Fit
from summarize.briefs.plan import Plan, plan
from summarize.briefs.session import Session
from summarize.cli.terminal import counted, printable, to_stdout
from summarize.reported import Report

BUILT_IN = "local (the built-in writer, which asks no model)"
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")  # all but the line feed


def show_plan(
    report: Report, writing: Session | None, second: Session | None, *, verbose: bool
) -> None:
    """Print the plan on stdout; `verbose` adds every message that would be sent."""
    made = plan(report, writing, second)
    names = [one.choice.name for one in (writing, second) if one] or [BUILT_IN]
    unit = "stories" if report.stories else "briefs"
    batch = any(one.asked.batch for one in (writing, second) if one)
    figures = _figures(made, " and ".join(names), unit, batch=batch)
    lines = [*figures, *(_messages(made) if verbose else ())]
    to_stdout("\n".join(lines) + "\n")


def _figures(made: Plan, models: str, unit: str, *, batch: bool) -> Iterator[str]:
    about = "" if made.exact else "about "
    calls = ", ".join(f"{name} {times}" for name, times in made.calls.items())
    total = sum(made.calls.values())
    yield f"{'articles':<10} {made.articles}"
    yield f"{'model':<10} {printable(models)}"
    yield f"{'calls':<10} {total}{f' ({calls})' if calls else ''}"
    if made.saved:
        spared = ", ".join(f"{times} for {why}" for why, times in made.saved.items())
        yield f"{'spared':<10} {spared}"
    yield f"{'tokens':<10} {about}{made.input:,} in, at most {made.output:,} out"
    yield f"{'cost':<10} {_cost(made)}{', in batches' if batch else ''}"
    for fit in made.fits:
        yield f"{'limit':<10} {_fit(fit, unit)}"
    time = "up to 24 hours for each step" if batch else f"about {_time(made.minutes)}"
    yield f"{'time':<10} {time}"
    sends = ", ".join(f"{size:,} bytes to {printable(host)}" for host, size in made.sends.items())
    yield f"{'sends':<10} {sends or 'nothing'}"


def _cost(made: Plan) -> str:
    if made.cost_usd is None:
        return "unknown; give it with --price IN,OUT"
    return f"at most {made.cost_usd:.4f} USD"


def _fit(fit: Fit, unit: str) -> str:
    """Whether the plan fits a limit, and what the model would write where it does not."""
    calls = fit.limit == "calls"
    worst = counted(round(fit.worst), "call", "calls") if calls else _usd(fit.worst)
    cap = f"{fit.cap:.0f} calls" if calls else _usd(fit.cap)
    named = {"calls": f"limit of {cap}", "budget": f"budget of {cap}"}
    limit = named.get(fit.limit, f"limit a {fit.limit} of {cap}, {_usd(fit.spent)} of it spent")
    if fit.fits:
        return f"fits: at most {worst}, within the {limit}"
    over = f"would {'make' if calls else 'cost'} up to {worst}, over the {limit}"
    if fit.of > fit.written:
        return f"{over}: about {fit.written} of {fit.of} {unit} would be written by the model"
    return f"{over}: the second judge would not be asked about every claim"


def _usd(amount: float) -> str:
    """Cents where that is exact, else hundredths of them."""
    return f"${amount:.2f}" if round(amount, 2) == amount else f"${amount:.4f}"


def _time(minutes: float) -> str:
    if minutes >= 1:
        return counted(round(minutes), "minute", "minutes")
    return counted(round(minutes * 60), "second", "seconds")


def _messages(made: Plan) -> Iterator[str]:
    for request in made.requests:
        tokens = f"{request.prompt_tokens:,} tokens in, at most {request.max_output:,} out"
        yield ""
        yield f"--- {request.template}: {printable(request.label)} ({tokens})"
        yield f"--- request {request.hash}"
        for message in request.messages:
            yield f"--- {message.role}"
            yield _CONTROL.sub("?", message.content)
        yield f"--- schema\n{json.dumps(request.schema)}"
