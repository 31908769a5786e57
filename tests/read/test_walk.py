"""Which files are read, and in which order."""

import os
from pathlib import Path

import pytest

from summarize.errors import UsageError
from summarize.read import walk
from summarize.read.draft import Place
from summarize.reported import Skipped


def met(*sources: Path | str) -> list[Place | Skipped]:
    return list(walk.Walk().places([str(source) for source in sources]))


def relatives(*sources: Path | str) -> list[str | None]:
    return [place.relative for place in met(*sources) if isinstance(place, Place)]


def write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("text", encoding="utf-8")
    return path


def test_folders_are_walked_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/y.txt", "c.txt"):
        write(tmp_path / name)
    assert relatives(tmp_path) == ["a/b/y.txt", "a/z.txt", "b.txt", "c.txt"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/x.txt", "seen.txt"):
        write(tmp_path / name)
    assert relatives(tmp_path) == ["seen.txt"]


def test_a_file_met_twice_is_read_once(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(file)
    assert relatives(tmp_path, file, "-", "-") == ["a.txt", None]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert relatives(tmp_path) == ["a.txt"]


def test_a_link_to_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert met(tmp_path) == [Skipped(str(tmp_path / "gone.txt"), "broken link")]


def test_a_link_to_itself_is_named(tmp_path: Path) -> None:
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert met(tmp_path) == [Skipped(str(tmp_path / "self.txt"), "broken link")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert met(tmp_path) == [Skipped(str(tmp_path / "pipe"), "not a regular file")]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_rights_is_named(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0)
    try:
        assert met(tmp_path) == [Skipped(str(closed), "not readable: permission denied")]
    finally:
        closed.chmod(0o700)


def test_a_folder_gone_while_walking_is_named(tmp_path: Path) -> None:
    gone = tmp_path / "b"
    for name in ("a/a.txt", "b/b.txt"):
        write(tmp_path / name)
    places = walk.Walk().places([str(tmp_path)])
    assert isinstance(next(places), Place)
    (gone / "b.txt").unlink()
    gone.rmdir()
    assert list(places) == [Skipped(str(gone), "not readable: no such file or directory")]


def test_the_folder_names_the_outlet_of_walked_files_only(tmp_path: Path) -> None:
    file = write(tmp_path / "Valley Ledger" / "a.txt")
    (walked,) = met(tmp_path)
    (named,) = met(file)
    assert isinstance(walked, Place)
    assert isinstance(named, Place)
    assert (walked.folder, named.folder) == ("Valley Ledger", None)


def test_the_working_folder_goes_by_its_own_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "Ledger" / "a.txt")
    monkeypatch.chdir(tmp_path / "Ledger")
    (place,) = met(".")
    assert isinstance(place, Place)
    assert (place.folder, place.relative, place.name) == ("Ledger", "a.txt", "a.txt")


def test_a_temporary_folder_names_no_outlet(tmp_path: Path) -> None:
    write(tmp_path / "tmp" / "a.txt")
    (place,) = met(tmp_path / "tmp")
    assert isinstance(place, Place)
    assert place.folder is None


def test_a_name_is_shown_on_one_line(tmp_path: Path) -> None:
    write(tmp_path / "two\nlines\x07.txt")
    (place,) = met(tmp_path)
    assert isinstance(place, Place)
    assert place.relative == "two lines.txt"


def test_deeply_nested_folders_are_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(300):
        Path("d").mkdir()
        os.chdir("d")
    Path("a.txt").write_text("text", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    found = met("d")
    assert len(found) == 1


@pytest.mark.parametrize("source", ["", "nowhere.txt", "a\0b", "x" * 5_000, "https://l.example/"])
def test_a_source_that_does_not_exist_is_wrong_usage(source: str) -> None:
    with pytest.raises(UsageError, match=r"no such file|not read yet"):
        walk.check(["-", source])


def test_sources_that_exist_pass(tmp_path: Path) -> None:
    walk.check(["-", str(tmp_path), str(write(tmp_path / "a.txt"))])
    assert len(met(tmp_path)) == 1


def refuse(self: Path) -> bool:
    raise PermissionError(13, "Permission denied", str(self))


def test_a_folder_that_cannot_be_listed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "iterdir", refuse)
    assert met(tmp_path) == [Skipped(str(tmp_path), "not readable: permission denied")]


def test_a_source_that_cannot_be_looked_at_is_not_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path / "a.txt")
    monkeypatch.setattr(Path, "exists", refuse)
    monkeypatch.setattr(Path, "is_dir", refuse)
    walk.check([str(file)])
    assert relatives(file) == ["a.txt"]
