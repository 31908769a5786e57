"""Where templates are looked for.

1. Each folder that was named, in the order given (`--prompts`, then the settings).
2. `prompts` in the working folder, unless that is the shipped one.
3. `prompts` in the user's config folder.
4. The shipped ones, which `default/NAME` always means.

A template stands in its folder: a link that leads out of it is refused, and so is `..`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarize.errors import SettingsError, TemplateFault, UsageError, nearly

DEFAULT = "default/"
FOLDER = "prompts"
LONGEST_NAME = 200  # bytes: no file system takes names of more than 255


def prompts_folder(package: Path = Path(__file__).parents[1]) -> Path:
    """The shipped templates: inside the package when installed, beside it in a checkout.

    SettingsError where neither exists.
    """
    for folder in (package / FOLDER, package.parent / FOLDER):
        if (folder / "report").is_dir():
            return folder
    raise SettingsError(
        f"no templates in {package} or beside it", hint="the installation is damaged: install again"
    )


@dataclass(frozen=True)
class Found:
    """The file of a template, and the folder in which it was found."""

    path: Path
    folder: Path

    @property
    def is_shipped(self) -> bool:
        """Whether it came with the package."""
        return self.folder == prompts_folder()


@dataclass(frozen=True)
class Folders:
    """A person's own folders, in the order of looking; the shipped one is always the last."""

    own: tuple[Path, ...] = ()

    def find(self, name: str) -> Found:
        """The template `name` (`story.md.j2`, `report/head.md.j2`, `default/story.md.j2`).

        TemplateFault where there is none, or where it is not inside its folder.
        """
        found = next(self.all(name), None)
        if found is None:
            places = ", ".join(str(folder) for folder in self._places(name))
            meant = self._meant(name.removeprefix(DEFAULT))
            raise TemplateFault(
                f"no template {name} in {places}",
                hint=f"did you mean {meant}? " * bool(meant) + "summarize prompts list shows all",
            )
        return found

    def all(self, name: str) -> Iterator[Found]:
        """Every file of that name: the first is used, and shadows the others."""
        plain = name.removeprefix(DEFAULT)
        if len(plain.encode()) > LONGEST_NAME:
            return
        for folder in self._places(name):
            path = folder / plain
            if ".." in Path(plain).parts or Path(plain).is_absolute():
                raise TemplateFault(
                    f"template {name} is outside its folder", hint="name it plainly"
                )
            if path.is_file():
                yield Found(_inside(path, folder), folder)
            elif path.exists() or path.is_symlink():
                raise TemplateFault(f"{path}: it is no file", hint="remove it, or write one")

    def _meant(self, name: str) -> str:
        """The name that is most like `name`; empty where none is."""
        import difflib

        ending = "".join(Path(name).suffixes)
        there = {
            path.relative_to(folder).as_posix().removesuffix(ending)
            for folder in (*self.own, prompts_folder())
            for pattern in ("*.j2", "report/*.j2")
            for path in folder.glob(pattern)
        }
        close = difflib.get_close_matches(name.removesuffix(ending), sorted(there), n=1)
        return "".join(close)

    def _places(self, name: str) -> tuple[Path, ...]:
        shipped = (prompts_folder(),)
        return shipped if name.startswith(DEFAULT) else self.own + shipped


SHIPPED = Folders()


def require_folder(folder: Path, settings: Path | None = None) -> None:
    """UsageError where it is none. `settings` is the file that names it, where one does."""
    if folder.is_dir():
        return
    beside = [one.name for one in folder.parent.glob("*") if one.is_dir()]
    meant = nearly(folder.name, beside)
    told = f"{settings}: prompts: " if settings else ""
    hint = "mend the setting" if settings else "name one with --prompts"
    raise UsageError(f"{told}no folder of prompts at {folder}", hint=meant or hint)


def search(named: Sequence[Path], here: Path, config: Path) -> Folders:
    """The folders of a run: those `named`, and what stands in `here` and in the `config` folder.

    UsageError where one that was named is no folder.
    """
    for folder in named:
        require_folder(folder)
    usual = (here / FOLDER, config / FOLDER)
    wanted = [*named, *(folder for folder in usual if folder.is_dir())]
    shipped = prompts_folder()
    own = {folder.resolve(): folder for folder in reversed(wanted) if not folder.samefile(shipped)}
    return Folders(tuple(reversed(own.values())))


def _inside(path: Path, folder: Path) -> Path:
    if not path.resolve().is_relative_to(folder.resolve()):
        raise TemplateFault(
            f"{path}: it leads out of {folder}",
            hint="copy the file into the folder, not a link to it",
        )
    return path
