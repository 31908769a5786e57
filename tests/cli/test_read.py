from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_each_article_is_shown_with_where_its_fields_came_from(run: Run, news: Path) -> None:
    ran = run("read", str(news))

    assert "Karrow Dam bursts  (first line)" in ran.out
    assert "outlet     news" in ran.out


def test_verbose_shows_the_identity(run: Run, news: Path) -> None:
    assert "key " in run("read", str(news), "-v").out


def test_articles_written_as_lines_are_read_back_the_same(run: Run, news: Path) -> None:
    run("read", str(news), "-o", "articles.jsonl")
    run("read", "articles.jsonl", "-o", "again.jsonl")

    first = Path("articles.jsonl").read_text(encoding="utf-8")
    again = Path("again.jsonl").read_text(encoding="utf-8")
    assert first.count("\n") == 2
    assert first == again


@pytest.mark.usefixtures("news")
def test_nothing_read_is_exit_1(run: Run) -> None:
    Path("empty.txt").touch()

    ran = run("read", "empty.txt")

    assert (ran.code, "empty.txt: empty" in ran.err) == (1, True)


def test_articles_can_only_be_written_as_lines(run: Run, news: Path) -> None:
    assert run("read", str(news), "-o", "articles.md").code == 2


def test_articles_that_cannot_be_written_are_one_line(run: Run, news: Path) -> None:
    Path("file").write_text("in the way", encoding="utf-8")

    ran = run("read", str(news), "-q", "-o", "file/articles.jsonl")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("Error: cannot write 'file/articles.jsonl': ")
