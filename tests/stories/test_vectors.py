from __future__ import annotations

from datetime import date

import pytest

from summarize.article import Article
from summarize.stories.groups import group
from summarize.stories.origins import find_origins
from summarize.stories.vectors import cosine, tf_idf
from tests.stories.texts import article

# One event told by three outlets on three days, none with a sentence of another.
TELLERS = ("Harbor Gazette", "Vale Ledger", "Radio Dunmore")
TOLD = (
    "The Karrow silo collapsed on Monday and buried two lorries. Inspectors had asked for new "
    "bolts in the autumn. A crane from the quarry lifts the roof in pieces tonight.",
    "Grain from the Karrow silo blocks the road to the mill. Foreman Jon Vale warned the owner "
    "of rust. The harvest of four villages was stored inside.",
    "Nobody was hurt when the Karrow silo fell, the fire brigade said. Its owner will answer to a "
    "court in May. Children gathered barley in buckets on the road.",
)


def silo(title: str) -> list[Article]:
    return [
        article(
            outlet, text, title=title.format(outlet), outlet=outlet, published=date(2026, 3, 9 + n)
        )
        for n, (outlet, text) in enumerate(zip(TELLERS, TOLD, strict=True))
    ]


def likeness(one: str, other: str, *, outlet: str = "Vale Ledger") -> float:
    texts = "Rain fell on the market.", "Bakers sold bread at noon."
    pile = [
        article("one", texts[0], title=one),
        article("other", texts[1], title=other, outlet=outlet),
        article("third", "A ferry sank.", title="Ferry lost"),
    ]
    vectors = tf_idf(pile)
    return cosine(vectors[0], vectors[1])


@pytest.mark.parametrize(
    "title", ["Karrow silo collapses", "Karrow silo collapses: {}", "Karrow silo collapses | {}"]
)
def test_short_articles_under_one_title_are_one_story(title: str) -> None:
    assert len(group(find_origins(silo(title)))) == 1


def test_the_name_of_the_outlet_is_no_part_of_its_title() -> None:
    alike = likeness("Karrow silo falls - Harbor Gazette", "Karrow silo falls - Vale Ledger")
    assert alike == pytest.approx(likeness("Karrow silo falls", "Karrow silo falls"))


def test_a_title_that_several_outlets_have_says_more_than_one_that_is_an_outlets_own() -> None:
    same = likeness("Karrow silo falls", "Karrow silo falls")
    assert same > 1.1 * likeness("Karrow silo falls", "Karrow silo falls", outlet="Harbor Gazette")


def test_a_title_of_two_words_may_be_that_of_a_column() -> None:
    own = likeness("Morning briefing", "Morning briefing", outlet="Harbor Gazette")
    assert likeness("Morning briefing", "Morning briefing") == pytest.approx(own)


def test_an_article_without_words_has_an_empty_vector() -> None:
    assert tf_idf([article("empty", "", title="")]) == [{}]
