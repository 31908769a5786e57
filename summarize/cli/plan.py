"""What `--dry-run` prints: what would be asked, of whom, and what it would cost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarize.briefs.plan import Plan, plan
from summarize.briefs.session import Session
from summarize.claims import Report
from summarize.cli.terminal import counted, printable, to_stdout

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")  # all but the line feed


def show_plan(report: Report, sessions: Sequence[Session], *, verbose: bool) -> None:
    """Print the plan on stdout; `verbose` adds every message that would be sent."""
    made = plan(report, sessions)
    names = " and ".join(session.choice.name for session in sessions)
    to_stdout("\n".join([*_figures(made, names), *(_messages(made) if verbose else ())]) + "\n")


def _figures(made: Plan, models: str) -> Iterator[str]:
    about = "" if made.exact else "about "
    calls = ", ".join(f"{name} {times}" for name, times in made.calls.items())
    total = sum(made.calls.values())
    yield f"{'articles':<10} {made.articles}"
    yield f"{'model':<10} {printable(models)}"
    yield f"{'calls':<10} {total}{f' ({calls})' if calls else ''}"
    if made.saved:
        saved = ", ".join(f"{times} by {why}" for why, times in made.saved.items())
        yield f"{'saved':<10} {saved}"
    yield f"{'tokens':<10} {about}{made.input:,} in, at most {made.output:,} out"
    yield f"{'cost':<10} {_cost(made)}"
    yield f"{'time':<10} about {_time(made.minutes)}"
    sends = ", ".join(f"{size:,} bytes to {printable(host)}" for host, size in made.sends.items())
    yield f"{'sends':<10} {sends or 'nothing'}"


def _cost(made: Plan) -> str:
    if made.cost_usd is None:
        return "unknown; give it with --price IN,OUT"
    return f"at most {made.cost_usd:.4f} USD"


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
