"""Odd documents to read: PDFs, mails, tables, feeds, archives; cases as those of odd_files."""

from __future__ import annotations

import io
import zipfile
import zlib

from odd_files import ARTICLE, EITHER, NOTHING, REPORT, SENTENCES, files
from pdf_writer import Sheet, Shown, pdf

PAGE = Sheet([Shown(text[:90], 72, 760 - 14 * n) for n, text in enumerate(SENTENCES * 3)])
PDF = pdf(PAGE, title="Ormsby closes its eastern pier")
MAIL = f"From: Ledger <n@ledger.example>\nSubject: Pier\n\n{ARTICLE}"
ITEM = f"<item><title>Pier</title><description>{' '.join(SENTENCES)}</description></item>"
RSS = f"<rss><channel><title>Ledger</title>{ITEM}</channel></rss>"
_BESIDE = {"b.txt": ARTICLE}


def _swapped(data: bytes, start: bytes, stream: bytes) -> bytes:
    """`data` with another stream in the object that begins at `start`."""
    at = data.index(start) + len(start)
    head = f" << /Length {len(stream)} /Filter /FlateDecode >>\nstream\n".encode()
    return data[:at] + head + stream + b"\nendstream" + data[data.index(b"\nendobj", at) :]


def _zip(size: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"0" * size)
    return stream.getvalue()


files(REPORT, "a good PDF", {"a.pdf": PDF})
files(EITHER, "a PDF cut at half", {"a.pdf": PDF[: len(PDF) // 2]})
files(NOTHING, "a PDF without text", {"a.pdf": pdf(Sheet(), Sheet())})
files(NOTHING, "a PDF without pages", {"a.pdf": pdf()})
files(NOTHING, "a PDF whose tree of pages is a loop", {
    "a.pdf": PDF.replace(b"/Kids [6 0 R]", b"/Kids [2 0 R]"),
})  # fmt: skip
files(EITHER, "a PDF with a bomb of 300 MB", lambda: {
    "a.pdf": _swapped(PDF, b"5 0 obj", zlib.compress(b" " * 300_000_000, 9)),
})  # fmt: skip
files(EITHER, "a PDF with a million commands", lambda: {
    "a.pdf": _swapped(PDF, b"5 0 obj", zlib.compress(b"BT (x) Tj ET\n" * 250_000, 9)),
})  # fmt: skip
files(EITHER, "random bytes in a PDF", {
    "a.pdf": b"%PDF-1.7\n" + bytes((n * 7919) >> 3 & 255 for n in range(50_000)),
})  # fmt: skip

files(NOTHING, "a Word file that is a bomb", lambda: {"a.docx": _zip(300_000_000)})
files(REPORT, "a Word file that is none", {"a.docx": ARTICLE, **_BESIDE})

files(REPORT, "a mail", {"a.eml": MAIL})
files(NOTHING, "a mail without a head", {"a.eml": "\n\n" + ARTICLE})
files(EITHER, "a mail with parts nested 3,000 deep", {
    "a.eml": "Subject: x\n" + "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3_000)
    ),
})  # fmt: skip
files(EITHER, "a mail with an unknown charset and broken base64", {
    "a.eml": "Subject: =?klingon?b?####?=\nContent-Type: text/html; charset=klingon\n"
    f"Content-Transfer-Encoding: base64\n\n{ARTICLE}",
})  # fmt: skip
files(REPORT, "a mailbox of one mail and noise", {"a.mbox": f"noise\n\nFrom x\n{MAIL}\n\nFrom y\n"})

files(REPORT, "a table", {"a.csv": f'title,text\nPier,"{" ".join(SENTENCES[:2])}"\n'})
files(NOTHING, "a table without a column of text", {"a.csv": "a,b\n1,2\n"})
files(EITHER, "a table with a quote that is not closed", {"a.csv": 'text\n"' + "a " * 99})
files(NOTHING, "a table of 100,000 columns", {"a.tsv": "a\t" * 100_000 + "\n"})

files(REPORT, "a feed", {"a.rss": RSS})
files(REPORT, "a feed cut in a tag", {"a.xml": RSS[:-20]})
files(REPORT, "a feed with a bomb of entities", {
    "a.xml": '<!DOCTYPE rss [<!ENTITY a "xxxxxxxxxx">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    ) + "]>" + RSS.replace("</title>", "&j;</title>"),
})  # fmt: skip
files(REPORT, "a feed nested 100,000 deep", {"a.xml": RSS[:-16] + "<x>" * 100_000})
files(EITHER, "a feed of 19 MB", lambda: {"a.xml": RSS.replace(ITEM, ITEM * 35_000)})
files(NOTHING, "XML that is no feed", {"a.xml": "<svg></svg>"})

files(NOTHING, "an archive that is none", {"a.warc": ARTICLE, "b.warc.gz": b"\x1f\x8b broken"})
