"""The kinds of check, in the order in which their findings are told. Each has its own file."""

from __future__ import annotations

from collections.abc import Mapping

from summarize.check import dates, names, numbers, quotations
from summarize.check.hedges import hedges
from summarize.check.negation import negation
from summarize.check.opposites import opposites
from summarize.check.overlap import overlap
from summarize.check.sides import Look

LOOKS: Mapping[str, Look] = {
    "numbers": numbers.look,
    "dates": dates.look,
    "names": names.look,
    "quotations": quotations.look,
    "hedges": hedges,
    "negation": negation,
    "opposites": opposites,
    "overlap": overlap,
}
