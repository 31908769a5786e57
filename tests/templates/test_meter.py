"""How much one filling of a template may do."""

from __future__ import annotations

import pytest
from jinja2.exceptions import SecurityError

from summarize.templates.meter import PART_WORK, STEP, WORK, charge, each, metered


def test_a_page_of_many_parts_may_do_more() -> None:
    with metered(parts=1_000):
        charge(WORK + 1_000 * PART_WORK)
        with pytest.raises(SecurityError):
            charge(1)


def test_nothing_is_counted_outside() -> None:
    charge(WORK + 1)
    assert list(each([1, 2], WORK)) == [1, 2]


def test_what_is_too_much_is_an_error() -> None:
    with metered():
        charge(WORK)
        with pytest.raises(SecurityError, match="does too much"):
            charge(1)


def test_each_filling_begins_from_nothing() -> None:
    done = []
    for filling in range(2):
        with metered():
            charge(WORK)
            done.append(filling)

    assert done == [0, 1]


def test_a_step_is_work() -> None:
    with metered(), pytest.raises(SecurityError):
        list(each(range(WORK // STEP + 1)))


def test_no_step_gives_work_back() -> None:
    with metered(), pytest.raises(SecurityError):
        list(each(range(WORK // STEP + 1), -WORK))


def test_what_takes_too_long_is_an_error() -> None:
    with metered(seconds=-1), pytest.raises(SecurityError, match="does too much"):
        charge(0)
