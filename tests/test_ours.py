from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from summarize.ours import is_ours
from summarize.report.assemble import settle
from summarize.report.claim_lines import to_claim_lines
from summarize.report.html import to_html
from summarize.report.json_file import to_json
from summarize.report.markdown import to_markdown, to_review
from summarize.reported import Report
from tests.editions import by, edition, told

REPORT = settle(edition(told("dam", by("Gazette", "The Karrow Dam burst. It killed 12 people."))))
WRITERS: dict[str, Callable[[Report], str]] = {
    "page": to_markdown,
    "browser": to_html,
    "json": to_json,
    "review": to_review,
    "lines": to_claim_lines,
}


@pytest.mark.parametrize("form", WRITERS)
def test_a_report_is_known_in_every_format(form: str) -> None:
    assert is_ours(WRITERS[form](REPORT))


def test_a_report_that_another_program_wrote_again_is_known_by_its_keys() -> None:
    again = json.dumps(json.loads(to_json(REPORT)), sort_keys=True)

    assert is_ours(again)


@pytest.mark.parametrize(
    "text",
    [
        "# Review: The Salt Road\n\nA novel of 312 pages about a family of pilots.\n",
        "# Ferry aground\n\nThe ferry ran aground [1].\n\n[1]: https://gazette.example/ferry\n",
        '{"title": "Ferry aground", "text": "It ran aground.", "method": null}',
        '{"stories": [{"headline": "Ferry aground", "withheld": 2}]}',
        '<html><meta name="generator" content="Presswork 6"><p>The ferry ran aground.</p></html>',
    ],
)
def test_what_others_wrote_is_none(text: str) -> None:
    assert not is_ours(text)
