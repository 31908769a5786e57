"""How files are read, where the files themselves do not say: the settings `[columns]`, `[split]`.

Light, since `summarize.read` imports it at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from summarize.errors import UsageError

LONGEST_PATTERN = 200  # characters
_HINT = 'write how a line begins that starts an article, as pattern = "^=== "'
# With two signs that repeat without end, a line of n characters costs n² steps at most.
MOST_REPEATS = 2

# A repeat of a group can take a time that doubles with each character, a look around or a
# reference to a group squares it again. All else is a sign, a class or a choice.
_TOKEN = re.compile(
    r"\\[1-9]|\\g|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])|\\."
    r"|(?P<repeated>\)(?:[*+]|\{))|(?P<odd>\(\?(?!:))|(?P<repeat>[*+]|\{\d*,\d*\})|.",
    re.DOTALL,
)


@dataclass(frozen=True)
class Reading:
    """How files are read.

    `columns` says by field (title, text, published, …) which column of a table holds it. `split`
    is a pattern: a line of a text file that starts with it begins an article, and the rest of the
    line is its title. UsageError where `split` is no pattern, or one that could take too long.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    split: str | None = None

    def __post_init__(self) -> None:
        if self.split is not None and (why := _unfit(self.split)):
            raise UsageError(f"[split] pattern {self.split!r} {why}", hint=_HINT)


AS_USUAL = Reading()


def reading_of(tables: Mapping[str, Mapping[str, object]]) -> Reading:
    """What the tables of a settings file say of reading. UsageError for an unfit pattern."""
    columns = {name: str(column) for name, column in tables.get("columns", {}).items()}
    pattern = tables.get("split", {}).get("pattern")
    return Reading(columns, None if pattern is None else str(pattern))


def _unfit(pattern: str) -> str:
    """What is wrong with a pattern of `[split]`; "" for nothing."""
    if not pattern or len(pattern) > LONGEST_PATTERN:
        return f"must have 1 to {LONGEST_PATTERN} characters"
    try:
        if re.compile(pattern).match(""):
            return "would begin an article at every line"
    except (re.error, OverflowError, RecursionError):
        return "is not a pattern"
    tokens = list(_TOKEN.finditer(pattern))
    if any(t["repeated"] or t["odd"] or re.match(r"\\[1-9g]", t[0]) for t in tokens):
        return "has a repeated group, a look around or a back reference, and could take too long"
    if sum(t["repeat"] is not None for t in tokens) > MOST_REPEATS:
        return f"has more than {MOST_REPEATS} repeats, and could take too long"
    return ""
