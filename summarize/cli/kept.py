"""The store of the commands that look at what is kept, and make none."""

from __future__ import annotations

from summarize.cli.terminal import printable, to_stdout
from summarize.store import Store
from summarize.stored import Place


def kept_at(place: Place | None) -> Store | None:
    """The store at `place`, else the usual one; None, and that is said, where there is none."""
    where = place or Store.default_path()
    if not Store.exists(where):
        to_stdout(f"there is no store at {printable(str(where))} yet\n")
        return None
    return Store.open(where)
