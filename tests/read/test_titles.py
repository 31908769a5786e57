"""Titles that programs write into files."""

import pytest

from summarize.read.titles import believable


@pytest.mark.parametrize(
    "title",
    [
        "", "  ", "Microsoft Word - Report v3.docx", "Microsoft PowerPoint - x", "untitled",
        "Untitled-2", "Unbenannt 1", "Document1", "report.tex", "C:\\papers\\a.doc", "2026-03-10",
        "https://a.example/x", "dam_report_final2", "title", "Dam breaks.indd", "(anonymous)",
        "dam-report", "about:blank",
    ],
)  # fmt: skip
def test_a_made_up_title_is_refused(title: str) -> None:
    assert not believable(title, "dam-report.pdf")


@pytest.mark.parametrize(
    "title",
    [
        "Dam breaks above Orlen",
        "Floods",
        "奥尔伦大坝决堤",
        "The dam: a report",
        "Notes at the foot",
    ],
)
def test_a_title_that_a_person_gave_is_believed(title: str) -> None:
    assert believable(title, "notes-at-the-foot.pdf")
