"""Do two sentences tell the same?"""

from __future__ import annotations

from collections.abc import Collection, Set

# Share of the content words of the shorter one that the other has too. In `select`, a sentence with
# as many words that are covered is a repetition as well.
SAME = 0.65


def repeats(said: Set[str], told: Collection[Set[str]]) -> bool:
    """Whether content words `said` are mostly those of one of the sentences `told`."""
    return any(len(said & other) > SAME * min(len(said), len(other)) for other in told)
