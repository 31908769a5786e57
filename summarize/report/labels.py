"""The words a report is printed with, by language: `prompts/report/labels/LANGUAGE.toml`.

A key holds a text with `{names}`, or a table of plural forms: those of CLDR that the language has.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from summarize.templates import prompts_folder

FALLBACK = "en"
# The plural forms of CLDR, by language: those not named here have `one` (of 1) and `other`.
ONLY_OTHER = frozenset({"vi", "zh"})
FORMS: Mapping[str, tuple[str, ...]] = {
    "ar": ("zero", "one", "two", "few", "many", "other"),
    **dict.fromkeys(ONLY_OTHER, ("other",)),
}
ONE_AND_OTHER = ("one", "other")
# What the forms that may leave out the number stand for.
COUNTS = {"zero": 0, "one": 1, "two": 2}


@dataclass(frozen=True)
class Labels:
    """One language's catalogue: `texts` are the plain labels, `plurals` the counted ones."""

    language: str
    texts: Mapping[str, str]
    plurals: Mapping[str, Mapping[str, str]]

    def say(self, key: str, **values: object) -> str:
        """The text of `key`, filled."""
        return self.texts[key].format(**values)

    def count(self, key: str, n: int) -> str:
        """`n` things, in the form that the language uses for so many: `1 article`."""
        return self.plurals[key][_form(self.language, n)].format(n=n)


@cache
def labels_for(language: str) -> Labels:
    """The catalogue of `language` (`fr`, also `fr-CA`); English where there is none."""
    folder = _folder()
    known = {path.stem for path in folder.glob("*.toml")}
    code = language.replace("_", "-").partition("-")[0].lower()
    code = code if code in known else FALLBACK
    entries = tomllib.loads((folder / f"{code}.toml").read_text(encoding="utf-8"))
    plurals = {key: value for key, value in entries.items() if isinstance(value, dict)}
    texts = {key: value for key, value in entries.items() if isinstance(value, str)}
    return Labels(code, MappingProxyType(texts), MappingProxyType(plurals))


def catalogues() -> tuple[Labels, ...]:
    """The catalogues of all languages."""
    return tuple(labels_for(path.stem) for path in sorted(_folder().glob("*.toml")))


def _folder() -> Path:
    return prompts_folder() / "report" / "labels"


def _form(language: str, n: int) -> str:
    """The plural form of `n` by the CLDR rules of the languages that have a catalogue."""
    if language in ONLY_OTHER:
        return "other"
    if language == "ar":
        return _arabic(n)
    return "one" if n == 1 or (n == 0 and language == "fr") else "other"


def _arabic(n: int) -> str:
    for form, count in COUNTS.items():
        if n == count:
            return form
    if 3 <= n % 100 <= 10:
        return "few"
    return "many" if n % 100 >= 11 else "other"
