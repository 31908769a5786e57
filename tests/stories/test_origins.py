from __future__ import annotations

import random
from datetime import UTC, date, datetime

import pytest

from summarize.article import Article
from summarize.stories.copies import body_sentences, is_copy, is_near, wording
from summarize.stories.origins import find_origins
from tests.stories.texts import DAM, HARBOUR, NOW, SAME_PRESS_CONFERENCE, article


def names_of(articles: list[Article]) -> list[list[str]]:
    return [[one.key for one in origin.articles] for origin in find_origins(articles)]


def test_no_article_gives_no_origin() -> None:
    assert find_origins([]) == ()


def test_an_article_alone_is_its_own_origin_named_after_its_outlet() -> None:
    (origin,) = find_origins([article("a", DAM, outlet="Vale Ledger")])
    assert (origin.name, origin.lead.key) == ("Vale Ledger", "a")


@pytest.mark.parametrize(
    "copy",
    [
        "PORT ELLIS - " + DAM,
        "(Newswire) - " + DAM,
        "By Mara Quill\n\nPORT ELLIS (Newswire) — " + DAM,
        DAM.rpartition("\n\n")[0],
        DAM + "\n\nReaders in Dunmore can reach the paper by telephone at any hour.",
        DAM.replace("said", "stated").replace("Tuesday", "March 3"),
    ],
)
def test_a_copy_is_found_whatever_a_paper_changed(copy: str) -> None:
    articles = [article("a", DAM), article("b", copy, title="Something else - report")]
    assert len(find_origins(articles)) == 1


@pytest.mark.parametrize("seed", range(5))
def test_a_copy_that_lost_two_sentences_in_five_is_found(seed: int) -> None:
    sentences = DAM.replace("\n\n", " ").split(". ")
    keep = sorted(random.Random(seed).sample(range(len(sentences)), round(len(sentences) * 0.6)))
    copy = ". ".join(sentences[index] for index in keep)
    assert len(find_origins([article("a", DAM), article("b", copy)])) == 1


def test_copies_of_a_copy_are_of_one_origin() -> None:
    first, second, third = DAM.split("\n\n")[:3]
    texts = [f"{first}\n\n{second}", f"{second}\n\n{third}", f"{first}\n\n{second}\n\n{third}"]
    articles = [article(str(index), text) for index, text in enumerate(texts)]
    assert len(find_origins(articles)) == 1


def test_two_reports_of_one_press_conference_are_two_origins() -> None:
    assert len(find_origins([article("a", DAM), article("b", SAME_PRESS_CONFERENCE)])) == 2


def test_two_events_of_one_kind_told_in_like_words_are_two_origins() -> None:
    told = (
        "A river burst its banks near {} on Tuesday and flooded the lower town. At least {} people "
        "were killed in the flood, the governor, {}, said. Trains from {} do not run."
    )
    pile = [
        article("a", told.format("Karrow", 26, "Mara Quill", "Dunmore")),
        article("b", told.format("Orlan", 41, "Anton Brevik", "Wexcombe")),
    ]
    assert len(find_origins(pile)) == 2


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_so_they_are_in_a_script_without_capitals(language: str) -> None:
    texts = {
        "ar": "فاض نهر قرب {} صباح أمس وغمر الأحياء المنخفضة. قال الحاكم {} إن الضحايا كثيرون.",
        "zh": "昨天一条河流在{}附近决堤，淹没了下城区。州长{}说有很多人死亡。",
    }
    names = {
        "ar": (("كلفورا", "بريفيك"), ("دنمارسك", "مارشان")),
        "zh": (("凯尔沃拉", "布雷维克"), ("邓马斯克", "马尔尚")),
    }
    told = [texts[language].format(*event) for event in names[language]]
    pile = [article(str(n), text, language=language) for n, text in enumerate(told)]
    assert len(find_origins(pile)) == 2


def test_a_copy_with_another_figure_in_one_sentence_is_still_a_copy() -> None:
    later = DAM.replace("killing 26", "killing 31")
    assert len(find_origins([article("a", DAM), article("b", later)])) == 1


def test_other_texts_are_other_origins() -> None:
    assert len(find_origins([article("a", DAM), article("b", HARBOUR)])) == 2


def test_a_script_without_spaces_is_compared_by_its_characters() -> None:
    text = (
        "大坝周二早上决堤，至少二十六人死亡。省长说，救援人员正在寻找失踪者。洪水淹没了两座城镇。"
    )
    other = "中央银行周三宣布降息半个百分点，市场感到意外。行长说，通货膨胀已经得到控制。"
    articles = [
        article("a", text, language="zh"),
        article("b", "新华社埃利斯港5月6日电 " + text, language="zh"),
        article("c", other, language="zh"),
    ]
    assert names_of(articles) == [["b", "a"], ["c"]]


def test_texts_without_a_word_are_kept_apart() -> None:
    assert len(find_origins([article("a", "— —"), article("b", "…", title="Two")])) == 2


def test_the_most_complete_carrier_leads_then_the_earliest() -> None:
    articles = [
        article("a", DAM.rpartition("\n\n")[0], published=date(2026, 3, 1)),
        article("b", DAM, published=date(2026, 3, 5)),
        article("c", DAM, published=date(2026, 3, 4)),
        article("d", DAM, published=None),
    ]
    assert names_of(articles) == [["c", "b", "d", "a"]]


def test_the_same_pile_in_any_order_gives_the_same_origins() -> None:
    articles = [article(str(i), text) for i, text in enumerate([DAM, HARBOUR, DAM + " End.", DAM])]
    expected = find_origins(articles)
    random.Random(3).shuffle(articles)
    assert find_origins(articles) == expected


def test_an_origin_is_named_after_its_earliest_outlet() -> None:
    articles = [
        article("a", DAM, outlet="Undated News", published=None),
        article("b", DAM, outlet="Later News", published=datetime(2026, 3, 4, 13, tzinfo=UTC)),
        article("c", DAM, outlet="Early News", published=date(2026, 3, 4)),
    ]
    (origin,) = find_origins(articles)
    assert origin.name == "Early News"


@pytest.mark.parametrize(
    ("text", "author", "name"),
    [
        ("PORT ELLIS (AP) — " + DAM, "Reuters", "AP"),
        ("(Newswire) - " + DAM, None, "Newswire"),
        (DAM, "Associated Press", "AP"),
        (DAM, "Mara Quill", "Harbor Gazette"),
        (DAM + "\n\nCopyright 2026 AFP. All rights reserved.", None, "AFP"),
        ("Reuters reported that the dam broke.\n\n" + DAM, None, "Reuters"),
        (DAM.replace("No one", "Mara Quill told AFP that no one"), None, "Harbor Gazette"),
    ],
)
def test_an_origin_is_named_after_the_agency_it_names(
    text: str, author: str | None, name: str
) -> None:
    (origin,) = find_origins([article("a", text, author=author)])
    assert origin.name == name


def test_one_carrier_with_an_agency_names_the_origin() -> None:
    articles = [
        article("a", DAM, outlet="Early News", published=date(2026, 3, 1)),
        article("b", "(Newswire) - " + DAM, published=date(2026, 3, 2)),
    ]
    (origin,) = find_origins(articles)
    assert origin.name == "Newswire"


def test_a_dateline_and_headings_are_no_part_of_what_is_compared() -> None:
    one = article("a", "PORT ELLIS - The dam held.")
    assert [sentence.words for sentence in body_sentences(one)] == [("the", "dam", "held")]


def test_the_share_is_counted_in_words() -> None:
    long, short = wording("a b c d e f g h", "und"), wording("x y", "und")
    other = wording("i j k l m n o p", "und"), wording("v w", "und")
    assert is_copy([long, short], [long, other[1]])
    assert not is_copy([long, short], [other[0], short])


def test_nothing_is_shared_with_no_sentence() -> None:
    assert not is_copy([], [wording("a", "en")])


@pytest.mark.parametrize(
    ("other", "near"),
    [("a b c d e", True), ("a b c d x", True), ("a b x y z", False), ("a", False)],
)
def test_sentences_are_near_when_most_words_are_in_both(other: str, near: bool) -> None:
    assert is_near(frozenset("abcde"), frozenset(other.split())) is near


def test_a_date_without_time_and_no_date_are_kept_in_order() -> None:
    undated = Article("z", "", DAM, NOW)
    assert [o.lead.key for o in find_origins([undated, article("a", HARBOUR)])] == ["a", "z"]
