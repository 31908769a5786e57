from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.text.quote_marks import quoted

# The quotations stand in brackets, which are taken out.
TEXTS = [
    'He said "[we go]" and "[they stay]".',
    "« [nous allons] » „[wir gehen]“ und »[nein]« „[ja]” ”[så]” ‹[bon]› ›[gut]‹ ‚[na]‘",
    "「[我们走]」和『[他们留]』",
    "‘[don’t go]’ she said of the ‘90s and ‘em",
    "'[the players' union is strong]' he said",
    "called it '[a mess]' for the workers' union",
    'the end," he said. "[Another one]" it was',
    'He is 6\'2", a "[tall man]".',
    'it goes on "[here]" and "on',
    "joked:' [I'll go]' and left",
    'no "[ marks ]" here "[but here]" and',
    "“[a ‘b’ c]”",
    "the '90s, rock 'n' roll, a boy's, the boys', 5'9\"",
    '" " and “ ”',
]


@pytest.mark.parametrize("marked", TEXTS)
def test_quotations_are_told_from_apostrophes(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    expected = [part.split("]")[0].strip() for part in marked.split("[")[1:]]
    assert [text[start:end].strip() for start, end in quoted(text)] == expected


def test_marks_made_of_two_characters_are_read() -> None:
    [(start, end)] = quoted("She said `` we go '' today.")
    assert "we go" in "She said `` we go '' today."[start:end]


@given(st.text(alphabet="ab s'\"“”‘’«»„`0.,:", max_size=60))
def test_the_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    last = 0
    for start, end in quoted(text):
        assert last <= start < end <= len(text)
        last = end


def test_urdu_marks_open_and_close_the_other_way_round() -> None:
    text = "میئر نے کہا: ”یہ صدی کی بدترین رات تھی۔“ اور گئے۔"

    assert [text[start:end] for start, end in quoted(text)] == ["یہ صدی کی بدترین رات تھی۔"]


def test_words_between_two_quotations_are_none() -> None:
    text = "He came late” said the mayor “and left early."

    assert quoted(text) == []
