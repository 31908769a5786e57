"""One text file of many articles."""

from summarize.read.options import Reading
from tests.read.documents import FIRST, SECOND, articles, reasons

SPLIT = Reading(split="^=== ")


def test_each_line_that_matches_begins_an_article() -> None:
    data = f"=== Dam breaks\n\n{FIRST}\n=== School reached\r\n{SECOND}\n".encode()
    first, second = articles(data, "pile.txt", SPLIT)
    assert (first.title, first.text, first.path) == ("Dam breaks", FIRST, "pile.txt:1")
    assert (second.title, second.text, second.path) == ("School reached", SECOND, "pile.txt:4")


def test_without_a_title_the_text_is_read_as_any_text() -> None:
    data = f"=== \nDam breaks\n\n{FIRST}\n=== \n{SECOND}".encode()
    first, second = articles(data, "pile.txt", SPLIT)
    assert first.title == "Dam breaks"
    assert second.title.startswith("Rescue teams")


def test_what_stands_before_the_first_is_an_article_of_its_own() -> None:
    before, after = articles(f"{SECOND}\n=== Dam\n{FIRST}".encode(), "pile.txt", SPLIT)
    assert (before.text, after.text) == (SECOND, FIRST)


def test_an_empty_part_is_named() -> None:
    assert reasons(f"=== A\n\n=== B\n{FIRST}".encode(), "pile.txt", SPLIT) == ["no text found"]


def test_a_file_without_such_a_line_is_one_article() -> None:
    (made,) = articles(f"{FIRST}\n\n{SECOND}".encode(), "pile.txt", SPLIT)
    assert made.path == "pile.txt"


def test_other_kinds_of_files_are_not_parted() -> None:
    data = f"# Dam\n\n=== A\n\n{FIRST}\n\n=== B\n\n{SECOND}".encode()
    assert len(articles(data, "pile.md", SPLIT)) == 1
    assert len(articles(data, "pile.txt")) == 1
