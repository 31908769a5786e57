"""From a brief to lines about it."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from summarize.check.cited import Sources
from summarize.errors import UsageError
from summarize.report.assemble import settle
from summarize.report.causes import shown
from summarize.report.check_text import (
    CheckedBrief,
    check_text,
    found_lines,
    not_looked_at,
    read_text,
    verdict_lines,
    warning_lines,
)
from summarize.report.given import gather
from summarize.report.json_file import to_json
from summarize.report.markdown import to_markdown
from summarize.reported import Report
from tests.builders import NOW, article

DAM = article(
    "The Karrow Dam burst on Monday night and killed 26 people in the valley, the governor said. "
    "Two towns were flooded. Rescuers in boats brought 340 people to safety before dawn.",
    title="Karrow Dam bursts",
)
SOURCES = Sources((DAM,))
RESCUED = "Rescuers in boats brought 340 people to safety before dawn."
BURST = DAM.text[: DAM.text.index(" Two")]


def found(text: str, sources: Sources = SOURCES) -> list[str]:
    return list(found_lines("b.md", check_text(text, sources)))


def test_a_finding_says_where_what_and_why_and_what_is_nearest() -> None:
    text = "# Brief\n\nThe Karrow Dam burst on Monday night and killed 48 people in the valley.\n"
    (line,) = found(text)

    assert line.startswith(
        "b.md:3: The Karrow Dam burst on Monday night and killed 48 people in the valley.: number"
    )
    assert 'number "48' in line
    assert "(nearest: Harbor Gazette, ¶ 1: “The Karrow Dam burst" in line


def test_nothing_near_has_no_passage() -> None:
    text = "The penguins marched through the royal gardens of Atlantis on their way to the sea."

    assert found(text) == [f"b.md:1: {text}: no sentence of the sources comes near"]


def test_a_listed_passage_that_is_in_no_source_is_a_finding() -> None:
    text = 'Two towns were flooded. [1a]\n\n## Sources\n\n- [1a] "Ten towns were flooded." (¶ 1)'

    assert found(text) == [
        'b.md:5: [1a] "Ten towns were flooded." (¶ 1): the quote of [1a] stands in no source '
        "(nearest: Harbor Gazette, ¶ 1: “Two towns were flooded.”)"
    ]


def test_a_statement_whose_listed_passage_is_nowhere_says_so() -> None:
    text = f'{RESCUED} [1a]\n\n## Sources\n\n- [1a] "A quiet day at sea." (¶ 1)'

    first, second = found(text)

    assert first.startswith(f"b.md:1: {RESCUED}: the quote of [1a] stands in no source")
    assert (
        second == 'b.md:5: [1a] "A quiet day at sea." (¶ 1): the quote of [1a] stands in no source'
    )


def test_what_is_not_looked_at_is_counted() -> None:
    text = "# A\n\n## B\n\nTwo towns.\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n"

    assert not_looked_at(check_text(text, SOURCES)) == (
        "1 piece of code, 2 headings, 1 table without citations"
    )


def test_counts_of_origins_are_known_from_a_report_only(daily: Report, tmp_path: Path) -> None:
    report = settle(daily)
    path = tmp_path / "report.json"
    path.write_text(to_json(report), encoding="utf-8")
    page = to_markdown(report)
    sources = gather([str(path)], now=NOW).sources
    wrong = page.replace("(2 origins)", "(9 origins)")

    assert "counts of origins" not in not_looked_at(check_text(page, sources))
    assert any('number "9 origins": the report counts 2' in line for line in found(wrong, sources))
    bare = check_text(page, Sources(report.articles))
    assert "of origins (a report.json as SOURCE knows" in not_looked_at(bare)
    assert not_looked_at(bare).endswith(
        "what the page says of itself (status, facts, how it was made)"
    )


def test_what_could_not_be_checked_is_told_apart() -> None:
    checked = check_text("- Next steps\n- Rescuers in boats brought 340 people to safety.", SOURCES)

    assert list(verdict_lines("b.md", checked)) == [
        "b.md:1: Next steps: unchecked: too short to look for",
        "b.md:2: Rescuers in boats brought 340 people to safety.: supported",
    ]
    assert dict(checked.counts) == {"unchecked": 1, "supported": 1}


@pytest.mark.parametrize("kind", ["daily", "single"])
def test_our_own_page_holds_against_its_report(
    request: pytest.FixtureRequest, kind: str, tmp_path: Path
) -> None:
    report: Report = settle(request.getfixturevalue(kind))
    path = tmp_path / "report.json"
    path.write_text(to_json(report), encoding="utf-8")
    page = to_markdown(report).replace("- Only one origin tells of the measles drive.\n", "")

    assert found(page, gather([str(path)], now=NOW).sources) == []


def test_a_long_text_is_shortened() -> None:
    assert shown("a" * 100) == "a" * 100
    assert shown("a" * 101) == "a" * 99 + "…"


def test_a_text_is_read_from_a_file_or_from_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    path.write_bytes("\ufeffÉté".encode())

    assert read_text(str(path)) == "Été"
    assert read_text("-", io.BytesIO(b"Text.")) == "Text."


@pytest.mark.parametrize("name", ["nowhere.md", ".", "zero\0byte"])
def test_a_text_that_cannot_be_read_is_a_usage_error(name: str) -> None:
    with pytest.raises(UsageError, match="cannot read"):
        read_text(name)


def test_what_is_no_text_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="is no text"):
        read_text("-", io.BytesIO(bytes(range(256)) * 8))


# -- citations put in anew


def cited(text: str, sources: Sources = SOURCES) -> str:
    return check_text(text, sources).cited


def again(text: str) -> CheckedBrief:
    return check_text(text, SOURCES)


LISTED = f'- [1] "{RESCUED}" (Harbor Gazette, Karrow Dam bursts, 2026-03-10, ¶ 1)\n'


def test_a_supported_sentence_gets_the_mark_of_its_passage() -> None:
    assert cited("Rescuers brought 340 people to safety.\n") == (
        f"Rescuers brought 340 people to safety. [1]\n\n## Sources\n\n{LISTED}"
    )


def test_a_mark_stands_behind_emphasis_and_links() -> None:
    for text in ("**{}**", "*see [{}](https://x.example/a)*", "<b>{}</b>"):
        written = text.format("Rescuers brought 340 people to safety.")
        assert cited(written).startswith(f"{written} [1]\n")


def test_a_sentence_without_a_passage_says_so_once() -> None:
    text = "Penguins marched through the royal gardens of Atlantis on Thursday."

    assert cited(text) == f"{text} [no passage found]\n"
    assert cited(cited(text)) == cited(text)


def test_citations_that_do_not_support_are_replaced() -> None:
    text = (
        "Rescuers brought 340 people to safety [2][1].\n\n## Sources\n\n"
        f'- [1] "{BURST}" (¶ 1)\n- [2] Unknown\n\n## After\n\nTwo things.\n'
    )

    listed = LISTED.replace("[1]", "[3]")
    assert cited(text) == (
        "Rescuers brought 340 people to safety [2] [3].\n\n## Sources\n\n"
        f'- [1] "{BURST}" (¶ 1)\n- [2] Unknown\n{listed}\n## After\n\nTwo things.\n'
    )


def test_a_mark_that_is_right_stays() -> None:
    text = f'{RESCUED} [7]\n\n## References\n\n7. "{RESCUED}"\n'

    assert cited(text) == text


def test_a_passage_that_is_listed_already_keeps_its_mark() -> None:
    text = f'{RESCUED} [2]\n\n## Sources\n\n- [1] "{RESCUED}"\n- [2] "{BURST}"'

    assert cited(text) == text.replace(" [2]\n", " [1]\n") + "\n"


def test_a_mark_that_leads_nowhere_goes() -> None:
    listed = f'\n\n## Sources\n\n- [1] "{RESCUED}"\n'

    assert cited(f"{RESCUED} [1, 9]{listed}") == f"{RESCUED} [1]{listed}"
    assert cited(f"Next steps. [9]{listed}") == f"Next steps.{listed}"


def test_the_list_may_end_without_a_line_break() -> None:
    text = f'{BURST} {RESCUED} [1]\n\n## Sources\n\n- [1] "{RESCUED}"'

    assert cited(text).splitlines()[-2:] == [
        f'- [1] "{RESCUED}"',
        f'- [2] "{BURST}" (Harbor Gazette, Karrow Dam bursts, 2026-03-10, ¶ 1)',
    ]


def test_a_listed_quote_that_was_changed_is_that_of_its_source_again() -> None:
    text = f'{RESCUED} [1a]\n\n## Sources\n\n- [1a] "{RESCUED}" (¶ 1)\n'

    assert cited(text.replace('"Rescuers in boats', '"Divers in boats')) == text


def test_a_listed_quote_that_is_nowhere_goes_with_its_marks() -> None:
    text = (
        f"{RESCUED} [1b]\n\nNext steps. [1b]\n\n## Sources\n\n"
        f'- <a id="c1a"></a>[1a] "{BURST}" (¶ 1)\n'
        '- <a id="c1b"></a>[1b] "A quiet day at sea." (¶ 1)\n\n[1a]: #c1a\n[1b]: #c1b\n'
    )

    assert cited(text) == (
        f"{RESCUED} [1c]\n\nNext steps.\n\n## Sources\n\n"
        f'- <a id="c1a"></a>[1a] "{BURST}" (¶ 1)\n'
        f'- <a id="c1c"></a>[1c] "{RESCUED}" (¶ 1)\n\n[1a]: #c1a\n\n[1c]: #c1c\n'
    )


@pytest.mark.parametrize("kind", ["daily", "single"])
def test_our_own_page_stays_as_it_is(
    request: pytest.FixtureRequest, kind: str, tmp_path: Path
) -> None:
    report: Report = settle(request.getfixturevalue(kind))
    page = to_markdown(report).replace("- Only one origin tells of the measles drive.\n", "")
    path = tmp_path / "report.json"
    path.write_text(to_json(report), encoding="utf-8")

    assert cited(page, gather([str(path)], now=NOW).sources) == page


def test_a_new_passage_is_named_as_our_own_page_names_them() -> None:
    rate = article("The central bank cut its main rate to 6 percent on Friday.", title="A cut")
    text = f'{BURST} [1a]\n\n{rate.text}\n\n## Sources\n\n- [1a] "{BURST}" (¶ 1)\n'

    assert cited(text, Sources((DAM, rate))) == (
        f'{BURST} [1a]\n\n{rate.text} [2a]\n\n## Sources\n\n- [1a] "{BURST}" (¶ 1)\n'
        f'- [2a] "{rate.text}" (Harbor Gazette, A cut, 2026-03-10, ¶ 1)\n'
    )
    known = Sources((DAM, rate), {"8c": rate.quote(0, len(rate.text))})
    assert f"{rate.text} [8c]\n" in cited(text, known)


def test_a_mark_whose_entry_was_cut_is_listed_again(daily: Report, tmp_path: Path) -> None:
    report = settle(daily)
    path = tmp_path / "report.json"
    path.write_text(to_json(report), encoding="utf-8")
    page = to_markdown(report)
    gone = page.index('- <a id="c1a"></a>')
    cut = page[:gone] + page[page.index("\n", gone) + 1 :]

    again = cited(cut, gather([str(path)], now=NOW).sources)

    marks = set(re.findall(r"(?<!>)\[(\d+[a-z]+)\](?!:)", again))
    assert marks <= set(re.findall(r"</a>\[(\d+[a-z]+)\]", again))
    assert '<a id="c1a"></a>[1a] "' in again


def test_what_could_not_be_checked_keeps_what_it_cites() -> None:
    bare = Sources((article("Le barrage de Brask a cédé lundi.", published=None, language="fr"),))
    text = 'The dam broke. [7]\n\n## Sources\n\n- [7] "Le barrage de Brask a cédé lundi." (¶ 1)'

    assert check_text(text, bare).counts == {"unchecked": 1}
    assert cited(text, bare) == (
        'The dam broke. [7]\n\n## Sources\n\n- [7] "Le barrage de Brask a cédé lundi." (¶ 1)\n'
    )
    assert cited("Next steps.\n") == "Next steps.\n"


def test_the_written_text_holds_when_it_is_checked_again() -> None:
    first = cited(
        "Rescuers brought 340 people to safety. The Karrow Dam burst and killed 26 people."
    )
    checked = again(first)

    assert [one.verdict.status for one in checked.judged] == ["supported", "supported"]
    assert all(one.is_cited for one in checked.judged)
    assert checked.cited == first


def test_words_of_a_source_are_made_inert() -> None:
    text = "Rescuers in [boats](http://x.example) brought <b>340</b> people to safety before dawn."
    listed = cited("Rescuers brought 340 people to safety.", Sources((article(text),)))

    assert "\\[boats\\](http\\://x.example)" in listed
    assert "\\<b>340\\</b>" in listed


def test_language_that_misleads_is_a_warning_and_no_finding() -> None:
    text = "It is likely with high confidence that the Karrow Dam burst on Monday night."

    (line,) = warning_lines("b.md", check_text(text, SOURCES))

    assert line.startswith("b.md:1: It is likely")
    assert "warning: confidence" in line
