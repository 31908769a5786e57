"""What stands where a report is to be written: an old report may go, what is read may not."""

from __future__ import annotations

import os.path
from collections.abc import Sequence
from pathlib import Path

LARGEST = 16_000_000  # bytes of a file that is looked at


def is_read(name: str, sources: Sequence[str]) -> bool:
    """Whether the file `name` is one of the sources, or an article in a folder of them.

    An old report in such a folder is none.
    """
    path = os.path.realpath(name)
    if not os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises for a name that is too long
        return False
    places = [os.path.realpath(source) for source in sources if source != "-"]
    if path in places:
        return True
    inside = any(path.startswith(os.path.join(place, "")) for place in places)  # noqa: PTH118
    return inside and is_stranger(Path(path))


def is_stranger(path: Path) -> bool:
    """Whether there is a file that does not look like a report, and would be lost."""
    from summarize.ours import is_ours  # these only where something is there
    from summarize.report.own_page import furniture_of

    try:
        if not path.is_file() or path.stat().st_size == 0:
            return False
        with path.open("rb") as file:
            text = file.read(LARGEST).decode("utf-8", "replace")
    except (OSError, ValueError):
        return False  # then it cannot be written either, and that says why
    return not (is_ours(text) or furniture_of(text))
