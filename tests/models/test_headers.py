from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.models.headers import seconds_of, stated_rate


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("6m0s", 360), ("1s", 1), ("20ms", 0.02), ("7.66s", 7.66), ("12", 12), ("1h2m3s", 3_723)],
)
def test_times_are_read_as_servers_write_them(said: str, seconds: float) -> None:
    assert seconds_of(said) == pytest.approx(seconds)


@given(st.none() | st.text())
def test_any_text_is_a_time_or_none(said: str | None) -> None:
    seconds = seconds_of(said)
    assert seconds is None or seconds >= 0


@given(st.dictionaries(st.sampled_from(["limit", "remaining", "reset"]), st.text(max_size=6)))
def test_any_headers_state_a_rate_above_zero_or_none(said: dict[str, str]) -> None:
    rate = stated_rate({f"x-ratelimit-{k}-tokens": v for k, v in said.items()}, "tokens")
    assert rate is None or rate > 0
