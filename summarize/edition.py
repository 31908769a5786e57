"""An edition: one report of a series, and how it continues the one before.

Nothing here reads or writes: `store` keeps editions, `stories.lineage` says which story goes on,
`compare.changes` what is different, and a report carries what they found.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from summarize.claims import Claim, Mark

ChangeKind = Literal["new", "revised", "reversed", "dropped"]


@dataclass(frozen=True, slots=True)
class Numbered:
    """The place of an edition in its series: `No. 4`, or `No. 4.1` where it was made again.

    `number` counts from 1 by as-of, `revision` from 0 by reruns for the same as-of.
    """

    number: int
    revision: int = 0

    def __str__(self) -> str:
        return f"{self.number}.{self.revision}" if self.revision else str(self.number)


@dataclass(frozen=True, slots=True)
class Previous:
    """The edition that a report is compared with; `number` is None for a file without one.

    `by_values` says that writer, templates or language are others: then wording tells nothing, and
    only figures, names and dates are compared.
    """

    number: int | None
    as_of: date
    by_values: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What is different in a story since the previous edition, with the evidence of both sides.

    `new` has only `after`, `dropped` only `before`; `revised` (another value of the same counted
    thing, later) and `reversed` (the opposite) have both.
    """

    kind: ChangeKind
    story: str
    before: Claim | None
    after: Claim | None


@dataclass(frozen=True, slots=True)
class Life:
    """A story across editions.

    `id` is that of the oldest story it continues, else its own; `headline` the one that stays,
    `was` the former where it changed; `mark` NEW, UPDATED or REVISED, None where nothing is new;
    `continues` the ids of the earlier stories that went into it or that it is a smaller part of;
    `origins_total` the distinct origins over all editions. `new` are the ids of claims that no
    earlier article carries.
    """

    id: str
    mark: Mark | None
    headline: str
    was: str | None = None
    continues: tuple[str, ...] = ()
    origins_total: int | None = None
    new: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Course:
    """How a whole report goes on: the previous edition, each story's life, and all changes.

    `lives` is keyed by the id of the story as today's articles alone give it. `quiet` are the
    headlines of earlier stories of which nothing was reported, by story id.
    """

    previous: Previous | None
    lives: Mapping[str, Life]
    changes: tuple[Change, ...] = ()
    quiet: Mapping[str, str] | None = None
