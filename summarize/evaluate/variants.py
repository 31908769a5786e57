"""A variant: a folder of prompts, and a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from summarize.templates.folders import SHIPPED, Folders, prompts_folder, require_folder

LOCAL = "local"  # the built-in writer, which asks nobody
_PACKAGE = ("shipped", "default")  # what stands for the package's own prompts


@dataclass(frozen=True)
class Variant:
    """One way to brief the pile. `letter` stands for it in tables, `prompts` is as it was given."""

    letter: str
    name: str
    prompts: str
    model: str
    folders: Folders


def variants_of(prompts: Sequence[str], models: Sequence[str]) -> list[Variant]:
    """Each of `prompts` with each of `models`, in this order, each once.

    A folder is looked in before the package and nothing else is, so that a variant is the same
    wherever it is run. UsageError where one is no folder.
    """
    wanted = {named: _folders(named) for named in prompts or _PACKAGE[:1]}
    pairs: dict[tuple[Folders, str], str] = {}
    for named, folders in wanted.items():
        for model in models:
            # The built-in writer has no prompts: it is the same with all of them.
            pairs.setdefault((SHIPPED if model == LOCAL else folders, model), named)
    several_prompts = len({folders for folders, model in pairs if model != LOCAL}) > 1
    several_models = len({model for _, model in pairs}) > 1
    return [
        Variant(
            letter=_letter(number),
            name=_name(named, model, several_prompts, several_models),
            prompts="" if model == LOCAL else named,
            model=model,
            folders=folders,
        )
        for number, ((folders, model), named) in enumerate(pairs.items())
    ]


def _folders(named: str) -> Folders:
    if named in _PACKAGE:
        return SHIPPED
    folder = Path(named)
    require_folder(folder)
    return SHIPPED if folder.samefile(prompts_folder()) else Folders((folder,))


def _name(prompts: str, model: str, several_prompts: bool, several_models: bool) -> str:
    if model == LOCAL or not several_prompts:
        return model
    return f"{prompts}, {model}" if several_models else prompts


def _letter(number: int) -> str:
    """A … Z, then A1 and so on."""
    rounds, place = divmod(number, 26)
    return f"{chr(ord('A') + place)}{rounds or ''}"
