"""PDFs: what a person would read, page by page."""

import io
import time
import zlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from made_pdfs import MADE, bare
from pdf_writer import Flow, Sheet, Shown, pdf
from pypdf import PdfReader, PdfWriter

from summarize.article import Article
from summarize.read import pdf as reader
from summarize.read import pdf_fragments
from tests.read.documents import BODY, FIRST, SECOND, articles, drafts, reasons

LONG = f"{FIRST} {SECOND}"


def flowed(*texts: str, **how: float) -> list[Sheet]:
    flow = Flow(**how)  # type: ignore[arg-type]
    for text in texts:
        flow.paragraph(text)
    return [Sheet(shown) for shown in flow.sheets]


def one(data: bytes, name: str = "news/report.pdf") -> Article:
    (made,) = articles(data, name)
    return made


@pytest.mark.parametrize("make", MADE, ids=[make.__name__ for make in MADE])
def test_a_made_document_is_read_in_order(make: object) -> None:
    made = make()  # type: ignore[operator]
    article = one(made.data)
    places = [article.text.find(said) for said in made.sentences]
    assert -1 not in places
    assert places == sorted(places)
    assert [phrase for phrase in made.never if phrase in article.text] == []


@pytest.mark.parametrize("make", MADE, ids=[make.__name__ for make in MADE])
def test_each_statement_is_found_on_its_page(make: object) -> None:
    made = make()  # type: ignore[operator]
    article = one(made.data)
    plain = [page.extract_text() for page in PdfReader(io.BytesIO(made.data)).pages]
    pages = [bare(text) for text in made.pages or plain]
    for said in article.statements:
        quote = article.quote(said.start, said.end)
        where = quote.locator
        assert where.sheet is not None
        if "–" not in (where.page or ""):
            assert bare(quote.text) in pages[where.sheet - 1]


def test_printed_labels_are_the_pages_of_quotes() -> None:
    sheets = flowed(*[LONG] * 40)
    labels = "0 << /S /r >> 1 << /S /D /St 7 /P (A-) >>"
    article = one(pdf(*sheets, labels=labels))
    assert [(page.number, page.label) for page in article.pages][:3] == [
        (1, "i"), (2, "A-7"), (3, "A-8"),
    ]  # fmt: skip
    first = article.statements[0]
    assert article.quote(first.start, first.end).locator.page == "i"


def test_pages_tile_the_text() -> None:
    article = one(pdf(*flowed(*[LONG] * 40)))
    assert article.pages[0].start == 0
    assert article.pages[-1].end == len(article.text)
    for before, after in zip(article.pages, article.pages[1:], strict=False):
        assert before.end == after.start


def test_a_sentence_over_two_pages_names_both() -> None:
    article = one(pdf(*flowed(" ".join([LONG] * 40))))
    border = article.pages[0].end
    (over,) = (s for s in article.statements if s.start < border < s.end)
    locator = article.quote(over.start, over.end).locator
    assert (locator.page, locator.sheet) == ("1–2", 1)


@pytest.mark.parametrize("labels", ["0 7 /x (y)", "0 << /S /Z >>", "null", "0 << /S /r /St (x) >>"])
def test_broken_labels_do_no_harm(labels: str) -> None:
    assert one(pdf(*flowed(LONG), labels=labels)).text == LONG


@pytest.mark.parametrize(
    "title", [None, "", "Microsoft Word - report.docx", "untitled", "report", "report.pdf"]
)
def test_a_title_that_a_program_gave_gives_way_to_the_largest_heading(title: str | None) -> None:
    heads = [Shown("Valley Ledger", 72, 800, 11, True), Shown("Dam breaks", 72, 780, 20, True)]
    (sheet,) = flowed(LONG)
    article = one(pdf(Sheet([*heads, *sheet.shown]), title=title))
    assert article.title == "Dam breaks"
    assert "Dam breaks" not in article.text


def test_a_title_of_two_lines_is_one() -> None:
    heads = [Shown("Dam breaks", 72, 800, 20, True), Shown("above Orlen", 72, 776, 20, True)]
    (sheet,) = flowed(LONG)
    assert one(pdf(Sheet([*heads, *sheet.shown]))).title == "Dam breaks above Orlen"


def test_without_title_and_heading_the_first_sentence_stands() -> None:
    assert one(pdf(*flowed(LONG))).title.startswith("The dam above Orlen")


def test_properties_that_a_person_gave_are_taken() -> None:
    info = {"Author": "Mara Quill", "doi": "10.5555/x", "CreationDate": "D:20260310083000Z"}
    article = one(pdf(*flowed(LONG), title="Dam breaks above Orlen", info=info))
    assert (article.title, article.author) == ("Dam breaks above Orlen", "Mara Quill")
    assert (article.doi, article.published) == ("10.5555/x", date(2026, 3, 10))


@pytest.mark.parametrize(
    "info",
    [
        {"Author": "Administrator", "CreationDate": "D:20990310"},
        {"Author": "a@b.example", "CreationDate": "soon"},
        {"Author": "", "CreationDate": "D:19000101"},
    ],
)
def test_properties_that_cannot_be_are_not(info: dict[str, str]) -> None:
    article = one(pdf(*flowed(LONG), info=info))
    assert (article.author, article.published) == (None, None)


@pytest.mark.parametrize(
    "row",
    ["Published: 9 March 2026", "Orlen, 9 March 2026", "2026-03-09", "Issued on March 9, 2026."],
)
def test_a_date_alone_on_the_first_page_wins(row: str) -> None:
    (sheet,) = flowed(LONG)
    info = {"CreationDate": "D:20260310083000Z"}
    data = pdf(Sheet([Shown(row, 72, 800), *sheet.shown]), info=info)
    assert one(data).published == date(2026, 3, 9)


def test_a_doi_on_the_first_page_is_found() -> None:
    (sheet,) = flowed(LONG)
    data = pdf(Sheet([Shown("https://doi.org/10.5555/w.4.2", 72, 800, 8), *sheet.shown]))
    assert one(data).doi == "10.5555/w.4.2"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 broken", "not a readable PDF"),
        (b"no PDF at all", "not a readable PDF"),
        (pdf(Sheet(), Sheet()), "no text layer: needs OCR"),
        (pdf(), "a PDF without pages"),
        (pdf(Sheet([Shown("12", 300, 40)])), "no text layer: needs OCR"),
        (pdf(*flowed(FIRST)), "under 40 words"),
    ],
)
def test_what_cannot_be_read_is_one_line(data: bytes, why: str) -> None:
    assert reasons(data, "a.pdf") == [why]


def encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(*flowed(LONG))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_file_that_needs_a_password_is_named() -> None:
    assert reasons(encrypted("secret"), "a.pdf") == ["encrypted: needs a password"]


def test_a_file_that_only_may_not_be_changed_is_read() -> None:
    assert one(encrypted("")).text == LONG


def test_a_file_that_needs_a_library_to_open_is_named() -> None:
    data = encrypted("").replace(b"/V 2", b"/V 5").replace(b"/R 3", b"/R 6")
    assert len(reasons(data, "a.pdf")) == 1


def test_limits_of_size_and_pages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf(*flowed(*[LONG] * 40))
    monkeypatch.setattr(reader, "MOST_PAGES", 1)
    assert reasons(data, "a.pdf") == ["over 1 pages"]
    monkeypatch.setattr(reader, "LARGEST", 10)
    assert reasons(data, "a.pdf") == ["larger than 100 MB"]


def test_a_file_that_takes_too_long_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "SECONDS", -1)
    assert reasons(pdf(*flowed(LONG)), "a.pdf") == ["takes longer than -1 seconds to read"]


def test_a_page_that_takes_too_long_ends_amid_it() -> None:
    page = PdfReader(io.BytesIO(pdf(*flowed(LONG)))).pages[0]
    with pytest.raises(pdf_fragments.TooSlow):
        pdf_fragments.fragments(page, time.monotonic() - 1)


def test_a_page_that_is_a_bomb_is_named_and_the_rest_is_read() -> None:
    bomb = "BT /F1 10 Tf (x) Tj ET\n" * 60_000
    data = pdf(*flowed(LONG), Sheet(raw=bomb))
    (draft,) = drafts(data, "a.pdf")
    assert getattr(draft, "found").fields["pages"].origin == "not readable: 2"  # noqa: B009
    assert one(data).text == LONG


def test_a_file_of_nothing_but_bombs_is_one_line() -> None:
    data = pdf(Sheet(raw="[" * 100_000))
    assert reasons(data, "a.pdf") == ["not a readable PDF"]
    packed = zlib.compress(b" " * 30_000_000)
    head = f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode()
    stream = head + packed + b"\nendstream"
    start = data.index(b"5 0 obj") + 8
    broken = data[:start] + stream + data[data.index(b"\nendobj", start) :]
    assert len(reasons(broken, "a.pdf")) == 1


def test_a_text_too_long_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LONGEST_TEXT", 100)
    (draft,) = drafts(pdf(*flowed(*[LONG] * 40)), "a.pdf")
    pages = getattr(draft, "found").fields["pages"]  # noqa: B009
    assert pages.origin.startswith("not readable: 2")


def test_fonts_that_do_not_say_their_letters_need_ocr() -> None:
    odd = Sheet([Shown("ab\x01\x02\x03\x04\x05 few letters", 72, 700 - 12 * n)
                 for n in range(20)])  # fmt: skip
    assert reasons(pdf(odd), "a.pdf") == ["its fonts do not say which letters they draw: needs OCR"]


def test_a_pdf_under_any_name_is_known() -> None:
    data = pdf(*flowed(LONG))
    assert one(data, "attached").text == one(data, "a.txt").text == LONG


@pytest.mark.parametrize("rotated", [90, 180, 270])
def test_text_that_stands_across_a_page_is_left_out(rotated: int) -> None:
    (sheet,) = flowed(LONG)
    matrix = {90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[rotated]
    stamp = f"BT /F1 9 Tf {matrix} 30 300 Tm (A stamp in the margin) Tj ET"
    assert one(pdf(Sheet(sheet.shown, raw=stamp))).text == LONG


@hypothesis_settings(max_examples=40)
@given(st.data())
def test_a_damaged_file_is_read_or_is_one_line(data: st.DataObject) -> None:
    whole = bytearray(pdf(*flowed(BODY), title="Dam", labels="0 << /S /r >>"))
    for _ in range(data.draw(st.integers(1, 12))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    assert len(drafts(bytes(whole), "a.pdf")) == 1
