"""Briefs of the shipped example beside summaries that a person wrote of the same stories.

`references.json` holds the summaries. The floors are what selection reached when they were pinned,
rounded down; they may only rise. The open data of `benchmarks/quality.py` are not needed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import fmean

import pytest

from summarize.article import Article
from summarize.local.story import brief_story
from summarize.read import read
from summarize.text.words import tokens
from tests.builders import NOW, story

DAY = Path(__file__).parents[2] / "examples" / "day-1"
REFERENCES = json.loads(Path(__file__).with_name("references.json").read_text(encoding="utf-8"))
LENGTH = 110  # words, as the references have


@cache
def articles() -> tuple[Article, ...]:
    return tuple(read([str(DAY)], now=NOW).articles)


def briefs(length: int) -> list[tuple[str, str]]:
    """The brief and the reference of each story."""
    found = []
    for reference in REFERENCES:
        told = [
            one
            for one in articles()
            if Path(one.path or "").name.split(":")[0] in reference["articles"]
            and reference["about"] in one.text
        ]
        claims = brief_story(story(*told), length).claims
        found.append((" ".join(claim.text for claim in claims), reference["summary"]))
    return found


def f1(left: Iterable[object], right: Iterable[object]) -> float:
    ours, theirs = Counter(left), Counter(right)
    return 200 * (ours & theirs).total() / (ours.total() + theirs.total())


def pairs(text: str) -> Sequence[tuple[str, str]]:
    return list(pairwise(tokens(text)))


def test_the_words_of_a_brief_are_those_of_a_persons_summary() -> None:
    assert fmean(f1(tokens(a), tokens(b)) for a, b in briefs(LENGTH)) >= 57.0


def test_the_pairs_of_words_of_a_brief_are_those_of_a_persons_summary() -> None:
    assert fmean(f1(pairs(a), pairs(b)) for a, b in briefs(LENGTH)) >= 35.0


@pytest.mark.parametrize("length", [30, 60, 120, 250, 400])
def test_a_brief_fills_its_length_and_keeps_it(length: int) -> None:
    for text, _ in briefs(length):
        assert 0.5 * length <= len(tokens(text)) <= length
