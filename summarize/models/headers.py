"""The limits that a server states in the headers of its replies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

# Seconds. A limit that takes longer to fill up again is one of a day, not to be spread evenly.
A_MINUTE = 120.0

_PART = re.compile(r"(\d+(?:\.\d+)?)(ms|d|h|m|s|)")
_SECONDS = {"ms": 0.001, "": 1.0, "s": 1.0, "m": 60.0, "h": 3_600.0, "d": 86_400.0}


def stated_rate(headers: Mapping[str, str], kind: Literal["requests", "tokens"]) -> float | None:
    """How many a second are allowed by `x-ratelimit-limit-requests` or `-tokens`; None if unsaid.

    Names are lower-case. The limit is one of a minute, unless `-remaining-` and `-reset-` show
    that it takes longer to fill up again: that is one of a day, and None.
    """
    limit = _number(headers.get(f"x-ratelimit-limit-{kind}"))
    if limit is None or not limit > 0:
        return None
    remaining = _number(headers.get(f"x-ratelimit-remaining-{kind}"))
    reset = seconds_of(headers.get(f"x-ratelimit-reset-{kind}"))
    if remaining is not None and reset is not None and limit > remaining >= 0:
        fills_up_in = reset * limit / (limit - remaining)
        if fills_up_in > A_MINUTE:
            return None
    return limit / 60


def seconds_of(said: str | None) -> float | None:
    """A time as servers write it ("6m0s", "1s", "20ms", "1.5"), in seconds; None if it is none."""
    said = (said or "").strip()
    parts = _PART.findall(said)
    if not parts or "".join(number + unit for number, unit in parts) != said:
        return None
    return sum(float(number) * _SECONDS[unit] for number, unit in parts)


def _number(said: str | None) -> float | None:
    try:
        return float(said or "")
    except ValueError:
        return None
