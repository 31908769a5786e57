"""Stores as an older summarize left them."""

from __future__ import annotations

import re
from pathlib import Path

from summarize.store import Store
from summarize.store_tables import SINCE


def older_store(path: Path, version: int) -> None:
    """A store at `path` that lacks all tables made after schema `version`."""
    later = re.findall(r"CREATE TABLE (\w+)", " ".join(SINCE[version - 1 :]))
    with Store.open(path) as store:
        with store.together():
            for table in later:
                store.write(f"DROP TABLE {table}")
        store.read(f"PRAGMA user_version = {version}")
