"""Whether the quotes of briefs of PDFs are found on the pages that they name.

    python benchmarks/made_pdfs.py [FOLDER]

Ten PDFs are made, seven by a writer of our own and three printed by Chromium (skipped where there
is none), each of sentences that are known. For each, `summarize brief` writes a report.json, and

1. each quote is searched on the page of its locator, as pypdf gives that page in plain mode, white
   space and hyphens aside;
2. each sentence of the document must be in the article's text, in its order;
3. no running head, page number or work of a list of references may be.

Prints a Markdown table; exit 1 where something is wrong. The files are kept in FOLDER.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from measure import machine
from pdf_writer import Flow, Sheet, Shown, pdf
from pypdf import PdfReader

TOWNS = ["Orlen", "Penhallow", "Ormsby", "Tarn", "Velden", "Marrow", "Quill", "Sanders", "Isby"]
THINGS = ["the dam", "the harbour", "the hospital", "the water works", "the school", "the bridge"]
DEEDS = [
    "was inspected by engineers of the regional council after the flood of the second week",
    "received extraordinary payments from the reconstruction fund for permanent repairs",
    "remained closed to the public although the administration had announced its reopening",
    "was connected again to the electricity network that the municipality operates itself",
]
TWO = (60.0, 310.0)  # where two columns begin
RUNNING = "Regional Council of Orlen - Report on Reconstruction"
WORKS = [
    "[1] A. Quill and B. Marrow, Floods of the Lower Tarn, Journal of Rivers 12 (2019), 33-48.",
    "[2] C. Isby, Repairing Dams, Velden University Press, Velden, 2021, pp. 10-19.",
    "[3] D. Sanders et al., Costs of Floods, Proceedings of Water 4(2), 2020. doi:10.5555/w.4.2",
    "[4] E. Tarn, On Bridges, Penhallow 2018, https://books.example/on-bridges.",
]


@dataclass(frozen=True)
class Made:
    """A document: its file, the sentences that are in it, and what must not be in its text."""

    name: str
    data: bytes
    sentences: tuple[str, ...]
    never: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()  # as a person reads them, where a plain search mixes columns


def sentences(count: int, start: int = 0) -> list[str]:
    """Sentences of news that occur once each."""
    made = []
    for n in range(start, start + count):
        town, thing, deed = TOWNS[n % 9], THINGS[n % 6], DEEDS[n % 4]
        made.append(
            f"In {town} {thing} {deed}, and {1_200 + 37 * n} households were told so on day {n}."
        )
    return made


def paragraphs(said: list[str], size: int = 4) -> Iterator[str]:
    """The sentences in paragraphs of `size`."""
    for start in range(0, len(said), size):
        yield " ".join(said[start : start + size])


def set_in(flow: Flow, said: list[str], heads: bool = True) -> Flow:
    """The sentences set in paragraphs, with a heading now and then."""
    for number, text in enumerate(paragraphs(said)):
        if heads and number % 4 == 0:
            flow.head(f"Findings of part {chr(65 + number // 4)}", 12.0)
        flow.paragraph(text)
    return flow


def framed(flow: Flow) -> list[Sheet]:
    """The sheets with a running head above and the number of the page below."""
    return [
        Sheet([Shown(RUNNING, 72, 805, 8), *shown, Shown(str(n), 290, 40, 9)])
        for n, shown in enumerate(flow.sheets, 1)
    ]


def one_column() -> Made:
    said = sentences(60)
    flow = Flow()
    flow.head("Repairs along the Tarn are late", 20.0)
    sheets = framed(set_in(flow, said))
    info = {"Author": "Mara Quill", "CreationDate": "D:20260311101500Z"}
    data = pdf(*sheets, title="Microsoft Word - repairs_v3.docx", info=info)
    return Made("one column", data, tuple(said), (RUNNING,))


def two_columns() -> Made:
    said = sentences(90, 100)
    flow = Flow(columns=TWO, width=225.0)
    flow.head("What the flood of the lower Tarn has cost", 18.0, across=True)
    set_in(flow, said)
    flow.head("References", 12.0)
    for work in WORKS:
        flow.paragraph(work, size=9.0, indent=0.0)
    data = pdf(*framed(flow), title="What the flood of the lower Tarn has cost")
    return Made("two columns", data, tuple(said), (RUNNING, *(work[:30] for work in WORKS)))


def row_by_row() -> Made:
    """Two columns whose rows a program wrote from left to right."""
    said = sentences(80, 200)
    flow = Flow(columns=TWO, width=225.0)
    set_in(flow, said, heads=False)
    sheets = [
        replace(sheet, shown=sorted(sheet.shown, key=lambda one: (-round(one.y), one.x)))
        for sheet in framed(flow)
    ]
    read = tuple(" ".join(one.text for one in shown) for shown in flow.sheets)
    return Made("two columns, row by row", pdf(*sheets), tuple(said), (RUNNING,), read)


def labelled() -> Made:
    said = sentences(130, 300)
    sheets = set_in(Flow(size=12.0), said).sheets
    roman = ["i", "ii", "iii", "iv", "1", "2", "3", "4", "5"]
    numbered = [
        Sheet([*shown, Shown(label, 290, 40, 9)])
        for label, shown in zip(roman, sheets, strict=False)
    ]
    data = pdf(*numbered, title="Preface and report", labels="0 << /S /r >> 4 << /S /D >>")
    return Made("page labels i-iv", data, tuple(said))


def hyphened() -> Made:
    said = sentences(70, 500)
    flow = Flow(columns=TWO, width=225.0, hyphens=True)
    return Made("hyphens", pdf(*framed(set_in(flow, said)), title="untitled"), tuple(said))


def with_notes() -> Made:
    """Small print below a rule at the foot of each page, amid a paragraph."""
    said = sentences(70, 600)
    flow = set_in(Flow(bottom=150.0), said)
    sheets = [
        Sheet([*shown, *(Shown(row, 72, 110 - 9 * n, 7.5) for n, row in enumerate(rows))])
        for shown in flow.sheets
        for rows in [["1 The figures are those of the council of Orlen."]]
    ]
    return Made("notes at the foot", pdf(*sheets, title="Notes at the foot"), tuple(said))


def three_turned() -> Made:
    """Three columns on a page that lies on its side."""
    said = sentences(80, 700)
    flow = Flow(columns=(50.0, 300.0, 550.0), width=225.0, top=520.0, bottom=60.0)
    flow = set_in(flow, said, heads=False)
    turned = [
        Sheet(rotated=90, raw="\n".join(
            f"BT /F1 {one.size} Tf 0 1 -1 0 {595 - one.y} {one.x} Tm ({one.text}) Tj ET"
            for one in shown
        ))
        for shown in flow.sheets
    ]  # fmt: skip
    return Made("three columns, turned", pdf(*turned, title="Three columns"), tuple(said))


_STYLE = "body { font: 11pt serif } h1 { font-size: 20pt } .two { columns: 2; hyphens: auto }"


def printed(browser: Any) -> Iterator[Made]:
    """Pages printed by Chromium: plain, in two columns, and with its own heads and feet."""
    kinds = {"printed": "", "printed in two columns": "two", "printed with heads": ""}
    for number, (name, style) in enumerate(kinds.items()):
        said = sentences(60, 1_000 + 100 * number)
        text = "".join(f"<p>{part}</p>" for part in paragraphs(said))
        page = browser.new_page()
        page.set_content(
            f"<html lang=en><head><title>Repairs along the Tarn</title><style>{_STYLE}</style>"
            f"<body><h1>Repairs along the Tarn are late</h1><div class='{style}'>{text}</div>"
        )
        heads = {
            "display_header_footer": True,
            "header_template": f"<div style='font-size:8px'>{RUNNING}</div>",
            "footer_template": "<div style='font-size:8px'><span class=pageNumber></span></div>",
            "margin": {"top": "80px", "bottom": "80px", "left": "80px", "right": "80px"},
        }
        data = page.pdf(**(heads if name.endswith("heads") else {}))
        yield Made(name, data, tuple(said), (RUNNING,))


MADE: tuple[Callable[[], Made], ...] = (
    one_column, two_columns, row_by_row, labelled, hyphened, with_notes, three_turned,
)  # fmt: skip


def bare(text: str) -> str:
    """Text without white space and hyphens, and ligatures as their letters."""
    for sign, letters in {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff"}.items():
        text = text.replace(sign, letters)
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


def checked(made: Made, folder: Path) -> tuple[str, bool]:
    """A row of the table, and whether all is well."""
    from summarize.cli import main as summarize

    file = folder / f"{made.name.replace(' ', '-').replace(',', '')}.pdf"
    file.write_bytes(made.data)
    target = file.with_suffix(".json")
    summarize(["brief", str(file), "-q", "-o", str(target)])
    report = json.loads(target.read_text(encoding="utf-8"))
    article = report["articles"][0]
    quotes = list(_quotes(report))
    plain = (page.extract_text() for page in PdfReader(io.BytesIO(made.data)).pages)
    pages = [bare(text) for text in made.pages or plain]
    lost = [quote for quote in quotes if not _is_there(quote, pages)]
    text = article["text"]
    missing = [said for said in made.sentences if said not in text]
    places = [text.find(said) for said in made.sentences if said in text]
    wrong = [phrase for phrase in made.never if phrase in text]
    well = not lost and not missing and not wrong and places == sorted(places) and bool(quotes)
    row = (
        f"| {made.name} | {len(pages)} | {len(made.sentences) - len(missing)} of "
        f"{len(made.sentences)} | {'yes' if places == sorted(places) else 'no'} | {len(wrong)} |"
        f" {len(quotes) - len(lost)} of {len(quotes)} |"
    )
    return row, well


def _is_there(quote: dict[str, Any], pages: list[str]) -> bool:
    """Whether a quote stands on its page; on that and the next where it says that it goes on."""
    where = quote["locator"]
    sheet = where["sheet"]
    goes_on = "–" in (where["page"] or "")
    text = bare(quote["text"])
    if not goes_on:
        return text in pages[sheet - 1]
    head = next((n for n in range(len(text), 0, -1) if text[:n] in pages[sheet - 1]), 0)
    return head > 0 and text[head:] in pages[sheet]


def _quotes(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if {"article", "start", "end", "text", "locator"} <= part.keys():
            yield part
        for value in part.values():
            yield from _quotes(value)
    elif isinstance(part, list):
        for value in part:
            yield from _quotes(value)


def main() -> int:
    """Print the table; 1 where a document is not well."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    documents = [make() for make in MADE]
    chromium = shutil.which("chromium")
    if chromium is None:
        print("no chromium: its three documents are skipped", file=sys.stderr)
    else:
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--no-first-run"]
            )
            documents += printed(browser)
            browser.close()
    print(f"{machine()}\n")
    print("| document | pages | sentences | in order | never | quotes on their page |")
    print("|---|---|---|---|---|---|")
    all_well = True
    for made in documents:
        row, well = checked(made, folder)
        print(row)
        all_well &= well
    return 0 if all_well else 1


if __name__ == "__main__":
    sys.exit(main())
