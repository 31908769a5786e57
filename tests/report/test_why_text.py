"""An explanation as lines for a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from summarize.article import Locator, Quote
from summarize.claims import (
    EXTRACTIVE,
    Call,
    Finding,
    Opinion,
    Verdict,
    Writer,
    make_claim,
)
from summarize.models.exchanges import Exchange
from summarize.models.request import Message
from summarize.report.places import Part, Place, Placed
from summarize.report.why import Counted, Explanation, Given, Passage, Source
from summarize.report.why_text import exchange_lines, explanation_lines, listed_line
from tests.builders import article

TEXT = "The dam burst on Monday. Two towns were flooded. The road is closed."
DAM = replace(article(TEXT, title="Dam bursts"), url="https://news.example/dam")
QUOTE = Quote(DAM.id, 25, 48, "Two towns were flooded.", Locator("12", 1))
CLAIM = replace(
    make_claim("Three towns were flooded.", [QUOTE], "en", 1),
    verdict=Verdict("unsupported", (Finding("number", "Three", "the passage says “Two”"),)),
)
CALL = Call("article", "0123456789ab", "f" * 64, "e" * 64)
PART = Part("brief of “Dam bursts”", Writer("model", "m-1"), (CALL,))
PASSAGE = Passage(
    "1a", QUOTE, DAM, "Newswire", (), "kept", "The dam burst on Monday. ", " The road is closed."
)
LOST = Explanation(CLAIM, (Place(PART, "withheld"),), (PASSAGE,), (), (PART,), ())


def lines(**changes: object) -> list[str]:
    return list(explanation_lines(replace(LOST, **changes)))  # type: ignore[arg-type]


def with_passage(**changes: object) -> list[str]:
    return lines(passages=(replace(PASSAGE, **changes),))  # type: ignore[arg-type]


def test_everything_about_a_withheld_claim_is_told_in_order() -> None:
    assert lines() == [
        f"# Claim {CLAIM.id}: not supported, withheld",
        "",
        "> Three towns were flooded.",
        "",
        '- number "Three": the passage says “Two”',
        "- stands in brief of “Dam bursts”: withheld",
        "",
        "## Passages",
        "",
        '[1a] Harbor Gazette, "Dam bursts", 2026-03-10, p. 12, ¶ 1',
        "  https://news.example/dam",
        "  origin Newswire: no other article carries it",
        "",
        "| The dam burst on Monday. ",
        "> Two towns were flooded.",
        "|  The road is closed.",
        "",
        "## Who wrote it",
        "",
        "For brief of “Dam bursts”: m-1",
        "- prompt article.md.j2 0123456789ab",
        f"  request {'f' * 64}",
        f"  key {'e' * 64}",
        "",
    ]


def test_what_a_second_judge_and_the_count_of_origins_say_is_told() -> None:
    claim = replace(CLAIM, origins=2, judge=Opinion("m-2", "supported", "two is “a few”"))
    found = lines(claim=claim)

    assert "- a second judge, m-2, says supported: two is “a few”" in found
    assert "- origins of which one passage alone carries it: 2" in found


def test_the_lists_of_a_part_are_told_together() -> None:
    head = Part("the head of the report", EXTRACTIVE, ())
    found = lines(places=(Place(head, "bottom line"), Place(PART, "claims"), Place(PART, "agree")))

    assert found[0].endswith(": not supported")
    assert "- stands in the head of the report: bottom line" in found
    assert "- stands in brief of “Dam bursts”: claims, agree" in found


def test_a_claim_without_passages_says_so() -> None:
    assert "It cites none." in lines(passages=())


def test_the_first_carriers_are_named_and_the_rest_counted() -> None:
    carriers = tuple(Source(f"Paper {n}", str(n)) for n in range(2, 14))
    (line,) = (one for one in with_passage(carriers=carriers) if one.startswith("  origin"))

    assert line.startswith("  origin Newswire: also carried by Paper 2 [2], Paper 3 [3], ")
    assert line.endswith("Paper 11 [11], 2 more")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"mark": ""}, "not cited on the page: Harbor Gazette"),
        ({"article": None, "kept": "not kept"}, f"[1a] article {DAM.id}, which is not in"),
        ({"kept": "not kept"}, "  its text is not in the report"),
        ({"kept": "altered"}, "  the text in the report reads otherwise at this place"),
        ({"article": replace(DAM, url=None, published=None)}, "  no address is known"),
        ({"article": replace(DAM, published=None)}, '[1a] Harbor Gazette, "Dam bursts", undated'),
        ({"quote": replace(QUOTE, locator=Locator())}, '[1a] Harbor Gazette, "Dam bursts", 2026-'),
    ],
)
def test_what_is_not_known_of_a_passage_is_said(changes: dict[str, object], expected: str) -> None:
    assert any(line.startswith(expected) for line in with_passage(**changes))


def test_nothing_is_said_of_an_origin_that_is_not_known() -> None:
    assert not any("origin" in line for line in with_passage(origin=""))


def test_nothing_stands_around_a_passage_that_is_the_whole_text() -> None:
    assert not any(line.startswith("|") for line in with_passage(before="", after="\n"))


def test_every_value_of_a_figure_is_told_with_its_sources() -> None:
    values = (
        Given("12", date(2026, 3, 9), True, (Source("Courier", "2a"), Source("Post", ""))),
        Given("17", None, False, (Source("Gazette", "1a"),)),
    )
    figures = (Counted("people killed", "people", values), Counted("spent", "USD", ()))
    found = lines(figures=figures)

    start = found.index("## Figures in these passages")
    assert found[start + 2 : start + 8] == [
        "For people killed:",
        "",
        "- 12 as of 2026-03-09, superseded: Courier [2a], Post",
        "- 17: Gazette [1a]",
        "",
        "For spent (USD):",
    ]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (Part("story “S”", EXTRACTIVE, (), (), "sentences"), "the built-in selection, which asks"),
        (Part("story “S”", Writer("extractive", None, "429"), ()), "which asks nobody (429)"),
        (Part("story “S”", Writer("model", "m-1"), (CALL,), (), "rounds"), "m-1, shown as rounds"),
        (Part("story “S”", Writer("model"), ()), "For story “S”: a model"),
    ],
)
def test_who_wrote_a_part_is_told(part: Part, expected: str) -> None:
    assert any(expected in line for line in lines(parts=(part,)))


def test_what_was_asked_once_more_and_was_not_kept_is_told() -> None:
    found = lines(parts=(), repairs=(replace(CALL, template="repair", key=""),))

    assert found[-5:] == [
        "It was asked for once more, with what was found against it.",
        "- prompt repair.md.j2 0123456789ab",
        f"  request {'f' * 64}",
        "  key (the answer was not kept)",
        "",
    ]


def test_a_listed_claim_is_one_short_line() -> None:
    long = replace(CLAIM, text="Towns were flooded, " * 20)
    line = listed_line(Placed(long, (Place(PART, "claims"),)))

    assert line.startswith(f"{CLAIM.id}  not supported: Towns were flooded, ")
    assert line.endswith("… (brief of “Dam bursts”)")


def test_each_line_of_what_was_asked_stands_behind_a_mark() -> None:
    asked = (Message("system", "You brief.\n\n## Rules"), Message("user", "[1]\tRain fell."))

    assert list(exchange_lines(CALL, Exchange(asked, '{"text": "Rain."}'))) == [
        "## article.md.j2, request ffffffffffff",
        "",
        "system:",
        "",
        "| You brief.",
        "| ",
        "| ## Rules",
        "",
        "user:",
        "",
        "| [1] Rain fell.",
        "",
        "reply:",
        "",
        '| {"text": "Rain."}',
        "",
    ]


def test_an_answer_of_an_older_version_has_no_question() -> None:
    found = list(exchange_lines(CALL, Exchange((), "{}")))

    assert "What was asked was not kept: the answer is of an older version." in found
    assert found[-2] == "| {}"
