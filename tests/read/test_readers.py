"""Which reader a document is for."""

from pathlib import Path

import pytest

from summarize.read import Reading, read
from summarize.read.formats import suffix_of
from summarize.read.readers import READERS, sniffed
from tests.read.documents import BODY, FIRST, NOW, articles


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.PDF", ".pdf"), ("x.warc.gz", ".warc.gz"), ("x.gz", ".gz"), ("x", ""), (".pdf", "")],
)
def test_the_suffix_of_a_name(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix


@pytest.mark.parametrize(
    "text",
    [
        f"From: the council\nTo: all of us\n\n{BODY}",
        f"From the council\n\n{BODY}",
        "PK is a party",
        "WARC of words",
    ],
)
def test_a_text_that_only_begins_like_another_kind_is_text(text: str) -> None:
    assert sniffed(text.encode()) is None


@pytest.mark.parametrize("suffix", sorted(READERS))
@pytest.mark.parametrize("data", [b"", b"\0" * 99, b"\xff\xfe\xfd" * 99, BODY.encode() * 9])
def test_what_is_of_another_kind_is_one_line_and_the_rest_goes_on(
    suffix: str, data: bytes, tmp_path: Path
) -> None:
    (tmp_path / f"a{suffix}").write_bytes(data)
    (tmp_path / "b.txt").write_text(f"Dam breaks\n\n{BODY}", encoding="utf-8")
    pile = read([str(tmp_path)], now=NOW)
    assert [article.title for article in pile.articles] == ["Dam breaks"]
    assert len(pile.skipped) == 1
    assert "\n" not in pile.skipped[0].reason


def test_options_reach_the_readers(tmp_path: Path) -> None:
    (tmp_path / "pile.txt").write_text(f"## Dam\n{BODY}\n## School\n{FIRST}", encoding="utf-8")
    (tmp_path / "pile.csv").write_text(f"Kopf,Inhalt\nDamm,{FIRST!r}\n", encoding="utf-8")
    options = Reading({"title": "Kopf", "text": "Inhalt"}, "## ")
    pile = read([str(tmp_path)], now=NOW, reading=options)
    assert [article.title for article in pile.articles] == ["Damm", "Dam", "School"]


def test_a_doi_that_is_none_is_told() -> None:
    data = f'{{"title": "Dam", "text": "{FIRST}", "doi": "none", "citekey": "q26"}}'.encode()
    (made,) = articles(data, "a.jsonl")
    assert (made.doi, made.citekey) == (None, "q26")
