"""Where a report goes, and what it must not replace."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_dash_is_markdown_on_stdout_beside_files(run: Run, news: Path) -> None:
    ran = run("daily", str(news), "-o", "-", "-o", "brief.md")

    assert ran.out == Path("brief.md").read_text(encoding="utf-8")
    assert [line for line in ran.err.splitlines() if line.startswith("wrote")] == ["wrote brief.md"]


def test_a_source_is_not_replaced(run: Run, news: Path) -> None:
    source = news / "dam.md"
    (news / "dam.txt").rename(source)
    before = source.read_text(encoding="utf-8")

    ran = run("article", str(source), "-o", str(source))

    assert (ran.code, source.read_text(encoding="utf-8")) == (2, before)
    assert "is one of the SOURCEs" in ran.err


@pytest.mark.parametrize("name", ["note.md", "{series}.md"])
def test_an_article_in_a_folder_that_is_read_is_not_replaced(
    run: Run, news: Path, name: str
) -> None:
    for file in ("note.md", "default.md"):
        (news / file).write_text("# A note\n\nNot a report.\n", encoding="utf-8")

    ran = run("daily", str(news), "-o", str(news / name))

    assert ran.code in {1, 2}
    assert "is one of the SOURCEs, and would be lost; name another file" in ran.err
    assert (news / "default.md").read_text(encoding="utf-8").startswith("# A note")


@pytest.mark.parametrize(
    "ending", ["md", "html", "json", "review.md", "claims.jsonl", "bib", "csl.json"]
)
def test_an_old_report_is_replaced_without_a_word_even_beside_the_articles(
    run: Run, news: Path, ending: str
) -> None:
    old = news / f"brief.{ending}"
    run("daily", str(news), "-o", str(old))

    ran = run("daily", str(news), "-o", str(old))

    assert f"wrote {old}\n" in ran.err


@pytest.mark.parametrize(
    ("content", "said"), [("My own notes.\n", ", in place of a file that was no report"), ("", "")]
)
def test_a_file_that_was_no_report_is_replaced_and_said(
    run: Run, news: Path, content: str, said: str
) -> None:
    Path("note.md").write_text(content, encoding="utf-8")

    assert f"wrote note.md{said}\n" in run("daily", str(news), "-o", "note.md").err


def test_a_folder_is_not_replaced(run: Run, news: Path) -> None:
    Path("note.md").mkdir()

    assert "is a folder" in run("daily", str(news), "-o", "note.md").err


def test_a_format_that_is_not_known_names_those_there_are(run: Run, news: Path) -> None:
    ran = run("daily", str(news), "-o", "brief.docx")

    known = ".json, .md, .html, .eml, .review.md, .bib, .csl.json, .claims.jsonl"
    assert f"end it in {known}, or write - for stdout" in ran.err


@pytest.mark.skipif(os.name == "nt", reason="needs links")
@pytest.mark.parametrize("name", ["circle.md", "circle/brief.md"])
def test_links_in_a_circle_are_one_line(run: Run, news: Path, name: str) -> None:
    Path("circle").symlink_to("circle")
    Path("circle.md").symlink_to("circle.md")

    ran = run("daily", str(news), "-o", name)

    assert ran.code == 1
    assert f"cannot write '{name}'" in ran.err


@pytest.mark.usefixtures("news")
def test_a_template_that_cannot_be_filled_keeps_no_other_format_from_being_written(
    run: Run,
) -> None:
    Path("own/report").mkdir(parents=True)
    # It can be filled with the sample of the check before the run, and not with this report.
    lines = "{% if page.head.title == 'Zebra' %}{{ page.nothing.of_the_kind }}{% endif %}"
    Path("own/report/head.md.j2").write_text(lines, encoding="utf-8")

    ran = run("brief", "news", "--title", "Zebra", "--prompts", "own", "-o", "b.md", "-o", "b.json")

    assert ran.code == 2
    assert not Path("b.md").exists()
    assert Path("b.json").exists()


def test_a_bibliography_has_the_keys_that_the_page_cites(run: Run, news: Path) -> None:
    run("daily", str(news), "--cite", "pandoc", "-o", "brief.md", "-o", "r.bib", "-o", "r.csl.json")

    page, bib = (Path(name).read_text(encoding="utf-8") for name in ("brief.md", "r.bib"))
    used = set(re.findall(r"@([\w-]+)", page.split("## Sources")[0]))
    assert used
    assert used <= set(re.findall(r"^@\w+\{(.+),$", bib, re.MULTILINE))
    items = json.loads(Path("r.csl.json").read_text(encoding="utf-8"))
    assert used <= {item["id"] for item in items}


def test_a_bibliography_can_be_without_the_words_of_articles(run: Run, news: Path) -> None:
    ran = run("daily", str(news), "--embed", "none", "-o", "r.csl.json")

    assert (ran.code, Path("r.csl.json").exists()) == (0, True)
