from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.check.quotations import look
from summarize.check.sides import Looked, Side

SAID = "Reyes said: “We don't owe the old mill's owners anything,” and left. “They won't be paid.”"


def looked(claim: str, *passage: str, languages: str = "en en") -> Looked:
    one, other = languages.split()
    return look(Side(claim, one), [Side(text, other) for text in passage])


VERBATIM = [
    "She said “we don’t owe the old mill’s owners anything”.",
    "She said 'We don't owe the old mill's owners anything.'",
    'She said "we don\'t owe" them "anything".',
    "She said `` we do n't owe '' a thing.",
    "She said “We don't owe … anything.”",
    "She said “We don't owe [...] anything. They won't be paid.”",
    "She said “We don't owe [them] anything.”",
    "She said “[w]e don't owe the old mill's own[ing family] anything”.",
    "She said “[The town does]n't owe the old mill's owners anything”.",
    "She said “We don't owe the old mill's [sic] owners anything” to « owners ».",
    "Owners will not be paid “anything. They won't be paid,” she said.",
    "It was an ‘old mill’.",
    "She said “…”.",
]


@pytest.mark.parametrize("claim", VERBATIM)
def test_words_of_the_passage_may_be_quoted_with_the_usual_liberties(claim: str) -> None:
    assert looked(claim, SAID).findings == ()


ALTERED = [
    (
        "She said “We don't owe the new mill's owners anything.”",
        "We don't owe the old mill's owners",
    ),
    ("She said “We don't owe the mill's owners anything.”", "We don't owe the old mill's owners"),
    ("She said “We don't owe the old, old mill's owners anything.”", "We don't owe the old mill's"),
    ("She said 'We do owe the old mill's owners anything.'", "We don't owe the old mill's owners"),
    ('She said "anything … we don\'t owe".', "We don't owe"),
    ("She said “They won't be [dearest and most beloved heirs] paid now.”", "They won't be paid"),
    ("She said “he old mill”.", "the old mill"),
]


@pytest.mark.parametrize(("claim", "closest"), ALTERED)
def test_a_changed_word_is_found_with_what_the_passage_says(claim: str, closest: str) -> None:
    [finding] = looked(claim, SAID).findings
    assert finding.kind == "quotation"
    assert finding.why.startswith("the passage says “")
    assert closest in finding.why


def test_words_that_are_far_from_all_of_the_passage_are_said_not_to_be_there() -> None:
    [finding] = looked("She said “nobody ever came home”.", SAID).findings
    assert (finding.text, finding.why) == ("nobody ever came home", "the passage does not say it")


def test_one_word_in_marks_is_compared_too() -> None:
    assert len(looked("It was an “awful” mill.", SAID).findings) == 1


def test_a_quotation_may_run_over_sentences() -> None:
    claim = "She said “We go. They stay.”"
    assert looked(claim, "“We go.", "They stay.”") == Looked(1)


def test_the_speaker_between_two_parts_of_what_was_said_may_be_left_out() -> None:
    claim = "Reyes said “we go, and they stay”."
    assert looked(claim, "“We go,” said Reyes at noon, “and they stay.”") == Looked(1)
    assert looked(claim, "We go, said Reyes at noon, and they stay.").findings


def test_an_insertion_stands_for_a_few_words_only() -> None:
    passage = f"We go {'and go again ' * 5}to the old mill."
    assert looked("They said “we go [there] to the old mill”.", passage).findings
    assert not looked("They said “we go [...] to the old mill”.", passage).findings


@pytest.mark.parametrize(
    "claim",
    [
        "The workers' union of the '90s and the players' club don't agree.",
        "He is 6'2\" and she 5'9\".",
        "She gave 'em no rock 'n' roll.",
        'The end," he said.',
    ],
)
def test_apostrophes_and_inches_quote_nothing(claim: str) -> None:
    assert looked(claim, SAID) == Looked()


def test_a_whole_claim_in_marks_is_no_quotation_unless_it_is_like_one() -> None:
    assert looked("“The town is in debt to nobody.”", SAID) == Looked()
    assert looked("“We don't owe the new mill's owners anything.”", SAID).findings


def test_a_translated_quotation_is_not_compared() -> None:
    claim = "Reyes a dit : « nous ne devons rien aux propriétaires »."
    assert looked(claim, SAID, languages="fr en") == Looked()


def test_a_quotation_in_the_words_of_the_passage_is_compared_in_any_language() -> None:
    claim = "Reyes a dit : « We don't owe the {} mill's owners anything »."
    assert looked(claim.format("old"), SAID, languages="fr en") == Looked(1)
    assert looked(claim.format("new"), SAID, languages="fr en").findings


@pytest.mark.parametrize(
    ("claim", "passage", "right"),
    [
        ("他说「我们不欠他们」。", "雷耶斯说:“我们不欠他们任何东西。”", True),
        ("他说「我们都欠他们」。", "雷耶斯说:“我们不欠他们任何东西。”", False),
        ("قالت «لن ندفع شيئا»", 'قالت: "لن نَدفع شيئاً لهم"', True),
        ("قالت «لن نأخذ شيئا»", 'قالت: "لن ندفع شيئا لهم"', False),
        ("Sie sagte: „Wir zahlen nichts“ und ging.", "»Wir zahlen nichts«, sagte sie.", True),
        ("Sie sagte: „Wir zahlen viel“ und ging.", "»Wir zahlen nichts«, sagte sie.", False),
    ],
)
def test_any_script_and_any_marks_will_do(claim: str, passage: str, right: bool) -> None:
    answer = looked(claim, passage, languages="xx xx")
    assert (answer.items, not answer.findings) == (1, right)


WORDS = st.lists(
    st.sampled_from(
        [
            "we",
            "shall",
            "not",
            "pay",
            "them",
            "for",
            "what",
            "nobody's",
            "children",
            "took",
            "in",
            "1998",
            "don’t",
        ]
    ),
    min_size=2,
    max_size=25,
)
MARKS = st.sampled_from(["“”", '""', "«»", "„“", "「」", "『』", "‘’", "''"])


@given(WORDS, st.data(), MARKS)
def test_a_part_of_the_passage_in_marks_is_never_found(
    words: list[str], data: st.DataObject, marks: str
) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    claim = f"She said {marks[0]}{' '.join(words[start:end])}{marks[1]} today."
    assert looked(claim, " ".join(words) + ".") == Looked(1)


@given(WORDS, st.data(), MARKS)
def test_one_word_replaced_is_always_found(
    words: list[str], data: st.DataObject, marks: str
) -> None:
    changed = list(words)
    changed[data.draw(st.integers(0, len(words) - 1))] = "bridge"
    claim = f"She said {marks[0]}{' '.join(changed)}{marks[1]} today."
    assert len(looked(claim, " ".join(words) + ".").findings) == 1


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_can_be_looked_at(claim: str, passage: str) -> None:
    assert looked(f"“{claim}” {claim}", passage).items >= 0


@pytest.mark.parametrize(
    "claim",
    ["Reyes said: “We will … pay the mill.”", "Reyes said: “We will [surely] pay the mill.”"],
)
def test_an_ellipsis_or_insertion_may_not_swallow_a_denial(claim: str) -> None:
    assert len(looked(claim, "“We will not pay the mill,” Reyes said.").findings) == 1


NARRATED = "“We will pay for the old mill,” Reyes said. The road will be closed at noon."


@pytest.mark.parametrize(
    ("claim", "count"),
    [
        ("Reyes said: “The road will be closed at noon.”", 1),
        ("Vale said: “The road will be closed at noon.”", 0),
        ("He said: “The road will be closed at noon.”", 0),
        ("Reyes said: “We will pay for the old mill.”", 0),
        ("Reyes said: “The road.”", 0),
    ],
)
def test_what_the_passage_tells_is_no_quotation_of_whom_it_quotes(claim: str, count: int) -> None:
    assert len(looked(claim, NARRATED).findings) == count
