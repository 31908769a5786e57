"""Which variants there are, and what they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.errors import UsageError
from summarize.evaluate.variants import variants_of
from summarize.templates.folders import SHIPPED, Folders, prompts_folder


def folder(path: Path, name: str) -> str:
    (path / name).mkdir()
    return str(path / name)


def test_each_folder_is_run_with_each_model(tmp_path: Path) -> None:
    team = folder(tmp_path, "team")

    found = variants_of(["shipped", team], ["m1", "m2"])

    assert [(one.letter, one.name) for one in found] == [
        ("A", "shipped, m1"),
        ("B", "shipped, m2"),
        ("C", f"{team}, m1"),
        ("D", f"{team}, m2"),
    ]
    assert found[2].folders == Folders((Path(team),))


def test_without_a_folder_the_prompts_are_those_of_the_package() -> None:
    (only,) = variants_of([], ["m1"])

    assert (only.name, only.prompts, only.folders) == ("m1", "shipped", SHIPPED)


def test_of_one_model_the_variants_are_called_by_their_prompts(tmp_path: Path) -> None:
    team = folder(tmp_path, "team")

    assert [one.name for one in variants_of([team, "default"], ["m1"])] == [team, "default"]


def test_the_built_in_writer_has_no_prompts_and_is_run_once(tmp_path: Path) -> None:
    found = variants_of([folder(tmp_path, "a"), folder(tmp_path, "b")], ["local", "m1"])

    assert [one.model for one in found] == ["local", "m1", "m1"]
    assert (found[0].name, found[0].prompts) == ("local", "")


def test_the_same_prompts_under_two_names_are_run_once() -> None:
    assert len(variants_of(["shipped", "default", str(prompts_folder())], ["m1"])) == 1


def test_what_is_no_folder_is_an_error() -> None:
    with pytest.raises(UsageError, match="no folder of prompts at nowhere; name one with"):
        variants_of(["nowhere"], ["m1"])


def test_after_the_alphabet_letters_have_numbers() -> None:
    letters = [one.letter for one in variants_of([], [f"m{n}" for n in range(30)])]

    assert letters[24:28] == ["Y", "Z", "A1", "B1"]
