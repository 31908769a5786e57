"""What stands behind a printed sentence: which claim it is, and what the check found in it."""

from __future__ import annotations

from dataclasses import dataclass

# Languages that are written from right to left, by their codes.
_RIGHT_TO_LEFT = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi")
)


@dataclass(frozen=True, slots=True)
class Told:
    """The claim with this id: its verdict, one line for each finding, and its language."""

    id: str
    status: str
    why: tuple[str, ...]
    language: str

    @property
    def direction(self) -> str:
        """How its language is written."""
        return direction(self.language)


def direction(language: str) -> str:
    """`rtl` or `ltr`, as HTML has it; `auto` where the language (a code) is not known."""
    code = language.replace("_", "-").partition("-")[0].lower()
    if code in ("", "und"):
        return "auto"
    return "rtl" if code in _RIGHT_TO_LEFT else "ltr"
