"""How much a model can read and write in one call."""

from __future__ import annotations

import math
from dataclasses import dataclass

ASSUMED = 8_192  # tokens that nearly every model served today has, where nobody says more
LONGEST_REPLY = 4_096  # a brief is never longer, and servers hold the whole of it back
MARGIN = 0.03  # of the context: what servers add to the messages, and counts that are a little off


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens of one call: `context` for prompt and reply together, `output` for the reply.

    `source` says who stated the context: "--context", "settings", "price table", "server", or
    "assumed" where nobody did.
    """

    context: int
    output: int
    source: str


def window_for(
    *,
    asked: int | None = None,
    setting: tuple[int | None, int | None] | None = None,
    table: int | None = None,
    served: int | None = None,
) -> Window:
    """The window by the first who states one: --context, settings, price table, server.

    `setting` is (context, output). Without an output limit in the settings a reply may take a
    quarter of the context, at most 4,096 tokens.
    """
    in_settings, output = setting or (None, None)
    stated = {
        "--context": asked,
        "settings": in_settings,
        "price table": table,
        "server": served,
    }
    source, context = next(
        ((who, tokens) for who, tokens in stated.items() if tokens), ("assumed", ASSUMED)
    )
    quarter = max(1, context // 4)
    return Window(context, min(output or LONGEST_REPLY, quarter if not output else context), source)


def room(window: Window, fixed_tokens: int, reply_tokens: int, *, exact: bool = True) -> int:
    """Tokens left for the input beside `fixed_tokens` of the prompt and the reply; never negative.

    A margin of 3 % of the context stays free where counts are `exact`. Estimates are upper bounds
    already and need none.
    """
    margin = math.ceil(window.context * MARGIN) if exact else 0
    return max(0, window.context - fixed_tokens - reply_tokens - margin)
