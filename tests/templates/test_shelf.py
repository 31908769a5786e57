"""The templates that a person has."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.errors import TemplateFault, UsageError
from summarize.templates import PROMPTS, SHIPPED, Prompts, prompts_folder, report_hashes
from summarize.templates.shelf import (
    Entry,
    copied_from,
    file_of,
    listed,
    name_of,
    names,
    place_for,
    require_own,
)
from tests.templates.conftest import Own

EXTENDS = '{% extends "default/story.md.j2" %}'


def by_name(entries: list[Entry]) -> dict[str, Entry]:
    return {entry.name: entry for entry in entries}


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("story", "story.md.j2"),
        ("story.md.j2", "story.md.j2"),
        ("report/head", "report/head.md.j2"),
        ("part.j2", "part.j2"),
    ],
)
def test_a_template_is_called_by_its_name_or_file(name: str, file: str) -> None:
    assert file_of(name) == file
    assert file_of(name_of(file)) == file


def test_prompts_come_first_in_the_order_of_their_use() -> None:
    found = [name_of(name) for name in names(SHIPPED)]

    assert found[: len(PROMPTS)] == list(PROMPTS)
    assert all(name.startswith("report/") for name in found[len(PROMPTS) :])


def test_each_shipped_template_says_what_it_is_for_and_has_the_hash_of_a_report() -> None:
    found = by_name(listed(SHIPPED))

    assert all(entry.description.endswith(".") for entry in found.values())
    assert all(entry.shadows == () for entry in found.values())
    for name, hashed in {**report_hashes("daily"), **Prompts().hashes()}.items():
        assert found[name].hash == hashed


def test_an_override_names_what_it_shadows_and_inherits_what_it_is_for(own: Own) -> None:
    entry = by_name(listed(own(story=EXTENDS)))["story.md.j2"]

    assert not entry.found.is_shipped
    assert [found.folder for found in entry.shadows] == [prompts_folder()]
    assert entry.description == Prompts().get("story").description
    assert entry.hash == Prompts(own()).get("story").hash


def test_a_template_of_ones_own_is_listed(own: Own) -> None:
    folders = own({"part.j2": "x", "report/mine.j2": "x", "notes.txt": "x"}, aid=EXTENDS)

    mine = {name for name in names(folders) if name not in names(SHIPPED)}

    assert mine == {"aid.md.j2", "part.j2", "report/mine.j2"}
    assert by_name(listed(folders))["aid.md.j2"].description == ""


def test_a_required_template_of_ones_own_is_fine(own: Own) -> None:
    require_own(["story", "story.md.j2"], own(story=EXTENDS))


def test_a_required_template_that_is_shipped_is_a_usage_error(own: Own) -> None:
    with pytest.raises(UsageError, match="--strict-prompts merge: it is the package's own"):
        require_own(["story", "merge"], own(story=EXTENDS))


def test_a_required_template_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(TemplateFault, match=r"no template nothing\.md\.j2"):
        require_own(["nothing"], SHIPPED)


def test_the_hash_of_a_copy_is_read_wherever_the_line_stands() -> None:
    line = "{# copied from default/story.md.j2 0123456789ab #}\n"

    assert copied_from(f"\n\n{line}{EXTENDS}") == "0123456789ab"
    assert copied_from(f"said: {line}") is None


def test_a_file_that_is_there_is_kept_unless_it_is_forced(tmp_path: Path) -> None:
    (tmp_path / "a.j2").write_text("x", encoding="utf-8")

    with pytest.raises(UsageError, match="is there already; overwrite it with --force"):
        place_for("a.j2", tmp_path, force=False)
    assert place_for("a.j2", tmp_path, force=True) == tmp_path / "a.j2"
    assert place_for("b.j2", tmp_path / "new", force=False) == tmp_path / "new" / "b.j2"


def test_nothing_is_written_among_the_shipped_templates(tmp_path: Path) -> None:
    (tmp_path / "prompts").symlink_to(prompts_folder())

    for folder in (prompts_folder(), tmp_path / "prompts"):
        with pytest.raises(UsageError, match="the package's own"):
            place_for("aid.md.j2", folder, force=True)


def test_what_cannot_be_used_is_listed_with_the_reason(own: Own) -> None:
    folders = own({"report/head.md.j2": "+++\n"}, story='{% extends "default/stori.md.j2" %}')

    entries = by_name(listed(folders))

    story, head = entries["story.md.j2"], entries["report/head.md.j2"]
    assert (story.hash, head.hash) == ("", "")
    assert story.description.startswith("cannot be used: no template default/stori.md.j2 in ")
    assert head.description.startswith("cannot be used: its front matter does not end; write")
    assert head.found.folder == folders.own[0]
    assert len(entries) == len(listed(SHIPPED))
