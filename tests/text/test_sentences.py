from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from summarize.text.sentences import LONGEST, QUOTE_KEPT, tile


def pieces(text: str, language: str = "en") -> list[str]:
    return [text[start:end].strip() for start, end in tile(text, language)]


# Signs that end, join or close sentences, marks that combine, and emoji of several code points.
SIGNS = ".!?…。؟۔।\"'“”‘’()[]「」 \n\r\t\u0301\u200d-—,;:0123aAzZßéМ本आعے"
signs = st.sampled_from([*SIGNS, "👩‍👩‍👧", "Mr. ", "p.m. "])
texts = st.one_of(st.text(), st.lists(signs, max_size=80).map("".join))
languages = st.sampled_from(["en", "fr", "es", "ar", "zh", "hi", "ur", "vi", "ja", "und", "xx", ""])


@given(texts, languages)
def test_sentences_tile_any_text(text: str, language: str) -> None:
    assert "".join(text[start:end] for start, end in tile(text, language)) == text
    assert all(start < end for start, end in tile(text, language))


@given(texts, st.data())
def test_a_border_begins_a_sentence_unless_only_white_space_follows(
    text: str, data: st.DataObject
) -> None:
    border = data.draw(st.integers(0, len(text)))
    starts = [start for start, _ in tile(text, "en", [border])]
    inside = text[:border].strip() and regex.match(r"\S", text[border:])
    assert not inside or border in starts


@given(texts, languages)
def test_no_sentence_crosses_a_blank_line(text: str, language: str) -> None:
    for start, end in tile(text, language):
        assert not regex.search(r"\S\s*\n[^\S\n]*\n\s*\S", text[start:end])


@given(texts, languages)
def test_no_sentence_is_white_space_alone(text: str, language: str) -> None:
    assert not text.strip() or all(text[start:end].strip() for start, end in tile(text, language))


def test_no_text_has_no_sentences() -> None:
    assert list(tile("", "en")) == []


@pytest.mark.parametrize(
    "text",
    [
        "word " * 40_000,
        "a, b" * 50_000,
        "x" * 200_000,
        "“Go. " * 10_000,
        ". " * 20_000,
        "\n" * 40_000,
        "“" * 40_000,
    ],
    ids=["words", "clauses", "one word", "open quotations", "stops", "line breaks", "marks"],
)
def test_a_huge_text_is_split_into_sentences_that_tile_it(text: str) -> None:
    spans = tile(text, "en")
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(before[1] == after[0] for before, after in pairwise(spans))
    assert max(end - start for start, end in spans) <= LONGEST


@pytest.mark.parametrize("cluster", ["👩‍👩‍👧", "e\u0301\u0323", "👍🏽", "\u0301a "])
def test_a_long_sentence_is_not_split_inside_a_grapheme(cluster: str) -> None:
    text = "x" + cluster * 1_000
    clusters = {match.start() for match in regex.finditer(r"\X", text)}
    assert {start for start, _ in tile(text, "en")} <= clusters


def test_one_endless_grapheme_is_split_all_the_same() -> None:
    text = "e" + "\u0301" * 3_000
    assert [end - start for start, end in tile(text, "en")][:3] == [LONGEST] * 3


def test_a_long_sentence_is_split_at_a_full_stop_in_a_quotation_if_there_is_one() -> None:
    text = "“" + "they came and went " * 40 + "home. " + "we saw it, all of it, " * 30 + "”"
    assert pieces(text)[0].endswith("home.")


SENTENCES = [
    ("en", ["Mr. Lind met Mrs. Reyes.", "They left."]),
    ("en", ["Gov. Ana Reyes met Lt. Col. Bo Lind on St. Mary road.", "J. P. Morel left."]),
    ("en", ["He lives in the U.S.", "She left."]),
    ("en", ["The U.S. Army came.", "It rose 3.5 percent to 1.2 million."]),
    ("en", ["No. 5 won.", "It was held on Jan. 25 at 5 p.m. Tuesday at Acme Inc. in town."]),
    ("en", ["The bell rang at 8 p.m. ET.", "She came at 5 p.m.", "He left."]),
    ("en", ["(He lied.)", "She left."]),
    ("en", ["Doe (R-Ala.) left.", "Roe stayed."]),
    ("en", ["“He lied.”", "She left."]),
    ("en", ["“I won. You lost,” he said.", "“We won’t. They will.”", "She left."]),
    ("en", ["“Stop!” she said.", "“Why?” Ana Reyes asked.", "He left."]),
    ("en", ["‘I won. You lost,’ he said.", "She left."]),
    ("en", ["He left... and came back.", "It rose..."]),
    ("en", ["Q. What is next?", "A. The vote."]),
    ("en", ["1. First point.", "2. Second point."]),
    ("en", ["The boys’ dog ran.", "It’s Ana’s.", "Don’t go."]),
    ("en", ["“They never closed the quotation.", "The next day they did.", "He left."]),
    ("en", ["PORT AMBER, Wash. - The mill closed.", "It burned."]),
    ("fr", ["M. Dupré a parlé.", "« Il part. »", "J.-P. Morel dit oui.", "M. Roy aussi."]),
    ("es", ["El Sr. Ruiz llegó.", "¿Qué dijo?", "¡Nada!"]),
    ("de", ["Am 3. März kam Dr. Lind.", "Er ging."]),
    ("ar", ["ذهب الرجل.", "عاد الولد؟", "نعم."]),
    ("hi", ["डॉ. राम गया।", "वह आई।"]),
    ("ur", ["وہ گیا۔", "وہ آئی۔"]),
    ("vi", ["Ông Lê nói.", "TP. Hoa Mai đông."]),
]


@pytest.mark.parametrize(("language", "expected"), SENTENCES)
def test_sentences_end_where_a_reader_ends_them(language: str, expected: list[str]) -> None:
    assert pieces(" ".join(expected), language) == expected


def test_chinese_sentences_need_no_space() -> None:
    assert pieces("他说：“我走了。你呢？”然后离开。她来了！", "zh")[-1] == "她来了！"


def test_a_japanese_quotation_keeps_its_particle() -> None:
    assert pieces("彼は言った。「行く。」と。", "ja")[1] == "「行く。」と。"


def test_a_line_break_after_a_full_stop_ends_a_sentence_within_an_open_quotation() -> None:
    assert pieces("“We saw it.\nHe said no more.\nShe did") == [
        "“We saw it.",
        "He said no more.",
        "She did",
    ]


def test_a_line_break_after_a_title_ends_none() -> None:
    assert pieces("He met Mr.\nLind at noon.") == ["He met Mr.\nLind at noon."]


def test_a_closing_quotation_mark_stays_with_its_sentence() -> None:
    assert pieces("He said: ‘It feels so good.’ ”\nReyes left.")[-1] == "Reyes left."


def test_a_quotation_too_long_to_keep_is_cut_at_its_full_stops() -> None:
    text = "“" + "We saw it all. " * (QUOTE_KEPT // 10) + "Yes.”"
    assert max(map(len, pieces(text))) < 40
