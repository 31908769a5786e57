"""Which checks a benchmark measures: all of them, or those that `--kind` names."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from importlib import import_module

from summarize.check.kinds import LOOKS
from summarize.check.sides import Look


def add_option(parser: argparse.ArgumentParser) -> None:
    """`--kind`, which may be given several times."""
    says = "measure this check only; one that is not in LOOKS yet as MODULE:FUNCTION"
    parser.add_argument("--kind", action="append", default=[], help=says)


def chosen(parser: argparse.ArgumentParser, kinds: list[str]) -> Mapping[str, Look]:
    """The checks by name; where `kinds` is empty, all. A name that is none ends the run."""
    looks = {}
    for kind in kinds:
        module, _, function = kind.partition(":")
        if function:
            looks[module.rpartition(".")[2]] = getattr(import_module(module), function)
        elif kind in LOOKS:
            looks[kind] = LOOKS[kind]
        else:
            parser.error(f"--kind {kind}: not one of {', '.join(LOOKS)}")
    return looks or LOOKS
