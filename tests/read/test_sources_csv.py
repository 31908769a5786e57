"""`sources.csv`: what a person knows better than the files."""

from pathlib import Path

import pytest

from summarize.read import sources_csv


def listed(folder: Path, content: bytes) -> sources_csv.Listed:
    (folder / "a.txt").write_text("text", encoding="utf-8")
    file = folder / "sources.csv"
    file.write_bytes(content)
    return sources_csv.read(file, "news/sources.csv")


@pytest.mark.parametrize(
    "content",
    [
        b"path,outlet,author\na.txt,Ledger,\n",
        b"\xef\xbb\xbfpath,outlet,author\r\na.txt,Ledger,\r\n",
        b"path;outlet;author\na.txt;Ledger;\n",
        b"Path,Source,Author\n./a.txt, Ledger ,\n",
        b"path,outlet\na.txt,Ledger,too,many\n\n,nothing\n",
        b'path,outlet\n"a.txt","Ledger"',
    ],
)
def test_a_cell_that_is_not_empty_overrides(tmp_path: Path, content: bytes) -> None:
    found = listed(tmp_path, content)
    fields = found.overrides[(tmp_path / "a.txt").resolve()]
    assert {name: field.value for name, field in fields.items()} == {"outlet": "Ledger"}
    assert fields["outlet"].origin == "sources.csv"
    assert found.skipped == ()


@pytest.mark.parametrize("path", ["b.txt", "x" * 5_000, "../gone.txt"])
def test_a_file_that_is_not_there_is_named(tmp_path: Path, path: str) -> None:
    found = listed(tmp_path, f"path,outlet\n{path},Ledger\n".encode())
    assert found.overrides == {}
    assert [(skipped.source, skipped.reason) for skipped in found.skipped] == [
        (f"news/sources.csv: {path}", "listed in sources.csv but not there")
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"outlet,author\nLedger,Kell\n", "no column named path"),
        (b"path,outlet\na.txt," + b"x" * 200_000, "not a CSV table: field larger"),
        (b"path,outlet\n\x00\x00", "not a CSV table"),
        (b"\xff\xfe\x00\xd8", "not a CSV table"),
    ],
)
def test_a_bad_table_is_named(tmp_path: Path, content: bytes, reason: str) -> None:
    found = listed(tmp_path, content)
    assert found.overrides == {}
    assert found.skipped[0].reason.startswith(reason)


def test_an_empty_table_says_nothing(tmp_path: Path) -> None:
    assert listed(tmp_path, b"") == sources_csv.Listed({}, ())


def test_a_folder_of_that_name_is_not_readable(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").mkdir()
    found = sources_csv.read(tmp_path / "sources.csv", "sources.csv")
    assert found.skipped[0].reason.startswith("not readable")


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("published", "10/03/2026", "not a date: 10/03/2026"),
        ("url", "the front page", "not a web address: the front page"),
    ],
)
def test_a_cell_that_cannot_be_used_is_named_and_overrides_nothing(
    tmp_path: Path, column: str, cell: str, reason: str
) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")

    found = listed(tmp_path, f"path,outlet,{column}\na.txt,Courier,{cell}\n".encode())

    assert [entry.reason for entry in found.skipped] == [reason]
    assert set(found.overrides[tmp_path / "a.txt"]) == {"outlet"}


def test_a_column_that_is_not_known_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")

    found = listed(tmp_path, b"path,notes\na.txt,seen\n")

    assert [entry.reason for entry in found.skipped] == ["not a column of sources.csv"]
