"""What a report's file knows of one claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from summarize.article import Article
from summarize.claims import EXTRACTIVE, Call, Claim, Overview, Writer, make_claim
from summarize.report.assemble import settle
from summarize.report.reading import Loaded
from summarize.report.why import Explanation, Source, explain
from summarize.reported import Method, Report, Withheld
from tests.builders import article
from tests.report.conftest import claim

CALL = Call("story", "0123456789ab", "f00d", "beef")
AGAIN = Call("repair", "ba9876543210", "cafe", "dead")


def of(report: Report, wanted: str, *without_text: str) -> Explanation:
    loaded = Loaded(report, frozenset(without_text), frozenset())
    (found,) = explain(loaded, wanted).claims
    return found


@pytest.fixture
def report(daily: Report) -> Report:
    return settle(daily)


def test_a_quote_stands_between_two_sentences_before_and_two_after(report: Report) -> None:
    (passage,) = of(report, "order confirmed").passages

    assert passage.before.split("\n\n") == [
        "“We heard it before we saw it,” said Mayor Ilse Tarn.",
        "Repairs to the spillway were ordered on 9 March. ",
    ]
    assert passage.quote.text == "The order was confirmed on 10 March."
    assert passage.after == " An inquiry opens on 15 March."


def test_of_a_part_of_a_sentence_the_rest_stands_around_it(report: Report) -> None:
    (passage,) = of(report, "forty people").passages

    assert passage.before.startswith("The spillway of the Varno dam")
    assert passage.after.startswith(" were killed, the district office said.")
    assert passage.after.endswith("said Mayor Ilse Tarn.\n\n")


def test_the_other_carriers_of_the_origin_are_named(report: Report, copy: Article) -> None:
    (passage,) = of(report, "order confirmed").passages
    number = [one.id for one in report.articles].index(copy.id) + 1

    assert passage.origin == "Newswire"
    assert passage.carriers == (Source("Northern Post", str(number)),)
    assert passage.article is not None
    assert passage.article.outlet == "Harbor Courier"


def test_a_passage_has_the_mark_of_the_page(report: Report) -> None:
    (passage,) = of(report, "order confirmed").passages

    assert of(report, passage.mark).claim.text == "The order was confirmed on 10 March."


def test_a_passage_that_the_page_does_not_cite_has_no_mark(report: Report) -> None:
    (passage,) = of(report, "forty people").passages

    assert passage.mark == ""


def test_every_value_of_a_figure_of_its_quotes_is_told(report: Report) -> None:
    (figure,) = of(report, "thirty-one killed").figures

    assert figure.what == "people killed"
    assert [(v.text, [s.outlet for s in v.sources]) for v in figure.values] == [
        ("26", ["Harbor Courier"]),
        ("31", ["Valley Ledger"]),
    ]


def test_a_withheld_claim_has_the_figures_of_its_passages(report: Report) -> None:
    assert [one.what for one in of(report, "forty people").figures] == ["people killed"]


def test_a_claim_on_other_passages_has_no_figures(report: Report) -> None:
    assert of(report, "order confirmed").figures == ()


def test_an_article_brief_has_the_figures_of_its_article(single: Report, wire: Article) -> None:
    killed = claim(wire, "Twenty-six people were killed, the district office said.", 3)
    brief = replace(single.briefs[0], claims=(*single.briefs[0].claims, killed))

    found = of(settle(replace(single, briefs=(brief,))), killed.id)

    assert [one.what for one in found.figures] == ["people killed"]
    assert [one.origin for one in found.passages] == [""]


def test_without_its_text_a_passage_is_only_its_quote(report: Report, wire: Article) -> None:
    (passage,) = of(report, "order confirmed", wire.id).passages

    assert (passage.kept, passage.before, passage.after) == ("not kept", "", "")


def test_a_passage_of_an_article_that_is_not_there_is_told(report: Report) -> None:
    (passage,) = of(replace(report, articles=()), "order confirmed").passages
    (figure,) = of(replace(report, articles=()), "thirty-one killed").figures

    assert (passage.article, passage.kept, passage.carriers) == (None, "not kept", ())
    assert figure.values[0].sources == (Source("", ""),)


@pytest.mark.parametrize("span", [(3, 9), (9, 9), (9, 3), (10**6, 10**6 + 5)])
def test_a_quote_that_is_not_its_span_is_told(report: Report, span: tuple[int, int]) -> None:
    lost = report.withheld[0]
    start, end = span
    moved = replace(lost.claim.quotes[0], start=start, end=end)
    wrong = replace(lost, claim=replace(lost.claim, quotes=(moved,)))

    (passage,) = of(replace(report, withheld=(wrong,)), "forty people").passages

    assert (passage.kept, passage.before, passage.after) == ("altered", "", "")


def test_who_asked_what_is_told_once_for_a_story_that_is_its_brief(report: Report) -> None:
    by = Writer("model", "m")
    story = report.stories[0]
    told = replace(story, brief=replace(story.brief, writer=by, calls=(CALL,), mode="claims"))
    brief = replace(report.briefs[0], writer=by, calls=(CALL,))
    made = replace(report, stories=(told, *report.stories[1:]), briefs=(brief,))

    found = of(made, "4,000 residents")

    assert [part.name[:5] for part in found.parts] == ["the h", "story"]
    assert found.calls == (CALL,)


def test_what_was_asked_once_more_is_told(report: Report) -> None:
    lost = report.withheld[0].claim
    method = replace(report.method, repairs={lost.id: (AGAIN,)})

    found = of(replace(report, method=method), "forty people")

    assert found.repairs == found.calls == (AGAIN,)


def test_of_several_and_of_the_nearest_the_place_is_told(report: Report) -> None:
    loaded = Loaded(report, frozenset(), frozenset())

    several = explain(loaded, "people killed")
    nearest = explain(loaded, "the order of 12 March")

    assert several.claims == nearest.claims == ()
    assert len(several.several) == 3
    assert nearest.nearest[0].places[0].part.name == "story “Varno dam spillway fails”"


PARTS = ["Rain fell. ", "Dr. Vey left. ", "«Non», dit-il. ", "\n\n", "雨。"]


@given(parts=st.lists(st.sampled_from(PARTS), min_size=1, max_size=12), data=st.data())
def test_the_quote_and_what_stands_around_it_are_one_stretch_of_the_text(
    parts: list[str], data: st.DataObject
) -> None:
    source = article("".join(parts).strip() or "Rain fell.")
    start = data.draw(st.integers(0, len(source.text) - 1))
    end = data.draw(st.integers(start + 1, len(source.text)))
    assume(source.text[start:end].strip())
    lost = make_claim("Snow fell.", [source.quote(start, end)], "en", 1)

    (passage,) = of(bare(source, lost), lost.id).passages

    assert f"{passage.before}{passage.quote.text}{passage.after}" in source.text


def bare(source: Article, lost: Claim) -> Report:
    """A report with one article, from which one claim was withheld."""
    return Report(
        kind="article",
        title="Rain",
        as_of=date(2026, 3, 11),
        period=(None, None),
        language="en",
        overview=Overview(EXTRACTIVE),
        stories=(),
        briefs=(),
        articles=(source,),
        key_figures=(),
        gaps=(),
        skipped=(),
        withheld=(Withheld("", lost),),
        method=Method(EXTRACTIVE, {}, None, 0.0),
    )
