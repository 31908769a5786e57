"""Which files there are to read, in a stable order.

Folders are walked in the order of names; what is hidden (a name with a dot in front) is passed
over. A file or folder met twice, by a link or named twice, is read once: that also ends loops.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from summarize.errors import UsageError
from summarize.read import sources_csv
from summarize.read.clean import line
from summarize.read.draft import Field, Place
from summarize.read.urls import other_scheme
from summarize.reported import Skipped

STDIN = "-"
# Names of folders that say nothing about who published what is in them.
_NAMELESS = {"tmp", "temp"}


@dataclass(slots=True)
class Walk:
    """A walk in progress: what was met so far, and what each `sources.csv` on the way said."""

    met: set[Path] = field(default_factory=set)
    overrides: dict[Path, dict[str, Field]] = field(default_factory=dict)

    def places(self, sources: Sequence[str]) -> Iterator[Place | Skipped]:
        """The places to read; one without a `file` is standard input."""
        for source in sources:
            if source == STDIN:
                if self._new(Path(STDIN)):
                    yield Place("standard input")
            elif other_scheme(source) and not _exists(source):
                if self._new(Path(source)):
                    yield Place(line(source), spec=source)
            elif _is_folder(Path(source)):
                yield from self._folder(Path(source))
            else:
                beside = Path(source).parent / sources_csv.NAME
                if beside.is_file() and self._new(beside.resolve()):
                    yield from self._listed(beside)
                yield from self._file(Path(source), line(Path(source).name), None)

    def overrides_of(self, place: Place) -> Mapping[str, Field]:
        """What the `sources.csv` files met so far say of the file at `place`."""
        if not self.overrides or place.file is None:
            return {}
        return self.overrides.get(place.file.resolve(), {})

    def _folder(self, top: Path) -> Iterator[Place | Skipped]:
        """Depth first. A list instead of recursion: folders can be nested deeper than calls."""
        ahead = [(top, "")]
        while ahead:
            path, inside = ahead.pop()
            if not _is_folder(path):
                yield from self._file(path, line(inside), _outlet(path.parent))
                continue
            try:
                names = (
                    sorted(below.name for below in path.iterdir())
                    if self._new(path.resolve())
                    else []
                )
            except (OSError, RuntimeError) as error:
                yield Skipped(line(str(path)), reason(error))
                continue
            if sources_csv.NAME in names:
                yield from self._listed(path / sources_csv.NAME)
            shown = (name for name in reversed(names) if not name.startswith("."))
            ahead.extend((path / name, f"{inside}/{name}".lstrip("/"))
                         for name in shown if name != sources_csv.NAME)  # fmt: skip

    def _file(self, file: Path, relative: str, folder: str | None) -> Iterator[Place | Skipped]:
        name = line(str(file))
        try:
            kind = file.stat().st_mode
            new = self._new(file.resolve())
        except (OSError, RuntimeError) as error:
            yield Skipped(name, "broken link" if file.is_symlink() else reason(error))
            return
        if folder is not None and not stat.S_ISREG(kind):  # reading a pipe could wait forever
            yield Skipped(name, "not a regular file")
        elif new:
            yield Place(name, relative, folder or None, file)

    def _listed(self, file: Path) -> Iterator[Skipped]:
        listed = sources_csv.read(file, line(str(file)))
        for listed_file, fields in listed.overrides.items():
            self.overrides.setdefault(listed_file, {}).update(fields)
        yield from listed.skipped

    def _new(self, real: Path) -> bool:
        new = real not in self.met
        self.met.add(real)
        return new


def check(sources: Sequence[str]) -> None:
    """UsageError that names the first source that does not exist, before anything is read."""
    for source in sources:
        if source.startswith(("http://", "https://")):
            raise UsageError(
                f"{source}: web addresses are not read yet", hint="save the page to a file"
            )
        if source != STDIN and not (_exists(source) or _is_known(source)):
            raise UsageError(f"no such file or folder: {source!r}")


def _is_known(source: str) -> bool:
    """Whether a reader of another package knows a SOURCE that is no file."""
    from summarize.read.addons import Readers  # after us; it knows of formats

    return other_scheme(source) is not None and Readers().of_source(source) is not None


def reason(error: Exception) -> str:
    """Why a file could not be opened, in the same words for the same cause."""
    return f"not readable: {getattr(error, 'strerror', None) or error}".lower()


def _exists(source: str) -> bool:
    try:
        return bool(source) and Path(source).exists()
    except PermissionError:
        return True  # it will be skipped, with this reason
    except (OSError, ValueError):  # a name too long or with a zero byte
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # no right to look
        return False


def _outlet(folder: Path) -> str:
    """What a file's folder says of its outlet, "" for nothing; `.` goes by its real name."""
    name = folder.name if folder.name not in {"", ".."} else folder.resolve().name
    return "" if name.casefold() in _NAMELESS else line(name)
