"""Readers of other packages: found by scheme or suffix, and never able to break a run."""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from summarize.errors import UsageError
from summarize.read import Pile, read
from summarize.sources.gathered import How, gather
from summarize.sources.source import given

NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
TEXT = "The dam above Orlen gave way shortly after midnight on Tuesday, the council said."
PAGE = Path(__file__).resolve().parents[2] / "docs" / "readers.md"
Install = Callable[[str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Puts a module `demo_reader` where Python finds it, as a package with its entry points."""

    def put(code: str) -> None:
        site = tmp_path / "site"
        info = site / "demo_reader-1.0.dist-info"
        info.mkdir(parents=True)
        (site / "demo_reader.py").write_text(code, encoding="utf-8")
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: demo-reader\nVersion: 1.0\n")
        points = "[summarize.readers]\ndemo = demo_reader:read\n.demo = demo_reader:read\n"
        (info / "entry_points.txt").write_text(points, encoding="utf-8")
        monkeypatch.syspath_prepend(site)

    yield put
    sys.modules.pop("demo_reader", None)


def made(body: str) -> str:
    head = "from datetime import UTC, datetime\nfrom summarize.article import Article, Heading\n"
    return f"{head}NOW = datetime(2026, 3, 12, tzinfo=UTC)\ndef read(spec):\n" + textwrap.indent(
        textwrap.dedent(body), "    "
    )


def one(text: str = TEXT, more: str = "") -> str:
    return made(f"yield Article('k', 'Dam breaks', {text!r}, NOW{more})")


def told(pile: Pile) -> list[str]:
    return [one.reason for one in pile.skipped]


def example() -> str:
    match = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert match
    return match[1]


def test_the_example_of_the_documents_is_short_and_reads(install: Install, tmp_path: Path) -> None:
    install(example())
    assert len(example().strip().splitlines()) <= 15
    news = tmp_path / "news.txt"
    news.write_text(f"Dam breaks|{TEXT}\nFerry late|{TEXT} Ferries were late too.\n", "utf-8")
    articles = read([f"demo:{news}"], now=NOW).articles
    assert [article.title for article in articles] == ["Dam breaks", "Ferry late"]
    assert articles[0].outlet == "Demo"


def test_a_file_in_a_folder_is_read_by_its_suffix(install: Install, tmp_path: Path) -> None:
    install(one().replace("'k'", "spec"))
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.DEMO").touch()
    (article,) = read([str(folder)], now=NOW).articles
    assert article.key == str(folder / "a.DEMO")


def test_sources_of_all_kinds_stand_in_one_command(install: Install, tmp_path: Path) -> None:
    install(one())
    (tmp_path / "a.txt").write_text(f"Ferry late\n\n{TEXT * 4}", encoding="utf-8")
    found = gather(given(["demo:x", str(tmp_path / "a.txt")]), How(now=NOW)).pile
    assert [article.title for article in found.articles] == ["Dam breaks", "Ferry late"]


def test_a_suffix_of_ours_stays_ours(install: Install, tmp_path: Path) -> None:
    install(made("raise RuntimeError('asked')"))
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert told(read([str(tmp_path / "a.txt")], now=NOW)) == ["under 40 words"]


def test_a_file_that_looks_like_a_scheme_is_a_file(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(made("raise RuntimeError('asked')"))
    monkeypatch.chdir(tmp_path)
    Path("demo:a.txt").write_text(f"Ferry late\n\n{TEXT * 4}", encoding="utf-8")
    assert [article.title for article in read(["demo:a.txt"], now=NOW).articles] == ["Ferry late"]


def test_a_scheme_without_a_reader_is_no_source() -> None:
    with pytest.raises(UsageError, match="no such file or folder: 'nobody:x'"):
        read(["nobody:x"], now=NOW)


def test_a_source_named_twice_is_read_once(install: Install) -> None:
    install(one())
    pile = read(["demo:x", "demo:x"], now=NOW)
    assert (len(pile.articles), pile.skipped) == (1, ())


def test_an_article_given_twice_is_one(install: Install) -> None:
    install(one() + f"\n    yield Article('k', 'Dam breaks', {TEXT!r}, NOW)")
    pile = read(["demo:x"], now=NOW)
    assert (len(pile.articles), told(pile)) == (1, ["same article as demo:x"])


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("raise OSError('no such\\n archive')", "reader demo failed: OSError: no such archive"),
        ("return 7", "reader demo failed: TypeError: 'int' object is not iterable"),
        ("yield 'text'", "reader demo gave no Article but str"),
        ("yield Article('k', 'Dam', 'Short.', NOW)", "under 8 words"),
    ],
)
def test_what_a_reader_cannot_give_is_named(install: Install, body: str, reason: str) -> None:
    install(made(body))
    assert told(read(["demo:x"], now=NOW)) == [reason]


def test_a_module_that_cannot_be_imported_is_named(install: Install) -> None:
    install("import there_is_no_such_module")
    (reason,) = told(read(["demo:x"], now=NOW))
    assert reason.startswith("reader demo failed: ModuleNotFoundError")


def test_what_was_given_before_an_error_is_kept(install: Install) -> None:
    install(one() + "\n    raise ValueError('the rest is broken')")
    pile = read(["demo:x"], now=NOW)
    assert (len(pile.articles), len(pile.skipped)) == (1, 1)


def test_a_text_is_cleaned_and_its_spans_go(install: Install) -> None:
    install(one("\u200bThe  dam" + TEXT, ", headings=(Heading(0, 3, 1),)"))
    (article,) = read(["demo:x"], now=NOW).articles
    assert article.text.startswith("The dam")
    assert article.headings == ()


def test_fields_are_as_those_of_all_articles(install: Install) -> None:
    naive = f"yield Article('k', '', {TEXT!r}, datetime(2026, 3, 12), url='javascript:x()')"
    install(made(naive))
    (article,) = read(["demo:x"], now=NOW).articles
    assert article.url is None
    assert article.retrieved.tzinfo is not None
    assert article.title == TEXT
