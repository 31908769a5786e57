"""Where templates are looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize.errors import TemplateFault, UsageError
from summarize.templates import SHIPPED, Folders, prompts_folder, search
from summarize.templates.folders import require_folder
from tests.templates.conftest import Own


def folder(place: Path, *names: str) -> Path:
    place.mkdir(parents=True)
    for name in names:
        (place / name).write_text("x", encoding="utf-8")
    return place


def test_named_folders_come_first_then_the_working_folder_then_the_config(tmp_path: Path) -> None:
    one, two = folder(tmp_path / "one"), folder(tmp_path / "two")
    here, config = folder(tmp_path / "here/prompts"), folder(tmp_path / "config/prompts")

    found = search([one, two], here=here.parent, config=config.parent)

    assert found.own == (one, two, here, config)


def test_a_folder_is_searched_once(tmp_path: Path) -> None:
    here = folder(tmp_path / "prompts")

    assert search([here, here], here=tmp_path, config=tmp_path).own == (here,)


def test_the_shipped_folder_is_no_override() -> None:
    shipped = prompts_folder()

    assert search([shipped], here=shipped.parent, config=shipped.parent) == SHIPPED


def test_a_named_folder_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder of prompts"):
        search([tmp_path / "none"], here=tmp_path, config=tmp_path)


def test_the_folder_that_was_nearly_meant_is_named(tmp_path: Path) -> None:
    (tmp_path / "prompts").mkdir()
    with pytest.raises(
        UsageError, match=r"no folder of prompts at .*promts; did you mean 'prompts'"
    ):
        search([tmp_path / "promts"], here=tmp_path, config=tmp_path)


def test_the_settings_that_name_a_folder_are_named(tmp_path: Path) -> None:
    said = "desk.toml: prompts: no folder of prompts at .*none; mend the setting"
    with pytest.raises(UsageError, match=said):
        require_folder(tmp_path / "none", Path("desk.toml"))


def test_the_first_file_is_used_and_shadows_the_others(tmp_path: Path) -> None:
    one, two = folder(tmp_path / "1", "story.md.j2"), folder(tmp_path / "2", "story.md.j2")

    found = list(Folders((one, two)).all("story.md.j2"))

    assert [file.folder for file in found] == [one, two, prompts_folder()]
    assert [file.is_shipped for file in found] == [False, False, True]


def test_default_is_always_the_shipped_one(own: Own) -> None:
    assert own(story="mine").find("default/story.md.j2").is_shipped


def test_a_template_that_is_nowhere_is_a_fault_that_says_where_was_looked(own: Own) -> None:
    with pytest.raises(TemplateFault, match=r"no template nothing\.md\.j2 in .*mine, "):
        own(story="x").find("nothing.md.j2")


@pytest.mark.parametrize("name", ["../secret.j2", "report/../../secret.j2", "default/../x.j2"])
def test_no_name_leads_out_of_a_folder(tmp_path: Path, own: Own, name: str) -> None:
    (tmp_path / "secret.j2").write_text("SECRET", encoding="utf-8")

    with pytest.raises(TemplateFault, match="outside its folder"):
        own(story="x").find(name)


def test_an_absolute_name_is_refused(tmp_path: Path, own: Own) -> None:
    (tmp_path / "secret.j2").write_text("SECRET", encoding="utf-8")

    with pytest.raises(TemplateFault, match="outside its folder"):
        own(story="x").find(str(tmp_path / "secret.j2"))


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path, own: Own) -> None:
    (tmp_path / "secret").write_text("SECRET", encoding="utf-8")
    folders = own(story="x")
    (folders.own[0] / "story.md.j2").unlink()
    (folders.own[0] / "story.md.j2").symlink_to(tmp_path / "secret")

    with pytest.raises(TemplateFault, match=r"story\.md\.j2: it leads out of"):
        folders.find("story.md.j2")


def test_a_linked_folder_that_leads_out_is_refused(tmp_path: Path, own: Own) -> None:
    outside = folder(tmp_path / "outside", "head.md.j2")
    folders = own(story="x")
    (folders.own[0] / "report").symlink_to(outside)

    with pytest.raises(TemplateFault, match="leads out"):
        folders.find("report/head.md.j2")


def test_a_link_inside_the_folder_is_followed(own: Own) -> None:
    folders = own(story="x")
    (folders.own[0] / "merge.md.j2").symlink_to(folders.own[0] / "story.md.j2")

    assert folders.find("merge.md.j2").path.read_text(encoding="utf-8") == "x"


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("storry.md.j2", "story"),
        ("report/haed.md.j2", "report/head"),
        ("default/stori.md.j2", "story"),
    ],
)
def test_a_name_that_is_nearly_right_is_told(own: Own, asked: str, meant: str) -> None:
    with pytest.raises(TemplateFault, match=rf"did you mean {meant}\? summarize prompts list"):
        own().find(asked)


def test_a_name_like_no_other_has_no_guess(own: Own) -> None:
    with pytest.raises(TemplateFault, match="; summarize prompts list shows all"):
        own().find("zzzz.md.j2")


def test_what_is_no_file_is_not_passed_over(own: Own) -> None:
    folders = own(note="x")
    folder = folders.own[0]
    (folder / "story.md.j2").mkdir()
    (folder / "merge.md.j2").symlink_to("nowhere")

    for name in ("story.md.j2", "merge.md.j2"):
        with pytest.raises(TemplateFault, match="it is no file; remove it, or write one"):
            folders.find(name)
