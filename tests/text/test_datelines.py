from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.text.datelines import body_start, dateline_credit

PREFIXES = {
    "PORT ELLIS - ": None,
    "PORT ELLIS—": None,
    "DUNMORE, Vale. — ": None,
    "ROME — ": None,
    "BREMMEN – ": None,
    "QUILL BAY/DUNMORE (Reuters) - ": "Reuters",
    "WASHINGTON (AP) — ": "AP",
    "AUSTIN, Texas (AP) — ": "AP",
    "CHICAGO, Nov. 30, 2018 /PRNewswire/ -- ": "PRNewswire",
    "(Newswire) - ": "Newswire",
    "(Newswire) — ": "Newswire",
    "Beijing (AFP) - ": "AFP",
    "Quill Bay (Coast Wire) - ": "Coast Wire",
    "Dec 17 (Reuters) - ": "Reuters",
    "París, 6 may (EFE).- ": "EFE",
    "NEW DELHI, May 6 (PTI) ": "PTI",
    "KARACHI (Reuters): ": "Reuters",
    "(ANSA) - ROMA, 06 MAG - ": "ANSA",
    "By Mara Quill\n\n": None,
    "By JON VALE and Mara Quill, Newswire\n\nPORT ELLIS (Newswire) - ": "Newswire",
    "  PORT ELLIS -- ": None,
}
SENTENCES = [
    "The dam held on Tuesday.",
    "“The dam held,” Mara Quill said.",
    "26 people were killed when the dam broke — the worst flood in years.",
    "Quill & Sons closed its mill.",
]
UNTOUCHED = [
    "Great-power competition is back — And nobody is ready.",
    "NATO — Europe's shield — said it would wait.",
    "EU - China talks resumed on Monday.",
    "U.S.-Vale trade grew by 4 percent.",
    "Mara Quill (D) - The senator from Vale - said no.",
    "The World Bank (WB) — Washington's lender — said no.",
    "Bay Relief (Dunmore) - Vale's largest aid group - left.",
    "Vale Food Programme (VFP) — Dunmore's largest aid group — left.",
    "By Friday the river had fallen.",
    "By Friday\n\nthe river had fallen.",
    "BREAKING NEWS — MAYOR RESIGNS IN PORT ELLIS",
    "CORRECTION — The toll is 26, not 31.",
    "CORRECTION (May 6): The toll is 26, not 31.",
    "QUILL: We never said that.",
    "Trump – who was in Dunmore – said no.",
    "UNICEF — Geneva's own — said no.",
    "(AP) - and then nothing",
    "PORT ELLIS - ",
    "By Mara Quill\n\n",
    "القاهرة (المدينة) - قال الوزير",
    "",
    "   ",
]


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_byline_or_dateline_is_taken_off(prefix: str, sentence: str) -> None:
    text = prefix + sentence
    assert text[body_start(text) :] == sentence


@pytest.mark.parametrize(("prefix", "credit"), PREFIXES.items())
def test_the_name_in_the_parentheses_is_the_credit(prefix: str, credit: str | None) -> None:
    assert dateline_credit(prefix + SENTENCES[0]) == credit


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_may_be_a_sentence_is_left_whole(text: str) -> None:
    assert body_start(text) == 0


@pytest.mark.parametrize(
    ("text", "body", "credit"),
    [
        ("القاهرة (رويترز) - قال الوزير إن السد صمد", "قال الوزير إن السد صمد", "رويترز"),
        ("गाजा 12 अक्टूबर (रॉयटर्स) - सेना ने कहा", "सेना ने कहा", "रॉयटर्स"),
        ("新华社北京5月6日电 大坝周二守住了。", "大坝周二守住了。", "新华社"),
        ("新华社北京5月6日电(记者 某某)大坝周二守住了。", "大坝周二守住了。", "新华社"),
        ("（路透社）大坝周二守住了。", "大坝周二守住了。", "路透社"),
        ("【ロンドン共同】ダムは持ちこたえた。", "ダムは持ちこたえた。", "共同"),
    ],
)
def test_scripts_without_capitals_need_a_known_agency(text: str, body: str, credit: str) -> None:
    assert (text[body_start(text) :], dateline_credit(text)) == (body, credit)


@given(st.text())
def test_any_text_keeps_something(text: str) -> None:
    assert bool(text[body_start(text) :].strip()) == bool(text.strip())


@given(st.lists(st.sampled_from([*PREFIXES, *SENTENCES, "— ", "(", ") - ", "\n\n", "a "])))
def test_what_is_left_has_no_further_prefix(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert body_start(text[body_start(text) :]) == 0


@given(st.text(alphabet="abcdefghij ,.—-()0123\n", max_size=200))
def test_a_text_in_small_letters_is_never_cut(text: str) -> None:
    assert body_start(text) == 0
