"""The figures of quality that may only rise: `floors.json`, by name of the benchmark and figure."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")


def short_of(benchmark: str, figures: Mapping[str, float]) -> int:
    """1, with a line on stderr for each figure below its floor, else 0.

    Each floor `BENCHMARK.NAME` is compared with `figures[NAME]`; one without a figure is short.
    """
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    short = 0
    for key, floor in floors.items():
        name = key.removeprefix(f"{benchmark}.")
        if name != key and figures.get(name, 0.0) < floor:
            print(f"{key}: {figures.get(name, 0.0):.2f}, its floor is {floor}", file=sys.stderr)
            short = 1
    return short
