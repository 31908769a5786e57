"""The head of a report fits one screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarize.article import Article
from summarize.claims import EXTRACTIVE, Claim, Highlight, Overview, Verdict, Writer, make_claim
from summarize.report.assemble import settle
from summarize.report.desk import Printing
from summarize.report.markdown import to_markdown
from summarize.reported import Header, Report, StoryReport


def rows_before(text: str, heading: str) -> int:
    """Lines of 80 columns up to the last line of text before `heading`."""
    head = text.partition(f"\n## {heading}\n")[0].rstrip()
    return sum(-(-len(line) // 80) or 1 for line in head.splitlines())


def sentence(wire: Article, characters: int, n: int) -> Claim:
    made = make_claim(f"{n} " + "word " * (characters // 5), [wire.quote(n, n + 20)], "en", n)
    return replace(made, verdict=Verdict("supported"))


def with_overview(daily: Report, wire: Article, lines: int, highlights: int, size: int) -> Report:
    claims = [sentence(wire, size, n) for n in range(lines + highlights)]
    marked = tuple(Highlight("dam1", claim, "UPDATED") for claim in claims[lines:])
    return settle(replace(daily, overview=Overview(EXTRACTIVE, tuple(claims[:lines]), marked)))


def told_by_model(story: StoryReport, why: str | None = None) -> StoryReport:
    return replace(story, brief=replace(story.brief, writer=Writer("model", "small-1", why)))


def shown(text: str) -> tuple[int, int]:
    """Sentences of the bottom line, and highlights."""
    head = text.partition("\n## At a glance\n")[0]
    bottom_line, _, highlights = head.partition("\n**Highlights**\n")
    return bottom_line.count("word [1"), highlights.count("\n- ")


@pytest.mark.parametrize("size", [40, 120, 200, 300, 500, 900])
def test_the_head_fits_25_lines_of_80_columns(daily: Report, wire: Article, size: int) -> None:
    text = to_markdown(with_overview(daily, wire, 3, 5, size))
    assert rows_before(text, "At a glance") <= 25


def test_short_sentences_are_all_shown(daily: Report, wire: Article) -> None:
    assert shown(to_markdown(with_overview(daily, wire, 3, 5, 60))) == (3, 5)


def test_highlights_go_before_sentences_of_the_bottom_line(daily: Report, wire: Article) -> None:
    assert shown(to_markdown(with_overview(daily, wire, 3, 5, 120))) == (3, 5)
    assert shown(to_markdown(with_overview(daily, wire, 3, 5, 200))) == (3, 3)


def test_last_sentences_of_the_bottom_line_become_highlights(daily: Report, wire: Article) -> None:
    text = to_markdown(with_overview(daily, wire, 3, 5, 280))

    assert shown(text) == (1, 3)
    assert "\n- 1 word" in text


def test_very_long_sentences_leave_what_fits(daily: Report, wire: Article) -> None:
    assert shown(to_markdown(with_overview(daily, wire, 3, 5, 480))) == (1, 1)


def test_the_first_sentence_always_stays(daily: Report, wire: Article) -> None:
    assert shown(to_markdown(with_overview(daily, wire, 3, 5, 3_000))) == (1, 0)


def test_a_report_without_an_overview_has_a_head(daily: Report) -> None:
    text = to_markdown(settle(replace(daily, overview=Overview(EXTRACTIVE))))
    assert text.startswith("# Daily brief\n\nAs of 2026-03-11 · ")
    assert "**Bottom line**" not in text
    assert "**Highlights**" not in text


def test_wide_characters_take_two_columns(daily: Report, wire: Article) -> None:
    wide = replace(sentence(wire, 10, 1), text="水" * 600)
    marked = tuple(Highlight("dam1", sentence(wire, 70, n)) for n in range(2, 7))
    report = settle(replace(daily, overview=Overview(EXTRACTIVE, (wide,), marked)))
    head = to_markdown(report).partition("\n## At a glance\n")[0]
    assert head.count("\n- ") < 3


def test_the_status_line_says_what_the_report_rests_on(daily: Report) -> None:
    assert to_markdown(settle(daily)).splitlines()[2] == (
        "As of 2026-03-11 · 2026-03-10 to 2026-03-11 · 4 articles → 3 origins → 4 outlets · "
        "written by extraction (no model) · 11 supported, 0 unchecked, 1 withheld"
    )


def test_a_period_of_the_one_day_is_not_said_twice(daily: Report) -> None:
    one = replace(daily, period=(daily.as_of, daily.as_of))
    assert "As of 2026-03-11 · 4 articles" in to_markdown(settle(one))


def test_a_model_is_named(daily: Report) -> None:
    method = replace(daily.method, writer=Writer("model", "small-1"))
    by_model = replace(daily, method=method, stories=tuple(map(told_by_model, daily.stories)))
    assert "· written by small-1 ·" in to_markdown(settle(by_model))


def test_two_writers_are_credited_by_what_they_wrote(daily: Report) -> None:
    method = replace(daily.method, writer=Writer("model", "small-1"))
    first, *others = daily.stories
    mixed = replace(daily, method=method, stories=(told_by_model(first), *others))
    text = to_markdown(settle(mixed))
    assert "· written by small-1 (1 story) and the built-in writer (1 story) ·" in text


def test_a_partial_report_says_so_in_its_head(daily: Report) -> None:
    report = replace(daily, partial=True, missing=("story 2 (cap)", "overview"))
    assert "\n\n**INCOMPLETE: story 2 (cap) · overview**\n\n" in to_markdown(settle(report))


def test_of_more_than_two_causes_the_first_is_named_and_all_stand_under_the_method(
    daily: Report,
) -> None:
    report = replace(daily, partial=True, missing=("one: a", "two: b", "three: c"))
    text = to_markdown(settle(report))
    assert "\n**INCOMPLETE: one: a · 2 more causes, under How this was made**\n" in text
    assert "\n- Two: b.\n" in text


def test_a_partial_report_that_cannot_say_why_is_incomplete_too(daily: Report) -> None:
    assert "\n**INCOMPLETE: the run ended" in to_markdown(settle(replace(daily, partial=True)))


def test_something_missing_without_being_partial_is_a_note(daily: Report) -> None:
    text = to_markdown(settle(replace(daily, missing=("feed.example could not be reached",))))
    assert "\n**Note: feed.example could not be reached**\n" in text
    assert "INCOMPLETE" not in text


def test_a_highlight_leads_to_its_story_and_carries_its_mark(daily: Report, wire: Article) -> None:
    text = to_markdown(with_overview(daily, wire, 1, 1, 60))
    line = next(line for line in text.splitlines() if line.startswith("- **UPDATED** 1 word"))
    assert line.endswith(" ([story 1](#s1))")


def test_a_highlight_of_a_story_in_one_line_leads_there(daily: Report) -> None:
    text = to_markdown(settle(daily), Printing(45))
    assert "([also reported](#s2))" in text


def test_a_highlight_of_a_story_that_is_left_out_leads_nowhere(daily: Report) -> None:
    text = to_markdown(settle(daily), Printing(1))
    assert "#s2" not in text


def test_what_the_settings_say_stands_under_the_title_the_marking_first(daily: Report) -> None:
    header = Header("Valley Ledger", "+49 30 1234", "NOT FOR\nPUBLICATION", "at 7")
    lines = to_markdown(settle(replace(daily, header=header))).splitlines()

    assert lines[2].startswith("**NOT FOR PUBLICATION** · As of 2026-03-11 · ")
    assert lines[4] == "Produced by Valley Ledger · contact: +49 30 1234 · next report: at 7"


def test_a_header_takes_its_room_from_the_highlights(daily: Report, wire: Article) -> None:
    report = with_overview(daily, wire, 2, 5, 300)
    header = Header("Valley Ledger " * 9, "desk", "INTERNAL", "at 7")
    text = to_markdown(replace(report, header=header))

    assert rows_before(text, "At a glance") <= 25
    assert shown(text)[1] < shown(to_markdown(report))[1]


def test_what_is_not_said_is_not_printed(daily: Report) -> None:
    only = to_markdown(settle(replace(daily, header=Header(next_report="at 7"))))

    assert "\n\nNext report: at 7\n\n" in only
    assert "**" not in only.splitlines()[2]
