"""What a run is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from summarize.engine import HERE, Engine
from summarize.filters import ALL as EVERYTHING
from summarize.filters import Filters
from summarize.outlets import NO_OUTLETS, Outlets
from summarize.period import NO_BOUNDS, Bound, Undated
from summarize.reported import NO_HEADER, Header, Kind, Report, Sourcing, Unsupported
from summarize.stories.groups import How
from summarize.templates import SHIPPED, Folders


@dataclass(frozen=True)
class Options:
    """What a run is asked for. `now` is aware; its day counts where no article has a date.

    `folders` are where the templates of the report are found. `previous` is the earlier report that
    this one goes on, if any. `outlets` are those of the settings. `bounds` and `weights` are by
    article id: from when it is covered, and how much its story counts beside others (1.0 is usual).
    `engine` is where the stories are told.
    """

    kind: Kind
    now: datetime
    title: str | None = None
    as_of: date | None = None
    zone: tzinfo | None = None
    since: str | None = None
    top: int | None = None
    group: How = "auto"
    language: str = "en"
    unsupported: Unsupported = "withhold"
    config: str | None = None
    folders: Folders = SHIPPED
    previous: Report | None = None
    outlets: Outlets = NO_OUTLETS
    bounds: Mapping[str, Bound] = field(default_factory=lambda: NO_BOUNDS)
    undated: Undated = "keep"
    filters: Filters = EVERYTHING
    weights: Mapping[str, float] = field(default_factory=dict)
    sourcing: Sourcing = field(default_factory=Sourcing)
    header: Header = NO_HEADER
    engine: Engine = HERE

    @property
    def decays(self) -> bool:
        """Whether dates matter: to what is one story, and to what is important."""
        return self.kind == "daily"

    @property
    def finds_stories(self) -> bool:
        """Whether articles are grouped by what they tell."""
        return self.kind != "article" and self.group in {"auto", "model"}
