from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarize.local.bottom_line import bottom_line, lead_with, title_terms
from summarize.local.select import Candidate, weigh
from summarize.text.words import content, count, tokens
from tests.builders import article

CUT = (
    "The Central Bank of Tavrenia cut its main interest rate to 6.75 percent on Tuesday, its first "
    "cut since 2023."
)
SIDE = (
    "Factories in Wexmoor expect to borrow and hire more this spring after the Central Bank of "
    "Tavrenia cut its main interest rate."
)
OTHER = "Five of the seven members of the council voted for it and two for no change at all."
ABOUT = title_terms([article(CUT, title="Central bank cuts rate in first easing since 2023")])


def candidate(text: str, document: int, position: int = 0, needs: int | None = None) -> Candidate:
    terms = content(text, "en")
    return Candidate(document, position, tokens(text), terms, count(text), "en", needs=needs)


def test_a_sentence_that_opens_with_what_the_title_says_leads() -> None:
    candidates = [candidate(SIDE, 0), candidate(CUT, 1)]

    assert bottom_line(candidates, weigh(candidates), about=ABOUT) == 1


def test_what_is_never_chosen_does_not_lead() -> None:
    candidates = [candidate(CUT, 0, needs=0), candidate(SIDE, 1)]

    assert bottom_line(candidates, weigh(candidates), about=ABOUT) == 1
    assert bottom_line(candidates[:1], weigh(candidates), about=ABOUT) is None


def test_the_main_event_takes_the_place_of_what_was_chosen_last() -> None:
    candidates = [candidate(CUT, 0), candidate(OTHER, 0, 3), candidate(CUT[:80], 1, 9)]
    length = candidates[0].words + 2
    first, picked = lead_with(candidates, [1], length, weigh(candidates), ABOUT)

    assert (first, picked) == (0, [0])


def test_what_follows_a_sentence_that_made_room_goes_with_it() -> None:
    side, after = candidate(CUT.replace("first", "only"), 0, 9), candidate(OTHER, 0, 10, needs=0)
    candidates = [side, after, candidate(CUT, 1)]
    first, picked = lead_with(candidates, [0, 1], 200, weigh(candidates), ABOUT)

    assert (first, picked) == (2, [2])


def test_a_chosen_sentence_that_is_about_as_good_stays() -> None:
    candidates = [candidate(CUT, 0), candidate(CUT.replace("Tuesday", "Monday"), 1)]

    assert lead_with(candidates, [1], 200, weigh(candidates), ABOUT) == (1, [1])


def test_where_nothing_was_chosen_nothing_leads() -> None:
    candidates = [candidate(CUT, 0)]

    assert lead_with(candidates, [], 200, weigh(candidates), ABOUT) == (None, [])


@given(
    st.lists(st.sampled_from([CUT, SIDE, OTHER]), min_size=1, max_size=6),
    st.integers(min_value=1, max_value=80),
)
def test_the_brief_keeps_its_length(texts: list[str], length: int) -> None:
    candidates = [candidate(text, number, number) for number, text in enumerate(texts)]
    chosen = [0] if candidates[0].words <= length else []
    _, picked = lead_with(candidates, chosen, length, weigh(candidates), ABOUT)

    assert sum(candidates[i].words for i in picked) <= length
