"""Do two sentences tell the same?"""

from __future__ import annotations

from collections.abc import Collection, Set

# Share of the content words of the shorter one that the other has too. `select` asks for more of a
# sentence (COVERED), since there all that is chosen covers it together.
SAME = 0.65


def repeats(said: Set[str], told: Collection[Set[str]]) -> bool:
    """Whether content words `said` are mostly those of one of the sentences `told`."""
    return any(len(said & other) > SAME * min(len(said), len(other)) for other in told)
