"""The catalogues of labels say the same things in every language."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest

from summarize.report.labels import labels_for
from summarize.templates import prompts_folder

FOLDER = prompts_folder() / "report" / "labels"


def catalogue(language: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def places(entry: Any) -> Any:
    """The names that a label fills in, form by form."""
    if isinstance(entry, dict):
        return {form: places(text) for form, text in entry.items()}
    return sorted(re.findall(r"{(\w+)", entry))


@pytest.mark.parametrize("language", ["fr", "es"])
def test_a_catalogue_has_every_label_with_the_same_places(language: str) -> None:
    english, other = catalogue("en"), catalogue(language)
    assert list(other) == list(english)
    assert {key: places(entry) for key, entry in other.items()} == {
        key: places(entry) for key, entry in english.items()
    }


@pytest.mark.parametrize("name", ["situation.md.j2", "article.md.j2", "head.md.j2"])
def test_every_label_of_a_template_exists(name: str) -> None:
    source = (FOLDER.parent / name).read_text(encoding="utf-8")
    used = set(re.findall(r"label\.(\w+)", source))
    assert used
    assert used <= labels_for("en").texts.keys()


@pytest.mark.parametrize(
    ("language", "n", "said"),
    [
        ("en", 0, "0 articles"),
        ("en", 1, "1 article"),
        ("en", 2, "2 articles"),
        ("fr", 0, "0 article"),
        ("fr", 2, "2 articles"),
        ("es", 1, "1 artículo"),
    ],
)
def test_things_are_counted_as_the_language_does(language: str, n: int, said: str) -> None:
    assert labels_for(language).count("articles", n) == said


@pytest.mark.parametrize(
    ("asked", "given"), [("fr-CA", "fr"), ("es_MX", "es"), ("tlh", "en"), ("../en", "en")]
)
def test_a_language_without_a_catalogue_gets_the_nearest(asked: str, given: str) -> None:
    assert labels_for(asked).language == given
