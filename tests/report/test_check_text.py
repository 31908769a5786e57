"""From a brief to lines about it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from summarize.check.cited import Sources
from summarize.claims import Report
from summarize.errors import UsageError
from summarize.report.assemble import settle
from summarize.report.check_text import (
    CheckedBrief,
    check_text,
    found_lines,
    read_text,
    shown,
    unchecked_lines,
    warning_lines,
)
from summarize.report.given import gather
from summarize.report.json_file import to_json
from summarize.report.markdown import to_markdown
from tests.builders import NOW, article

DAM = article(
    "The Karrow Dam burst on Monday night and killed 26 people in the valley, the governor said. "
    "Two towns were flooded. Rescuers in boats brought 340 people to safety before dawn.",
    title="Karrow Dam bursts",
)
SOURCES = Sources((DAM,))


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

    assert found(text) == [
        f"b.md:1: {text}: no passage found: no sentence of the sources comes near"
    ]


def test_a_listed_passage_that_is_in_no_source_is_a_finding() -> None:
    text = 'Two towns were flooded. [1a]\n\n## Sources\n\n- [1a] "Ten towns were flooded." (¶ 1)'

    assert found(text)[-1] == 'b.md:5: [1a] "Ten towns were flooded." (¶ 1): stands in no source'


def test_what_could_not_be_checked_is_told_apart() -> None:
    checked = check_text("- Next steps\n- Rescuers in boats brought 340 people to safety.", SOURCES)

    assert list(unchecked_lines("b.md", checked)) == [
        "b.md:1: Next steps: unchecked: content: too short to look for"
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


BURST = DAM.text[: DAM.text.index(" Two")]
RESCUED = "Rescuers in boats brought 340 people to safety before dawn."
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

    assert cited(text) == (
        "Rescuers brought 340 people to safety. [1]\n\n## After\n\nTwo things.\n\n## Sources\n\n"
        f"{LISTED}"
    )


def test_what_could_not_be_checked_keeps_what_it_cites() -> None:
    bare = Sources((article("Le barrage de Brask a cédé lundi.", published=None, language="fr"),))
    text = 'The dam broke. [7]\n\n## Sources\n\n- [7] "Le barrage de Brask a cédé lundi." (¶ 1)'

    assert check_text(text, bare).counts == {"unchecked": 1}
    assert cited(text, bare) == (
        'The dam broke. [1]\n\n## Sources\n\n- [1] "Le barrage de Brask a cédé lundi." '
        "(Harbor Gazette, A title, ¶ 1)\n"
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
