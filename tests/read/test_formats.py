from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from summarize.read import read
from summarize.report.assemble import settle
from summarize.report.claim_lines import to_claim_lines
from summarize.report.html import to_html
from summarize.report.json_file import to_json
from summarize.report.markdown import to_markdown, to_review
from summarize.reported import Report, Skipped
from tests.builders import NOW
from tests.editions import by, edition, told

REPORT = settle(edition(told("dam", by("Gazette", "The Karrow Dam burst. It killed 12 people."))))
NEWS = (
    "Ferry aground\n\nThe ferry Merrigan ran aground off Port Halden on Tuesday, crews said. Tugs "
    "from Wexmoor pulled it free at noon, and all 212 passengers reached the shore unhurt. The "
    "harbour office will hear the captain of the ferry on Friday.\n"
)
WRITERS: dict[str, Callable[[Report], str]] = {
    "brief.md": to_markdown,
    "brief.html": to_html,
    "brief.json": to_json,
    "brief.review.md": to_review,
    "brief.claims.jsonl": to_claim_lines,
    "brief.txt": to_markdown,
}


@pytest.mark.parametrize("name", WRITERS)
def test_a_report_among_the_news_is_named_and_not_read(name: str, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / name).write_text(WRITERS[name](REPORT), encoding="utf-8")

    pile = read([str(tmp_path)], now=NOW)

    assert [article.title for article in pile.articles] == ["Ferry aground"]
    assert [(Path(s.source).name, s.reason) for s in pile.skipped] == [
        (name, "a report of summarize")
    ]


@pytest.mark.parametrize("form", [to_markdown, to_html])
def test_a_report_on_standard_input_is_not_read_either(form: Callable[[Report], str]) -> None:
    stdin = io.BytesIO(form(REPORT).encode())
    [skipped] = read(["-"], now=NOW, stdin=stdin).skipped

    assert skipped == Skipped("standard input", "a report of summarize")
