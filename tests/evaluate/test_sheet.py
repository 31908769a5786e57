"""What is said of a comparison, and the table that says it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from summarize.claims import make_claim
from summarize.evaluate.comparison import Comparison, compared, verdict
from summarize.evaluate.interval import Measured
from summarize.evaluate.measure import FIGURES
from summarize.evaluate.running import Outcome
from summarize.evaluate.sheet import sheet
from summarize.evaluate.table import to_json, to_markdown
from summarize.evaluate.variants import Variant
from summarize.reported import Report, Tokens, Withheld
from summarize.templates.folders import SHIPPED


def variant(letter: str) -> Variant:
    return Variant(letter, f"team_{letter}", "shipped", "m1", SHIPPED)


def stories(report: Report, number: int, *, poor: Sequence[int] = (), bad: int = 0) -> Report:
    """The story of the report `number` times; `poor` ones tell nothing, each has `bad` withheld."""
    (entry,) = report.stories
    nothing = replace(entry.brief, bottom_line=None, claims=(), quotations=())
    told = [
        replace(entry, id=f"s{n}", brief=nothing if n in poor else entry.brief)
        for n in range(number)
    ]
    withheld = [
        Withheld(f"s{n}", make_claim(f"No {n} {m}.", (), "en", 1))
        for n in range(number)
        for m in range(bad)
    ]
    return replace(report, stories=tuple(told), briefs=(), withheld=tuple(withheld))


def comparison(*reports: Report | str) -> Comparison:
    outcomes = [
        Outcome(variant(letter), error=one)
        if isinstance(one, str)
        else Outcome(variant(letter), one)
        for letter, one in zip("ABCDEFG", reports, strict=False)
    ]
    made = compared(outcomes)
    assert made is not None
    return made


def said(made: Comparison) -> list[str]:
    return [one.said for one in sheet(made).variants]


def cells(made: Comparison, label: str) -> tuple[str, ...]:
    (row,) = [row for row in sheet(made).figures if row.label == label]
    return row.cells


def test_a_variant_that_is_better_is_said_to_be(report: Report) -> None:
    made = comparison(stories(report, 6, bad=2), stories(report, 6))

    first, other = said(made)

    assert first == "the first, which the others are held against"
    assert other == "better in supported, withheld; no clear difference in the rest"


def test_a_variant_that_tells_less_is_worse(report: Report) -> None:
    made = comparison(stories(report, 7), stories(report, 7, poor=[1, 2, 3, 4, 5, 6]))

    assert said(made)[1].startswith("worse in origins cited, shared facts told; less ")


def test_the_same_twice_is_no_clear_difference(report: Report) -> None:
    assert said(comparison(stories(report, 6), stories(report, 6)))[1] == "no clear difference"


def test_of_few_stories_nothing_is_said(report: Report) -> None:
    made = comparison(stories(report, 3, bad=5), stories(report, 3))

    assert said(made)[1] == "too few stories to tell"
    assert sheet(made).notes == (
        "With fewer than 5 stories there are no intervals: give it more articles.",
    )
    assert "(" not in cells(made, "supported")[0]


def test_a_variant_that_failed_has_a_line_and_no_column(report: Report) -> None:
    made = comparison("no key", stories(report, 6), stories(report, 6, bad=1))

    assert said(made)[0] == "failed: no key"
    assert sheet(made).letters == ("B", "C")
    assert [one.first for one in sheet(made).against] == ["B"]


def test_where_none_could_be_run_there_is_no_comparison(report: Report) -> None:
    assert compared([Outcome(variant("A"), report, "nothing was written")]) is None


def test_one_variant_alone_has_figures(report: Report) -> None:
    made = comparison(stories(report, 6))

    assert said(made) == [""]
    assert cells(made, "supported") == ("100 % (100–100)",)
    assert sheet(made).against == ()


def test_a_share_of_few_claims_shows_its_counts(report: Report) -> None:
    made = comparison(stories(report, 1, bad=1))
    whole = stories(report, 4)

    assert cells(made, "supported") == ("75 %, 3 of 4",)
    assert cells(made, "words a story") == (f"{made.run[0].counted[0].words}",)
    assert cells(comparison(whole), "supported") == ("100 %",)


def test_where_nothing_is_shared_that_is_said(report: Report) -> None:
    (entry,) = report.stories
    alone = replace(entry, origins=entry.origins[:1])
    made = comparison(replace(report, stories=(alone,)))

    assert (
        sheet(made).headline == "3 articles, 1 story; no fact stated by several origins was found"
    )
    assert cells(made, "shared facts told") == ("–",)


def test_shares_stand_with_their_intervals(report: Report) -> None:
    made = comparison(stories(report, 6, bad=1), stories(report, 6, poor=[0, 3]))

    assert sheet(made).headline == (
        "3 articles, 6 stories, 6 of them told by several origins with 12 shared facts"
    )
    whole, part = cells(made, "shared facts told")
    assert whole == "100 % (100–100)"
    assert part.startswith("67 % (")


def test_a_difference_stands_with_its_interval(report: Report) -> None:
    made = comparison(stories(report, 6), stories(report, 6, poor=[0]))

    (other,) = sheet(made).against
    line = next(line for line in other.lines if line.label == "shared facts told")

    assert line.difference == "−17 points"
    assert line.interval.endswith(" to 0")
    assert (line.verdict, line.clear) == ("no clear difference", False)


def test_what_was_not_written_and_what_came_from_the_store_is_noted(report: Report) -> None:
    whole = stories(report, 6)
    method = replace(whole.method, reused=3)
    cut = replace(whole, partial=True, missing=("story “A”: busy", "more"), method=method)

    notes = sheet(comparison(whole, cut)).notes

    assert "B is INCOMPLETE: story “A”: busy (and 1 more)" in notes
    assert "B: 3 answers came from the store (its cost counts them, its seconds do not)." in notes


@pytest.mark.parametrize(
    ("name", "found", "word"),
    [
        ("supported", Measured(0.1, 0.05, 0.2), "better"),
        ("supported", Measured(-0.1, -0.2, -0.05), "worse"),
        ("withheld", Measured(0.1, 0.05, 0.2), "worse"),
        ("withheld", Measured(-0.1, -0.2, -0.05), "better"),
        ("words", Measured(9, 5, 12), "more"),
        ("words", Measured(-9, -12, -5), "less"),
        ("words", Measured(9, -5, 12), "no clear difference"),
        ("words", Measured(9), "too few stories to tell"),
        ("words", None, "nothing to compare"),
    ],
)
def test_a_verdict_says_in_words_what_a_difference_means(
    name: str, found: Measured | None, word: str
) -> None:
    (figure,) = [figure for figure in FIGURES if figure.name == name]

    assert verdict(figure, found) == word


def test_what_cannot_be_compared_is_said(report: Report) -> None:
    nothing = stories(report, 6, poor=range(6))
    overview = replace(report.overview, bottom_line=(), highlights=())

    made = comparison(stories(report, 6), replace(nothing, overview=overview))

    line = sheet(made).against[0].lines[0]
    assert (line.difference, line.verdict) == ("–", "nothing to compare")


def test_the_table_fits_80_columns_with_three_variants(report: Report) -> None:
    made = comparison(*(stories(report, 6, bad=n) for n in range(4)))

    tables = [line for line in to_markdown(made).splitlines() if line.startswith("|")]

    assert max(map(len, tables)) <= 80
    assert len({len(line) for line in tables[:9]}) == 1
    heads = [line.split() for line in tables if line.startswith("|  ")]
    assert heads == [["|", "|", "A", "|", "B", "|", "C", "|"], ["|", "|", "D", "|"]]


def test_names_are_inert_in_the_table(report: Report) -> None:
    outcome = Outcome(replace(variant("A"), name="[x](http://a.example)"), stories(report, 1))
    made = compared([outcome])

    assert made is not None
    assert "](" not in to_markdown(made).replace("\\]", "")


def test_prices_that_nobody_knows_are_unknown(report: Report) -> None:
    outcome = Outcome(variant("A"), stories(report, 1), None, Tokens(1_200, 0, 300), None, None)
    made = compared([outcome])

    assert made is not None
    assert cells(made, "cost, USD") == ("unknown",)
    assert cells(made, "tokens in") == ("1,200",)


def test_the_json_holds_every_figure_and_the_counts_behind_it(report: Report) -> None:
    made = comparison(stories(report, 6), stories(report, 6, bad=1), "no key")

    found = json.loads(to_json(made))

    first, other, failed = found["variants"]
    assert (first["letter"], first["model"], first["prompts"]) == ("A", "m1", "shipped")
    assert first["figures"]["supported"] == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert first["against_first"] == {}
    assert other["against_first"]["supported"]["verdict"] == "worse"
    assert other["by_story"][0]["failed"] == 1
    assert failed["error"] == "no key"
    assert failed["figures"] == {}
    assert len(found["stories"]) == 6
    fact, _ = found["stories"][0]["shared_facts"]
    (article,) = [one for one in report.articles if one.id == fact["article"]]
    assert article.text[fact["start"] :].startswith(fact["text"])
    assert fact["origins"] == 3
