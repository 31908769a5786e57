from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import WrongLanguage, WrongShape
from summarize.models.reading import LONGEST_TEXT, MOST_PARTS, read_reply
from summarize.models.shapes import OverviewReply, RepairReply, StoryReply
from tests.models.asking import SENTENCES, put, request

GOOD: dict[str, Any] = {
    "bottom_line": {"text": "A bridge opened.", "cites": [1]},
    "claims": [{"text": "It cost 12 million crowns.", "cites": [2]}],
    "who": ["the council"],
    "where": [],
    "quotations": [],
}
SAID = json.dumps(GOOD)
ENGLISH = (
    "The council opened the bridge over the river on Monday, and the mayor said that it had cost "
    "more than was planned when the work began in the spring of last year."
)
FRENCH = (
    "Le conseil a ouvert lundi le nouveau pont sur la rivière, et le maire a dit que les travaux "
    "avaient coûté plus cher que prévu quand ils ont commencé au printemps dernier."
)
SPANISH = (
    "El consejo abrió el lunes el nuevo puente sobre el río, y el alcalde dijo que las obras "
    "habían costado más de lo que estaba previsto cuando empezaron en la primavera del año pasado."
)


def _read(text: str, **changes: Any) -> Any:
    return json.loads(read_reply(text, request(**changes)))


def _brief(lead: str, *claims: str) -> str:
    return json.dumps(
        GOOD
        | {
            "bottom_line": {"text": lead, "cites": [1]},
            "claims": [{"text": text, "cites": [2]} for text in claims],
        }
    )


def test_a_good_reply_comes_back_compact() -> None:
    assert read_reply(SAID, request()) == json.dumps(GOOD, separators=(",", ":"))


@pytest.mark.parametrize(
    "said",
    [
        f"```json\n{SAID}\n```",
        f"Here it is:\n\n{SAID}\n\nAnything else?",
        f"<think>Is {{it}} {{1}}? {{\"text\": }}</think>\n{SAID}",
        f"no opening tag </think>{SAID}",
        f"<think>never closed {SAID}",
        f'{{"answer": 1}} and then {SAID}',
        f'{SAID} {{"answer": 1}}',
        f"[{SAID}]",
        json.dumps(GOOD | {"confidence": float("inf")}),
        json.dumps(GOOD | {"bottom_line": {"text": "A bridge opened.", "cites": "[1]"}}),
        json.dumps(GOOD | {"bottom_line": {"text": "A bridge opened.", "cites": 1}}),
        json.dumps(GOOD | {"bottom_line": {"text": "A bridge opened.", "cites": ["1"]}}),
        json.dumps(GOOD | {"claims": GOOD["claims"][0], "quotations": None}),
        json.dumps({name: GOOD[name] for name in ("bottom_line", "claims", "who")}),
    ],
)  # fmt: skip
def test_what_stands_around_an_object_and_small_slips_do_not_matter(said: str) -> None:
    assert _read(said) == GOOD


def test_of_two_objects_that_fit_the_last_is_meant() -> None:
    draft = json.dumps(GOOD | {"who": ["a draft"]})
    assert _read(f"{draft}\nBetter:\n{SAID}") == GOOD


def test_a_missing_speaker_is_nobody_and_several_marks_are_several_numbers() -> None:
    said = GOOD | {"quotations": [{"text": "Open!", "cites": "[1][2], 3"}]}
    assert _read(json.dumps(said))["quotations"] == [
        {"text": "Open!", "cites": [1, 2, 3], "speaker": ""}
    ]


def test_a_number_as_text_is_a_number() -> None:
    said = GOOD | {"headline": "[2]", "timeline": [], "differ": []}
    assert _read(json.dumps(said), shape=StoryReply)["headline"] == 2


def test_no_text_is_none_where_nothing_was_found_to_say() -> None:
    assert _read('{"text": null, "cites": null}', shape=RepairReply) == {"text": "", "cites": []}


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (json.dumps(GOOD | {"bottom_line": None}), "bottom_line: "),
        (json.dumps(GOOD | {"bottom_line": {"cites": [1]}}), "bottom_line.text: "),
        (json.dumps(GOOD | {"claims": ["It cost."]}), "claims.0: "),
        (json.dumps(GOOD | {"claims": [{"text": 3, "cites": [1]}]}), "claims.0.text: "),
        (json.dumps(GOOD | {"claims": [{"text": "a", "cites": [None]}]}), "claims.0.cites.0: "),
        ('{"answer": 1}', "other fields than those asked for: answer"),
        (SAID[:-1], "other fields than those asked for: text, cites"),
        ("I cannot do that.", "no JSON object; it begins “I cannot do that.”"),
        ("", "no JSON object"),
    ],
)
def test_a_reply_that_does_not_fit_names_what_is_wrong(said: str, field: str) -> None:
    with pytest.raises(WrongShape) as raised:
        _read(said)
    assert field in str(raised.value)


def test_a_number_that_is_none_does_not_fit() -> None:
    said = GOOD | {"headline": "the first", "timeline": [], "differ": []}
    with pytest.raises(WrongShape, match="headline"):
        _read(json.dumps(said), shape=StoryReply)


def test_an_object_of_other_fields_is_no_empty_overview() -> None:
    with pytest.raises(WrongShape):
        _read('{"text": "a", "cites": []}', shape=OverviewReply)


def test_prose_with_marks_is_taken_apart() -> None:
    read = json.loads(read_reply("<think>[9]</think>It opened [1]. It cost a lot [2][3].",
                                 put(form="prose")))  # fmt: skip
    assert read["bottom_line"] == {"text": "It opened.", "cites": [1]}
    assert read["claims"] == [{"text": "It cost a lot.", "cites": [2, 3]}]


def test_prose_without_marks_does_not_fit() -> None:
    with pytest.raises(WrongShape, match="no sentence with a mark"):
        read_reply("It opened.", put(form="prose"))


def test_half_a_character_becomes_a_question_mark() -> None:
    said = SAID.replace("A bridge opened.", "A bridge \\ud83d opened.")
    assert _read(said)["bottom_line"]["text"] == "A bridge ? opened."


@pytest.mark.parametrize(
    "said",
    [
        "a" * 1_000_000, "[" * 100_000, "{" * 200_000, '{"a":' * 100_000, '{"' * 200_000,
        "{} " * 100_000, "<think>" * 100_000, '{"a": "' + "{ \\" * 200_000,
        '{"n": ' + "9" * 200_000,
    ],
)  # fmt: skip
def test_a_large_and_senseless_reply_is_soon_found_to_be_none(said: str) -> None:
    with pytest.raises(WrongShape) as raised:
        _read(said)
    assert len(str(raised.value)) < 300


@given(st.text(), st.text().filter(lambda text: '"' not in text))
def test_any_text_around_the_object_is_passed_over(text: str, after: str) -> None:
    inside = json.dumps(GOOD | {"bottom_line": {"text": text, "cites": [1]}})
    assert _read(f"{inside}\n{after}")["bottom_line"]["text"] == text


@given(st.text(alphabet='{}[]",:\\ nul1', max_size=200))
def test_no_text_raises_anything_but_wrong_shape(said: str) -> None:
    with pytest.raises(WrongShape):
        _read(said)


@pytest.mark.parametrize("said", [_brief(FRENCH), _brief(ENGLISH, ENGLISH, FRENCH)])
def test_another_language_in_the_whole_or_at_the_end_is_noticed(said: str) -> None:
    with pytest.raises(WrongLanguage, match="in the language fr, not in en"):
        _read(said, language="en")


@pytest.mark.parametrize("asked", ["en", "en-GB", None, "und", "ca"])
def test_the_right_language_or_one_that_cannot_be_told_passes(asked: str | None) -> None:
    assert _read(_brief(ENGLISH, ENGLISH), language=asked)


def test_a_language_that_cannot_be_told_is_not_taken_for_the_nearest() -> None:
    assert _read(_brief(SPANISH), language="ca")


def test_a_short_text_proves_no_language() -> None:
    assert _read(_brief("Le pont est ouvert."), language="en")


def test_languages_that_are_alike_are_told_apart_in_a_long_text_only() -> None:
    assert _read(_brief(SPANISH), language="pt")
    with pytest.raises(WrongLanguage):
        _read(_brief(SPANISH, SPANISH, SPANISH), language="pt")


def test_verbatim_passages_and_quotations_may_be_in_any_language() -> None:
    quoted = replace(request().quotes[0], text=FRENCH)
    said = json.loads(_brief(ENGLISH, FRENCH[:-1]))
    said["quotations"] = [{"text": FRENCH, "cites": [1], "speaker": ""}]
    assert _read(json.dumps(said), language="en", quotes=(quoted,))


def test_the_sides_of_a_difference_are_looked_at() -> None:
    side = {"text": FRENCH, "cites": [1]}
    said = GOOD | {"headline": 1, "timeline": [], "differ": [{"about": "", "sides": [side]}]}
    with pytest.raises(WrongLanguage):
        _read(json.dumps(said), shape=StoryReply, language="en")


def test_the_sentences_shown_are_never_wrong() -> None:
    assert _read(_brief(*SENTENCES), language="fr")


def test_a_reply_that_runs_on_is_cut() -> None:
    one = {"text": "a" * 2 * LONGEST_TEXT, "cites": list(range(2 * MOST_PARTS))}
    many = [one] * 2 * MOST_PARTS

    found = _read(json.dumps(GOOD | {"claims": many, "who": ["x"] * 2 * MOST_PARTS}))

    assert (len(found["claims"]), len(found["who"])) == (MOST_PARTS, MOST_PARTS)
    assert len(found["claims"][0]["text"]) == LONGEST_TEXT
    assert len(found["claims"][0]["cites"]) == MOST_PARTS


def test_numbers_in_a_text_without_end_are_cut() -> None:
    found = _read(json.dumps(GOOD | {"claims": [{"text": "x", "cites": "1, " * 50_000}]}))

    assert found["claims"][0]["cites"] == [1] * MOST_PARTS


def test_an_error_says_nothing_that_steers_a_terminal() -> None:
    for said in ("\x1b[31mno JSON \u202e", json.dumps({"\x1b[2J": 1})):
        with pytest.raises(WrongShape) as caught:
            _read(said)
        assert caught.value.what.isprintable()
