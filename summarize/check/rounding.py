"""Does a rounded number say the same as an exact one?"""

from __future__ import annotations

from summarize.check.amounts import Amount

# Without "about": 112 is not 100, and 12,345 is 12,000.
LOOSEST = 0.05
_SLIGHT = 1e-9


def rounds(claimed: Amount, value: float, given: Amount) -> bool:
    """Whether `claimed` is `value` (a reading of `given`) with fewer digits, rightly rounded.

    With "more than" it is cut off, with "up to" lifted. A number that differs in its last
    written digit only is another number, unless an estimate stands before it.
    """
    mine = claimed.values[0]
    if not mine or not mine / 2 <= value <= 2 * mine:
        return False
    step = claimed.significant
    if given.significant >= step:
        return False
    slight = step * _SLIGHT
    if claimed.hedge == "at least":
        return mine <= value < mine + step
    if claimed.hedge == "at most":
        return mine - step < value <= mine
    if abs(value - mine) > step / 2 + slight:
        return False
    if claimed.hedge or claimed.written > given.written + slight:
        return True
    return 10 * given.written <= abs(value - mine) <= LOOSEST * value
