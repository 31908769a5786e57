"""Which articles are wanted."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.article import Article
from summarize.errors import UsageError
from summarize.filters import ALL, FORMS, Rule, filters

DAM = Article(
    key="dam",
    title="Karrow Dam bursts",
    text="The Karrow Dam burst on Monday night and flooded two towns.",
    retrieved=datetime(2026, 3, 10, tzinfo=UTC),
    outlet="Vessen Courier",
    via="Harbor News",
    author="Greta Oakes-Lund and Ivo Renn",
    url="https://www.vessencourier.example/news/karrow-dam?page=2",
    language="en",
)


@pytest.mark.parametrize(
    "rule",
    [
        "outlet:Vessen Courier",
        "outlet:vessen*",
        "outlet: harbor news ",
        "OUTLET:Vessen Courier",
        "author:renn",
        "lang:EN",
        "url:*vessencourier.example/news/*",
        "url:www.vessencourier.example/*",
        "url:https://*",
        "/karrow\\s+dam/",
        "/flooded (one|two)/",
    ],
)
def test_a_rule_matches_what_it_says(rule: str) -> None:
    assert Rule(rule).matches(DAM)


@pytest.mark.parametrize(
    "rule",
    [
        "outlet:Vessen",
        "author:Marwick",
        "lang:fr",
        "url:vessencourier.example",
        "/karrow ferry/",
        "outlet:Harbor",
    ],
)
def test_a_rule_does_not_match_another_thing(rule: str) -> None:
    assert not Rule(rule).matches(DAM)


@pytest.mark.parametrize("rule", ["", "outlet:", "courier", "//", "colour:red", "/open", ":x"])
def test_what_is_no_rule_is_told_with_the_forms_there_are(rule: str) -> None:
    with pytest.raises(UsageError, match="is no filter") as raised:
        filters([rule], [])

    assert FORMS in str(raised.value)


def test_a_regular_expression_that_is_none_says_why() -> None:
    with pytest.raises(UsageError, match=r"no regular expression: .*missing"):
        filters([], ["/(dam/"])


def test_a_regular_expression_that_nests_too_deep_says_so() -> None:
    with pytest.raises(UsageError, match=r"no regular expression: .*recursion"):
        filters([f"/{'(' * 5_000}/"], [])


def test_an_endless_regular_expression_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.filters.SECONDS", 0.05)
    slow = Rule("/(?:x+x+)+y/")
    long = Article("k", "t", "x" * 5_000, retrieved=DAM.retrieved, outlet="o", language="en")

    with pytest.raises(UsageError, match="write a simpler"):
        slow.matches(long)


def test_everything_is_wanted_where_nothing_is_said() -> None:
    assert ALL.excluding(DAM) == ""


def test_of_rules_of_one_kind_one_is_enough() -> None:
    assert filters(["outlet:Wire", "outlet:Vessen Courier"], []).excluding(DAM) == ""


def test_one_of_each_kind_has_to_match() -> None:
    wanted = filters(["outlet:Vessen Courier", "lang:fr", "lang:es"], [])

    assert wanted.excluding(DAM) == "--only lang:fr or lang:es"


def test_what_is_excluded_is_told_by_its_rule() -> None:
    assert filters(["lang:en"], ["lang:de", "/flooded/"]).excluding(DAM) == "--exclude /flooded/"


def test_the_nearest_of_what_was_asked_for_comes_first() -> None:
    other = Article("k", "Rate cut", "x", retrieved=DAM.retrieved, outlet="Wexmoor Tribune")

    assert filters(["outlet:Vesen Currier"], []).nearest([other, DAM]) == [DAM, other]


@given(st.text(max_size=30))
def test_any_text_is_a_rule_or_a_usage_error(text: str) -> None:
    try:
        rule = Rule(text)
    except UsageError:
        return
    assert rule.matches(DAM) in {True, False}
    assert 0 <= rule.nearness(DAM) <= 1
