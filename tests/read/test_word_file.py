"""Word files."""

import io
import zipfile
from datetime import datetime

import docx
import docx.oxml
import docx.oxml.ns
import pytest
from docx.document import Document as Word

from summarize.read import word_file
from tests.read.documents import BODY, FIRST, SECOND, articles, reasons


def made(title: str = "", author: str = "") -> Word:
    word = docx.Document()
    word.core_properties.title = title
    word.core_properties.author = author
    word.core_properties.created = datetime(2026, 3, 1)  # noqa: DTZ001  # as the library wants it
    return word


def saved(word: Word) -> bytes:
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def story(title: str = "", author: str = "") -> Word:
    word = made(title, author)
    for part in BODY.split("\n\n"):
        word.add_paragraph(part)
    return word


def test_paragraphs_and_headings_are_kept() -> None:
    word = made()
    word.add_heading("Dam breaks", 1)
    word.add_paragraph(FIRST)
    word.add_heading("The school", 2)
    word.add_paragraph(SECOND)
    (read,) = articles(saved(word), "a.docx")
    assert read.title == "Dam breaks"
    assert read.text == f"{FIRST}\n\nThe school\n\n{SECOND}"
    assert [(read.text[h.start : h.end], h.level) for h in read.headings] == [("The school", 2)]


def test_the_title_style_is_a_title() -> None:
    word = made()
    word.add_heading("Dam breaks", 0)
    word.add_paragraph(BODY)
    assert articles(saved(word), "a.docx")[0].title == "Dam breaks"


def test_a_title_that_a_person_gave_is_taken() -> None:
    (read,) = articles(saved(story("Dam breaks above Orlen", "Mara Quill")), "a.docx")
    assert (read.title, read.author, read.published) == (
        "Dam breaks above Orlen", "Mara Quill", None,
    )  # fmt: skip


@pytest.mark.parametrize("title", ["", "Microsoft Word - a.docx", "Document1", "a"])
def test_a_title_that_a_program_gave_is_not(title: str) -> None:
    (read,) = articles(saved(story(title, "python-docx")), "news/a.docx")
    assert (read.title[:20], read.author) == ("The dam above Orlen ", None)


def test_a_row_of_a_table_is_a_paragraph() -> None:
    word = story()
    table = word.add_table(rows=2, cols=3)
    for row, cells in zip(table.rows, (("Region", "Dead", ""), ("Orlen", "12", "x")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.rows[1].cells[1].merge(table.rows[1].cells[2])
    word.add_table(rows=1, cols=1)
    text = articles(saved(word), "a.docx")[0].text
    assert text.endswith("\n\nRegion | Dead\n\nOrlen | 12x")


def test_hidden_text_is_left_out_and_links_are_kept() -> None:
    word = story()
    paragraph = word.add_paragraph("It was seen")
    paragraph.add_run(" and this was not").font.hidden = True
    text = articles(saved(word), "a.docx")[0].text
    assert text.endswith("It was seen")


def test_a_footnote_is_not_glued_into_its_sentence() -> None:
    word = story()
    run = word.add_paragraph("It was seen").add_run("")
    note = docx.oxml.OxmlElement("w:footnoteReference")
    note.set(docx.oxml.ns.qn("w:id"), "2")
    run._r.append(note)
    assert articles(saved(word), "a.docx")[0].text.endswith("It was seen")


def bomb(size: int = 0, parts: int = 1) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(parts):
            packed.writestr(f"word/{number}.xml", b"0" * size)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not a Word file"),
        (b"text under a wrong name", "not a Word file"),
        (b"PK\x03\x04 broken", "not a Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a Word file that is encrypted, or of an old form"),
        (bomb(10), "not a readable Word file"),
        (bomb(41_000_000), "too large inside"),
        (bomb(1, 5_001), "too large inside"),
    ],
)
def test_what_cannot_be_read_is_one_line(data: bytes, why: str) -> None:
    assert reasons(data, "a.docx") == [why]


def test_a_file_too_large_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_file, "LARGEST", 10)
    assert reasons(saved(story()), "a.docx") == ["larger than 50 MB"]


def test_a_word_file_is_known_by_its_content() -> None:
    assert articles(saved(story()), "attached")[0].text == BODY
