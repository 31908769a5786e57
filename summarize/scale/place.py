"""What `--on` names: Ray on this machine, or a cluster that runs already."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from urllib.parse import urlsplit

from summarize.errors import UsageError

LOCAL = "ray"
_SCHEME = "ray://"


@dataclass(frozen=True)
class Where:
    """`address` is that of a cluster; None starts Ray here, for this run."""

    address: str | None = None


def where(said: str) -> Where:
    """What is meant by `ray` or `ray://HOST:PORT`. Raises UsageError, also where Ray is missing."""
    if said != LOCAL:
        try:
            parts = urlsplit(said)
            known = said.startswith(_SCHEME) and parts.hostname and parts.port
        except ValueError:
            known = False
        if not known:
            raise UsageError(f"--on {said} is no engine", hint="give ray or ray://HOST:PORT")
    if importlib.util.find_spec("ray") is None:
        raise UsageError(f"--on {said} needs Ray", hint="pip install 'summarize-news[ray]'")
    return Where(None if said == LOCAL else said)
