"""The catalogues of labels say the same things in every language."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest

from summarize.briefs.asking import LANGUAGES as NAMES
from summarize.check.brief_text import REFERENCES
from summarize.cli.options import LANGUAGES
from summarize.report.escape import fold
from summarize.report.labels import COUNTS, FORMS, ONE_AND_OTHER, catalogues, labels_for
from summarize.templates import prompts_folder

FOLDER = prompts_folder() / "report" / "labels"


def catalogue(language: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def places(entry: Any) -> Any:
    """The names that a label fills in, form by form."""
    if isinstance(entry, dict):
        return {form: places(text) for form, text in entry.items()}
    return sorted(re.findall(r"{(\w+)", entry))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_label_with_the_same_places(language: str) -> None:
    english, other = catalogue("en"), catalogue(language)
    assert list(other) == list(english)
    plain = [key for key, entry in english.items() if isinstance(entry, str)]
    assert {key: places(other[key]) for key in plain} == {
        key: places(english[key]) for key in plain
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_has_the_forms_of_the_language_each_with_its_number(language: str) -> None:
    counted = {key: entry for key, entry in catalogue(language).items() if isinstance(entry, dict)}

    for forms in counted.values():
        assert tuple(forms) == FORMS.get(language, ONE_AND_OTHER)
        for form, text in forms.items():
            # A form for one number alone may say it in words, where the language has no other.
            if language != "ar" or form not in COUNTS:
                assert places(text) == ["n"]


def test_every_language_that_can_be_asked_for_has_a_catalogue() -> None:
    assert {labels.language for labels in catalogues()} == set(LANGUAGES) == set(NAMES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_heading_but_that_of_the_sources_begins_references(language: str) -> None:
    texts = labels_for(language).texts

    taken = {key for key, text in texts.items() if text.casefold() in REFERENCES}
    assert taken <= {"sources"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_in_a_label_is_invisible_or_markup(language: str) -> None:
    labels = labels_for(language)

    for text in (*labels.texts.values(), *(t for f in labels.plurals.values() for t in f.values())):
        assert fold(text) == text.strip()
        assert not set("<>`*|\\") & set(text)


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
        ("de", 0, "0 Artikel"),
        ("vi", 1, "1 bài"),
        ("zh", 1, "1 篇文章"),
        ("ar", 0, "لا مقالات"),
        ("ar", 1, "مقال واحد"),
        ("ar", 2, "مقالان"),
        ("ar", 3, "3 مقالات"),
        ("ar", 10, "10 مقالات"),
        ("ar", 11, "11 مقالاً"),
        ("ar", 99, "99 مقالاً"),
        ("ar", 100, "100 مقال"),
        ("ar", 102, "102 مقال"),
        ("ar", 103, "103 مقالات"),
        ("ar", 111, "111 مقالاً"),
    ],
)
def test_things_are_counted_as_the_language_does(language: str, n: int, said: str) -> None:
    assert labels_for(language).count("articles", n) == said


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("zh-Hant", "zh"),
        ("ar_EG", "ar"),
        ("fr-CA", "fr"),
        ("es_MX", "es"),
        ("tlh", "en"),
        ("../en", "en"),
    ],
)
def test_a_language_without_a_catalogue_gets_the_nearest(asked: str, given: str) -> None:
    assert labels_for(asked).language == given
