"""What a writer remembers, where several write one report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from summarize.briefs.missed import Missed
from summarize.briefs.replies import Unfit
from summarize.claims import Call


@dataclass(frozen=True)
class Noted:
    """What a writer remembers of a run for its account, beside what the run has used."""

    missed: tuple[Missed, ...]
    unfit: tuple[tuple[str, Unfit], ...]
    notices: tuple[str, ...]
    wrote: bool
    repairs: Mapping[str, set[Call]]
